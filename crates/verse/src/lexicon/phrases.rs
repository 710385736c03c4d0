//! Words that decide a character's reading: 長 is level in 長安, rising in 長大.
//!
//! The words of a character stand one after the other: a byte with the place of the character (from
//! 0) in its low four bits and the number of the word's characters in its high four, a byte with
//! the group of the reading, then the other characters in UTF-8, in order.

use super::tables;
use crate::{book::RhymeGroup, text::Glyph};

/// The reading of the character at a place of a line, if a word that it stands in decides it. Longer
/// words decide before shorter ones.
pub(crate) fn decided(glyphs: &[Glyph], at: usize) -> Option<RhymeGroup> {
    let glyph = glyphs.get(at)?;
    let mut found: Option<(usize, RhymeGroup)> = None;
    for form in forms(glyph.read) {
        let mut words = tables::words(form);
        while let Some((word, rest)) = Word::read(words) {
            words = rest;
            let longer = found.is_none_or(|(length, _)| word.length > length);
            if longer && word.stands_at(glyphs, at) {
                found = Some((word.length, word.group));
            }
        }
    }
    found.map(|(_, group)| group)
}

/// A character and the traditional forms that it may stand for.
fn forms(character: char) -> impl Iterator<Item = char> {
    std::iter::once(character).chain(tables::forms(character))
}

struct Word {
    place: usize,
    length: usize,
    group: RhymeGroup,
    others: &'static str,
}

impl Word {
    /// The first word of a list, and the rest.
    fn read(words: &'static [u8]) -> Option<(Self, &'static [u8])> {
        let (head, rest) = words.split_at_checked(2)?;
        let (place, length) = (usize::from(head[0] & 0x0f), usize::from(head[0] >> 4));
        // All characters of the table are three bytes long.
        let (others, rest) = rest.split_at_checked((length.checked_sub(1)?) * 3)?;
        let others = std::str::from_utf8(others).ok()?;
        Some((
            Self {
                place,
                length,
                group: RhymeGroup::new(head[1])?,
                others,
            },
            rest,
        ))
    }

    /// Whether the word stands in a line so that its character is at a place. A word does not reach
    /// across the pause of a line (after the second of five, the fourth of seven).
    fn stands_at(&self, glyphs: &[Glyph], at: usize) -> bool {
        let Some(start) = at.checked_sub(self.place) else {
            return false;
        };
        let Some(window) = glyphs.get(start..start + self.length) else {
            return false;
        };
        let pause = match glyphs.len() {
            5 => 2,
            7 => 4,
            _ => start,
        };
        if start < pause && pause < start + self.length && self.length == 2 {
            return false;
        }
        let mut others = self.others.chars();
        window.iter().enumerate().all(|(number, glyph)| {
            number == self.place
                || others
                    .next()
                    .is_some_and(|c| forms(glyph.read).any(|form| form == c))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    fn reading(line: &str, at: usize) -> Option<String> {
        let text = text::read(line, None, crate::RhymeBook::PingShui);
        let group = decided(&text.lines[0].glyphs, at)?;
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
}
