//! English.

use super::HandWords;
use crate::desk::Hand;

/// All phrases.
pub static WORDS: HandWords = HandWords {
    title: |hand| match hand {
        Hand::Offers => "Words of poets",
        Hand::Mends => "Mend this line",
        Hand::Like => "Lines like this",
    },
    coming: "The table of words is on its way; it is fetched once.",
    missing: "The table of words did not come. See whether there is a network, and fetch it again.",
    theme: "Theme",
    any: "Any",
    sound: "Sound or rhyme group",
    sound_example: "such as feng, or 东",
    reach_label: "Characters to replace",
    reach: |count| match count {
        1 => "One".to_owned(),
        2 => "Two".to_owned(),
        _ => "Three".to_owned(),
    },
    offers_hint: "What Tang and Song poets would put here. None of it adds a fault. Press one to put it there.",
    no_offers: "Nothing was found. Choose a wider theme or sound, or change another place first.",
    no_offers_old_style: "The poem follows no pattern yet, so nothing can be said of this place. Choose a form, or mend a line or two first.",
    more: |rest| format!("{rest} more"),
    mends_hint: "The smallest changes come first. A number tries one, 0 puts the line back.",
    mend_back: "Put it back",
    left: |left| match left {
        0 => "the poem is regular".to_owned(),
        left => format!("{left} left in the poem"),
    },
    no_faults: "This line needs no mending.",
    no_mends: "One or two other characters do not mend this line; it may be better to write another.",
    like_hint: "What a line shares with yours is marked.",
    no_lines: "No line like this was found. Try another theme.",
    quotations: "Written before",
    quotation: |words, source| {
        let all: Vec<String> = words
            .iter()
            .map(|(_, words)| format!("“{words}”"))
            .collect();
        let verb = if all.len() > 1 { "are" } else { "is" };
        format!("{} {verb} in {source}.", all.join(", "))
    },
};
