//! Everything that only a browser has: storage, network, time, the window.

mod awaited;
pub mod channel;
pub mod clipboard;
pub mod clock;
pub mod database;
pub mod fetch;
pub mod file;
pub mod focus;
pub mod keys;
pub mod offer;
pub mod page;
pub mod pointer;
pub mod storage;
pub mod style;
pub mod timer;
pub mod typing;
pub mod undo;
pub mod vault;
pub mod viewport;
