//! Other tabs: what is forgotten or sealed in one is so in all of them.

use super::{Keyring, chosen_provider, with_places};
use crate::{
    browser::channel::Channel,
    desk::Desk,
    keep::{
        key::{self, GONE},
        sealed,
    },
};

/// The line between the tabs. What stands on the device they see anyway; this is for the stores of the
/// tabs, where the device has no room for a word.
const LINE: &str = "yinchuang.keys";

/// A key has been forgotten or sealed, before the provider's id.
const SAID_GONE: &str = "gone ";

/// Somebody was asked with a key, before the provider's id.
const SAID_USED: &str = "used ";

impl Keyring {
    /// Opens the line to the other tabs.
    pub fn listen(self, desk: Desk) {
        let line = Channel::open(LINE, move |word| {
            if let Some(provider) = word.strip_prefix(SAID_GONE) {
                self.0.change(|ring| ring.drop(provider));
                // What is on the device is the other tab's to take away.
                let _ = with_places(desk, provider, |p| p.forget_in_tab());
                self.changed(desk, Some(provider));
            }
            if word.strip_prefix(SAID_USED) == Some(&chosen_provider(desk)) {
                self.0.change(|ring| ring.just_typed = false);
            }
        });
        self.0.change(|ring| ring.line = Some(line));
    }

    /// Tells the other tabs that a key has been forgotten or sealed.
    pub(super) fn say_gone(self, provider: &str) {
        self.say(&[SAID_GONE, provider].concat());
    }

    /// Tells them that somebody was asked with one.
    pub(super) fn say_used(self, provider: &str) {
        self.say(&[SAID_USED, provider].concat());
    }

    fn say(self, word: &str) {
        if let Some(line) = self.0.with_untracked(|ring| ring.line) {
            line.say(word);
        }
    }

    /// Another tab has changed what is kept under a name; everything, where there is no name. What
    /// was forgotten there is not to be used here, and what was sealed there is locked here.
    pub fn hear(self, desk: Desk, name: Option<&str>) {
        let about = |prefix| name.map_or(Some(""), |name: &str| name.strip_prefix(prefix));
        let [plain, sealed, gone] = [key::NAME, sealed::NAME, GONE].map(about);
        let is_meant = |of: Option<&str>, id: &str| of.is_some_and(|of| name.is_none() || of == id);
        if plain.or(sealed).or(gone).is_none() {
            return;
        }
        if let Some(provider) = gone.filter(|_| name.is_some()) {
            let _ = with_places(desk, provider, |places| places.forget_stale());
        }
        let whose = name.and(plain.or(sealed).or(gone));
        self.0.change(|ring| {
            if let Some(provider) = whose {
                ring.let_be_kept(provider);
            }
            ring.held.retain(|held| {
                let id = held.provider.as_str();
                let is_there = || {
                    let kept = with_places(desk, id, |places| places.load());
                    kept.is_some_and(|(kept, on)| on && kept.key == held.given.key)
                };
                let lost = is_meant(plain, id) && held.on_device && !is_there();
                let sealed = is_meant(sealed, id) && held.sealed;
                let gone = name.is_some() && is_meant(gone, id);
                !(lost || sealed || gone)
            });
        });
        self.changed(desk, whose);
    }

    /// Lets go of the keys that have been forgotten or sealed since they were taken up, though no word of it
    /// has come: a browser may put a page aside and bring it back.
    pub fn catch_up(self, desk: Desk) {
        if self.drop_stale(desk) {
            self.look_again(desk);
        }
    }

    /// Lets go of those under a passphrase, and says whether there are any at all.
    pub(super) fn drop_stale(self, desk: Desk) -> bool {
        let is_stale = |(provider, then): &&(String, u64)| {
            with_places(desk, provider, |places| places.has_gone_since(*then))
        };
        let gone = self.0.with_untracked(|ring| ring.gone.clone());
        let stale = gone.iter().filter(is_stale);
        let drop = |(provider, _): &(String, u64)| {
            self.0.change(|ring| ring.drop(provider));
            self.note_gone(desk, provider);
        };
        stale.map(drop).count() > 0
    }

    /// Notes that what is taken up of a provider's key now is no older than the last time it was forgotten.
    pub(super) fn note_gone(self, desk: Desk, provider: &str) {
        let now = with_places(desk, provider, |places| places.gone());
        self.0.change(|ring| {
            ring.gone.retain(|(of, _)| of != provider);
            ring.gone.push((provider.to_owned(), now));
        });
    }

    /// Another tab has changed the key of a provider, or those of all.
    fn changed(self, desk: Desk, provider: Option<&str>) {
        if provider.is_none_or(|provider| provider == chosen_provider(desk)) {
            return self.look_again(desk);
        }
        self.stop_without_key(desk);
    }

    /// Takes up the key as other tabs have left it. What asks with one that is gone stops.
    fn look_again(self, desk: Desk) {
        let old = desk.key.get_untracked();
        let was_typed = self.0.with_untracked(|ring| ring.just_typed);
        self.look(desk);
        let now = desk.key.get_untracked();
        if now == old {
            self.0.change(|ring| ring.just_typed = was_typed);
        } else if now.is_empty() {
            self.clear_fields(desk, &old);
        }
        self.stop_without_key(desk);
        self.0.update(|ring| ring.heard += 1);
    }
}
