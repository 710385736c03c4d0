//! Paragraphs, and the pieces between punctuation marks.

use std::ops::Range;

use crate::{
    lexicon,
    text::{Glyph, unseen::is_unseen},
};

/// A text, divided at its marks. The characters of all pieces stand one after the other, so that
/// pieces that belong together are one stretch of them.
#[derive(Debug, Default)]
pub(super) struct Divided<'a> {
    /// All characters, marks left out.
    pub glyphs: Vec<Glyph>,
    /// The pieces between marks and spaces; none is empty.
    pub pieces: Vec<Piece>,
    /// The paragraphs that hold a piece.
    pub paragraphs: Vec<Paragraph<'a>>,
}

/// What stands between two line breaks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Paragraph<'a> {
    /// Which pieces are its.
    pub pieces: Range<usize>,
    /// The number of its characters.
    pub length: usize,
    /// Whether a mark that ends a line of verse stands in it.
    pub punctuated: bool,
    /// What stands between 《 and 》, where the paragraph has it.
    pub quoted: Option<String>,
    /// The paragraph as it was written, white space at the ends left out.
    pub text: &'a str,
}

/// What stands between two marks: a range of the characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// The first of its characters.
    pub start: usize,
    /// Behind the last one.
    pub stop: usize,
    /// What stands behind it.
    pub end: End,
}

impl Piece {
    /// The number of characters.
    pub(super) const fn len(&self) -> usize {
        self.stop - self.start
    }
}

/// What ends a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// A space, or a mark that may stand inside a line (、).
    Soft,
    /// A mark that ends a line of verse, or the end of the paragraph.
    Hard,
}

/// Characters that room is made for at once: more than nearly every poem has.
const MOST_AT_ONCE: usize = 512;

/// Divides a text into paragraphs that hold something.
pub(super) fn divide(text: &str) -> Divided<'_> {
    let mut reader = Reader {
        text,
        divided: Divided {
            // Nearly all characters have three bytes, and marks stand between them.
            glyphs: Vec::with_capacity((text.len() / 3).min(MOST_AT_ONCE)),
            // Room for an octave.
            pieces: Vec::with_capacity(8),
            paragraphs: Vec::new(),
        },
        ..Reader::default()
    };
    let mut at = 0;
    for (byte, c) in text.char_indices() {
        reader.take(c, at, byte);
        at += c.len_utf16();
    }
    reader.end_paragraph(text.len());
    reader.divided
}

#[derive(Default)]
struct Reader<'a> {
    text: &'a str,
    divided: Divided<'a>,
    /// The paragraph that is being read; which pieces it has is known at its end.
    paragraph: Paragraph<'a>,
    /// Where the paragraph starts, in bytes.
    start: usize,
    /// Its first piece.
    first_piece: usize,
    /// Where the piece that is being read starts among the characters.
    piece: usize,
    /// The bracket that ends what is being left out: notes and dedications in ( ).
    note: Option<char>,
    /// Whether the reader is between 《 and 》.
    in_quotes: bool,
}

/// The bracket that ends the note which a bracket begins.
pub(crate) const fn note_end(bracket: char) -> Option<char> {
    match bracket {
        '（' => Some('）'),
        '(' => Some(')'),
        '【' => Some('】'),
        '〔' => Some('〕'),
        '[' => Some(']'),
        _ => None,
    }
}

impl Reader<'_> {
    fn take(&mut self, c: char, at: usize, byte: usize) {
        // Nearly all characters of verse are ideographs; they are no mark.
        if ('\u{3400}'..='\u{9fff}').contains(&c) && self.note.is_none() && !self.in_quotes {
            self.push(c, c, at);
            return;
        }
        if is_line_break(c) {
            self.note = None;
            self.end_paragraph(byte);
            self.start = byte + c.len_utf8();
            return;
        }
        if let Some(end) = self.note {
            if c == end {
                self.note = None;
            }
            return;
        }
        self.note = note_end(c);
        match c {
            _ if self.note.is_some() => {}
            '《' => {
                self.in_quotes = true;
                self.paragraph.quoted = Some(String::new());
            }
            '》' => self.in_quotes = false,
            _ => self.take_verse(c, at),
        }
    }

    fn take_verse(&mut self, c: char, at: usize) {
        if self.in_quotes
            && let Some(quoted) = &mut self.paragraph.quoted
        {
            quoted.push(c);
        }
        match c {
            '，' | '。' | '？' | '！' | '；' | ',' | '.' | '?' | '!' | ';' | '｡' | '：' | ':'
            | '…' | '/' | '|' | '／' | '｜' | '．' | '､' | '﹐' | '﹒' | '﹔' | '﹖' | '﹗'
            | '︐' | '︒' | '︔' | '︕' | '︖' => {
                self.paragraph.punctuated = true;
                self.end_piece(End::Hard);
            }
            '、' | '·' | '・' | '‧' | '—' | '–' | '-' | '～' | '~' => {
                self.end_piece(End::Soft)
            }
            c if c.is_whitespace() => self.end_piece(End::Soft),
            c if is_left_out(c) => {}
            c => self.push(c, lexicon::normal(c).unwrap_or(c), at),
        }
    }

    fn push(&mut self, written: char, read: char, at: usize) {
        self.divided.glyphs.push(Glyph {
            written,
            read,
            at,
            entry: None,
        });
    }

    fn end_piece(&mut self, end: End) {
        let (start, stop) = (self.piece, self.divided.glyphs.len());
        let pieces = &mut self.divided.pieces;
        if start < stop {
            pieces.push(Piece { start, stop, end });
            self.piece = stop;
        } else if end == End::Hard
            && let Some(last) = pieces.get_mut(self.first_piece..).and_then(<[_]>::last_mut)
        {
            last.end = End::Hard;
        }
    }

    fn end_paragraph(&mut self, byte: usize) {
        self.end_piece(End::Hard);
        let mut paragraph = std::mem::take(&mut self.paragraph);
        self.in_quotes = false;
        let pieces = self.first_piece..self.divided.pieces.len();
        self.first_piece = pieces.end;
        if let [first, ..] = self.divided.pieces.get(pieces.clone()).unwrap_or_default() {
            paragraph.length = self.piece - first.start;
            paragraph.pieces = pieces;
            paragraph.text = self.text.get(self.start..byte).unwrap_or_default().trim();
            self.divided.paragraphs.push(paragraph);
        }
    }
}

pub(crate) fn is_line_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Marks that belong to no line, and code points that are not seen.
fn is_left_out(c: char) -> bool {
    is_unseen(c)
        || c.is_control()
        || matches!(
            c,
            '"' | '\'' | '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』' | '〈' | '〉'
        )
        || matches!(
            c,
            '〝' | '〞' | '•' | '*' | '#' | '>' | '<' | '_' | '`' | '）' | ')' | '】'
        )
        || matches!(c, '〕' | ']' | '＂' | '\u{302a}'..='\u{302d}')
}
