//! OpenAI's chat completions, which most providers took over.

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
pub struct OpenAi;

impl Format for OpenAi {
    fn url(&self, connection: &Connection) -> String {
        [connection.address.base(), "/chat/completions"].concat()
    }

    fn body(&self, connection: &Connection, prompt: &Prompt) -> Map<String, Value> {
        let mut body = Map::new();
        body.insert("model".into(), connection.model.as_str().into());
        let turn = |role: &str, text: &str| pair(("role", role), ("content", text.into()));
        let turns = vec![turn("system", &prompt.system), turn("user", &prompt.user)];
        body.insert("messages".into(), turns.into());
        body.insert("stream".into(), true.into());
        if connection.provider.usage_on_request {
            let mut options = Map::new();
            options.insert("include_usage".into(), true.into());
            body.insert("stream_options".into(), options.into());
        }
        body
    }

    fn read(&self, value: &Value) -> Piece {
        let usage = value["usage"].as_object().map(|_| usage(&value["usage"]));
        let choice = &value["choices"][0];
        let delta = if choice["delta"].is_object() {
            &choice["delta"]
        } else {
            &choice["message"]
        };
        let thinking = match &delta["reasoning_content"] {
            Value::Null => &delta["reasoning"],
            other => other,
        };
        Piece {
            is_answer: value["choices"].is_array() || usage.is_some(),
            text: text(&delta["content"]),
            thinking: text(thinking),
            finish: choice["finish_reason"].as_str().and_then(finish),
            usage,
            ..Piece::default()
        }
    }
}

/// A text, or a list of parts with texts.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(parts) => parts.iter().filter_map(|p| p["text"].as_str()).collect(),
        _ => String::new(),
    }
}

fn finish(reason: &str) -> Option<Finish> {
    match reason {
        "" => None,
        "length" | "max_tokens" => Some(Finish::Length),
        "content_filter" | "sensitive" => Some(Finish::Filter),
        // The provider gave up amid the answer (DeepSeek; OpenRouter).
        "insufficient_system_resource" | "error" => Some(Finish::Cut),
        _ => Some(Finish::Stop),
    }
}

fn usage(value: &Value) -> Usage {
    Usage {
        prompt: count(&value["prompt_tokens"]),
        cached: count(&value["prompt_cache_hit_tokens"])
            .max(count(&value["prompt_tokens_details"]["cached_tokens"])),
        completion: count(&value["completion_tokens"]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{provider::Provider, secret::Secret, wire::format::request};

    fn prompt() -> Prompt {
        Prompt {
            system: "诗人".into(),
            user: "作诗".into(),
        }
    }

    fn connection(id: &str, key: &str) -> Connection {
        let provider = Provider::find(id).unwrap();
        let base_url = "https://a.cn/v1";
        Connection::new(provider, base_url, "m1", Secret::new(key)).unwrap()
    }

    #[test]
    fn a_request_to_deepseek() {
        let request = request(&connection("deepseek", "sk-1"), &prompt());
        assert_eq!(request.url, "https://a.cn/v1/chat/completions");
        assert_eq!(
            request.body,
            "{\"messages\":[{\"content\":\"诗人\",\"role\":\"system\"},\
             {\"content\":\"作诗\",\"role\":\"user\"}],\"model\":\"m1\",\"stream\":true,\
             \"stream_options\":{\"include_usage\":true},\"thinking\":{\"type\":\"disabled\"}}"
        );
        let headers: Vec<_> = request
            .headers
            .iter()
            .map(|(n, v)| (*n, v.expose()))
            .collect();
        let expected = [
            ("Content-Type", "application/json"),
            ("Authorization", "Bearer sk-1"),
        ];
        assert_eq!(headers, expected);
    }

    #[test]
    fn an_unknown_host_gets_the_bare_minimum() {
        let request = request(&connection("custom", ""), &prompt());
        let body: Value = serde_json::from_str(&request.body).unwrap();
        let fields: Vec<&String> = body.as_object().unwrap().keys().collect();
        assert_eq!(fields, ["messages", "model", "stream"]);
        assert_eq!(request.headers.len(), 1);
    }

    #[test]
    fn the_key_stands_in_one_header_and_is_not_printed() {
        let request = request(&connection("deepseek", "sk-0123456789"), &prompt());
        assert!(!request.url.contains("0123") && !request.body.contains("0123"));
        assert!(!format!("{request:?}").contains("0123"));
    }

    fn read(json: &str) -> Piece {
        OpenAi.read(&serde_json::from_str(json).unwrap())
    }

    #[test]
    fn pieces_of_a_stream() {
        let piece = read(r#"{"choices":[{"delta":{"content":"白"},"finish_reason":null}]}"#);
        assert_eq!(
            piece,
            Piece {
                is_answer: true,
                text: "白".into(),
                ..Piece::default()
            }
        );
        let piece = read(r#"{"choices":[{"delta":{"content":null,"reasoning_content":"想"}}]}"#);
        assert_eq!((piece.text.as_str(), piece.thinking.as_str()), ("", "想"));
        assert_eq!(
            read(r#"{"choices":[{"delta":{"reasoning":"想"}}]}"#).thinking,
            "想"
        );
        let parts = r#"{"choices":[{"delta":{"content":[{"type":"text","text":"白"}]}}]}"#;
        assert_eq!(read(parts).text, "白");
    }

    #[test]
    fn an_answer_that_does_not_stream() {
        let piece = read(
            r#"{"choices":[{"message":{"content":"白日"},"finish_reason":"stop"}],
                "usage":{"prompt_tokens":3,"completion_tokens":2}}"#,
        );
        assert_eq!(
            (piece.text.as_str(), piece.finish),
            ("白日", Some(Finish::Stop))
        );
        assert_eq!(
            piece.usage,
            Some(Usage {
                prompt: 3,
                cached: 0,
                completion: 2
            })
        );
    }

    #[test]
    fn reasons_for_the_end() {
        let reason =
            |r: &str| read(&format!(r#"{{"choices":[{{"finish_reason":"{r}"}}]}}"#)).finish;
        assert_eq!(reason(""), None);
        assert_eq!(reason("stop"), Some(Finish::Stop));
        assert_eq!(reason("length"), Some(Finish::Length));
        assert_eq!(reason("content_filter"), Some(Finish::Filter));
        assert_eq!(reason("insufficient_system_resource"), Some(Finish::Cut));
        assert_eq!(reason("tool_calls"), Some(Finish::Stop));
    }

    #[test]
    fn tokens_with_both_names_of_the_cache() {
        let usage = |json: &str| read(&format!(r#"{{"choices":[],"usage":{json}}}"#)).usage;
        let expected = Some(Usage {
            prompt: 9,
            cached: 4,
            completion: 5,
        });
        let deepseek = r#"{"prompt_tokens":9,"completion_tokens":5,"prompt_cache_hit_tokens":4}"#;
        let openai = r#"{"prompt_tokens":9,"completion_tokens":5,
                         "prompt_tokens_details":{"cached_tokens":4}}"#;
        assert_eq!((usage(deepseek), usage(openai)), (expected, expected));
        assert_eq!(usage("null"), None);
    }

    #[test]
    fn what_is_no_answer() {
        for json in [
            "{}",
            "[]",
            "7",
            "\"a\"",
            r#"{"choices":7}"#,
            r#"{"id":"x"}"#,
        ] {
            assert_eq!(read(json), Piece::default(), "{json}");
        }
    }
}
