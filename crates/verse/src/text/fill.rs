//! What a poem lacks of its form, as blanks.

use super::{BLANK, Glyph, Span, Text};
use crate::form::Form;

impl Text {
    /// Puts blanks where characters of a form are still missing: behind short lines, and for the lines
    /// that have not been begun. `end` is where the text ends, in UTF-16 units. What is too long stays
    /// so.
    pub(crate) fn fill(&mut self, form: Form, end: usize) {
        let width = form.width();
        let lines = lines(form, self.spans.len());
        let mut glyphs = Vec::with_capacity(lines * width);
        let mut spans = Vec::with_capacity(lines);
        let mut written = Vec::with_capacity(lines);
        for number in 0..lines.max(self.spans.len()) {
            let line = self.line(number);
            let start = glyphs.len();
            glyphs.extend_from_slice(line);
            written.push(line.len());
            // A blank stands behind what is written before it.
            let at = line.last().map_or(end, |g| g.at + g.written.len_utf16());
            let blanks = width.saturating_sub(line.len());
            glyphs.extend((0..blanks).map(|_| blank(at)));
            spans.push(Span {
                start,
                stop: glyphs.len(),
            });
        }
        (self.glyphs, self.spans, self.written) = (glyphs, spans, written);
    }
}

/// How many lines a poem of a form has that has so many now.
fn lines(form: Form, now: usize) -> usize {
    let least = form.lines();
    let is_extended = matches!(form, Form::FiveExtended | Form::SevenExtended);
    if is_extended && now > least {
        now + now % 2
    } else {
        least
    }
}

const fn blank(at: usize) -> Glyph {
    Glyph {
        written: BLANK,
        read: BLANK,
        at,
        entry: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{RhymeBook, text};

    fn filled(source: &str, form: Form) -> Vec<String> {
        let mut text = text::read(source, Some(form), RhymeBook::PingShui);
        text.fill(form, source.encode_utf16().count());
        let line = |line: &[Glyph]| line.iter().map(|g| g.written).collect();
        text.lines().map(line).collect()
    }

    #[test]
    fn a_poem_is_filled_up_to_its_form() {
        let form = Form::FiveQuatrain;
        assert_eq!(filled("", form), ["□□□□□"; 4]);
        assert_eq!(
            filled("白日依，黄河入海流。欲", form),
            ["白日依□□", "黄河入海流", "欲□□□□", "□□□□□"]
        );
        assert_eq!(filled("白日依山尽黄", form)[0], "白日依山尽黄");
    }

    #[test]
    fn extended_verse_is_filled_up_to_a_couplet() {
        assert_eq!(filled("白日", Form::FiveExtended).len(), 10);
        let eleven = "白日依山尽，".repeat(11);
        assert_eq!(filled(&eleven, Form::FiveExtended).len(), 12);
        let fourteen = "白日依山尽，".repeat(14);
        assert_eq!(filled(&fourteen, Form::FiveQuatrain).len(), 14);
    }
}
