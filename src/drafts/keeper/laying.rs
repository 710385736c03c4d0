//! Drafts are laid on the desk.

use super::{Keeper, Standing, pairs::draft_of};
use crate::{
    drafts::record::{Body, Head},
    keep::{draft::Draft, versions::Versions},
};

impl Keeper {
    /// Lays a draft on the desk. The one that is there is saved first; where that fails it stays.
    pub async fn open(self, id: String) -> bool {
        if self.is_busy_now() || self.flush().await.is_err() {
            return false;
        }
        let found = self.base().read(id).await.map(|pair| draft_of(&pair));
        self.tell(found.as_ref().map(|_| ()).map_err(|failure| *failure));
        let Ok(Ok(Some((head, body)))) = found else {
            return false;
        };
        self.lay(head, body)
    }

    /// Lays an empty draft on the desk, in the same way.
    pub async fn open_new(self) -> bool {
        if self.is_busy_now() || self.flush().await.is_err() {
            return false;
        }
        self.lay_new()
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
        if self.is_busy_now() || !self.desk.lay(draft) {
            return false;
        }
        self.run.changed.set(None);
        self.desk.versions.set(Versions {
            draft: head.id.clone(),
            ..body.versions
        });
        self.history.set(body.history);
        self.settle(&head);
        if head.stamp.is_empty() {
            self.place.change(|place| place.bases.clear());
        }
        true
    }

    /// An empty sheet: another draft, where the database takes this one.
    pub(super) async fn take_sheet(self) -> bool {
        let fails = matches!(self.standing.get_untracked(), Standing::Failed(_));
        !fails && self.open_new().await
    }
}
