//! Which host a key was given for. To another it goes only when the person has said so.

use leptos::prelude::untrack;
use muse::{Address, Connection, Error, Provider};

use super::{Keyring, Seal, chosen_provider, tell, with_places};
use crate::{
    desk::Desk,
    keep::key::{Given, KeyPlaces, NOWHERE},
};

/// The origin of the address that the settings have for a provider, or nothing where it is none. (The
/// provider's own and not that of a relay, which is only the way there.)
pub(super) fn of_endpoint(desk: Desk, provider: &str) -> String {
    let endpoint = desk.settings.with_untracked(|s| s.endpoint_of(provider));
    let typed = endpoint.base_url.trim();
    let address = match Provider::find(provider) {
        Some(preset) if typed.is_empty() => &preset.base_url,
        _ => typed,
    };
    Address::parse(address).map_or_else(|_| String::new(), |address| address.recipient())
}

/// Whether a key may go where a connection leads, which goes by no relay yet.
///
/// # Errors
/// The key was given for another host.
pub fn is_for(given: &Given, connection: &Connection) -> Result<(), Error> {
    let now = connection.address.recipient();
    if connection.key.is_empty() || given.origin.is_empty() || given.origin == now {
        return Ok(());
    }
    let told = |origin: &str| match origin {
        NOWHERE => String::new(),
        origin => origin.trim_end_matches('/').to_owned(),
    };
    Err(Error::OtherHost {
        given: told(&given.origin),
        now: told(&now),
    })
}

/// What a key is given for that is typed now.
pub(super) fn of_typed(desk: Desk, provider: &str) -> String {
    let origin = of_endpoint(desk, provider);
    if origin.is_empty() {
        return NOWHERE.to_owned();
    }
    origin
}

impl Keyring {
    /// The address of the chosen provider is being typed. A key that was typed before it, and that nobody
    /// was asked with, goes along: it was meant for what is being filled in.
    pub fn follow_address(self, desk: Desk) {
        if self.0.with_untracked(|ring| ring.just_typed) {
            self.bind(desk, &chosen_provider(desk));
        }
    }

    /// The person says that the key is for the address that stands there now.
    pub fn confirm_host(self, desk: Desk) {
        self.bind(desk, &chosen_provider(desk));
    }

    /// A key of which nobody knows what it was given for is for the address that it is met with first.
    pub(super) fn bind_old(self, desk: Desk, provider: &str) {
        let given = self.any(desk, provider);
        if given.origin.is_empty() && !given.key.is_empty() {
            self.bind(desk, provider);
        }
    }

    /// Binds the key of a provider to the host of its address, if that is one.
    fn bind(self, desk: Desk, provider: &str) {
        let origin = of_endpoint(desk, provider);
        let given = self.any(desk, provider);
        if origin.is_empty() || given.origin == origin {
            return;
        }
        let is_chosen = provider == chosen_provider(desk);
        self.0.update(|ring| {
            if is_chosen {
                ring.origin.clone_from(&origin);
            }
            let held = ring.held.iter_mut().find(|held| held.provider == provider);
            let Some(held) = held else {
                return;
            };
            held.given.origin.clone_from(&origin);
            // Under the passphrase it has another host still, as a key that was changed. (One that had none
            // is asked about nothing the next time, either.)
            if held.sealed && !given.origin.is_empty() {
                held.sealed = false;
                if is_chosen {
                    ring.seal = Seal::Wanted;
                }
            }
        });
        let bound = Given { origin, ..given };
        let keep = |places: KeyPlaces| match places.load() {
            Some((kept, remember)) if kept.key == bound.key => places.save(&bound, remember),
            _ => Ok(()),
        };
        tell(desk, with_places(desk, provider, keep));
    }

    /// The key of any provider, as far as it is to be had.
    pub(super) fn any(self, desk: Desk, provider: &str) -> Given {
        if provider == chosen_provider(desk) {
            return untrack(|| self.chosen(desk)).unwrap_or_default();
        }
        let outside = desk.outside.get_untracked();
        untrack(|| self.of(&outside, provider)).unwrap_or_default()
    }
}
