//! The reader of a provider's bytes: what it reads may not depend on how they come in pieces.

use muse::{
    Error, Finish, Limits, Secret, Usage, Wire,
    wire::{reader::Reader, think::Part},
};

use crate::{choose, one_of};

/// An input is cut in two at about so many places. The seed says where they begin, so that with other seeds all are
/// tried.
const CUTS: usize = 16;
/// What the page's own limit cuts, it cuts after the piece in which the limit was passed. Shorter input stays below.
const MOST: usize = 12 << 10;

/// A byte for the format and one for the pieces; the rest is what comes.
pub fn run(mut data: &[u8]) {
    let wire = one_of(
        &[Wire::OpenAi, Wire::Anthropic, Wire::Gemini],
        choose(&mut data),
    );
    let seed = choose(&mut data);
    let data = &data[..data.len().min(MOST)];
    let whole = read(wire, [data]);
    assert!(whole.text.len() + whole.thinking.len() <= 3 * data.len());
    if let Err(error) = &whole.end {
        assert!(!error.code().is_empty());
    }
    assert_eq!(read(wire, data.chunks(1)), whole, "byte by byte");
    let step = 1 + data.len() / CUTS;
    for at in (seed % step..data.len()).step_by(step) {
        let (one, two) = data.split_at(at);
        assert_eq!(read(wire, [one, two]), whole, "cut at byte {at}");
    }
    assert_eq!(read(wire, pieces(data, seed)), whole, "in pieces by {seed}");
}

/// What came of an answer. Text and thinking each in order: where one ends and the other begins is the reader's.
#[derive(Debug, PartialEq)]
struct Read {
    text: String,
    thinking: String,
    end: Result<(Finish, Usage), Error>,
}

fn read<'a>(wire: Wire, pieces: impl IntoIterator<Item = &'a [u8]>) -> Read {
    let mut reader = Reader::new(wire, Secret::new("sk-0123456789"), Limits::default());
    let mut parts = Vec::new();
    let mut taken = Ok(());
    for piece in pieces {
        match reader.push(piece, &mut parts) {
            Ok(progress) if progress.ended => break,
            Ok(_) => {}
            Err(error) => {
                taken = Err(error);
                break;
            }
        }
    }
    let end = taken.and_then(|()| reader.finish(&mut parts));
    let (mut text, mut thinking) = (String::new(), String::new());
    for part in parts {
        match part {
            Part::Text(part) => text += &part,
            Part::Thinking(part) => thinking += &part,
        }
    }
    Read {
        text,
        thinking,
        end,
    }
}

/// Pieces of 0 to 12 bytes, by a seed.
fn pieces(mut data: &[u8], seed: usize) -> impl Iterator<Item = &[u8]> {
    let mut state = seed;
    std::iter::from_fn(move || {
        if data.is_empty() {
            return None;
        }
        state = state.wrapping_mul(31).wrapping_add(7);
        let (piece, rest) = data.split_at((state % 13).min(data.len()));
        data = rest;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_the_whole() {
        let data: Vec<u8> = (0..200).collect();
        for seed in 0..256 {
            assert_eq!(pieces(&data, seed).collect::<Vec<_>>().concat(), data);
        }
    }

    #[test]
    fn an_answer_is_read_whole() {
        let answer =
            b"data: {\"choices\":[{\"delta\":{\"content\":\"\xe8\xaf\x97\"}}]}\n\ndata: [DONE]\n\n";
        assert_eq!(read(Wire::OpenAi, [&answer[..]]).text, "诗");
        run(&[&[0, 1], &answer[..]].concat());
    }
}
