//! The reading of one character at its place.

use std::borrow::Cow;

use crate::{
    book::RhymeGroup,
    lexicon::{
        Entry, Reading,
        mandarin::{self, Syllables},
    },
    options::Pin,
    report::{Alternative, Char, DecidedBy, Slot},
    scan::cost::Cost,
    text::Glyph,
    tone::ToneClass,
};

/// A character and what is known of its place.
pub(super) struct Place<'a> {
    /// The character.
    pub glyph: &'a Glyph,
    /// What reading it level or oblique costs.
    pub cost: Cost,
    /// The class that the scan gave it; `None` where the line was not scanned.
    pub class: Option<ToneClass>,
    /// What the pattern asks.
    pub slot: Option<Slot>,
    /// The group that it rhymes in, if it is a rhyme word that rhymes.
    pub rhyme: Option<RhymeGroup>,
}

/// The reading of a character that a pin names: `平東`, or in simplified script `平东`.
fn pinned(glyph: Glyph, name: &str) -> Option<Reading> {
    glyph.entry?.readings().find(|r| {
        let group = name.strip_prefix(r.tone().chinese());
        group == Some(r.group.name()) || group == Some(r.group.traditional_name())
    })
}

/// The class that a pin fixes: that of the reading it names, or the class alone.
pub(super) fn pinned_class(glyph: Glyph, name: &str) -> Option<ToneClass> {
    match name {
        Pin::LEVEL => Some(ToneClass::Level),
        Pin::OBLIQUE => Some(ToneClass::Oblique),
        _ => pinned(glyph, name).map(Reading::class),
    }
}

/// Reads a character.
pub(super) fn read(place: &Place<'_>) -> Char {
    let glyph = place.glyph;
    let forced = place.class.filter(|_| place.cost.pinned);
    let class = place.class.unwrap_or_else(|| place.cost.likelier());
    let taken = glyph
        .entry
        .as_ref()
        .and_then(|entry| Some((entry, taken(place, entry, class)?)));
    let Some((entry, taken)) = taken.filter(|(_, t)| forced.is_none_or(|f| f == t.class())) else {
        return without_reading(place, forced);
    };
    let syllables = Syllables::of(taken.form, glyph.read);
    Char {
        character: glyph.written,
        at: glyph.at,
        class: Some(taken.class()),
        tone: Some(taken.tone()),
        group: Some(Cow::Borrowed(taken.group.name())),
        traditional: Some(taken.form),
        pinyin: syllables.pinyin_of(taken).map(Cow::Borrowed),
        slot: place.slot,
        decided_by: decided_by(place, entry, taken),
        alternatives: alternatives(entry, taken, syllables),
    }
}

/// The reading that is taken: the one that rhymes, the one that the word asks for, or the first of
/// the class. It is found by the groups alone, which cost less than the readings.
fn taken(place: &Place<'_>, entry: &Entry, class: ToneClass) -> Option<Reading> {
    // A word decides only between classes.
    if entry.has_one() || entry.has_one_class() && place.rhyme.is_none() {
        return entry.readings().next();
    }
    let (mut rhyming, mut of_word, mut of_class) = (None, None, None);
    for (number, group) in entry.groups().enumerate() {
        if rhyming.is_none() && place.rhyme.is_some_and(|r| group.rhymes_with(r)) {
            rhyming = Some(number);
        }
        if group.class() == class {
            if of_class.is_none() {
                of_class = Some(number);
            }
            if of_word.is_none() && place.cost.word == Some(group) {
                of_word = Some(number);
            }
        }
    }
    let number = rhyming.or(of_word).or(of_class).unwrap_or(0);
    entry.readings().nth(number)
}

fn decided_by(place: &Place<'_>, entry: &Entry, taken: Reading) -> DecidedBy {
    let word = place.cost.word;
    if place.cost.pinned {
        DecidedBy::Pin
    } else if entry.has_one() {
        DecidedBy::Only
    } else if place.rhyme.is_some() {
        DecidedBy::Rhyme
    } else if entry.has_one_class() {
        DecidedBy::Only
    } else if word.is_some_and(|w| w.class() == taken.class()) {
        DecidedBy::Phrase
    } else if matches!(place.slot, None | Some(Slot::Free)) {
        DecidedBy::Usage
    } else {
        DecidedBy::Slot
    }
}

/// The readings that are not taken. Most are of one form: its syllables are looked up once.
fn alternatives(entry: &Entry, taken: Reading, mut syllables: Syllables) -> Vec<Alternative> {
    if entry.has_one() {
        return Vec::new();
    }
    let mut alternatives = Vec::with_capacity(entry.count() - 1);
    for reading in entry.readings() {
        if reading == taken {
            continue;
        }
        syllables = syllables.for_form(reading.form);
        alternatives.push(Alternative {
            class: reading.class(),
            tone: reading.tone(),
            group: Cow::Borrowed(reading.group.name()),
            traditional: reading.form,
            pinyin: syllables.pinyin_of(reading).map(Cow::Borrowed),
        });
    }
    alternatives
}

/// A character that no reading is known of, or none of the class that was fixed for its place.
fn without_reading(place: &Place<'_>, forced: Option<ToneClass>) -> Char {
    Char {
        character: place.glyph.written,
        at: place.glyph.at,
        class: forced,
        tone: None,
        group: None,
        traditional: None,
        pinyin: mandarin::pinyin(place.glyph.read).next().map(Cow::Borrowed),
        slot: place.slot,
        decided_by: forced.map_or(DecidedBy::Unknown, |_| DecidedBy::Pin),
        alternatives: Vec::new(),
    }
}
