//! The versions: who wrote each, when, how many faults it has; each can go back into the field.

use crate::{
    browser::clock,
    desk::Desk,
    drafts::record::first_line,
    keep::versions::{Version, Who},
    ui::{El, el, fields, memo},
};

/// All versions, newest first.
pub fn version_list(desk: Desk) -> El {
    let t = desk.words;
    let newest_first = move || {
        desk.versions
            .with(|versions| versions.list.iter().rev().map(|v| item(desk, v)).collect())
    };
    el("section")
        .class("versions")
        .set("aria-labelledby", "versions-title")
        .flag("hidden", move || {
            desk.versions.with(|versions| versions.list.is_empty())
        })
        .el(el("h2").id("versions-title").say(t, |s| s.versions))
        .el(el("ol").id("versions").list(newest_first))
}

/// One version.
fn item(desk: Desk, version: &Version) -> El {
    let t = desk.words;
    let text = version.text.clone();
    let is_here = memo(move || desk.text.with(|now| *now == text));
    let (who, round) = (version.who.clone(), version.round);
    let author = move || match &who {
        Who::Person => t.get().you.to_owned(),
        Who::Model(name) => (t.get().by_model)(name, round),
    };
    let (errors, warnings) = (version.errors, version.warnings);
    let mut about = el("p")
        .class("about")
        .el(el("span").live(author))
        .el(el("span").live(move || (t.get().faults)(errors, warnings)));
    if version.partial {
        about = about.el(el("span").say(t, |s| s.partial));
    }
    if version.best {
        about = about.el(el("span").class("best").say(t, |s| s.best));
    }
    let text = version.text.clone();
    let label = move || {
        if is_here.get() {
            t.get().version_here
        } else {
            t.get().take_version
        }
    };
    el("li")
        .set("data-version", &version.id.to_string())
        .set("data-errors", &errors.to_string())
        .set_some("data-best", version.best.then_some(""))
        .flag("data-here", move || is_here.get())
        .el(el("p")
            .class("verse")
            .set("lang", "zh")
            .text(first_line(&version.text)))
        .el(about.el(el("time").text(clock::label(version.at))))
        .el(fields::bare_button("quiet", move || desk.put(&text))
            .flag("disabled", move || is_here.get())
            .live(move || label().to_owned()))
}
