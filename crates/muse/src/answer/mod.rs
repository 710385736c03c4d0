//! From what a model wrote to lines of verse, whatever it put around them.

mod candidates;
mod lines;
mod place;
mod poem;
mod row;

pub(crate) use place::number;

pub use candidates::candidates;
pub use lines::lines;
pub use poem::{Poem, poem, so_far};

/// A line of verse as a model gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerseLine {
    /// Its characters.
    pub text: String,
    /// The punctuation after it, full width, where there was some.
    pub mark: Option<char>,
}

impl VerseLine {
    /// The number of its characters.
    pub fn len(&self) -> usize {
        self.text.chars().count()
    }

    /// Whether it has none.
    pub const fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// How many lines of how many characters are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Characters in a line.
    pub width: usize,
    /// Lines; the least number, for a form that may go on.
    pub lines: usize,
    /// Whether more lines, by twos, are as good.
    pub more: bool,
}

impl Shape {
    /// The shape of a form.
    pub const fn of(form: verse::Form) -> Self {
        let lines = form.lines();
        Self {
            width: form.width(),
            lines,
            more: lines >= 10,
        }
    }

    /// Whether a poem may have this number of lines.
    pub const fn fits(self, lines: usize) -> bool {
        lines == self.lines || (self.more && lines > self.lines && lines.is_multiple_of(2))
    }
}

/// Lines as a text: a line of verse a line, each with its punctuation, or with the usual one.
pub fn text_of(lines: &[VerseLine]) -> String {
    let mut text = String::new();
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            text.push('\n');
        }
        text.push_str(&line.text);
        text.push(
            line.mark
                .unwrap_or(if index % 2 == 0 { '，' } else { '。' }),
        );
    }
    text
}

/// Whether a character can stand in verse: a Chinese character, or a blank (□).
pub(crate) const fn is_verse(c: char) -> bool {
    matches!(c,
        '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{323af}' | '\u{2e80}'..='\u{2fdf}' | '〇' | '□')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_get_the_usual_punctuation_where_they_have_none() {
        let line = |text: &str, mark| VerseLine {
            text: text.into(),
            mark,
        };
        let lines = [
            line("借问酒家何处有", Some('？')),
            line("牧童遥指杏花村", None),
            line("一", None),
        ];
        assert_eq!(text_of(&lines), "借问酒家何处有？\n牧童遥指杏花村。\n一，");
    }

    #[test]
    fn extended_verse_may_go_on() {
        let fits = |form| {
            (0..16)
                .filter(|&n| Shape::of(form).fits(n))
                .collect::<Vec<_>>()
        };
        assert_eq!(fits(verse::Form::SevenQuatrain), [4]);
        assert_eq!(fits(verse::Form::FiveExtended), [10, 12, 14]);
    }
}
