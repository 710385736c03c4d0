//! English.

use super::Phrases;

/// All phrases.
pub static PHRASES: Phrases = Phrases {
    about: "Four rhyme books to look into. Common characters come first, as counted in the verse of Tang and Song.",
    search: "A character or a sound",
    search_example: "楼, or lou, lóu, lou2",
    book: "Rhyme book",
    traditional: "Traditional characters",
    part_of_old_book: [
        "Level, first half",
        "Level, second half",
        "Rising",
        "Departing",
        "Entering",
    ],
    part_of_other_book: ["Level", "Oblique", "Entering"],
    all_groups: "Back to all groups",
    nothing: "Nothing found. Type a Chinese character, or pinyin such as lou.",
    count: |count| format!("characters: {count}"),
    seldom: |count| format!("Show seldom ones: {count}"),
    seldom_title: "Seldom used",
    has_others: "has other readings too",
    often: |count| match count {
        0 => "Not met with in the verse of Tang and Song".to_owned(),
        count => format!("About {count} times in the verse of Tang and Song"),
    },
    in_no_book: "No rhyme book has this character.",
    copy: "Copy",
    copied: "Copied",
    put: |line, place| format!("Put it into line {line}, place {place}"),
    put_hint: "Press a character on the sheet, come back, and what you find here can take its place.",
    rare: "rare",
};
