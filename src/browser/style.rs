//! The style sheet of the rooms, which a first visit does without.

use js_sys::{Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use super::viewport::first;

/// Fetches the style sheet of the rooms, where the page names one. Until it has come, or three seconds have passed, the
/// page's own hides the rooms.
pub async fn of_rooms() -> Result<(), JsValue> {
    let Some(link) = link() else {
        return Ok(());
    };
    let come = Promise::new(&mut |come, failed| {
        for (name, act) in [("onload", come), ("onerror", failed)] {
            let _ = Reflect::set(&link, &name.into(), &act);
        }
    });
    let come = JsFuture::from(come).await;
    if come.is_err() {
        link.remove();
    }
    come.map(drop)
}

/// The link to it, put into the page.
fn link() -> Option<Element> {
    let named = first("meta[name=rooms]")?;
    let document = named.owner_document()?;
    let link = document.create_element("link").ok()?;
    for (name, value) in [
        ("rel", "stylesheet"),
        ("data-rooms", ""),
        ("integrity", &named.get_attribute("data-integrity")?),
        ("href", &named.get_attribute("content")?),
    ] {
        link.set_attribute(name, value).ok()?;
    }
    document.head()?.append_child(&link).ok()?;
    Some(link)
}
