//! The characters that a line may rhyme with, for the prompts: models know the sound of their own
//! day, not the groups of the old books.

use verse::RhymeBook;

use crate::brief::Script;

/// The level groups of 平水韵 with their commonest characters, commonest first, as `verse::rhymes`
/// has them. Written down: the counts of all characters would cost a page 14 kilobytes, these three.
/// Left out are characters that verse takes as oblique more than seven times in ten, and those that
/// GB 2312 lacks, which are variants.
const GROUPS: &str = include_str!("../../data/rhymes.tsv");

/// Wide groups, to choose a rhyme from.
const WIDE: [&str; 8] = ["东", "支", "虞", "真", "先", "阳", "庚", "尤"];

/// The characters that are listed of each of them.
const OF_WIDE: usize = 20;

/// The characters of a group; nothing where they are not written down, as for the other books and
/// for traditional script.
fn characters(name: &str, book: RhymeBook, script: Script) -> &'static str {
    if book != RhymeBook::PingShui || script != Script::Simplified || name.is_empty() {
        return "";
    }
    let mut rows = GROUPS.lines().filter_map(|row| row.split_once('\t'));
    rows.find(|(head, _)| *head == name)
        .map_or("", |(_, characters)| characters)
}

/// Wide groups with their commonest characters, each after a line feed.
pub(super) fn wide(book: RhymeBook, script: Script) -> String {
    let mut lines = String::new();
    for name in WIDE {
        let characters = characters(name, book, script);
        if !characters.is_empty() {
            lines += "\n  ";
            lines += name;
            lines.push('：');
            lines.extend(characters.chars().take(OF_WIDE));
        }
    }
    lines
}

/// A wide group that is none of these, where the characters of groups are written down.
pub(super) fn other(used: &[String], book: RhymeBook, script: Script) -> Option<&'static str> {
    let is_new = |name: &&str| !used.iter().any(|u| u == name);
    WIDE.into_iter()
        .filter(|name| !characters(name, book, script).is_empty())
        .find(is_new)
}

/// The commonest characters of the group of this name, without those in `used`.
pub(super) fn of(name: &str, book: RhymeBook, script: Script, used: &str) -> String {
    let characters = characters(name, book, script).chars();
    characters.filter(|c| !used.contains(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use verse::{RhymeGroup, ToneClass, lexicon, rhymes};

    #[test]
    fn every_level_group_is_there_and_rhymes_as_the_book_has_it() {
        let all = RhymeGroup::all().filter(|g| g.class() == ToneClass::Level);
        let mut rows = GROUPS.lines();
        for group in all {
            let (head, characters) = rows.next().unwrap().split_once('\t').unwrap();
            assert_eq!(head, group.name());
            // In the order of the book's own list, with gaps.
            let words = rhymes(group, lexicon::Script::Simplified);
            let mut words = words.iter().filter(|w| !w.rare && w.count > 0);
            for character in characters.chars() {
                let found = words.any(|w| w.character == character);
                assert!(found, "{character} of {head}");
            }
            assert!((15..=48).contains(&characters.chars().count()), "{head}");
        }
        assert_eq!(rows.next(), None);
    }

    #[test]
    fn the_commonest_are_not_missing() {
        for (head, common) in [
            ("东", "风中空"),
            ("真", "人春新"),
            ("删", "山间还颜"),
            ("尤", "秋头流楼舟"),
        ] {
            let all = characters(head, RhymeBook::PingShui, Script::Simplified);
            assert!(common.chars().all(|c| all.contains(c)), "{all}");
        }
    }

    #[test]
    fn eight_wide_groups_a_line_each() {
        let wide = wide(RhymeBook::PingShui, Script::Simplified);
        assert!(wide.starts_with("\n  东：风中空"), "{wide}");
        assert_eq!(wide.trim().lines().count(), WIDE.len());
        for line in wide.trim().lines() {
            assert_eq!(line.trim().chars().count(), 2 + OF_WIDE, "{line}");
        }
    }

    #[test]
    fn what_is_in_use_is_left_out() {
        let of = |used| of("删", RhymeBook::PingShui, Script::Simplified, used);
        assert!(of("").contains('山') && of("").contains('还'));
        assert!(!of("山颜").contains('山') && of("山颜").contains('还'));
    }

    #[test]
    fn another_group_is_none_of_those_in_use() {
        let other = |used: &[&str], book| {
            let used: Vec<String> = used.iter().map(ToString::to_string).collect();
            other(&used, book, Script::Simplified)
        };
        assert_eq!(other(&[], RhymeBook::PingShui), Some("东"));
        assert_eq!(other(&["东", "删"], RhymeBook::PingShui), Some("支"));
        assert_eq!(other(&WIDE, RhymeBook::PingShui), None);
        assert_eq!(other(&[], RhymeBook::XinYun), None);
    }

    #[test]
    fn nothing_is_listed_where_nothing_is_written_down() {
        assert_eq!(wide(RhymeBook::XinYun, Script::Simplified), "");
        assert_eq!(wide(RhymeBook::PingShui, Script::Traditional), "");
        for name in ["", "董", "第一部"] {
            assert_eq!(of(name, RhymeBook::PingShui, Script::Simplified, ""), "");
        }
    }
}
