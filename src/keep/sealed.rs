//! A key as it is kept under a passphrase.
//!
//! What is kept is JSON in the envelope of everything else: `{"version": 1, "value": {"rounds",
//! "salt", "nonce", "sealed"}}`, the bytes in base64 (RFC 4648). The rounds stand in the entry, so that
//! they may grow: what was sealed with fewer is still opened. It is made and opened by
//! `browser::vault`; nothing here knows a passphrase.
//!
//! It has a name of its own, beside that of the plain key: a page that knows nothing of it would take
//! what it finds under that name for a key, and send it.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::Value;

use super::{Refused, key::KeyPlaces, number, object, text};

/// The name in the store of the device, before the provider's id.
pub const NAME: &str = "yinchuang.sealed.";

/// The version of the form.
const VERSION: u64 = 1;

/// Rounds of PBKDF2-HMAC-SHA256 of what is sealed now: OWASP's Password Storage Cheat Sheet (2023).
pub const ROUNDS: u32 = 600_000;

/// Rounds above which an entry is not believed: the page would stand still for many seconds.
const MOST_ROUNDS: u64 = 10_000_000;

/// Bytes of the salt.
pub const SALT: usize = 16;

/// Bytes of the nonce, as AES-GCM has it (NIST SP 800-38D).
pub const NONCE: usize = 12;

/// Bytes of the mark by which AES-GCM knows that nothing was altered. No entry is shorter.
const MARK: usize = 16;

/// A key under a passphrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// How many rounds lead from the passphrase to the key that it is sealed with.
    pub rounds: u32,
    /// What the rounds begin with, beside the passphrase.
    pub salt: [u8; SALT],
    /// What makes this sealing another than any before.
    pub nonce: [u8; NONCE],
    /// The key, encrypted, and the mark.
    pub bytes: Vec<u8>,
}

/// Why an entry cannot be read. It is left where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no such entry, or no longer whole.
    Broken,
    /// It is of a version that this page no longer reads.
    Older,
    /// It is of a version that this page does not know yet.
    Newer,
}

impl Sealed {
    /// The text that is kept.
    pub fn print(&self) -> String {
        let coded = |bytes: &[u8]| Value::from(STANDARD.encode(bytes));
        let value = object([
            ("rounds", self.rounds.into()),
            ("salt", coded(&self.salt)),
            ("nonce", coded(&self.nonce)),
            ("sealed", coded(&self.bytes)),
        ]);
        object([("version", VERSION.into()), ("value", value)]).to_string()
    }

    /// Reads a text that was kept.
    pub fn parse(kept: &str) -> Result<Self, Unreadable> {
        let envelope: Value = serde_json::from_str(kept).map_err(|_| Unreadable::Broken)?;
        match number(&envelope, "version") {
            Some(VERSION) => {}
            Some(version) if version > VERSION => return Err(Unreadable::Newer),
            Some(_) => return Err(Unreadable::Older),
            None => return Err(Unreadable::Broken),
        }
        let sealed = envelope.get("value").and_then(Self::from_json);
        sealed.ok_or(Unreadable::Broken)
    }

    fn from_json(value: &Value) -> Option<Self> {
        let bytes = |field| STANDARD.decode(text(value, field)?).ok();
        let rounds = number(value, "rounds").filter(|rounds| (1..=MOST_ROUNDS).contains(rounds))?;
        Some(Self {
            rounds: u32::try_from(rounds).ok()?,
            salt: bytes("salt")?.try_into().ok()?,
            nonce: bytes("nonce")?.try_into().ok()?,
            bytes: bytes("sealed").filter(|bytes| bytes.len() > MARK)?,
        })
    }
}

impl KeyPlaces<'_> {
    fn sealed_name(self) -> String {
        [NAME, self.provider].concat()
    }

    /// What is kept under a passphrase, if there is something. A store that does not answer has nothing.
    pub fn sealed(self) -> Result<Option<Sealed>, Unreadable> {
        match self.device.read(&self.sealed_name()) {
            Ok(Some(kept)) => Sealed::parse(&kept).map(Some),
            Ok(None) | Err(Refused) => Ok(None),
        }
    }

    /// Keeps a key under a passphrase and nowhere else. An entry that cannot be read is not written
    /// over: that is refused.
    pub fn seal(self, sealed: &Sealed) -> Result<(), Refused> {
        self.sealed().map_err(|_| Refused)?;
        // Taken away first: a key that was to be under a passphrase must not stay plain because there
        // is no room for another entry.
        self.forget_plain()?;
        self.tell_gone();
        self.reseal(sealed)
    }

    /// Puts another entry in the place of one that can be read.
    pub fn reseal(self, sealed: &Sealed) -> Result<(), Refused> {
        self.device.write(&self.sealed_name(), &sealed.print())
    }

    /// Takes away what is kept under a passphrase, whatever it is.
    pub fn forget_sealed(self) -> Result<(), Refused> {
        self.device.remove(&self.sealed_name())
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{Store, key::Given, memory::MemoryStore},
        *,
    };

    fn given(key: &str) -> Given {
        Given::parse(key)
    }

    fn sealed() -> Sealed {
        Sealed {
            rounds: ROUNDS,
            salt: std::array::from_fn(|at| at as u8),
            nonce: [0xFB; NONCE],
            bytes: (100..140).collect(),
        }
    }

    #[test]
    fn what_is_printed_is_read_and_has_this_form() {
        assert_eq!(Sealed::parse(&sealed().print()), Ok(sealed()));
        assert_eq!(
            sealed().print(),
            concat!(
                r#"{"value":{"nonce":"+/v7+/v7+/v7+/v7","rounds":600000,"salt":"AAECAwQFBgcICQoLDA0ODw==","#,
                r#""sealed":"ZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXp7fH1+f4CBgoOEhYaHiImKiw=="},"version":1}"#
            )
        );
    }

    #[test]
    fn fewer_rounds_are_read_and_no_rounds_or_endless_ones_are_not() {
        let with = |rounds: &str| Sealed::parse(&sealed().print().replace("600000", rounds));
        assert_eq!(with("100000").map(|sealed| sealed.rounds), Ok(100_000));
        for rounds in ["0", "-1", "1.5", "10000001", "4294967297", "\"600000\""] {
            assert_eq!(with(rounds), Err(Unreadable::Broken), "{rounds}");
        }
    }

    #[test]
    fn other_versions_are_told_apart() {
        let version = |version: &str| {
            let other = format!("\"version\":{version}");
            Sealed::parse(&sealed().print().replace("\"version\":1", &other))
        };
        assert_eq!(version("0"), Err(Unreadable::Older));
        assert_eq!(version("2"), Err(Unreadable::Newer));
        assert_eq!(version("\"1\""), Err(Unreadable::Broken));
        assert_eq!(version("null"), Err(Unreadable::Broken));
        // Of a later version nothing but the version need be known.
        assert_eq!(
            Sealed::parse(r#"{"version":7,"argon2":true}"#),
            Err(Unreadable::Newer)
        );
    }

    #[test]
    fn what_is_not_whole_is_broken() {
        let whole = sealed().print();
        for end in whole.char_indices().map(|(at, _)| at) {
            assert_eq!(
                Sealed::parse(&whole[..end]),
                Err(Unreadable::Broken),
                "{end}"
            );
        }
        for (from, to) in [
            ("\"salt\":\"AAEC", "\"salt\":\""),
            ("\"nonce\":\"+/v7", "\"nonce\":\"-_v7"),
            ("\"sealed\":\"ZGVm", "\"sealed\":\"ZG m"),
            ("\"sealed\"", "\"seal\""),
        ] {
            let other = whole.replace(from, to);
            assert_ne!(other, whole);
            assert_eq!(Sealed::parse(&other), Err(Unreadable::Broken), "{other}");
        }
        // As long as the mark of an empty key.
        let empty = Sealed {
            bytes: vec![0; MARK],
            ..sealed()
        };
        assert_eq!(Sealed::parse(&empty.print()), Err(Unreadable::Broken));
        for other in ["", "sk-plain", "[]", "null", "{}"] {
            assert_eq!(Sealed::parse(other), Err(Unreadable::Broken), "{other}");
        }
    }

    #[test]
    fn sealing_takes_the_plain_key_away_and_a_plain_one_leaves_the_sealed() {
        let (tab, device) = (MemoryStore::default(), MemoryStore::default());
        let places = KeyPlaces::of_one(&tab, &device);
        assert_eq!(places.sealed(), Ok(None));
        for remember in [false, true] {
            places.save(&given("k-1"), remember).unwrap();
            places.seal(&sealed()).unwrap();
            assert_eq!(places.load(), None);
            assert_eq!(places.sealed(), Ok(Some(sealed())));
            let names = ["yinchuang.gone.deepseek", "yinchuang.sealed.deepseek"];
            assert_eq!(device.names(), names);
            assert!(tab.names().is_empty());
        }
        places.save(&given("k-2"), false).unwrap();
        assert_eq!(places.sealed(), Ok(Some(sealed())));
        places.forget().unwrap();
        assert_eq!(device.names(), ["yinchuang.gone.deepseek"]);
        assert!(tab.names().is_empty());
    }

    #[test]
    fn without_room_nothing_plain_stays_either() {
        let (tab, device) = (MemoryStore::default(), MemoryStore::default());
        let places = KeyPlaces::of_one(&tab, &device);
        places.save(&given("k-1"), true).unwrap();
        device.refuse_writes(true);
        assert_eq!(places.seal(&sealed()), Err(Refused));
        assert!(device.names().is_empty() && tab.names().is_empty());
    }

    #[test]
    fn what_cannot_be_read_stays_until_it_is_forgotten() {
        let (tab, device) = (MemoryStore::default(), MemoryStore::default());
        let places = KeyPlaces::of_one(&tab, &device);
        let later = r#"{"version":2,"value":"?"}"#;
        let kept = || device.read("yinchuang.sealed.deepseek").unwrap();
        device.write("yinchuang.sealed.deepseek", later).unwrap();
        assert_eq!(places.sealed(), Err(Unreadable::Newer));
        assert_eq!(places.seal(&sealed()), Err(Refused));
        places.save(&given("k-1"), true).unwrap();
        places.save(&given("k-1"), false).unwrap();
        assert_eq!(kept().as_deref(), Some(later));
        places.forget().unwrap();
        assert_eq!(kept(), None);
    }

    #[test]
    fn a_store_that_does_not_answer_has_nothing() {
        let store = MemoryStore::default();
        store.refuse_reads(true);
        let places = KeyPlaces {
            tab: &store,
            device: &store,
            provider: "deepseek",
        };
        assert_eq!(places.sealed(), Ok(None));
    }
}
