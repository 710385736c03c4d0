//! Words at hand: characters and words that poets would put into some places of a poem, the smallest
//! changes that mend a line, lines of poets that are like one, and what of a poem poets have written
//! before.
//!
//! What goes together was learnt from octaves; the table of it (`data/diction.bin`, see [`Diction`]) is
//! not read by [`crate::check`]. A page fetches its bytes when somebody first asks for words.

mod example;
pub mod format;
mod like;
mod line;
mod mend;
mod model;
mod offers;
mod quotations;
mod shapes;
mod store;
mod table;
#[cfg(test)]
pub(crate) mod testing;
mod theme;
mod words;

pub use like::Likeness;
pub use mend::{LineMend, Replacement};
pub use offers::{Offer, Span, Wanted};
pub use quotations::Quotation;
pub use store::Quote;
pub use table::{Diction, SIZE};
pub use theme::Theme;
