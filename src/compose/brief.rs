//! The brief: which form, and what for.

use leptos::{html, prelude::*};
use verse::{Form, Language};

use crate::{
    desk::Desk,
    ui::{
        El, el,
        fields::{self, Choice},
    },
};

/// The fields of the brief. They are read as they change and never written back into: an input
/// method may be at work in them too.
pub fn brief_fields(desk: Desk) -> [El; 2] {
    let t = desk.words;
    let forms = Form::ALL.into_iter().filter(|form| form.lines() <= 8);
    let choices = forms.map(|form| Choice {
        value: form.chinese(),
        name: Box::new(move || form_name(form, t.language())),
        chosen: Box::new(move || desk.wish.with(|wish| wish.form == form)),
    });
    let choose = move |name: String| {
        if let Some(form) = Form::ALL.into_iter().find(|form| form.chinese() == name) {
            desk.wish.update(|wish| wish.form = form);
        }
    };
    let text = NodeRef::<html::Textarea>::new();
    text.on_load(move |node| desk.wish.with_untracked(|wish| node.set_value(&wish.text)));
    let area = el("textarea")
        .node(text)
        .set("rows", "4")
        .phrase("placeholder", t, |s| s.brief_placeholder)
        .on("input", move |event| {
            let text = event_target_value(&event);
            desk.wish.update(|wish| wish.text = text);
        });
    [
        fields::row(
            "brief-form",
            t,
            |s| s.brief_form,
            fields::select(choices.collect(), choose),
        ),
        fields::row("brief-text", t, |s| s.brief_text, area),
    ]
}

/// The name of a form in a language; the Chinese one always stands with it.
fn form_name(form: Form, language: Language) -> String {
    match language {
        Language::Zh => form.chinese().to_owned(),
        Language::En => format!("{} {}", form.chinese(), form.english()),
    }
}
