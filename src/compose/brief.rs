//! The brief: which form, and what for.

use leptos::{html, prelude::*};
use verse::{Form, Language};

use crate::desk::Desk;

/// The fields of the brief. They are read as they change and never written back into: an input
/// method may be at work in them too.
#[component]
pub fn BriefFields(
    /// The state of the page.
    desk: Desk,
) -> impl IntoView {
    let t = desk.words;
    let text = NodeRef::<html::Textarea>::new();
    text.on_load(move |node| node.set_value(&desk.wish.with_untracked(|wish| wish.text.clone())));
    let forms: Vec<_> = Form::ALL
        .into_iter()
        .filter(|form| form.lines() <= 8)
        .map(|form| {
            view! {
                <option
                    value=form.chinese()
                    prop:selected=move || desk.wish.with(|wish| wish.form == form)
                >
                    {move || form_name(form, t.language())}
                </option>
            }
        })
        .collect();
    view! {
        <div class="row">
            <label for="brief-form">{t.say(|s| s.brief_form)}</label>
            <select
                id="brief-form"
                on:change=move |event| {
                    let name = event_target_value(&event);
                    if let Some(form) = Form::ALL.into_iter().find(|f| f.chinese() == name) {
                        desk.wish.update(|wish| wish.form = form);
                    }
                }
            >
                {forms}
            </select>
        </div>
        <div class="row">
            <label for="brief-text">{t.say(|s| s.brief_text)}</label>
            <textarea
                id="brief-text"
                node_ref=text
                rows="4"
                placeholder=t.say(|s| s.brief_placeholder)
                on:input=move |event| {
                    let text = event_target_value(&event);
                    desk.wish.update(|wish| wish.text = text);
                }
            ></textarea>
        </div>
    }
}

/// The name of a form in a language; the Chinese one always stands with it.
fn form_name(form: Form, language: Language) -> String {
    match language {
        Language::Zh => form.chinese().to_owned(),
        Language::En => format!("{} {}", form.chinese(), form.english()),
    }
}
