//! The style sheet of the rooms, which a first visit does without.

use js_sys::Reflect;
use web_sys::Element;

use super::viewport::first;

/// Begins to fetch the style sheet of the rooms, where the page names one and it is not there. Until it has come, or three
/// seconds have passed, the page's own hides the rooms. One that did not come is asked for again by the next room.
pub fn of_rooms() {
    let come = first("link[data-rooms]");
    if come.as_ref().is_some_and(is_there) {
        return;
    }
    let link = || {
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
        document.head()?.append_child(&link).ok()
    };
    if link().is_some()
        && let Some(before) = come
    {
        before.remove();
    }
}

fn is_there(link: &Element) -> bool {
    Reflect::get(link, &"sheet".into()).is_ok_and(|sheet| !sheet.is_null())
}
