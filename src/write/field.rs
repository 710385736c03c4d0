//! The native text field that verse is written in. It is left alone: caret, selection, undo and
//! input method are the browser's, and the page writes into it only on purpose.

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;

use super::composition::{Composition, FieldEvent};
use crate::{
    browser::{
        undo,
        viewport::{fit, has_focus, keep_line_in_sight},
    },
    desk::{Desk, Errand, Notice},
    ui::{El, State, div, el, memo, watch},
};

/// More than this, in UTF-16 units, does not come into the field at once. A book of a megabyte does; beyond it
/// there are texts that a browser takes minutes to lay out in a field.
const LONGEST: usize = 400_000;

/// A handle on the field.
#[derive(Clone, Copy)]
pub struct Field {
    node: NodeRef<html::Textarea>,
    composition: State<Composition>,
}

impl Field {
    /// A field that will hold `text`.
    pub fn new(text: &str) -> Self {
        Self {
            node: NodeRef::new(),
            composition: State::new(Composition::new(text)),
        }
    }

    /// Follows an event of the field; gives back the text to take.
    fn follow(self, event: FieldEvent) -> Option<String> {
        let value = self.node.get_untracked()?.value();
        self.composition
            .change(|composition| composition.follow(event, &value))
            .flatten()
    }

    /// Puts a text into the field. Does nothing, and says so, while a composition runs. If a person is there
    /// and has selected all, all is selected still: what a model writes must not come between that and the key that
    /// replaces it.
    pub fn write(self, text: &str) -> bool {
        let may = self.composition.try_with_untracked(Composition::may_write) == Some(true);
        if may {
            let was_typed = self
                .composition
                .change(|composition| composition.written(text));
            if let Some(node) = self.node.get_untracked() {
                let had_focus = has_focus(&node);
                let all = Some((0, node.text_length() as usize));
                let was_all = had_focus && self.selected() == all;
                node.set_value(text);
                if was_typed == Some(true) {
                    undo::forget(&node);
                    if had_focus {
                        self.focus();
                    }
                }
                if was_all {
                    node.select();
                }
                fit(&node);
            }
        }
        may
    }

    /// Ends a composition that still runs, as pressing a button elsewhere does by itself where the
    /// button takes the focus.
    pub fn end_composition(self) {
        if self.is_composing() {
            self.leave();
        }
    }

    /// Whether a composition runs.
    pub fn is_composing(self) -> bool {
        self.composition.try_with_untracked(Composition::may_write) == Some(false)
    }

    /// Takes the caret out of the field, and with it the keyboard of a phone off the page.
    pub fn leave(self) {
        if let Some(node) = self.node.get_untracked() {
            let _ = node.blur();
        }
    }

    /// What was taken from the field or written into it last.
    pub fn text(self) -> String {
        self.composition
            .try_with_untracked(|c| c.taken().to_owned())
            .unwrap_or_default()
    }

    /// Puts the caret into the field and selects a stretch of its text, in UTF-16 units.
    pub fn select(self, (start, end): (usize, usize)) {
        if let Some(node) = self.node.get_untracked() {
            let _ = node.focus();
            let _ = node.set_selection_range(start as u32, end as u32);
        }
    }

    /// Where the caret is, in UTF-16 units, unless something is selected or composed.
    pub fn caret(self) -> Option<usize> {
        let (start, end) = self.selection()?;
        (start == end).then_some(start)
    }

    /// What is selected, in UTF-16 units, unless something is composed.
    pub fn selected(self) -> Option<(usize, usize)> {
        self.selection().filter(|(start, end)| start < end)
    }

    /// The two ends of the selection, in UTF-16 units, unless something is composed.
    pub fn selection(self) -> Option<(usize, usize)> {
        let node = self.node.try_get_untracked().flatten()?;
        let may = self
            .composition
            .try_with_untracked(Composition::may_write)?;
        let start = node.selection_start().ok().flatten()?;
        let end = node.selection_end().ok().flatten()?;
        may.then_some((start as usize, end as usize))
    }

    /// Puts the caret into the field.
    pub fn focus(self) {
        if let Some(node) = self.node.get_untracked() {
            let _ = node.focus();
        }
    }
}

/// The text field.
pub fn text_field(desk: Desk) -> El {
    let field = desk.field;
    let follow = move |event| {
        if let Some(text) = field.follow(event) {
            desk.take(text);
        }
    };
    let before = move |event: web_sys::Event| {
        let coming = event.dyn_ref::<web_sys::InputEvent>();
        let text = coming.and_then(web_sys::InputEvent::data);
        if text.is_some_and(|text| text.encode_utf16().count() > LONGEST) {
            event.prevent_default();
            desk.notice.set(Some(Notice::TooLong));
        }
    };
    let input = move |event: web_sys::Event| {
        let typed = event.dyn_ref::<web_sys::InputEvent>();
        let is_composing = typed.is_some_and(web_sys::InputEvent::is_composing);
        follow(FieldEvent::Input { is_composing });
        // What is dropped comes from elsewhere, as what is pasted does.
        let is_brought = |kind: &str| kind == "insertFromPaste" || kind == "insertFromDrop";
        if typed.is_some_and(|event| is_brought(&event.input_type())) {
            desk.errand.set(Some(Errand::Clean));
        }
        if let Some(node) = field.node.get_untracked() {
            fit(&node);
        }
    };
    // The field is filled once. From then on it is the browser's.
    field
        .node
        .on_load(move |node| node.set_value(&field.text()));
    // While it is hidden it has no height that could be measured, and another room may write into it.
    watch(move |_| {
        desk.vertical.track();
        if desk.view.get().has_sheet() {
            request_animation_frame(move || {
                if let Some(node) = field.node.try_get_untracked().flatten() {
                    fit(&node);
                }
            });
        }
    });
    keep_line_in_sight(field.node);
    let t = desk.words;
    let is_empty = memo(move || desk.text.with(String::is_empty));
    let area = el("textarea")
        .id("poem")
        .node(field.node)
        .bind("lang", move || Some(desk.script.get().to_owned()))
        .set("spellcheck", "false")
        .set("autocapitalize", "off")
        .set("autocomplete", "off")
        .set("autocorrect", "off")
        .set("rows", "4")
        // A browser would style anew at every key what it does not show.
        .bind("placeholder", move || {
            let words = t.get().field_placeholder;
            is_empty.get().then(|| words.to_owned())
        })
        .on("compositionstart", move |_| follow(FieldEvent::Start))
        .on("compositionend", move |_| follow(FieldEvent::End))
        .on("beforeinput", before)
        .on("input", input)
        .on("select", move |_| {
            desk.errand.set(Some(Errand::Selected));
        })
        .on("blur", move |_| follow(FieldEvent::Blur));
    div("writing")
        .el(el("label")
            .set("for", "poem")
            .class("label")
            .say(t, |s| s.field_label))
        .el(area)
}
