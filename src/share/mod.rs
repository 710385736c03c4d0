//! Giving a poem away.

pub mod card;
pub mod designs;
pub mod letters;
pub mod link;
