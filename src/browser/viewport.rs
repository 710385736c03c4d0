//! Keeping in sight what the person works on.

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlTextAreaElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// Scrolls an element into sight, gliding unless the person asked for less motion.
pub fn show(element: &Element) {
    scroll_to(element, ScrollLogicalPosition::Nearest);
}

fn scroll_to(element: &Element, position: ScrollLogicalPosition) {
    let still = matches_media("(prefers-reduced-motion: reduce)");
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(if still {
        ScrollBehavior::Auto
    } else {
        ScrollBehavior::Smooth
    });
    options.set_block(position);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls the first element that a selector finds into sight.
pub fn show_matching(selector: &str) {
    if let Some(element) = first(selector) {
        show(&element);
    }
}

/// Scrolls so that the first element that a selector finds begins where what is in sight begins.
pub fn show_from_its_start(selector: &str) {
    if let Some(element) = first(selector) {
        scroll_to(&element, ScrollLogicalPosition::Start);
    }
}

/// The first element that a selector finds.
pub fn first(selector: &str) -> Option<Element> {
    let document = web_sys::window().and_then(|window| window.document());
    document.and_then(|d| d.query_selector(selector).ok().flatten())
}

/// Whether the page is one column, as `style/` has it.
pub fn is_narrow() -> bool {
    matches_media("(max-width: 1023px)")
}

fn matches_media(query: &str) -> bool {
    let found = web_sys::window().and_then(|window| window.match_media(query).ok().flatten());
    found.is_some_and(|query| query.matches())
}

/// Scrolls to the top of the page.
pub fn to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Gives the focus to the first element that a selector finds.
pub fn focus_matching(selector: &str) {
    let found = first(selector);
    if let Some(element) = found.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Gives a text field the height of what it holds, up to the limit that its style sets. A browser that
/// knows how does it by itself, as the style sheet says: measuring makes it lay out the page once more at every key.
pub fn fit(field: &HtmlTextAreaElement) {
    thread_local! {
        static BY_ITSELF: bool =
            web_sys::css::supports_with_value("field-sizing", "content") == Ok(true);
    }
    if BY_ITSELF.with(|by_itself| *by_itself) {
        return;
    }
    let style = web_sys::HtmlElement::style(field);
    let _ = style.set_property("height", "auto");
    let _ = style.set_property("height", &format!("{}px", field.scroll_height()));
}

/// Keeps the line that is being written above a keyboard that covers the lower part of the page.
/// Browsers do this for the field as a whole; a field of eight lines is taller than what is left.
pub fn keep_line_in_sight(field: NodeRef<leptos::html::Textarea>) {
    let Some(viewport) = web_sys::window().and_then(|window| window.visual_viewport()) else {
        return;
    };
    let seen = viewport.clone();
    let act = wasm_bindgen::closure::Closure::<dyn Fn()>::new(move || {
        if let Some(field) = field.try_get_untracked().flatten() {
            lift(&field, &seen);
        }
    });
    let listener = act.as_ref().unchecked_ref();
    let _ = viewport.add_event_listener_with_callback("resize", listener);
    let kept = SendWrapper::new((viewport, act));
    on_cleanup(move || {
        let (viewport, act) = &*kept;
        let listener = act.as_ref().unchecked_ref();
        let _ = viewport.remove_event_listener_with_callback("resize", listener);
    });
}

/// Whether a person is in this field.
pub fn has_focus(field: &HtmlTextAreaElement) -> bool {
    let document = field.owner_document();
    let active = document.and_then(|document| document.active_element());
    active.as_ref() == Some(field.as_ref())
}

fn lift(field: &HtmlTextAreaElement, viewport: &web_sys::VisualViewport) {
    let Some(window) = web_sys::window() else {
        return;
    };
    if !has_focus(field) {
        return;
    }
    let text = field.value();
    let caret = field.selection_start().ok().flatten().unwrap_or(0) as usize;
    // The caret counts UTF-16 units; lines are all that is asked for here.
    let before = text
        .encode_utf16()
        .take(caret)
        .filter(|unit| *unit == u16::from(b'\n'))
        .count();
    let lines = text.matches('\n').count() + 1;
    let area = field.get_bounding_client_rect();
    let line_end = area.top() + area.height() * (before + 1) as f64 / lines as f64;
    let hidden = line_end - (viewport.offset_top() + viewport.height());
    if hidden > 0.0 {
        window.scroll_by_with_x_and_y(0.0, hidden);
    }
}
