//! Cleaning what was pasted.

use verse::clean_at;

use super::typing::edit_to;
use crate::desk::Desk;

/// Takes out of the text what is no verse and what is not seen. The caret stays where it is among the
/// characters, so that what is typed next comes behind what was pasted: the change itself may be elsewhere.
pub fn clean_text(desk: Desk) {
    desk.field.end_composition();
    let text = desk.text.get_untracked();
    let selection = desk.field.selection();
    let (start, end) = selection.unwrap_or_default();
    let (clean, [start, end]) = clean_at(&text, [start, end]);
    if clean == text {
        return;
    }
    edit_to(desk, &clean);
    if selection.is_some() {
        desk.field.select((start, end));
    }
}
