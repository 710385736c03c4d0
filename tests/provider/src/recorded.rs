//! The requests that have come.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use serde::{Deserialize, Serialize};

/// A request as it came, and what became of its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// `POST` and so on.
    pub method: String,
    /// Path and query.
    pub path: String,
    /// The headers, names in lower case.
    pub headers: BTreeMap<String, String>,
    /// The body.
    pub body: String,
    /// The model that it names; empty if it names none.
    pub model: String,
    /// What became of the answer.
    pub fate: Fate,
}

/// What became of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// It is on its way.
    Open,
    /// The server has said all that it had to say.
    Whole,
    /// The client hung up before.
    Dropped,
}

/// The book of requests. Clones share it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Book(Arc<Mutex<Vec<Recorded>>>);

/// The place of a request in the book.
pub(crate) type Entry = usize;

impl Book {
    fn lock(&self) -> MutexGuard<'_, Vec<Recorded>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes a request down. Also tells how many have named the same model, this one included.
    pub fn add(&self, request: Recorded) -> (Entry, usize) {
        let mut book = self.lock();
        book.push(request);
        let entry = book.len() - 1;
        let same = |r: &&Recorded| r.method == "POST" && r.model == book[entry].model;
        let count = book.iter().filter(same).count();
        (entry, count)
    }

    /// Writes down what became of an answer.
    pub fn set_fate(&self, entry: Entry, fate: Fate) {
        if let Some(request) = self.lock().get_mut(entry) {
            request.fate = fate;
        }
    }

    /// All requests, in order.
    pub fn all(&self) -> Vec<Recorded> {
        self.lock().clone()
    }

    /// Forgets them.
    pub fn clear(&self) {
        self.lock().clear();
    }
}
