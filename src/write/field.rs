//! The native text field that verse is written in. It is left alone: caret, selection, undo and
//! input method are the browser's, and the page writes into it only on purpose.

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;

use super::composition::{Composition, FieldEvent};
use crate::{
    browser::viewport::{fit, keep_line_in_sight},
    desk::Desk,
};

/// A handle on the field.
#[derive(Clone, Copy)]
pub struct Field {
    node: NodeRef<html::Textarea>,
    composition: StoredValue<Composition>,
}

impl Field {
    /// A field that will hold `text`.
    pub fn new(text: &str) -> Self {
        Self {
            node: NodeRef::new(),
            composition: StoredValue::new(Composition::new(text)),
        }
    }

    /// Follows an event of the field; gives back the text to take.
    fn follow(self, event: FieldEvent) -> Option<String> {
        let value = self.node.get_untracked()?.value();
        self.composition
            .try_update_value(|composition| composition.follow(event, &value))
            .flatten()
    }

    /// Puts a text into the field. Does nothing, and says so, while a composition runs.
    pub fn write(self, text: &str) -> bool {
        let may = self.composition.try_with_value(Composition::may_write) == Some(true);
        if may {
            self.composition
                .update_value(|composition| composition.written(text));
            if let Some(node) = self.node.get_untracked() {
                node.set_value(text);
                fit(&node);
            }
        }
        may
    }

    /// Ends a composition that still runs, as pressing a button elsewhere does by itself where the
    /// button takes the focus.
    pub fn end_composition(self) {
        if self.composition.try_with_value(Composition::may_write) == Some(false)
            && let Some(node) = self.node.get_untracked()
        {
            let _ = node.blur();
        }
    }

    /// What was taken from the field or written into it last.
    pub fn text(self) -> String {
        self.composition
            .try_with_value(|c| c.taken().to_owned())
            .unwrap_or_default()
    }

    /// Puts the caret into the field.
    pub fn focus(self) {
        if let Some(node) = self.node.get_untracked() {
            let _ = node.focus();
        }
    }
}

/// The text field.
#[component]
pub fn TextField(
    /// The state of the page.
    desk: Desk,
) -> impl IntoView {
    let field = desk.field;
    let follow = move |event| {
        if let Some(text) = field.follow(event) {
            desk.take(text);
        }
    };
    let input = move |event: ev::Event| {
        let is_composing = event
            .dyn_ref::<web_sys::InputEvent>()
            .is_some_and(web_sys::InputEvent::is_composing);
        follow(FieldEvent::Input { is_composing });
        if let Some(node) = field.node.get_untracked() {
            fit(&node);
        }
    };
    // The field is filled once. From then on it is the browser's.
    field.node.on_load(move |node| {
        node.set_value(&field.text());
        // Safari's own attribute, which the view macro does not know.
        let _ = node.set_attribute("autocorrect", "off");
        request_animation_frame(move || fit(&node));
    });
    keep_line_in_sight(field.node);
    let t = desk.words;
    let script = Memo::new(move |_| desk.report.with(super::sheet::is_traditional));
    view! {
        <div class="writing">
            <label for="poem" class="label">{t.say(|s| s.field_label)}</label>
            <textarea
                id="poem"
                node_ref=field.node
                lang=move || if script.get() { "zh-Hant" } else { "zh-Hans" }
                spellcheck="false"
                autocapitalize="off"
                autocomplete="off"
                rows="4"
                placeholder=t.say(|s| s.field_placeholder)
                on:compositionstart=move |_| follow(FieldEvent::Start)
                on:compositionend=move |_| follow(FieldEvent::End)
                on:input=input
                on:blur=move |_| follow(FieldEvent::Blur)
            ></textarea>
        </div>
    }
}
