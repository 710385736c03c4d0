//! A key that is locked: what is said of it, and the field for its passphrase.

use leptos::{html, prelude::*};
use muse::Provider;

use super::{
    keyring::{Keyring, Told},
    words::{Phrases, words},
};
use crate::{
    browser::vault::Failure,
    desk::Desk,
    settings::words::of,
    ui::{El, div, el, fields},
};

/// The ids in one place where a key can be unlocked: there are two of them in the page.
pub struct Ids {
    /// The passphrase.
    pub passphrase: &'static str,
    /// The button.
    pub unlock: &'static str,
    /// Why it was not unlocked.
    pub told: &'static str,
    /// What is gone to then.
    pub then: &'static str,
    /// What forgets the key, where nothing else there does.
    pub forget: Option<&'static str>,
}

/// In the settings, where a button to forget a key stands already.
pub const IN_SETTINGS: Ids = Ids {
    passphrase: "unlock-passphrase",
    unlock: "unlock",
    told: "unlock-told",
    then: "api-key",
    forget: None,
};

/// Beside the brief.
pub const IN_COMPOSE: Ids = Ids {
    passphrase: "compose-passphrase",
    unlock: "compose-unlock",
    told: "compose-unlock-told",
    then: "compose-start",
    forget: Some("compose-forget-key"),
};

/// What is there while the key of the chosen provider is locked.
pub fn lock_panel(desk: Desk, ids: &'static Ids) -> El {
    let ring = desk.keyring;
    div("lock-here").when(move || ring.is_locked(), move || locked(desk, ids))
}

fn locked(desk: Desk, ids: &'static Ids) -> El {
    let (t, ring) = (desk.words, desk.keyring);
    let node = NodeRef::<html::Input>::new();
    let unlock = move || {
        if let Some(field) = node
            .get_untracked()
            .filter(|field| !field.value().is_empty())
        {
            ring.unlock(desk, field.value(), [ids.then, ids.passphrase]);
        }
    };
    let about = move || (words(t).locked)(&provider_name(desk));
    let label = move || {
        let t = words(t);
        if ring.is_busy() {
            t.unlocking
        } else {
            t.unlock
        }
        .to_owned()
    };
    let buttons = el("p").class("buttons").el(el("button")
        .class("second")
        .id(ids.unlock)
        .flag("disabled", move || ring.is_busy())
        .live(label));
    let buttons = match ids.forget {
        Some(id) => buttons.el(fields::button(
            "quiet",
            id,
            t,
            |s| of(s).forget_key,
            move || {
                ring.forget(desk);
            },
        )),
        None => buttons,
    };
    let field = passphrase(ring, node, "current-password")
        .set("type", "password")
        .id(ids.passphrase)
        .set("aria-describedby", ids.told)
        .bind("aria-invalid", move || {
            let wrong = Told::Failure(Failure::WrongPassphrase);
            Some((ring.told() == Some(wrong)).to_string())
        });
    form(desk, unlock)
        .el(el("p").live(about))
        .el(row(desk, ids.passphrase, field))
        .el(told(desk, ids.told))
        .el(buttons)
        .el(el("p")
            .class("hint")
            .live(move || words(t).locked_hint.to_owned()))
}

/// A form of its own: Enter sends it, but not while an input method composes, and a manager of
/// passwords knows it for one. It goes nowhere.
pub(super) fn form(desk: Desk, act: impl Fn() + 'static) -> El {
    // What managers file a passphrase under.
    let name = el("input")
        .set("type", "text")
        .set("autocomplete", "username")
        .flag("hidden", || true)
        .flag("readonly", || true)
        .bind("value", move || Some(provider_name(desk)));
    el("form")
        .class("lock")
        .on("submit", move |event| {
            event.prevent_default();
            act();
        })
        .el(name)
}

/// A field for a passphrase. It has no name, as the field of the key: nothing could send it.
pub(super) fn passphrase(ring: Keyring, node: NodeRef<html::Input>, for_managers: &str) -> El {
    el("input")
        .set("autocomplete", for_managers)
        .set("autocapitalize", "off")
        .set("spellcheck", "false")
        .node(node)
        .on("input", move |_| ring.hush())
}

/// The field in its row.
pub(super) fn row(desk: Desk, id: &'static str, field: El) -> El {
    let t = desk.words;
    div("row")
        .el(el("label")
            .set("for", id)
            .live(move || words(t).passphrase.to_owned()))
        .el(field)
}

/// Why a passphrase has come to nothing.
pub(super) fn told(desk: Desk, id: &'static str) -> El {
    let t = desk.words;
    let sentence = move || {
        let said = |told| sentence(told, words(t)).to_owned();
        desk.keyring.told().map(said).unwrap_or_default()
    };
    el("p")
        .class("hint wrong")
        .id(id)
        .set("role", "alert")
        .live(sentence)
}

const fn sentence(told: Told, t: &Phrases) -> &'static str {
    match told {
        Told::Failure(Failure::WrongPassphrase) => t.wrong,
        Told::Failure(Failure::NoCrypto) => t.no_crypto,
        Told::Failure(Failure::Failed) => t.failed,
        Told::NotKept => t.no_room,
    }
}

fn provider_name(desk: Desk) -> String {
    let id = desk.settings.with(|settings| settings.provider.clone());
    Provider::find(&id).map_or(id, |provider| {
        provider.name(desk.words.language()).into_owned()
    })
}
