//! The lines of a revision in an answer.

use super::{
    Shape, VerseLine,
    place::Place,
    poem::poem,
    row::{Row, is_near, rows},
};

/// Lines with their numbers (from 1), each number once. (A poem has a few: a map would cost the page
/// more than it finds.)
pub type Numbered = Vec<(usize, VerseLine)>;

/// The lines that were asked for (`asked`, from 1, rising), by number; of a poem of `shape`. An
/// answer may give just them, numbered or not, or the whole poem. A line that it does not give
/// is missing; other lines that it gives are left out.
pub fn lines(text: &str, shape: &Shape, asked: &[usize]) -> Numbered {
    let rows = rows(text, shape);
    let mut numbered = numbered(&rows, shape, asked);
    // Numbers that count the asked lines from 1.
    if numbered.len() == asked.len() && numbered.iter().all(|(n, _)| (1..=asked.len()).contains(n))
    {
        for (number, _) in &mut numbered {
            *number = asked[*number - 1];
        }
        return numbered;
    }
    if numbered.iter().any(|(n, _)| asked.contains(n)) {
        numbered.retain(|(n, _)| asked.contains(n));
        return numbered;
    }
    if let Some(poem) = poem(text, shape).filter(|p| shape.fits(p.lines.len())) {
        return asked
            .iter()
            .filter_map(|&n| Some((n, poem.lines.get(n.checked_sub(1)?)?.clone())))
            .collect();
    }
    let widths: Vec<usize> = asked.iter().map(|n| shape.width(*n)).collect();
    for is in [Row::is_exact, Row::is_near] {
        let loose = rows.iter().filter(|r| is(r, &widths));
        let loose: Vec<VerseLine> = loose.flat_map(|r| r.segments.iter().cloned()).collect();
        if fit(&loose, &widths) {
            return asked.iter().copied().zip(loose).collect();
        }
    }
    if shape.tune.is_some() {
        // Lines that pause, a row each.
        let rows = rows
            .iter()
            .filter(|r| !r.labelled && !r.segments.is_empty());
        let lines = rows.zip(asked).filter_map(|(row, n)| row.line(*n, shape));
        let lines: Vec<VerseLine> = lines.collect();
        if fit(&lines, &widths) {
            return asked.iter().copied().zip(lines).collect();
        }
    }
    Vec::new()
}

/// Whether lines may be those that should have these lengths.
fn fit(lines: &[VerseLine], widths: &[usize]) -> bool {
    let mut pairs = lines.iter().zip(widths);
    lines.len() == widths.len() && pairs.all(|(line, width)| is_near(line.len(), *width))
}

/// The lines whose rows say which they are; the last word on each.
fn numbered(rows: &[Row], shape: &Shape, asked: &[usize]) -> Numbered {
    let mut found = Vec::new();
    let mut waiting = None;
    // The lines before the stanza that was named.
    let mut before = 0;
    for row in rows {
        if let (Some(stanza), Some(tune)) = (row.stanza, &shape.tune) {
            let first = tune.form().stanzas.get(stanza.wrapping_sub(1));
            before = first.copied().unwrap_or_default();
        }
        if row.blank {
            continue;
        }
        let is_line = || row.is_exact(&shape.widths) || shape.tune.is_some() && !row.labelled;
        let place = row.place.or_else(|| waiting.take().filter(|_| is_line()));
        match (place, &row.segments[..]) {
            // 第三句： and the line itself in the next row.
            (Some(place), []) => waiting = Some(place),
            (Some(Place::Couplet(n)), [first, second, ..]) => {
                put(&mut found, 2 * n - 1, first);
                put(&mut found, 2 * n, second);
            }
            (Some(Place::Couplet(n)), [only]) => {
                let line = [2 * n - 1, 2 * n].into_iter().find(|l| asked.contains(l));
                if let Some(line) = line {
                    put(&mut found, line, only);
                }
            }
            (Some(Place::Line(n)), segments) => {
                // Lines of a stanza may be counted from its beginning.
                let in_stanza = before > 0 && !asked.contains(&n);
                let n = if in_stanza { n + before } else { n };
                let Some(line) = row.line(n, shape) else {
                    continue;
                };
                put(&mut found, n, &line);
                // Both lines of a couplet in the row of the first.
                let mut exact = segments.iter().filter(|s| s.len() == shape.width(n + 1));
                let first = usize::from(line.len() == shape.width(n + 1));
                if let Some(next) = exact.nth(first).filter(|_| asked.contains(&(n + 1))) {
                    put(&mut found, n + 1, next);
                }
            }
            (None, _) => {}
        }
    }
    found
}

/// The last word on a line counts.
fn put(found: &mut Numbered, number: usize, line: &VerseLine) {
    found.retain(|(n, _)| *n != number);
    found.push((number, line.clone()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use verse::Form;

    fn find(text: &str, asked: &[usize]) -> String {
        let found = lines(text, &Shape::of(Form::FiveQuatrain), asked);
        found
            .into_iter()
            .map(|(n, l)| format!("{n}{}", l.text))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn only_the_asked_lines_are_taken() {
        for text in [
            "3：欲穷千里目，",
            "欲穷千里目",
            "第3句：欲穷千里目，",
            "**第三句**：欲穷千里目（仄平平仄仄）",
            "第三句：\n欲穷千里目，",
            "修改如下：\n3. 欲穷千里目。\n\n说明：已合平仄。",
            "第三句：黄河入海流 → 欲穷千里目",
            "3：黄河入海流\n\n改后：\n3：欲穷千里目",
            "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。",
            "1：红日依山尽\n2：黄河入海流\n3：欲穷千里目\n4：更上一层台",
            "第二联：欲穷千里目，更上一层台。",
            "尾联欲穷千里目，更上一层台。",
            "1：欲穷千里目",
        ] {
            let asked = if text.contains("尾联") {
                continue;
            } else {
                &[3]
            };
            assert_eq!(find(text, asked), "3欲穷千里目", "{text}");
        }
    }

    #[test]
    fn several_lines() {
        for text in [
            "2：黄河入海流。\n4：更上一层楼。",
            "黄河入海流\n更上一层楼",
            "黄河入海流。更上一层楼。",
            "1：黄河入海流。\n2：更上一层楼。\n",
            "白日依山尽，黄河入海流。\n欲穷千里目，更上一层楼。",
        ] {
            assert_eq!(find(text, &[2, 4]), "2黄河入海流 4更上一层楼", "{text}");
        }
        assert_eq!(
            find("3：欲穷千里目，更上一层楼。", &[3, 4]),
            "3欲穷千里目 4更上一层楼"
        );
        assert_eq!(find("3：欲穷千里目，更上一层楼。", &[3]), "3欲穷千里目");
    }

    #[test]
    fn a_line_of_the_wrong_length_comes_back_for_the_check() {
        assert_eq!(find("3：欲穷千里", &[3]), "3欲穷千里");
        assert_eq!(find("欲穷千里之目", &[3]), "3欲穷千里之目");
    }

    #[test]
    fn what_is_missing_is_missing() {
        assert_eq!(find("2：黄河入海流。", &[2, 4]), "2黄河入海流");
        assert_eq!(find("抱歉，我做不到。", &[2, 4]), "");
        assert_eq!(find("", &[1]), "");
    }
}
