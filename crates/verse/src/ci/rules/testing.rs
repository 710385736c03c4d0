//! What the tests of the rules share.

use crate::ci::{CiReport, Options, Tunes};

/// 李煜《清平乐》.
pub(super) const SPRING: &str = "别来春半，触目柔肠断。砌下落梅如雪乱，拂了一身还满。雁来音信无凭，路遥归梦难成。离恨恰如春草，更行更远还生。";

/// The report of a text that is a lyric.
#[track_caller]
pub(super) fn check(text: &str, options: &Options) -> CiReport {
    crate::ci::check(text, &Tunes::baked().unwrap(), options).unwrap()
}

/// The codes found in a text as `line:code`.
#[track_caller]
pub(super) fn found(text: &str) -> Vec<String> {
    let findings = check(text, &Options::default()).findings;
    findings
        .iter()
        .map(|f| format!("{}:{}", f.line, f.code))
        .collect()
}
