//! 词: tunes and their forms, as the poets of Song and the Five Dynasties wrote them.
//!
//! The table (`data/tunes.bin`, see [`Tunes`]) was derived from their lyrics by `crates/corpus`, with the
//! evidence at every place. A page loads its bytes when they are first needed and hands them to
//! [`Tunes::from_bytes`]. [`check`] tells which tune a lyric is written to, and what stands out beside it;
//! [`template`] gives the pattern of a form to whoever wants to write one.

mod align;
mod as_report;
mod check;
mod choice;
mod fill;
mod fitting;
pub mod format;
mod lyric;
mod mixed;
mod options;
mod parse;
mod recognise;
mod report;
mod rhyming;
pub mod rules;
mod score;
mod source;
mod template;
mod tunes;
mod types;

pub use align::{Alignment, Step};
pub use check::{check, named, names_tune};
pub use choice::outweighs;
pub use fill::{Filled, fill};
pub use lyric::{Lyric, MOST_CHARACTERS, Mark, Sound};
pub use options::Options;
pub use recognise::{Known, Recognised, recognise};
pub use report::{CiChar, CiLine, CiReport, CiRhyme, Differences, FormSummary, RunnerUp};
pub use score::{Score, score};
pub use template::{Template, TemplateLine, TemplateRepeat, TemplateRhyme, template};
pub use tunes::Tunes;
pub use types::{
    Example, Form, FormLine, Name, Pause, Repeat, RhymeClass, RhymePlace, Slot, SlotClass, Tune,
};
