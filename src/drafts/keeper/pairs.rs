//! What stands in the database under the id of a draft.

use crate::drafts::{
    base::Pair,
    record::{Body, Head, read},
};

/// What stands under a key cannot be read.
pub(super) struct Foreign;

pub(super) fn draft_of(pair: &Pair) -> Result<Option<(Head, Body)>, Foreign> {
    let Some(head) = &pair.head else {
        return Ok(None);
    };
    let head = read(head, Head::from_json).ok_or(Foreign)?;
    let body = match &pair.body {
        Some(body) => read(body, Body::from_json).ok_or(Foreign)?,
        None => Body::default(),
    };
    Ok(Some((head, body)))
}

pub(super) fn pair_of((head, body): &(Head, Body)) -> Pair {
    Pair {
        head: Some(head.to_json().to_string()),
        body: Some(body.to_json().to_string()),
    }
}
