//! One row of an answer: what is verse in it, and what it says about itself.

use super::{
    Shape, VerseLine, is_verse,
    place::{Place, place, stanza},
};

/// A row without its decoration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// Whether nothing stands in it. A fence of code counts as nothing.
    pub blank: bool,
    /// The stanza of a lyric that it names (下片), from 1.
    pub stanza: Option<usize>,
    /// What the row says it is.
    pub place: Option<Place>,
    /// Whether other words stand before a colon (`说明：…`).
    pub labelled: bool,
    /// A title in it.
    pub title: Option<String>,
    /// What stands between punctuation, where all of it is verse; else empty.
    pub segments: Vec<VerseLine>,
}

const QUOTES: &str = "“”‘’「」『』\"'`*_~|";
const BRACKETS: [(char, char); 6] = [
    ('（', '）'),
    ('(', ')'),
    ('[', ']'),
    ('【', '】'),
    ('〔', '〕'),
    ('<', '>'),
];
/// Of more characters it is no title, for the check neither.
const LONGEST_TITLE: usize = 40;
const TITLE_LABELS: [&str; 5] = ["标题", "題目", "题目", "標題", "诗题"];
const ARROWS: [&str; 4] = ["→", "=>", "->", "⇒"];
const CHANGED: [&str; 6] = ["改为", "改為", "改成", "改作", "应为", "應為"];

/// The rows of a text.
pub(super) fn rows(text: &str, shape: &Shape) -> Vec<Row> {
    let read = |line| Row::read(line, &shape.widths);
    text.lines().map(read).collect()
}

impl Row {
    fn read(line: &str, widths: &[usize]) -> Self {
        let text = line.trim();
        if text.is_empty() || text.starts_with("```") || text.starts_with("~~~") {
            return Self {
                blank: true,
                ..Self::default()
            };
        }
        let heading = text.starts_with('#');
        let text = text.trim_start_matches(['#', '>', '-', '+', '*', '•', '·', ' ', '\u{3000}']);
        // What is not seen in a line would make it no verse, and in a title turn or hide what stands beside it.
        let is_kept = |c: &char| !QUOTES.contains(*c) && (verse::is_plain(*c) || c.is_whitespace());
        let text: String = text.chars().filter(is_kept).collect();
        if text.chars().all(|c| "-=—–".contains(c)) {
            return Self {
                blank: true,
                ..Self::default()
            };
        }
        let (stanza, text) = stanza(&text);
        let blank = text.trim().is_empty();
        let (place, rest) = place(text);
        let (mut title, rest) = take_title(rest);
        let mut rest = without_brackets(&rest);
        for arrow in ARROWS
            .iter()
            .chain(CHANGED.iter().filter(|_| place.is_some()))
        {
            if let Some((_, after)) = rest.rsplit_once(arrow) {
                rest = after.to_owned();
            }
        }
        let mut labelled = false;
        if let Some((label, after)) = rest.rsplit_once(['：', ':']) {
            if TITLE_LABELS.iter().any(|l| label.ends_with(l)) {
                title = Some(after.trim().to_owned()).filter(|t| !t.is_empty());
                rest = String::new();
            } else {
                labelled = place.is_none();
                rest = after.to_owned();
            }
        }
        let segments = segments(&rest, widths);
        let title = title.map(|title| without_tags(&title));
        let title = title.filter(|title| !title.is_empty());
        let title = title.filter(|title| title.chars().nth(LONGEST_TITLE).is_none());
        if heading && segments.len() == 1 && segments[0].mark.is_none() {
            return Self {
                place,
                title: Some(segments[0].text.clone()),
                ..Self::default()
            };
        }
        Self {
            blank,
            stanza,
            labelled,
            place,
            title,
            segments,
        }
    }

    /// Whether it is verse, and each line has one of these lengths.
    pub fn is_exact(&self, widths: &[usize]) -> bool {
        !self.segments.is_empty() && self.segments.iter().all(|s| widths.contains(&s.len()))
    }

    /// Whether it may be verse with a wrong length.
    pub fn is_near(&self, widths: &[usize]) -> bool {
        let is_near = |s: &VerseLine| widths.iter().any(|w| is_near(s.len(), *w));
        !self.labelled && !self.segments.is_empty() && self.segments.iter().all(is_near)
    }

    /// What it says in one line, by the number of that: what has its length, or the first in it. Of a
    /// lyric, whose lines may pause, also the first pieces together.
    pub fn line(&self, number: usize, shape: &Shape) -> Option<VerseLine> {
        let width = shape.width(number);
        if let Some(exact) = self.segments.iter().find(|s| s.len() == width) {
            return Some(exact.clone());
        }
        let first = self.segments.first()?;
        let mut joined = first.clone();
        for next in self.segments.iter().skip(1) {
            if joined.len() < width {
                joined.text.push('、');
                joined.text += &next.text;
                joined.mark = next.mark;
            }
        }
        if shape.tune.is_some() && joined.len() == width {
            Some(joined)
        } else {
            Some(first.clone())
        }
    }
}

/// Whether a line that should have one length may be verse with another.
pub(super) fn is_near(length: usize, width: usize) -> bool {
    length > 0 && length + 2 >= width && length <= width + 3
}

/// A title in 《》, taken out.
fn take_title(text: &str) -> (Option<String>, String) {
    let found = text.find('《').and_then(|from| {
        let length = text[from..].find('》')?;
        Some((from, from + length))
    });
    let Some((from, to)) = found else {
        return (None, text.to_owned());
    };
    let title = text[from + '《'.len_utf8()..to].trim().to_owned();
    let rest = format!("{} {}", &text[..from], &text[to + '》'.len_utf8()..]);
    (Some(title).filter(|t| !t.is_empty()), rest)
}

/// The text without what stands in brackets. A bracket that is not closed goes to the end.
fn without_brackets(text: &str) -> String {
    let mut kept = String::new();
    let mut until = None;
    for c in text.chars() {
        match until {
            Some(close) if c == close => until = None,
            Some(_) => {}
            None => match BRACKETS.iter().find(|(open, _)| *open == c) {
                Some((_, close)) => until = Some(*close),
                None => kept.push(c),
            },
        }
    }
    kept
}

/// A title without markup. (Round brackets are part of many a title: 秋兴八首（其一）.)
fn without_tags(title: &str) -> String {
    let mut parts = title.split('<');
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept += part.split_once('>').map_or("", |(_, after)| after);
    }
    kept.trim().to_owned()
}

/// The lines of verse between punctuation; none, if anything else stands there too.
fn segments(text: &str, widths: &[usize]) -> Vec<VerseLine> {
    let at_spaces = split(text, true);
    if !at_spaces.is_empty() && at_spaces.iter().all(|s| widths.contains(&s.len())) {
        return at_spaces;
    }
    split(text, false)
}

/// Splits at punctuation, and at white space too if asked to; else white space goes.
fn split(text: &str, at_spaces: bool) -> Vec<VerseLine> {
    let mut segments: Vec<VerseLine> = Vec::new();
    let mut open = false;
    for c in text.chars() {
        if c.is_whitespace() {
            open &= !at_spaces;
        } else if is_verse(c) {
            if !open {
                segments.push(VerseLine::default());
            }
            open = true;
            if let Some(segment) = segments.last_mut() {
                segment.text.push(c);
            }
        } else if "，。！？；、,.!?;．｡…—–-·".contains(c) {
            let mark = match c {
                ',' => Some('，'),
                '.' | '．' | '｡' => Some('。'),
                '!' => Some('！'),
                '?' => Some('？'),
                ';' => Some('；'),
                '，' | '。' | '！' | '？' | '；' | '、' => Some(c),
                _ => None,
            };
            if let Some(segment) = segments.last_mut().filter(|s| s.mark.is_none()) {
                segment.mark = mark;
            }
            open = false;
        } else {
            return Vec::new();
        }
    }
    // A row of 平仄 is a pattern that the model repeats, no verse.
    let pattern = |s: &VerseLine| s.len() > 2 && s.text.chars().all(|c| "平仄中韵韻".contains(c));
    if segments.iter().any(pattern) {
        Vec::new()
    } else {
        segments
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> String {
        let row = Row::read(line, &[5]);
        let mut text = match row.place {
            Some(Place::Line(n)) => format!("{n}:"),
            Some(Place::Couplet(n)) => format!("C{n}:"),
            None => String::new(),
        };
        if let Some(title) = row.title {
            text += &format!("<{title}>");
        }
        let mark = |s: &VerseLine| s.mark.map_or(String::new(), String::from);
        text + &row
            .segments
            .iter()
            .map(|s| format!("{}{}", s.text, mark(s)))
            .collect::<Vec<_>>()
            .join("|")
    }

    #[test]
    fn verse_is_found_in_its_decoration() {
        for (line, expected) in [
            ("白日依山尽，黄河入海流。", "白日依山尽，|黄河入海流。"),
            ("> **白日依山尽，** ", "白日依山尽，"),
            ("- “白日依山尽,黄河入海流.”", "白日依山尽，|黄河入海流。"),
            ("白 日 依 山 尽", "白日依山尽"),
            ("白日依山尽 黄河入海流", "白日依山尽|黄河入海流"),
            ("白日依山尽（仄仄平平仄）", "白日依山尽"),
            ("白日依山尽 (type a), ", "白日依山尽，"),
            ("欲穷千里目？更上一层楼！", "欲穷千里目？|更上一层楼！"),
            ("《登鹳雀楼》 白日依山尽", "<登鹳雀楼>白日依山尽"),
            ("# 登鹳雀楼", "<登鹳雀楼>"),
            ("题目：登鹳雀楼", "<登鹳雀楼>"),
            ("**《登鹳雀楼》**", "<登鹳雀楼>"),
            ("修改后：白日依山尽，", "白日依山尽，"),
            ("以下是全诗：", ""),
            ("平平仄仄平", ""),
            ("⊙仄平平仄", ""),
            ("This is a poem.", ""),
            ("共20字，押尤韵。", ""),
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
    }

    #[test]
    fn what_is_not_seen_is_neither_in_verse_nor_in_a_title() {
        assert_eq!(
            read("\u{202e}《登\u{301}鹳雀\u{2067}楼\u{0}》\u{feff}白日\u{200b}依山尽\u{200f}，"),
            "<登鹳雀楼>白日依山尽，"
        );
        assert_eq!(read("《登<img src=x>鹳雀楼</b>》（其一）"), "<登鹳雀楼>");
        assert_eq!(read(&format!("《{}》", "长".repeat(41))), "");
    }

    #[test]
    fn places_are_read_in_many_ways() {
        for (line, expected) in [
            ("3：欲穷千里目，", "3:欲穷千里目，"),
            ("3. 欲穷千里目", "3:欲穷千里目"),
            ("3、欲穷千里目", "3:欲穷千里目"),
            ("(3) 欲穷千里目", "3:欲穷千里目"),
            ("（三）欲穷千里目", "3:欲穷千里目"),
            ("【3】欲穷千里目", "3:欲穷千里目"),
            ("**第3句**：欲穷千里目", "3:欲穷千里目"),
            ("第三句：欲穷千里目", "3:欲穷千里目"),
            ("第 3 句 欲穷千里目", "3:欲穷千里目"),
            ("第三句欲穷千里目", "3:欲穷千里目"),
            ("第十二行：欲穷千里目", "12:欲穷千里目"),
            ("二十、欲穷千里目", "20:欲穷千里目"),
            ("③欲穷千里目", "3:欲穷千里目"),
            ("③ 欲穷千里目", "3:欲穷千里目"),
            ("第三句：", "3:"),
            (
                "颔联：欲穷千里目，更上一层楼。",
                "C2:欲穷千里目，|更上一层楼。",
            ),
            (
                "第二联 欲穷千里目，更上一层楼。",
                "C2:欲穷千里目，|更上一层楼。",
            ),
            ("第三句：白日依山尽 → 欲穷千里目", "3:欲穷千里目"),
            ("3：白日依山尽，改为：欲穷千里目。", "3:欲穷千里目。"),
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
    }

    #[test]
    fn verse_that_begins_with_a_number_keeps_it() {
        for line in [
            "一片孤城万",
            "一 片 孤 城 万",
            "三十功名尘",
            "十年一觉扬",
            "五月天山雪",
            "第一江山好",
        ] {
            assert_eq!(read(line), line.replace(' ', ""));
        }
    }

    #[test]
    fn empty_rows_fences_and_rules_are_blank() {
        for line in ["", "   ", "```", "```text", "---", "——", "***"] {
            assert!(Row::read(line, &[5]).blank, "{line:?}");
        }
    }
}
