//! The verse that the lessons show: where it is from, and that it is what the words call it.

use verse::{Kind, antithesis::Table, rules};

use super::*;
use crate::learn::course::verse::is_sound;

fn is_rule(code: &str) -> bool {
    rules::rule(code).is_some() || verse::ci::rules::rule(code).is_some()
}

#[test]
fn every_rule_that_is_named_exists_and_the_verse_beside_it_shows_it() {
    for lesson in LESSONS {
        for block in lesson.blocks {
            match block {
                Block::Rule(code) => assert!(is_rule(code), "{code}"),
                Block::Verse(verse) => assert_eq!(verse.change, None, "{verse:?}"),
                _ => {}
            }
        }
    }
    for (_, task) in tasks() {
        if let Task::Fault(_, code) = task {
            assert!(is_rule(code), "{code}");
        }
    }
}

#[test]
fn the_verse_that_is_shown_is_what_the_words_call_it() {
    let shows = |poem: &'static str, line: usize, code: &str| {
        let report = Verse::of(poem, 1, 1).report(ZH);
        let found = report
            .findings
            .iter()
            .any(|f| f.code == code && f.line == line);
        assert!(found, "{poem} {code}: {:?}", report.findings);
    };
    // Lesson 2: the four types in one quatrain. Lesson 3: the broken waist.
    assert_eq!(
        Verse::of("tang-002", 1, 1).report(ZH).line_types(),
        "a B b A"
    );
    shows("tang-282", 3, "adhesion");
    // 5: a rhyme that is borrowed, one that is not.
    shows("qian-103", 1, "borrowed-rhyme");
    assert_eq!(
        Verse::of("tang-058", 1, 1).report(ZH).rhyme.unwrap().group,
        "麻"
    );
    // 6, 7.
    shows("more-2", 1, "lone-level");
    shows("more-1", 4, "lone-level-rescue");
    shows("tang-095", 3, "major-deviation-rescued");
    shows("tang-115", 3, "minor-deviation-rescued");
    shows("tang-116", 3, "crossed-tail");
    shows("more-3", 3, "minor-deviation-rescued");
    shows("more-3", 4, "lone-level-rescue");
    // 8: the couplets answer each other.
    let table = Table::from_bytes(include_bytes!(
        "../../../../../crates/verse/data/antithesis.bin"
    ))
    .unwrap();
    for (poem, line) in [
        ("qian-100", 1),
        ("qian-100", 3),
        ("tang-190", 3),
        ("tang-089", 3),
    ] {
        let lines = Verse::of(poem, 1, 1).lines();
        let score = table.score(lines[line - 1], lines[line]).unwrap();
        assert!(!score.is_lacking() && !score.is_synonymous, "{poem} {line}");
    }
    // 9.
    assert_eq!(Verse::of("tang-011", 1, 1).report(ZH).kind, Kind::OldStyle);
    assert_eq!(
        Verse::of("tang-020", 1, 1).report(ZH).kind,
        Kind::ObliqueRhymed
    );
    // 10.
    assert!(is_sound(&Verse::of("tang-068", 1, 1).report(ZH)));
}

#[test]
fn poems_that_the_library_lacks_are_the_text_of_the_handbooks() {
    let gold = [
        include_str!("../../../../../crates/verse/tests/gold/poems.toml"),
        include_str!("../../../../../crates/verse/tests/gold/cases.toml"),
    ]
    .concat();
    let examples: String = rules::ALL
        .iter()
        .filter_map(|rule| Some(rule.example()?.text))
        .collect();
    for poem in ["more-1", "more-2", "more-3"] {
        let [title, author, text] = Verse::of(poem, 1, 1).poem();
        assert!(!title.is_empty() && !author.is_empty());
        assert!(gold.contains(text) || examples.contains(text), "{text}");
    }
}

#[test]
fn every_poem_exists_and_has_the_lines_that_are_shown() {
    let shown = LESSONS.into_iter().flat_map(|lesson| lesson.blocks);
    let shown = shown.filter_map(|block| match block {
        Block::Verse(verse) => Some(*verse),
        _ => None,
    });
    for verse in shown.chain(tasks().filter_map(|(_, task)| verse(task))) {
        let lines = verse.lines();
        let (from, to) = verse.shown;
        assert!(from >= 1 && from <= to && to <= lines.len(), "{verse:?}");
        assert_eq!(checker(ZH).sheet(verse).lines.len(), to - from + 1);
        if let Some((place, character)) = verse.change {
            let own = verse.character(place).unwrap();
            assert_ne!(own, character, "{verse:?}");
            let old = Verse {
                change: None,
                ..verse
            };
            assert!(
                is_sound(&report(old)),
                "{verse:?}: {:?}",
                report(old).findings
            );
        }
    }
}

#[test]
fn the_poems_in_traditional_script_are_those_of_the_anthologies() {
    // What editions print differently, and the fixture's older forms.
    let same = |c: char| match c {
        '牀' => '床',
        '爲' => '為',
        '裏' => '裡',
        '絃' => '弦',
        '鍾' => '鐘',
        '臺' => '台',
        c => c,
    };
    let fold = |text: &str| -> String {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .map(same)
            .collect()
    };
    let fixture = include_str!("../../../../../crates/verse/tests/anthologies/poems.tsv");
    let fixture: Vec<String> = fixture.lines().map(fold).collect();
    let mut others = BTreeSet::new();
    let poems = tasks().filter_map(|(_, task)| verse(task));
    for verse in poems.filter(|verse| !verse.is_lyric()) {
        let own = Verse {
            change: None,
            ..verse
        };
        let text = fold(&own.lines_in(Language::Hant).concat());
        if !fixture.iter().any(|row| row.contains(&text)) {
            others.insert(verse.poem);
        }
    }
    // Those that the fixture lacks, or has with 袅, 遊, 涌 or 檣 in another form, or another word.
    let known = [
        "more-1", "more-2", "more-4", "qian-103", "tang-050", "tang-089", "tang-102", "tang-112",
    ];
    assert_eq!(others.into_iter().collect::<Vec<_>>(), known);
}
