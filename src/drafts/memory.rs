//! A database in memory, for tests.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};

use muse::LocalBoxFuture;

use super::base::{Base, Change, Failure, Pair};

/// A database that lasts as long as its handles, and fails on request.
#[derive(Clone, Default)]
pub struct MemoryBase {
    pairs: Rc<RefCell<BTreeMap<String, Pair>>>,
    reading: Rc<Cell<Option<Failure>>>,
    writing: Rc<Cell<Option<Failure>>>,
}

impl MemoryBase {
    /// Refuses everything from now on.
    pub fn refuse(&self, failure: Option<Failure>) {
        self.reading.set(failure);
        self.writing.set(failure);
    }

    /// Refuses writing from now on.
    pub fn refuse_writes(&self, failure: Option<Failure>) {
        self.writing.set(failure);
    }

    /// What stands under every key.
    pub fn pairs(&self) -> BTreeMap<String, Pair> {
        self.pairs.borrow().clone()
    }

    fn write(&self, key: String, change: Change) -> Result<(), Failure> {
        self.reading.get().map_or(Ok(()), Err)?;
        let mut pairs = self.pairs.borrow_mut();
        let before = pairs.get(&key).cloned().unwrap_or_default();
        let after = change(before.clone());
        if after == before {
            return Ok(());
        }
        self.writing.get().map_or(Ok(()), Err)?;
        if after == Pair::default() {
            pairs.remove(&key);
        } else {
            pairs.insert(key, after);
        }
        Ok(())
    }
}

impl Base for MemoryBase {
    fn heads(&self) -> LocalBoxFuture<'static, Result<Vec<String>, Failure>> {
        let refused = self.reading.get();
        let pairs = self.pairs.borrow();
        let heads = pairs.values().filter_map(|pair| pair.head.clone());
        let heads = refused.map_or_else(|| Ok(heads.collect()), Err);
        Box::pin(std::future::ready(heads))
    }

    fn read(&self, key: String) -> LocalBoxFuture<'static, Result<Pair, Failure>> {
        let pair = self.pairs.borrow().get(&key).cloned();
        let found = self.reading.get().map_or(Ok(pair.unwrap_or_default()), Err);
        Box::pin(std::future::ready(found))
    }

    fn change(&self, key: String, change: Change) -> LocalBoxFuture<'static, Result<(), Failure>> {
        Box::pin(std::future::ready(self.write(key, change)))
    }
}
