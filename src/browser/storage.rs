//! The browser's two stores: one for the device, one for the tab.

use crate::keep::{Refused, Store};

/// `localStorage` or `sessionStorage`. It is asked for at every call: a browser may throw as soon
/// as the store is looked at, and that must be an answer here, not the end of the page.
#[derive(Clone, Copy, Debug)]
pub enum BrowserStore {
    /// Lasts on the device.
    Device,
    /// Lasts as long as the tab.
    Tab,
}

impl BrowserStore {
    fn open(self) -> Result<web_sys::Storage, Refused> {
        let window = web_sys::window().ok_or(Refused)?;
        let store = match self {
            Self::Device => window.local_storage(),
            Self::Tab => window.session_storage(),
        };
        store.map_err(|_| Refused)?.ok_or(Refused)
    }
}

impl Store for BrowserStore {
    fn read(&self, name: &str) -> Result<Option<String>, Refused> {
        self.open()?.get_item(name).map_err(|_| Refused)
    }

    fn write(&self, name: &str, text: &str) -> Result<(), Refused> {
        self.open()?.set_item(name, text).map_err(|_| Refused)
    }

    fn remove(&self, name: &str) -> Result<(), Refused> {
        self.open()?.remove_item(name).map_err(|_| Refused)
    }
}
