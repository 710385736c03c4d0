//! A poem that came by a link.

use gloo_timers::future::TimeoutFuture;
use leptos::task::spawn_local;
use verse::RhymeBook;

use super::{
    link::{Parcel, Refusal},
    words::phrases,
};
use crate::{
    browser::page,
    desk::Desk,
    later::LINK,
    ui::{El, State, div, el, fields},
    view::View,
};

/// What came.
#[derive(Clone, Copy, PartialEq)]
enum Came {
    /// A poem.
    Poem {
        /// What became of what stood there.
        before: Before,
        /// The rhyme book that was chosen before, if it is another.
        own_book: Option<RhymeBook>,
    },
    /// No poem.
    Nothing(Refusal),
}

/// What became of what stood in the field when a poem came.
#[derive(Clone, Copy, PartialEq)]
enum Before {
    /// It was nobody's, or the same.
    Nothing,
    /// It is another draft.
    Draft,
    /// It is among the versions.
    Version,
}

/// How often, and every how many milliseconds, it is looked whether drafts are kept.
const LOOKS: usize = 40;
const LOOK: u32 = 50;

/// Takes what stands behind the address, now and whenever it changes, and tells of it.
pub fn arrival(desk: Desk) -> El {
    let came = State::new(None);
    let take = move |hash: String| {
        if hash.starts_with(LINK) {
            spawn_local(async move {
                let now = open(desk, hash).await;
                came.set(Some(now));
            });
        }
    };
    take(page::hash());
    page::on_hash(take);
    let t = desk.words;
    div("arrival").part(move || {
        let came_now = came.get()?;
        let words = phrases(t);
        let mut text = match came_now {
            Came::Poem { .. } => words.arrived,
            Came::Nothing(Refusal::Broken) => words.broken,
            Came::Nothing(Refusal::Newer) => words.newer,
            Came::Nothing(Refusal::NoPoem) => words.no_poem,
        }
        .to_owned();
        let mut own_book = None;
        if let Came::Poem {
            before,
            own_book: own,
        } = came_now
        {
            text.push_str(match before {
                Before::Nothing => "",
                Before::Draft => words.other_draft,
                Before::Version => words.draft_kept,
            });
            if own.is_some() {
                let book = desk.settings.with_untracked(|settings| settings.book);
                text.push_str(&(words.other_book)(book));
            }
            own_book = own;
        }
        let back = own_book.map(|book| {
            let press = move || {
                desk.settings.update(|settings| settings.book = book);
                came.set(None);
            };
            fields::bare_button("quiet", press)
                .id("own-book")
                .live(move || phrases(t).own_book.to_owned())
        });
        let away = move || came.set(None);
        Some(
            el("p")
                .id("arrival")
                .class("notice")
                .el(el("span").text(text))
                .children(back)
                .el(fields::button(
                    "quiet",
                    "arrival-away",
                    t,
                    |s| s.put_away,
                    away,
                )),
        )
    })
}

/// Puts the poem on the desk, as a draft of its own where somebody's stands there. Nothing is lost to a
/// link that carries no poem.
async fn open(desk: Desk, hash: String) -> Came {
    let parcel = Parcel::of_fragment(&hash);
    // Taken once: a reload, or an address that is passed on later, is the page's again.
    page::replace_hash(View::Write.hash());
    desk.view.set(View::Write);
    let parcel = match parcel {
        Ok(parcel) => parcel,
        Err(refusal) => return Came::Nothing(refusal),
    };
    let there = desk.text.get_untracked();
    let is_empty = there.trim().is_empty();
    // A draft that was emptied still has its name and its past.
    let is_new = is_empty && desk.draft.with_untracked(String::is_empty);
    let before = if desk.welcome.get_untracked() || is_new || there == parcel.text {
        Before::Nothing
    } else {
        match (new_sheet(desk).await, is_empty) {
            (_, true) => Before::Nothing,
            (true, false) => Before::Draft,
            (false, false) => Before::Version,
        }
    };
    desk.put(&parcel.text);
    desk.form.set(parcel.form);
    let own = desk.settings.with_untracked(|settings| settings.book);
    let other = parcel.book.filter(|book| *book != own);
    if let Some(book) = other {
        desk.settings.update(|settings| settings.book = book);
    }
    Came::Poem {
        before,
        own_book: other.map(|_| own),
    }
}

/// Lays an empty draft on the desk; what keeps the drafts is on its way when a page is opened by a
/// link, and is waited for a moment.
async fn new_sheet(desk: Desk) -> bool {
    for _ in 0..LOOKS {
        if desk.begin.with_untracked(Option::is_some) {
            break;
        }
        TimeoutFuture::new(LOOK).await;
    }
    desk.new_sheet().await
}
