//! Letting a model write: the brief, the run, its rounds, the versions.

pub mod brief;
pub mod budget;
pub mod hand;
pub mod panel;
pub mod polish;
pub mod rhyme;
pub mod rounds;
pub mod run;
pub mod status;
pub mod versions;
