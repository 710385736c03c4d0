//! Keys under a passphrase: whether the one of the provider that is chosen is locked, and those that
//! have been unlocked.
//!
//! What is unlocked is in memory and in no store, not even the tab's: browsers write that to the disk,
//! too, and a key under a passphrase is not to stand there plain.

mod passphrase;

use muse::{Error, Secret};

use crate::{
    browser::vault::Failure,
    desk::{Desk, Notice, Outside, kept_key},
    keep::{
        Refused,
        key::{self, KeyPlaces},
        sealed::{self, Sealed, Unreadable},
    },
    ui::State,
};

/// How the key of the chosen provider stands to a passphrase.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Seal {
    /// It has none.
    #[default]
    Off,
    /// The person wants one, and has not given it for the key as it is.
    Wanted,
    /// It is kept under one and has been unlocked.
    Open,
    /// It is kept under one and is locked.
    Locked(Sealed),
    /// Something is kept that cannot be read.
    Unreadable(Unreadable),
}

/// Why a passphrase has come to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The browser's cryptography says so.
    Failure(Failure),
    /// The store is full or denied.
    NotKept,
}

/// A key that no store has plain.
struct Held {
    provider: String,
    key: Secret,
    /// Whether it is this key that is kept under a passphrase.
    sealed: bool,
}

#[derive(Default)]
struct Ring {
    seal: Seal,
    held: Vec<Held>,
    busy: bool,
    told: Option<Told>,
}

/// The keys under a passphrase.
#[derive(Clone, Copy)]
pub struct Keyring(State<Ring>);

impl Keyring {
    /// Nothing has been looked at.
    pub fn new() -> Self {
        Self(State::new(Ring::default()))
    }

    /// How the key of the chosen provider stands to a passphrase.
    pub fn seal(self) -> Seal {
        self.0.with(|ring| ring.seal.clone())
    }

    /// Whether it is locked.
    pub fn is_locked(self) -> bool {
        self.0.with(|ring| matches!(ring.seal, Seal::Locked(_)))
    }

    /// Whether a passphrase is being worked on: that takes the better part of a second.
    pub fn is_busy(self) -> bool {
        self.0.with(|ring| ring.busy)
    }

    /// Why the last passphrase has come to nothing.
    pub fn told(self) -> Option<Told> {
        self.0.with(|ring| ring.told)
    }

    /// Forgets why the last passphrase has come to nothing: another is being typed.
    pub fn hush(self) {
        if self.0.with_untracked(|ring| ring.told.is_some()) {
            self.0.update(|ring| ring.told = None);
        }
    }

    /// The key of the chosen provider.
    pub fn chosen(self, desk: Desk) -> Result<Secret, Error> {
        if self.is_locked() {
            return Err(Error::LockedKey);
        }
        Ok(desk.key.get())
    }

    /// The key of any other provider.
    pub fn of(self, outside: &Outside, provider: &str) -> Result<Secret, Error> {
        if let Some((key, _)) = self.0.with(|ring| ring.find(provider)) {
            return Ok(key);
        }
        let (plain, _) = kept_key(outside, provider);
        if plain.is_empty() && matches!(places(outside, provider).sealed(), Ok(Some(_))) {
            return Err(Error::LockedKey);
        }
        Ok(Secret::new(&plain))
    }

    /// Takes up the key of the provider that is chosen now, as far as it is to be had.
    pub fn look(self, desk: Desk) {
        desk.take_key();
        let provider = chosen_provider(desk);
        let kept = with_places(desk, &provider, |places| places.sealed());
        let held = self.0.with_untracked(|ring| ring.find(&provider));
        let seal = match (held, kept) {
            (held, Err(unreadable)) => {
                // It may have come from another tab, and the key is to be used all the same.
                if let Some((key, _)) = held {
                    desk.key.set(key);
                }
                Seal::Unreadable(unreadable)
            }
            (Some((key, sealed)), Ok(kept)) => {
                desk.key.set(key);
                if sealed && kept.is_some() {
                    Seal::Open
                } else {
                    Seal::Wanted
                }
            }
            // A plain key was left by a page that knows of no passphrase: it is taken, and shown for
            // what it is.
            (_, Ok(Some(sealed))) if desk.key.with_untracked(Secret::is_empty) => {
                Seal::Locked(sealed)
            }
            _ => Seal::Off,
        };
        self.0.update(|ring| {
            ring.seal = seal;
            ring.told = None;
        });
    }

    /// Another tab has changed what is kept under a name; everything, where there is no name. Says whether it
    /// was a key: what was forgotten there is not to be used here, and what was sealed there is locked here.
    pub fn hear(self, desk: Desk, name: Option<&str>) -> bool {
        let sealed = name.and_then(|name| name.strip_prefix(sealed::NAME));
        if name.is_some_and(|name| sealed.is_none() && !name.starts_with(key::NAME)) {
            return false;
        }
        self.0.change(|ring| {
            let is_gone = |held: &Held| held.sealed && sealed.is_none_or(|id| held.provider == id);
            ring.held
                .retain(|held| name.is_some() && sealed.is_none() || !is_gone(held));
        });
        self.look(desk);
        true
    }

    /// Takes the key that the person types.
    pub fn take(self, desk: Desk, key: Secret) {
        desk.key.set(key.clone());
        let under = |ring: &Ring| matches!(ring.seal, Seal::Wanted | Seal::Open);
        if !self.0.with_untracked(under) {
            return keep_plain(desk);
        }
        let provider = chosen_provider(desk);
        // The same again, as a manager of passwords fills it in, is sealed already.
        let sealed = Some((key.clone(), true));
        if self.0.with_untracked(|ring| ring.find(&provider)) == sealed {
            return;
        }
        self.0.update(|ring| {
            ring.hold(&provider, key, false);
            ring.seal = Seal::Wanted;
        });
        // What is plain there is the key before this one.
        tell(desk, with_places(desk, &provider, |p| p.forget_plain()));
    }

    /// Whether the key is to be under a passphrase. Where it is, nothing that is kept changes until the
    /// passphrase has been given; where it no longer is, it is plain again.
    pub fn want(self, desk: Desk, wanted: bool) {
        let (provider, key) = (chosen_provider(desk), desk.key.get_untracked());
        self.0.update(|ring| {
            ring.told = None;
            if wanted {
                if ring.find(&provider).is_none() {
                    ring.hold(&provider, key, false);
                }
                ring.seal = Seal::Wanted;
            } else {
                ring.drop(&provider);
                ring.seal = Seal::Off;
            }
        });
        if !wanted {
            keep_plain(desk);
        }
    }

    /// Forgets the key of the chosen provider, however it is kept.
    pub fn forget(self, desk: Desk) {
        let provider = chosen_provider(desk);
        desk.key.set(Secret::default());
        self.0.update(|ring| {
            ring.drop(&provider);
            ring.seal = Seal::Off;
            ring.told = None;
        });
        tell(desk, with_places(desk, &provider, |places| places.forget()));
    }
}

impl Default for Keyring {
    fn default() -> Self {
        Self::new()
    }
}

impl Ring {
    /// The key of a provider that no store has plain, and whether it is the one under a passphrase.
    fn find(&self, provider: &str) -> Option<(Secret, bool)> {
        let is_it = |held: &&Held| held.provider == provider && !held.key.is_empty();
        let held = self.held.iter().find(is_it)?;
        Some((held.key.clone(), held.sealed))
    }

    fn hold(&mut self, provider: &str, key: Secret, sealed: bool) {
        self.drop(provider);
        self.held.push(Held {
            provider: provider.to_owned(),
            key,
            sealed,
        });
    }

    fn drop(&mut self, provider: &str) {
        self.held.retain(|held| held.provider != provider);
    }
}

/// Keeps the key where the person wants it, plain, or says that the browser does not let it.
pub fn keep_plain(desk: Desk) {
    let (key, remember) = (desk.key.get_untracked(), desk.remember.get_untracked());
    let provider = chosen_provider(desk);
    let save = |places: KeyPlaces| places.save(key.expose(), remember);
    tell(desk, with_places(desk, &provider, save));
}

fn chosen_provider(desk: Desk) -> String {
    desk.settings
        .with_untracked(|settings| settings.provider.clone())
}

fn places<'a>(outside: &'a Outside, provider: &'a str) -> KeyPlaces<'a> {
    KeyPlaces {
        tab: outside.tab.as_ref(),
        device: outside.device.as_ref(),
        provider,
    }
}

fn with_places<R>(desk: Desk, provider: &str, act: impl FnOnce(KeyPlaces) -> R) -> R {
    desk.outside
        .with_untracked(|outside| act(places(outside, provider)))
}

/// Says where the browser does not let it be done.
fn tell(desk: Desk, done: Result<(), Refused>) {
    if done.is_err() {
        desk.notice.set(Some(Notice::NotKept));
    }
}
