//! Rooms that are loaded when they are first entered.
//!
//! A first visit needs the sheet and the verdict. What is behind the other views, and the table of
//! glosses, is cut out of the
//! page's module by wasm-split when the page is built (the feature `split`), and fetched by the first
//! who goes there. Without the feature it is all one module and nothing is waited for.

// The attribute that marks a place to cut at expands to code that calls into the other module.
#![allow(unsafe_code)]

use leptos::{prelude::Owner, task::spawn_local};
use send_wrapper::SendWrapper;
use verse::glosses::Table;

use crate::{
    compose::{panel::compose_panel, run::Run},
    desk::Desk,
    settings::panel::settings_panel,
    ui::{El, State, div, el, fields, watch},
    view::View,
};

/// A room could not be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotFetched;

#[cfg(feature = "split")]
impl From<leptos::wasm_split::SplitLoaderError> for NotFetched {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// The rooms, put together among what belongs to `owner`.
#[cfg_attr(
    feature = "split",
    leptos::wasm_split::wasm_split(rooms, wasm_split_path = ::leptos::wasm_split, fallible)
)]
fn rooms(owner: Owner, desk: Desk, run: Run) -> Result<[El; 3], NotFetched> {
    Ok(owner.with(|| {
        let [compose, board] = compose_panel(desk, run);
        [compose, board, settings_panel(desk)]
    }))
}

/// The glosses of readings.
#[cfg_attr(
    feature = "split",
    leptos::wasm_split::wasm_split(glosses, wasm_split_path = ::leptos::wasm_split, fallible)
)]
fn glosses() -> Result<Table, NotFetched> {
    Ok(Table::baked())
}

#[cfg(feature = "split")]
use {glosses as fetched_glosses, rooms as fetched_rooms};

#[cfg(not(feature = "split"))]
async fn fetched_glosses() -> Result<Table, NotFetched> {
    glosses()
}

#[cfg(not(feature = "split"))]
async fn fetched_rooms(owner: Owner, desk: Desk, run: Run) -> Result<[El; 3], NotFetched> {
    rooms(owner, desk, run)
}

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
    settings: Slot,
    fetching: State<bool>,
    failed: State<bool>,
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
            settings: State::new(None),
            fetching: State::new(false),
            failed: State::new(false),
        };
        watch(move |_| {
            if desk.view.get() != View::Write {
                rooms.fetch();
            }
        });
        rooms
    }

    /// Fetches the rooms, unless that has been done. What fails is tried again when it is asked for.
    fn fetch(self) {
        let Some(owner) = self.owner.get_untracked() else {
            return;
        };
        if self.fetching.get_untracked() {
            return;
        }
        self.fetching.change(|fetching| *fetching = true);
        self.failed.set(false);
        spawn_local(async move {
            match fetched_rooms(owner, self.desk, self.run).await {
                Ok([compose, board, settings]) => {
                    self.compose.set(Some(SendWrapper::new(compose)));
                    self.board.set(Some(SendWrapper::new(board)));
                    self.settings.set(Some(SendWrapper::new(settings)));
                }
                Err(NotFetched) => {
                    self.fetching.change(|fetching| *fetching = false);
                    self.failed.set(true);
                }
            }
        });
    }

    /// The place of the view "compose".
    pub fn compose(self) -> El {
        place(self.compose)
    }

    /// The place of what several models write, in the same view.
    pub fn board(self) -> El {
        place(self.board)
    }

    /// The place of the view "settings".
    pub fn settings(self) -> El {
        place(self.settings)
    }

    /// What is said where the rooms could not be fetched.
    pub fn failure(self) -> El {
        let t = self.desk.words;
        div("not-fetched").when(
            move || self.failed.get(),
            move || {
                let again = move || self.fetch();
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
        if desk.picked.get().is_some() && desk.glosses.with_untracked(Option::is_none) {
            spawn_local(async move {
                if let Ok(table) = fetched_glosses().await {
                    desk.glosses.set(Some(table));
                }
            });
        }
    });
}

/// What is put into a slot is taken out once, and stays on the page.
fn place(slot: Slot) -> El {
    div("room-here").part(move || {
        slot.track();
        let room = slot.change(Option::take)??;
        Some(room.take())
    })
}
