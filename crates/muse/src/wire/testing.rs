//! Reading a whole answer in tests, cut in every way.

use crate::{
    connection::Limits,
    error::Error,
    provider::Wire,
    secret::Secret,
    wire::{Finish, Usage, reader::Progress, reader::Reader, think::Part},
};

/// What came of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    pub text: String,
    pub thinking: String,
    pub end: Result<(Finish, Usage), Error>,
}

/// Reads an answer that came in these chunks.
pub fn read<'a>(wire: Wire, chunks: impl IntoIterator<Item = &'a [u8]>) -> Read {
    read_with("sk-ant-0123456789", wire, chunks)
}

/// Reads an answer to a request that was made with this key.
pub fn read_with<'a>(key: &str, wire: Wire, chunks: impl IntoIterator<Item = &'a [u8]>) -> Read {
    let mut reader = Reader::new(wire, Secret::new(key), Limits::default());
    let mut parts = Vec::new();
    let mut result = Ok(Progress::default());
    for chunk in chunks {
        result = reader.push(chunk, &mut parts);
        if result.as_ref().map_or(true, |p| p.ended) {
            break;
        }
    }
    let end = result.and_then(|_| reader.finish(&mut parts));
    let (mut text, mut thinking) = (String::new(), String::new());
    for part in parts {
        match part {
            Part::Text(t) => text += &t,
            Part::Thinking(t) => thinking += &t,
        }
    }
    Read {
        text,
        thinking,
        end,
    }
}

/// Reads an answer that came at once.
pub fn whole(wire: Wire, text: &str) -> Read {
    read(wire, [text.as_bytes()])
}

/// The answer reads as expected: at once, in two chunks cut at every byte, byte by byte.
pub fn same_however_cut(wire: Wire, sample: &str, expected: &Read) {
    let bytes = sample.as_bytes();
    assert_eq!(&read(wire, [bytes]), expected);
    for at in 0..=bytes.len() {
        let read = read(wire, [&bytes[..at], &bytes[at..]]);
        assert_eq!(&read, expected, "cut at byte {at}");
    }
    assert_eq!(&read(wire, bytes.chunks(1)), expected);
}

/// The answer ends early at every byte: never more than the whole, never less than before, and
/// where text has come it is kept.
pub fn truncated(wire: Wire, sample: &str, whole: &Read) {
    let bytes = sample.as_bytes();
    let mut before = 0;
    for at in 0..bytes.len() {
        let read = read(wire, [&bytes[..at]]);
        assert!(whole.text.starts_with(&read.text), "ended at byte {at}");
        assert!(whole.thinking.starts_with(&read.thinking));
        let told = read.text.len() + read.thinking.len();
        assert!(told >= before, "ended at byte {at}");
        before = told;
        match &read.end {
            Ok((Finish::Stop, _)) => assert_eq!(read.text, whole.text, "ended at byte {at}"),
            Ok((finish, _)) => assert!(*finish == Finish::Cut && !read.text.is_empty()),
            Err(error) => {
                let code = error.code();
                assert!(["broken", "malformed", "empty"].contains(&code), "{code}");
                assert!(read.text.is_empty(), "ended at byte {at}");
            }
        }
    }
    assert_eq!(before, whole.text.len() + whole.thinking.len());
}
