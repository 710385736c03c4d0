//! Where a line of verse ends.

use super::{
    Glyph, TextLine,
    piece::{End, Paragraph},
};

/// Divides the verse into lines. Marks and line breaks end lines; a stretch without marks that is
/// as long as several lines is cut; spaces end lines only where what stands between them is a line.
pub(super) fn lines(paragraphs: Vec<Paragraph<'_>>, width: Option<usize>) -> Vec<TextLine> {
    let stretches = stretches(paragraphs);
    let width = width.unwrap_or_else(|| usual_width(&stretches));
    let mut lines = Vec::with_capacity(stretches.len());
    for mut stretch in stretches {
        let pieces_are_lines = stretch.len() > 1
            && stretch
                .iter()
                .all(|p| p.len() == width || p.len() == 2 * width);
        if pieces_are_lines {
            stretch
                .into_iter()
                .for_each(|piece| cut(piece, width, &mut lines));
        } else if stretch.len() == 1 {
            cut(stretch.swap_remove(0), width, &mut lines);
        } else {
            cut(stretch.concat(), width, &mut lines);
        }
    }
    lines
}

/// What stands between two hard ends: pieces divided by soft ones.
type Stretch = Vec<Vec<Glyph>>;

fn stretches(paragraphs: Vec<Paragraph<'_>>) -> Vec<Stretch> {
    let mut stretches = vec![Stretch::new()];
    for piece in paragraphs.into_iter().flat_map(|p| p.pieces) {
        if let Some(last) = stretches.last_mut() {
            last.push(piece.glyphs);
        }
        if piece.end == End::Hard {
            stretches.push(Stretch::new());
        }
    }
    stretches.retain(|s| !s.is_empty());
    stretches
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
/// number of lines is that of a form.
fn usual_width(stretches: &[Stretch]) -> usize {
    let score = |width: usize| -> (usize, bool) {
        let fits = |length: usize| length > 0 && length.is_multiple_of(width);
        let covered: usize = stretches
            .iter()
            .map(|s| {
                let length = s.iter().map(Vec::len).sum();
                if fits(length) { length } else { 0 }
            })
            .sum();
        let lines = covered / width;
        (covered, lines == 4 || lines == 8)
    };
    let (five, seven) = (score(5), score(7));
    if seven > five {
        7
    } else if five.0 > 0 {
        5
    } else {
        longest_begun(stretches)
    }
}

/// With no whole line yet, the width that the longest stretch is on its way to.
fn longest_begun(stretches: &[Stretch]) -> usize {
    let longest = stretches
        .iter()
        .map(|s| s.iter().map(Vec::len).sum())
        .max()
        .unwrap_or(0);
    if longest > 5 { 7 } else { 5 }
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
