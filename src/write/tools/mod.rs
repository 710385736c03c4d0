//! What is looked at while writing: one character, what would mend a finding, the pattern. It is
//! fetched when one of them is first asked for.

mod acrostic;
mod books;
mod broken;
mod character;
mod cleaning;
mod errands;
mod explanation;
pub mod fill;
mod fitting;
mod locks;
mod pattern;
pub mod typing;
mod words;

use crate::{
    desk::Desk,
    ui::{El, State},
};

/// What is said of a character, the choice of the pattern, and what is said of broken locks. From now on
/// errands are run, findings explained, and locks carried with their characters.
pub fn writing_tools(desk: Desk) -> [El; 3] {
    let broken = State::new(None);
    broken::carry_locks(desk, broken);
    errands::run_errands(desk);
    fill::keep_tidy(desk);
    desk.explain.set(Some(explanation::explanation));
    [
        character::picked_character(desk),
        pattern::pattern(desk),
        broken::broken_notice(desk, broken),
    ]
}
