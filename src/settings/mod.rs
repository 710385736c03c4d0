//! Choosing: how the check goes, the provider and its key, the look and the language of the page.

pub mod gone;
mod inquiry;
pub mod key;
pub mod keyring;
pub mod lock;
pub mod look;
pub mod models;
pub mod other_host;
pub mod panel;
pub mod provider;
pub mod rules;
pub mod seal;
pub mod trial;
pub mod words;
