//! What can go wrong between the page and a provider, in a form that names the remedy.

mod sentence;

use std::{fmt, time::Duration};

use verse::Language;

use crate::{address::AddressError, provider::Browser};

/// Why a run, or one request of it, came to nothing. The sentences for people are in
/// [`Error::sentence`]. No variant can hold a key: `said` has been masked and shortened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// The address in the settings is not one that may be asked.
    Address(AddressError),
    /// The provider needs a key, and there is none.
    NoKey,
    /// The key is kept under a passphrase that has not been given.
    LockedKey,
    /// The key was given for another host than the one that the address names now.
    OtherHost {
        /// The origin that it was given for; empty where there was no address then.
        given: String,
        /// The origin of the address.
        now: String,
    },
    /// The key holds characters that no key has.
    BadKey,
    /// The key stands in the field for the address or for the model.
    MisplacedKey,
    /// No model is named.
    NoModel,
    /// 401 or 403: the key is refused.
    Key {
        /// The status.
        status: u16,
        /// What the provider said, masked and shortened; empty where it said nothing.
        said: String,
    },
    /// 402 and its kin: no money, or a quota used up. Waiting does not help.
    Money {
        /// What the provider said.
        said: String,
    },
    /// 404 or 405: no such model, or no such address.
    NotFound {
        /// What the provider said.
        said: String,
    },
    /// 400, 422 and other refusals of the request.
    Refused {
        /// The status.
        status: u16,
        /// What the provider said.
        said: String,
    },
    /// 429, also after waiting.
    Busy {
        /// How long the provider asks to wait.
        retry_after: Option<Duration>,
        /// What the provider said.
        said: String,
    },
    /// 5xx, also after waiting.
    Down {
        /// The status.
        status: u16,
        /// What the provider said.
        said: String,
    },
    /// An error that came inside a good answer.
    Inside {
        /// What the provider said.
        said: String,
    },
    /// A web page came instead of an answer.
    Html,
    /// What came is no answer in the provider's format.
    Malformed {
        /// The beginning of what came, masked and shortened.
        said: String,
    },
    /// The answer broke off.
    Broken,
    /// Nothing came for too long.
    Stalled {
        /// How long.
        after: Duration,
        /// Whether anything had come before.
        begun: bool,
    },
    /// The machine is offline.
    Offline,
    /// The provider could not be reached, and the browser does not say why.
    Unreachable {
        /// Whether the address is this machine.
        local: bool,
        /// Whether the provider answers browsers.
        browser: Browser,
    },
    /// The answer held no text.
    Empty {
        /// Whether the model had thought aloud.
        thought: bool,
    },
    /// The answer ended at a limit before the poem was whole.
    TooLong,
    /// The provider held the answer back.
    Filtered,
    /// The model answered, but with no line of verse.
    NoVerse {
        /// The beginning of what it said, masked and shortened.
        said: String,
    },
    /// The person stopped it.
    Stopped,
}

impl Error {
    /// What happened and what to do, for people. Plain text.
    pub fn sentence(&self, language: Language) -> String {
        match language {
            Language::Zh => sentence::zh::sentence(self),
            Language::Hant => sentence::zh_hant::sentence(self),
            Language::En => sentence::en::sentence(self),
        }
    }

    /// Whether a later try may go better without anybody doing anything.
    pub const fn may_pass(&self) -> bool {
        matches!(self, Self::Busy { .. } | Self::Down { .. })
    }

    /// A short name for tests and for the page's attributes: `key`, `money`, `stalled`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Address(_) => "address",
            Self::NoKey => "no-key",
            Self::LockedKey => "locked-key",
            Self::OtherHost { .. } => "other-host",
            Self::BadKey => "bad-key",
            Self::MisplacedKey => "misplaced-key",
            Self::NoModel => "no-model",
            Self::Key { .. } => "key",
            Self::Money { .. } => "money",
            Self::NotFound { .. } => "not-found",
            Self::Refused { .. } => "refused",
            Self::Busy { .. } => "busy",
            Self::Down { .. } => "down",
            Self::Inside { .. } => "inside",
            Self::Html => "html",
            Self::Malformed { .. } => "malformed",
            Self::Broken => "broken",
            Self::Stalled { .. } => "stalled",
            Self::Offline => "offline",
            Self::Unreachable { .. } => "unreachable",
            Self::Empty { .. } => "empty",
            Self::TooLong => "too-long",
            Self::Filtered => "filtered",
            Self::NoVerse { .. } => "no-verse",
            Self::Stopped => "stopped",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(Language::En))
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests;
