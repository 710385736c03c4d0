//! The table of words, on its way and there.

use std::rc::Rc;

use leptos::task::spawn_local;
use send_wrapper::SendWrapper;
use verse::diction::{Diction, SIZE};

use super::words::hand_words;
use crate::{
    browser::fetch::own_file,
    desk::Desk,
    ui::{El, State, div, el, fields},
};

/// Where the table is, beside the page.
const ADDRESS: &str = "words/diction.bin";

/// How far the table has come.
#[derive(Clone)]
enum Stage {
    /// So many bytes are there.
    Coming(usize),
    /// All of it.
    There(SendWrapper<Rc<Diction>>),
    /// It did not come, or is not what this page can read.
    Missing,
}

/// The table, as the room holds it.
#[derive(Clone, Copy)]
pub struct Stock(State<Stage>);

impl Stock {
    /// Nothing yet.
    pub fn new() -> Self {
        Self(State::new(Stage::Missing))
    }

    /// Fetches the table, unless it is there or on its way.
    pub fn fetch(self) {
        if !self.0.with_untracked(|s| matches!(s, Stage::Missing)) {
            return;
        }
        self.0.set(Stage::Coming(0));
        spawn_local(async move {
            let bytes = own_file(ADDRESS, |come| self.0.set(Stage::Coming(come))).await;
            let table = bytes.and_then(|bytes| Diction::from_bytes(&bytes));
            self.0.set(match table {
                Some(table) => Stage::There(SendWrapper::new(Rc::new(table))),
                None => Stage::Missing,
            });
        });
    }

    /// The table, once it is there.
    pub fn get(self) -> Option<Rc<Diction>> {
        self.0.with(|stage| match stage {
            Stage::There(table) => Some(Rc::clone(table)),
            _ => None,
        })
    }

    /// Whether it is there.
    pub fn is_there(self) -> bool {
        self.0.with(|stage| matches!(stage, Stage::There(_)))
    }
}

/// What is said until the table is there: how far it has come, or that it did not.
pub fn waiting(desk: Desk, stock: Stock) -> El {
    let t = desk.words;
    let come = move || match stock.0.with(Stage::clone) {
        Stage::Coming(bytes) => Some(bytes * 100 / SIZE),
        _ => None,
    };
    let is_missing = move || stock.0.with(|stage| matches!(stage, Stage::Missing));
    let again = move || stock.fetch();
    div("hand-waiting")
        .set("role", "status")
        .when(
            move || come().is_some(),
            move || {
                el("p")
                    .id("hand-coming")
                    .class("hint")
                    .el(el("span").live(move || hand_words(t).coming.to_owned()))
                    .el(el("progress")
                        .set("max", "100")
                        .bind("value", move || Some(come().unwrap_or(100).to_string()))
                        .bind("aria-label", move || Some(hand_words(t).coming.to_owned())))
            },
        )
        .when(is_missing, move || {
            el("p")
                .id("hand-missing")
                .class("notice")
                .el(el("span").live(move || hand_words(t).missing.to_owned()))
                .el(fields::button(
                    "quiet",
                    "hand-again",
                    t,
                    |s| s.fetch_again,
                    again,
                ))
        })
}
