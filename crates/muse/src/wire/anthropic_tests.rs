use super::*;
use crate::{
    connection::Limits,
    error::Error,
    provider::{Provider, Wire},
    secret::Secret,
    wire::{
        format::request,
        reader::Reader,
        testing::{Read, read, same_however_cut, truncated, whole},
    },
};

const KEY: &str = "sk-ant-0123456789";

/// A stream as the documents have it: pings, thinking with its signature, text, counts at both ends.
const SAMPLE: &str = r#"event: message_start
data: {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","content":[],"model":"claude","stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":20,"cache_creation_input_tokens":3,"cache_read_input_tokens":4,"output_tokens":1}}}

event: content_block_start
data: {"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}

event: ping
data: {"type": "ping"}

event: content_block_delta
data: {"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"先想韵"}}

event: content_block_delta
data: {"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"EqQBCgIYAhIM"}}

event: content_block_stop
data: {"type":"content_block_stop","index":0}

event: content_block_start
data: {"type":"content_block_start","index":1,"content_block":{"type":"text","text":""}}

event: content_block_delta
data: {"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"白日依山尽，"}}

event: content_block_delta
data: {"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"黄河𠀀"}}

event: content_block_stop
data: {"type":"content_block_stop","index":1}

event: message_delta
data: {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":15}}

event: message_stop
data: {"type":"message_stop"}

"#;

const USAGE: Usage = Usage {
    prompt: 27,
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
    same_however_cut(Wire::Anthropic, SAMPLE, &expected());
    let crlf = SAMPLE.replace('\n', "\r\n");
    same_however_cut(Wire::Anthropic, &crlf, &expected());
}

#[test]
fn a_stream_may_end_at_any_byte() {
    truncated(Wire::Anthropic, SAMPLE, &expected());
}

#[test]
fn a_request_as_the_documents_have_it() {
    let provider = Provider::find("anthropic").unwrap();
    let connection = Connection::new(provider, "", "claude-x", Secret::new(KEY)).unwrap();
    let prompt = Prompt {
        system: "诗人".into(),
        user: "作诗".into(),
    };
    let request = request(&connection, &prompt);
    assert_eq!(request.url, "https://api.anthropic.com/v1/messages");
    assert_eq!(
        request.body,
        "{\"max_tokens\":8192,\"messages\":[{\"content\":\"作诗\",\"role\":\"user\"}],\
         \"model\":\"claude-x\",\"stream\":true,\"system\":\"诗人\"}"
    );
    let headers: Vec<_> = request
        .headers
        .iter()
        .map(|(n, v)| (*n, v.expose()))
        .collect();
    let expected = [
        ("Content-Type", "application/json"),
        ("anthropic-dangerous-direct-browser-access", "true"),
        ("anthropic-version", "2023-06-01"),
        ("x-api-key", KEY),
    ];
    assert_eq!(headers, expected);
    assert!(!format!("{request:?}").contains("0123"));
}

#[test]
fn an_address_with_its_version_gets_no_second_one() {
    let provider = Provider::find("anthropic").unwrap();
    for typed in [
        "https://a.cn/v1",
        "https://a.cn/v1/messages",
        "https://a.cn",
    ] {
        let connection = Connection::new(provider, typed, "m", Secret::new("k-1")).unwrap();
        assert_eq!(Anthropic.url(&connection), "https://a.cn/v1/messages");
    }
}

#[test]
fn an_answer_that_does_not_stream() {
    let body = r#"{"id":"msg_1","type":"message","role":"assistant","content":[
        {"type":"thinking","thinking":"先想韵","signature":"x"},
        {"type":"text","text":"白日依山尽，黄河𠀀"}],"stop_reason":"end_turn",
        "usage":{"input_tokens":23,"cache_read_input_tokens":4,"output_tokens":15}}"#;
    assert_eq!(whole(Wire::Anthropic, body), expected());
}

fn end(reason: &str) -> Result<(Finish, Usage), Error> {
    let text = SAMPLE.replace("end_turn", reason);
    whole(Wire::Anthropic, &text).end
}

#[test]
fn reasons_for_the_end() {
    let finish = |reason: &str| end(reason).unwrap().0;
    assert_eq!(finish("end_turn"), Finish::Stop);
    assert_eq!(finish("stop_sequence"), Finish::Stop);
    assert_eq!(finish("max_tokens"), Finish::Length);
    assert_eq!(finish("model_context_window_exceeded"), Finish::Length);
    assert_eq!(finish("refusal"), Finish::Filter);
}

#[test]
fn a_refusal_without_text_is_a_filter() {
    let body = r#"{"type":"message","content":[],"stop_reason":"refusal"}"#;
    assert_eq!(whole(Wire::Anthropic, body).end, Err(Error::Filtered));
}

#[test]
fn an_error_inside_a_stream() {
    for (kind, code) in [
        ("overloaded_error", "down"),
        ("api_error", "down"),
        ("rate_limit_error", "busy"),
        ("authentication_error", "key"),
        ("invalid_request_error", "inside"),
    ] {
        let error = format!(
            "event: error\ndata: {{\"type\":\"error\",\"error\":{{\"type\":\"{kind}\",\
             \"message\":\"坏了 {KEY}\"}}}}\n\n"
        );
        let begun = SAMPLE.split("event: content_block_stop").next().unwrap();
        for stream in [error.clone(), format!("{begun}{error}")] {
            let error = whole(Wire::Anthropic, &stream).end.unwrap_err();
            assert_eq!(error.code(), code, "{kind}");
            assert!(!error.to_string().contains(KEY), "{error}");
        }
    }
}

#[test]
fn pings_are_no_life_and_no_answer() {
    let mut reader = Reader::new(Wire::Anthropic, Secret::default(), Limits::default());
    let mut parts = Vec::new();
    for (bytes, alive) in [
        ("event: ping\ndata: {\"type\": \"ping\"}\n\n", false),
        (
            "data: {\"type\":\"message_start\",\"message\":{}}\n\n",
            true,
        ),
        ("event: ping\ndata: {\"type\": \"ping\"}\n\n", false),
    ] {
        let progress = reader.push(bytes.as_bytes(), &mut parts).unwrap();
        assert_eq!(progress.alive, alive, "{bytes}");
    }
    let pings = "event: ping\ndata: {\"type\": \"ping\"}\n\n".repeat(3);
    let end = whole(Wire::Anthropic, &pings).end;
    assert_eq!(end.unwrap_err().code(), "malformed");
}

#[test]
fn new_kinds_of_events_and_blocks_are_passed_over() {
    let extra = "event: news\ndata: {\"type\":\"news\",\"text\":\"x\"}\n\n\
                 data: {\"type\":\"content_block_delta\",\"index\":2,\
                 \"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"{\"}}\n\n";
    let stream = SAMPLE.replace(
        "event: message_delta",
        &format!("{extra}event: message_delta"),
    );
    assert_eq!(whole(Wire::Anthropic, &stream), expected());
}

#[test]
fn chat_completions_are_no_messages() {
    let other = "data: {\"choices\":[{\"delta\":{\"content\":\"白日\"}}]}\n\n";
    let read = read(Wire::Anthropic, [other.as_bytes()]);
    assert_eq!(read.end.unwrap_err().code(), "malformed");
}
