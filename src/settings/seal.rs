//! Putting a key under a passphrase.

use leptos::{html, prelude::*};
use muse::Secret;

use super::{
    keyring::Seal,
    lock::{form, passphrase, row, told},
    words::words,
};
use crate::{
    browser::page::focus,
    desk::Desk,
    keep::sealed::Unreadable,
    ui::{El, State, div, el, fields, memo},
};

/// Characters below which a passphrase is called short. Advice: the person decides. (NIST SP 800-63B asks
/// for 8 where tries are counted; here nobody counts them.)
const SHORT: usize = 12;

/// The choice that the key is under a passphrase.
pub fn seal_check(desk: Desk) -> El {
    let (t, ring) = (desk.words, desk.keyring);
    fields::named_check(
        "seal-key",
        move || words(t).seal.to_owned(),
        move || matches!(ring.seal(), Seal::Wanted | Seal::Open),
        move |wanted| ring.want(desk, wanted),
    )
    .flag("hidden", move || {
        matches!(ring.seal(), Seal::Locked(_) | Seal::Unreadable(_))
    })
}

/// What there is to do and to know about it.
pub fn seal_fields(desk: Desk) -> El {
    let (t, ring) = (desk.words, desk.keyring);
    let unreadable = move || match ring.seal() {
        Seal::Unreadable(Unreadable::Broken) => words(t).broken,
        Seal::Unreadable(Unreadable::Older) => words(t).older,
        Seal::Unreadable(Unreadable::Newer) => words(t).newer,
        _ => "",
    };
    let is_unreadable = memo(move || matches!(ring.seal(), Seal::Unreadable(_)));
    div("seal-here")
        .when(
            move || is_unreadable.get(),
            move || {
                el("p")
                    .class("hint wrong")
                    .id("seal-unreadable")
                    .set("role", "status")
                    .live(move || unreadable().to_owned())
            },
        )
        .when(move || ring.seal() == Seal::Open, move || open(desk))
        .when(move || ring.seal() == Seal::Wanted, move || wanted(desk))
}

/// It is under one.
fn open(desk: Desk) -> El {
    let t = desk.words;
    let change = move || desk.keyring.want(desk, true);
    div("row inline")
        .el(el("p")
            .class("hint")
            .id("sealed")
            .set("role", "status")
            .live(move || words(t).sealed.to_owned()))
        .el(fields::bare_button("quiet", change)
            .id("change-passphrase")
            .live(move || words(t).change.to_owned()))
}

/// Leaves the passphrase as it is, where there is one already.
fn as_it_was(desk: Desk) -> El {
    let (t, ring) = (desk.words, desk.keyring);
    let back = move || {
        ring.keep_passphrase(desk);
        request_animation_frame(|| focus("change-passphrase"));
    };
    fields::bare_button("quiet", back)
        .id("keep-passphrase")
        .flag("hidden", move || !ring.is_sealed(desk))
        .live(move || words(t).keep_as_it_was.to_owned())
}

/// It is to be.
fn wanted(desk: Desk) -> El {
    let (t, ring) = (desk.words, desk.keyring);
    let node = NodeRef::<html::Input>::new();
    let length = State::new(0);
    let shown = State::new(false);
    let none = move || length.get() == 0 || desk.key.with(Secret::is_empty);
    let seal = move || {
        if let Some(field) = node.get_untracked().filter(|_| !none()) {
            ring.seal_with(
                desk,
                field.value(),
                ["change-passphrase", "seal-passphrase"],
            );
        }
    };
    let field = passphrase(ring, node, "new-password")
        .bind("type", move || {
            Some(if shown.get() { "text" } else { "password" }.to_owned())
        })
        .id("seal-passphrase")
        .set("aria-describedby", "seal-advice seal-told")
        .on("input", move |event| {
            length.set(event_target_value(&event).chars().count());
        });
    let show = fields::named_check(
        "show-passphrase",
        move || words(t).show.to_owned(),
        move || shown.get(),
        move |show| shown.set(show),
    );
    let advice = move || {
        let t = words(t);
        match length.get() {
            1..SHORT => t.short,
            _ => t.advice,
        }
        .to_owned()
    };
    let label = move || {
        let t = words(t);
        if ring.is_busy() { t.sealing } else { t.keep }.to_owned()
    };
    form(desk, seal)
        .el(el("p")
            .class("hint")
            .live(move || words(t).wanted.to_owned()))
        .el(row(desk, "seal-passphrase", field).el(show))
        .el(el("p").class("hint").id("seal-advice").live(advice))
        .el(told(desk, "seal-told"))
        .el(el("p")
            .class("buttons")
            .el(el("button")
                .class("second")
                .id("seal")
                .flag("disabled", move || none() || ring.is_busy())
                .live(label))
            .el(as_it_was(desk)))
}
