//! Drafts for a file: whatever the database does, what the page knows of them is in it.

use super::{Keeper, Standing, pairs::draft_of};
use crate::drafts::{
    base::Failure,
    record::{Body, Head},
};

impl Keeper {
    /// Waits for the list where it was not read yet. Says whether it is there.
    pub async fn is_listed(self) -> bool {
        self.is_read.get_untracked() || !self.is_slow() && self.refresh().await.is_ok()
    }

    /// A draft of the list with its past, and whether that is all of it: where the database does not give it, there is at
    /// least the text, which the list has.
    pub async fn gather(self, head: Head) -> ((Head, Body), bool) {
        let is_open = self.desk.draft.with_untracked(|open| *open == head.id);
        if is_open && let Some(open) = self.on_desk() {
            return (open, true);
        }
        // Who waits for each of many waits for ever.
        if self.is_slow() {
            return ((head, Body::default()), false);
        }
        match self.base().read(head.id.clone()).await {
            Ok(pair) => match draft_of(&pair) {
                Ok(Some(draft)) => (draft, true),
                _ => ((head, Body::default()), false),
            },
            Err(failure) => {
                self.tell(Err::<(), _>(failure));
                ((head, Body::default()), false)
            }
        }
    }

    fn is_slow(self) -> bool {
        self.standing.get_untracked() == Standing::Failed(Failure::Slow)
    }
}
