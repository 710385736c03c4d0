//! Google's `generateContent`.

use serde_json::{Map, Value};

use crate::{
    connection::Connection,
    prompt::Prompt,
    wire::{
        Finish, Usage,
        format::{Format, Piece, count, pair},
    },
};

/// The format.
#[derive(Clone, Copy, Debug)]
pub struct Gemini;

impl Format for Gemini {
    fn url(&self, connection: &Connection) -> String {
        let model = &connection.model;
        let mut path = "/models/".to_owned();
        encode(model.strip_prefix("models/").unwrap_or(model), &mut path);
        // Without `alt=sse` one JSON array would come, at the end.
        path += ":streamGenerateContent?alt=sse";
        connection.address.versioned("/v1beta", &path)
    }

    fn body(&self, _: &Connection, prompt: &Prompt) -> Map<String, Value> {
        let mut body = Map::new();
        let mut system = Map::new();
        system.insert("parts".into(), parts(&prompt.system));
        body.insert("systemInstruction".into(), system.into());
        let turn = pair(("role", "user"), ("parts", parts(&prompt.user)));
        body.insert("contents".into(), vec![turn].into());
        body
    }

    fn read(&self, value: &Value) -> Piece {
        let candidate = &value["candidates"][0];
        let mut piece = Piece {
            finish: candidate["finishReason"].as_str().and_then(finish),
            usage: usage(&value["usageMetadata"]),
            ..Piece::default()
        };
        for part in candidate["content"]["parts"]
            .as_array()
            .into_iter()
            .flatten()
        {
            let text = part["text"].as_str().unwrap_or_default();
            if part["thought"].as_bool() == Some(true) {
                piece.thinking += text;
            } else {
                piece.text += text;
            }
        }
        // The question itself was held back: there is no candidate then.
        let is_blocked = value["promptFeedback"]["blockReason"].is_string();
        if is_blocked {
            piece.finish = Some(Finish::Filter);
        }
        piece.is_answer = is_blocked || candidate.is_object() || piece.usage.is_some();
        piece
    }
}

/// A list of one part.
fn parts(text: &str) -> Value {
    let mut part = Map::new();
    part.insert("text".into(), text.into());
    vec![Value::Object(part)].into()
}

/// Adds a text to a path, so that nothing in it can end the path or leave it.
fn encode(text: &str, path: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            path.push(byte.into());
        } else {
            path.push('%');
            for digit in [byte >> 4, byte & 15] {
                path.push(HEX[usize::from(digit)].into());
            }
        }
    }
}

fn finish(reason: &str) -> Option<Finish> {
    Some(match reason {
        "" | "FINISH_REASON_UNSPECIFIED" => return None,
        "STOP" => Finish::Stop,
        "MAX_TOKENS" => Finish::Length,
        // It gave up, and does not say why.
        "OTHER" | "LANGUAGE" => Finish::Cut,
        // SAFETY, RECITATION, BLOCKLIST, PROHIBITED_CONTENT, SPII, and what may be added.
        _ => Finish::Filter,
    })
}

fn usage(value: &Value) -> Option<Usage> {
    value.as_object()?;
    Some(Usage {
        prompt: count(&value["promptTokenCount"]),
        cached: count(&value["cachedContentTokenCount"]),
        completion: count(&value["candidatesTokenCount"]) + count(&value["thoughtsTokenCount"]),
    })
}

#[cfg(test)]
#[path = "gemini_tests.rs"]
mod tests;
