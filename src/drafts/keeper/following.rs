//! What the desk makes of what has come of a writing.

use super::Keeper;
use crate::{
    drafts::{
        merge::Fate,
        place::Place,
        record::{Body, Head},
    },
    keep::{
        Kept,
        draft::Draft,
        to_text,
        versions::{Version, Who},
    },
    persist,
};

/// What no writing has for its stamp: a text that goes back to this goes back to nothing that is known.
const NO_STAMP: &str = "-";

impl Keeper {
    /// Follows what has come of writing this draft.
    pub(super) fn follow(self, sent: &Draft, fate: Fate, written: Option<(Head, Body)>) {
        let Some((head, body)) = written else {
            return;
        };
        if self.desk.draft.with_untracked(|id| *id != head.id) {
            return;
        }
        // While this tab is behind, its text is a version that each writing replaces. It is the database's, and not the
        // desk's too: else each of them would stay.
        let behind = self.writer.with_untracked(|writer| writer.behind_since);
        let is_passing =
            |version: &Version| version.who == Who::Person && Some(version.at) == behind;
        let mut body = body;
        body.versions.list.retain(|version| !is_passing(version));
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
                // Where the device had an older text than the database, the newer one is laid on the desk, unless
                // somebody is writing there already: that tab is behind until it is told which to take.
                let may = is_old && self.is_still(sent) && sent.text != theirs.draft.text;
                if may && self.put_on_desk(theirs.draft.clone()) {
                    self.settle(&theirs);
                } else {
                    if is_old {
                        self.place
                            .change(|place| place.bases.push(NO_STAMP.to_owned()));
                    }
                    self.fall_behind(*theirs);
                }
                self.put_head(head);
            }
            Fate::Marked(theirs) => {
                // What has been written or marked here meanwhile is for the next writing to decide.
                if persist::draft(self.desk) == *sent {
                    self.desk.take_marks(theirs.draft.clone());
                    self.settle(&theirs);
                }
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
            lost: self.lost.get_untracked(),
        };
        let before = ours.clone();
        ours.merge(body);
        if ours.versions != before.versions {
            self.desk.versions.set(ours.versions);
        }
        if ours.history != before.history {
            self.history.set(ours.history);
        }
        self.lost.set(ours.lost);
    }

    pub(super) fn keep_place(self, place: &Place) {
        let outside = self.desk.outside.get_untracked();
        let _ = outside.tab.write(Place::NAME, &to_text(place));
    }
}
