//! Where a line of verse ends.

use super::{
    Glyph, TextLine,
    piece::{End, Paragraph, Piece},
};

/// Divides the verse into lines. Marks and line breaks end lines; a stretch without marks that is
/// as long as several lines is cut; spaces end lines only where what stands between them is a line.
pub(super) fn lines(paragraphs: Vec<Paragraph<'_>>, width: Option<usize>) -> Vec<TextLine> {
    let mut pieces: Vec<Piece> = Vec::new();
    for mut paragraph in paragraphs {
        if pieces.is_empty() {
            pieces = paragraph.pieces;
        } else {
            pieces.append(&mut paragraph.pieces);
        }
    }
    let width = width.unwrap_or_else(|| usual_width(&pieces));
    let mut lines = Vec::with_capacity(pieces.len());
    for stretch in pieces.chunk_by_mut(is_followed) {
        let pieces_are_lines = stretch
            .iter()
            .all(|p| p.glyphs.len() == width || p.glyphs.len() == 2 * width);
        if !pieces_are_lines && let [first, rest @ ..] = &mut *stretch {
            for piece in rest {
                first.glyphs.append(&mut piece.glyphs);
            }
        }
        for piece in stretch {
            let glyphs = std::mem::take(&mut piece.glyphs);
            if !glyphs.is_empty() {
                cut(glyphs, width, &mut lines);
            }
        }
    }
    lines
}

/// Whether a piece and the one behind it stand in one stretch: pieces divided by soft ends.
fn is_followed(piece: &Piece, _: &Piece) -> bool {
    piece.end == End::Soft
}

/// Cuts a stretch into lines of `width`, if it is a whole number of them.
fn cut(glyphs: Vec<Glyph>, width: usize, lines: &mut Vec<TextLine>) {
    let whole = (width == 5 || width == 7)
        && glyphs.len() > width
        && glyphs.len().is_multiple_of(width)
        // A line may be twice too long by mistake; more than that, or a couplet, is verse without
        // marks.
        && glyphs.len() / width >= 2;
    if whole {
        lines.extend(
            glyphs
                .chunks(width)
                .map(|c| TextLine { glyphs: c.to_vec() }),
        );
    } else {
        lines.push(TextLine { glyphs });
    }
}

/// The number of characters in a line: of 5 and 7 the one that makes up most of the text in whole
/// lines or couplets; where that leaves both open (seventy characters without a mark), the one whose
/// number of lines is that of a form. With no whole line yet, the width that the longest stretch is on
/// its way to.
fn usual_width(pieces: &[Piece]) -> usize {
    let (mut five, mut seven, mut longest) = (0, 0, 0);
    for stretch in pieces.chunk_by(is_followed) {
        let length: usize = stretch.iter().map(|p| p.glyphs.len()).sum();
        longest = longest.max(length);
        if length.is_multiple_of(5) {
            five += length;
        }
        if length.is_multiple_of(7) {
            seven += length;
        }
    }
    let is_form = |lines: usize| lines == 4 || lines == 8;
    if (seven, is_form(seven / 7)) > (five, is_form(five / 5)) || five == 0 && longest > 5 {
        7
    } else {
        5
    }
}

#[cfg(test)]
mod tests {
    use crate::text::{TextLine, read};

    fn lengths(text: &str) -> Vec<usize> {
        read(text, None, crate::RhymeBook::PingShui)
            .lines
            .iter()
            .map(|l: &TextLine| l.glyphs.len())
            .collect()
    }

    #[test]
    fn a_line_of_wrong_length_stays_whole() {
        assert_eq!(
            lengths("白日依山尽，黄河入海流。欲穷千里目，更上层楼。"),
            [5, 5, 5, 4]
        );
        assert_eq!(
            lengths("白日依山尽，黄河入海流。欲穷千里目，更上高高层楼。"),
            [5, 5, 5, 6]
        );
    }

    #[test]
    fn text_without_marks_is_cut_by_what_makes_a_form() {
        assert_eq!(lengths(&"平".repeat(40)), [5; 8]);
        assert_eq!(lengths(&"平".repeat(56)), [7; 8]);
        assert_eq!(lengths(&"平".repeat(28)), [7; 4]);
        assert_eq!(lengths(&"平".repeat(20)), [5; 4]);
    }

    #[test]
    fn a_pause_mark_inside_a_line_does_not_end_it() {
        assert_eq!(lengths("桃、李花开满院香，春风吹过小池塘。"), [7, 7]);
    }

    #[test]
    fn the_chosen_form_decides() {
        let lines = read(&"平".repeat(70), Some(5), crate::RhymeBook::PingShui).lines;
        assert_eq!(lines.len(), 14);
    }
}
