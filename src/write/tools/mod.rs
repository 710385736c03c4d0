//! What is looked at while writing: one character, what would mend a finding, the pattern. It is
//! fetched when one of them is first asked for.

mod acrostic;
mod books;
mod broken;
mod character;
mod errands;
mod fill;
mod fitting;
mod mending;
mod pattern;
mod typing;
mod words;

use crate::{desk::Desk, ui::El};

/// What is said of a character, the choice of the pattern, and what is said of broken locks. From now on
/// errands are run, too, and what would mend the finding that is open is worked out.
pub fn writing_tools(desk: Desk) -> [El; 3] {
    mending::mend_what_is_asked(desk);
    errands::run_errands(desk);
    fill::keep_tidy(desk);
    [
        character::picked_character(desk),
        pattern::pattern(desk),
        broken::broken_notice(desk),
    ]
}
