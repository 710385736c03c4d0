//! Words that decide a character's reading: 長 is level in 長安, rising in 長大.
//!
//! The list of a character: the number of its words of two with the other character before it,
//! the number of those with the other behind it, and then the words. Those of two stand sorted by the
//! other character, three bytes of UTF-8 and a byte with the group of the reading. Longer ones follow: a
//! byte with the place of the character (from 0) in its low four bits and the number of the word's
//! characters in its high four, a byte with the group, then the other characters in order.

use super::tables::{self, FormsRow};
use crate::{book::RhymeGroup, text::Glyph};

/// The bytes of a character of the table in UTF-8.
const CHARACTER: usize = 3;
/// The bytes of a word of two.
const PAIR: usize = CHARACTER + 1;

/// The reading of the character at a place of a line, if a word that it stands in decides it. Longer
/// words decide before shorter ones.
pub(crate) fn decided(glyphs: &[Glyph], at: usize) -> Option<RhymeGroup> {
    let glyph = glyphs.get(at)?;
    let mut found: Option<(usize, RhymeGroup)> = None;
    for form in forms(glyph) {
        let Some((counts, words)) = tables::words(form).split_at_checked(2) else {
            continue;
        };
        let (before, behind) = (usize::from(counts[0]), usize::from(counts[1]));
        let (pairs, mut longer) = words.split_at_checked((before + behind) * PAIR)?;
        while let Some((word, rest)) = Word::read(longer) {
            longer = rest;
            let is_longer = found.is_none_or(|(length, _)| word.length > length);
            if is_longer
                && word.stands_at(glyphs, at)
                && let Some(group) = RhymeGroup::new(word.group)
            {
                found = Some((word.length, group));
            }
        }
        if found.is_none() {
            let (before, behind) = pairs.split_at_checked(before * PAIR)?;
            let earlier = || pair(before, glyphs, at.checked_sub(1)?, at);
            let later = || pair(behind, glyphs, at + 1, at + 1);
            // 射虎將軍: of two words that share the character the one that is a foot decides.
            let group = if at.is_multiple_of(2) {
                later().or_else(earlier)
            } else {
                earlier().or_else(later)
            };
            found = group.map(|group| (2, group));
        }
    }
    found.map(|(_, group)| group)
}

/// The reading that a word of two asks for: its other character stands at a place of the line, its
/// second at `second`. Such a word does not reach across the pause of a line (after the second of
/// five, the fourth of seven).
fn pair(words: &[u8], glyphs: &[Glyph], other: usize, second: usize) -> Option<RhymeGroup> {
    let pause = match glyphs.len() {
        5 => 2,
        7 => 4,
        _ => 0,
    };
    let glyph = glyphs.get(other)?;
    if second == pause {
        return None;
    }
    let (words, _) = words.as_chunks::<PAIR>();
    forms(glyph).find_map(|form| {
        let wanted = utf8(form)?;
        let key = |word: &[u8; PAIR]| u32::from_be_bytes([0, word[0], word[1], word[2]]);
        let at = words.binary_search_by_key(&wanted, key).ok()?;
        RhymeGroup::new(words[at][CHARACTER])
    })
}

/// The bytes of a character in UTF-8 as one number, if they are as many as those of the table have.
fn utf8(character: char) -> Option<u32> {
    let mut bytes = [0; 4];
    let length = character.encode_utf8(&mut bytes).len();
    (length == CHARACTER).then_some(u32::from_be_bytes(bytes) >> 8)
}

/// A character and the traditional forms that it may stand for. These are searched for, so only
/// where the character itself is not what is wanted.
fn forms(glyph: &Glyph) -> impl Iterator<Item = char> + use<> {
    let read = glyph.read;
    let others = glyph.entry.is_none_or(|e| e.has_forms()).then_some(read);
    let others = others.into_iter().filter_map(FormsRow::of);
    std::iter::once(read).chain(others.flat_map(FormsRow::forms))
}

/// A word of more than two characters.
struct Word {
    place: usize,
    length: usize,
    /// The number of the group.
    group: u8,
    others: &'static [u8],
}

impl Word {
    /// The first word of a list, and the rest.
    fn read(words: &'static [u8]) -> Option<(Self, &'static [u8])> {
        let (head, rest) = words.split_at_checked(2)?;
        let (place, length) = (usize::from(head[0] & 0x0f), usize::from(head[0] >> 4));
        let (others, rest) = rest.split_at_checked((length.checked_sub(1)?) * CHARACTER)?;
        Some((
            Self {
                place,
                length,
                group: head[1],
                others,
            },
            rest,
        ))
    }

    /// Whether the word stands in a line so that its character is at a place.
    fn stands_at(&self, glyphs: &[Glyph], at: usize) -> bool {
        let Some(start) = at.checked_sub(self.place) else {
            return false;
        };
        let Some(window) = glyphs.get(start..start + self.length) else {
            return false;
        };
        let others = window
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != self.place);
        others
            .zip(self.others.chunks_exact(CHARACTER))
            .all(|((_, glyph), wanted)| {
                forms(glyph).any(|form| form.encode_utf8(&mut [0; 4]).as_bytes() == wanted)
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    fn reading(line: &str, at: usize) -> Option<String> {
        let text = text::read(line, None, crate::RhymeBook::PingShui);
        let group = decided(text.line(0), at)?;
        Some(format!(
            "{}{}",
            group.tone().chinese(),
            group.traditional_name()
        ))
    }

    #[test]
    fn the_word_decides() {
        assert_eq!(reading("鸿雁几时到", 2).as_deref(), Some("上尾"));
        assert_eq!(reading("未解忆长安", 3).as_deref(), Some("平陽"));
        assert_eq!(reading("未解憶長安", 3).as_deref(), Some("平陽"));
        assert_eq!(reading("何日得长大", 3).as_deref(), Some("上養"));
        assert_eq!(reading("看山不是山", 0), None);
    }

    #[test]
    fn of_two_words_the_foot_decides() {
        assert_eq!(reading("射虎將軍鬚髮白", 2).as_deref(), Some("平陽"));
        assert_eq!(reading("此行會見承平否", 1).as_deref(), Some("平庚"));
    }
}
