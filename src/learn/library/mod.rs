//! The library: classic poems, found by name, by verse and by what they show, and opened in the
//! editor.

mod fields;
pub mod fold;
mod list;
pub mod poem;
mod shows;
mod wanted;

use gloo_timers::future::TimeoutFuture;
use leptos::{html, prelude::*, task::spawn_local};

use self::{fold::Fold, poem::Poem, shows::Found, wanted::Wanted};
use super::words::learn;
use crate::{
    browser::page,
    desk::Desk,
    ui::{El, State, Worked, el, memo, watch},
    view::View,
};

/// Rows that are drawn at first; more are drawn when they are asked for.
const ROWS: usize = 60;
/// Poems that are checked in one go. The page stays at hand between one go and the next.
const AT_ONCE: usize = 20;

/// The state of the library.
#[derive(Clone, Copy)]
struct Library {
    desk: Desk,
    poems: State<Vec<Poem>>,
    /// What each poem shows; nothing until all have been checked.
    found: State<Vec<Found>>,
    wanted: State<Wanted>,
    /// Where the words are typed.
    search: NodeRef<html::Input>,
    /// The poems that are wanted, by their places.
    chosen: Worked<Vec<usize>>,
    /// Rows that are drawn at most.
    rows: State<usize>,
}

/// The library.
pub fn library(desk: Desk) -> El {
    let library = Library::new(desk);
    let t = desk.words;
    spawn_local(library.check());
    el("section")
        .id("library")
        .class("library")
        .set("aria-labelledby", "library-name")
        .el(el("h3")
            .id("library-name")
            .live(move || learn(t).library.to_owned()))
        .el(el("p")
            .class("hint")
            .live(move || learn(t).library_hint.to_owned()))
        .el(fields::fields(library))
        .el(list::list(library))
}

impl Library {
    fn new(desk: Desk) -> Self {
        let fold = Fold::new();
        let poems = State::new(Poem::all(&fold));
        let found: State<Vec<Found>> = State::new(Vec::new());
        let wanted = State::new(Wanted::default());
        let rows = State::new(ROWS);
        let chosen = memo(move || {
            let choose = |wanted: &Wanted| {
                poems.with_untracked(|poems| found.with(|found| wanted.choose(poems, found, &fold)))
            };
            wanted.with(choose)
        });
        // Another list begins at its beginning.
        watch(move |_| {
            wanted.track();
            rows.set(ROWS);
        });
        Self {
            desk,
            poems,
            found,
            wanted,
            search: NodeRef::new(),
            chosen,
            rows,
        }
    }

    /// Checks all poems, a few at a time.
    async fn check(self) {
        let mut found = Vec::new();
        loop {
            let next = |poems: &Vec<Poem>| -> Vec<Found> {
                let rest = poems.iter().skip(found.len());
                rest.take(AT_ONCE).map(Found::of).collect()
            };
            match self.poems.try_with_untracked(next) {
                Some(more) if !more.is_empty() => found.extend(more),
                _ => break,
            }
            TimeoutFuture::new(0).await;
        }
        self.found.set(found);
    }

    /// Takes all conditions back.
    fn reset(self) {
        if let Some(field) = self.search.get_untracked() {
            field.set_value("");
            let _ = field.focus();
        }
        self.wanted.set(Wanted::default());
    }

    /// Opens a poem in the editor. What stood there is kept, unless it is a poem of the library as it
    /// was opened: leafing through would fill the versions.
    fn open(self, at: usize) {
        let paper = |poems: &Vec<Poem>| poems.get(at).map(Poem::on_paper);
        let Some(paper) = self.poems.with_untracked(paper) else {
            return;
        };
        let there = self.desk.text.get_untracked();
        let is_ours = |poems: &Vec<Poem>| poems.iter().any(|poem| poem.on_paper() == there);
        if self.poems.with_untracked(is_ours) {
            self.desk.rewrite(&paper);
        } else {
            self.desk.put(&paper);
        }
        page::go(View::Write.hash());
    }
}
