//! Working on a passphrase: sealing the key with it, and unlocking.

use gloo_timers::future::TimeoutFuture;
use leptos::task::spawn_local;
use muse::Secret;

use super::{Keyring, Seal, Told, chosen_provider, host::of_endpoint, with_places};
use crate::{
    browser::{page, vault},
    desk::Desk,
    keep::{Refused, key::Given},
};

impl Keyring {
    /// Keeps the key under a passphrase and nowhere else. `then` is what is gone to if that went well, and
    /// if it did not: what had the focus is not there any more, or cannot be pressed.
    pub fn seal_with(self, desk: Desk, passphrase: String, then: [&'static str; 2]) {
        let (provider, given) = (chosen_provider(desk), self.on_desk(desk));
        if !self.begin() {
            return;
        }
        let kept = || with_places(desk, &provider, |p| (p.gone(), p.load()));
        let before = kept();
        spawn_local(async move {
            let text = Secret::new(&given.print());
            let sealed = vault::seal(&passphrase, &provider, &text).await;
            // Meanwhile it may have been forgotten, here or in another tab (of which no word need have come
            // yet), or become another; or the page is gone.
            let held = self.0.try_with_untracked(|ring| ring.find(&provider));
            let key = given.key.clone();
            let same = held.flatten().is_some_and(|(now, _)| now == given)
                && with_places(desk, &provider, |p| (p.gone(), p.load())) == before;
            let keep = |sealed| {
                let kept = with_places(desk, &provider, |p| p.seal(sealed));
                // It is this tab that sealed it, though there may have been no room for it.
                self.note_gone(desk, &provider);
                kept
            };
            let told = match sealed {
                _ if !same => None,
                Err(failure) => Some(Told::Failure(failure)),
                Ok(sealed) => match keep(&sealed) {
                    Ok(()) => {
                        self.0.update(|ring| {
                            ring.hold(&provider, given, true);
                            ring.just_typed = false;
                        });
                        self.say_gone(&provider);
                        self.clear_fields(desk, &key);
                        None
                    }
                    Err(Refused) => Some(Told::NotKept),
                },
            };
            self.end(desk, &provider, told, then).await;
        });
    }

    /// Unlocks the key. `then` as with [`Keyring::seal_with`].
    pub fn unlock(self, desk: Desk, passphrase: String, then: [&'static str; 2]) {
        let Seal::Locked(sealed) = self.0.with_untracked(|ring| ring.seal.clone()) else {
            return;
        };
        let provider = chosen_provider(desk);
        if !self.begin() {
            return;
        }
        spawn_local(async move {
            let opened = vault::open(&passphrase, &provider, &sealed).await;
            let opened = opened.map(|text| Given::parse(text.expose()));
            if self.0.try_with_untracked(|_| ()).is_none() {
                return;
            }
            // An older page has put it there without its host. Only now is the passphrase at hand.
            let origin = of_endpoint(desk, &provider);
            let again = match &opened {
                Ok(old) if old.origin.is_empty() && !origin.is_empty() => {
                    let given = Given {
                        origin,
                        ..old.clone()
                    };
                    let text = Secret::new(&given.print());
                    let entry = vault::seal(&passphrase, &provider, &text).await;
                    entry.ok().zip(Some(given))
                }
                _ => None,
            };
            if self.0.try_with_untracked(|_| ()).is_none() {
                return;
            }
            // Meanwhile it may have been forgotten, here or in another tab.
            let still = with_places(desk, &provider, |p| p.sealed()) == Ok(Some(sealed));
            let told = match opened {
                _ if !still => None,
                Err(failure) => Some(Told::Failure(failure)),
                Ok(given) => {
                    let given = again.map_or(given, |(entry, given)| {
                        // Where there is no room, the old one stays.
                        let _ = with_places(desk, &provider, |p| p.reseal(&entry));
                        given
                    });
                    self.0.update(|ring| ring.hold(&provider, given, true));
                    None
                }
            };
            self.end(desk, &provider, told, then).await;
        });
    }

    /// Begins to work on a passphrase, unless that is being done.
    fn begin(self) -> bool {
        let may = !self.0.with_untracked(|ring| ring.busy);
        if may {
            self.0.update(|ring| {
                ring.busy = true;
                ring.told = None;
            });
        }
        may
    }

    /// Ends it. What is to be told is told where the person still looks at that provider.
    async fn end(self, desk: Desk, provider: &str, told: Option<Told>, then: [&str; 2]) {
        if self.0.try_with_untracked(|_| ()).is_none() {
            return;
        }
        self.0.update(|ring| ring.busy = false);
        if chosen_provider(desk) != provider {
            return;
        }
        self.look(desk);
        self.0.update(|ring| ring.told = told);
        // It is there with the next turn.
        TimeoutFuture::new(0).await;
        let [well, ill] = then;
        page::focus(if told.is_none() { well } else { ill });
    }
}
