//! Two tabs on one draft.

use leptos::task::spawn_local;

use super::{Keeper, pairs::draft_of};
use crate::{drafts::record::Body, persist};

impl Keeper {
    /// Another tab has changed a draft.
    pub(super) fn hear(self, id: String) {
        if self.hear_who_is_there(&id) {
            return;
        }
        spawn_local(async move {
            let _ = self.refresh().await;
            if self.desk.draft.with_untracked(|open| *open == id) {
                self.look().await;
            }
        });
    }

    /// Looks whether another tab has changed the draft that is open.
    pub(super) async fn look(self) {
        let id = self.desk.draft.get_untracked();
        let Ok(pair) = self.base().read(id.clone()).await else {
            return;
        };
        let Ok(Some((head, body))) = draft_of(&pair) else {
            return;
        };
        if self.desk.draft.with_untracked(|open| *open != id) || self.is_busy_now() {
            return;
        }
        let known = self.place.with_untracked(|p| p.bases.contains(&head.stamp));
        let here = persist::draft(self.desk);
        if known || here == head.draft {
            self.add_past(&body);
        }
        if here == head.draft {
            self.settle(&head);
        } else if !known {
            self.save();
        }
    }

    /// Puts the other tab's text into the field. This tab's is among the versions.
    pub fn take_theirs(self) {
        if let Some(theirs) = self.behind.get_untracked()
            && !self.is_busy_now()
        {
            self.desk.field.end_composition();
            self.desk.keep_draft();
            self.settle(&theirs);
            self.put_on_desk(theirs.draft);
            self.save();
        }
    }

    /// Goes on with this tab's text. The other's is among the versions.
    pub fn keep_ours(self) {
        if let Some(theirs) = self.behind.get_untracked() {
            let faults = [theirs.errors, theirs.warnings];
            let mut body = Body {
                versions: self.desk.versions.get_untracked(),
                ..Body::default()
            };
            body.add_own(&theirs.draft.text, theirs.changed, faults);
            self.desk.versions.set(body.versions);
            self.settle(&theirs);
            self.save();
        }
    }
}
