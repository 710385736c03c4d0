//! Drafts: as many as one likes, each with its versions and with what stood in the field before.
//!
//! How they are kept is told in `docs/drafts.md`.

pub mod base;
pub mod clean;
pub mod exchange;
pub mod history;
mod keeper;
pub mod left;
pub mod lost;
pub mod memory;
pub mod merge;
mod pins;
pub mod place;
pub mod record;
mod room;
pub mod search;
mod steps;
mod told;
mod versions;
mod words;

use std::rc::Rc;

use self::{base::Base, keeper::Keeper};
use crate::{browser::database::BrowserBase, compose::run::Run, desk::Desk, ui::El};

/// Begins to keep drafts. Gives the room, the buttons under the sheet, what has to be said whatever room one
/// is in, and the versions.
pub fn drafts(desk: Desk, run: Run) -> [El; 4] {
    let given = desk.outside.get_untracked().base.clone();
    let base: Rc<dyn Base> = given.unwrap_or_else(|| Rc::new(BrowserBase::default()));
    let keeper = Keeper::new(desk, run, base);
    pins::give_back_pins(desk, keeper.lost);
    [
        room::room(keeper),
        steps::steps(keeper),
        told::told(keeper),
        versions::version_list(desk),
    ]
}
