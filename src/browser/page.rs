//! The page as the browser knows it: its address, its root element, its language, its leaving.

use js_sys::{Function, Reflect};
use leptos::{ev, prelude::*};
use verse::Language;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlTextAreaElement};

/// The part of the address after `#`, as it is now.
pub fn hash() -> String {
    let window = web_sys::window();
    window
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// Goes to another view. That the page has led somewhere is noted on its root: a room that comes later than that takes
/// the focus.
pub fn go(hash: &str) {
    set_root("data-led", "");
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(hash);
    }
}

/// The address of the page without what stands after `#` or `?`.
pub fn address() -> String {
    let location = web_sys::window().map(|window| window.location());
    let place =
        |location: web_sys::Location| Some(location.origin().ok()? + &location.pathname().ok()?);
    location.and_then(place).unwrap_or_default()
}

/// Puts another part after `#`, leaving no trace of the one that stood there.
pub fn replace_hash(hash: &str) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(hash));
    }
}

/// Says that the page cannot go on, and lays the draft there to be copied. Nothing of the page may be
/// asked any more: what stands in the field is taken from the field.
pub fn stop() {
    set_root("data-stopped", "");
    let document = web_sys::window().and_then(|window| window.document());
    let field = |id: &str| {
        let element = document.as_ref()?.get_element_by_id(id)?;
        element.dyn_into::<HtmlTextAreaElement>().ok()
    };
    if let (Some(from), Some(to)) = (field("poem"), field("stopped-draft")) {
        to.set_value(&from.value());
        to.select();
    }
}

/// Prints the page.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Calls `act` whenever the part after `#` changes, as long as the current owner lives.
pub fn on_hash(act: impl Fn(String) + 'static) {
    let handle = window_event_listener(ev::hashchange, move |_| act(hash()));
    on_cleanup(move || handle.remove());
}

/// Calls `act` whenever another tab has changed what is kept under a name on the device, or (`None`) has
/// emptied the store, as long as the current owner lives.
pub fn on_kept_elsewhere(act: impl Fn(Option<String>) + 'static) {
    let handle = window_event_listener(ev::storage, move |event| act(event.key()));
    on_cleanup(move || handle.remove());
}

/// Calls `act` when the page may be about to go: it is hidden, closed, or put aside (phones never say more than
/// that); and when it is seen again, since no word of other tabs need have come meanwhile.
pub fn on_coming_or_going(act: impl Fn() + Clone + 'static) {
    let also = act.clone();
    let seen = window_event_listener(ev::visibilitychange, move |_| also());
    let leaving = window_event_listener_untyped("pagehide", move |_| act());
    on_cleanup(move || {
        seen.remove();
        leaving.remove();
    });
}

/// The language that the browser asks for first: Chinese in one of its scripts, or English.
pub fn language() -> Language {
    let asked = web_sys::window().and_then(|window| window.navigator().language());
    asked.map_or_else(Language::default, |tag| language_of(&tag))
}

/// The language of the page for a tag of BCP 47: `zh-TW`, `zh-Hant-HK`, `de`.
fn language_of(tag: &str) -> Language {
    let tag = tag.to_ascii_lowercase();
    let mut parts = tag.split('-');
    if parts.next() != Some("zh") {
        return Language::En;
    }
    // A script says more than a region.
    let is = |wanted: &'static [&str]| tag.split('-').any(|part| wanted.contains(&part));
    if is(&["hant"]) || is(&["tw", "hk", "mo"]) && !is(&["hans"]) {
        Language::Hant
    } else {
        Language::Zh
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

/// Calls `act` with what takes a new version of the page, when there is one (`offline/register.js`).
pub fn on_new_version(act: impl Fn(Function) + 'static) {
    let handle = window_event_listener_untyped("yinchuang-new-version", move |event| {
        let take = Reflect::get(&event, &"detail".into());
        if let Some(take) = take.ok().and_then(|take| take.dyn_into().ok()) {
            act(take);
        }
    });
    on_cleanup(move || handle.remove());
}

/// Moves the focus to the element with this id.
pub fn focus(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let element = document.and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Names the page in the browser's own places: tabs, windows, the history.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_names_the_language_of_the_page() {
        for (tag, language) in [
            ("zh", Language::Zh),
            ("zh-CN", Language::Zh),
            ("zh-Hans-HK", Language::Zh),
            ("zh-TW", Language::Hant),
            ("ZH-hk", Language::Hant),
            ("zh-Hant", Language::Hant),
            ("en-GB", Language::En),
            ("de", Language::En),
            ("", Language::En),
        ] {
            assert_eq!(language_of(tag), language, "{tag}");
        }
    }
}
