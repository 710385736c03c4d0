//! The reading of one character at its place.

use crate::{
    book::RhymeGroup,
    lexicon::{self, Reading, Script, mandarin},
    report::{Alternative, Char, DecidedBy, Slot},
    scan::cost::Cost,
    text::Glyph,
    tone::ToneClass,
};

/// A character and what is known of its place.
pub(super) struct Place {
    /// The character.
    pub glyph: Glyph,
    /// What reading it level or oblique costs.
    pub cost: Cost,
    /// The script of the text.
    pub script: Script,
    /// The class that the scan gave it; `None` where the line was not scanned.
    pub class: Option<ToneClass>,
    /// What the pattern asks.
    pub slot: Option<Slot>,
    /// The group that it rhymes in, if it is a rhyme word that rhymes.
    pub rhyme: Option<RhymeGroup>,
}

/// The reading of a character that a pin names: `平東`, or in simplified script `平东`.
pub(super) fn pinned(glyph: Glyph, script: Script, name: &str) -> Option<Reading> {
    lexicon::entry(glyph.read, script)?.readings().find(|r| {
        let mut chars = name.chars();
        let tone = chars
            .next()
            .is_some_and(|t| r.tone().chinese().starts_with(t));
        let head = chars.next();
        tone && (head == Some(r.group.name()) || head == Some(r.group.traditional_name()))
    })
}

/// Reads a character.
pub(super) fn read(place: &Place) -> Char {
    let Glyph {
        written,
        read: character,
        at,
    } = place.glyph;
    let unknown = Char {
        character: written,
        at,
        class: None,
        tone: None,
        group: None,
        traditional: None,
        pinyin: mandarin::pinyin(character).next().map(str::to_owned),
        slot: place.slot,
        decided_by: DecidedBy::Unknown,
        alternatives: Vec::new(),
    };
    let Some(entry) = lexicon::entry(character, place.script) else {
        return unknown;
    };
    let readings: Vec<Reading> = entry.readings().collect();
    let class = place.class.unwrap_or_else(|| place.cost.likelier());
    let taken = readings
        .iter()
        .find(|r| Some(r.group) == place.rhyme)
        .or_else(|| readings.iter().find(|r| r.class() == class))
        .or_else(|| readings.first())
        .copied();
    let Some(taken) = taken else { return unknown };
    let same_class = readings.iter().all(|r| r.class() == taken.class());
    let decided_by = if place.cost.pinned {
        DecidedBy::Pin
    } else if place.rhyme.is_some() && readings.len() > 1 {
        DecidedBy::Rhyme
    } else if same_class {
        DecidedBy::Only
    } else if matches!(place.slot, None | Some(Slot::Free)) {
        DecidedBy::Usage
    } else {
        DecidedBy::Slot
    };
    let alternatives = readings
        .iter()
        .filter(|r| **r != taken)
        .map(|r| Alternative {
            class: r.class(),
            tone: r.tone(),
            group: r.group.name().to_string(),
            traditional: r.form,
            pinyin: mandarin::pinyin_of(*r, character).map(str::to_owned),
        })
        .collect();
    Char {
        class: Some(taken.class()),
        tone: Some(taken.tone()),
        group: Some(taken.group.name().to_string()),
        traditional: Some(taken.form),
        pinyin: mandarin::pinyin_of(taken, character).map(str::to_owned),
        decided_by,
        alternatives,
        ..unknown
    }
}
