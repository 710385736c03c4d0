//! The key to a provider. It lives for the tab, or on the device where the person asks for that, plain
//! or under a passphrase ([`super::sealed`]), and never in two of them: forgetting it must be one act.
//! Every provider has its own: a key that was meant for one must not be sent to another that is chosen
//! later. With it stands the host that it was given for: an address can be changed later, too.
//!
//! Other tabs have stores of their own, into which this one cannot reach, and may be asleep. So the
//! device counts how often a key was forgotten or sealed, and the key of a tab is none if it was put
//! there before the last time.

use muse::Secret;

use super::{Refused, Store};

/// The name in either store, before the provider's id.
pub const NAME: &str = "yinchuang.key.";

/// The name on the device, before the provider's id, of how often the key was forgotten or sealed.
pub const GONE: &str = "yinchuang.gone.";

/// In place of an origin: the key was typed while no address stood there. (Nothing at all says that an
/// older page has kept it.)
pub const NOWHERE: &str = "-";

/// A key, and what it was given for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// The key.
    pub key: Secret,
    /// The origin of the address that it was given for, or [`NOWHERE`]; empty where that is not known:
    /// pages before this one did not keep it.
    pub origin: String,
}

impl Given {
    /// The text that is kept: the key, and the origin in a line of its own. (One entry, not two: no other
    /// tab can see the one without the other.)
    pub fn print(&self) -> String {
        [self.key.expose(), "\n", &self.origin].concat()
    }

    /// Reads a text that was kept. What pages before this one kept is the key alone.
    pub fn parse(kept: &str) -> Self {
        let mut lines = kept.split('\n');
        let mut line = || lines.next().unwrap_or_default();
        Self {
            key: Secret::new(line()),
            origin: line().to_owned(),
        }
    }
}

/// The places that a key may be in.
#[derive(Clone, Copy)]
pub struct KeyPlaces<'a> {
    /// Lasts as long as the tab.
    pub tab: &'a dyn Store,
    /// Lasts on the device.
    pub device: &'a dyn Store,
    /// The id of the provider whose key it is.
    pub provider: &'a str,
}

impl KeyPlaces<'_> {
    fn name(self) -> String {
        [NAME, self.provider].concat()
    }

    /// The plain key, and whether it is remembered on the device.
    pub fn load(self) -> Option<(Given, bool)> {
        let from = |store: &dyn Store| store.read(&self.name()).ok().flatten();
        let given = |kept: &String| Some(Given::parse(kept)).filter(|g| !g.key.is_empty());
        let on_device = from(self.device).as_ref().and_then(given);
        on_device.map(|given| (given, true)).or_else(|| {
            let kept = from(self.tab).filter(|kept| self.is_fresh(kept))?;
            Some((given(&kept)?, false))
        })
    }

    /// Keeps the key plain in one place and takes it away from the other. An empty key is forgotten. What
    /// is under a passphrase stays: that goes only where the person says so.
    pub fn save(self, given: &Given, remember: bool) -> Result<(), Refused> {
        if given.key.is_empty() {
            return self.forget_plain();
        }
        let (into, other) = if remember {
            (self.device, self.tab)
        } else {
            (self.tab, self.device)
        };
        // Taken away first: a key that was not to stay on the device must not stay there because
        // the tab's store is full.
        other.remove(&self.name())?;
        let mut text = given.print();
        if !remember {
            text = [&text, "\n", &self.gone().to_string()].concat();
        }
        into.write(&self.name(), &text)
    }

    /// Takes the key away, wherever and however it is kept, in other tabs, too.
    pub fn forget(self) -> Result<(), Refused> {
        let sealed = self.forget_sealed();
        let plain = self.forget_plain();
        self.tell_gone();
        plain.and(sealed)
    }

    /// Takes the key away from both places where it may be plain.
    pub fn forget_plain(self) -> Result<(), Refused> {
        let tab = self.forget_in_tab();
        self.device.remove(&self.name()).and(tab)
    }

    /// Takes the key of the tab away.
    pub fn forget_in_tab(self) -> Result<(), Refused> {
        self.tab.remove(&self.name())
    }

    /// Takes the key of the tab away if it was forgotten or sealed after it had been put there.
    pub fn forget_stale(self) -> Result<(), Refused> {
        match self.tab.read(&self.name())? {
            Some(kept) if !self.is_fresh(&kept) => self.forget_in_tab(),
            _ => Ok(()),
        }
    }

    /// How often the key was forgotten or sealed.
    pub fn gone(self) -> u64 {
        self.count().unwrap_or(0)
    }

    /// Whether it was forgotten or sealed after it had been so `then` times. A store that does not answer says
    /// nothing of that.
    pub fn has_gone_since(self, then: u64) -> bool {
        self.count().is_ok_and(|now| now != then)
    }

    fn count(self) -> Result<u64, Refused> {
        let count = self.device.read(&[GONE, self.provider].concat())?;
        Ok(count.and_then(|count| count.parse().ok()).unwrap_or(0))
    }

    /// Counts once more. Where there is no room for that, the tabs that are awake are told otherwise.
    pub(super) fn tell_gone(self) {
        let count = self.gone().wrapping_add(1).to_string();
        let _ = self.device.write(&[GONE, self.provider].concat(), &count);
    }

    /// Whether nothing was forgotten since a tab kept this.
    fn is_fresh(self, kept: &str) -> bool {
        let since = kept.split('\n').nth(2).and_then(|count| count.parse().ok());
        since.unwrap_or(0) == self.gone()
    }
}

#[cfg(test)]
impl<'a> KeyPlaces<'a> {
    /// The places of one provider, for tests.
    pub fn of_one(tab: &'a dyn Store, device: &'a dyn Store) -> Self {
        Self {
            tab,
            device,
            provider: "deepseek",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::memory::MemoryStore, *};

    const ORIGIN: &str = "https://a.cn/";

    fn given(key: &str) -> Given {
        Given {
            key: Secret::new(key),
            origin: ORIGIN.to_owned(),
        }
    }

    #[test]
    fn a_key_is_in_one_place_only_and_with_it_what_it_was_given_for() {
        let (tab, device) = (MemoryStore::default(), MemoryStore::default());
        let places = KeyPlaces::of_one(&tab, &device);
        assert_eq!(places.load(), None);

        places.save(&given("k-1"), false).unwrap();
        assert_eq!(places.load(), Some((given("k-1"), false)));
        assert!(device.names().is_empty());

        places.save(&given("k-1"), true).unwrap();
        assert_eq!(places.load(), Some((given("k-1"), true)));
        assert!(tab.names().is_empty());

        places.save(&given("k-2"), false).unwrap();
        assert!(device.names().is_empty());
        places.forget().unwrap();
        assert!(tab.names().is_empty());
        assert_eq!(places.load(), None);
    }

    #[test]
    fn what_older_pages_kept_is_a_key_that_was_given_for_nothing_known() {
        let (tab, device) = (MemoryStore::default(), MemoryStore::default());
        let places = KeyPlaces::of_one(&tab, &device);
        let old = Given {
            key: Secret::new("k-1"),
            origin: String::new(),
        };
        tab.write("yinchuang.key.deepseek", "k-1").unwrap();
        assert_eq!(places.load(), Some((old.clone(), false)));
        device.write("yinchuang.key.deepseek", "k-1").unwrap();
        assert_eq!(places.load(), Some((old, true)));
    }

    #[test]
    fn a_key_leaves_the_device_even_if_the_tab_has_no_room() {
        let (tab, device) = (MemoryStore::default(), MemoryStore::default());
        let places = KeyPlaces::of_one(&tab, &device);
        places.save(&given("k-1"), true).unwrap();
        tab.refuse_writes(true);
        assert_eq!(places.save(&given("k-1"), false), Err(Refused));
        assert!(device.names().is_empty());
    }

    #[test]
    fn an_empty_key_is_forgotten() {
        let (tab, device) = (MemoryStore::default(), MemoryStore::default());
        let places = KeyPlaces::of_one(&tab, &device);
        places.save(&given("k-1"), true).unwrap();
        places.save(&given(""), true).unwrap();
        assert_eq!(places.load(), None);
    }

    #[test]
    fn each_provider_has_its_own() {
        let (tab, device) = (MemoryStore::default(), MemoryStore::default());
        let of = |provider| KeyPlaces {
            tab: &tab,
            device: &device,
            provider,
        };
        of("deepseek").save(&given("k-1"), true).unwrap();
        assert_eq!(of("openai").load(), None);
        of("openai").save(&given("k-2"), false).unwrap();
        of("openai").forget().unwrap();
        assert_eq!(of("deepseek").load(), Some((given("k-1"), true)));
    }

    #[test]
    fn what_is_forgotten_in_one_tab_is_no_key_in_another() {
        let device = MemoryStore::default();
        let (one, other) = (MemoryStore::default(), MemoryStore::default());
        let [one, other] = [&one, &other].map(|tab| KeyPlaces::of_one(tab, &device));
        for times in 1..4 {
            one.save(&given("k-1"), false).unwrap();
            other.save(&given("k-1"), false).unwrap();
            other.forget_stale().unwrap();
            assert!(other.load().is_some());
            one.forget().unwrap();
            assert_eq!((one.load(), other.load(), one.gone()), (None, None, times));
            assert!(other.has_gone_since(times - 1) && !other.has_gone_since(times));
        }
        other.forget_stale().unwrap();
        assert_eq!(other.tab.read("yinchuang.key.deepseek"), Ok(None));
    }
}
