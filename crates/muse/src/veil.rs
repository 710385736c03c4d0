//! Masks a key in a text that comes in pieces: a piece alone can end amid the key.

use crate::secret::{STARS, Secret};

/// Masks a key in a text that comes in pieces. A piece takes the time of a piece, however much has come before it.
#[derive(Clone, Debug)]
pub struct Veil {
    key: Secret,
    /// The end of what has come, where it is how a part of the key begins: more has to come before it is sure
    /// whether it is one.
    open: String,
    /// How what is sure ends: with stars, as a key behind a key gets no more of them, or with a character.
    end: String,
}

impl Veil {
    /// Nothing has come.
    pub const fn new(key: Secret) -> Self {
        Self {
            key,
            open: String::new(),
            end: String::new(),
        }
    }

    /// Takes a piece; gives what is sure by now and was not before, masked.
    pub fn push(&mut self, piece: &str) -> String {
        self.open += piece;
        let mut masked = self.end.clone();
        let new = masked.len();
        let taken = self.key.mask_onto(&mut masked, &self.open, true);
        self.open.drain(..taken);
        self.end = if masked.ends_with(STARS) {
            STARS.to_owned()
        } else {
            masked.chars().next_back().into_iter().collect()
        };
        masked.split_off(new)
    }

    /// What is not sure yet, masked as if nothing came any more.
    pub fn open(&self) -> String {
        let mut masked = self.end.clone();
        let new = masked.len();
        self.key.mask_onto(&mut masked, &self.open, false);
        masked.split_off(new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "sk-0123456789abcdef";

    /// What is shown in the end, and at every piece on the way.
    fn shown(pieces: &[&str]) -> (String, Vec<String>) {
        let mut veil = Veil::new(Secret::new(KEY));
        let mut sure = String::new();
        let mut all = Vec::new();
        for piece in pieces {
            sure += &veil.push(piece);
            all.push([&sure[..], &veil.open()].concat());
        }
        (all.last().cloned().unwrap_or_default(), all)
    }

    #[test]
    fn a_text_in_pieces_is_masked_like_the_whole() {
        for text in [
            "先想：sk-0123456789abcdef，再想 456789abcdef。",
            "sk-0123456789abcdefsk-0123456789abcdef",
            "sk-0123 sk-sk-sk-01234 登高sk",
            "没有",
            "",
        ] {
            let whole = Secret::new(KEY).mask_in(text);
            let characters: Vec<String> = text.chars().map(String::from).collect();
            for size in [1, 2, 3, 7, 100] {
                let pieces: Vec<String> = characters.chunks(size).map(|c| c.concat()).collect();
                let pieces: Vec<&str> = pieces.iter().map(String::as_str).collect();
                let (last, all) = shown(&pieces);
                assert_eq!(last, whole, "{size}");
                let key = Secret::new(KEY);
                assert!(all.iter().all(|text| !key.shows_in(text)), "{all:?}");
            }
        }
    }

    #[test]
    fn what_is_no_part_of_the_key_is_sure_at_once() {
        let mut veil = Veil::new(Secret::new(KEY));
        assert_eq!(veil.push("白日依山尽，sk"), "白日依山尽，");
        assert_eq!((&veil.push("y")[..], &veil.open()[..]), ("sky", ""));
        assert_eq!(
            Veil::new(Secret::default()).push("sk-0123456"),
            "sk-0123456"
        );
    }

    #[test]
    fn a_short_key_and_a_key_that_repeats_itself() {
        let mut veil = Veil::new(Secret::new("k123"));
        assert_eq!((&veil.push("bad k")[..], &veil.open()[..]), ("bad ", "k"));
        assert_eq!(veil.push("123,k"), "******,");
        // What stood before it came with another piece.
        assert_eq!([veil.push("-"), veil.push("k123,")].concat(), "k-k123,");
        let mut veil = Veil::new(Secret::new("aaaaaaaaaa"));
        let mut sure = String::new();
        for _ in 0..1000 {
            sure += &veil.push("a");
            assert!(veil.open.len() <= 10);
        }
        assert_eq!([sure, veil.open()].concat(), "******");
    }
}
