//! A store in memory, for tests and for a page whose browser denies the real one.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
};

use super::{Refused, Store};

/// A store that lasts as long as the page, and refuses on request.
#[derive(Debug, Default)]
pub struct MemoryStore {
    texts: RefCell<BTreeMap<String, String>>,
    no_reads: Cell<bool>,
    no_writes: Cell<bool>,
}

impl MemoryStore {
    /// Refuses all reading from now on, as a browser with storage switched off does.
    pub fn refuse_reads(&self, refuse: bool) {
        self.no_reads.set(refuse);
    }

    /// Refuses all writing from now on, as a full store does.
    pub fn refuse_writes(&self, refuse: bool) {
        self.no_writes.set(refuse);
    }

    /// All names in use.
    pub fn names(&self) -> Vec<String> {
        self.texts.borrow().keys().cloned().collect()
    }
}

impl Store for MemoryStore {
    fn read(&self, name: &str) -> Result<Option<String>, Refused> {
        if self.no_reads.get() {
            return Err(Refused);
        }
        Ok(self.texts.borrow().get(name).cloned())
    }

    fn write(&self, name: &str, text: &str) -> Result<(), Refused> {
        if self.no_writes.get() {
            return Err(Refused);
        }
        self.texts
            .borrow_mut()
            .insert(name.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, name: &str) -> Result<(), Refused> {
        self.texts.borrow_mut().remove(name);
        Ok(())
    }
}
