//! All drafts: listed, named, thrown away, taken out again, added from files.

use std::{cell::RefCell, rc::Rc};

use super::{
    Keeper, THROWN,
    pairs::{Foreign, draft_of, legible, pair_of},
};
use crate::{
    browser::clock,
    drafts::{
        base::{Failure, Pair},
        exchange,
        merge::Ours,
        record::{Body, Head, read},
    },
};

impl Keeper {
    /// Reads all heads anew.
    pub async fn refresh(self) -> Result<(), Failure> {
        let records = self.base().heads().await?;
        let all = records.len();
        let heads = records
            .iter()
            .filter_map(|record| read(record, Head::from_json));
        let mut heads: Vec<Head> = heads.collect();
        heads.sort_by_key(|head| std::cmp::Reverse(head.changed));
        self.unread.set(all - heads.len());
        self.heads.set(heads);
        if !self.is_read.get_untracked() {
            self.is_read.set(true);
        }
        Ok(())
    }

    /// Puts a head among the others.
    pub(super) fn put_head(self, head: Head) {
        self.heads.update(|heads| {
            heads.retain(|other| other.id != head.id);
            heads.push(head);
            heads.sort_by_key(|head| std::cmp::Reverse(head.changed));
        });
    }

    /// Lets go of what was thrown away long ago.
    pub(super) async fn clear_out(self) {
        let old = clock::now().saturating_sub(THROWN);
        let is_old = |head: &&Head| head.deleted.is_some_and(|at| at < old);
        let ids = |heads: &Vec<Head>| -> Vec<String> {
            heads.iter().filter(is_old).map(|h| h.id.clone()).collect()
        };
        for id in self.heads.with_untracked(ids) {
            let gone = Box::new(move |pair: Pair| match draft_of(&pair) {
                Ok(Some((head, _))) if head.deleted.is_some_and(|at| at < old) => Pair::default(),
                _ => pair,
            });
            if self.base().change(id.clone(), gone).await.is_ok() {
                self.heads
                    .update(|heads| heads.retain(|head| head.id != id));
            }
        }
    }

    /// Changes the head of a draft.
    pub(super) async fn change_head(
        self,
        id: &str,
        change: impl FnOnce(&mut Head) + 'static,
    ) -> bool {
        let done = Rc::new(RefCell::new(None));
        let tell = done.clone();
        let change = Box::new(move |pair: Pair| {
            // What cannot be read of it stays as it is.
            let Some((mut head, _)) = legible(&pair) else {
                return pair;
            };
            change(&mut head);
            let text = Some(head.to_json().to_string());
            *tell.borrow_mut() = Some(head);
            Pair { head: text, ..pair }
        });
        let changed = self.base().change(id.to_owned(), change).await;
        self.tell(changed);
        let (Ok(()), Some(head)) = (changed, done.take()) else {
            return false;
        };
        self.others.say(id);
        self.put_head(head);
        true
    }

    /// Gives a draft a name.
    pub async fn rename(self, id: &str, name: String) -> bool {
        self.change_head(id, |head| head.name = name).await
    }

    /// Throws a draft away. It can be taken out again for thirty days.
    pub async fn throw(self, id: &str) -> bool {
        let is_open = self.desk.draft.with_untracked(|open| open == id);
        let saved = match is_open {
            true => self.put_away().await,
            false => None,
        };
        if is_open && saved.is_none() {
            return false;
        }
        let now = clock::now();
        let thrown = self
            .change_head(id, move |head| head.deleted = Some(now))
            .await;
        // Who has written on meanwhile keeps the draft: it is taken out again when it is saved.
        if thrown && saved.is_some_and(|saved| self.is_still(&saved)) {
            self.lay_new();
        }
        thrown
    }

    /// Takes a draft out again.
    pub async fn take_out(self, id: &str) -> bool {
        self.change_head(id, |head| head.deleted = None).await
    }

    /// A draft as the database has it, as far as that can be read, or as the desk has it where it is open.
    pub async fn draft(self, id: &str) -> Option<(Head, Body)> {
        if self.desk.draft.with_untracked(|open| open == id)
            && let Some(open) = self.on_desk()
        {
            return Some(open);
        }
        let read = self.base().read(id.to_owned()).await;
        self.tell(read.as_ref().map(|_| ()).map_err(|failure| *failure));
        legible(&read.ok()?)
    }

    /// The draft on the desk, unless it is nobody's or nothing.
    pub fn on_desk(self) -> Option<(Head, Body)> {
        let Ours { mut head, body, .. } = self.ours();
        let is_nothing = head.draft.text.trim().is_empty() && body.versions.list.is_empty();
        if self.desk.welcome.get_untracked() || is_nothing {
            return None;
        }
        let known = self.heads.with_untracked(|heads| {
            let mut same = heads.iter().filter(|other| other.id == head.id);
            same.next().map(|other| (other.name.clone(), other.created))
        });
        if let Some((name, created)) = known {
            (head.name, head.created) = (name, created);
        }
        if head.id.is_empty() {
            head.id = self.new_id();
        }
        Some((head, body))
    }

    /// Puts a draft from a file among the others. Says whether it was new.
    pub async fn add(self, head: Head, body: Body) -> Result<bool, Failure> {
        let id = head.id.clone();
        let new = Rc::new(RefCell::new(None));
        let tell = new.clone();
        let (spare, stamp) = (self.new_id(), self.new_stamp());
        let came = (head, body);
        let again = came.clone();
        let change = Box::new(move |pair: Pair| {
            let (written, is_new) = match draft_of(&pair) {
                Ok(Some(there)) => (exchange::join(there, came), false),
                Ok(None) => (came, true),
                Err(Foreign) => return pair,
            };
            *tell.borrow_mut() = Some((written.0.clone(), is_new));
            pair_of(&written)
        });
        self.base().change(id, change).await?;
        let done = new.take();
        let (head, is_new) = match done {
            Some(done) => done,
            None => {
                // Something that cannot be read has that id.
                let (mut head, body) = again;
                (head.id, head.stamp) = (spare, stamp);
                let written = (head, body);
                let pair = pair_of(&written);
                let change = Box::new(move |_| pair);
                self.base().change(written.0.id.clone(), change).await?;
                (written.0, true)
            }
        };
        self.others.say(&head.id);
        let id = head.id.clone();
        self.put_head(head);
        if self.desk.draft.with_untracked(|open| *open == id) {
            self.look().await;
        }
        Ok(is_new)
    }
}
