//! Every request of a run: what was asked and why, what was answered, what came of it.

pub mod recorder;
mod shelf;
mod view;

pub use shelf::{keep, open};
pub use view::calls;
