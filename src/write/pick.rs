//! Picking a character on the sheet, by a press or by the arrow keys.

use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

use crate::{
    browser::{keys::plain_key, viewport},
    desk::{Desk, Errand, MOST_REACH},
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
                let old = desk.picked.get_untracked();
                let with_shift = event
                    .dyn_ref::<MouseEvent>()
                    .is_some_and(MouseEvent::shift_key);
                if let Some((first, reach)) =
                    old.filter(|_| with_shift).and_then(|old| upto(old, place))
                {
                    pick(desk, Some(first));
                    desk.reach.set(reach);
                    return;
                }
                pick(desk, (old != Some(place)).then_some(place));
            }
        })
        .on("keydown", move |event| {
            let Some(key) = plain_key(&event) else {
                return;
            };
            let pressed = key.key();
            let old = desk.picked.get_untracked();
            if let Some(place) = old.filter(|_| key.shift_key()) {
                let reach = desk.reach.get_untracked();
                let width = desk.sheet.with(|sheet| width(sheet, place.0));
                if let Some(reach) = reached(
                    reach,
                    (width + 1).saturating_sub(place.1),
                    along(desk, &pressed),
                ) {
                    event.prevent_default();
                    desk.reach.set(reach);
                    return;
                }
            }
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
    desk.reach.set(1);
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

/// What is looked at from one place up to another: the first of it and how many they are; `None` where
/// they are not near each other in a line.
fn upto(one: (usize, usize), other: (usize, usize)) -> Option<((usize, usize), usize)> {
    let reach = one.1.abs_diff(other.1) + 1;
    (one.0 == other.0 && one != other && reach <= MOST_REACH).then(|| (one.min(other), reach))
}

/// How many are looked at after an arrow key with Shift: one more or one fewer, as far as the line goes.
fn reached(reach: usize, room: usize, key: &str) -> Option<usize> {
    match key {
        "ArrowRight" => Some((reach + 1).min(MOST_REACH).min(room)),
        "ArrowLeft" => Some(reach.saturating_sub(1).max(1)),
        _ => None,
    }
}

fn width(sheet: &Sheet, line: usize) -> usize {
    sheet.line(line).map_or(0, |line| line.cells.len())
}

/// Where an arrow key leads; from nowhere, to the first character.
fn moved(sheet: &Sheet, from: Option<(usize, usize)>, key: &str) -> Option<(usize, usize)> {
    let width = |line: usize| width(sheet, line);
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

    #[test]
    fn several_are_looked_at_together_where_they_are_near() {
        for (one, other, found) in [
            ((1, 2), (1, 3), Some(((1, 2), 2))),
            ((1, 4), (1, 2), Some(((1, 2), 3))),
            ((1, 1), (1, 4), None),
            ((1, 1), (2, 1), None),
            ((1, 1), (1, 1), None),
        ] {
            assert_eq!(upto(one, other), found, "{one:?} {other:?}");
        }
        for (reach, room, key, now) in [
            (1, 5, "ArrowRight", Some(2)),
            (3, 5, "ArrowRight", Some(3)),
            (2, 2, "ArrowRight", Some(2)),
            (2, 5, "ArrowLeft", Some(1)),
            (1, 5, "ArrowLeft", Some(1)),
            (1, 5, "ArrowDown", None),
        ] {
            assert_eq!(reached(reach, room, key), now, "{reach} {room} {key}");
        }
    }
}
