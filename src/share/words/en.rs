//! English.

use super::Phrases;
use crate::share::{
    card::{Cut, Direction, Shape},
    designs::Design,
    state::Said,
};

/// All phrases.
pub static PHRASES: Phrases = Phrases {
    about: "Write the poem on a card for somebody, or send a link. All of it is made on this device; nothing is uploaded.",
    back: "Back to the poem",
    card: "Card",
    card_of: "Card: ",
    nothing: "There is no poem yet. Go back to the sheet and write one.",
    too_long: "This poem is too long for a card: 40 lines of 16 characters at most. The link and the text can still be sent.",
    drawing: "Fetching the letters…",
    lacking: |chars| {
        format!(
            "The card's letters lack “{chars}”; the system's are used, and look a little different on other devices."
        )
    },
    not_fetched: "Some letters could not be fetched; the system's are used for now. Check the network and try again.",
    again: "Try again",
    design: "Paper",
    design_name: |design| match design {
        Design::Plain => "Plain, ruled",
        Design::Birthday => "Peaches · birthday",
        Design::Wedding => "Double joy · wedding",
        Design::NewYear => "Lanterns · New Year",
        Design::Exam => "Rising sun · examination",
        Design::Retirement => "Bamboo · retirement",
    },
    direction: "Direction",
    direction_name: |direction| match direction {
        Direction::Vertical => "Vertical",
        Direction::Horizontal => "Horizontal",
    },
    shape: "Shape",
    shape_name: |shape| match shape {
        Shape::Portrait => "Portrait",
        Shape::Landscape => "Landscape",
        Shape::Square => "Square",
    },
    title: "Title",
    dedication: ["Dedication", "For Mother, on her sixtieth birthday"],
    signature: "Signature",
    date: "Date",
    today: "Today",
    date_of: |year, month, day| {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let month = MONTHS.get(month.saturating_sub(1) as usize).copied();
        format!("{day} {} {year}", month.unwrap_or_default())
    },
    seal: "Seal",
    seal_hint: "One to four characters; leave it empty for no seal.",
    cut: "Cut",
    cut_name: |cut| match cut {
        Cut::White => "White on red",
        Cut::Red => "Red on paper",
    },
    take_card: "Give the card",
    save_png: "Save as PNG",
    save_svg: "Save as SVG",
    print: "Print",
    copy_picture: "Copy the picture",
    share_picture: "Share the picture",
    take_poem: "Give the words",
    link: "Link",
    link_hint: "The poem is in the link itself and passes through no server; whoever has the link can read it.",
    link_too_long: "This poem is too long for a link. Copy the text, or save a picture.",
    copy_link: "Copy the link",
    share_link: "Share the link",
    copy_text: "Copy the text",
    copy_markdown: "Copy as Markdown, with marks",
    legend: "○ level　● oblique　◐ entering　◎ level rhyme　◉ oblique rhyme　？ not in the books　□ still blank",
    said: |said| match said {
        Said::Saved => "Handed to the browser to save.",
        Said::Copied => "Copied.",
        Said::Shared => "Sent.",
        Said::NotCopied => {
            "The browser did not let this page use the clipboard. Text can be selected and copied; the picture can be saved."
        }
        Said::NoPicture => "The picture could not be drawn. Try another shape, or save an SVG.",
        Said::NotShared => {
            "The system's panel did not take it. Save the picture first, or copy the link."
        }
    },
    arrived: "This poem came by a link.",
    draft_kept: " Your own draft is safe, among the versions.",
    other_draft: " It is a draft of its own; yours is safe, among the drafts.",
    other_book: |book| {
        format!(
            " It was written by {}; the rhyme book has been changed to that.",
            book.chinese()
        )
    },
    own_book: "Change it back",
    broken: "This link is incomplete and no poem can be read from it. Ask whoever sent it again, and copy all of it.",
    newer: "This link was made by a newer version. Load this page again and open it once more.",
    no_poem: "There is no poem in this link that can be read, or it is too long; it was not opened.",
    file: "poem",
};
