//! The reading of one character at its place.

use crate::{
    book::RhymeGroup,
    lexicon::{Entry, Reading},
    options::Pin,
    report::{Char, DecidedBy, Slot},
    scan::{ReadLine, cost::Cost},
    text::Glyph,
    tone::ToneClass,
};

/// A character and what is known of its place.
pub(super) struct Place<'a> {
    /// The character.
    pub glyph: &'a Glyph,
    /// What reading it level or oblique costs.
    pub cost: &'a Cost,
    /// How the line is read; `None` where it was not scanned.
    pub reading: Option<&'a ReadLine>,
    /// The place in the line, from 0.
    pub position: usize,
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

/// Takes the reading of a character that is neither pinned nor rhymes, where all that it has are of one
/// class: as most. Whether it is such a one.
#[inline]
pub(super) fn take_plain(glyph: &Glyph, char: &mut Char) -> bool {
    let Some(entry) = glyph.entry.as_ref().filter(|e| e.has_one_class()) else {
        return false;
    };
    let Some((number, group)) = entry.first() else {
        return false;
    };
    char.take(entry, number, group);
    char.decided_by = DecidedBy::Only;
    true
}

/// Takes the reading of a character whose readings are weighed against each other, if it has any. (Kept
/// out of the loop over a line, which is the quicker for being short.)
#[inline(never)]
pub(super) fn take(place: &Place<'_>, char: &mut Char) {
    let class = place.reading.map(|line| line.class(place.position));
    let pinned = class.filter(|_| place.cost.pinned);
    if let Some(entry) = &place.glyph.entry
        && let Some((number, group, decided_by)) = taken(place, entry, class)
        && pinned.is_none_or(|class| class == group.class())
    {
        char.take(entry, number, group);
        char.decided_by = decided_by;
    } else if pinned.is_some() {
        // No reading is known of it, or none of the class that was fixed for its place.
        char.class = pinned;
    }
    if place.cost.pinned && char.class.is_some() {
        char.decided_by = DecidedBy::Pin;
    }
}

/// The reading that is taken, by its number and its group: the one that rhymes, the one that the word
/// asks for, or the first of the class. And what decided, where the person did not.
fn taken(
    place: &Place<'_>,
    entry: &Entry,
    class: Option<ToneClass>,
) -> Option<(usize, RhymeGroup, DecidedBy)> {
    // A word decides only between classes.
    if entry.has_one() || place.rhyme.is_none() && entry.has_one_class() {
        let (number, group) = entry.first()?;
        return Some((number, group, DecidedBy::Only));
    }
    let class = class.unwrap_or_else(|| place.cost.likelier());
    let word = place.cost.word;
    let (mut rhyming, mut of_word, mut of_class) = (None, None, None);
    for (number, group) in entry.numbered_groups() {
        let taken = Some((number, group));
        if rhyming.is_none() && place.rhyme.is_some_and(|r| group.rhymes_with(r)) {
            rhyming = taken;
        }
        if group.class() == class {
            if of_class.is_none() {
                of_class = taken;
            }
            if of_word.is_none() && word == Some(group) {
                of_word = taken;
            }
        }
    }
    let taken = rhyming.or(of_word).or(of_class);
    let (number, group) = taken.or_else(|| entry.first())?;
    let decided_by = if place.rhyme.is_some() {
        DecidedBy::Rhyme
    } else if word.is_some_and(|w| w.class() == group.class()) {
        DecidedBy::Phrase
    } else if matches!(place.slot, None | Some(Slot::Free)) {
        DecidedBy::Usage
    } else {
        DecidedBy::Slot
    };
    Some((number, group, decided_by))
}
