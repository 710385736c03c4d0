//! English.

use verse::{DecidedBy, Opening, ToneClass};

use super::Words;
use crate::desk::Hand;

/// All phrases.
pub static WORDS: Words = Words {
    lock: "Lock",
    unlock: "Unlock",
    lock_broken: |lost| format!("“{lost}”, which was locked, has been changed."),
    lock_undo: "Put it back",
    lock_leave: "Unlock it",
    mends: "What would mend it",
    in_books: "In all books",
    traditional: "Traditional",
    between: "; ",
    fitting: "Characters that fit",
    fitting_hint: "None of them adds a fault; the commonest come first. Press one to put it there.",
    hand: |hand| match hand {
        Hand::Offers => "Words of poets",
        Hand::Mends => "Mend this line",
        Hand::Like => "Lines like this",
    },
    none_fits: "No common character fits. Another place may have to change first.",
    pattern: "The pattern",
    form_label: "Form",
    form: |form| [form.chinese(), " ", form.english()].concat(),
    opening_label: "Opening",
    opening,
    found: "By what is written",
    acrostic: "Acrostic",
    acrostic_example: "生日快乐",
    acrostic_write: "Write and lock",
    read_as: "Read as",
    because: "Because of",
    decided_by: |by| match by {
        DecidedBy::Only => "there is no other class",
        DecidedBy::Slot => "the pattern at this place",
        DecidedBy::Rhyme => "the rhyme",
        DecidedBy::Phrase => "the word it stands in",
        DecidedBy::Usage => "how poets mostly use it",
        DecidedBy::Pin => "your choice",
        DecidedBy::Unknown => "no rhyme book has it",
    },
    place_allows: "This place",
    slot_asks: |class| match class {
        Some(ToneClass::Level) => "must be level",
        Some(ToneClass::Oblique) => "must be oblique",
        None => "may be level or oblique",
    },
    otherwise: "; otherwise: ",
    other_readings: "Other readings; press one to fix it",
    unpin: "Leave it to the check",
};

const fn opening(opening: Opening) -> &'static str {
    match (opening.second, opening.rhymes) {
        (ToneClass::Level, true) => "平起 level opening, line 1 rhymes",
        (ToneClass::Oblique, true) => "仄起 oblique opening, line 1 rhymes",
        (ToneClass::Level, false) => "平起 level opening, line 1 does not rhyme",
        (ToneClass::Oblique, false) => "仄起 oblique opening, line 1 does not rhyme",
    }
}
