//! Several candidates for some lines in an answer.

use super::{Shape, VerseLine, place::Place, row::rows};

/// The lines in an answer by the number of the asked line that each is a candidate for, in the order
/// of the answer; of a poem of `shape`. A model may name the line at each candidate, or once above a
/// list of them; where one line is asked for, it need not name it at all.
pub fn candidates(text: &str, shape: &Shape, asked: &[usize]) -> Vec<(usize, VerseLine)> {
    let mut found = Vec::new();
    let only = match asked {
        [only] => Some(*only),
        _ => None,
    };
    // The line that a row without verse names: the rows below it are its candidates.
    let mut heading = None;
    for row in rows(text, shape) {
        if row.blank {
            continue;
        }
        if row.segments.is_empty() {
            heading = match row.place {
                Some(Place::Line(n)) if asked.contains(&n) => Some(n),
                _ => heading,
            };
            continue;
        }
        let own = match row.place {
            Some(Place::Line(n)) if asked.contains(&n) => Some(n),
            _ => None,
        };
        let Some(line) = only.or(heading).or(own) else {
            continue;
        };
        let width = shape.width(line);
        let joined = row.line(line, shape);
        for segment in row.segments.into_iter().chain(joined) {
            let is_known = |(n, l): &(usize, VerseLine)| *n == line && l.text == segment.text;
            if segment.len() == width && !found.iter().any(is_known) {
                found.push((line, segment));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use verse::Form;

    fn find(text: &str, asked: &[usize]) -> String {
        let found = candidates(text, &Shape::of(Form::FiveQuatrain), asked);
        let found: Vec<String> = found
            .into_iter()
            .map(|(n, l)| format!("{n}{}", l.text))
            .collect();
        found.join(" ")
    }

    #[test]
    fn one_line_may_be_listed_in_any_way() {
        for text in [
            "第3句：欲穷千里目\n第3句：已穷千里目",
            "1. 欲穷千里目，\n2. 已穷千里目，",
            "欲穷千里目\n已穷千里目\n欲穷千里目",
            "第三句：\n① 欲穷千里目\n② 已穷千里目",
            "以下是候选：\n- 欲穷千里目（仄平平仄仄）\n- 已穷千里目\n- 太短了",
        ] {
            assert_eq!(find(text, &[3]), "3欲穷千里目 3已穷千里目", "{text}");
        }
    }

    #[test]
    fn several_lines_are_told_apart_by_their_names() {
        for text in [
            "第2句：黄河入海流\n第2句：长河入海流\n第4句：更上一层楼",
            "第2句：\n1. 黄河入海流\n2. 长河入海流\n\n第4句：\n1. 更上一层楼",
            "**第2句**\n1. 黄河入海流\n4. 长河入海流\n**第4句**\n2. 更上一层楼",
        ] {
            let all = "2黄河入海流 2长河入海流 4更上一层楼";
            assert_eq!(find(text, &[2, 4]), all, "{text}");
        }
        assert_eq!(find("黄河入海流\n更上一层楼", &[2, 4]), "");
        assert_eq!(find("抱歉，我做不到。", &[2]), "");
    }
}
