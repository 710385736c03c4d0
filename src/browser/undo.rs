//! The browser's own undo of a field.

use web_sys::{FocusOptions, HtmlTextAreaElement};

use super::viewport::has_focus;

/// Lets the browser forget what was typed into a field. Some would undo and redo it in whatever text the page has put
/// there since, and make one poem of two.
///
/// They forget it with the place of the field: it is taken out and put in again.
pub fn forget(field: &HtmlTextAreaElement) {
    let Some(parent) = field.parent_node() else {
        return;
    };
    let had_focus = has_focus(field);
    let selected = [field.selection_start(), field.selection_end()].map(|end| end.ok().flatten());
    let _ = parent.insert_before(field, field.next_sibling().as_ref());
    if had_focus {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = field.focus_with_options(&options);
        if let [Some(start), Some(end)] = selected {
            let _ = field.set_selection_range(start, end);
        }
    }
}
