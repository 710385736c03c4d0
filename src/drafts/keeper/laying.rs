//! Drafts are laid on the desk.

use super::{
    Keeper, Standing,
    pairs::{Foreign, draft_of, legible},
};
use crate::{
    desk::Notice,
    drafts::{
        base::Pair,
        record::{Body, Head},
    },
    keep::{draft::Draft, versions::Versions},
    persist,
};

/// How often a draft that is written on is saved once more before another is laid over it.
const MOST: usize = 20;

impl Keeper {
    /// Lays a draft on the desk. The one that is there is saved first; where that fails it stays.
    pub async fn open(self, id: String) -> bool {
        self.take_left(Some(id.clone())).await;
        for _ in 0..MOST {
            let Some(saved) = self.put_away().await else {
                return false;
            };
            let found = self.base().read(id.clone()).await;
            self.tell(found.as_ref().map(|_| ()).map_err(|failure| *failure));
            let Ok(pair) = found else {
                return false;
            };
            if self.is_still(&saved) {
                return self.lay_what_is_read(&id, &pair);
            }
        }
        false
    }

    fn lay_what_is_read(self, id: &str, pair: &Pair) -> bool {
        match draft_of(pair) {
            Ok(Some((head, body))) => return self.lay(head, body),
            Ok(None) => return self.lay_what_is_listed(id),
            Err(Foreign) => {}
        }
        // What cannot be read is left alone; its text goes on as another draft.
        let Some((head, body)) = legible(pair) else {
            return false;
        };
        let copy = Head {
            id: self.new_id(),
            stamp: String::new(),
            ..head
        };
        let is_laid = self.lay(copy, body);
        if is_laid {
            self.desk.notice.set(Some(Notice::SetAside));
            self.save();
        }
        is_laid
    }

    /// The database was emptied under the page. The list still has the text, and so has the database again.
    fn lay_what_is_listed(self, id: &str) -> bool {
        let is_laid = self
            .known(id)
            .is_some_and(|head| self.lay(head, Body::default()));
        if is_laid {
            self.is_bare.set(true);
            self.save();
        }
        is_laid
    }

    /// Lays an empty draft on the desk, in the same way.
    pub async fn open_new(self) -> bool {
        self.put_away().await.is_some() && self.lay_new()
    }

    /// Saves what is on the desk, and once more if somebody has written on meanwhile: the database takes its time,
    /// and a hand does not wait. Gives what is saved, with nothing written since.
    pub(super) async fn put_away(self) -> Option<Draft> {
        for _ in 0..MOST {
            self.desk.field.end_composition();
            let draft = persist::draft(self.desk);
            if self.is_busy_now() || self.flush().await.is_err() {
                return None;
            }
            if self.is_still(&draft) {
                return Some(draft);
            }
        }
        None
    }

    /// Whether the desk is as it was, and nothing is being composed.
    pub(super) fn is_still(self, draft: &Draft) -> bool {
        !self.desk.field.is_composing() && persist::draft(self.desk) == *draft
    }

    pub(super) fn lay_new(self) -> bool {
        let head = Head {
            id: self.new_id(),
            ..Head::default()
        };
        self.lay(head, Body::default())
    }

    pub(super) fn lay(self, head: Head, body: Body) -> bool {
        let draft = Draft {
            id: head.id.clone(),
            ..head.draft.clone()
        };
        if self.is_busy_now() || !self.put_on_desk(draft) {
            return false;
        }
        if self.is_bare.get_untracked() {
            self.is_bare.set(false);
        }
        self.desk.versions.set(Versions {
            draft: head.id.clone(),
            ..body.versions
        });
        self.history.set(body.history);
        self.lost.set(body.lost);
        self.settle(&head);
        if head.stamp.is_empty() {
            self.place.change(|place| place.bases.clear());
        }
        true
    }

    /// Puts another text on the desk. What a model has changed of the one that was there is no longer asked about: its
    /// answer would be written over this one.
    pub(super) fn put_on_desk(self, draft: Draft) -> bool {
        let is_laid = self.desk.lay(draft);
        if is_laid {
            self.run.changed.set(None);
        }
        is_laid
    }

    /// An empty sheet: another draft, where the database takes this one.
    pub(super) async fn take_sheet(self) -> bool {
        let fails = matches!(self.standing.get_untracked(), Standing::Failed(_));
        !fails && self.open_new().await
    }
}
