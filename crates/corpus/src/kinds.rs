//! What a check says of the octaves of 全唐诗, whatever their quality: old-style verse of eight lines
//! is among them, and what copyists spoilt.

use std::{
    collections::BTreeMap,
    fmt::{self, Display},
};

use verse::{Kind, Options, Severity, check};

use crate::poems::Octave;

/// How many poems are of each kind, and how many of the regulated ones have no error.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Kinds {
    counts: BTreeMap<&'static str, usize>,
    without_error: usize,
}

/// Checks all poems.
pub fn count(poems: &[Octave]) -> Kinds {
    let mut kinds = Kinds::default();
    let options = Options::default();
    for poem in poems {
        let lines: Vec<String> = poem.iter().map(|line| line.iter().collect()).collect();
        let report = check(&lines.join("，"), &options);
        let name = match report.kind {
            Kind::Regulated => "regulated",
            Kind::ObliqueRhymed => "oblique-rhymed",
            Kind::OldStyle => "old-style",
            Kind::Malformed => "malformed",
            Kind::Ci => "ci",
        };
        *kinds.counts.entry(name).or_default() += 1;
        let in_order = report
            .findings
            .iter()
            .all(|f| f.severity != Severity::Error);
        kinds.without_error += usize::from(report.kind == Kind::Regulated && in_order);
    }
    kinds
}

impl Display for Kinds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all: usize = self.counts.values().sum();
        let mut row = |name: &str, count: usize, of: usize| {
            let share = 100.0 * count as f64 / of.max(1) as f64;
            writeln!(f, "{name:<28}{count:>7}  {share:5.1} %")
        };
        row("octaves", all, all)?;
        for (name, count) in &self.counts {
            row(name, *count, all)?;
        }
        let regulated = self.counts.get("regulated").copied().unwrap_or(0);
        row("regulated without an error", self.without_error, regulated)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn octave(text: &str) -> Octave {
        text.split('，')
            .map(|line| line.chars().collect())
            .collect()
    }

    #[test]
    fn poems_are_counted_by_kind() {
        let regulated = "国破山河在，城春草木深，感时花溅泪，恨别鸟惊心，烽火连三月，家书抵万金，白头搔更短，浑欲不胜簪";
        let old = "岱宗夫如何，齐鲁青未了，造化钟神秀，阴阳割昏晓，荡胸生曾云，决眦入归鸟，会当凌绝顶，一览众山小";
        let kinds = count(&[octave(regulated), octave(old)]);
        assert_eq!(
            kinds.counts,
            BTreeMap::from([("old-style", 1), ("regulated", 1)])
        );
        assert_eq!(kinds.without_error, 1);
        assert!(kinds.to_string().contains("50.0 %"));
    }
}
