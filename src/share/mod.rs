//! Giving a poem away.

pub mod letters;
