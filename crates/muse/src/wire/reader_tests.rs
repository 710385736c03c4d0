use std::fmt::Write;

use super::*;
use crate::wire::testing;

/// Text, thinking, end, of an answer that came in these chunks.
type Read = (String, String, Result<(Finish, Usage), Error>);

fn read<'a>(chunks: impl IntoIterator<Item = &'a [u8]>) -> Read {
    let testing::Read {
        text,
        thinking,
        end,
    } = testing::read_with("sk-0123456789", Wire::OpenAi, chunks);
    (text, thinking, end)
}

fn whole(text: &str) -> Read {
    read([text.as_bytes()])
}

fn delta(json: &str) -> String {
    format!("data: {{\"choices\":[{{\"delta\":{json}}}]}}\n\n")
}

const FINISH: &str = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
const USAGE: &str =
    "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":5}}\r\n\r\n";
const STOP: (Finish, Usage) = (
    Finish::Stop,
    Usage {
        prompt: 0,
        cached: 0,
        completion: 0,
    },
);

fn sample() -> String {
    [
        ": keep-alive\n\n",
        &delta(r#"{"role":"assistant","content":""}"#),
        &delta(r#"{"reasoning_content":"先想韵，"}"#),
        &delta(r#"{"content":"<th"}"#),
        &delta(r#"{"content":"ink>再想</think>白日"}"#),
        ": keep-alive\n\n",
        &delta(r#"{"content":"依山尽，𠀀"}"#),
        FINISH,
        USAGE,
        "data: [DONE]\n\n",
    ]
    .concat()
}

#[test]
fn a_sample_reads_the_same_however_it_is_cut() {
    let sample = sample();
    let bytes = sample.as_bytes();
    let expected: Read = (
        "白日依山尽，𠀀".into(),
        "先想韵，再想".into(),
        Ok((
            Finish::Stop,
            Usage {
                prompt: 7,
                cached: 0,
                completion: 5,
            },
        )),
    );
    assert_eq!(read([bytes]), expected);
    for at in 0..=bytes.len() {
        assert_eq!(
            read([&bytes[..at], &bytes[at..]]),
            expected,
            "cut at byte {at}"
        );
    }
    assert_eq!(read(bytes.chunks(1)), expected);
}

#[test]
fn a_sample_may_end_at_any_byte() {
    // Half a tag is text until its other half comes: a sample without tags.
    let sample = sample().replace("<th", "").replace("ink>再想</think>", "");
    let expected = testing::whole(Wire::OpenAi, &sample);
    assert_eq!(
        (&*expected.text, &*expected.thinking),
        ("白日依山尽，𠀀", "先想韵，")
    );
    testing::truncated(Wire::OpenAi, &sample, &expected);
}

#[test]
fn the_end_may_be_told_in_several_ways() {
    let text = delta(r#"{"content":"白日"}"#);
    assert_eq!(whole(&format!("{text}{FINISH}")).2, Ok(STOP));
    assert_eq!(whole(&format!("{text}data: [DONE]\n\n")).2, Ok(STOP));
    assert_eq!(whole(&format!("{text}data: [DONE]")).2, Ok(STOP));
    assert_eq!(whole(&text).2, Ok((Finish::Cut, Usage::default())));
    let half = format!("{text}data: {{\"choices\":[{{\"del");
    assert_eq!(
        whole(&half),
        (
            "白日".into(),
            String::new(),
            Ok((Finish::Cut, Usage::default()))
        )
    );
}

#[test]
fn one_object_instead_of_a_stream() {
    let body = r#"  {"choices":[{"message":{"content":"<think>想</think>白日",
                    "reasoning_content":"先"},"finish_reason":"stop"}],
                    "usage":{"prompt_tokens":1,"completion_tokens":2}}"#;
    let usage = Usage {
        prompt: 1,
        cached: 0,
        completion: 2,
    };
    let expected: Read = ("白日".into(), "先想".into(), Ok((Finish::Stop, usage)));
    assert_eq!(whole(body), expected);
    assert_eq!(read(body.as_bytes().chunks(1)), expected);
    assert_eq!(whole(&format!("\u{feff}{body}")), expected);
    assert_eq!(whole(&body[..100]).2, Err(Error::Broken));
}

#[test]
fn what_is_no_answer_is_named() {
    let error = |text: &str| whole(text).2.unwrap_err();
    assert_eq!(error("\n <!doctype html>"), Error::Html);
    assert_eq!(error(""), Error::Empty { thought: false });
    assert_eq!(
        error("hello"),
        Error::Malformed {
            said: "hello".into()
        }
    );
    assert_eq!(
        error("{\"ok\":1}"),
        Error::Malformed {
            said: "{\"ok\":1}".into()
        }
    );
    assert_eq!(error("{ok}").code(), "malformed");
    assert_eq!(error("data: {\"ok\":1}\n\n").code(), "malformed");
    assert_eq!(
        error("data: {ok\n\n"),
        Error::Malformed { said: "{ok".into() }
    );
    assert_eq!(
        error("data: sk-0123456789\n\n"),
        Error::Malformed {
            said: "******".into()
        }
    );
}

#[test]
fn an_error_inside_a_stream_or_an_object() {
    let error = |text: &str| whole(text).2.unwrap_err();
    let inside = Error::Inside {
        said: "坏了 ******".into(),
    };
    let json = r#"{"error":{"message":"坏了 sk-0123456789"}}"#;
    assert_eq!(error(&format!("data: {json}\n\n")), inside);
    assert_eq!(error(&format!("event: error\ndata: {json}\n\n")), inside);
    assert_eq!(error("event: error\ndata: 坏了 sk-0123456789\n\n"), inside);
    assert_eq!(
        error(&format!("{}{json}\n\n", delta(r#"{"content":"白"}"#))),
        inside
    );
    assert_eq!(error(json), inside);
    assert_eq!(
        error(r#"{"code":"Arrearage","message":"x"}"#).code(),
        "money"
    );
}

#[test]
fn an_empty_answer_says_why() {
    let thinking = delta(r#"{"reasoning_content":"想"}"#);
    let end = |reason: &str| {
        format!("data: {{\"choices\":[{{\"delta\":{{}},\"finish_reason\":\"{reason}\"}}]}}\n\n")
    };
    let error = |text: &str| whole(text).2.unwrap_err();
    assert_eq!(error(FINISH), Error::Empty { thought: false });
    assert_eq!(
        error(&format!("{thinking}{FINISH}")),
        Error::Empty { thought: true }
    );
    assert_eq!(
        error(&format!("{thinking}{}", end("length"))),
        Error::TooLong
    );
    assert_eq!(error(&end("content_filter")), Error::Filtered);
    assert_eq!(error(&thinking), Error::Broken);
    let blank = delta(r#"{"content":" \n"}"#);
    assert_eq!(
        error(&format!("{blank}{FINISH}")),
        Error::Empty { thought: false }
    );
}

#[test]
fn comments_and_white_space_are_no_life() {
    let mut reader = Reader::new(Wire::OpenAi, Secret::default(), Limits::default());
    let mut parts = Vec::new();
    for (bytes, alive) in [
        ("\n", false),
        (": keep-alive\n\n", false),
        ("data: {\"choices\":", false),
        ("[]}\n\n", true),
        (":\n\n", false),
        (FINISH, true),
    ] {
        let progress = reader.push(bytes.as_bytes(), &mut parts).unwrap();
        assert_eq!(progress.alive, alive, "{bytes:?}");
    }
    assert!(reader.has_finish() && !reader.has_begun());
}

#[test]
fn text_is_told_as_soon_as_its_event_is_whole() {
    let mut reader = Reader::new(Wire::OpenAi, Secret::default(), Limits::default());
    let mut parts = Vec::new();
    reader
        .push(delta(r#"{"content":"白"}"#).as_bytes(), &mut parts)
        .unwrap();
    assert_eq!(parts, [Part::Text("白".into())]);
}

#[test]
fn an_answer_without_end_is_cut() {
    let limits = Limits {
        text: 300,
        ..Limits::default()
    };
    let mut reader = Reader::new(Wire::OpenAi, Secret::default(), limits);
    let mut parts = Vec::new();
    let piece = delta(r#"{"content":"白日依山尽"}"#);
    let pushes = (1..1000)
        .find(|_| reader.push(piece.as_bytes(), &mut parts).unwrap().ended)
        .unwrap();
    assert_eq!(pushes, 300 / 15 + 1);
    assert_eq!(
        reader.finish(&mut parts),
        Ok((Finish::Length, Usage::default()))
    );
}

#[test]
fn thinking_without_end_is_cut() {
    let limits = Limits {
        wire: 5_000,
        ..Limits::default()
    };
    let mut reader = Reader::new(Wire::OpenAi, Secret::default(), limits);
    let mut parts = Vec::new();
    let piece = delta(r#"{"reasoning_content":"想来想去"}"#);
    assert!((1..100).any(|_| reader.push(piece.as_bytes(), &mut parts).unwrap().ended));
    assert_eq!(reader.finish(&mut parts), Err(Error::TooLong));
}

#[test]
fn a_line_or_an_object_without_end_is_given_up() {
    for begin in ["data: ", "{"] {
        let mut reader = Reader::new(Wire::OpenAi, Secret::default(), Limits::default());
        let mut parts = Vec::new();
        reader.push(begin.as_bytes(), &mut parts).unwrap();
        let chunk = vec![b'x'; 100_000];
        let end = (0..20).find_map(|_| reader.push(&chunk, &mut parts).err());
        assert_eq!(end, Some(Error::TooLong), "{begin}");
    }
}

#[test]
fn many_events_in_one_chunk_are_all_taken() {
    let mut text = String::new();
    for i in 0..500 {
        write!(
            text,
            "{}",
            delta(&format!("{{\"content\":\"{}\"}}", i % 10))
        )
        .unwrap();
    }
    assert_eq!(whole(&(text + FINISH)).0.len(), 500);
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

#[test]
fn any_bytes_read_the_same_however_they_are_cut() {
    let good = delta(r#"{"content":"白日<think>想</think>"}"#);
    let pieces: [&[u8]; 16] = [
        b"data: ",
        b"data:",
        b"\n",
        b"\r\n",
        b"\r",
        b": keep-alive\n\n",
        b"{\"choices\":[{\"delta\":{\"content\":\"",
        b"\"}}]}\n\n",
        b"{\"error\":{\"message\":\"x\"}}",
        b"event: error\n",
        b"data: [DONE]\n\n",
        b"<th",
        b"</think>",
        b"\xe7\x99\xbd\xff\xe7",
        "\u{feff}".as_bytes(),
        good.as_bytes(),
    ];
    let mut dice = Dice(7);
    for _ in 0..2000 {
        let bytes: Vec<u8> = (0..dice.roll(12))
            .flat_map(|_| pieces[dice.roll(pieces.len())])
            .copied()
            .collect();
        let whole = read([&bytes[..]]);
        let at = dice.roll(bytes.len() + 1);
        assert_eq!(
            read([&bytes[..at], &bytes[at..]]),
            whole,
            "{:?} cut at {at}",
            bytes.escape_ascii().to_string()
        );
        assert_eq!(
            read(bytes.chunks(1)),
            whole,
            "{:?}",
            bytes.escape_ascii().to_string()
        );
    }
}
