//! Picking a character on the sheet, by a press or by the arrow keys.

use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use crate::{
    browser::viewport,
    desk::{Desk, Errand},
    ui::El,
    write::sheet::Sheet,
};

/// Lets characters be picked inside an element that holds the lines.
pub fn with_picking(lines: El, desk: Desk) -> El {
    lines
        .set("tabindex", "0")
        .set("role", "group")
        .phrase("aria-label", desk.words, |s| s.pick_label)
        .on("click", move |event| {
            if let Some(place) = place_of(&event) {
                // An open place of the pattern is there to be written into.
                if desk.plan.with_untracked(|plan| plan.on) && is_open(desk, place) {
                    desk.picked.set(Some(place));
                    desk.errand.set(Some(Errand::GoTo(place)));
                    return;
                }
                let again = desk.picked.get_untracked() == Some(place);
                pick(desk, (!again).then_some(place));
            }
        })
        .on("keydown", move |event| {
            let Some(pressed) = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key) else {
                return;
            };
            let old = desk.picked.get_untracked();
            let new = match pressed.as_str() {
                "Escape" => None,
                "Enter" => {
                    if let Some(place) = old {
                        event.prevent_default();
                        desk.errand.set(Some(Errand::GoTo(place)));
                    }
                    return;
                }
                key => match desk.sheet.with(|sheet| moved(sheet, old, along(desk, key))) {
                    Some(place) => Some(place),
                    None => return,
                },
            };
            event.prevent_default();
            pick(desk, new);
        })
}

/// Whether a place has no character yet.
fn is_open(desk: Desk, (line, position): (usize, usize)) -> bool {
    desk.report.with_untracked(|report| {
        let line = report.lines.get(line.wrapping_sub(1));
        let char = line.and_then(|line| line.chars.get(position.wrapping_sub(1)));
        char.is_some_and(verse::Char::is_open)
    })
}

/// The arrow key that goes along the line in horizontal writing where this one does in the writing
/// that the sheet has: from top to bottom, the lines from right to left.
fn along(desk: Desk, key: &str) -> &str {
    match key {
        _ if !desk.vertical.get_untracked() => key,
        "ArrowDown" => "ArrowRight",
        "ArrowUp" => "ArrowLeft",
        "ArrowLeft" => "ArrowDown",
        "ArrowRight" => "ArrowUp",
        key => key,
    }
}

/// On a phone what is said of a character lies over the lower half of the sheet.
fn pick(desk: Desk, place: Option<(usize, usize)>) {
    desk.picked.set(place);
    if let Some((line, place)) = place {
        // When what is said has been drawn, it is known what it covers.
        request_animation_frame(move || {
            let cell = format!("#marked [data-line=\"{line}\"] [data-place=\"{place}\"]");
            viewport::show_matching(&cell);
        });
    }
}

/// The place whose cell was pressed.
fn place_of(event: &Event) -> Option<(usize, usize)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let number = |name: &str| {
        let holder = target.closest(&format!("[{name}]")).ok()??;
        holder.get_attribute(name)?.parse::<usize>().ok()
    };
    Some((number("data-line")?, number("data-place")?))
}

/// Where an arrow key leads; from nowhere, to the first character.
fn moved(sheet: &Sheet, from: Option<(usize, usize)>, key: &str) -> Option<(usize, usize)> {
    let width = |line: usize| sheet.line(line).map_or(0, |line| line.cells.len());
    let start = match key {
        "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" => from.unwrap_or((1, 0)),
        _ => return None,
    };
    let (line, place) = match (key, start) {
        (_, (1, 0)) => (1, 1),
        ("ArrowRight", (line, place)) if place >= width(line) => (line + 1, 1),
        ("ArrowRight", (line, place)) => (line, place + 1),
        ("ArrowLeft", (line, 1)) => (line - 1, width(line - 1)),
        ("ArrowLeft", (line, place)) => (line, place - 1),
        ("ArrowUp", (line, place)) => (line - 1, place.min(width(line - 1))),
        (_, (line, place)) => (line + 1, place.min(width(line + 1))),
    };
    // At an end of the poem it stays where it is.
    let there = (1..=width(line)).contains(&place);
    if there { Some((line, place)) } else { from }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_through_the_poem_and_stop_at_its_ends() {
        let text = "床前明月光，疑是地上霜。\n举头望明月，低头思故乡。";
        let report = verse::check(text, &verse::Options::default());
        let sheet = Sheet::new(text, &report);
        for (from, key, to) in [
            (None, "ArrowDown", Some((1, 1))),
            (None, "a", None),
            (Some((1, 1)), "ArrowRight", Some((1, 2))),
            (Some((1, 5)), "ArrowRight", Some((2, 1))),
            (Some((2, 1)), "ArrowLeft", Some((1, 5))),
            (Some((1, 1)), "ArrowLeft", Some((1, 1))),
            (Some((2, 3)), "ArrowUp", Some((1, 3))),
            (Some((1, 3)), "ArrowUp", Some((1, 3))),
            (Some((2, 3)), "ArrowDown", Some((3, 3))),
            (Some((4, 5)), "ArrowDown", Some((4, 5))),
            (Some((4, 5)), "ArrowRight", Some((4, 5))),
            (Some((4, 5)), "Enter", None),
        ] {
            assert_eq!(moved(&sheet, from, key), to, "{from:?} {key}");
        }
    }
}
