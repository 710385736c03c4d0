//! What stands around the verse of a poem that a model changes: title, author, preface, layout and punctuation
//! are the person's, and stay.

use verse::Report;

use crate::write::replace::replaced;

/// Marks that belong to the line that they stand behind.
const MARKS: &str = "，。、！？；：,.!?;:";

/// A text in which the lines of verse can be others.
pub struct Frame {
    text: String,
    /// Of each line of verse its beginning and end in the text, in UTF-16 units, and what it says.
    lines: Vec<(usize, usize, String)>,
}

impl Frame {
    /// The frame of a text, whose report this is. `None` where `given`, the poem in it as the model was given
    /// it, is not what the report has for its verse.
    pub fn of(text: &str, report: &Report, given: &str) -> Option<Self> {
        let lines: Vec<_> = report
            .lines
            .iter()
            .map(|line| (line.start, line.end, bare(&line.text())))
            .collect();
        let is_whole = lines.iter().map(|(.., line)| line).eq(&rows(given));
        (is_whole && !lines.is_empty()).then(|| Self {
            text: text.to_owned(),
            lines,
        })
    }

    /// The text with another poem in it. As long as the lines are as many, each takes the place of its own;
    /// otherwise the poem takes the place of all.
    pub fn with(&self, poem: &str) -> String {
        let rows = rows(poem);
        let text = if rows.len() == self.lines.len() {
            self.line_by_line(&rows)
        } else {
            self.as_a_whole(poem)
        };
        text.unwrap_or_else(|| poem.to_owned())
    }

    fn line_by_line(&self, rows: &[String]) -> Option<String> {
        let mut text = self.text.clone();
        for ((start, end, old), new) in self.lines.iter().zip(rows).rev() {
            if old != new {
                text = replaced(&text, *start, *end, new)?;
            }
        }
        Some(text)
    }

    fn as_a_whole(&self, poem: &str) -> Option<String> {
        let ((start, ..), (_, end, _)) = (self.lines.first()?, self.lines.last()?);
        let behind = replaced(&self.text, 0, *end, "")?;
        let marks = behind.chars().take_while(|c| MARKS.contains(*c)).count();
        replaced(&self.text, *start, end + marks, poem)
    }
}

/// The lines of a poem that has one in each row, without their marks.
fn rows(poem: &str) -> Vec<String> {
    let rows = poem.lines().map(bare);
    rows.filter(|row| !row.is_empty()).collect()
}

fn bare(row: &str) -> String {
    row.trim()
        .trim_end_matches(|c| MARKS.contains(c))
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use verse::{Options, check};

    const TEXT: &str = "《登鹳雀楼》\n王之涣\n\n  白日依山尽，黄河入海流；\n欲穷千里目，更上一层楼！\n\n（在鹳雀楼）";
    const GIVEN: &str = "白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层楼。";

    fn frame() -> Frame {
        let report = check(TEXT, &Options::default());
        assert_eq!(report.lines.len(), 4, "what is around it is no verse");
        Frame::of(TEXT, &report, GIVEN).unwrap()
    }

    #[test]
    fn the_same_poem_is_the_same_text() {
        assert_eq!(frame().with(GIVEN), TEXT);
    }

    #[test]
    fn another_line_takes_the_place_of_its_own() {
        let after = frame().with(&GIVEN.replace("欲穷千里目", "欲看𠮷里月"));
        assert_eq!(after, TEXT.replace("欲穷千里目", "欲看𠮷里月"));
    }

    #[test]
    fn a_poem_of_another_length_stands_where_the_verse_stood() {
        assert_eq!(
            frame().with("白日依山尽，\n黄河"),
            "《登鹳雀楼》\n王之涣\n\n  白日依山尽，\n黄河\n\n（在鹳雀楼）"
        );
    }

    #[test]
    fn what_is_read_in_two_ways_has_no_frame() {
        let report = check(TEXT, &Options::default());
        assert!(Frame::of(TEXT, &report, "白日依山尽，\n黄河入海流。").is_none());
        assert!(Frame::of("", &check("", &Options::default()), "").is_none());
    }
}
