//! From a status and what the provider says to an error.

use std::time::Duration;

use crate::{error::Error, wire::said::Said};

/// The error of an answer with this status. `retry_after` is the header.
pub fn error(status: u16, said: Said, retry_after: Option<&str>) -> Error {
    let money = said.is_about_money();
    let about_the_key = said.is_about_the_key();
    let in_details = said.retry_after;
    let said = said.text;
    match status {
        402 => Error::Money { said },
        400..=499 if money => Error::Money { said },
        401 | 403 => Error::Key { status, said },
        400..=499 if about_the_key => Error::Key { status, said },
        404 | 405 | 410 => Error::NotFound { said },
        429 => Error::Busy {
            retry_after: retry_after.and_then(seconds).or(in_details),
            said,
        },
        // The provider's own time-outs: the same request may pass a little later.
        408 | 425 | 500.. => Error::Down { status, said },
        _ => Error::Refused { status, said },
    }
}

/// The error of a good status with an error inside: a code that is a status counts as one.
pub fn error_inside(value: &serde_json::Value, said: Said) -> Error {
    let code = &value["error"]["code"];
    let status = code
        .as_u64()
        .or_else(|| code.as_str().and_then(|c| c.parse().ok()));
    match status
        .and_then(|s| u16::try_from(s).ok())
        .filter(|s| (400..600).contains(s))
        .or_else(|| said.status())
    {
        Some(status) => error(status, said, None),
        None if said.is_about_money() => Error::Money { said: said.text },
        None if said.is_about_the_key() => Error::Key {
            status: 200,
            said: said.text,
        },
        None => Error::Inside { said: said.text },
    }
}

/// The seconds of a `retry-after` header. The other form, a date, is taken as none: a page has
/// no trusted wall clock.
pub(super) fn seconds(header: &str) -> Option<Duration> {
    // Whole seconds by the standard; some send a fraction, of which the next second is taken.
    let (whole, fraction) = header.trim().split_once('.').unwrap_or((header.trim(), ""));
    let seconds: u32 = whole.parse().ok()?;
    let digits = fraction.bytes().all(|b| b.is_ascii_digit());
    let more = u32::from(fraction.bytes().any(|b| b != b'0'));
    (digits && seconds < 1_000_000).then(|| Duration::from_secs(u64::from(seconds + more)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::Secret;

    fn said(text: &str) -> Said {
        Said::read(text, &Secret::default())
    }

    #[test]
    fn each_status_is_its_error() {
        for (status, code) in [
            (400, "refused"),
            (401, "key"),
            (402, "money"),
            (403, "key"),
            (404, "not-found"),
            (405, "not-found"),
            (408, "down"),
            (413, "refused"),
            (422, "refused"),
            (429, "busy"),
            (500, "down"),
            (503, "down"),
            (529, "down"),
            (301, "refused"),
        ] {
            assert_eq!(error(status, said("No."), None).code(), code, "{status}");
        }
    }

    #[test]
    fn words_weigh_more_than_the_status() {
        for status in [400, 403, 429] {
            assert_eq!(
                error(status, said("insufficient_quota"), None).code(),
                "money"
            );
        }
        assert_eq!(error(400, said("Arrearage"), None).code(), "money");
        assert_eq!(error(400, said("invalid api key"), None).code(), "key");
        assert_eq!(error(500, said("insufficient_quota"), None).code(), "down");
    }

    #[test]
    fn retry_after_in_seconds() {
        let wait = |header| match error(429, said(""), Some(header)) {
            Error::Busy { retry_after, .. } => retry_after,
            other => panic!("{other:?}"),
        };
        assert_eq!(wait("7"), Some(Duration::from_secs(7)));
        assert_eq!(wait(" 0.5 "), Some(Duration::from_secs(1)));
        for bad in [
            "",
            "soon",
            "-1",
            "NaN",
            "inf",
            "1e9",
            "Wed, 21 Oct 2026 07:28:00 GMT",
        ] {
            assert_eq!(wait(bad), None, "{bad}");
        }
    }

    #[test]
    fn errors_inside_a_good_answer() {
        let inside = |json: &str| {
            let value = serde_json::from_str(json).unwrap();
            error_inside(&value, Said::of_value(&value, &Secret::default())).code()
        };
        assert_eq!(inside(r#"{"error":{"message":"x"}}"#), "inside");
        assert_eq!(inside(r#"{"error":{"message":"x","code":429}}"#), "busy");
        assert_eq!(inside(r#"{"error":{"message":"x","code":"503"}}"#), "down");
        assert_eq!(inside(r#"{"error":{"message":"x","code":7}}"#), "inside");
        assert_eq!(
            inside(r#"{"type":"error","error":{"type":"overloaded_error","message":"x"}}"#),
            "down"
        );
        assert_eq!(
            inside(r#"{"error":{"message":"余额不足","code":"1113"}}"#),
            "money"
        );
    }
}
