//! From what a model wrote to lines of verse, whatever it put around them.

mod candidates;
mod lines;
mod lyric;
mod place;
mod poem;
mod row;

pub(crate) use place::number;

pub use candidates::candidates;
pub use lines::lines;
pub use poem::{Poem, poem, so_far};

use crate::brief::TuneForm;

/// A line of verse as a model gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VerseLine {
    /// Its characters; in a lyric with 、 where the line pauses.
    pub text: String,
    /// The punctuation after it, full width, where there was some.
    pub mark: Option<char>,
    /// Whether it begins a later stanza of a lyric.
    pub stanza: bool,
}

impl VerseLine {
    /// The number of its characters.
    pub fn len(&self) -> usize {
        self.text.chars().filter(|c| is_verse(*c)).count()
    }

    /// Whether it has none.
    pub const fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// How many lines of how many characters are looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// The characters of each line; of the least number of lines, for a form that may go on.
    pub widths: Vec<usize>,
    /// Whether more lines, by twos, are as good.
    pub more: bool,
    /// The form that the lines are brought together with, of a lyric.
    pub tune: Option<TuneForm>,
}

impl Shape {
    /// The shape of a form.
    pub fn of(form: verse::Form) -> Self {
        let lines = form.lines();
        Self::even(form.width(), lines, lines >= 10)
    }

    /// Lines of one length.
    pub fn even(width: usize, lines: usize, more: bool) -> Self {
        Self {
            widths: vec![width; lines],
            more,
            tune: None,
        }
    }

    /// The shape of a lyric.
    pub fn lyric(tune: TuneForm) -> Self {
        Self {
            widths: tune.form().lengths().collect(),
            more: false,
            tune: Some(tune),
        }
    }

    /// The same of a poem that has this number of lines, where the form may go on.
    pub fn with_lines(&self, lines: usize) -> Self {
        match self.tune {
            Some(_) => self.clone(),
            None => Self::even(self.width(1), lines, self.more),
        }
    }

    /// The number of lines, or the least.
    pub fn lines(&self) -> usize {
        self.widths.len()
    }

    /// The characters of a line, by its number from 1.
    pub fn width(&self, line: usize) -> usize {
        let own = self.widths.get(line.wrapping_sub(1));
        own.or(self.widths.last()).copied().unwrap_or_default()
    }

    /// Whether a poem may have this number of lines.
    pub fn fits(&self, lines: usize) -> bool {
        let least = self.lines();
        lines == least || (self.more && lines > least && lines.is_multiple_of(2))
    }

    /// Whether a poem has the right lines, each of the right length.
    pub fn is_of(&self, poem: &Poem) -> bool {
        let mut lines = (1..).zip(&poem.lines);
        self.fits(poem.lines.len()) && lines.all(|(number, line)| line.len() == self.width(number))
    }
}

/// Lines as a text: a line of verse a line, each with its punctuation, or with the usual one; an empty
/// row between stanzas.
pub fn text_of(lines: &[VerseLine]) -> String {
    let mut text = String::new();
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            text.push('\n');
        }
        if index > 0 && line.stanza {
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
            stanza: false,
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
