//! What sort of verse a text is: regulated, oblique-rhymed, old-style or none of these.

use super::{Read, costs::Costs};
use crate::{
    form::Form,
    options::Options,
    report::Kind,
    scan::{
        self, Reading, ScanLine,
        rhyme::{self, RhymeScan},
    },
    template::Opening,
    text::Text,
    tone::ToneClass,
};

/// What a line may cost on average (in hundredths of an error) before the poem is held to be
/// old-style. Set by 唐诗三百首 and 千家诗, which name their sections: quatrains they class as
/// regulated cost at most 35, old-style ones at least 51 (静夜思); octaves at most 59 (终南别业)
/// against 89 (望岳); long old-style verse 42 and more (渭川田家).
const fn old_style_from(lines: usize, oblique_rhyme: bool) -> u32 {
    match lines {
        0..=4 => 45,
        // An octave that rhymes obliquely is old-style unless it keeps the rules well.
        _ if oblique_rhyme => 25,
        5..=8 => 62,
        _ => 40,
    }
}

/// An oblique rhyme must fit better than a level one by this much: two off rhymes can be an
/// accident of a short poem whose author meant a level rhyme.
const OBLIQUE_IS_BETTER_BY: u16 = 150;

/// Finds the kind, and the reading that goes with it.
pub(super) fn read(
    text: &Text,
    width: usize,
    form: Option<Form>,
    costs: &Costs,
    options: &Options,
) -> Read {
    if width == 0 || text.lines().len() == 0 {
        return Read {
            kind: Kind::Malformed,
            reading: None,
            rhyme: None,
        };
    }
    let lasts = rhyme::lasts(text, width);
    let level = rhyme::scan(&lasts, ToneClass::Level);
    let level_cost = level.as_ref().map_or(u16::MAX, |r| r.cost);
    // Where the level rhyme costs too little to be bettered, the oblique one is not asked.
    let oblique = level_cost
        .checked_sub(OBLIQUE_IS_BETTER_BY)
        .filter(|_| text.lines().len() >= 4 && options.opening.is_none())
        .and_then(|most| rhyme::scan(&lasts, ToneClass::Oblique).filter(|r| r.cost <= most));
    let oblique_fits = oblique.is_some();
    let rhyme = oblique.or(level);
    let lines = costs.scan_lines(text, width);
    let reading = match options.form {
        Some(form) if !oblique_fits => in_form(&lines, form, options, rhyme.as_ref()),
        _ => scan::scan(&lines, width, rhyme.as_ref(), None),
    };
    let kind = match form {
        None => Kind::Malformed,
        Some(_) if options.form.is_none() && is_old_style(&reading, oblique_fits) => Kind::OldStyle,
        Some(_) if oblique_fits => Kind::ObliqueRhymed,
        Some(_) => Kind::Regulated,
    };
    match kind {
        Kind::OldStyle => Read {
            kind,
            reading: None,
            rhyme,
        },
        _ => Read {
            kind,
            reading: Some(reading),
            rhyme,
        },
    }
}

/// The reading of a poem whose form was chosen, with a level rhyme: by the opening that was chosen too,
/// or, while it is being written, by the usual one of those that fit as well as any reading.
fn in_form(
    lines: &[ScanLine<'_>],
    form: Form,
    options: &Options,
    rhyme: Option<&RhymeScan>,
) -> Reading {
    let read_by = |opening: Opening| {
        let types = opening.line_types(form.width(), lines.len());
        scan::scan(lines, form.width(), rhyme, Some(&types))
    };
    if let Some(opening) = options.opening {
        return read_by(opening);
    }
    let free = scan::scan(lines, form.width(), rhyme, None);
    if !options.unfinished {
        return free;
    }
    let openings = [Opening::usual(form)].into_iter().chain(Opening::ALL);
    let mut readings = openings.map(read_by);
    readings.find(|r| r.cost <= free.cost).unwrap_or(free)
}

/// Whether a reading costs so much that the rules were hardly meant.
fn is_old_style(reading: &Reading, oblique_rhyme: bool) -> bool {
    let lines = reading.lines.len();
    let cost = usize::try_from(reading.cost).unwrap_or(usize::MAX);
    cost > lines * old_style_from(lines, oblique_rhyme) as usize
}
