//! A key that was given for another host than the address names: what is said of it, and the button that
//! lets the key go there.

use muse::{Connection, Error};

use super::words::words;
use crate::{
    browser::page,
    desk::Desk,
    ui::{El, div, el, fields, memo},
};

/// What is there while that is so for the one whom `whom` finds. `is_said` says whether the sentence is
/// there, too: it may stand elsewhere already; `then` is what is gone to when the button is gone.
pub fn other_host(
    desk: Desk,
    whom: fn(Desk) -> Result<Connection, Error>,
    id: &'static str,
    is_said: bool,
    then: &'static str,
) -> El {
    let t = desk.words;
    let error = memo(move || {
        let error = whom(desk).err();
        error.filter(|error| matches!(error, Error::OtherHost { .. }))
    });
    let sentence = move || {
        let sentence = |error: &Error| error.sentence(t.language());
        error.with(|error| error.as_ref().map(sentence))
    };
    let label = move || {
        error.with(|error| match error {
            Some(Error::OtherHost { now, .. }) => (words(t).key_for)(now),
            _ => String::new(),
        })
    };
    let confirm = move || {
        desk.keyring.confirm_host(desk);
        page::focus(then);
    };
    div("other-host").when(
        move || error.with(Option::is_some),
        move || {
            let said = el("p").class("hint wrong").set("role", "status");
            let said = said.live(move || sentence().unwrap_or_default());
            div("row").children(is_said.then_some(said)).el(el("p")
                .class("buttons")
                .el(fields::bare_button("second", confirm).id(id).live(label)))
        },
    )
}
