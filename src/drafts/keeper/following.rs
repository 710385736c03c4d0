//! What the desk makes of what has come of a writing.

use super::Keeper;
use crate::{
    drafts::{
        merge::Fate,
        place::Place,
        record::{Body, Head},
    },
    keep::{Kept, to_text},
};

impl Keeper {
    /// Follows what has come of writing this text.
    pub(super) fn follow(self, sent: &str, fate: Fate, written: Option<(Head, Body)>) {
        let Some((head, body)) = written else {
            return;
        };
        if self.desk.draft.with_untracked(|id| *id != head.id) {
            return;
        }
        self.add_past(&body);
        match fate {
            Fate::Kept => {
                self.settle(&head);
                if self.heads.with_untracked(|heads| !heads.contains(&head)) {
                    self.put_head(head);
                }
            }
            Fate::Behind(theirs) => {
                let is_old = self.place.with_untracked(|place| place.bases.is_empty());
                let here = self.desk.text.get_untracked();
                // Where the device had an older text than the database, the newer one is laid on the desk, unless
                // somebody is writing there already.
                let is_free = here == sent && !self.desk.field.is_composing();
                let may = is_old && is_free && here != theirs.draft.text;
                if may && self.desk.lay(theirs.draft.clone()) {
                    self.settle(&theirs);
                } else {
                    self.fall_behind(*theirs);
                }
                self.put_head(head);
            }
            Fate::Marked(theirs) => {
                let is_same = |text: &String| *text == theirs.draft.text;
                if self.desk.text.with_untracked(is_same) {
                    self.desk.take_marks(theirs.draft.clone());
                }
                self.settle(&theirs);
                self.put_head(head);
            }
            Fate::Nothing => {}
        }
    }

    /// The text on the desk goes back to this head now.
    pub(super) fn settle(self, head: &Head) {
        let place = Place {
            draft: head.id.clone(),
            bases: vec![head.stamp.clone()],
        };
        self.keep_place(&place);
        self.place.set(place);
        if self.behind.with_untracked(Option::is_some) {
            self.behind.set(None);
        }
        self.writer.change(|writer| writer.behind_since = None);
    }

    pub(super) fn fall_behind(self, theirs: Head) {
        if self
            .behind
            .with_untracked(|behind| behind.as_ref() != Some(&theirs))
        {
            self.behind.set(Some(theirs));
        }
    }

    /// Adds to what is on the desk what the database has more.
    pub(super) fn add_past(self, body: &Body) {
        let mut ours = Body {
            versions: self.desk.versions.get_untracked(),
            history: self.history.get_untracked(),
        };
        let before = ours.clone();
        ours.merge(body);
        if ours.versions != before.versions {
            self.desk.versions.set(ours.versions);
        }
        if ours.history != before.history {
            self.history.set(ours.history);
        }
    }

    pub(super) fn keep_place(self, place: &Place) {
        let outside = self.desk.outside.get_untracked();
        let _ = outside.tab.write(Place::NAME, &to_text(place));
    }
}
