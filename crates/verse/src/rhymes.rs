//! The characters of a rhyme group.

use crate::{
    book::{RhymeBook, RhymeGroup},
    lexicon::{self, Script},
};

/// A character of a rhyme group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RhymeWord {
    /// The character, in the script that was asked for.
    pub character: char,
    /// About how often it stands in the verse of Tang and Song (to within three in a hundred), in
    /// all its readings; 0 where it is not met with.
    pub count: u32,
    /// Whether the reading in this group is a rare one of it.
    pub rare: bool,
    /// Whether it has readings outside the group too.
    pub has_others: bool,
}

/// The characters of a group, sure readings before rare ones, commonest first. The group's tone
/// matters only by class: in 词林正韵 and the modern books rising and departing rhyme together.
pub fn rhymes(group: RhymeGroup, script: Script) -> Vec<RhymeWord> {
    let mut words: Vec<RhymeWord> = lexicon::characters()
        .filter_map(|c| word(c, group, script))
        .collect();
    words.sort_by_key(|w| (w.rare, u32::MAX - w.count, w.character));
    words
}

/// A character as a word of a group, if it belongs to it in a script.
fn word(character: char, group: RhymeGroup, script: Script) -> Option<RhymeWord> {
    if !lexicon::is_of(character, script) {
        return None;
    }
    let by_tones = lexicon::entry(character, script, RhymeBook::PingShui);
    let entry = lexicon::entry(character, script, group.book())?;
    let reading = entry.readings().find(|r| r.group.rhymes_with(group))?;
    let has_others = entry.readings().any(|r| !r.group.rhymes_with(group));
    let mut count = lexicon::count(character).max(lexicon::count(reading.form));
    if let Some(by_tones) = by_tones.filter(|_| group.book().is_modern()) {
        // A modern book names no traditional form, and the verse that was counted is traditional.
        for own in by_tones.readings() {
            count = count.max(lexicon::count(own.form));
        }
    }
    Some(RhymeWord {
        character,
        count,
        rare: reading.rare,
        has_others,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tone::Tone;

    fn first(head: char, script: Script, most: usize) -> String {
        let group = RhymeGroup::find(Tone::Level, head).unwrap();
        rhymes(group, script)
            .iter()
            .take(most)
            .map(|w| w.character)
            .collect()
    }

    #[test]
    fn commonest_first_in_either_script() {
        let simplified = first('东', Script::Simplified, 12);
        assert!(
            simplified.contains('风') && simplified.contains('中'),
            "{simplified}"
        );
        assert!(!simplified.contains('風'));
        let traditional = first('东', Script::Traditional, 12);
        assert!(
            traditional.contains('風') && !traditional.contains('风'),
            "{traditional}"
        );
    }

    #[test]
    fn a_modern_group_takes_both_tones_of_a_class() {
        let group = RhymeGroup::of(RhymeBook::XinYun, 0, Tone::Level).unwrap();
        let words = rhymes(group, Script::Simplified);
        assert!(
            words.iter().any(|w| w.character == '花') && words.iter().any(|w| w.character == '达')
        );
        assert!(!words.iter().any(|w| w.character == '马'));
    }

    #[test]
    fn simplified_characters_of_a_modern_group_are_counted() {
        let group = RhymeGroup::of(RhymeBook::TongYun, 15, Tone::Level).unwrap();
        let words = rhymes(group, Script::Simplified);
        let most: Vec<char> = words.iter().take(3).map(|w| w.character).collect();
        assert_eq!(most[0], '儿');
        assert!(most.contains(&'而'), "{most:?}");
    }

    #[test]
    fn what_only_has_variants_belongs_to_both_scripts() {
        for script in [Script::Simplified, Script::Traditional] {
            let group = RhymeGroup::find(Tone::Level, '庚').unwrap();
            let words = rhymes(group, script);
            assert!(words.iter().any(|w| w.character == '明'), "{script:?}");
        }
    }
}
