//! The words of giving a poem away. They are fetched with the room.

mod en;
mod zh;
mod zh_hant;

use verse::{Language, RhymeBook};

use super::{
    card::{Cut, Direction, Shape},
    designs::Design,
    state::Said,
};
use crate::i18n::Words;

/// Every phrase of the room.
pub struct Phrases {
    /// What the room is for.
    pub about: &'static str,
    /// Back to the poem.
    pub back: &'static str,
    /// The card.
    pub card: &'static str,
    /// What the picture of the card is, before the poem itself.
    pub card_of: &'static str,
    /// There is no poem.
    pub nothing: &'static str,
    /// The poem is too long for a card.
    pub too_long: &'static str,
    /// The card is being drawn for the first time.
    pub drawing: &'static str,
    /// These characters are drawn by the system.
    pub lacking: fn(&str) -> String,
    /// Part of the letters could not be fetched.
    pub not_fetched: &'static str,
    /// Tries that again.
    pub again: &'static str,
    /// The paper.
    pub design: &'static str,
    /// The name of a paper.
    pub design_name: fn(Design) -> &'static str,
    /// The direction.
    pub direction: &'static str,
    /// The name of a direction.
    pub direction_name: fn(Direction) -> &'static str,
    /// The shape.
    pub shape: &'static str,
    /// The name of a shape.
    pub shape_name: fn(Shape) -> &'static str,
    /// The title.
    pub title: &'static str,
    /// The dedication, and an example.
    pub dedication: [&'static str; 2],
    /// The signature.
    pub signature: &'static str,
    /// The date.
    pub date: &'static str,
    /// Writes today's.
    pub today: &'static str,
    /// A date: year, month, day.
    pub date_of: fn(u32, u32, u32) -> String,
    /// The seal.
    pub seal: &'static str,
    /// What can stand in it.
    pub seal_hint: &'static str,
    /// How it is cut.
    pub cut: &'static str,
    /// The name of a cut.
    pub cut_name: fn(Cut) -> &'static str,
    /// The card as a file.
    pub take_card: &'static str,
    /// Saves a PNG.
    pub save_png: &'static str,
    /// Saves an SVG.
    pub save_svg: &'static str,
    /// Prints.
    pub print: &'static str,
    /// Copies the picture.
    pub copy_picture: &'static str,
    /// Shares the picture.
    pub share_picture: &'static str,
    /// The poem as text.
    pub take_poem: &'static str,
    /// The link.
    pub link: &'static str,
    /// What the link carries.
    pub link_hint: &'static str,
    /// The poem is too long for a link.
    pub link_too_long: &'static str,
    /// Copies the link.
    pub copy_link: &'static str,
    /// Shares the link.
    pub share_link: &'static str,
    /// Copies the text.
    pub copy_text: &'static str,
    /// Copies Markdown.
    pub copy_markdown: &'static str,
    /// What the marks mean.
    pub legend: &'static str,
    /// What became of a press.
    pub said: fn(Said) -> &'static str,
    /// A poem came by a link.
    pub arrived: &'static str,
    /// What stood there is among the versions.
    pub draft_kept: &'static str,
    /// The draft that stood there is another one now.
    pub other_draft: &'static str,
    /// The rhyme book was changed for it.
    pub other_book: fn(RhymeBook) -> String,
    /// Puts it back.
    pub own_book: &'static str,
    /// The link is broken.
    pub broken: &'static str,
    /// It is of a newer page.
    pub newer: &'static str,
    /// There is no poem in it.
    pub no_poem: &'static str,
    /// The name of a file without a title.
    pub file: &'static str,
}

/// The phrases in the language that the page has now.
pub fn phrases(words: Words) -> &'static Phrases {
    match words.language() {
        Language::Zh => &zh::PHRASES,
        Language::Hant => &zh_hant::PHRASES,
        Language::En => &en::PHRASES,
    }
}
