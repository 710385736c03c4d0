//! Which models a provider has, by its own word.

use serde_json::Value;

use super::{
    Link,
    ask::{Watch, refusal, transport_error},
    race::next,
};
use crate::{
    error::Error,
    transport::TransportError,
    wire::{
        models::{read, request},
        said::{Said, shown},
        status,
    },
};

/// The bytes of a list that are taken. The longest known, of a gateway, has less than one million.
const LARGEST: usize = 4 << 20;

/// Asks for the names of the provider's models, in alphabetical order. Nothing is tried twice. The
/// connection needs no model ([`Connection::without_model`](crate::Connection::without_model)).
///
/// # Errors
/// Why there is no list; [`Error::TooLong`] for one that has no end.
pub async fn models(link: Link<'_>) -> Result<Vec<String>, Error> {
    let connection = link.connection;
    let mut watch = Watch::new(link);
    let response = watch
        .wait(link.transport.get(request(connection)))
        .await?
        .map_err(|e| transport_error(e, connection));
    let mut response = response?;
    if !(200..300).contains(&response.status) {
        return Err(refusal(&mut response, &mut watch).await?);
    }
    let mut body = Vec::new();
    while let Some(chunk) = watch.wait(next(response.body.as_mut())).await? {
        let bytes = chunk.map_err(|e| match e {
            TransportError::Offline => Error::Offline,
            _ => Error::Broken,
        })?;
        if body.len() + bytes.len() > LARGEST {
            return Err(Error::TooLong);
        }
        // White space without end is no sign of life.
        if bytes.iter().any(|b| !b.is_ascii_whitespace()) {
            watch.sign_of_life(false);
        }
        body.extend_from_slice(&bytes);
    }
    let text = String::from_utf8_lossy(&body);
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.starts_with('<') {
        return Err(Error::Html);
    }
    let malformed = || Error::Malformed {
        said: shown(text, &connection.key),
    };
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) if error.is_eof() && !text.is_empty() => return Err(Error::Broken),
        Err(_) => return Err(malformed()),
    };
    if !value["error"].is_null() {
        let said = Said::of_value(&value, &connection.key);
        return Err(status::error_inside(&value, said));
    }
    read(&value, &connection.key).ok_or_else(malformed)
}

#[cfg(test)]
#[path = "models_tests.rs"]
mod tests;
