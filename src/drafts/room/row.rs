//! One draft of the list.

use leptos::{html, prelude::*, task::spawn_local};
use verse::Form;

use super::{Done, Room, compare::compare, files};
use crate::{
    browser::{clock, page, viewport},
    drafts::{clean::clean_line, record::Head, words::words},
    ui::{El, div, el, fields},
    view::View,
};

/// A draft, and what can be done with it.
pub fn row(room: Room, head: &Head) -> El {
    let keeper = room.keeper;
    let t = keeper.desk.words;
    let id = head.id.clone();
    let is_here = {
        let id = id.clone();
        move || keeper.desk.draft.with(|open| *open == id)
    };
    let is_naming = room.naming.get().as_deref() == Some(&id);
    let is_opened = room.opened.get().as_deref() == Some(&id);
    let here = el("span")
        .class("here")
        .part(move || is_here().then(|| el("span").live(move || words(t).here.to_owned())));
    let name = el("p")
        .class("verse")
        .el(el("span").set("lang", "zh").text(room.called(head)))
        .el(here);
    let item =
        el("li")
            .set("data-draft", &id)
            .el(if is_naming { naming(room, head) } else { name });
    let item = item.el(about(room, head)).el(ways(room, head, is_opened));
    if is_opened {
        item.el(compare(room, id))
    } else {
        item
    }
}

/// Form, verdict, time, number of versions.
fn about(room: Room, head: &Head) -> El {
    let t = room.keeper.desk.words;
    let mut forms = Form::ALL.into_iter();
    let form = forms.find(|form| form.chinese() == head.form);
    let (errors, warnings, versions) = (head.errors, head.warnings, head.versions);
    let verdict = move || match form {
        Some(_) => (words(t).faults)(errors, warnings),
        None => String::new(),
    };
    div("about")
        .el(el("span").live(move || {
            form.map_or("", |form| (words(t).form_name)(form))
                .to_owned()
        }))
        .el(el("span").live(verdict))
        .el(el("span").live(move || (words(t).versions)(versions)))
        .el(el("time").text(clock::label(head.changed)))
}

/// What can be done with a draft.
fn ways(room: Room, head: &Head, is_opened: bool) -> El {
    let keeper = room.keeper;
    let t = keeper.desk.words;
    let called = room.called(head);
    // Whoever hears a button hears whose it is.
    let button = |act: Box<dyn FnMut()>,
                  name: &'static str,
                  label: fn(&crate::drafts::words::Drafts) -> &'static str| {
        let called = called.clone();
        fields::bare_button("quiet", act)
            .set("data-act", name)
            .bind("aria-label", move || {
                Some([label(words(t)), &called].join(" · "))
            })
            .live(move || label(words(t)).to_owned())
    };
    let id = head.id.clone();
    let open = {
        let id = id.clone();
        move || {
            let id = id.clone();
            spawn_local(async move {
                let is_here = keeper.desk.draft.with_untracked(|open| *open == id);
                if is_here || keeper.open(id).await {
                    page::go(View::Write.hash());
                }
            });
        }
    };
    let show = {
        let id = id.clone();
        move || {
            let id = id.clone();
            room.opened.update(|opened| {
                *opened = (opened.as_ref() != Some(&id)).then_some(id);
            });
        }
    };
    let rename = {
        let (id, name) = (id.clone(), head.name.clone());
        move || {
            room.name.set(name.clone());
            room.naming.set(Some(id.clone()));
        }
    };
    let export = |kind: files::Kind| {
        let head = head.clone();
        move || files::export_one(room, head.clone(), kind)
    };
    let delete = {
        let (id, called) = (id.clone(), called.clone());
        move || {
            let (id, called) = (id.clone(), called.clone());
            spawn_local(async move {
                if keeper.throw(&id).await {
                    room.done.set(Some(Done::Thrown(id, called)));
                    // The button that was pressed is gone.
                    request_animation_frame(|| viewport::focus_matching("#drafts-undo"));
                }
            });
        }
    };
    el("p")
        .class("ways")
        .el(button(Box::new(open), "open", |w| w.open).flag("disabled", move || keeper.is_busy()))
        .el(button(Box::new(show), "compare", |w| w.compare)
            .set("aria-expanded", if is_opened { "true" } else { "false" }))
        .el(button(Box::new(rename), "rename", |w| w.rename))
        .el(button(Box::new(export(files::Kind::Json)), "json", |w| {
            w.json
        }))
        .el(button(Box::new(export(files::Kind::Text)), "text", |w| {
            w.text
        }))
        .el(button(Box::new(delete), "delete", |w| w.delete))
}

/// The field for a name, in the place of the name.
fn naming(room: Room, head: &Head) -> El {
    let keeper = room.keeper;
    let t = keeper.desk.words;
    let field = NodeRef::<html::Input>::new();
    field.on_load(|node| {
        request_animation_frame(move || {
            let _ = node.focus();
        });
    });
    let id = head.id.clone();
    let done = move || {
        let name = clean_line(&room.name.get_untracked());
        let id = id.clone();
        spawn_local(async move {
            if keeper.rename(&id, name).await {
                room.naming.set(None);
            }
        });
    };
    let leave = move || room.naming.set(None);
    let keys = {
        let done = done.clone();
        move |event: web_sys::Event| {
            use wasm_bindgen::JsCast;
            let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() else {
                return;
            };
            match event.key().as_str() {
                // An input method takes this key for itself.
                _ if event.is_composing() => {}
                "Enter" => done(),
                "Escape" => leave(),
                _ => {}
            }
        }
    };
    let input = fields::input("text", field, move |typed| room.name.set(typed))
        .id("draft-name")
        .set("maxlength", "200")
        .set("value", &room.name.get_untracked())
        .set("aria-describedby", "draft-name-hint")
        .on("keydown", keys);
    div("row naming")
        .el(el("label")
            .set("for", "draft-name")
            .live(move || words(t).name.to_owned()))
        .el(input)
        .el(el("p")
            .class("hint")
            .id("draft-name-hint")
            .live(move || words(t).name_hint.to_owned()))
        .el(el("p")
            .class("ways")
            .el(fields::bare_button("quiet", done)
                .id("draft-name-keep")
                .live(move || words(t).keep_name.to_owned()))
            .el(fields::bare_button("quiet", leave).live(move || words(t).leave.to_owned())))
}

/// A draft that was thrown away.
pub fn thrown(room: Room, head: &Head) -> El {
    let t = room.keeper.desk.words;
    let called = room.called(head);
    let label = called.clone();
    let id = head.id.clone();
    let back = {
        let called = called.clone();
        move || take_out(room, id.clone(), called.clone())
    };
    let undo = fields::bare_button("quiet", back)
        .bind("aria-label", move || {
            Some([words(t).undo, &label].join(" · "))
        })
        .live(move || words(t).undo.to_owned());
    el("li")
        .set("data-draft", &head.id)
        .el(el("p").class("verse").set("lang", "zh").text(called))
        .el(about(room, head))
        .el(el("p").class("ways").el(undo))
}

/// Takes a draft out again.
pub fn take_out(room: Room, id: String, called: String) {
    spawn_local(async move {
        if room.keeper.take_out(&id).await {
            room.done.set(Some(Done::TakenOut(called)));
            request_animation_frame(|| viewport::focus_matching("#drafts-search"));
        }
    });
}
