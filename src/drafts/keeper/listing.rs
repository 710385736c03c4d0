//! All drafts: listed, named, thrown away, taken out again.

use std::{cell::RefCell, collections::BTreeSet, rc::Rc};

use super::{
    Keeper, THROWN,
    pairs::{draft_of, legible},
};
use crate::{
    browser::clock,
    drafts::{
        base::{Failure, Pair},
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
        self.put_heads(vec![head]);
    }

    /// Puts several heads among the others. The list is drawn once.
    pub(super) fn put_heads(self, new: Vec<Head>) {
        self.heads.update(|heads| {
            let ids: BTreeSet<&str> = new.iter().map(|head| &head.id[..]).collect();
            heads.retain(|other| !ids.contains(&other.id[..]));
            heads.extend(new);
            heads.sort_by_key(|head| std::cmp::Reverse(head.changed));
        });
    }

    /// A draft as the list has it.
    pub(super) fn known(self, id: &str) -> Option<Head> {
        let same = |head: &&Head| head.id == id;
        self.heads
            .with_untracked(|heads| heads.iter().find(same).cloned())
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
        let known = self.known(id);
        let change = Box::new(move |pair: Pair| {
            // What cannot be read of it stays as it is.
            let found = match pair.head {
                Some(_) => legible(&pair).map(|(head, _)| head),
                // The database was emptied under the page: the list still has the text.
                None => known,
            };
            let Some(mut head) = found else {
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
        legible(&read.ok()?).or_else(|| Some((self.known(id)?, Body::default())))
    }

    /// The draft on the desk, unless it is nobody's or nothing.
    pub fn on_desk(self) -> Option<(Head, Body)> {
        let Ours { mut head, body, .. } = self.ours();
        let is_nothing = head.draft.text.trim().is_empty() && body.versions.list.is_empty();
        if self.desk.welcome.get_untracked() || is_nothing {
            return None;
        }
        if let Some(known) = self.known(&head.id) {
            (head.name, head.created) = (known.name, known.created);
        }
        if head.id.is_empty() {
            head.id = self.new_id();
        }
        Some((head, body))
    }
}
