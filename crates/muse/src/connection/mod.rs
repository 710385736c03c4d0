//! Whom to ask: provider, address, model and key together, checked; and whether they get through.

mod trial;

use std::time::Duration;

pub use trial::{Suspect, Trial, test};

use crate::{address::Address, error::Error, provider::Provider, secret::Secret};

/// Everything that a request needs to find its provider.
#[derive(Clone, Debug, PartialEq)]
pub struct Connection {
    /// The provider.
    pub provider: &'static Provider,
    /// Its address.
    pub address: Address,
    /// The model, by the provider's name for it.
    pub model: String,
    /// The key; empty where none is needed.
    pub key: Secret,
}

impl Connection {
    /// A connection from what stands in the settings. An empty `base_url` takes the provider's
    /// own, an empty `model` its first.
    ///
    /// # Errors
    /// What is missing or cannot be right.
    pub fn new(
        provider: &'static Provider,
        base_url: &str,
        model: &str,
        key: Secret,
    ) -> Result<Self, Error> {
        let or = |typed: &str, preset: &str| {
            let typed = typed.trim();
            if typed.is_empty() {
                preset.to_owned()
            } else {
                typed.to_owned()
            }
        };
        let base_url = or(base_url, &provider.base_url);
        let model = or(model, provider.models.first().map_or("", String::as_str));
        if key.is_in(&base_url) || key.is_in(&model) {
            return Err(Error::MisplacedKey);
        }
        let address = Address::parse(&base_url).map_err(Error::Address)?;
        if model.is_empty() {
            return Err(Error::NoModel);
        }
        if key.is_empty() && provider.needs_key {
            return Err(Error::NoKey);
        }
        if !key.fits_a_header() {
            return Err(Error::BadKey);
        }
        Ok(Self {
            provider,
            address,
            model,
            key,
        })
    }
}

impl Connection {
    /// A connection for what needs no model, above all for asking which models there are.
    ///
    /// # Errors
    /// As [`Self::new`], but for the model.
    pub fn without_model(
        provider: &'static Provider,
        base_url: &str,
        key: Secret,
    ) -> Result<Self, Error> {
        let made = Self::new(provider, base_url, "?", key)?;
        let model = String::new();
        Ok(Self { model, ..made })
    }

    /// The same by way of a relay at this origin (see [`Address::through`]).
    #[must_use]
    pub fn through(self, relay: &str) -> Self {
        let address = self.address.through(relay);
        Self { address, ..self }
    }
}

/// How long to wait and how much to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The longest wait for the first payload of an answer. Comments that keep the line open are
    /// no payload.
    pub first: Duration,
    /// The longest wait between two payloads.
    pub between: Duration,
    /// The bytes of text of one answer; it is cut there.
    pub text: usize,
    /// The bytes of one answer on the wire, thinking and wrapping included; it is cut there.
    pub wire: usize,
    /// The longest wait that a provider may ask for before a next try.
    pub retry_after: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            first: Duration::from_secs(120),
            between: Duration::from_secs(45),
            text: 16 << 10,
            wire: 16 << 20,
            retry_after: Duration::from_secs(60),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deepseek() -> &'static Provider {
        Provider::find("deepseek").unwrap()
    }

    fn custom() -> &'static Provider {
        Provider::find("custom").unwrap()
    }

    #[test]
    fn empty_fields_take_the_preset() {
        let made = Connection::new(deepseek(), " ", "", Secret::new("sk-1")).unwrap();
        assert_eq!(made.address.base(), "https://api.deepseek.com");
        assert_eq!(made.model, "deepseek-flash");
    }

    #[test]
    fn what_is_missing_is_named() {
        let new = Connection::new;
        let local = "http://localhost:11434/v1";
        assert_eq!(new(deepseek(), "", "", Secret::new("")), Err(Error::NoKey));
        assert_eq!(
            new(deepseek(), "", "", Secret::new("密钥")),
            Err(Error::BadKey)
        );
        assert_eq!(
            new(custom(), local, "", Secret::new("")),
            Err(Error::NoModel)
        );
        assert_eq!(
            new(custom(), "", "m", Secret::new("")).unwrap_err().code(),
            "address"
        );
        assert!(new(custom(), local, "qwen3", Secret::new("")).is_ok());
    }

    #[test]
    fn a_connection_may_have_no_model_yet() {
        let new = Connection::without_model;
        let local = "http://localhost:11434/v1";
        let made = new(custom(), local, Secret::new("")).unwrap();
        assert_eq!(made.model, "");
        assert_eq!(new(deepseek(), "", Secret::new("")), Err(Error::NoKey));
    }

    #[test]
    fn a_key_in_the_wrong_field_goes_nowhere() {
        let new = Connection::new;
        let key = || Secret::new("sk-0123456789");
        let pasted = "https://a.cn/sk-0123456789";
        assert_eq!(new(custom(), pasted, "m", key()), Err(Error::MisplacedKey));
        assert_eq!(
            new(deepseek(), "", "sk-0123456789", key()),
            Err(Error::MisplacedKey)
        );
    }

    #[test]
    fn it_prints_no_key() {
        let made = Connection::new(deepseek(), "", "", Secret::new("sk-0123456789")).unwrap();
        assert!(!format!("{made:?}").contains("0123"));
    }
}
