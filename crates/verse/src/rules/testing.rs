//! What the tests of the rules share.

use crate::{Options, Severity, check};

/// The codes found in a text as `line:code`, advice left out.
#[track_caller]
pub(crate) fn found(text: &str) -> Vec<String> {
    check(text, &Options::default())
        .findings
        .iter()
        .filter(|f| f.severity != Severity::Advice)
        .map(|f| format!("{}:{}", f.line, f.code))
        .collect()
}

/// The places of a rule's findings as (line, places).
#[track_caller]
pub(crate) fn places(text: &str, code: &str) -> Vec<(usize, Vec<usize>)> {
    check(text, &Options::default())
        .findings
        .into_iter()
        .filter(|f| f.code == code)
        .map(|f| (f.line, f.chars))
        .collect()
}
