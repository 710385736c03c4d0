//! What tabs that are gone have left on the device goes into the database.

use std::{cell::RefCell, rc::Rc};

use gloo_timers::future::TimeoutFuture;
use leptos::task::spawn_local;

use super::{
    Keeper, judged,
    pairs::{draft_of, pair_of},
};
use crate::{
    browser::clock,
    drafts::{
        base::{Failure, Pair},
        left::Left,
        record::Head,
    },
    keep::{
        Kept,
        draft::Draft,
        left::{MOST, beside},
        versions::Versions,
    },
};

/// How long after a writing of this tab it is looked for what had to make way for it, and how long at most, in
/// milliseconds: two tabs that write in turn are not to ask one another at each key.
const LATER: u32 = 3000;
const AT_MOST: u32 = 10_000;
/// How long another tab has for its answer, in milliseconds.
const ANSWER: u32 = 600;

/// Asks who has a draft open, and says so.
const ASK: char = '?';
const HERE: char = '!';

/// Where something was left.
struct Slot {
    left: Left,
    name: String,
    text: String,
    is_tabs: bool,
}

impl Keeper {
    /// Looks a little later for what was left.
    pub(super) fn take_left_later(self) {
        let take = move || spawn_local(self.take_left(None));
        self.leaving.within(LATER, AT_MOST, take);
    }

    /// Takes what was left of one draft, or of all. What a living tab has open stays: its own writing comes, with
    /// stamps that this one does not know.
    pub(super) async fn take_left(self, of: Option<String>) {
        let slots = self.slots(of.as_ref());
        if slots.is_empty() || self.is_busy_now() {
            return;
        }
        let asked = clock::now();
        for slot in &slots {
            self.others.say(&format!("{ASK}{}", slot.left.draft.id));
        }
        TimeoutFuture::new(ANSWER).await;
        // The page may be gone.
        let Some(alive) = self.alive.try_with_untracked(Vec::clone) else {
            return;
        };
        for slot in slots {
            let id = slot.left.draft.id.clone();
            if alive.iter().any(|(other, at)| *other == id && *at >= asked) {
                continue;
            }
            // What this tab has written of the same draft comes first.
            let is_open = self.desk.draft.with_untracked(|open| *open == id);
            if is_open && (self.is_busy_now() || self.try_flush().await.is_err()) {
                continue;
            }
            if self.take(&slot.left).await.is_ok() {
                self.remove(&slot);
            }
        }
    }

    /// Hears a word of the other tabs that is about who is there. Says whether it was one.
    pub(super) fn hear_who_is_there(self, word: &str) -> bool {
        if let Some(id) = word.strip_prefix(ASK) {
            if self.desk.draft.with_untracked(|open| open == id) {
                self.others.say(&format!("{HERE}{id}"));
            }
            return true;
        }
        let here = word.strip_prefix(HERE);
        if let Some(id) = here {
            self.alive.change(|alive| {
                alive.retain(|(other, _)| other != id);
                alive.push((id.to_owned(), clock::now()));
            });
        }
        here.is_some()
    }

    fn slots(self, of: Option<&String>) -> Vec<Slot> {
        let outside = self.desk.outside.get_untracked();
        let mut slots = Vec::new();
        for name in [Draft::NAME, Versions::NAME] {
            for (store, is_tabs) in [(&outside.device, false), (&outside.tab, true)] {
                for nth in 1..=MOST {
                    let name = beside(name, nth);
                    if let Ok(Some(text)) = store.read(&name)
                        && let Some(left) = Left::read(&text)
                        && of.is_none_or(|id| *id == left.draft.id)
                    {
                        slots.push(Slot {
                            left,
                            name,
                            text,
                            is_tabs,
                        });
                    }
                }
            }
        }
        slots
    }

    /// Empties a place, unless something else has been left there meanwhile.
    fn remove(self, slot: &Slot) {
        let outside = self.desk.outside.get_untracked();
        let store = match slot.is_tabs {
            true => &outside.tab,
            false => &outside.device,
        };
        if matches!(store.read(&slot.name), Ok(Some(text)) if text == slot.text) {
            let _ = store.remove(&slot.name);
        }
    }

    async fn take(self, left: &Left) -> Result<(), Failure> {
        if !self.take_as(left.clone()).await? {
            // Something that cannot be read has that id.
            let mut left = left.clone();
            left.draft.id = self.new_id();
            self.take_as(left).await?;
        }
        Ok(())
    }

    /// Says whether what stands in the database under the id could be read.
    async fn take_as(self, left: Left) -> Result<bool, Failure> {
        let id = left.draft.id.clone();
        let judged = Head {
            stamp: self.new_stamp(),
            ..self.judge(&left.draft)
        };
        // The head that is there then, and whether it is another than before.
        let done = Rc::new(RefCell::new(None));
        let tell = done.clone();
        let change = Box::new(move |pair: Pair| {
            let Ok(found) = draft_of(&pair) else {
                return pair;
            };
            let written = left.taken(judged, found);
            let after = written.as_ref().map_or_else(|| pair.clone(), pair_of);
            *tell.borrow_mut() = Some((written, after != pair));
            after
        });
        self.base().change(id.clone(), change).await?;
        let Some((written, is_news)) = done.take() else {
            return Ok(false);
        };
        if let Some((head, _)) = written.filter(|_| is_news) {
            self.others.say(&id);
            self.put_head(head);
            if self.desk.draft.with_untracked(|open| *open == id) {
                self.look().await;
            }
        }
        Ok(true)
    }

    /// A head with what the check says of a draft that is not on the desk.
    pub fn judge(self, draft: &Draft) -> Head {
        let options = self.desk.options_of(draft);
        judged(&verse::check(&draft.text, &options))
    }
}
