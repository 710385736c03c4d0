//! Where each character of a poem stands first.

/// Chains of characters whose codes end in the same bits. Looking back through the poem instead would make a
/// long one cost the square of its length.
const CHAINS: usize = 1 << 10;

/// The first places of characters, as they are met. A poem has at most 64,000 of them, see [`crate::text`].
pub(super) struct Firsts {
    /// The last entry of each chain, counted from 1; 0 where there is none.
    heads: [u16; CHAINS],
    entries: Vec<Entry>,
}

struct Entry {
    character: char,
    line: usize,
    place: usize,
    /// The entry before it in its chain, as in `heads`.
    before: u16,
}

impl Firsts {
    /// None yet, with room for so many characters.
    pub(super) fn new(characters: usize) -> Self {
        Self {
            heads: [0; CHAINS],
            entries: Vec::with_capacity(characters),
        }
    }

    /// Where the character stood first, as line and place; where it has not been met, this is its first place.
    pub(super) fn meet(
        &mut self,
        character: char,
        line: usize,
        place: usize,
    ) -> Option<(usize, usize)> {
        let head = self.heads.get_mut(character as usize % CHAINS)?;
        let mut at = *head;
        while let Some(entry) = self.entries.get(usize::from(at).wrapping_sub(1)) {
            if entry.character == character {
                return Some((entry.line, entry.place));
            }
            at = entry.before;
        }
        // Beyond what can be counted nothing is remembered; no poem gets there.
        if let Ok(number) = u16::try_from(self.entries.len() + 1) {
            self.entries.push(Entry {
                character,
                line,
                place,
                before: *head,
            });
            *head = number;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_place_is_kept_also_where_codes_end_alike() {
        let mut firsts = Firsts::new(4);
        let alike = char::from_u32('山' as u32 + CHAINS as u32).unwrap();
        assert_eq!(firsts.meet('山', 1, 2), None);
        assert_eq!(firsts.meet(alike, 1, 3), None);
        assert_eq!(firsts.meet('山', 2, 1), Some((1, 2)));
        assert_eq!(firsts.meet(alike, 3, 1), Some((1, 3)));
        assert_eq!(firsts.meet('山', 4, 4), Some((1, 2)));
    }

    #[test]
    fn more_than_can_be_counted_is_no_error() {
        let mut firsts = Firsts::new(0);
        for (at, character) in ('\u{10000}'..='\u{30000}').enumerate() {
            assert_eq!(firsts.meet(character, at, 0), None);
        }
        assert_eq!(firsts.meet('\u{10000}', 0, 9), Some((0, 0)));
    }
}
