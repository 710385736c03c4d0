//! Poems whose reading the handbooks agree on, and hard cases.

// A helper of a test fails as a test does.
#![allow(clippy::unwrap_used)]

use std::{collections::BTreeMap, fs, path::Path};

use serde::Deserialize;
use verse::{Kind, Options, Report, Severity, ToneClass};

/// The codes that `findings` lists whole; others stand in `includes`.
const LISTED: [&str; 14] = [
    "lone-level",
    "lone-level-rescue",
    "crossed-tail",
    "major-deviation",
    "major-deviation-rescued",
    "minor-deviation",
    "minor-deviation-rescued",
    "three-oblique-tail",
    "three-level-tail",
    "opposition",
    "adhesion",
    "tone",
    "off-rhyme",
    "borrowed-rhyme",
];

#[derive(Deserialize)]
struct Gold {
    poem: Vec<Poem>,
}

#[derive(Deserialize)]
struct Poem {
    title: String,
    text: String,
    form: Option<String>,
    lines: Option<String>,
    rhyme: Option<String>,
    findings: Option<Vec<String>>,
    #[serde(default)]
    includes: Vec<String>,
    #[serde(default)]
    excludes: Vec<String>,
    #[serde(default)]
    readings: BTreeMap<char, ToneClass>,
    #[serde(default = "yes")]
    regulated: bool,
}

fn yes() -> bool {
    true
}

/// What differs between a poem and its report.
fn differences(poem: &Poem) -> Vec<String> {
    let report = verse::check(&poem.text, &Options::default());
    let mut wrong = Vec::new();
    let mut compare = |what: &str, expected: &Option<String>, found: Option<String>| {
        if expected.is_some() && *expected != found {
            wrong.push(format!("{what}: expected {expected:?}, found {found:?}"));
        }
    };
    compare("form", &poem.form, report.form.map(str::to_owned));
    compare(
        "rhyme",
        &poem.rhyme,
        report.rhyme.as_ref().map(|r| r.group.to_owned()),
    );
    if poem.regulated {
        compare("lines", &poem.lines, Some(report.line_types()));
    }
    if poem.regulated != (report.kind == Kind::Regulated) {
        wrong.push(format!("kind: {:?}", report.kind));
    }
    let all: Vec<String> = report
        .findings
        .iter()
        .map(|f| format!("{}:{}", f.line, f.code))
        .collect();
    if let Some(expected) = poem.findings.as_ref().filter(|_| poem.regulated) {
        let mut expected = expected.clone();
        let mut found: Vec<String> = report
            .findings
            .iter()
            .filter(|f| f.severity != Severity::Advice && LISTED.contains(&&*f.code))
            .map(|f| format!("{}:{}", f.line, f.code))
            .collect();
        expected.sort();
        found.sort();
        if expected != found {
            wrong.push(format!("findings: expected {expected:?}, found {found:?}"));
        }
    }
    wrong.extend(
        poem.includes
            .iter()
            .filter(|i| !all.contains(i))
            .map(|i| format!("no {i}: {all:?}")),
    );
    let is_excluded = |e: &&String| {
        all.iter().any(|f| {
            f == *e
                || f.split_once(':')
                    .is_some_and(|(_, code)| code == e.as_str())
        })
    };
    wrong.extend(
        poem.excludes
            .iter()
            .filter(is_excluded)
            .map(|e| format!("reports {e}")),
    );
    wrong.extend(wrong_readings(poem, &report));
    wrong
}

/// The characters that have another class than the handbooks say.
fn wrong_readings(poem: &Poem, report: &Report) -> Vec<String> {
    poem.readings
        .iter()
        .filter_map(|(c, class)| {
            let mut places = report
                .lines
                .iter()
                .flat_map(|l| &l.chars)
                .filter(|x| x.character == *c)
                .peekable();
            places.peek()?;
            (!places.any(|x| x.class == Some(*class))).then(|| format!("{c} should be {class:?}"))
        })
        .collect()
}

fn run(file: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/gold")
        .join(file);
    let gold: Gold = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    assert!(gold.poem.len() > 20, "the fixture is whole");
    let wrong: Vec<String> = gold
        .poem
        .iter()
        .map(|p| (p, differences(p)))
        .filter(|(_, wrong)| !wrong.is_empty())
        .map(|(p, wrong)| format!("{}\n    {}", p.title, wrong.join("\n    ")))
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        gold.poem.len(),
        wrong.join("\n")
    );
}

#[test]
fn poems() {
    run("poems.toml");
}

#[test]
fn cases() {
    run("cases.toml");
}
