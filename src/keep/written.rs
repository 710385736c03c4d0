//! What was written under a name last, so that nothing is written that stands there already, and what somebody
//! else has taken away is put there again.

use super::{Refused, Store};

/// What was written under a name last.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// The name.
    pub name: &'static str,
    text: String,
    /// Whether the store had something under the name.
    is_there: bool,
}

impl Written {
    /// The thing is as it was taken from the store, or as it is where the store had nothing.
    pub fn new(store: &dyn Store, name: &'static str, text: String) -> Self {
        let is_there = matches!(store.read(name), Ok(Some(_)));
        Self {
            name,
            text,
            is_there,
        }
    }

    /// What was read or written last.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Another has written this.
    pub fn was_written(&mut self, text: String) {
        self.text = text;
        self.is_there = true;
    }

    /// Writes what the thing is now, if that is another than before, or if the store was emptied while the
    /// page was open: what the page still has is not to be lost with it. Says whether it was written.
    pub fn write(&mut self, store: &dyn Store, now: String) -> Result<bool, Refused> {
        let is_lost = || self.is_there && matches!(store.read(self.name), Ok(None));
        if self.text == now && !is_lost() {
            return Ok(false);
        }
        store.write(self.name, &now)?;
        self.text = now;
        self.is_there = true;
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keep::memory::MemoryStore;

    #[test]
    fn only_changes_are_written_and_a_refusal_is_tried_again() {
        let store = MemoryStore::default();
        let mut last = Written::new(&store, "n", "a".to_owned());
        let mut write = |now: &str| last.write(&store, now.to_owned());
        assert_eq!(write("a"), Ok(false));
        assert_eq!(store.read("n"), Ok(None));
        assert_eq!(write("b"), Ok(true));
        store.refuse_writes(true);
        assert_eq!(write("c"), Err(Refused));
        store.refuse_writes(false);
        assert_eq!(write("c"), Ok(true));
        assert_eq!(store.read("n").unwrap().as_deref(), Some("c"));
    }

    #[test]
    fn what_was_taken_away_is_written_again() {
        let store = MemoryStore::default();
        store.write("n", "a").unwrap();
        let mut last = Written::new(&store, "n", "a".to_owned());
        assert_eq!(last.write(&store, "a".to_owned()), Ok(false));
        store.remove("n").unwrap();
        assert_eq!(last.write(&store, "a".to_owned()), Ok(true));
        assert_eq!(store.read("n").unwrap().as_deref(), Some("a"));
        store.refuse_reads(true);
        assert_eq!(last.write(&store, "a".to_owned()), Ok(false));
    }
}
