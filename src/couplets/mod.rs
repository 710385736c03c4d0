//! How the lines of each couplet answer each other. Fetched, with its table, once somebody writes.

mod list;
mod words;

use std::rc::Rc;

use send_wrapper::SendWrapper;
use verse::{Options, Report, antithesis::Table};

use crate::{
    desk::Desk,
    ui::{El, State},
};

/// Adds to a report, made with the same options, what antithesis is lacking.
pub type Judge = Rc<dyn Fn(&mut Report, &Options)>;

/// The judge for the page's check, and what is shown beside the findings. `None` if the table that this
/// version carries cannot be read.
pub fn couplets(desk: Desk) -> Option<(SendWrapper<Judge>, El)> {
    let table = Rc::new(Table::baked()?);
    let judging = Rc::clone(&table);
    let judge: Judge = Rc::new(move |report: &mut Report, options: &Options| {
        judging.judge(report, options);
    });
    let table = State::new(SendWrapper::new(table));
    Some((SendWrapper::new(judge), list::couplet_list(desk, table)))
}
