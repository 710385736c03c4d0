//! Google's `generateContent`.

use serde_json::{Value, json};

use super::{End, Shape, count};

pub(crate) struct Gemini;

impl Shape for Gemini {
    fn allowed(&self) -> &'static str {
        "content-type,x-goog-api-key"
    }

    fn key_header(&self) -> &'static str {
        "x-goog-api-key"
    }

    fn asked(&self, path: &str, body: &Value) -> (String, String) {
        let call = path.rsplit('/').next().unwrap_or_default();
        let (model, _) = call.split_once(':').unwrap_or_default();
        let turns = body["contents"].as_array();
        let last = turns.and_then(|t| t.last());
        let last = last.and_then(|t| t["parts"][0]["text"].as_str());
        (model.to_owned(), last.unwrap_or_default().to_owned())
    }

    fn text(&self, text: &str) -> String {
        event(&json!({ "candidates": [candidate(&json!([{ "text": text }]))] }))
    }

    fn thinking(&self, text: &str) -> String {
        let parts = json!([{ "text": text, "thought": true }]);
        event(&json!({ "candidates": [candidate(&parts)] }))
    }

    fn end(&self, end: End, text: &str) -> String {
        // A question that is held back has no candidate.
        if end == End::Filter {
            return event(&json!({ "promptFeedback": { "blockReason": "PROHIBITED_CONTENT" } }));
        }
        let reason = if end == End::Length {
            "MAX_TOKENS"
        } else {
            "STOP"
        };
        let last = json!({ "content": { "parts": [{ "text": "" }], "role": "model" },
                           "finishReason": reason, "index": 0 });
        event(&json!({ "candidates": [last], "usageMetadata": usage(text) }))
    }

    fn broken(&self, message: &str) -> String {
        let error = json!({ "error": { "message": message, "status": "UNKNOWN" } });
        format!("data: {error}\r\n\r\n")
    }

    fn object(&self, text: &str) -> Value {
        let mut whole = candidate(&json!([{ "text": text }]));
        whole["finishReason"] = "STOP".into();
        json!([{ "candidates": [whole], "usageMetadata": usage(text) }])
    }

    fn error(&self, status: u16, _: &str, message: &str) -> Value {
        let name = match status {
            401 => "UNAUTHENTICATED",
            403 => "PERMISSION_DENIED",
            404 => "NOT_FOUND",
            429 => "RESOURCE_EXHAUSTED",
            503 => "UNAVAILABLE",
            504 => "DEADLINE_EXCEEDED",
            500.. => "INTERNAL",
            _ => "INVALID_ARGUMENT",
        };
        json!({ "error": { "code": status, "message": message, "status": name } })
    }

    fn wrong_key(&self) -> (u16, Value) {
        let mut body = self.error(400, "", "API key not valid. Please pass a valid API key.");
        body["error"]["details"] = json!([{
            "@type": "type.googleapis.com/google.rpc.ErrorInfo",
            "reason": "API_KEY_INVALID", "domain": "googleapis.com",
        }]);
        (400, body)
    }

    fn quota(&self) -> (u16, Value) {
        (
            429,
            exhausted("GenerateRequestsPerDayPerProjectPerModel-FreeTier"),
        )
    }

    /// Its details say when to come again.
    fn retry_after(&self) -> Option<&'static str> {
        None
    }

    fn busy(&self) -> Value {
        exhausted("GenerateRequestsPerMinutePerProjectPerModel-FreeTier")
    }
}

/// 429 as it comes: one sentence for the quotas of a minute and of a day, and a wait with both.
fn exhausted(quota: &str) -> Value {
    let mut body = Gemini.error(
        429,
        "",
        "You exceeded your current quota, please check your plan and billing details.",
    );
    body["error"]["details"] = json!([
        { "@type": "type.googleapis.com/google.rpc.QuotaFailure",
          "violations": [{ "quotaId": quota }] },
        { "@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "1s" },
    ]);
    body
}

fn event(piece: &Value) -> String {
    format!("data: {piece}\r\n\r\n")
}

fn candidate(parts: &Value) -> Value {
    json!({ "content": { "parts": parts, "role": "model" }, "index": 0 })
}

fn usage(text: &str) -> Value {
    let written = count(text);
    json!({ "promptTokenCount": 100, "candidatesTokenCount": written,
            "totalTokenCount": 100 + written })
}
