//! A poem that came by a link.

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
        /// Whether a draft stood there, which is now among the versions.
        kept: bool,
        /// The rhyme book that was chosen before, if it is another.
        own_book: Option<RhymeBook>,
    },
    /// No poem.
    Nothing(Refusal),
}

/// Takes what stands behind the address, now and whenever it changes, and tells of it.
pub fn arrival(desk: Desk) -> El {
    let came = State::new(None);
    let take = move |hash: String| {
        if hash.starts_with(LINK) {
            came.set(Some(open(desk, &hash)));
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
            kept,
            own_book: own,
        } = came_now
        {
            if kept {
                text.push_str(words.draft_kept);
            }
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

/// Puts the poem on the desk. What stood there is among the versions first; nothing is lost to a link
/// that carries none.
fn open(desk: Desk, hash: &str) -> Came {
    let parcel = Parcel::of_fragment(hash);
    // Taken once: a reload, or an address that is passed on later, is the page's again.
    page::replace_hash(View::Write.hash());
    desk.view.set(View::Write);
    let parcel = match parcel {
        Ok(parcel) => parcel,
        Err(refusal) => return Came::Nothing(refusal),
    };
    let there = desk.text.get_untracked();
    let is_nobodys = desk.welcome.get_untracked() || there.trim().is_empty();
    let kept = !is_nobodys && there != parcel.text;
    desk.put(&parcel.text);
    desk.form.set(parcel.form);
    let own = desk.settings.with_untracked(|settings| settings.book);
    let other = parcel.book.filter(|book| *book != own);
    if let Some(book) = other {
        desk.settings.update(|settings| settings.book = book);
    }
    Came::Poem {
        kept,
        own_book: other.map(|_| own),
    }
}
