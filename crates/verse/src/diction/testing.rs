//! The table of this version, for tests.

use std::sync::OnceLock;

use super::Diction;

/// Its bytes.
pub(crate) const BYTES: &[u8] = include_bytes!("../../data/diction.bin");

/// The table.
pub(crate) fn table() -> &'static Diction {
    static TABLE: OnceLock<Diction> = OnceLock::new();
    TABLE.get_or_init(|| Diction::from_bytes(BYTES).unwrap())
}
