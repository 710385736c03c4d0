//! The browser's own undo of a field.

use web_sys::HtmlTextAreaElement;

/// Lets the browser forget what was typed into a field. Some would undo and redo it in whatever text the page has put
/// there since, and make one poem of two.
///
/// They forget it with the place of the field: it is taken out and put in again, and loses the focus.
pub fn forget(field: &HtmlTextAreaElement) {
    if let Some(parent) = field.parent_node() {
        let _ = parent.insert_before(field, field.next_sibling().as_ref());
    }
}
