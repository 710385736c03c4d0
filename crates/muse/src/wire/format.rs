//! What the ways to talk with a provider have in common, and the request that they share.

use serde_json::{Map, Value};

use crate::{
    connection::Connection,
    prompt::Prompt,
    provider::Wire,
    secret::Secret,
    transport::Request,
    wire::{Finish, Usage, anthropic::Anthropic, gemini::Gemini, openai::OpenAi},
};

/// A wire format: where a request goes, what it holds, and what stands in a piece of its answer.
/// Error bodies are read alike for all of them ([`Said`](crate::wire::said::Said)): gateways mix
/// the formats, above all there.
pub trait Format {
    /// The whole address of a request. It never holds the key.
    fn url(&self, connection: &Connection) -> String;
    /// The body of a request whose answer streams.
    fn body(&self, connection: &Connection, prompt: &Prompt) -> Map<String, Value>;
    /// Reads one event of a stream; of an answer that does not stream, all of it.
    fn read(&self, value: &Value) -> Piece;
}

impl Wire {
    /// The format.
    pub fn format(self) -> &'static dyn Format {
        match self {
            Self::OpenAi => &OpenAi,
            Self::Anthropic => &Anthropic,
            Self::Gemini => &Gemini,
        }
    }
}

/// What one piece of an answer holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// Whether it has the shape of an answer at all.
    pub is_answer: bool,
    /// Whether it only keeps the line open.
    pub is_idle: bool,
    /// Whether nothing comes after it.
    pub is_last: bool,
    /// Text.
    pub text: String,
    /// Thinking that comes in a field of its own.
    pub thinking: String,
    /// Why the answer ends here.
    pub finish: Option<Finish>,
    /// The tokens so far. What it does not count is 0.
    pub usage: Option<Usage>,
}

/// The request for an answer that streams: what the provider demands, and nothing else. Hosts
/// refuse a page for one header too many.
pub fn request(connection: &Connection, prompt: &Prompt) -> Request {
    let provider = connection.provider;
    let format = provider.wire.format();
    let mut body = format.body(connection, prompt);
    for (name, value) in &provider.extra {
        body.insert(name.clone(), value.clone());
    }
    let mut headers = vec![("Content-Type", Secret::new("application/json"))];
    headers.extend(own_headers(connection));
    Request {
        url: format.url(connection),
        headers,
        body: Value::Object(body).to_string(),
    }
}

/// The headers that the provider demands of every request, the key's among them.
pub(super) fn own_headers(connection: &Connection) -> Vec<(&'static str, Secret)> {
    let provider = connection.provider;
    let mut headers = Vec::new();
    for (name, value) in &provider.headers {
        headers.push((name.as_str(), Secret::new(value)));
    }
    if !connection.key.is_empty() {
        headers.push(if provider.key_header.is_empty() {
            let bearer = ["Bearer ", connection.key.expose()].concat();
            ("Authorization", Secret::new(&bearer))
        } else {
            (provider.key_header.as_str(), connection.key.clone())
        });
    }
    headers
}

/// A count of tokens that may be missing.
pub(super) fn count(value: &Value) -> u64 {
    value.as_u64().unwrap_or(0)
}

/// One turn of a conversation, or another object of two texts.
pub(super) fn pair(first: (&str, &str), second: (&str, Value)) -> Value {
    let mut map = Map::new();
    map.insert(first.0.to_owned(), first.1.into());
    map.insert(second.0.to_owned(), second.1);
    Value::Object(map)
}
