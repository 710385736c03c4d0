//! How the lines of each couplet answer each other. Fetched, with its table, once somebody writes.

mod list;
mod words;

use std::rc::Rc;

use send_wrapper::SendWrapper;
use verse::{
    Options, Report,
    antithesis::{Memory, Table},
};

use crate::{
    desk::Desk,
    ui::{El, State},
};

/// Adds to a report, made with the same options, what antithesis is lacking.
pub type Judge = Rc<dyn Fn(&mut Report, &Options)>;

/// The judge for the page's check, and what is shown beside the findings. `None` if the table that this
/// version carries cannot be read.
pub fn couplets(desk: Desk) -> Option<(SendWrapper<Judge>, El)> {
    let memory = Rc::new(Memory::new(Table::baked()?));
    let judging = Rc::clone(&memory);
    let judge: Judge = Rc::new(move |report: &mut Report, options: &Options| {
        judging.judge(report, options);
    });
    let memory = State::new(SendWrapper::new(memory));
    Some((SendWrapper::new(judge), list::couplet_list(desk, memory)))
}
