//! Anthropic's messages. A provider of this format has `max_tokens` among its extra fields, for
//! the format demands it.

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
pub struct Anthropic;

impl Format for Anthropic {
    fn url(&self, connection: &Connection) -> String {
        connection.address.versioned("/v1", "/messages")
    }

    fn body(&self, connection: &Connection, prompt: &Prompt) -> Map<String, Value> {
        let mut body = Map::new();
        body.insert("model".into(), connection.model.as_str().into());
        body.insert("system".into(), prompt.system.as_str().into());
        let turn = pair(("role", "user"), ("content", prompt.user.as_str().into()));
        body.insert("messages".into(), vec![turn].into());
        body.insert("stream".into(), true.into());
        body
    }

    fn read(&self, value: &Value) -> Piece {
        let mut piece = Piece {
            is_answer: true,
            ..Piece::default()
        };
        match value["type"].as_str() {
            Some("ping") => {
                piece = Piece {
                    is_idle: true,
                    ..Piece::default()
                }
            }
            Some("message_start") => piece.usage = usage(&value["message"]["usage"]),
            Some("content_block_start") => take(&value["content_block"], &mut piece),
            Some("content_block_delta") => take(&value["delta"], &mut piece),
            Some("message_delta") => {
                piece.finish = finish(&value["delta"]["stop_reason"]);
                piece.usage = usage(&value["usage"]);
            }
            Some("message_stop") => piece.is_last = true,
            // An answer that does not stream.
            Some("message") => {
                for block in value["content"].as_array().into_iter().flatten() {
                    take(block, &mut piece);
                }
                piece.finish = finish(&value["stop_reason"]);
                piece.usage = usage(&value["usage"]);
            }
            Some("content_block_stop") => {}
            // Kinds of events may be added; they are no answer by themselves.
            _ => piece.is_answer = false,
        }
        piece
    }
}

/// Takes text and thinking of a block, or of what is added to one. Signatures and calls of tools
/// are neither.
fn take(block: &Value, piece: &mut Piece) {
    piece.text += block["text"].as_str().unwrap_or_default();
    piece.thinking += block["thinking"].as_str().unwrap_or_default();
}

fn finish(reason: &Value) -> Option<Finish> {
    Some(match reason.as_str()? {
        "max_tokens" | "model_context_window_exceeded" => Finish::Length,
        "refusal" => Finish::Filter,
        _ => Finish::Stop,
    })
}

/// What came from the cache or went into it is not counted among the input here; elsewhere it is.
fn usage(value: &Value) -> Option<Usage> {
    value.as_object()?;
    let cached = count(&value["cache_read_input_tokens"]);
    Some(Usage {
        prompt: count(&value["input_tokens"])
            + count(&value["cache_creation_input_tokens"])
            + cached,
        cached,
        completion: count(&value["output_tokens"]),
    })
}

#[cfg(test)]
#[path = "anthropic_tests.rs"]
mod tests;
