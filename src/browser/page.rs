//! The page as the browser knows it: its address, its root element, its language, its leaving.

use leptos::{ev, prelude::*};
use verse::Language;
use wasm_bindgen::JsCast;

/// The part of the address after `#`, as it is now.
pub fn hash() -> String {
    let window = web_sys::window();
    window
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// Goes to another view.
pub fn go(hash: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(hash);
    }
}

/// Puts the focus on the first element that a selector finds.
pub fn focus(selector: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let found = document.and_then(|d| d.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Calls `act` whenever the part after `#` changes, as long as the current owner lives.
pub fn on_hash(act: impl Fn(String) + 'static) {
    let handle = window_event_listener(ev::hashchange, move |_| act(hash()));
    on_cleanup(move || handle.remove());
}

/// Calls `act` when the page may be about to go: it is hidden, closed, or put aside. Phones never
/// say more than that.
pub fn on_leaving(act: impl Fn() + Clone + 'static) {
    let also = act.clone();
    let hidden = window_event_listener(ev::visibilitychange, move |_| {
        let document = web_sys::window().and_then(|window| window.document());
        if document.is_some_and(|document| document.hidden()) {
            also();
        }
    });
    let leaving = window_event_listener_untyped("pagehide", move |_| act());
    on_cleanup(move || {
        hidden.remove();
        leaving.remove();
    });
}

/// The language that the browser asks for: Chinese if any Chinese comes first, English otherwise.
pub fn language() -> Language {
    let asked = web_sys::window().and_then(|window| window.navigator().language());
    match asked {
        Some(tag) if !tag.to_ascii_lowercase().starts_with("zh") => Language::En,
        _ => Language::Zh,
    }
}

/// The origin of the page, if a relay serves it: the program on this machine that passes requests on
/// to providers that refuse pages. It says so in the page.
pub fn relay() -> Option<String> {
    let window = web_sys::window()?;
    let mark = "meta[name=yinchuang-relay]";
    window.document()?.query_selector(mark).ok()??;
    window.location().origin().ok()
}

/// Sets an attribute of the root element.
pub fn set_root(name: &str, value: &str) {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element());
    if let Some(root) = root {
        let _ = root.set_attribute(name, value);
    }
}
