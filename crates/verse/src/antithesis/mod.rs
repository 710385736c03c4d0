//! 对仗: how well the two lines of a couplet answer each other, place by place.
//!
//! What answers what was learnt from the second and third couplets of octaves; the table of it
//! (`data/antithesis.bin`, see [`Table`]) is not read by [`crate::check`]. A page loads its bytes after
//! it can be used and hands them to [`Table::from_bytes`].
//!
//! A couplet is scored wherever it stands; which couplets must be antithetical is said by
//! [`is_asked`], [`findings`] gives what a poem lacks, and [`Table::judge`] adds that to a report.

mod borrowed;
mod category;
mod couplet;
mod explain;
pub mod figures;
mod findings;
mod flowing;
pub mod format;
mod judge;
mod memory;
mod model;
mod pair;
mod synonyms;
mod table;
#[cfg(test)]
pub(crate) mod testing;

pub use category::Category;
pub use couplet::Antithesis;
pub use findings::{Found, NO_ANTITHESIS, SYNONYMOUS_ANTITHESIS, findings, is_asked};
pub use memory::Memory;
pub use pair::{Pair, Reason};
pub use table::Table;
