//! Which of two versions is better.

use verse::{Kind, Report, Severity};

use super::group;
use crate::brief::Brief;

/// How far a version is from what was asked; less is better. Compared in the order of the fields:
/// first what the person fixed (the acrostic, locked characters), then the shape, then the rhyme group
/// that was asked for, then errors, then warnings, then advice. Notes and rescues do not count: they are no faults.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// Characters of the acrostic, and locked ones, that do not stand where they have to.
    pub lost: usize,
    /// How far the shape is off.
    pub fit: Fit,
    /// Lines that should rhyme in the group that was asked for, in a poem of another one.
    pub astray: usize,
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Advice.
    pub advice: usize,
}

/// How well a version has the form that was asked for. This goes before the faults, since a poem
/// in a wrong form has few: nothing is built on lines that cannot be scanned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// The form, regulated, with a level rhyme.
    Right,
    /// The right lines, but the verse is old-style or rhymes oblique.
    WrongKind,
    /// The right number of lines, not all of the right length.
    WrongLength,
    /// Another number of lines.
    WrongNumber,
}

impl Rank {
    /// The rank of a report on a poem for a brief.
    pub fn of(report: &Report, brief: &Brief) -> Self {
        let shape = brief.shape();
        let fit = if !shape.fits(report.lines.len()) {
            Fit::WrongNumber
        } else if report.lines.iter().any(|l| l.chars.len() != shape.width) {
            Fit::WrongLength
        } else if report.kind != Kind::Regulated {
            Fit::WrongKind
        } else {
            Fit::Right
        };
        let locks = brief.locks();
        Self {
            lost: locks.iter().filter(|lock| !lock.is_kept(report)).count(),
            fit,
            astray: group::astray(report, brief).len(),
            errors: report.count(Severity::Error),
            warnings: report.count(Severity::Warning),
            advice: report.count(Severity::Advice),
        }
    }

    /// Whether nothing is left to mend. Advice is a matter of taste and is not mended: each line
    /// written anew may get worse.
    pub fn is_clean(self) -> bool {
        let kept = self.lost == 0 && self.fit == Fit::Right && self.astray == 0;
        kept && self.errors == 0 && self.warnings == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use verse::Form;

    fn rank(text: &str) -> Rank {
        rank_for(text, &Brief::new(Form::FiveQuatrain, ""))
    }

    fn rank_for(text: &str, brief: &Brief) -> Rank {
        Rank::of(&verse::check(text, &brief.options()), brief)
    }

    #[test]
    fn a_lost_acrostic_is_worse_than_anything() {
        let mut brief = Brief::new(Form::FiveQuatrain, "");
        brief.acrostic = "白黄欲更".into();
        let kept = rank_for("白日依山尽，黄河入海流。欲穷千里目，更上一层山。", &brief);
        let short = rank_for("白日依山尽，黄河入海流。欲穷里目，更上一层楼。", &brief);
        let lost = rank_for("白日依山尽，黄河入海流。已穷千里目，更上一层楼。", &brief);
        assert_eq!((kept.lost, short.lost, lost.lost), (0, 0, 1));
        assert!(kept < short && short < lost && !lost.is_clean());
    }

    #[test]
    fn the_order_is_shape_errors_warnings_advice() {
        let clean = rank("白日依山尽，黄河入海流。欲穷千里目，更上一层楼。");
        assert!(clean.is_clean());
        let off_rhyme = rank("白日依山尽，黄河入海流。欲穷千里目，更上一层山。");
        assert_eq!((off_rhyme.fit, off_rhyme.errors), (Fit::Right, 1));
        let short = rank("白日依山尽，黄河入海流。欲穷千里目，更上层楼。");
        assert_eq!(short.fit, Fit::WrongLength);
        let three = rank("白日依山尽，黄河入海流。欲穷千里目。");
        assert_eq!(three.fit, Fit::WrongNumber);
        let eight = rank(&"白日依山尽，黄河入海流。欲穷千里目，更上一层楼。".repeat(2));
        assert_eq!(eight.fit, Fit::WrongNumber);
        assert!(clean < off_rhyme && off_rhyme < short && short < three);
        for dirty in [off_rhyme, short, three, eight] {
            assert!(!dirty.is_clean());
        }
    }

    #[test]
    fn fewer_errors_beat_fewer_warnings_and_warnings_beat_advice() {
        let rank = |errors, warnings, advice| Rank {
            lost: 0,
            fit: Fit::Right,
            astray: 0,
            errors,
            warnings,
            advice,
        };
        assert!(rank(0, 9, 9) < rank(1, 0, 0));
        assert!(rank(0, 0, 9) < rank(0, 1, 0));
        assert!(rank(0, 0, 0) < rank(0, 0, 1));
        assert!(rank(0, 0, 5).is_clean() && !rank(0, 1, 0).is_clean());
    }

    #[test]
    fn a_poem_with_an_oblique_rhyme_is_another_kind() {
        let found = rank("千山鸟飞绝，万径人踪灭。孤舟蓑笠翁，独钓寒江雪。");
        assert_eq!(found.fit, Fit::WrongKind);
    }
}
