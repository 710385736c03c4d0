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

/// The same, as far as it can be read: of a draft whose past is broken, or of a later page, the text is in the head.
pub(super) fn legible(pair: &Pair) -> Option<(Head, Body)> {
    match draft_of(pair) {
        Ok(found) => found,
        Err(Foreign) => {
            let head = read(pair.head.as_ref()?, Head::from_json)?;
            Some((head, Body::default()))
        }
    }
}

pub(super) fn pair_of((head, body): &(Head, Body)) -> Pair {
    Pair {
        head: Some(head.to_json().to_string()),
        body: Some(body.to_json().to_string()),
    }
}
