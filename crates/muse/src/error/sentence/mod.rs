//! The sentences for people: what happened, then what to try, in order. One file a language.

pub(super) mod en;
pub(super) mod zh;
pub(super) mod zh_hant;

use std::time::Duration;

/// Whole seconds, rounded up: a wait is never told too short.
fn seconds(time: Duration) -> u64 {
    time.as_secs() + u64::from(time.subsec_nanos() > 0)
}
