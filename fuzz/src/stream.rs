//! The reader of a provider's bytes: what it reads may not depend on how they come in pieces.

use muse::{
    Error, Finish, Limits, Secret, Usage, Wire,
    wire::{reader::Reader, think::Part},
};

use crate::{choose, one_of};

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
    assert_eq!(read(wire, pieces(data, seed)), whole, "in pieces by {seed}");
}

/// The same bytes in all formats and, in each, in many pieces: the engine tries what it likes of these, the replay all.
pub fn ways(data: &[u8]) -> Vec<Vec<u8>> {
    let with = |(wire, seed): (u8, u8)| {
        let mut data = data.to_vec();
        for (byte, new) in data.iter_mut().zip([wire, seed]) {
            *byte = new;
        }
        data
    };
    let seeds = (0..=255).step_by(37);
    let all = seeds.flat_map(|seed| (0..3).map(move |wire| (wire, seed)));
    all.map(with).collect()
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

/// The bytes in pieces. Seeds of four kinds: each byte by itself; two pieces, cut somewhere; pieces of 1 to 3 bytes, fewer
/// than a character has; pieces of 0 to 12.
fn pieces(mut data: &[u8], seed: usize) -> impl Iterator<Item = &[u8]> {
    let (kind, seed) = (seed % 4, seed / 4);
    // With the length, so that inputs of many lengths are cut everywhere.
    let cut = (seed * 37 + data.len()) % (data.len() + 1);
    let mut state = seed;
    let mut first = true;
    std::iter::from_fn(move || {
        if data.is_empty() {
            return None;
        }
        state = state.wrapping_mul(31).wrapping_add(7);
        let size = match kind {
            0 => 1,
            1 if first => cut,
            1 => data.len(),
            2 => 1 + state % 3,
            _ => state % 13,
        };
        first = false;
        let (piece, rest) = data.split_at(size.min(data.len()));
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
        assert_eq!(pieces(&data, 0).count(), 200);
        assert_eq!(pieces(&data, 5).count(), 2);
    }

    #[test]
    fn the_same_bytes_in_all_ways() {
        let ways = ways(&[9, 9, 1, 2]);
        assert_eq!(ways.len(), 21);
        assert_eq!(ways[4], [1, 37, 1, 2]);
        assert_eq!(super::ways(&[]).len(), 21);
    }

    #[test]
    fn an_answer_is_read_whole() {
        let answer =
            b"data: {\"choices\":[{\"delta\":{\"content\":\"\xe8\xaf\x97\"}}]}\n\ndata: [DONE]\n\n";
        assert_eq!(read(Wire::OpenAi, [&answer[..]]).text, "诗");
        run(&[&[0, 1], &answer[..]].concat());
    }
}
