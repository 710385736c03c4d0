use super::*;
use crate::{
    error::Error,
    provider::{Provider, Wire},
    secret::Secret,
    wire::{
        format::request,
        testing::{Read, same_however_cut, truncated, whole},
    },
};

const KEY: &str = "AIza-0123456789";

/// A stream as it comes: thoughts, text, and the counts with every piece; no `[DONE]`.
const SAMPLE: &str = "data: {\"candidates\": [{\"content\": {\"parts\": [{\"text\": \"先想韵\",\
\"thought\": true}],\"role\": \"model\"},\"index\": 0}],\"usageMetadata\": {\"promptTokenCount\": 20,\
\"totalTokenCount\": 26,\"thoughtsTokenCount\": 6},\"modelVersion\": \"gemini-x\",\"responseId\": \"r\"}\r\n\r\n\
data: {\"candidates\": [{\"content\": {\"parts\": [{\"text\": \"白日依山尽，\"}],\"role\": \"model\"},\
\"index\": 0}],\"usageMetadata\": {\"promptTokenCount\": 20,\"candidatesTokenCount\": 5,\
\"totalTokenCount\": 31,\"thoughtsTokenCount\": 6},\"modelVersion\": \"gemini-x\"}\r\n\r\n\
data: {\"candidates\": [{\"content\": {\"parts\": [{\"text\": \"黄河𠀀\"}],\"role\": \"model\"},\
\"finishReason\": \"STOP\",\"index\": 0,\"safetyRatings\": [{\"category\": \"HARM_CATEGORY_HARASSMENT\",\
\"probability\": \"NEGLIGIBLE\"}]}],\"usageMetadata\": {\"promptTokenCount\": 20,\
\"cachedContentTokenCount\": 4,\"candidatesTokenCount\": 9,\"totalTokenCount\": 35,\
\"thoughtsTokenCount\": 6},\"modelVersion\": \"gemini-x\"}\r\n\r\n";

const USAGE: Usage = Usage {
    prompt: 20,
    cached: 4,
    completion: 15,
};

fn expected() -> Read {
    Read {
        text: "白日依山尽，黄河𠀀".into(),
        thinking: "先想韵".into(),
        end: Ok((Finish::Stop, USAGE)),
    }
}

#[test]
fn a_stream_reads_the_same_however_it_is_cut() {
    same_however_cut(Wire::Gemini, SAMPLE, &expected());
    let lf = SAMPLE.replace("\r\n", "\n");
    same_however_cut(Wire::Gemini, &lf, &expected());
}

#[test]
fn a_stream_may_end_at_any_byte() {
    truncated(Wire::Gemini, SAMPLE, &expected());
}

fn connection(base_url: &str, model: &str) -> Connection {
    let provider = Provider::find("gemini").unwrap();
    Connection::new(provider, base_url, model, Secret::new(KEY)).unwrap()
}

#[test]
fn a_request_as_the_documents_have_it() {
    let prompt = Prompt {
        system: "诗人".into(),
        user: "作诗".into(),
    };
    let request = request(&connection("", "gemini-2.5-flash"), &prompt);
    assert_eq!(
        request.url,
        "https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash\
         :streamGenerateContent?alt=sse"
    );
    assert_eq!(
        request.body,
        "{\"contents\":[{\"parts\":[{\"text\":\"作诗\"}],\"role\":\"user\"}],\
         \"systemInstruction\":{\"parts\":[{\"text\":\"诗人\"}]}}"
    );
    let headers: Vec<_> = request
        .headers
        .iter()
        .map(|(n, v)| (*n, v.expose()))
        .collect();
    let expected = [
        ("Content-Type", "application/json"),
        ("x-goog-api-key", KEY),
    ];
    assert_eq!(headers, expected);
    assert!(!format!("{request:?}").contains("0123"));
}

#[test]
fn a_model_stays_inside_its_part_of_the_path() {
    let url = |base: &str, model: &str| Gemini.url(&connection(base, model));
    let asked = ":streamGenerateContent?alt=sse";
    for (base, model, expected) in [
        (
            "https://a.cn",
            "models/m-1",
            "https://a.cn/v1beta/models/m-1",
        ),
        ("https://a.cn/v1", "m_1", "https://a.cn/v1/models/m_1"),
        (
            "https://a.cn",
            "../x?key=1#/诗",
            "https://a.cn/v1beta/models/..%2Fx%3Fkey%3D1%23%2F%E8%AF%97",
        ),
    ] {
        assert_eq!(url(base, model), format!("{expected}{asked}"));
    }
}

#[test]
fn an_answer_that_does_not_stream() {
    let pieces: Vec<&str> = SAMPLE
        .split("data: ")
        .map(str::trim)
        .filter(|p| !p.is_empty())
        .collect();
    let list = format!("[{}]", pieces.join("\n,\r\n"));
    assert_eq!(whole(Wire::Gemini, &list), expected());
    let one = r#"{"candidates":[{"content":{"parts":[{"text":"想","thought":true},
        {"text":"白日"}]},"finishReason":"MAX_TOKENS"}]}"#;
    let read = whole(Wire::Gemini, one);
    assert_eq!((&read.text[..], &read.thinking[..]), ("白日", "想"));
    assert_eq!(read.end.unwrap().0, Finish::Length);
}

#[test]
fn reasons_for_the_end() {
    let finish = |reason: &str| {
        let text = SAMPLE.replace("STOP", reason);
        whole(Wire::Gemini, &text).end.unwrap().0
    };
    assert_eq!(finish("MAX_TOKENS"), Finish::Length);
    for reason in [
        "SAFETY",
        "RECITATION",
        "BLOCKLIST",
        "PROHIBITED_CONTENT",
        "SPII",
    ] {
        assert_eq!(finish(reason), Finish::Filter, "{reason}");
    }
    assert_eq!(finish("OTHER"), Finish::Cut);
    assert_eq!(finish("FINISH_REASON_UNSPECIFIED"), Finish::Cut);
}

#[test]
fn what_is_held_back_is_a_filter() {
    for piece in [
        r#"{"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"},"usageMetadata":{"promptTokenCount":9}}"#,
        r#"{"candidates":[{"finishReason":"SAFETY","index":0,"safetyRatings":[]}]}"#,
    ] {
        let stream = format!("data: {piece}\r\n\r\n");
        assert_eq!(whole(Wire::Gemini, &stream).end, Err(Error::Filtered));
        assert_eq!(whole(Wire::Gemini, piece).end, Err(Error::Filtered));
    }
}

#[test]
fn only_thoughts_up_to_the_limit_are_too_long() {
    let stream = "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"想\",\"thought\":true}]}}]}\n\n\
                  data: {\"candidates\":[{\"finishReason\":\"MAX_TOKENS\"}]}\n\n";
    assert_eq!(whole(Wire::Gemini, stream).end, Err(Error::TooLong));
}

#[test]
fn an_error_inside_a_stream() {
    for (code, name) in [(503, "down"), (429, "busy"), (403, "key"), (400, "refused")] {
        let error =
            format!("{{\"error\":{{\"code\":{code},\"message\":\"坏了\",\"status\":\"X\"}}}}");
        let begun = &SAMPLE[..SAMPLE.find("\r\n\r\n").unwrap() + 4];
        for stream in [
            error.clone(),
            format!("[{error}]"),
            format!("data: {error}\r\n\r\n"),
            format!("{begun}data: {error}\r\n\r\n"),
        ] {
            let error = whole(Wire::Gemini, &stream).end.unwrap_err();
            assert_eq!(error.code(), name, "{stream}");
        }
    }
}
