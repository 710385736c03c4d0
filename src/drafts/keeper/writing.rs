//! The draft on the desk goes into the database.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use super::{
    Keeper, Writer, judged,
    pairs::{Foreign, draft_of, pair_of},
};
use crate::{
    browser::clock,
    drafts::{
        base::{Failure, Pair},
        merge::{Fate, Ours, keep},
        place::Place,
        record::{Body, Head},
    },
    persist,
};

/// What came of a writing, by those who wait for it.
pub(super) enum Written {
    Fate(Fate, Box<Option<(Head, Body)>>),
    /// What stands there cannot be read.
    Foreign,
}

impl Keeper {
    pub(super) async fn try_flush(self) -> Result<(), Failure> {
        let desk = self.desk;
        if desk.welcome.get_untracked() || self.is_busy_now() {
            return Ok(());
        }
        if desk.draft.with_untracked(String::is_empty) {
            self.give_id();
        }
        let sent = persist::draft(desk);
        match self.write().await? {
            Written::Fate(fate, written) => self.follow(&sent, fate, *written),
            Written::Foreign => {
                // It is left alone; the draft goes on under another id.
                self.give_id();
                self.place.set(Place::default());
                let sent = persist::draft(desk);
                if let Written::Fate(fate, written) = self.write().await? {
                    self.follow(&sent, fate, *written);
                }
            }
        }
        Ok(())
    }

    pub(super) fn give_id(self) {
        let id = self.new_id();
        self.desk.draft.set(id.clone());
        self.desk.versions.update(|versions| versions.draft = id);
        persist::keep_draft_now(self.desk);
    }

    /// The draft as it is on the desk.
    pub fn ours(self) -> Ours {
        let desk = self.desk;
        let now = clock::now();
        let draft = persist::draft(desk);
        self.history
            .update(|history| history.note(&draft.text, now));
        let body = Body {
            versions: desk.versions.get_untracked(),
            history: self.history.get_untracked(),
            lost: self.lost.get_untracked(),
        };
        let stamp = self.new_stamp();
        let Writer {
            name, behind_since, ..
        } = self.writer.get_untracked();
        let head = Head {
            id: draft.id.clone(),
            stamp,
            draft,
            versions: body.versions.list.len() as u64,
            created: now,
            changed: now,
            ..judged(&desk.report.get_untracked())
        };
        Ours {
            head,
            body,
            bases: self.place.get_untracked().bases,
            writer: name,
            behind_since: behind_since.or(Some(now)),
        }
    }

    pub(super) async fn write(self) -> Result<Written, Failure> {
        let ours = self.ours();
        let id = ours.head.id.clone();
        let now = ours.behind_since;
        // Known before it is written: the page may go before word of it comes back.
        let mut place = self.place.get_untracked();
        if !place.bases.is_empty() {
            place.bases.push(ours.head.stamp.clone());
        }
        place.draft.clone_from(&id);
        self.keep_place(&place);
        let done = Rc::new(RefCell::new(None));
        let tell = done.clone();
        let is_news = Rc::new(Cell::new(false));
        let news = is_news.clone();
        let said = id.clone();
        let change = Box::new(move |pair: Pair| {
            let found = match draft_of(&pair) {
                Ok(found) => found,
                Err(Foreign) => {
                    *tell.borrow_mut() = Some(Written::Foreign);
                    return pair;
                }
            };
            let (written, fate) = keep(&ours, found);
            let after = written.as_ref().map_or_else(|| pair.clone(), pair_of);
            news.set(after != pair);
            *tell.borrow_mut() = Some(Written::Fate(fate, Box::new(written)));
            after
        });
        self.base().change(id, change).await?;
        if is_news.get() {
            self.others.say(&said);
        }
        let done = done.take().ok_or(Failure::Broken)?;
        if let Written::Fate(Fate::Behind(_), _) = done {
            // What is written from now on takes the place of this version.
            self.writer.change(|writer| writer.behind_since = now);
        }
        Ok(done)
    }
}
