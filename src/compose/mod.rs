//! Letting a model write: the brief, the run, what was said in it, what it changed; several models at
//! one task; a model's opinion; the versions.

pub mod aloud;
pub mod brief;
pub mod budget;
pub mod connection;
pub mod contest;
pub mod critique;
pub mod difference;
mod frame;
pub mod hand;
mod kept;
pub mod log;
pub mod panel;
pub mod phase;
pub mod polish;
pub mod rhyme;
pub mod run;
pub mod status;
pub mod talk;
pub mod tune;
pub mod words;
pub mod writer;
