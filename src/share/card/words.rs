//! What is written on a card.

use super::{MOST_CELLS, MOST_LINES};
use crate::write::sheet::Sheet;

/// A line of verse.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verse {
    /// Its characters.
    pub text: Vec<char>,
    /// The mark of punctuation after it; only rows have it.
    pub stop: Option<char>,
}

/// What is written on a card.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The title.
    pub title: String,
    /// The poem.
    pub lines: Vec<Verse>,
    /// For whom or for what.
    pub dedication: String,
    /// From whom.
    pub signature: String,
    /// When.
    pub date: String,
}

/// Why a poem is not put on a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// There is none.
    Nothing,
    /// It has too many lines, or lines that are too long.
    TooLong,
}

/// The verse of a sheet, if it fits on a card.
pub fn verse(sheet: &Sheet) -> Result<Vec<Verse>, Unfit> {
    if sheet.lines.is_empty() {
        return Err(Unfit::Nothing);
    }
    let too_many = sheet.hidden > 0 || sheet.lines.len() > MOST_LINES;
    if too_many || sheet.width > MOST_CELLS {
        return Err(Unfit::TooLong);
    }
    let line = |line: &crate::write::sheet::LineModel| Verse {
        text: line.cells.iter().map(|cell| cell.hanzi).collect(),
        stop: line.punctuation,
    };
    Ok(sheet.lines.iter().map(line).collect())
}

impl Words {
    /// Every character.
    pub fn all(&self) -> String {
        let mut all = [&*self.title, &self.dedication, &self.signature, &self.date].concat();
        for line in &self.lines {
            all.extend(&line.text);
            all.extend(line.stop);
        }
        all.retain(|char| !char.is_whitespace());
        all
    }

    /// The characters of the longest line.
    pub fn width(&self) -> usize {
        self.lines
            .iter()
            .map(|line| line.text.len())
            .max()
            .unwrap_or(0)
    }

    /// Date and name, as they stand beside the seal.
    pub fn signed(&self) -> String {
        let parts = [self.date.trim(), self.signature.trim()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join("\u{3000}")
    }
}
