//! The rules of Chinese regulated verse: text in, report out.
//!
//! No web, no clock, no randomness, no input or output: the page, the command line and the talk
//! with language models all ask the same [`check`].
//!
//! ```
//! let report = verse::check("白日依山尽，黄河入海流。欲穷千里目，更上一层楼。", &verse::Options::default());
//! assert_eq!(report.form.as_deref(), Some("五言绝句"));
//! assert_eq!(report.line_types(), "a B b A");
//! ```

pub mod antithesis;
mod beginning;
pub mod book;
mod bytes;
mod check;
pub mod ci;
mod clean;
pub mod diction;
pub mod fits;
pub mod form;
mod gap;
pub mod glosses;
pub mod lexicon;
pub mod line_type;
pub mod lookup;
pub mod mend;
pub mod options;
pub mod report;
pub mod rhymes;
pub mod rules;
mod scan;
pub mod slot;
pub mod sounds;
pub mod template;
mod text;
pub mod tone;
mod traditional;
mod words;

pub use beginning::beginning;
pub use book::{RhymeBook, RhymeGroup};
pub use check::check;
pub use clean::{clean, clean_at};
pub use fits::{Fit, fits};
pub use form::Form;
pub use line_type::LineType;
pub use lookup::{Lookup, lookup};
pub use mend::{Mend, mends};
pub use options::{Language, Options, Pin, Strictness};
pub use report::{
    Alternative, Char, Chars, DecidedBy, Finding, Kind, Line, Report, Rhyme, Severity, Slot,
};
pub use rhymes::{RhymeWord, rhymes};
pub use slot::{SlotAdvice, slot};
pub use sounds::{SoundWord, sounds};
pub use template::{Opening, Template, template};
pub use text::unseen::{is_piled, is_plain, is_unseen};
pub use tone::{Tone, ToneClass};
pub use traditional::{in_language, traditional, traditional_gloss, traditional_group};
