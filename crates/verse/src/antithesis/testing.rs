//! The table of this version, for tests.

use std::sync::OnceLock;

use super::{Antithesis, Table};

/// Its bytes.
pub(super) const BYTES: &[u8] = include_bytes!("../../data/antithesis.bin");

/// The table.
pub(crate) fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| Table::baked().unwrap())
}

/// The score of two lines divided by a comma.
#[track_caller]
pub(super) fn score(couplet: &str) -> Antithesis {
    let (opening, closing) = couplet.split_once('，').unwrap();
    table().score(opening, closing).unwrap()
}
