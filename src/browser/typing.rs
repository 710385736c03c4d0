//! Typing on behalf of the person.

use wasm_bindgen::JsCast;

/// Puts a piece of text in the place of what is selected in the field that has the focus, as typing
/// would: the field's own undo knows of it. Says whether the browser took the command.
pub fn type_in(piece: &str) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.and_then(|d| d.dyn_into::<web_sys::HtmlDocument>().ok());
    let command = if piece.is_empty() {
        "delete"
    } else {
        "insertText"
    };
    document.is_some_and(|document| {
        let done = document.exec_command_with_show_ui_and_value(command, false, piece);
        done.unwrap_or(false)
    })
}
