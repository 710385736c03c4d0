//! Keys under a passphrase: whether the one of the provider that is chosen is locked, and those that
//! have been unlocked.
//!
//! What is unlocked is in memory and in no store, not even the tab's: browsers write that to the disk,
//! too, and a key under a passphrase is not to stand there plain.

mod elsewhere;
mod host;
mod passphrase;
mod under_way;

use muse::{Error, Secret};

pub use self::host::is_for;
use self::under_way::Asked;
use crate::{
    browser::{channel::Channel, vault::Failure},
    desk::{Desk, Notice, Outside},
    keep::{
        Refused,
        key::{Given, KeyPlaces},
        sealed::{Sealed, Unreadable},
        settings::Endpoint,
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

/// A key that is under a passphrase, or is to be.
struct Held {
    provider: String,
    given: Given,
    /// Whether it is this key that is kept under a passphrase.
    sealed: bool,
    /// Whether it stands plain on the device until the passphrase has been given.
    on_device: bool,
}

#[derive(Default)]
struct Ring {
    seal: Seal,
    held: Vec<Held>,
    busy: bool,
    told: Option<Told>,
    /// What the key on the desk was given for.
    origin: String,
    /// Whether that key was typed here and nobody has been asked with it yet.
    just_typed: bool,
    /// What asks with a key just now.
    asked: Vec<Asked>,
    /// Of each provider whose key was taken up, how often it had been forgotten or sealed by then.
    gone: Vec<(String, u64)>,
    /// Keys that the stores would not take, and whether they were to be remembered: they are in this page only.
    unkept: Vec<(String, (Given, bool))>,
    /// The key that was let go of last.
    let_go: Secret,
    /// How often word of other tabs has come.
    heard: u32,
    line: Option<Channel>,
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

    /// How often another tab has changed a key.
    pub fn heard(self) -> u32 {
        self.0.with(|ring| ring.heard)
    }

    /// The key that was forgotten or sealed last, for who has fields of its own where it may have been pasted.
    pub fn let_go(self) -> Secret {
        self.0.with(|ring| ring.let_go.clone())
    }

    /// Forgets why the last passphrase has come to nothing: another is being typed.
    pub fn hush(self) {
        if self.0.with_untracked(|ring| ring.told.is_some()) {
            self.0.update(|ring| ring.told = None);
        }
    }

    /// The key of the chosen provider.
    pub fn chosen(self, desk: Desk) -> Result<Given, Error> {
        if self.is_locked() {
            return Err(Error::LockedKey);
        }
        Ok(Given {
            key: desk.key.get(),
            origin: self.0.with(|ring| ring.origin.clone()),
        })
    }

    /// The key of any other provider.
    pub fn of(self, outside: &Outside, provider: &str) -> Result<Given, Error> {
        if let Some((given, _)) = self.0.with(|ring| ring.find(provider)) {
            return Ok(given);
        }
        let places = places(outside, provider);
        let unkept = self.0.with(|ring| ring.unkept(provider));
        match unkept.or_else(|| places.load()) {
            Some((given, _)) => Ok(given),
            None if matches!(places.sealed(), Ok(Some(_))) => Err(Error::LockedKey),
            None => Ok(Given::default()),
        }
    }

    /// Takes up the key of the provider that is chosen now, as far as it is to be had, and lets go of the
    /// other.
    pub fn look(self, desk: Desk) {
        let provider = chosen_provider(desk);
        self.drop_stale(desk);
        self.note_gone(desk, &provider);
        let (plain, kept) = with_places(desk, &provider, |places| {
            // The tab may have been asleep, or be a copy, when that was forgotten in another. Where it
            // cannot be taken away, it is no key all the same.
            let _ = places.forget_stale();
            (places.load(), places.sealed())
        });
        let unkept = self.0.with_untracked(|ring| ring.unkept(&provider));
        let (plain, remember) = unkept.or(plain).unwrap_or_default();
        let held = self.0.with_untracked(|ring| ring.find(&provider));
        let (given, seal) = match (held, kept) {
            // It may have come from another tab, and the key is to be used all the same.
            (held, Err(unreadable)) => (
                held.map_or(plain, |(given, _)| given),
                Seal::Unreadable(unreadable),
            ),
            (Some((given, sealed)), Ok(kept)) => {
                let is_open = sealed && kept.is_some();
                (given, if is_open { Seal::Open } else { Seal::Wanted })
            }
            // A plain key was left by a page that knows of no passphrase: it is taken, and shown for
            // what it is.
            (None, Ok(Some(sealed))) if plain.key.is_empty() => (plain, Seal::Locked(sealed)),
            _ => (plain, Seal::Off),
        };
        self.0.update(|ring| {
            ring.seal = seal;
            ring.told = None;
            ring.origin = given.origin;
            ring.just_typed = false;
        });
        desk.key.set(given.key);
        desk.remember.set(remember);
        self.bind_old(desk, &provider);
    }

    /// Takes the key that the person types: it is for the address that stands there now.
    pub fn take(self, desk: Desk, key: Secret) {
        let provider = chosen_provider(desk);
        let given = Given {
            key,
            origin: host::of_typed(desk, &provider),
        };
        let is_gone = given.key.is_empty();
        // The same again, as a manager of passwords fills it in, is sealed already.
        let sealed = Some((given.clone(), true));
        if !is_gone && self.0.with_untracked(|ring| ring.find(&provider)) == sealed {
            return;
        }
        let mut under = false;
        // Whatever was forgotten before is not this one.
        self.note_gone(desk, &provider);
        self.0.update(|ring| {
            ring.origin.clone_from(&given.origin);
            ring.just_typed = !is_gone;
            under = matches!(ring.seal, Seal::Wanted | Seal::Open);
        });
        desk.key.set(given.key.clone());
        if under {
            self.0.update(|ring| {
                ring.hold(&provider, given, false);
                ring.seal = Seal::Wanted;
            });
            // What is plain there is the key before this one.
            tell(desk, with_places(desk, &provider, |p| p.forget_plain()));
        } else {
            self.keep_plain(desk);
        }
        self.stop_without_key(desk);
    }

    /// Whether the key is to be under a passphrase. Where it is, nothing that is kept changes until the
    /// passphrase has been given; where it no longer is, it is plain again.
    pub fn want(self, desk: Desk, wanted: bool) {
        self.catch_up(desk);
        let provider = chosen_provider(desk);
        let given = self.on_desk(desk);
        let on_device = with_places(desk, &provider, |p| p.load()).is_some_and(|(_, on)| on);
        self.0.update(|ring| {
            ring.told = None;
            if wanted {
                if ring.find(&provider).is_none() {
                    ring.hold(&provider, given, false);
                    ring.plain_on_device(&provider, on_device);
                }
                ring.seal = Seal::Wanted;
            } else {
                ring.drop(&provider);
                ring.seal = Seal::Off;
            }
        });
        if !wanted {
            // What is there and cannot be read was sealed by another page: only forgetting takes it away.
            let unseal = |places: KeyPlaces| match places.sealed() {
                Ok(_) => places.forget_sealed(),
                Err(_) => Ok(()),
            };
            tell(desk, with_places(desk, &provider, unseal));
            self.keep_plain(desk);
        }
    }

    /// Goes back to the passphrase under which the key is kept: another is not wanted after all.
    pub fn keep_passphrase(self, desk: Desk) {
        self.look(desk);
    }

    /// Whether the key of the chosen provider is kept under a passphrase as it is.
    pub fn is_sealed(self, desk: Desk) -> bool {
        let found = self.0.with(|ring| ring.find(&chosen_provider(desk)));
        found.is_some_and(|(_, sealed)| sealed)
    }

    /// Keeps the key where the person wants it, plain, or says that the browser does not let it.
    pub fn keep_plain(self, desk: Desk) {
        self.catch_up(desk);
        let (given, remember) = (self.on_desk(desk), desk.remember.get_untracked());
        let provider = chosen_provider(desk);
        let save = |places: KeyPlaces| places.save(&given, remember);
        let done = with_places(desk, &provider, save);
        self.0.change(|ring| {
            ring.let_be_kept(&provider);
            if done.is_err() {
                ring.unkept.push((provider, (given.clone(), remember)));
            }
        });
        tell(desk, done);
    }

    /// Forgets the key of the chosen provider, however it is kept, here and in other tabs; what asks with
    /// it stops.
    pub fn forget(self, desk: Desk) {
        let (provider, old) = (chosen_provider(desk), desk.key.get_untracked());
        desk.key.set(Secret::default());
        self.0.update(|ring| {
            ring.drop(&provider);
            ring.seal = Seal::Off;
            ring.told = None;
            ring.origin.clear();
            ring.just_typed = false;
        });
        tell(desk, with_places(desk, &provider, |places| places.forget()));
        self.note_gone(desk, &provider);
        self.say_gone(&provider);
        self.clear_fields(desk, &old);
        self.stop_without_key(desk);
    }

    /// Takes a key that has gone out of the fields for addresses and models, where one is pasted by
    /// mistake: they are kept plain, and for good.
    fn clear_fields(self, desk: Desk, key: &Secret) {
        self.0.update(|ring| ring.let_go = key.clone());
        let clear = |endpoint: &mut Endpoint| {
            let fields = [&mut endpoint.base_url, &mut endpoint.model];
            let held = fields.into_iter().filter(|field| key.is_in(field));
            held.map(String::clear).count() > 0
        };
        let holds = |endpoint: &Endpoint| clear(&mut endpoint.clone());
        if desk
            .settings
            .with_untracked(|s| s.endpoints.iter().any(holds))
        {
            desk.settings.update(|settings| {
                for endpoint in &mut settings.endpoints {
                    clear(endpoint);
                }
            });
        }
    }

    /// The key on the desk.
    fn on_desk(self, desk: Desk) -> Given {
        Given {
            key: desk.key.get_untracked(),
            origin: self.0.with_untracked(|ring| ring.origin.clone()),
        }
    }
}

impl Default for Keyring {
    fn default() -> Self {
        Self::new()
    }
}

impl Ring {
    /// The key of a provider that is under a passphrase or is to be, and whether it is the one that is.
    fn find(&self, provider: &str) -> Option<(Given, bool)> {
        let is_it = |held: &&Held| held.provider == provider && !held.given.key.is_empty();
        let held = self.held.iter().find(is_it)?;
        Some((held.given.clone(), held.sealed))
    }

    fn hold(&mut self, provider: &str, given: Given, sealed: bool) {
        self.drop(provider);
        self.held.push(Held {
            provider: provider.to_owned(),
            given,
            sealed,
            on_device: false,
        });
    }

    fn plain_on_device(&mut self, provider: &str, on_device: bool) {
        let mut held = self.held.iter_mut();
        if let Some(held) = held.find(|held| held.provider == provider) {
            held.on_device = on_device;
        }
    }

    fn drop(&mut self, provider: &str) {
        self.held.retain(|held| held.provider != provider);
        self.let_be_kept(provider);
    }

    /// A key that no store has taken, and whether it was to be remembered.
    fn unkept(&self, provider: &str) -> Option<(Given, bool)> {
        let mut unkept = self.unkept.iter();
        let (_, given) = unkept.find(|(of, _)| of == provider)?;
        Some(given.clone())
    }

    /// What the stores have of a provider is what counts again.
    fn let_be_kept(&mut self, provider: &str) {
        self.unkept.retain(|(of, _)| of != provider);
    }
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
