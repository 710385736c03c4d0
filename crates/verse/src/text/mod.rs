//! From what a person typed to lines of characters with their places.

mod layout;
mod piece;
mod title;

use crate::{
    book::RhymeBook,
    lexicon::{self, Entry, Script},
};

/// A text, divided.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Text {
    /// The title, where one stands before the verse.
    pub title: Option<String>,
    /// The author, where one is named.
    pub author: Option<String>,
    /// The lines of verse; none is empty.
    pub lines: Vec<TextLine>,
    /// The number of lines that were left out because the text is too long.
    pub left_out: usize,
}

/// A line of verse.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TextLine {
    /// The characters without punctuation.
    pub glyphs: Vec<Glyph>,
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
    /// The same in bytes of UTF-8.
    pub byte: usize,
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

impl TextLine {
    /// The line as it stands in the text, without punctuation.
    pub(crate) fn text(&self, text: &str) -> String {
        let length = self.glyphs.iter().map(|g| g.written.len_utf8()).sum();
        // With nothing left out between its characters a line is a piece of the text.
        let piece = self.glyphs.first().zip(self.glyphs.last());
        let piece = piece.and_then(|(a, b)| text.get(a.byte..b.byte + b.written.len_utf8()));
        if let Some(piece) = piece.filter(|p| p.len() == length) {
            return piece.to_owned();
        }
        let mut line = String::with_capacity(length);
        line.extend(self.glyphs.iter().map(|g| g.written));
        line
    }
}

/// Divides a text and looks its characters up. `width` is the number of characters in a line where
/// the person has chosen a form.
pub(crate) fn read(text: &str, width: Option<usize>, book: RhymeBook) -> Text {
    let paragraphs = piece::paragraphs(text);
    let (head, body) = title::divide(paragraphs, width);
    let mut lines = layout::lines(body, width);
    let left_out = lines.len().saturating_sub(MOST_LINES);
    lines.truncate(MOST_LINES);
    for line in &mut lines {
        line.glyphs.truncate(MOST_CHARACTERS);
    }
    look_up(&mut lines, book);
    Text {
        title: head.title,
        author: head.author,
        lines,
        left_out,
    }
}

/// Looks the characters up. In a traditional text (some character is written so only there, none
/// only in simplified script) a character stands for itself alone.
fn look_up(lines: &mut [TextLine], book: RhymeBook) {
    let (mut simplified, mut traditional, mut with_forms) = (false, false, false);
    for glyph in lines.iter_mut().flat_map(|l| &mut l.glyphs) {
        glyph.entry = lexicon::entry(glyph.read, Script::Simplified, book);
        if let Some(entry) = &glyph.entry {
            simplified |= entry.is_simplified();
            traditional |= entry.is_traditional();
            with_forms |= entry.has_forms();
        }
    }
    if traditional && !simplified && with_forms {
        for glyph in lines.iter_mut().flat_map(|l| &mut l.glyphs) {
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
            .lines
            .iter()
            .map(|line| line.text(text))
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
        let at: Vec<usize> = text.lines[1].glyphs.iter().map(|g| g.at).collect();
        assert_eq!(at, [3, 5]);
    }

    #[test]
    fn radicals_are_read_as_characters() {
        let written = "⽩⽇依⼭尽";
        let text = read(written, None, RhymeBook::PingShui);
        let read: String = text.lines[0].glyphs.iter().map(|g| g.read).collect();
        assert_eq!(read, "白日依山尽");
        assert_eq!(text.lines[0].text(written), written);
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
            let glyph = text.lines[0].glyphs[0];
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
        assert_eq!((read.lines.len(), read.left_out), (1_000, 600));
    }
}
