//! What the tools are asked to do.

use verse::clean;

use super::{fill, typing::edit_to};
use crate::{
    desk::{Desk, Errand},
    ui::watch,
};

/// Does what is asked, and once.
pub fn run_errands(desk: Desk) {
    watch(move |_| {
        let Some(errand) = desk.errand.get() else {
            return;
        };
        desk.errand.set(None);
        match errand {
            Errand::GoTo(place) => fill::go_to(desk, place),
            Errand::Explain => {}
            Errand::Clean => edit_to(desk, &desk.text.with_untracked(|text| clean(text))),
        }
    });
}
