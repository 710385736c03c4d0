//! Two words at one place of a couplet, and why they answer each other or do not.

use super::Category;

/// A character, or a word of two, and what stands opposite.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The place of the first character, from 1.
    pub place: usize,
    /// What stands in the opening line, as it is written there.
    pub opening: String,
    /// What stands in the closing line.
    pub closing: String,
    /// How well they answer each other, from 0 to 1. At 0.5 they stand opposite each other as often
    /// in verse as two lines put together by chance would have it.
    pub score: f32,
    /// What it is judged by.
    pub reason: Reason,
    /// The category of the word in the opening line, where it is known.
    pub opening_category: Option<Category>,
    /// The category of the word in the closing line.
    pub closing_category: Option<Category>,
    /// How often they were found at one place in the couplets that were learnt from; 0 where that was
    /// seldom or never.
    pub found: u32,
    /// What poets set opposite the opening line's character most, in simplified script, commonest
    /// first; none for a word of two.
    pub partners: Vec<char>,
}

/// Why two words answer each other, or why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Both are of one category.
    Category(Category),
    /// Poets set these words of two characters, or these characters, opposite each other.
    Found,
    /// Poets set the like opposite each other, though not often these.
    Near,
    /// Both double a character: 萧萧, 滚滚.
    Reduplication,
    /// One doubles a character and the other does not.
    OneSidedReduplication,
    /// 借对: one stands for the character named, by its sound, or has another sense, and joins the
    /// category.
    Borrowed(Option<char>, Category),
    /// Both lines have the same character.
    Same,
    /// Both say the same.
    Synonym,
    /// They do not answer each other.
    Unanswered,
    /// One of them is not in the table.
    Unknown,
}

impl Reason {
    /// Whether the two words answer each other.
    pub const fn is_answer(self) -> bool {
        matches!(
            self,
            Self::Category(_)
                | Self::Found
                | Self::Near
                | Self::Reduplication
                | Self::Borrowed(..)
                | Self::Synonym
        )
    }
}
