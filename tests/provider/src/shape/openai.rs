//! OpenAI's chat completions.

use serde_json::{Value, json};

use super::{End, Shape, count};

pub(crate) struct OpenAi;

impl Shape for OpenAi {
    fn allowed(&self) -> &'static str {
        "authorization,content-type"
    }

    fn key_header(&self) -> &'static str {
        "authorization"
    }

    fn asked(&self, _: &str, body: &Value) -> (String, String) {
        let messages = body["messages"].as_array();
        let last = messages.and_then(|m| m.last());
        let last = last.and_then(|m| m["content"].as_str());
        let model = body["model"].as_str().unwrap_or_default();
        (model.to_owned(), last.unwrap_or_default().to_owned())
    }

    fn text(&self, text: &str) -> String {
        event(&json!({ "content": text }), None)
    }

    fn thinking(&self, text: &str) -> String {
        event(&json!({ "reasoning_content": text }), None)
    }

    fn end(&self, end: End, text: &str) -> String {
        let reason = match end {
            End::Stop => "stop",
            End::Length => "length",
            End::Filter => "content_filter",
        };
        let usage = json!({ "choices": [], "usage": usage(text) });
        let finish = event(&json!({}), Some(reason));
        format!("{finish}data: {usage}\n\ndata: [DONE]\n\n")
    }

    fn broken(&self, message: &str) -> String {
        let error = json!({ "error": { "message": message, "type": "server" } });
        format!("data: {error}\n\n")
    }

    fn object(&self, text: &str) -> Value {
        json!({
            "object": "chat.completion",
            "choices": [{
                "index": 0,
                "message": { "role": "assistant", "content": text },
                "finish_reason": "stop",
            }],
            "usage": usage(text),
        })
    }

    fn error(&self, _: u16, kind: &str, message: &str) -> Value {
        let code = if kind.is_empty() {
            Value::Null
        } else {
            kind.into()
        };
        json!({ "error": { "message": message, "type": "error", "code": code } })
    }

    fn wrong_key(&self) -> (u16, Value) {
        let message = "Incorrect API key provided.";
        (401, self.error(401, "invalid_api_key", message))
    }

    fn quota(&self) -> (u16, Value) {
        let message = "You exceeded your current quota.";
        (429, self.error(429, "insufficient_quota", message))
    }
}

/// One event of a stream.
fn event(delta: &Value, finish: Option<&str>) -> String {
    let piece = json!({
        "object": "chat.completion.chunk",
        "choices": [{ "index": 0, "delta": delta, "finish_reason": finish }],
    });
    format!("data: {piece}\n\n")
}

fn usage(text: &str) -> Value {
    let completion = count(text);
    json!({ "prompt_tokens": 100, "completion_tokens": completion, "total_tokens": 100 + completion })
}
