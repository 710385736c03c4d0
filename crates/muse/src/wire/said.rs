//! What a provider says about an error: found in its JSON, masked and shortened.

use std::time::Duration;

use serde_json::Value;

use crate::{secret::Secret, wire::status::seconds};

/// The longest text of a provider that is shown, in characters.
const LONGEST: usize = 200;

/// What an error body says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The sentence, safe to show; empty where there is none.
    pub text: String,
    /// The wait that its details ask for (Gemini; a page may not read most headers).
    pub retry_after: Option<Duration>,
    /// The codes and the sentence in lower case, to look for known words in. Not to be shown.
    words: String,
}

/// Words that mean: no money, or a quota used up. Waiting does not help against them.
const MONEY: [&str; 14] = [
    "insufficient_balance",
    "insufficient balance",
    "insufficient_quota",
    "insufficient quota",
    "insufficient_user_quota",
    "exceeded your current quota",
    "arrearage",
    "billing_not_active",
    "billing_hard_limit",
    "payment required",
    "credit balance is too low",
    "余额不足",
    "欠费",
    "额度已用尽",
];

/// Words that mean: the key is wrong, where the status does not say so.
const KEY: [&str; 7] = [
    "invalid_api_key",
    "invalid api key",
    "incorrect api key",
    "api_key_invalid",
    "invalid x-api-key",
    "authentication_error",
    "invalid_authentication",
];

/// Types of errors that pass, and their statuses.
const STATUSES: [(&str, u16); 4] = [
    ("overloaded_error", 529),
    ("rate_limit_error", 429),
    ("timeout_error", 504),
    ("api_error", 500),
];

impl Said {
    /// Reads an error body. A web page says nothing.
    pub fn read(body: &str, key: &Secret) -> Self {
        let body = body.trim();
        if body.starts_with('<') {
            return Self::default();
        }
        match serde_json::from_str::<Value>(body) {
            Ok(value) => Self::of_value(&value, key),
            Err(_) => Self::new(body, String::new(), key),
        }
    }

    /// Reads an error in JSON.
    pub fn of_value(value: &Value, key: &Secret) -> Self {
        let value = match value {
            Value::Array(items) => items.first().unwrap_or(value),
            _ => value,
        };
        let inner = [&value["error"], &value["errors"][0]]
            .into_iter()
            .find(|v| !v.is_null());
        let inner = inner.unwrap_or(value);
        let message = ["message", "msg", "error_msg", "detail", "error"]
            .into_iter()
            .find_map(|name| inner[name].as_str().or_else(|| value[name].as_str()))
            .or_else(|| inner.as_str())
            .unwrap_or_default();
        let mut words = String::new();
        for name in ["code", "type", "status"] {
            words += inner[name].as_str().unwrap_or_default();
            words.push(' ');
        }
        // Gemini's reasons and quotas stand in details of many shapes; only known words count.
        let mut retry_after = None;
        for detail in inner["details"].as_array().into_iter().flatten() {
            words += &detail.to_string();
            let delay = detail["retryDelay"].as_str();
            retry_after = delay
                .and_then(|d| seconds(d.trim_end_matches('s')))
                .or(retry_after);
        }
        Self {
            retry_after,
            ..Self::new(message, words, key)
        }
    }

    fn new(message: &str, mut words: String, key: &Secret) -> Self {
        words += message;
        words.make_ascii_lowercase();
        Self {
            text: shown(message, key),
            retry_after: None,
            words,
        }
    }

    /// Whether it says that there is no money. A quota that comes back soon is none: Gemini names
    /// those of a minute and of a day in the same sentence, and a wait with both.
    pub fn is_about_money(&self) -> bool {
        (self.retry_after.is_none() || self.words.contains("perday"))
            && MONEY.iter().any(|w| self.words.contains(w))
    }

    /// The status that its type stands for, where an error inside a stream has none (Anthropic).
    pub fn status(&self) -> Option<u16> {
        let kind = STATUSES.iter().find(|(word, _)| self.words.contains(word));
        kind.map(|(_, status)| *status)
    }

    /// Whether it says that the key is wrong.
    pub fn is_about_the_key(&self) -> bool {
        KEY.iter().any(|w| self.words.contains(w))
    }
}

/// A text of a provider, fit to be shown: masked, on one line, shortened.
pub fn shown(text: &str, key: &Secret) -> String {
    // Shortened roughly first, so that a huge text is not searched for the key. A key cut by it
    // would be masked by its part.
    let rough: String = text.chars().take(20 * LONGEST).collect();
    let spaced = |c: char| if c.is_control() { ' ' } else { c };
    let is_kept = |c: &char| verse::is_plain(*c) || c.is_whitespace();
    let visible: String = rough.chars().map(spaced).filter(is_kept).collect();
    // What is not seen is gone by now: it could stand between the characters of the key.
    let visible = key.mask_in(&visible);
    let mut line = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() > LONGEST {
        line = line.chars().take(LONGEST).chain(['…']).collect();
    }
    // It will stand within a sentence of the page: what is written from right to left is not to turn that.
    if line.chars().any(is_leftward) {
        return format!("\u{2068}{line}\u{2069}");
    }
    line
}

/// Whether a character may belong to a script that is written from right to left: the blocks of which
/// Unicode says so (`DerivedBidiClass`, the defaults).
const fn is_leftward(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(body: &str) -> String {
        Said::read(body, &Secret::new("sk-0123456789")).text
    }

    #[test]
    fn the_sentence_is_found_in_many_shapes() {
        for body in [
            r#"{"error":{"message":"No.","type":"x","code":null}}"#,
            r#"{"error":"No."}"#,
            r#"{"message":"No.","code":7}"#,
            r#"{"code":"Arrearage","message":"No."}"#,
            r#"{"error_code":6,"error_msg":"No."}"#,
            r#"{"detail":"No."}"#,
            r#"{"errors":[{"message":"No."}]}"#,
            r#"[{"error":{"message":"No."}}]"#,
            "No.",
            " No.\n",
        ] {
            assert_eq!(text(body), "No.", "{body}");
        }
    }

    #[test]
    fn a_web_page_and_nothing_say_nothing() {
        for body in [
            "",
            "<!doctype html><p>502",
            " <html>",
            "{}",
            "[]",
            "null",
            "{\"error\":null}",
        ] {
            assert_eq!(text(body), "", "{body}");
        }
    }

    #[test]
    fn the_key_is_masked_before_the_text_is_shortened() {
        assert_eq!(
            text(r#"{"error":{"message":"Incorrect API key provided: sk-0123456789."}}"#),
            "Incorrect API key provided: ******."
        );
        // Characters that nobody sees do not hide it.
        let hidden: String = "sk-0123456789"
            .chars()
            .flat_map(|c| [c, '\u{200b}'])
            .collect();
        assert_eq!(text(&hidden), "******");
        let long = format!("{}sk-0123456789", "x".repeat(195));
        assert_eq!(text(&long), format!("{}*****…", "x".repeat(195)));
    }

    #[test]
    fn long_and_many_lined_texts_are_shortened_to_one_line() {
        assert_eq!(text("a\n\tb\u{1b}c"), "a b c");
        assert_eq!(
            text(&"字".repeat(100_000)),
            format!("{}…", "字".repeat(200))
        );
    }

    #[test]
    fn what_turns_or_hides_a_sentence_does_not_come_through() {
        assert_eq!(
            text("\u{301}a\u{202e}b\u{2067}\u{200b}c\u{feff}\u{e000}d\u{300}\u{85}e"),
            "abcd e"
        );
        assert_eq!(text("No שלום."), "\u{2068}No שלום.\u{2069}");
    }

    /// As Google documents them.
    #[test]
    fn details_tell_the_reason_and_the_wait() {
        let said = |body: &str| Said::read(body, &Secret::default());
        let key = said(
            r#"{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.",
                "status":"INVALID_ARGUMENT","details":[
                {"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID"},
                {"@type":"type.googleapis.com/google.rpc.LocalizedMessage","locale":"en-US"}]}}"#,
        );
        assert!(key.is_about_the_key() && !key.is_about_money());
        let quota = |id: &str| {
            said(&format!(
                r#"{{"error":{{"code":429,"message":"You exceeded your current quota.",
                    "status":"RESOURCE_EXHAUSTED","details":[
                    {{"violations":[{{"quotaId":"Generate{id}PerProjectPerModel"}}]}},
                    {{"retryDelay":"36.5s"}}]}}}}"#
            ))
        };
        let minute = quota("RequestsPerMinute");
        assert_eq!(minute.retry_after, Some(Duration::from_secs(37)));
        assert!(!minute.is_about_money());
        assert!(quota("RequestsPerDay").is_about_money());
    }

    #[test]
    fn types_that_stand_for_a_status() {
        let status = |kind: &str| {
            let body = format!(r#"{{"type":"error","error":{{"type":"{kind}","message":"x"}}}}"#);
            Said::read(&body, &Secret::default()).status()
        };
        assert_eq!(status("overloaded_error"), Some(529));
        assert_eq!(status("rate_limit_error"), Some(429));
        assert_eq!(status("api_error"), Some(500));
        assert_eq!(status("invalid_request_error"), None);
    }

    #[test]
    fn known_words_are_told_apart() {
        let said = |body: &str| Said::read(body, &Secret::default());
        assert!(said(r#"{"error":{"code":"insufficient_quota","message":"x"}}"#).is_about_money());
        assert!(said(r#"{"code":"Arrearage","message":"x"}"#).is_about_money());
        assert!(said("Insufficient Balance").is_about_money());
        assert!(said(r#"{"error":{"message":"账户余额不足"}}"#).is_about_money());
        assert!(!said(r#"{"error":{"message":"Rate limit reached"}}"#).is_about_money());
        assert!(said(r#"{"error":{"code":"invalid_api_key"}}"#).is_about_the_key());
        assert!(!said(r#"{"error":{"message":"model"}}"#).is_about_the_key());
    }
}
