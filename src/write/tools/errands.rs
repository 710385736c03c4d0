//! What the tools are asked to do.

use verse::Report;

use super::{cleaning::clean_text, fill};
use crate::{
    desk::{Desk, Errand, MOST_REACH},
    ui::watch,
};

/// Does what is asked, and once.
pub fn run_errands(desk: Desk) {
    watch(move |_| {
        let Some(errand) = desk.errand.get() else {
            return;
        };
        desk.errand.set(None);
        match errand {
            Errand::GoTo(place) => fill::go_to(desk, place),
            Errand::Explain => {}
            Errand::Selected => pick_selected(desk),
            Errand::Clean => clean_text(desk),
        }
    });
}

/// Looks at the characters that are selected in the field, where they are few and of one line.
fn pick_selected(desk: Desk) {
    let found = desk
        .field
        .selected()
        .and_then(|range| desk.report.with_untracked(|report| within(report, range)));
    if let Some((place, reach)) = found {
        desk.picked.set(Some(place));
        desk.reach.set(reach);
    }
}

/// The place of the first of the characters between two places of the text (in UTF-16 units), and how
/// many they are; `None` where they are none, too many, or of several lines.
fn within(report: &Report, (start, end): (usize, usize)) -> Option<((usize, usize), usize)> {
    let mut found = None;
    for (line, number) in report.lines.iter().zip(1..) {
        let written = line.chars.iter().take(line.written()).zip(1..);
        for (_, position) in written.filter(|(char, _)| (start..end).contains(&char.at)) {
            match &mut found {
                None => found = Some(((number, position), 1)),
                Some(((on, _), reach)) if *on == number && *reach < MOST_REACH => *reach += 1,
                Some(_) => return None,
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_characters_of_one_line_are_looked_at() {
        let report = verse::check("春望\n\n白日，黄河入海流", &verse::Options::default());
        for (range, found) in [
            ((4, 5), Some(((1, 1), 1))),
            ((4, 6), Some(((1, 1), 2))),
            // The stop is no character.
            ((5, 7), Some(((1, 2), 1))),
            ((5, 8), None),
            ((8, 11), Some(((2, 2), 3))),
            ((7, 12), None),
            ((0, 2), None),
            ((6, 7), None),
        ] {
            assert_eq!(within(&report, range), found, "{range:?}");
        }
    }
}
