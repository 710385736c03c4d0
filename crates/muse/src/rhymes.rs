//! The characters that a line may rhyme with, for the prompts and for a list to choose from: models
//! know the sound of their own day, not the groups of the old books.

use verse::{RhymeBook, RhymeGroup, ToneClass, lexicon};

use crate::brief::{Brief, Script};

/// The commonest level characters of all books in simplified script, commonest first, made by
/// `corpus rhymes`. Which group they are of is asked of verse. Written down: the counts of all
/// characters would cost a page 14 kilobytes, these three.
const COMMON: &str = include_str!("../data/rhymes.txt");

/// The traditional form that is meant, where the tables of scripts have another one first.
const FORMS: [(char, char); 6] = [
    ('咸', '咸'),
    ('凄', '淒'),
    ('凶', '凶'),
    ('熏', '薰'),
    ('征', '征'),
    ('托', '託'),
];

/// Readings of other characters that are written so (台 in 支 is 台, not 臺); verse hardly rhymes
/// with them.
const STRAY: [(char, &str); 6] = [
    ('胜', "青"),
    ('台', "支"),
    ('台', "第三部"),
    ('涂', "鱼"),
    ('针', "盐"),
    ('丰', "冬"),
];

/// The characters that are listed of each wide group, at least.
const OF_WIDE: usize = 20;

/// The most characters that are listed of a group.
const MOST: usize = 40;

/// A level rhyme group with its commonest characters, commonest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its name in simplified script, as [`crate::Brief::group`] has it.
    pub name: &'static str,
    /// Its characters in the script that was asked for.
    pub characters: String,
}

/// The level groups of a book in its order.
pub fn groups(book: RhymeBook, script: Script) -> Vec<Listed> {
    let list = |group: RhymeGroup| Listed {
        name: group.name(),
        characters: characters(group, script),
    };
    level(book).map(list).collect()
}

/// The level group of a name, if the book has it.
pub fn find(book: RhymeBook, name: &str) -> Option<RhymeGroup> {
    level(book).find(|group| group.name() == name)
}

/// Whether a character can rhyme in a level group.
pub(crate) fn rhymes_in(character: char, group: RhymeGroup) -> bool {
    let readings = lexicon::readings(character, group.book());
    readings.iter().any(|r| r.group.rhymes_with(group))
}

/// Wide groups with their commonest characters, each after a line feed; twenty of each, or as many
/// as a long poem asks for.
pub(crate) fn wide(book: RhymeBook, script: Script, lines: usize) -> String {
    let mut text = String::new();
    for name in WIDE[book as usize] {
        if let Some(group) = find(book, name) {
            text += "\n  ";
            text += name;
            text.push('：');
            let most = OF_WIDE.max(lines);
            text.extend(characters(group, script).chars().take(most));
        }
    }
    text
}

/// A wide group that is none of these.
pub(crate) fn other(used: &[String], book: RhymeBook) -> Option<&'static str> {
    let is_new = |name: &&str| !used.iter().any(|u| u == name);
    WIDE[book as usize].into_iter().find(is_new)
}

/// The commonest characters of the group of this name, without those in `used`.
pub(crate) fn of(name: &str, book: RhymeBook, script: Script, used: &str) -> String {
    let all = find(book, name).map_or_else(String::new, |group| characters(group, script));
    all.chars().filter(|c| !used.contains(*c)).collect()
}

/// The same for a line of a lyric that rhymes in a class; none for an oblique one, of which none are
/// listed.
pub(crate) fn of_class(name: &str, class: ToneClass, brief: &Brief, used: &str) -> String {
    match class {
        ToneClass::Level => of(name, brief.sound(), brief.script, used),
        ToneClass::Oblique => String::new(),
    }
}

/// Wide groups of each book, to choose a rhyme from.
const WIDE: [[&str; 8]; 4] = [
    ["东", "支", "虞", "真", "先", "阳", "庚", "尤"],
    [
        "第一部",
        "第二部",
        "第三部",
        "第四部",
        "第六部",
        "第七部",
        "第十一部",
        "第十二部",
    ],
    ["寒", "唐", "庚", "文", "尤", "豪", "开", "姑"],
    ["安", "昂", "英", "恩", "欧", "熬", "雍", "乌"],
];

/// The level groups of a book, each once.
fn level(book: RhymeBook) -> impl Iterator<Item = RhymeGroup> {
    RhymeGroup::of_book(book).filter(|g| g.class() == ToneClass::Level)
}

/// The commonest characters of a group.
fn characters(group: RhymeGroup, script: Script) -> String {
    let mut found = String::new();
    for character in COMMON.chars().filter(|c| !c.is_whitespace()) {
        let readings = lexicon::readings(character, group.book());
        let reading = readings.iter().find(|r| r.group.rhymes_with(group));
        let is_meant =
            |r: &&lexicon::Reading| !r.rare && !STRAY.contains(&(character, group.name()));
        let Some(reading) = reading.filter(is_meant) else {
            continue;
        };
        let written = match script {
            Script::Simplified => character,
            Script::Traditional => form(character, reading.form, group),
        };
        // 余 and 馀 are one in traditional script.
        if !found.contains(written) {
            found.push(written);
        }
    }
    match found.char_indices().nth(MOST) {
        Some((end, _)) => found[..end].to_owned(),
        None => found,
    }
}

/// The traditional form of a character in a group. `first` is the one that the tables have for the
/// reading; a modern book has none, there it is one that sounds as the group does today.
fn form(character: char, first: char, group: RhymeGroup) -> char {
    let own = lexicon::readings(character, group.book());
    for (_, long) in FORMS.iter().filter(|(short, _)| *short == character) {
        let is_of = |r: &lexicon::Reading| r.form == *long && r.group.rhymes_with(group);
        if group.book().is_modern() || own.iter().any(is_of) {
            return *long;
        }
    }
    if !group.book().is_modern() {
        return first;
    }
    let forms = lexicon::readings(character, RhymeBook::PingShui);
    let sounds = |form: &char| {
        let today = lexicon::readings(*form, group.book());
        today.first().is_some_and(|r| r.group.rhymes_with(group))
    };
    let mut forms = forms.iter().map(|r| r.form);
    forms.find(sounds).unwrap_or(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPTS: [(Script, lexicon::Script); 2] = [
        (Script::Simplified, lexicon::Script::Simplified),
        (Script::Traditional, lexicon::Script::Traditional),
    ];

    /// The words of verse for each group are slow to find without optimisation: they are asked for
    /// once, and in traditional script for one old and one modern book.
    #[test]
    fn every_character_rhymes_as_the_book_has_it_about_in_its_order() {
        for (script, of_verse) in SCRIPTS {
            let books = match script {
                Script::Simplified => &RhymeBook::ALL[..],
                Script::Traditional => &[RhymeBook::PingShui, RhymeBook::XinYun],
            };
            for group in books.iter().copied().flat_map(level) {
                let words = verse::rhymes(group, of_verse);
                let find = |c| words.iter().find(|w| w.character == c && !w.rare);
                let count = |c| find(c).map_or(0, |w| w.count);
                let all: Vec<char> = characters(group, script).chars().collect();
                for (at, one) in all.iter().enumerate() {
                    // 荊 is written 荆 in the verse that was counted.
                    assert!(count(*one) > 0 || *one == '荊', "{one} of {group:?}");
                    let later = all[at..].iter().filter(|c| count(**c) > count(*one));
                    // One that has several traditional forms is counted by all of them.
                    let is_early = script == Script::Simplified && later.count() > 15;
                    assert!(!is_early, "{one} of {group:?}");
                }
            }
        }
    }

    #[test]
    fn the_commonest_are_not_missing_and_stand_first() {
        for (book, head, common) in [
            (RhymeBook::PingShui, "东", "风中空"),
            (RhymeBook::PingShui, "真", "人春新"),
            (RhymeBook::PingShui, "删", "山间还颜"),
            (RhymeBook::PingShui, "尤", "秋头流楼舟"),
            (RhymeBook::Cilin, "第二部", "长江光窗双"),
            (RhymeBook::XinYun, "姑", "无如书竹湖"),
            (RhymeBook::TongYun, "鹅", "何歌合学"),
        ] {
            let all = of(head, book, Script::Simplified, "");
            let missing: Vec<char> = common.chars().filter(|c| !all.contains(*c)).collect();
            assert!(missing.is_empty(), "{missing:?} in {all}");
        }
        let first = |book, head| of(head, book, Script::Traditional, "").chars().next();
        assert_eq!(first(RhymeBook::PingShui, "东"), Some('風'));
        assert_eq!(first(RhymeBook::XinYun, "庚"), Some('風'));
    }

    #[test]
    fn every_group_has_a_list_of_good_length() {
        for book in RhymeBook::ALL {
            for (script, _) in SCRIPTS {
                for listed in groups(book, script) {
                    let count = listed.characters.chars().count();
                    // Rhymes are few in 儿 of 中华通韵; in 江 a long poem is hard.
                    let least = if listed.name == "儿" { 2 } else { 15 };
                    assert!((least..=MOST).contains(&count), "{book:?} {listed:?}");
                }
            }
        }
        let count = |book| groups(book, Script::Simplified).len();
        assert_eq!(RhymeBook::ALL.map(count), [30, 14, 14, 16]);
    }

    #[test]
    fn eight_wide_groups_a_line_each() {
        for book in RhymeBook::ALL {
            for (lines, listed) in [(4, OF_WIDE), (30, 30)] {
                let wide = wide(book, Script::Simplified, lines);
                assert_eq!(wide.trim().lines().count(), 8, "{wide}");
                for line in wide.trim().lines() {
                    let characters = line.split('：').next_back().unwrap();
                    assert_eq!(characters.chars().count(), listed, "{line}");
                }
            }
        }
        let first = wide(RhymeBook::PingShui, Script::Traditional, 4);
        assert!(first.starts_with("\n  东：風中空"), "{first}");
    }

    #[test]
    fn one_traditional_form_of_each_and_the_one_that_is_meant() {
        let of = |name, book| of(name, book, Script::Traditional, "");
        let old = of("咸", RhymeBook::PingShui);
        assert!(old.contains('咸') && !old.contains('鹹'), "{old}");
        let today = of("麻", RhymeBook::XinYun);
        assert!(today.contains('發') && !today.contains('髮'), "{today}");
        let fish = of("鱼", RhymeBook::PingShui);
        assert_eq!(fish.matches('餘').count(), 1, "{fish}");
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
            other(&used, book)
        };
        assert_eq!(other(&[], RhymeBook::PingShui), Some("东"));
        assert_eq!(other(&["东", "删"], RhymeBook::PingShui), Some("支"));
        assert_eq!(other(&WIDE[0], RhymeBook::PingShui), None);
        assert_eq!(other(&["寒"], RhymeBook::XinYun), Some("唐"));
        assert_eq!(other(&[], RhymeBook::Cilin), Some("第一部"));
    }

    #[test]
    fn a_group_of_another_book_or_tone_is_none() {
        for name in ["", "董", "第一部"] {
            assert_eq!(of(name, RhymeBook::PingShui, Script::Simplified, ""), "");
        }
        assert_eq!(find(RhymeBook::TongYun, "东"), None);
    }
}
