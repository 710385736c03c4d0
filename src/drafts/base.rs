//! The database, as the drafts see it: two texts under each key, changed together or not at all.

use muse::LocalBoxFuture;

/// The key of the log of what was said to models. No draft has it for an id.
pub const LOG: &str = "log";

/// What stands under a key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pair {
    /// The head of a draft.
    pub head: Option<String>,
    /// Its body, or the log.
    pub body: Option<String>,
}

/// Makes of what stands under a key what shall stand there. `None` takes a text away.
pub type Change = Box<dyn FnOnce(Pair) -> Pair>;

/// Why the database does not do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The browser has none for this page: it is switched off, or the window is a private one.
    Denied,
    /// There is no room left.
    Full,
    /// A later version of the page has written it in its own way.
    Later,
    /// The browser has not opened it yet: another page does not let go of it.
    Slow,
    /// Anything else.
    Broken,
}

/// A database.
pub trait Base {
    /// All heads.
    fn heads(&self) -> LocalBoxFuture<'static, Result<Vec<String>, Failure>>;

    /// What stands under a key.
    fn read(&self, key: String) -> LocalBoxFuture<'static, Result<Pair, Failure>>;

    /// Changes what stands under a key. Nobody else writes between reading and writing.
    fn change(&self, key: String, change: Change) -> LocalBoxFuture<'static, Result<(), Failure>>;
}
