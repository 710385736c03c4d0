//! What the desk takes from the stores.

use super::Notice;
use crate::{
    keep::{Found, Kept, Store, load},
    ui::State,
};

/// Takes what was kept; notes what could not be read, and which names may not be written to.
pub fn take<T: Kept>(
    store: &dyn Store,
    notice: State<Option<Notice>>,
    closed: State<Vec<&'static str>>,
) -> Option<T> {
    match load::<T>(store) {
        Found::Value(value) => Some(value),
        Found::Nothing => None,
        Found::SetAside(_) => {
            notice.set(Some(Notice::SetAside));
            None
        }
        Found::Refused => {
            closed.change(|closed| closed.push(T::NAME));
            notice.set(Some(Notice::NotKept));
            None
        }
    }
}
