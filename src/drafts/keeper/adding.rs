//! Drafts from a file are put among the others.

use std::{cell::RefCell, rc::Rc};

use super::{
    Keeper,
    pairs::{Foreign, draft_of, pair_of},
};
use crate::{
    drafts::{
        base::{Failure, Pair},
        exchange,
        record::{Body, Head},
    },
    persist,
};

/// A draft that the database has taken from a file, and the list does not have yet.
#[derive(Debug)]
pub struct Added {
    head: Head,
    /// Whether there was none of its id.
    pub is_new: bool,
}

impl Keeper {
    /// Puts a draft from a file into the database.
    pub async fn add(self, head: Head, body: Body) -> Result<Added, Failure> {
        let id = head.id.clone();
        let added = Rc::new(RefCell::new(None));
        let tell = added.clone();
        let (spare, stamp) = (self.new_id(), self.new_stamp());
        let came = (head, body);
        let again = came.clone();
        let change = Box::new(move |pair: Pair| {
            let (written, is_new) = match draft_of(&pair) {
                Ok(Some(there)) => (exchange::join(there, came), false),
                Ok(None) => (came, true),
                Err(Foreign) => return pair,
            };
            let after = pair_of(&written);
            let (head, _) = written;
            *tell.borrow_mut() = Some(Added { head, is_new });
            after
        });
        self.base().change(id, change).await?;
        let added = match added.take() {
            Some(added) => added,
            None => {
                // Something that cannot be read has that id.
                let (mut head, body) = again;
                head.draft.id.clone_from(&spare);
                (head.id, head.stamp) = (spare, stamp);
                let pair = pair_of(&(head.clone(), body));
                let change = Box::new(move |_| pair);
                self.base().change(head.id.clone(), change).await?;
                Added { head, is_new: true }
            }
        };
        if self
            .desk
            .draft
            .with_untracked(|open| *open == added.head.id)
        {
            self.take_what_was_fixed(&added.head);
            self.look().await;
        }
        Ok(added)
    }

    /// What a file has fixed in the text that is on the desk is fixed there, too: else what the desk writes next would
    /// undo it.
    fn take_what_was_fixed(self, head: &Head) {
        let mut here = persist::draft(self.desk);
        if here.text == head.draft.text && exchange::take_marks(&mut here, &head.draft) {
            self.desk.take_marks(here);
        }
    }

    /// Lists drafts that were added, and tells the other tabs: of those that may be open there one by one, of all others
    /// together.
    pub fn list(self, added: Vec<Added>) {
        if added.is_empty() {
            return;
        }
        let (new, known): (Vec<_>, Vec<_>) = added.into_iter().partition(|added| added.is_new);
        for added in known.iter().chain(new.last()) {
            self.others.say(&added.head.id);
        }
        let heads = new.into_iter().chain(known).map(|added| added.head);
        self.put_heads(heads.collect());
    }
}
