//! Buttons and fields that the page has several of.

use leptos::{html, prelude::*};

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

use super::{El, Pick, div, el, watch};
use crate::i18n::Words;

/// A button: its class, its id, what it says, what it does.
pub fn button(
    class: &'static str,
    id: &'static str,
    words: Words,
    label: Pick,
    press: impl FnMut() + 'static,
) -> El {
    bare_button(class, press).id(id).say(words, label)
}

/// A button that says nothing yet.
pub fn bare_button(class: &'static str, mut press: impl FnMut() + 'static) -> El {
    el("button")
        .set("type", "button")
        .class(class)
        .on("click", move |_| press())
}

/// A row of a form: what it is called, and the field itself.
pub fn row(id: &'static str, words: Words, label: Pick, field: El) -> El {
    div("row")
        .el(el("label").set("for", id).say(words, label))
        .el(field.id(id))
}

/// One of several.
pub struct Choice {
    /// The value in the field.
    pub value: &'static str,
    /// What it is called.
    pub name: Box<dyn FnMut() -> String + Send>,
    /// Whether it is chosen.
    pub chosen: Box<dyn FnMut() -> bool + Send>,
}

/// A field to choose from.
pub fn select(choices: Vec<Choice>, choose: impl FnMut(String) + 'static) -> El {
    choosing(choose).children(choices.into_iter().map(option))
}

/// A field to choose from whose choices change. The field itself stays, and the focus in it.
pub fn select_live(
    mut choices: impl FnMut() -> Vec<Choice> + Send + 'static,
    choose: impl FnMut(String) + 'static,
) -> El {
    choosing(choose).list(move || choices().into_iter().map(option).collect())
}

fn choosing(mut choose: impl FnMut(String) + 'static) -> El {
    el("select").on("change", move |event| choose(event_target_value(&event)))
}

fn option(choice: Choice) -> El {
    el("option")
        .set("value", choice.value)
        .property("selected", choice.chosen)
        .live(choice.name)
}

/// A box to tick.
pub fn check(
    id: &'static str,
    words: Words,
    label: Pick,
    checked: impl FnMut() -> bool + Send + 'static,
    tick: impl FnMut(bool) + 'static,
) -> El {
    let name = move || label(words.get()).to_owned();
    named_check(id, name, checked, tick)
}

/// A box to tick whose name is no phrase of the page.
pub fn named_check(
    id: &'static str,
    name: impl FnMut() -> String + Send + 'static,
    checked: impl FnMut() -> bool + Send + 'static,
    mut tick: impl FnMut(bool) + 'static,
) -> El {
    let field = el("input")
        .set("type", "checkbox")
        .id(id)
        .property("checked", checked)
        .on("change", move |event| tick(event_target_checked(&event)));
    el("label")
        .class("check")
        .el(field)
        .el(el("span").live(name))
}

/// A line of text. It is the browser's own: it is read as it changes and never written back into.
pub fn input(
    kind: &'static str,
    node: NodeRef<html::Input>,
    mut typed: impl FnMut(String) + 'static,
) -> El {
    el("input")
        .set("type", kind)
        .set("autocomplete", "off")
        .set("autocapitalize", "off")
        .set("spellcheck", "false")
        .node(node)
        .on("input", move |event| typed(event_target_value(&event)))
}

/// A field that text is typed into.
pub trait TextField: JsCast + Clone + 'static {
    /// What stands in it.
    fn text(&self) -> String;
    /// Puts a text into it.
    fn put(&self, text: &str);
}

impl TextField for HtmlInputElement {
    fn text(&self) -> String {
        self.value()
    }

    fn put(&self, text: &str) {
        self.set_value(text);
    }
}

impl TextField for HtmlTextAreaElement {
    fn text(&self) -> String {
        self.value()
    }

    fn put(&self, text: &str) {
        self.set_value(text);
    }
}

/// Fills a field with what is kept of it, at first and when that becomes another elsewhere, as in another tab: what
/// is typed here stands there already.
pub fn follow<E>(node: NodeRef<E>, kept: impl Fn() -> String + 'static)
where
    E: html::ElementType + 'static,
    E::Output: TextField,
{
    watch(move |_| {
        let kept = kept();
        if let Some(field) = node.get().filter(|field| field.text() != kept) {
            field.put(&kept);
        }
    });
}
