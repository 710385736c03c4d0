//! What holds for any text that is checked as a lyric.

// A helper of a test fails as a test does.
#![allow(clippy::unwrap_used)]

use std::sync::LazyLock;

use proptest::prelude::*;
use verse::{
    Language, RhymeBook,
    ci::{CiReport, Options, Tunes, check},
};

/// The table, read once.
static TUNES: LazyLock<Tunes> = LazyLock::new(|| Tunes::baked().unwrap());

const SPRING: &str = "别来春半，触目柔肠断。砌下落梅如雪乱，拂了一身还满。雁来音信无凭，路遥归梦难成。\
    离恨恰如春草，更行更远还生。";
const SPRING_TRADITIONAL: &str = "別來春半，觸目柔腸斷。砌下落梅如雪亂，拂了一身還滿。雁來音信無憑，路遙歸夢難成。\
    離恨恰如春草，更行更遠還生。";

/// Characters that texts are made of: common ones, rare ones, marks, what does not belong.
fn character() -> impl Strategy<Value = char> {
    prop_oneof![
        6 => prop::sample::select(SPRING.chars().collect::<Vec<_>>()),
        2 => prop::char::range('\u{4e00}', '\u{9fff}'),
        2 => prop::sample::select("，。！？；、 \n\r\u{3000}《》（）“”□·".chars().collect::<Vec<_>>()),
        1 => prop::char::any(),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(character(), 0..200).prop_map(|c| c.into_iter().collect())
}

/// Nothing, or a name of a tune of the table as the text's title.
fn title() -> impl Strategy<Value = String> {
    (0..2 * TUNES.tunes().len()).prop_map(|n| {
        let tune = TUNES.tunes().get(n);
        tune.map_or_else(String::new, |tune| tune.name.clone() + "\n")
    })
}

fn options() -> impl Strategy<Value = Options> {
    let tune = prop::option::of(0..TUNES.tunes().len());
    let book = prop::sample::select(RhymeBook::ALL.to_vec());
    let language = prop::sample::select(Language::ALL.to_vec());
    (tune, prop::option::of(0usize..5), book, language).prop_map(|(tune, form, book, language)| {
        Options {
            tune: tune.map(|n| TUNES.tunes()[n].name.clone()),
            form,
            book,
            language,
        }
    })
}

/// The places of the report lie within the text, and its characters are those of the text there.
fn assert_places(text: &str, report: &CiReport) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut before = 0;
    for line in &report.lines {
        assert!(before <= line.start && line.start < line.end && line.end <= units.len());
        before = line.end;
        for c in &line.chars {
            let mut buffer = [0; 2];
            let written = c.character.encode_utf16(&mut buffer);
            assert_eq!(&units[c.at..c.at + written.len()], written);
        }
        assert!(
            line.rhyme
                .is_none_or(|n| n >= 1 && n <= report.rhymes.len())
        );
    }
    let numbers: Vec<usize> = report.lines.iter().filter_map(|l| l.form_line).collect();
    assert!(numbers.is_sorted_by(|a, b| a < b), "{numbers:?}");
    for line in report.rhymes.iter().flat_map(|rhyme| &rhyme.lines) {
        assert!((1..=report.lines.len()).contains(line));
    }
    for finding in &report.findings {
        assert!(finding.line >= 1 && finding.line <= report.lines.len().max(1));
        assert!(!finding.message.is_empty() && finding.code.starts_with("ci-"));
        for place in &finding.chars {
            let line = &report.lines[finding.line - 1];
            assert!((1..=line.chars.len()).contains(place), "{finding:?}");
        }
    }
    let json = serde_json::to_value(report).unwrap();
    assert_eq!(json["kind"], "ci");
    assert_eq!(json["lines"].as_array().unwrap().len(), report.lines.len());
}

/// What a check finds, whatever the script and the places of the text.
fn verdict(report: &CiReport) -> impl PartialEq + std::fmt::Debug {
    let lines = report.lines.iter().map(|line| {
        let chars = line.chars.iter().map(|c| (c.class, c.slot));
        (line.form_line, chars.collect::<Vec<_>>())
    });
    let findings = report.findings.iter();
    (
        report.tune.clone(),
        report.form.clone(),
        lines.collect::<Vec<_>>(),
        report.rhymes.clone(),
        findings
            .map(|f| (f.line, f.code.clone(), f.chars.clone(), f.severity))
            .collect::<Vec<_>>(),
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_text_may_be_checked(title in title(), text in text(), options in options()) {
        let text = title + &text;
        if let Some(report) = check(&text, &TUNES, &options) {
            assert_places(&text, &report);
        }
    }

    #[test]
    fn any_unicode_may_be_checked(title in title(), text in any::<String>()) {
        let text = title + &text;
        if let Some(report) = check(&text, &TUNES, &Options::default()) {
            assert_places(&text, &report);
        }
    }

    /// A lyric under its name stays one of its tune, whatever becomes of a place of it.
    #[test]
    fn a_spoilt_lyric_is_still_one(at in 0usize..46, new in prop::option::of(character())) {
        let mut characters: Vec<char> = SPRING.chars().collect();
        match new {
            Some(new) => characters[at] = new,
            None => drop(characters.remove(at)),
        }
        let text: String = "清平乐\n".chars().chain(characters).collect();
        let report = check(&text, &TUNES, &Options::default());
        let report = report.unwrap();
        assert_places(&text, &report);
        prop_assert_eq!(report.tune, "清平乐");
    }

    #[test]
    fn spaces_and_breaks_change_nothing(gaps in prop::collection::vec(0usize..5, 8)) {
        let lines: Vec<&str> = SPRING.split_inclusive(['，', '。']).collect();
        let breaks = ["", "\n", "\r\n\r\n", "　", " "];
        let text: String = lines.iter().zip(&gaps).map(|(l, g)| format!("{l}{}", breaks[*g])).collect();
        let text = format!("清平乐\n{text}");
        let plain = check(SPRING, &TUNES, &Options::default()).unwrap();
        let report = check(&text, &TUNES, &Options::default()).unwrap();
        prop_assert_eq!(verdict(&plain), verdict(&report));
    }

    /// The verdict is the same in both scripts, also of what is spoilt by a character that both share.
    #[test]
    fn both_scripts_get_the_same_verdict(at in 0usize..46, new in prop::sample::select("天山人月水白".chars().collect::<Vec<_>>())) {
        let spoil = |text: &str| -> String {
            let spoilt = |(n, c): (usize, char)| if n == at && !"，。".contains(c) { new } else { c };
            text.chars().enumerate().map(spoilt).collect()
        };
        let [a, b] = [SPRING, SPRING_TRADITIONAL].map(|text| {
            check(&format!("清平乐\n{}", spoil(text)), &TUNES, &Options::default()).unwrap()
        });
        prop_assert_eq!(verdict(&a), verdict(&b));
    }
}
