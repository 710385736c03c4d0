//! 词: tunes and their forms, as the poets of Song and the Five Dynasties wrote them.
//!
//! The table (`data/tunes.bin`, see [`Tunes`]) was derived from their lyrics by `crates/corpus`, with the
//! evidence at every place. A page loads its bytes when they are first needed and hands them to
//! [`Tunes::from_bytes`].

pub mod format;
mod lyric;
mod parse;
mod rhyming;
mod score;
mod tunes;
mod types;

pub use lyric::{Lyric, MOST_CHARACTERS, Mark, Sound};
pub use score::{Score, score};
pub use tunes::Tunes;
pub use types::{
    Example, Form, FormLine, Name, Pause, Repeat, RhymeClass, RhymePlace, Slot, SlotClass, Tune,
};
