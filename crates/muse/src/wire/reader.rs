//! Reads one answer from its bytes, whatever its shape: a stream of events, or one JSON object
//! from a provider that does not stream.

use serde_json::Value;

use crate::{
    connection::Limits,
    error::Error,
    provider::Wire,
    secret::Secret,
    wire::{
        Finish, Usage,
        format::Piece,
        said::{Said, shown},
        sse::{LONGEST, SseDecoder, SseEvent},
        status,
        think::{Part, ThinkSplitter},
    },
};

/// What a push did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Payload came, not only comments and white space.
    pub alive: bool,
    /// The answer is complete; nothing more need be read.
    pub ended: bool,
}

/// The state between two chunks of one answer.
#[derive(Debug)]
pub struct Reader {
    wire: Wire,
    key: Secret,
    limits: Limits,
    shape: Shape,
    /// The beginning of what came, to show where nothing can be made of it.
    head: Vec<u8>,
    splitter: ThinkSplitter,
    is_answer: bool,
    thought: bool,
    text: usize,
    bytes: usize,
    finish: Option<Finish>,
    usage: Usage,
    ended: bool,
}

#[derive(Debug)]
enum Shape {
    /// Nothing but white space yet.
    Unknown,
    Events(SseDecoder),
    Object(Vec<u8>),
}

/// Whether a byte before the first payload says nothing: white space, or part of a byte order mark.
const fn is_blank(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, 0xef | 0xbb | 0xbf)
}

/// How much of the beginning is kept.
const HEAD: usize = 600;

impl Reader {
    /// A reader for one answer. The key is masked in what the provider says.
    pub fn new(wire: Wire, key: Secret, limits: Limits) -> Self {
        Self {
            wire,
            key,
            limits,
            shape: Shape::Unknown,
            head: Vec::new(),
            splitter: ThinkSplitter::default(),
            is_answer: false,
            thought: false,
            text: 0,
            bytes: 0,
            finish: None,
            usage: Usage::default(),
            ended: false,
        }
    }

    /// Whether the provider has said why the answer ended. Only the count of tokens may follow.
    pub const fn has_finish(&self) -> bool {
        self.finish.is_some()
    }

    /// Whether text or thinking has come.
    pub const fn has_begun(&self) -> bool {
        self.text > 0 || self.thought
    }

    /// Takes bytes; text and thinking are added to `parts`.
    ///
    /// # Errors
    /// What the provider reports inside its answer, or that it is none.
    pub fn push(&mut self, bytes: &[u8], parts: &mut Vec<Part>) -> Result<Progress, Error> {
        let room = HEAD.saturating_sub(self.head.len()).min(bytes.len());
        self.head.extend_from_slice(&bytes[..room]);
        self.bytes = self.bytes.saturating_add(bytes.len());
        let mut bytes = bytes;
        if matches!(self.shape, Shape::Unknown) {
            // What goes before the first payload is skipped, however it is cut.
            bytes = &bytes[bytes.iter().take_while(|b| is_blank(**b)).count()..];
            match bytes.first() {
                None => return Ok(Progress::default()),
                Some(b'<') => return Err(Error::Html),
                Some(b'{' | b'[') => self.shape = Shape::Object(Vec::new()),
                Some(_) => self.shape = Shape::Events(SseDecoder::default()),
            }
        }
        let mut progress = Progress::default();
        match &mut self.shape {
            Shape::Object(body) => {
                progress.alive = bytes.iter().any(|b| !b.is_ascii_whitespace());
                if body.len() + bytes.len() > LONGEST {
                    return Err(Error::TooLong);
                }
                body.extend_from_slice(bytes);
            }
            Shape::Events(decoder) => {
                let mut events = Vec::new();
                let taken = decoder.push(bytes, &mut events);
                for event in events {
                    progress.alive |= self.take_event(&event, parts)?;
                }
                taken.map_err(|_| Error::TooLong)?;
            }
            Shape::Unknown => {}
        }
        if !self.ended && (self.text > self.limits.text || self.bytes > self.limits.wire) {
            self.finish = Some(Finish::Length);
            self.ended = true;
        }
        progress.ended = self.ended;
        Ok(progress)
    }

    /// The bytes have ended, or enough has been read. The last parts are added to `parts`.
    ///
    /// # Errors
    /// As [`Self::push`]; also if what came holds no text.
    pub fn finish(&mut self, parts: &mut Vec<Part>) -> Result<(Finish, Usage), Error> {
        match std::mem::replace(&mut self.shape, Shape::Unknown) {
            Shape::Object(body) => self.take_object(&String::from_utf8_lossy(&body), parts)?,
            Shape::Events(mut decoder) => {
                let mut events = Vec::new();
                // What is overlong here is a line that the end cut; the answer is what came before.
                let _ = decoder.finish(&mut events);
                // So is a last event that is not whole.
                events.retain(|e| {
                    e.data == "[DONE]" || serde_json::from_str::<Value>(&e.data).is_ok()
                });
                for event in events {
                    self.take_event(&event, parts)?;
                }
            }
            Shape::Unknown => {}
        }
        let before = parts.len();
        self.splitter.finish(parts);
        self.note(&parts[before..]);
        let finish = self.finish.unwrap_or(Finish::Cut);
        if self.text == 0 {
            return Err(match finish {
                _ if !self.is_answer && self.head.iter().any(|b| !b.is_ascii_whitespace()) => {
                    self.malformed(&String::from_utf8_lossy(&self.head))
                }
                Finish::Filter => Error::Filtered,
                Finish::Cut if self.is_answer => Error::Broken,
                Finish::Length if self.thought => Error::TooLong,
                _ => Error::Empty {
                    thought: self.thought,
                },
            });
        }
        Ok((finish, self.usage))
    }

    /// The tokens that the provider has counted so far.
    pub const fn usage(&self) -> Usage {
        self.usage
    }

    /// Takes one event. Tells whether it is a sign of life.
    fn take_event(&mut self, event: &SseEvent, parts: &mut Vec<Part>) -> Result<bool, Error> {
        let data = event.data.trim();
        if self.ended || data.is_empty() {
            return Ok(!data.is_empty());
        }
        if data == "[DONE]" {
            self.is_answer = true;
            self.end();
            return Ok(true);
        }
        let Ok(value) = serde_json::from_str::<Value>(data) else {
            return Err(if event.name == "error" {
                Error::Inside {
                    said: shown(data, &self.key),
                }
            } else {
                self.malformed(data)
            });
        };
        self.take_value(&value, event.name == "error", parts)
    }

    fn take_object(&mut self, body: &str, parts: &mut Vec<Part>) -> Result<(), Error> {
        let Ok(value) = serde_json::from_str::<Value>(body) else {
            // Cut amid the object, or no JSON at all.
            return Err(match serde_json::from_str::<Value>(body) {
                Err(e) if e.is_eof() => Error::Broken,
                _ => self.malformed(body),
            });
        };
        // Gemini's answer is a list of pieces where a gateway drops its `alt=sse`.
        let pieces = match &value {
            Value::Array(pieces) => &pieces[..],
            _ => std::slice::from_ref(&value),
        };
        for piece in pieces {
            // `{"code": …, "message": …}` and no answer is how some gateways put an error.
            let error = piece["message"].is_string() && !self.read(piece).is_answer;
            self.take_value(piece, error, parts)?;
        }
        if self.is_answer {
            Ok(())
        } else {
            Err(self.malformed(body))
        }
    }

    fn take_value(
        &mut self,
        value: &Value,
        is_error: bool,
        parts: &mut Vec<Part>,
    ) -> Result<bool, Error> {
        if is_error || !value["error"].is_null() {
            return Err(status::error_inside(
                value,
                Said::of_value(value, &self.key),
            ));
        }
        let piece = self.read(value);
        self.is_answer |= piece.is_answer;
        self.finish = piece.finish.or(self.finish);
        if let Some(usage) = piece.usage {
            self.usage.raise(usage);
        }
        if piece.is_last {
            self.end();
        }
        let before = parts.len();
        if !piece.thinking.is_empty() {
            parts.push(Part::Thinking(piece.thinking));
        }
        self.splitter.push(&piece.text, parts);
        self.note(&parts[before..]);
        Ok(!piece.is_idle)
    }

    fn read(&self, value: &Value) -> Piece {
        self.wire.format().read(value)
    }

    /// The provider says that nothing more comes.
    fn end(&mut self) {
        self.finish.get_or_insert(Finish::Stop);
        self.ended = true;
    }

    fn note(&mut self, parts: &[Part]) {
        for part in parts {
            match part {
                // White space alone is no text: many models begin with it after thinking.
                Part::Text(text) if self.text > 0 || !text.trim().is_empty() => {
                    self.text = self.text.saturating_add(text.len());
                }
                Part::Text(_) => {}
                Part::Thinking(_) => self.thought = true,
            }
        }
    }

    fn malformed(&self, text: &str) -> Error {
        Error::Malformed {
            said: shown(text, &self.key),
        }
    }
}

#[cfg(test)]
#[path = "reader_tests.rs"]
mod tests;
