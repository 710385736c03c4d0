//! Where a line of verse ends.

use super::{
    Span,
    piece::{End, Piece},
};

/// Divides the verse into lines. Marks and line breaks end lines; a stretch without marks that is
/// as long as several lines is cut; spaces end lines only where what stands between them is a line.
pub(super) fn lines(pieces: &[Piece], width: Option<usize>) -> Vec<Span> {
    let width = width.unwrap_or_else(|| usual_width(pieces));
    let mut lines = Vec::with_capacity(pieces.len());
    for stretch in pieces.chunk_by(is_followed) {
        let is_lines = |p: &Piece| p.len() == width || p.len() == 2 * width;
        match stretch {
            [first, .., last] if !stretch.iter().all(is_lines) => {
                cut(first.start, last.stop, width, &mut lines);
            }
            pieces => {
                for piece in pieces {
                    cut(piece.start, piece.stop, width, &mut lines);
                }
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
fn cut(start: usize, stop: usize, width: usize, lines: &mut Vec<Span>) {
    let length = stop - start;
    // A line may be twice too long by mistake; more than that, or a couplet, is verse without marks.
    if (width == 5 || width == 7) && length > width && length.is_multiple_of(width) {
        let starts = (start..stop).step_by(width);
        lines.extend(starts.map(|start| Span {
            start,
            stop: start + width,
        }));
    } else {
        lines.push(Span { start, stop });
    }
}

/// The number of characters in a line: of 5 and 7 the one that makes up most of the text in whole
/// lines or couplets; where that leaves both open (seventy characters without a mark), the one whose
/// number of lines is that of a form. With no whole line yet, the width that the longest stretch is on
/// its way to.
fn usual_width(pieces: &[Piece]) -> usize {
    let (mut five, mut seven, mut longest) = (0, 0, 0);
    for stretch in pieces.chunk_by(is_followed) {
        let length: usize = stretch.iter().map(Piece::len).sum();
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
    use crate::text::read;

    fn lengths(text: &str) -> Vec<usize> {
        read(text, None, crate::RhymeBook::PingShui)
            .lines()
            .map(<[_]>::len)
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
        let form = Some(crate::Form::FiveExtended);
        let text = read(&"平".repeat(70), form, crate::RhymeBook::PingShui);
        assert_eq!(text.lines().len(), 14);
    }
}
