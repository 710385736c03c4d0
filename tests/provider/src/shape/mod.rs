//! The shapes in which providers answer.

mod anthropic;
mod gemini;
mod openai;

use serde_json::Value;

/// How an answer ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Stop,
    Length,
    Filter,
}

/// A wire format, as its documents have it.
pub(crate) trait Shape: Send + Sync {
    /// The headers that a page may send, as a browser is told. Real providers have such lists, too.
    fn allowed(&self) -> &'static str;
    /// The header that holds the key.
    fn key_header(&self) -> &'static str;
    /// The model and the last words of a request. `path` is its path.
    fn asked(&self, path: &str, body: &Value) -> (String, String);
    /// What comes before the first piece of text.
    fn begin(&self) -> String {
        String::new()
    }
    /// What only keeps the line open.
    fn keepalive(&self) -> String {
        ": keep-alive\n\n".to_owned()
    }
    /// A piece of text.
    fn text(&self, text: &str) -> String;
    /// A piece of thinking.
    fn thinking(&self, text: &str) -> String;
    /// The reason of the end and the count of tokens, a token a character.
    fn end(&self, end: End, text: &str) -> String;
    /// An error inside a stream.
    fn broken(&self, message: &str) -> String;
    /// The whole answer as one object.
    fn object(&self, text: &str) -> Value;
    /// The body of an error. `kind` is OpenAI's code for it; empty where it has none.
    fn error(&self, status: u16, kind: &str, message: &str) -> Value;
    /// The status and the body, where a key is wrong.
    fn wrong_key(&self) -> (u16, Value);
    /// The status and the body, where a quota is used up.
    fn quota(&self) -> (u16, Value);
    /// The header `retry-after` of 429.
    fn retry_after(&self) -> Option<&'static str> {
        Some("1")
    }
    /// The body of 429.
    fn busy(&self) -> Value {
        self.error(429, "rate_limit_exceeded", "too many requests")
    }
}

pub(crate) use anthropic::Anthropic;
pub(crate) use gemini::Gemini;
pub(crate) use openai::OpenAi;

/// The number of characters.
fn count(text: &str) -> usize {
    text.chars().count()
}
