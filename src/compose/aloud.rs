//! What a model says beside its poem, as it is shown while it comes: thinking, an opinion.

use muse::{Secret, Veil};

use crate::ui::quoted::{quoted, quoted_on};

/// Shows what comes in pieces, without the key, which a host could have the model repeat.
pub struct Aloud {
    veil: Veil,
    /// How many bytes at the end of what is shown may change with the next piece.
    open: usize,
    /// How many marks are piled up at the end of what is sure.
    piled: usize,
}

impl Aloud {
    /// Nothing has come.
    pub fn new(key: Secret) -> Self {
        Self {
            veil: Veil::new(key),
            open: 0,
            piled: 0,
        }
    }

    /// Puts a piece behind what has come before it. Of `shown`, nothing may have been taken away since but at its
    /// beginning.
    pub fn add(&mut self, shown: &mut String, piece: &str) {
        let sure = shown.len().saturating_sub(self.open);
        if shown.is_char_boundary(sure) {
            shown.truncate(sure);
        }
        shown.push_str(&quoted_on(&mut self.piled, &self.veil.push(piece)));
        let open = quoted(&self.veil.open());
        shown.push_str(&open);
        self.open = open.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "sk-0123456789abcdef";

    #[test]
    fn the_key_is_not_shown_in_whatever_pieces_it_comes() {
        let key = Secret::new(KEY);
        for size in [1, 2, 5, 30] {
            let text = format!("想：{KEY}\u{202e}，{}。", &KEY[4..]);
            let mut aloud = Aloud::new(key.clone());
            let mut shown = String::new();
            let characters: Vec<char> = text.chars().collect();
            for piece in characters.chunks(size) {
                aloud.add(&mut shown, &piece.iter().collect::<String>());
                assert!(!key.shows_in(&shown), "{shown}");
            }
            assert_eq!(shown, "想：******⟨202E⟩，******。");
        }
    }

    #[test]
    fn what_is_shown_may_lose_its_beginning() {
        let mut aloud = Aloud::new(Secret::new(KEY));
        let mut shown = String::new();
        aloud.add(&mut shown, "白日sk-0123");
        shown.drain(.."白日sk".len());
        aloud.add(&mut shown, "，");
        assert!(shown.ends_with('，'));
        aloud.add(&mut shown, "sk-0123");
        shown.clear();
        aloud.add(&mut shown, "。");
        assert!(shown.ends_with('。'));
    }
}
