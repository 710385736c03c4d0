//! Which of two versions is better.

use verse::{Kind, Severity};

use super::{Checked, group};
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
/// in a wrong form has few.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// The form, regulated, with a level rhyme.
    Right,
    /// The right lines, but the verse is old-style or rhymes oblique.
    WrongKind,
    /// The right number of lines; so many have a wrong length.
    WrongLength(usize),
    /// Another number of lines.
    WrongNumber,
}

impl Rank {
    /// The rank of a report on a poem for a brief.
    pub fn of(checked: &Checked, brief: &Brief) -> Self {
        let shape = brief.shape();
        let lines = (1..).zip(&checked.lines);
        let wrong = lines.filter(|(number, line)| line.chars().count() != shape.width(*number));
        let wrong = wrong.count();
        let is_kind = |verse: &verse::Report| verse.kind == Kind::Regulated;
        let fit = if !shape.fits(checked.lines.len()) {
            Fit::WrongNumber
        } else if wrong > 0 {
            Fit::WrongLength(wrong)
        } else if !checked.verse().is_none_or(is_kind) {
            Fit::WrongKind
        } else {
            Fit::Right
        };
        let lost = brief.locks().into_iter();
        let lost = lost.filter(|lock| !lock.is_kept_in(&checked.lines));
        let astray = checked.verse().map(|verse| group::astray(verse, brief));
        Self {
            lost: lost.count(),
            fit,
            astray: astray.map_or(0, |lines| lines.len()),
            errors: checked.count(Severity::Error),
            warnings: checked.count(Severity::Warning),
            advice: checked.count(Severity::Advice),
        }
    }

    /// Whether single lines can be mended: nothing is built on lines that cannot be scanned. The lines of
    /// a lyric are scanned one by one; where a third has a wrong length, it was written to another form.
    pub(super) fn is_mendable(self, brief: &Brief) -> bool {
        match self.fit {
            Fit::Right => true,
            Fit::WrongLength(wrong) => brief.tune.is_some() && wrong * 3 <= brief.lines(),
            Fit::WrongKind | Fit::WrongNumber => false,
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
        Rank::of(&Checked::of(text, brief), brief)
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
        assert_eq!(short.fit, Fit::WrongLength(1));
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
