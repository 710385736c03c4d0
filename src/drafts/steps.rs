//! The buttons under the sheet: back and forth through what stood in the field, and keeping a
//! version.

use super::{keeper::Keeper, words::words};
use crate::{
    browser::{pointer::hold, timer::Debounce},
    ui::{After, El, State, div, el, fields, memo, picture::picture},
};

/// How long a button says what it did, in milliseconds.
const TOLD: u32 = 1600;

const BACK: &str = "M6 3 2 7 6 11M2 7H9A4 4 0 0 1 9 15H6";
const FORTH: &str = "M10 3 14 7 10 11M14 7H7A4 4 0 0 0 7 15H10";

/// The buttons.
pub fn steps(keeper: Keeper) -> El {
    let t = keeper.desk.words;
    let ways = After::new(memo(move || {
        let [back, forth] = keeper.history.with(super::history::History::ways);
        // What was written since the last step is a step of its own soon.
        let text = keeper.desk.text.get();
        let is_new = keeper.history.with(|history| !history.is_at(&text));
        let idle = !keeper.is_busy() && !keeper.desk.welcome.get();
        [idle && (back || is_new), idle && forth && !is_new]
    }));
    let step = move |forth: bool| {
        let (id, path) = if forth {
            ("step-forth", FORTH)
        } else {
            ("step-back", BACK)
        };
        let may = move || ways.with(|ways| ways[usize::from(forth)]);
        let press = move || {
            if leptos::prelude::untrack(may) {
                keeper.step(forth);
            }
        };
        fields::bare_button("step", press)
            .id(id)
            .on("pointerdown", |event| hold(&event))
            .bind("aria-label", move || {
                let words = words(t);
                Some(if forth { words.forth } else { words.back }.to_owned())
            })
            .bind("title", move || {
                let words = words(t);
                Some(if forth { words.forth } else { words.back }.to_owned())
            })
            // At an end a button that is disabled would lose the focus.
            .bind("aria-disabled", move || Some((!may()).to_string()))
            .el(picture(
                "step-sign",
                "0 0 16 18",
                [("stroke", path.to_owned())],
            ))
    };
    let told = State::new(None);
    let later = Debounce::new();
    let keep = move || {
        told.set(Some(keeper.keep_version()));
        later.after(TOLD, move || told.set(None));
    };
    let label = move || match told.get() {
        None => words(t).keep_version,
        Some(true) => words(t).version_kept,
        Some(false) => words(t).version_there,
    };
    let is_empty = memo(move || keeper.desk.text.with(|text| text.trim().is_empty()));
    div("steps")
        .set("role", "group")
        .bind("aria-label", move || Some(words(t).steps_label.to_owned()))
        .el(step(false))
        .el(step(true))
        .el(fields::bare_button("quiet", keep)
            .id("keep-version")
            .flag("disabled", move || {
                is_empty.get() || keeper.is_busy() || keeper.desk.welcome.get()
            })
            .el(el("span").live(move || label().to_owned())))
}
