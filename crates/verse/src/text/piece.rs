//! Paragraphs, and the pieces between punctuation marks.

use crate::{lexicon, text::Glyph};

/// What stands between two line breaks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Paragraph<'a> {
    /// The pieces between marks and spaces; none is empty.
    pub pieces: Vec<Piece>,
    /// Whether a mark that ends a line of verse stands in it.
    pub punctuated: bool,
    /// What stands between 《 and 》, where the paragraph has it.
    pub quoted: Option<String>,
    /// The paragraph as it was written, white space at the ends left out.
    pub text: &'a str,
}

/// What stands between two marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Piece {
    /// The characters.
    pub glyphs: Vec<Glyph>,
    /// What stands behind it.
    pub end: End,
}

/// What ends a piece.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum End {
    /// A space, or a mark that may stand inside a line (、).
    Soft,
    /// A mark that ends a line of verse, or the end of the paragraph.
    #[default]
    Hard,
}

impl Paragraph<'_> {
    /// The number of characters.
    pub(super) fn len(&self) -> usize {
        self.pieces.iter().map(|p| p.glyphs.len()).sum()
    }
}

/// Divides a text into paragraphs that hold something.
pub(super) fn paragraphs(text: &str) -> Vec<Paragraph<'_>> {
    let mut reader = Reader {
        text,
        ..Reader::default()
    };
    let mut at = 0;
    for (byte, c) in text.char_indices() {
        reader.take(c, at, byte);
        at += c.len_utf16();
    }
    reader.end_paragraph(text.len());
    reader.paragraphs
}

#[derive(Default)]
struct Reader<'a> {
    text: &'a str,
    paragraphs: Vec<Paragraph<'a>>,
    paragraph: Paragraph<'a>,
    /// Where the paragraph starts, in bytes.
    start: usize,
    piece: Vec<Glyph>,
    /// The bracket that ends what is being left out: notes and dedications in ( ).
    note: Option<char>,
    /// Whether the reader is between 《 and 》.
    in_quotes: bool,
}

impl Reader<'_> {
    fn take(&mut self, c: char, at: usize, byte: usize) {
        // Nearly all characters of verse are ideographs; they are no mark.
        if ('\u{3400}'..='\u{9fff}').contains(&c) && self.note.is_none() && !self.in_quotes {
            self.push(c, c, at, byte);
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
        match c {
            '（' => self.note = Some('）'),
            '(' => self.note = Some(')'),
            '【' => self.note = Some('】'),
            '〔' => self.note = Some('〕'),
            '[' => self.note = Some(']'),
            '《' => {
                self.in_quotes = true;
                self.paragraph.quoted = Some(String::new());
            }
            '》' => self.in_quotes = false,
            _ => self.take_verse(c, at, byte),
        }
    }

    fn take_verse(&mut self, c: char, at: usize, byte: usize) {
        if self.in_quotes
            && let Some(quoted) = &mut self.paragraph.quoted
        {
            quoted.push(c);
        }
        match c {
            '，' | '。' | '？' | '！' | '；' | ',' | '.' | '?' | '!' | ';' | '｡' | '：' | ':'
            | '…' | '/' | '|' | '／' | '｜' | '．' => {
                self.paragraph.punctuated = true;
                self.end_piece(End::Hard);
            }
            '、' | '·' | '・' | '‧' | '—' | '–' | '-' | '～' | '~' => {
                self.end_piece(End::Soft)
            }
            c if c.is_whitespace() => self.end_piece(End::Soft),
            c if is_left_out(c) => {}
            c => self.push(c, lexicon::normal(c).unwrap_or(c), at, byte),
        }
    }

    fn push(&mut self, written: char, read: char, at: usize, byte: usize) {
        self.piece.push(Glyph {
            written,
            read,
            at,
            byte,
            entry: None,
        });
    }

    fn end_piece(&mut self, end: End) {
        if !self.piece.is_empty() {
            // Room for one line of verse.
            let glyphs = std::mem::replace(&mut self.piece, Vec::with_capacity(8));
            if self.paragraph.pieces.is_empty() {
                // And for the lines of an octave.
                self.paragraph.pieces.reserve(8);
            }
            self.paragraph.pieces.push(Piece { glyphs, end });
        } else if end == End::Hard
            && let Some(last) = self.paragraph.pieces.last_mut()
        {
            last.end = End::Hard;
        }
    }

    fn end_paragraph(&mut self, byte: usize) {
        self.end_piece(End::Hard);
        let mut paragraph = std::mem::take(&mut self.paragraph);
        self.in_quotes = false;
        if !paragraph.pieces.is_empty() {
            paragraph.text = self.text.get(self.start..byte).unwrap_or_default().trim();
            self.paragraphs.push(paragraph);
        }
    }
}

fn is_line_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Marks that belong to no line, and code points that are not seen.
fn is_left_out(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '"' | '\'' | '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』' | '〈' | '〉' | '〝'
            | '〞' | '*' | '#' | '>' | '<' | '_' | '`' | '）' | ')' | '】' | '〕' | ']' | '＂'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e01ef}' | '\u{00ad}'
            | '\u{180b}'..='\u{180f}' | '\u{302a}'..='\u{302d}')
}
