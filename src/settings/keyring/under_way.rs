//! What asks with a key just now: it has a copy of the key, and stops when the key goes.

use muse::{Connection, Secret, Stop};

use super::{Keyring, chosen_provider};
use crate::desk::Desk;

/// Something that asks with a key.
#[derive(Clone)]
pub(super) struct Asked {
    provider: String,
    key: Secret,
    stop: Stop,
}

/// Stands for something that asks, as long as it does.
pub struct UnderWay {
    ring: Keyring,
    stop: Stop,
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        let is_it = |asked: &Asked| asked.stop.is_same(&self.stop);
        self.ring
            .0
            .change(|ring| ring.asked.retain(|asked| !is_it(asked)));
    }
}

impl Keyring {
    /// Somebody is about to be asked. `stop` is what ends it when the key goes.
    #[must_use]
    pub fn under_way(self, desk: Desk, connection: &Connection, stop: &Stop) -> UnderWay {
        let provider = &connection.provider.id;
        self.0.change(|ring| {
            if *provider == chosen_provider(desk) {
                ring.just_typed = false;
            }
            ring.asked.push(Asked {
                provider: provider.clone(),
                key: connection.key.clone(),
                stop: stop.clone(),
            });
        });
        self.catch_up(desk);
        self.bind_old(desk, provider);
        self.say_used(provider);
        UnderWay {
            ring: self,
            stop: stop.clone(),
        }
    }

    /// Stops what asks with a key that is not to be had any more.
    pub(super) fn stop_without_key(self, desk: Desk) {
        let asked = self.0.with_untracked(|ring| ring.asked.clone());
        for Asked {
            provider,
            key,
            stop,
        } in asked
        {
            if !key.is_empty() && self.any(desk, &provider).key != key {
                stop.stop();
            }
        }
    }
}
