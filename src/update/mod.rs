//! A version of the page that has come while this one is open: offered, and taken only when the
//! person says so.

pub mod words;

use js_sys::Function;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsValue;

use self::words::words;
use crate::{
    browser::{fetch, timer::Debounce},
    compose::{phase::Phase, run::Run},
    desk::Desk,
    ui::{El, State, div, el, fields},
};

/// How long it is said that a model is being asked.
const TOLD: u32 = 4000;

/// What takes the new version, where there is one.
pub type Take = State<Option<SendWrapper<Function>>>;

/// The offer, while there is something to take.
pub fn offer(desk: Desk, run: Run, take: Take) -> El {
    let t = desk.words;
    // A model's answer is paid for, and would be lost.
    let busy = State::new(false);
    let told = Debounce::new();
    let about = move || {
        let waits = busy.get() || run.is_running();
        let t = words(t);
        if waits { t.waits } else { t.new_version }.to_owned()
    };
    let press = move || {
        if run.phase.with_untracked(Phase::is_under_way) {
            return;
        }
        if fetch::is_asking() {
            busy.set(true);
            told.after(TOLD, move || busy.set(false));
            return;
        }
        take.with_untracked(|take| take.as_ref().map(|take| take.call0(&JsValue::NULL)));
    };
    div("notice-here").when(
        move || take.with(Option::is_some),
        move || {
            let later = move || take.set(None);
            el("p")
                .id("new-version")
                .class("notice")
                .el(el("span").live(about))
                .el(fields::bare_button("quiet", press)
                    .id("use-new")
                    .live(move || words(t).take.to_owned()))
                .el(fields::bare_button("quiet", later)
                    .id("use-later")
                    .live(move || words(t).later.to_owned()))
        },
    )
}
