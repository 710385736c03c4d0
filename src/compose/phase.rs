//! What a run is doing, and how it ended.

use muse::{End, Error, Update};

/// What is going on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Nothing has been asked for yet.
    Idle,
    /// A request is on its way.
    Asking,
    /// The model thinks.
    Thinking,
    /// The poem comes.
    Writing,
    /// The provider did not take the request; it is asked again.
    Waiting {
        /// Why.
        error: Error,
        /// After so many seconds.
        seconds: u64,
        /// The number of the next try.
        next_try: u32,
    },
    /// The run is over.
    Ended(Ended),
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Nothing is left to mend.
    Clean,
    /// The rounds, tokens or time are used up.
    Budget,
    /// The last rounds made nothing better.
    NoProgress,
    /// The person stopped it.
    Stopped,
    /// It failed; the error is shown.
    Failed,
}

impl Phase {
    /// What an update says of it; `None` where it goes on as before.
    pub fn of(update: &Update<'_>) -> Option<Self> {
        match update {
            Update::Asked { .. } => Some(Self::Asking),
            Update::Waiting {
                error,
                wait,
                next_try,
            } => Some(Self::Waiting {
                error: (*error).clone(),
                seconds: wait.as_millis().div_ceil(1000) as u64,
                next_try: *next_try,
            }),
            Update::Thinking(_) => Some(Self::Thinking),
            Update::Text { .. } => Some(Self::Writing),
            Update::Version { .. } | Update::Usage(_) => None,
        }
    }

    /// How an end is shown, and the error where it failed.
    pub fn ended(end: End) -> (Self, Option<Error>) {
        let (ended, error) = match end {
            End::Clean => (Ended::Clean, None),
            End::Budget => (Ended::Budget, None),
            End::NoProgress => (Ended::NoProgress, None),
            End::Failed(Error::Stopped) => (Ended::Stopped, None),
            End::Failed(error) => (Ended::Failed, Some(error)),
        };
        (Self::Ended(ended), error)
    }

    /// Whether something is going on.
    pub const fn is_under_way(&self) -> bool {
        !matches!(self, Self::Idle | Self::Ended(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn waits_are_told_in_whole_seconds_and_never_too_short() {
        let error = Error::Stopped;
        let seconds = |millis| {
            let update = Update::Waiting {
                error: &error,
                wait: Duration::from_millis(millis),
                next_try: 2,
            };
            match Phase::of(&update) {
                Some(Phase::Waiting { seconds, .. }) => seconds,
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(
            [seconds(0), seconds(1), seconds(1000), seconds(1001)],
            [0, 1, 1, 2]
        );
    }

    #[test]
    fn stopping_is_no_error() {
        let stopped = Phase::ended(End::Failed(Error::Stopped));
        assert_eq!(stopped, (Phase::Ended(Ended::Stopped), None));
        let failed = Phase::ended(End::Failed(Error::NoModel));
        assert_eq!(failed, (Phase::Ended(Ended::Failed), Some(Error::NoModel)));
        assert!(!failed.0.is_under_way() && Phase::Asking.is_under_way());
    }
}
