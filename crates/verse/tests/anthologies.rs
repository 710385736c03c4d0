//! Two anthologies of regulated verse: every error found in them has been looked at.

// A helper of a test fails as a test does.
#![allow(clippy::unwrap_used)]

mod tables;

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use tables::rows;
use verse::{Kind, Options, Report, Severity, check};

/// The reports of all poems, each with the id and the class that the anthology gives.
fn reports() -> Vec<(String, String, Report)> {
    rows("tests/anthologies/poems.tsv")
        .into_iter()
        .map(|row| {
            let report = check(&row[4], &Options::default());
            (row[0].clone(), row[3].clone(), report)
        })
        .collect()
}

/// A finding as `reviewed.tsv` names it: id, line, places, code.
type Named = (String, usize, String, String);

fn errors(id: &str, report: &Report) -> Vec<Named> {
    let is_error = |f: &&verse::Finding| f.severity == Severity::Error;
    report
        .findings
        .iter()
        .filter(is_error)
        .map(|f| {
            let chars: Vec<String> = f.chars.iter().map(usize::to_string).collect();
            (
                id.to_owned(),
                f.line,
                chars.join(","),
                f.code.clone().into_owned(),
            )
        })
        .collect()
}

#[test]
fn every_error_is_reviewed_and_every_review_found() {
    let found: BTreeSet<Named> = reports()
        .iter()
        .flat_map(|(id, _, report)| errors(id, report))
        .collect();
    let reviewed: BTreeSet<Named> = rows("tests/anthologies/reviewed.tsv")
        .into_iter()
        .map(|row| {
            (
                row[0].clone(),
                row[1].parse().unwrap(),
                row[2].clone(),
                row[3].clone(),
            )
        })
        .collect();
    let new: Vec<&Named> = found.difference(&reviewed).collect();
    let gone: Vec<&Named> = reviewed.difference(&found).collect();
    assert!(new.is_empty(), "not reviewed: {new:#?}");
    assert!(gone.is_empty(), "reviewed, but not found: {gone:#?}");
}

#[test]
fn every_review_says_what_it_is() {
    for row in rows("tests/anthologies/reviewed.tsv") {
        assert_eq!(row.len(), 6, "{row:?}");
        assert!(["deviation", "edition"].contains(&&*row[4]), "{row:?}");
        assert!(!row[5].is_empty(), "{row:?}");
    }
}

/// What the anthologies class as octaves or as seven-character quatrains is regulated, but for one
/// quatrain of 樂府. Of the five-character quatrains some are old-style (古絕) and some rhyme
/// obliquely.
#[test]
fn the_kind_is_that_of_the_anthology() {
    let mut others: Vec<(String, Kind)> = Vec::new();
    for (id, class, report) in reports() {
        if report.kind != Kind::Regulated {
            others.push((id, report.kind));
        } else {
            let same = match class.as_str() {
                "五言絕句" => "五言绝句",
                "七言絕句" => "七言绝句",
                "五言律詩" => "五言律诗",
                _ => "七言律诗",
            };
            assert_eq!(report.form, Some(same), "{id}");
        }
    }
    let of = |kind: Kind| -> Vec<&str> {
        others
            .iter()
            .filter(|(_, k)| *k == kind)
            .map(|(id, _)| id.as_str())
            .collect()
    };
    // 新嫁娘詞, 鹿柴, 靜夜思, 怨情, 送崔九, 金縷衣, 長干行 (家臨九江水), 靜夜思, 易水送別.
    assert_eq!(
        of(Kind::OldStyle),
        [
            "tang-003", "tang-006", "tang-011", "tang-012", "tang-025", "tang-310", "tang-316",
            "qian-029", "qian-037"
        ]
    );
    // 雜詩, 竹里館, 春曉, 江雪, 尋隱者不遇, 送靈澈上人, 送上人, 玉階怨; 春眠, 竹里館, 秋日, 尋隱者不遇.
    assert_eq!(
        of(Kind::ObliqueRhymed),
        [
            "tang-005", "tang-007", "tang-018", "tang-020", "tang-024", "tang-026", "tang-028",
            "tang-294", "qian-001", "qian-013", "qian-023", "qian-027"
        ]
    );
    assert_eq!(of(Kind::Malformed), Vec::<&str>::new());
}

/// A report without its places in the text: kind, form, opening and rhyme, then the class and tone of
/// each character, then the findings.
fn verdict(report: &Report) -> impl PartialEq + std::fmt::Debug + use<> {
    let whole = (
        report.kind,
        report.form,
        report.opening,
        report.rhyme.clone(),
        report.line_types(),
    );
    let chars: Vec<_> = report
        .lines
        .iter()
        .flat_map(|l| &l.chars)
        .map(|c| (c.class, c.group))
        .collect();
    let findings: Vec<_> = report
        .findings
        .iter()
        .map(|f| (f.line, f.chars.clone(), f.related.clone(), f.code.clone()))
        .collect();
    (whole, chars, findings)
}

/// The simplified form of each traditional character, where that form stands for no other.
fn simplified() -> (BTreeMap<char, char>, BTreeSet<char>) {
    let mut to = BTreeMap::new();
    let mut ambiguous = BTreeSet::new();
    for row in rows("data/scripts.tsv") {
        let simplified = row[0].chars().next().unwrap();
        let forms: Vec<char> = row[1].chars().collect();
        match forms[..] {
            [form] => {
                to.insert(form, simplified);
            }
            _ => ambiguous.extend(forms.into_iter().chain([simplified])),
        }
    }
    (to, ambiguous)
}

/// The lines of a poem.
fn lines(text: &str) -> Vec<&str> {
    text.split(['，', '。', '？', '！', '；', '、', '：'])
        .filter(|l| !l.is_empty())
        .collect()
}

/// Wherever each character of four lines has one form in either script, both get the same verdict.
#[test]
fn both_scripts_get_the_same_verdict() {
    let (to, ambiguous) = simplified();
    let mut compared = 0;
    for row in rows("tests/anthologies/poems.tsv") {
        for four in lines(&row[4]).windows(4).step_by(2) {
            let traditional = four.join("，");
            if traditional.chars().any(|c| ambiguous.contains(&c)) {
                continue;
            }
            let simplified: String = traditional
                .chars()
                .map(|c| to.get(&c).copied().unwrap_or(c))
                .collect();
            let [one, other] = [&traditional, &simplified].map(|t| check(t, &Options::default()));
            assert_eq!(verdict(&one), verdict(&other), "{traditional} {simplified}");
            compared += 1;
        }
    }
    assert!(compared > 100, "{compared} stretches");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn marks_and_spaces_between_lines_change_nothing(
        number in any::<prop::sample::Index>(),
        marks in prop::collection::vec(prop::sample::select(vec!["，", "。", "\n", "！\n", "；", "？ ", "，\r\n", "　"]), 8),
    ) {
        let poems = rows("tests/anthologies/poems.tsv");
        let text = &poems[number.index(poems.len())][4];
        let marked: String = lines(text).iter().zip(marks.iter().cycle()).map(|(l, m)| format!("{l}{m}")).collect();
        let [one, other] = [text, &marked].map(|t| check(t, &Options::default()));
        prop_assert_eq!(verdict(&one), verdict(&other));
    }

    #[test]
    fn spaces_between_characters_change_nothing(
        number in any::<prop::sample::Index>(),
        space in prop::sample::select(vec![" ", "\u{3000}", "\u{200b}"]),
    ) {
        let poems = rows("tests/anthologies/poems.tsv");
        let text = &poems[number.index(poems.len())][4];
        let spaced: String = text.chars().map(|c| format!("{c}{space}")).collect();
        let [one, other] = [text, &spaced].map(|t| check(t, &Options::default()));
        prop_assert_eq!(verdict(&one), verdict(&other));
    }
}
