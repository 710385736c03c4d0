//! Anthropic's messages.

use serde_json::{Value, json};

use super::{End, Shape, count};

pub(crate) struct Anthropic;

impl Shape for Anthropic {
    fn allowed(&self) -> &'static str {
        "content-type,x-api-key,anthropic-version,anthropic-dangerous-direct-browser-access"
    }

    fn key_header(&self) -> &'static str {
        "x-api-key"
    }

    fn asked(&self, path: &str, body: &Value) -> (String, String) {
        super::OpenAi.asked(path, body)
    }

    fn begin(&self) -> String {
        let message = json!({
            "id": "msg_1", "type": "message", "role": "assistant", "content": [], "model": "m",
            "stop_reason": null, "stop_sequence": null,
            "usage": { "input_tokens": 60, "cache_read_input_tokens": 40,
                       "cache_creation_input_tokens": 0, "output_tokens": 1 },
        });
        event("message_start", json!({ "message": message })) + &self.keepalive()
    }

    fn keepalive(&self) -> String {
        event("ping", json!({}))
    }

    fn text(&self, text: &str) -> String {
        delta(1, &json!({ "type": "text_delta", "text": text }))
    }

    fn thinking(&self, text: &str) -> String {
        delta(0, &json!({ "type": "thinking_delta", "thinking": text }))
    }

    fn end(&self, end: End, text: &str) -> String {
        let reason = match end {
            End::Stop => "end_turn",
            End::Length => "max_tokens",
            End::Filter => "refusal",
        };
        let fields = json!({
            "delta": { "stop_reason": reason, "stop_sequence": null },
            "usage": { "output_tokens": count(text) },
        });
        [
            event("content_block_stop", json!({ "index": 1 })),
            event("message_delta", fields),
            event("message_stop", json!({})),
        ]
        .concat()
    }

    fn broken(&self, message: &str) -> String {
        let error = json!({ "type": "engine_error", "message": message });
        event("error", json!({ "error": error }))
    }

    fn object(&self, text: &str) -> Value {
        json!({
            "id": "msg_1", "type": "message", "role": "assistant",
            "content": [{ "type": "text", "text": text }],
            "stop_reason": "end_turn",
            "usage": { "input_tokens": 100, "output_tokens": count(text) },
        })
    }

    fn error(&self, status: u16, _: &str, message: &str) -> Value {
        let kind = match status {
            401 => "authentication_error",
            402 => "billing_error",
            403 => "permission_error",
            404 => "not_found_error",
            413 => "request_too_large",
            429 => "rate_limit_error",
            504 => "timeout_error",
            529 => "overloaded_error",
            500.. => "api_error",
            _ => "invalid_request_error",
        };
        json!({ "type": "error", "error": { "type": kind, "message": message }, "request_id": "r" })
    }

    fn wrong_key(&self) -> (u16, Value) {
        (401, self.error(401, "", "invalid x-api-key"))
    }

    fn quota(&self) -> (u16, Value) {
        let message = "Your credit balance is too low to access the Anthropic API.";
        (400, self.error(400, "", message))
    }
}

/// A named event, its name in the data too.
fn event(name: &str, mut fields: Value) -> String {
    fields["type"] = name.into();
    format!("event: {name}\ndata: {fields}\n\n")
}

fn delta(index: u64, delta: &Value) -> String {
    event(
        "content_block_delta",
        json!({ "index": index, "delta": delta }),
    )
}
