//! The key to a provider. It lives for the tab, or on the device where the person asks for that, plain
//! or under a passphrase ([`super::sealed`]), and never in two of them: forgetting it must be one act.
//! Every provider has its own: a key that was meant for one must not be sent to another that is chosen
//! later.

use super::{Refused, Store};

/// The name in either store, before the provider's id.
pub const NAME: &str = "yinchuang.key.";

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
    pub fn load(self) -> Option<(String, bool)> {
        let from = |store: &dyn Store| {
            store
                .read(&self.name())
                .ok()
                .flatten()
                .filter(|key| !key.is_empty())
        };
        from(self.device)
            .map(|key| (key, true))
            .or_else(|| from(self.tab).map(|key| (key, false)))
    }

    /// Keeps the key plain in one place and takes it away from the others. An empty key is forgotten.
    pub fn save(self, key: &str, remember: bool) -> Result<(), Refused> {
        // What is there and cannot be read was sealed by another page: only forgetting takes it away.
        if self.sealed().is_ok() {
            self.forget_sealed()?;
        }
        if key.is_empty() {
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
        into.write(&self.name(), key)
    }

    /// Takes the key away, wherever and however it is kept.
    pub fn forget(self) -> Result<(), Refused> {
        let sealed = self.forget_sealed();
        self.forget_plain().and(sealed)
    }

    /// Takes the key away from both places where it may be plain.
    pub fn forget_plain(self) -> Result<(), Refused> {
        let tab = self.tab.remove(&self.name());
        self.device.remove(&self.name()).and(tab)
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

    #[test]
    fn a_key_is_in_one_place_only() {
        let (tab, device) = (MemoryStore::default(), MemoryStore::default());
        let places = KeyPlaces::of_one(&tab, &device);
        assert_eq!(places.load(), None);

        places.save("k-1", false).unwrap();
        assert_eq!(places.load(), Some(("k-1".to_owned(), false)));
        assert!(device.names().is_empty());

        places.save("k-1", true).unwrap();
        assert_eq!(places.load(), Some(("k-1".to_owned(), true)));
        assert!(tab.names().is_empty());

        places.save("k-2", false).unwrap();
        assert!(device.names().is_empty());
        places.forget().unwrap();
        assert!(tab.names().is_empty());
        assert_eq!(places.load(), None);
    }

    #[test]
    fn a_key_leaves_the_device_even_if_the_tab_has_no_room() {
        let (tab, device) = (MemoryStore::default(), MemoryStore::default());
        let places = KeyPlaces::of_one(&tab, &device);
        places.save("k-1", true).unwrap();
        tab.refuse_writes(true);
        assert_eq!(places.save("k-1", false), Err(Refused));
        assert!(device.names().is_empty());
    }

    #[test]
    fn an_empty_key_is_forgotten() {
        let (tab, device) = (MemoryStore::default(), MemoryStore::default());
        let places = KeyPlaces::of_one(&tab, &device);
        places.save("k-1", true).unwrap();
        places.save("", true).unwrap();
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
        of("deepseek").save("k-1", true).unwrap();
        assert_eq!(of("openai").load(), None);
        of("openai").save("k-2", false).unwrap();
        of("openai").forget().unwrap();
        assert_eq!(of("deepseek").load(), Some(("k-1".to_owned(), true)));
    }
}
