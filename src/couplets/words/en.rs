//! English.

use super::CoupletWords;

/// All phrases.
pub static WORDS: CoupletWords = CoupletWords {
    title: "Antithesis",
    couplet: |number| format!("Couplet {number}"),
    answering: "answering",
    flowing: "flowing antithesis",
    lacking: "should answer, does not",
    not_asked: "need not answer",
};
