//! From what a person typed to lines of characters with their places.

mod fill;
mod layout;
pub(crate) mod piece;
mod title;
pub mod unseen;

use crate::{
    book::RhymeBook,
    form::Form,
    lexicon::{self, Entry, Script},
};

/// A text, divided.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Text {
    /// The title, where one stands before the verse.
    pub title: Option<String>,
    /// The author, where one is named.
    pub author: Option<String>,
    /// The number of lines that were left out because the text is too long.
    pub left_out: usize,
    /// The characters of the text, marks left out.
    glyphs: Vec<Glyph>,
    /// Where the lines of verse are among them; none is empty.
    spans: Vec<Span>,
    /// How many characters of each line stand in the text, where blanks were put behind them; nothing
    /// where all do.
    written: Vec<usize>,
}

/// Where a line is among the characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    /// Its first character.
    start: usize,
    /// Behind its last one.
    stop: usize,
}

impl Text {
    /// The lines of verse: characters without punctuation.
    pub(crate) fn lines(&self) -> impl ExactSizeIterator<Item = &[Glyph]> {
        self.spans.iter().map(|span| self.of(*span))
    }

    /// A line by its number from 0; nothing where there is none.
    pub(crate) fn line(&self, number: usize) -> &[Glyph] {
        self.spans
            .get(number)
            .map_or(&[][..], |span| self.of(*span))
    }

    /// How many characters of a line (from 0) stand in the text. The others are open places.
    pub(crate) fn written(&self, number: usize) -> usize {
        let written = self.written.get(number).copied();
        written.unwrap_or_else(|| self.line(number).len())
    }

    fn of(&self, span: Span) -> &[Glyph] {
        self.glyphs.get(span.start..span.stop).unwrap_or_default()
    }
}

/// A character of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Glyph {
    /// As it stands in the text.
    pub written: char,
    /// As it is read: compatibility code points become the character that they look like.
    pub read: char,
    /// Where it starts in the text, in UTF-16 units.
    pub at: usize,
    /// What the rhyme book says of it; `None` where it lacks it.
    pub entry: Option<Entry>,
}

/// The place of a character that has not been found yet.
pub(crate) const BLANK: char = '□';

/// More lines than this are not checked: the longest regulated verse has about 200, and a page
/// that was pasted by mistake should not be read to its end.
pub(crate) const MOST_LINES: usize = 1_000;

/// More characters than this in one line are not kept: no verse has them.
pub(crate) const MOST_CHARACTERS: usize = 64;

/// Divides a text and looks its characters up. `form` is the one that the person has chosen.
pub(crate) fn read(text: &str, form: Option<Form>, book: RhymeBook) -> Text {
    let divided = piece::divide(text);
    let width = form.map(Form::width);
    let (head, first) = title::find(&divided, form);
    let verse = divided.pieces.get(first..).unwrap_or_default();
    let mut spans = layout::lines(verse, width);
    let left_out = spans.len().saturating_sub(MOST_LINES);
    spans.truncate(MOST_LINES);
    for span in &mut spans {
        span.stop = span.stop.min(span.start + MOST_CHARACTERS);
    }
    let mut glyphs = divided.glyphs;
    look_up(&mut glyphs, &spans, book);
    Text {
        title: head.title,
        author: head.author,
        left_out,
        glyphs,
        spans,
        written: Vec::new(),
    }
}

/// Looks the characters of the lines up. In a traditional text (some character is written so only
/// there, none only in simplified script) a character stands for itself alone.
fn look_up(glyphs: &mut [Glyph], spans: &[Span], book: RhymeBook) {
    let (mut simplified, mut traditional, mut with_forms) = (false, false, false);
    for span in spans {
        for glyph in glyphs.get_mut(span.start..span.stop).unwrap_or_default() {
            if let Some(entry) = lexicon::simplified(glyph.read, book) {
                simplified |= entry.is_simplified();
                traditional |= entry.is_traditional();
                with_forms |= entry.has_forms();
                glyph.entry = Some(entry);
            }
        }
    }
    if traditional && !simplified && with_forms {
        for glyph in glyphs {
            if glyph.entry.is_some_and(|e| e.has_forms()) {
                glyph.entry = lexicon::entry(glyph.read, Script::Traditional, book);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn lines(text: &str) -> Vec<String> {
        read(text, None, RhymeBook::PingShui)
            .lines()
            .map(|line| line.iter().map(|g| g.written).collect())
            .collect()
    }

    const STORK: [&str; 4] = ["白日依山尽", "黄河入海流", "欲穷千里目", "更上一层楼"];

    #[test]
    fn any_punctuation_or_none() {
        for text in [
            "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。",
            "白日依山尽,黄河入海流.欲穷千里目,更上一层楼",
            "白日依山尽\n黄河入海流\n\n欲穷千里目\r\n更上一层楼\n",
            "白日依山尽 黄河入海流　欲穷千里目 更上一层楼",
            "白日依山尽黄河入海流欲穷千里目更上一层楼",
            "白日依山尽黄河入海流。欲穷千里目更上一层楼。",
            "“白日依山尽，黄河入海流。”「欲穷千里目，更上一层楼！」（王之涣诗）",
            "白 日 依 山 尽，黄 河 入 海 流。欲 穷 千 里 目，更 上 一 层 楼。",
            "\u{feff}白日依山尽，\u{200b}黄河入海流。欲穷千里目，更上一层楼。",
        ] {
            assert_eq!(lines(text), STORK, "{text}");
        }
    }

    #[test]
    fn seven_characters_without_punctuation() {
        assert_eq!(
            lines("朝辞白帝彩云间千里江陵一日还两岸猿声啼不住轻舟已过万重山"),
            [
                "朝辞白帝彩云间",
                "千里江陵一日还",
                "两岸猿声啼不住",
                "轻舟已过万重山"
            ]
        );
        assert_eq!(
            lines("朝辞白帝彩云间,千里江陵一日还.\n\n两岸猿声啼不住 轻舟已过万重山"),
            [
                "朝辞白帝彩云间",
                "千里江陵一日还",
                "两岸猿声啼不住",
                "轻舟已过万重山"
            ]
        );
    }

    #[test]
    fn places_count_utf16_units() {
        let text = read("😀\n𠮷日，", None, RhymeBook::PingShui);
        let at: Vec<usize> = text.line(1).iter().map(|g| g.at).collect();
        assert_eq!(at, [3, 5]);
    }

    #[test]
    fn radicals_are_read_as_characters() {
        let written = "⽩⽇依⼭尽";
        let text = read(written, None, RhymeBook::PingShui);
        let read: String = text.line(0).iter().map(|g| g.read).collect();
        assert_eq!(read, "白日依山尽");
        assert_eq!(lines(written), [written]);
    }

    #[test]
    fn foreign_characters_stay_in_the_line() {
        assert_eq!(
            lines("白日依😀尽，黄河in海流。"),
            ["白日依😀尽", "黄河in海流"]
        );
        assert_eq!(lines("  \n，。"), Vec::<String>::new());
    }

    #[test]
    fn the_script_is_told_by_its_characters() {
        let forms = |t| {
            let text = read(t, None, RhymeBook::PingShui);
            let glyph = text.line(0)[0];
            let forms: String = glyph.entry.unwrap().readings().map(|r| r.form).collect();
            forms
        };
        assert!(!forms("里河入海流黃").contains('裏'));
        assert!(forms("里河入海流黄").contains('裏'));
        assert!(forms("里河东海流黃").contains('裏'));
    }

    #[test]
    fn a_pasted_book_is_cut() {
        let text = "白日依山尽，黄河入海流。\n".repeat(800);
        let read = read(&text, None, RhymeBook::PingShui);
        assert_eq!((read.lines().len(), read.left_out), (1_000, 600));
    }
}
