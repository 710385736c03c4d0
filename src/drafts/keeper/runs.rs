//! The log of the runs, kept beside the drafts.

use std::{
    cell::RefCell,
    hash::{DefaultHasher, Hash, Hasher},
    rc::Rc,
};

use super::Keeper;
use crate::{
    drafts::base::{LOG, Pair},
    keep::{
        Kept,
        log::{Log, MOST_OF_ALL},
    },
};

impl Keeper {
    /// Makes one log of the database's and the page's.
    pub(super) async fn keep_log(self) {
        let mut ours = self.run.log.get_untracked();
        let outside = self.desk.outside.get_untracked();
        // What the room of the models has not taken from the device yet. What cannot be read there is
        // that room's to set aside.
        if let Ok(Some(text)) = outside.device.read(Log::NAME)
            && let Some(kept) = crate::keep::read::<Log>(&text, Log::VERSION, Log::from_json)
        {
            ours.join(kept);
        }
        let written = self.written.get_untracked();
        let all = Rc::new(RefCell::new(None));
        let tell = all.clone();
        let change = Box::new(move |pair: Pair| {
            let there = pair.body.as_deref();
            // What this page has put there is all in ours.
            let other = there.filter(|text| written != Some(mark(text)));
            match other.map(|text| crate::keep::read(text, Log::VERSION, Log::from_json)) {
                // Of a later version: left alone.
                Some(None) => return pair,
                Some(Some(log)) => ours.join(log),
                None if ours.runs.is_empty() => return pair,
                None => {}
            }
            let body = ours.to_text(MOST_OF_ALL);
            *tell.borrow_mut() = Some((ours, mark(&body)));
            Pair {
                body: Some(body),
                ..pair
            }
        });
        let done = self.base().change(LOG.to_owned(), change).await;
        if let (Ok(()), Some((all, mark))) = (done, all.take()) {
            self.written.set(Some(mark));
            if self.run.log.with_untracked(|log| *log != all) {
                self.run.log.set(all);
            }
        }
    }

    /// Puts the runs of a file among those of the page.
    pub fn add_log(self, log: Log) {
        self.run.log.update(|ours| ours.join(log));
    }
}

/// What tells a text from another one.
fn mark(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
