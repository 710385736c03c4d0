//! The card as it will be: letters are fetched as they are needed, and it is drawn anew after each change.

use std::rc::Rc;

use futures_util::future::join_all;
use gloo_net::http::Request;
use leptos::task::spawn_local;
use send_wrapper::SendWrapper;

use super::{
    card::{Card, draw::draw, words::Unfit},
    state::{Drawn, Giving},
    words::phrases,
};
use crate::{
    browser::{
        file::{Address, SVG, of_text},
        timer::Debounce,
    },
    ui::{El, State, div, el, fields, watch},
    view::View,
};

/// How long to wait after a change.
const LATER: u32 = 120;

/// The card, or why there is none.
pub fn preview(giving: Giving) -> El {
    let t = giving.desk.words;
    let later = Debounce::new();
    let busy = State::new(false);
    watch(move |_| {
        let here = giving.desk.view.get() == View::Share;
        match giving.card.with(Result::is_ok) {
            true if here => later.after(LATER, move || spawn_local(keep_drawn(giving, busy))),
            true => {}
            false => giving.drawn.set(None),
        }
    });
    let again = move || {
        giving.drawn.set(None);
        spawn_local(keep_drawn(giving, busy));
    };
    let note = move || -> Option<String> {
        let words = phrases(t);
        match giving.card.with(|card| card.as_ref().err().copied()) {
            Some(Unfit::Nothing) => return Some(words.nothing.to_owned()),
            Some(Unfit::TooLong) => return Some(words.too_long.to_owned()),
            None => {}
        }
        giving.drawn.with(|drawn| match drawn {
            None => Some(words.drawing.to_owned()),
            Some(drawn) if drawn.unfetched => Some(words.not_fetched.to_owned()),
            Some(drawn) if !drawn.lacking.is_empty() => Some((words.lacking)(&drawn.lacking)),
            Some(_) => None,
        })
    };
    let unfetched = move || {
        giving
            .drawn
            .with(|d| d.as_ref().is_some_and(|d| d.unfetched))
    };
    div("card-view")
        .el(el("img")
            .id("card")
            .class("card")
            .flag("hidden", move || giving.drawn.with(Option::is_none))
            .bind("src", move || {
                giving
                    .drawn
                    .with(|d| Some(d.as_ref()?.address.get().to_owned()))
            })
            .bind("alt", move || {
                giving.drawn.with(|d| Some(name(giving, &d.as_ref()?.card)))
            }))
        .el(el("p")
            .id("card-note")
            .class("hint")
            .set("role", "status")
            .flag("hidden", move || note().is_none())
            .live(move || note().unwrap_or_default()))
        .when(unfetched, move || {
            fields::bare_button("quiet", again)
                .id("card-again")
                .live(move || phrases(t).again.to_owned())
        })
}

/// Draws the card that is wanted until it is the one that is shown. One such task is enough: letters are
/// fetched once, however fast one writes.
async fn keep_drawn(giving: Giving, busy: State<bool>) {
    if busy.try_with_untracked(|busy| *busy) != Some(false) {
        return;
    }
    busy.set(true);
    while let Some(card) = undrawn(giving) {
        let unfetched = fetch(giving, &card).await;
        show(giving, card, unfetched);
    }
    busy.set(false);
}

/// The card that is wanted, if it is not the one that is shown.
fn undrawn(giving: Giving) -> Option<Card> {
    let wanted = giving.card.with_untracked(|card| card.clone().ok())?;
    let shown = giving.drawn.with_untracked(|drawn| {
        let drawn = drawn.as_ref();
        drawn.is_some_and(|drawn| drawn.card == wanted)
    });
    (!shown).then_some(wanted)
}

/// Fetches the letters that a card still needs; says whether some could not be.
async fn fetch(giving: Giving, card: &Card) -> bool {
    let text = card.text();
    let wanted = giving
        .letters
        .try_with_untracked(|letters| letters.wanted(&text))
        .unwrap_or_default();
    let slices = wanted.into_iter().map(|(slice, address)| async move {
        let answer = Request::get(&address).send().await.ok()?;
        let bytes = if answer.ok() {
            answer.binary().await.ok()
        } else {
            None
        };
        Some((slice, bytes?))
    });
    let mut missing = false;
    for come in join_all(slices).await {
        match come {
            Some((slice, bytes)) => {
                giving.letters.change(|letters| letters.add(slice, &bytes));
            }
            None => missing = true,
        }
    }
    missing
}

/// Draws the card and shows it.
fn show(giving: Giving, card: Card, unfetched: bool) {
    let name = name(giving, &card);
    let draw_it = |letters: &super::letters::Letters| {
        let mut lacking: Vec<char> = card.text().chars().collect();
        lacking.retain(|char| letters.glyph(*char).is_none());
        lacking.dedup();
        (draw(&card, letters, &name), lacking.into_iter().collect())
    };
    let Some((svg, lacking)) = giving.letters.try_with_untracked(draw_it) else {
        return;
    };
    let Some(address) = of_text(&svg, SVG).and_then(|blob| Address::of(&blob)) else {
        return;
    };
    giving.drawn.set(Some(Drawn {
        card,
        svg,
        address: SendWrapper::new(Rc::new(address)),
        lacking,
        unfetched,
    }));
}

/// What the card is called for those who do not see it: its words.
fn name(giving: Giving, card: &Card) -> String {
    let words = &card.words;
    let verse = words.lines.iter().map(|line| {
        let text: String = line.text.iter().chain(&line.stop).collect();
        text
    });
    let before = [&words.title, &words.dedication].into_iter().cloned();
    let parts = before.chain(verse).chain([words.signed()]);
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    phrases(giving.desk.words).card_of.to_owned() + &parts.join(" ")
}
