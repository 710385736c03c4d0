//! What asks with a key just now.

use muse::Connection;

use super::{Keyring, chosen_provider};
use crate::desk::Desk;

impl Keyring {
    /// Somebody is about to be asked.
    pub fn under_way(self, desk: Desk, connection: &Connection) {
        let provider = &connection.provider.id;
        if *provider == chosen_provider(desk) {
            self.0.change(|ring| ring.just_typed = false);
        }
        self.bind_old(desk, provider);
        self.say_used(provider);
    }
}
