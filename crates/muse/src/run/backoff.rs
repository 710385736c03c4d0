//! How long to wait before a request goes out again.

use std::time::Duration;

use crate::error::Error;

/// The most tries of one request.
pub const TRIES: u32 = 4;

/// The wait after try number `tried` (from 1) failed with `error`: 1, 2 and 4 seconds and up to a
/// quarter more by `jitter` (0 to 1), or what the provider asks for. `None`, if another try is no
/// use: it would fail again, it would be one too many, or the provider asks for more than
/// `longest`.
pub fn wait(error: &Error, tried: u32, jitter: f64, longest: Duration) -> Option<Duration> {
    if !error.may_pass() || tried >= TRIES {
        return None;
    }
    let jitter = if jitter.is_finite() {
        jitter.clamp(0.0, 1.0)
    } else {
        0.0
    };
    let usual = Duration::from_secs(1 << tried.saturating_sub(1).min(2));
    let spread = usual.mul_f64(jitter / 4.0);
    match error {
        Error::Busy {
            retry_after: Some(asked),
            ..
        } if *asked > longest => None,
        Error::Busy {
            retry_after: Some(asked),
            ..
        } => Some(*asked + spread),
        _ => Some(usual + spread),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONGEST: Duration = Duration::from_secs(60);

    fn busy(seconds: Option<u64>) -> Error {
        Error::Busy {
            retry_after: seconds.map(Duration::from_secs),
            said: String::new(),
        }
    }

    fn waits(error: &Error, jitter: f64) -> Vec<u128> {
        let waits = (1..10).map_while(|tried| wait(error, tried, jitter, LONGEST));
        waits.map(|w| w.as_millis()).collect()
    }

    #[test]
    fn one_two_four_seconds_and_jitter() {
        let down = Error::Down {
            status: 503,
            said: String::new(),
        };
        assert_eq!(waits(&down, 0.0), [1000, 2000, 4000]);
        assert_eq!(waits(&down, 1.0), [1250, 2500, 5000]);
        assert_eq!(waits(&busy(None), 0.5), [1125, 2250, 4500]);
        for odd in [f64::NAN, f64::INFINITY, -3.0] {
            assert_eq!(waits(&down, odd), [1000, 2000, 4000]);
        }
    }

    #[test]
    fn what_the_provider_asks_for_is_kept() {
        assert_eq!(waits(&busy(Some(7)), 0.0), [7000, 7000, 7000]);
        assert_eq!(waits(&busy(Some(0)), 0.0), [0, 0, 0]);
        assert_eq!(waits(&busy(Some(61)), 0.0), [0; 0]);
    }

    #[test]
    fn what_waiting_does_not_mend_is_not_tried_again() {
        for error in [
            Error::Money {
                said: String::new(),
            },
            Error::Key {
                status: 401,
                said: String::new(),
            },
            Error::Broken,
            Error::Stopped,
        ] {
            assert_eq!(waits(&error, 0.0), [0; 0]);
        }
    }
}
