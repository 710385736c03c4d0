//! 吟窗 Yinchuang: a window to write regulated verse at.
//!
//! The page draws what `verse` says about a text and lets `muse` talk with a model. It decides
//! nothing about verse itself. What needs a browser is in [`browser`]; what is kept goes through
//! [`keep::Store`]; every word that a person reads is in [`i18n`], or comes from the two crates.

pub mod app;
pub mod browser;
pub mod compose;
pub mod couplets;
pub mod desk;
pub mod drafts;
mod entry;
pub mod hand;
pub mod i18n;
pub mod keep;
pub mod later;
pub mod learn;
pub mod lyrics;
pub mod persist;
pub mod rhymes;
pub mod settings;
pub mod share;
pub mod ui;
pub mod update;
pub mod view;
pub mod write;

pub use app::App;
pub use desk::Outside;
