//! Characters that stay where they are.

use serde::{Deserialize, Serialize};
use verse::{Report, RhymeBook, lexicon};

/// A character that has to stand at a place. Line and position count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lock {
    /// The line.
    pub line: usize,
    /// The place in the line.
    pub position: usize,
    /// The character. Its simplified and its traditional form are the same.
    pub character: char,
}

impl Lock {
    /// Whether a poem keeps it.
    pub fn is_kept(&self, report: &Report) -> bool {
        let line = self.line.checked_sub(1).and_then(|at| report.lines.get(at));
        line.is_some_and(|line| self.is_in(line.chars.iter().map(|c| c.character)))
    }

    /// Whether a poem keeps it, by its lines without marks; of a lyric by those of the form.
    pub fn is_kept_in(&self, lines: &[String]) -> bool {
        let line = self.line.checked_sub(1).and_then(|at| lines.get(at));
        line.is_some_and(|line| self.is_in(line.chars()))
    }

    fn is_in(&self, mut line: impl Iterator<Item = char>) -> bool {
        let place = self.position.checked_sub(1).and_then(|at| line.nth(at));
        place.is_some_and(|c| same(c, self.character))
    }
}

/// Whether two characters are one, in the same script or not.
fn same(one: char, other: char) -> bool {
    let writes = |short: char, long: char| {
        let readings = lexicon::readings(short, RhymeBook::PingShui);
        readings.iter().any(|r| r.form == long)
    };
    one == other || writes(one, other) || writes(other, one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_is_kept_in_either_script() {
        let report = verse::check(
            "风急天高猿啸哀，渚清沙白鸟飞回。",
            &verse::Options::default(),
        );
        let kept = |line, position, character| {
            let lock = Lock {
                line,
                position,
                character,
            };
            lock.is_kept(&report)
        };
        assert!(kept(1, 1, '风') && kept(1, 1, '風') && kept(2, 5, '鳥'));
        assert!(!kept(1, 1, '渚') && !kept(3, 1, '风') && !kept(0, 1, '风'));
        assert!(!kept(1, 8, '风') && !kept(1, 0, '风'));
    }
}
