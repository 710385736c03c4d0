//! Rooms that are loaded when they are first entered.
//!
//! A first visit needs the sheet and the verdict. What is behind the other views, and the table of
//! glosses, is cut out of the page's module by wasm-split when the page is built (the feature
//! `split`), each part a file of its own, fetched by the first who goes there. Without the feature it
//! is all one module and nothing is waited for.

mod parts;

use leptos::{prelude::Owner, task::spawn_local};
use send_wrapper::SendWrapper;

use crate::{
    browser::timer::Debounce,
    compose::run::Run,
    desk::Desk,
    ui::{El, State, div, el, fields, watch},
    view::View,
};

/// A part could not be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotFetched;

/// What is fetched at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// The talk with models, and the settings that it needs.
    Models,
    /// Reading and learning.
    Learn,
    /// The rhyme books.
    Rhymes,
    /// The drafts.
    Drafts,
}

impl Part {
    /// What a view needs.
    const fn of(view: View) -> Option<Self> {
        match view {
            View::Write => None,
            View::Compose | View::Settings => Some(Self::Models),
            View::Learn => Some(Self::Learn),
            View::Rhymes => Some(Self::Rhymes),
            View::Drafts => Some(Self::Drafts),
        }
    }
}

/// How long after the page has been drawn, or something was written, the drafts are fetched, in
/// milliseconds.
const SOON: u32 = 300;

type Slot = State<Option<SendWrapper<El>>>;

/// Where the rooms will be.
#[derive(Clone, Copy)]
pub struct Rooms {
    desk: Desk,
    run: Run,
    /// What the rooms live as long as: the page, not the moment in which they were asked for.
    owner: State<Option<Owner>>,
    compose: Slot,
    board: Slot,
    learn: Slot,
    rhymes: Slot,
    drafts: Slot,
    steps: Slot,
    told: Slot,
    settings: Slot,
    /// What has been fetched, or is on its way.
    fetched: State<Vec<Part>>,
    /// What could not be.
    failed: State<Option<Part>>,
}

impl Rooms {
    /// Nothing is there until a view asks for it.
    pub fn new(desk: Desk, run: Run) -> Self {
        let rooms = Self {
            desk,
            run,
            owner: State::new(Owner::current()),
            compose: State::new(None),
            board: State::new(None),
            learn: State::new(None),
            rhymes: State::new(None),
            drafts: State::new(None),
            steps: State::new(None),
            told: State::new(None),
            settings: State::new(None),
            fetched: State::new(Vec::new()),
            failed: State::new(None),
        };
        watch(move |_| {
            if let Some(part) = Part::of(desk.view.get()) {
                rooms.fetch(part);
            }
        });
        // As soon as there is something to keep; the page is at hand before that.
        let soon = Debounce::new();
        watch(move |_| {
            if !desk.welcome.get() {
                soon.after(SOON, move || rooms.fetch(Part::Drafts));
            }
        });
        rooms
    }

    /// Fetches a part, unless that has been done. What fails is tried again when it is asked for.
    fn fetch(self, part: Part) {
        let Some(owner) = self.owner.get_untracked() else {
            return;
        };
        if self.fetched.with_untracked(|parts| parts.contains(&part)) {
            return;
        }
        self.fetched.change(|parts| parts.push(part));
        self.failed.set(None);
        spawn_local(async move {
            if self.put(part, owner).await.is_err() {
                self.fetched.change(|parts| parts.retain(|p| *p != part));
                // Nobody waits for what was fetched unasked.
                if Part::of(self.desk.view.get_untracked()) == Some(part) {
                    self.failed.set(Some(part));
                }
            }
        });
    }

    /// Puts what has come into its places.
    async fn put(self, part: Part, owner: Owner) -> Result<(), NotFetched> {
        let fill = |slot: Slot, room: El| slot.set(Some(SendWrapper::new(room)));
        match part {
            Part::Models => {
                let [compose, board, settings] = parts::models(owner, self.desk, self.run).await?;
                fill(self.compose, compose);
                fill(self.board, board);
                fill(self.settings, settings);
            }
            Part::Learn => fill(self.learn, parts::learn(owner, self.desk).await?),
            Part::Rhymes => fill(self.rhymes, parts::rhymes(owner, self.desk).await?),
            Part::Drafts => {
                let [room, steps, told] = parts::keep_drafts(owner, self.desk, self.run).await?;
                fill(self.drafts, room);
                fill(self.steps, steps);
                fill(self.told, told);
            }
        }
        Ok(())
    }

    /// The place of the view "compose".
    pub fn compose(self) -> El {
        place(self.compose)
    }

    /// The place of what several models write, in the same view.
    pub fn board(self) -> El {
        place(self.board)
    }

    /// The places of the views that are not about the sheet.
    pub fn others(self) -> [El; 4] {
        [self.learn, self.rhymes, self.drafts, self.settings].map(place)
    }

    /// The place of the buttons under the sheet.
    pub fn steps(self) -> El {
        div("steps-here").el(place(self.steps))
    }

    /// The place of what is to be said of the drafts.
    pub fn told(self) -> El {
        place(self.told)
    }

    /// What is said where a part could not be fetched.
    pub fn failure(self) -> El {
        let t = self.desk.words;
        div("not-fetched").when(
            move || self.failed.with(Option::is_some),
            move || {
                let again = move || {
                    if let Some(part) = self.failed.get_untracked() {
                        self.fetch(part);
                    }
                };
                el("p")
                    .id("not-fetched")
                    .class("notice")
                    .el(el("span").say(t, |s| s.not_fetched))
                    .el(fields::button(
                        "quiet",
                        "fetch-again",
                        t,
                        |s| s.fetch_again,
                        again,
                    ))
            },
        )
    }
}

/// Fetches the glosses when a character is first looked at. Without them a reading has a name and no
/// more; the next look tries again.
pub fn glosses_when_picked(desk: Desk) {
    watch(move |_| {
        if desk.picked.get().is_some() {
            fetch_glosses(desk);
        }
    });
}

/// Fetches the glosses, unless they are there.
pub fn fetch_glosses(desk: Desk) {
    if desk.glosses.with_untracked(Option::is_none) {
        spawn_local(async move {
            if let Ok(table) = parts::glosses().await {
                desk.glosses.set(Some(table));
            }
        });
    }
}

/// What is put into a slot is taken out once, and stays on the page.
fn place(slot: Slot) -> El {
    div("room-here").part(move || {
        slot.track();
        let room = slot.change(Option::take)??;
        Some(room.take())
    })
}
