//! [`verse::ci::check`] with any text and any options.

use std::sync::LazyLock;

use verse::{
    Language, RhymeBook,
    ci::{CiReport, Options, Tunes, check},
};

use crate::{choose, maybe, one_of};

static TUNES: LazyLock<Tunes> = LazyLock::new(|| {
    let table = include_bytes!("../../crates/verse/data/tunes.bin");
    Tunes::from_bytes(table).expect("the table is whole")
});

/// Loads the table.
pub fn load() {
    LazyLock::force(&TUNES);
}

/// Four bytes choose the options; the rest is the text.
pub fn run(mut data: &[u8]) {
    let (book, tune, form, language) = (
        choose(&mut data),
        choose(&mut data),
        choose(&mut data),
        choose(&mut data),
    );
    let names = ["如梦令", "水调歌头", "菩薩蠻", "no tune"];
    let options = Options {
        tune: maybe(&names, tune).map(str::to_owned),
        form: maybe(&[0, 1, 2, 3, usize::MAX], form),
        book: one_of(&RhymeBook::ALL, book),
        language: one_of(&Language::ALL, language),
    };
    let text = String::from_utf8_lossy(data);
    if let Some(report) = check(&text, &TUNES, &options) {
        places(&text, &report);
        serde_json::to_string(&report).expect("a report has a JSON form");
    }
}

/// Every place of the report is one of the text, and every finding is at a line of the report.
fn places(text: &str, report: &CiReport) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut end = 0;
    for line in &report.lines {
        assert!(end <= line.start && line.start <= line.end && line.end <= units.len());
        end = line.end;
        for c in &line.chars {
            let mut buffer = [0; 2];
            let written = c.character.encode_utf16(&mut buffer);
            assert_eq!(&units[c.at..c.at + written.len()], written);
        }
    }
    for finding in &report.findings {
        assert!(!finding.message.is_empty());
        for (line, position) in finding.chars.iter().map(|c| (finding.line, *c)) {
            let chars = report.lines[line - 1].chars.len();
            assert!((1..=chars).contains(&position), "{finding:?}");
        }
    }
}
