//! [`verse::check`] with any text and any options.

use std::borrow::Cow;

use verse::{
    Form, Language, Options, Pin, Report, RhymeBook, Severity, Strictness, ToneClass, check,
    template::Opening,
};

use crate::{choose, maybe, one_of};

/// Bits of the fourth byte: whether the English report is compared with the Chinese one, and one without some advice with
/// one that has it. Each costs as much as the check itself, so the engine does not always pay for it.
const ENGLISH: u8 = 1 << 6;
const UNADVISED: u8 = 1 << 7;
/// Where that byte is.
const FLAGS: usize = 3;

/// The same bytes with all that can be asserted of them.
pub fn ways(data: &[u8]) -> Vec<Vec<u8>> {
    let mut data = data.to_vec();
    if let Some(flags) = data.get_mut(FLAGS) {
        *flags |= ENGLISH | UNADVISED;
    }
    vec![data]
}

/// Six bytes choose the options; the rest is the text.
pub fn run(mut data: &[u8]) {
    let flags = data.get(FLAGS).copied().unwrap_or_default();
    let options = options(&mut data);
    let text = String::from_utf8_lossy(data);
    let report = check(&text, &options);
    places(&text, &report);
    serde_json::to_string(&report).expect("a report has a JSON form");

    if flags & ENGLISH != 0 {
        in_english(&text, &options, &report);
    }
    if flags & UNADVISED != 0 {
        unadvised(&text, options, &report);
    }
}

/// What is said and where, without the words.
fn said(report: &Report) -> Vec<(Cow<'static, str>, Severity, usize, Vec<usize>)> {
    let findings = report.findings.iter();
    findings
        .map(|f| (f.code.clone(), f.severity, f.line, f.chars.clone()))
        .collect()
}

/// The words of a report are another matter than what it says.
fn in_english(text: &str, options: &Options, report: &Report) {
    let options = Options {
        language: Language::En,
        ..options.clone()
    };
    let english = check(text, &options);
    assert_eq!(said(report), said(&english));
    assert_eq!(report.lines, english.lines);
}

/// Advice that is not wanted is left out, and nothing else.
fn unadvised(text: &str, mut options: Options, report: &Report) {
    let mut advice = report.findings.iter();
    let Some(advice) = advice.find(|f| f.severity == Severity::Advice) else {
        return;
    };
    let code = advice.code.to_string();
    options.without_advice = vec![code.clone()];
    let mut rest = said(report);
    rest.retain(|(other, severity, ..)| *severity != Severity::Advice || *other != code);
    assert_eq!(said(&check(text, &options)), rest);
}

fn options(data: &mut &[u8]) -> Options {
    let (book, form, opening) = (choose(data), choose(data), choose(data));
    let (flags, line, position) = (choose(data), choose(data), choose(data));
    let openings = [
        (ToneClass::Level, true),
        (ToneClass::Level, false),
        (ToneClass::Oblique, true),
        (ToneClass::Oblique, false),
    ];
    let strictness = [Strictness::Usual, Strictness::Strict, Strictness::Lenient];
    let readings = [Pin::LEVEL, Pin::OBLIQUE, "平東", "no reading"];
    let pin = Pin {
        line,
        position,
        reading: one_of(&readings, flags >> 4).to_owned(),
    };
    Options {
        book: one_of(&RhymeBook::ALL, book),
        form: maybe(&Form::ALL, form),
        opening: maybe(&openings, opening).map(|(second, rhymes)| Opening { second, rhymes }),
        unfinished: flags & 1 == 1,
        strictness: one_of(&strictness, flags >> 1 & 3),
        without_advice: Vec::new(),
        language: Language::Zh,
        pins: if flags & 8 == 8 {
            vec![pin]
        } else {
            Vec::new()
        },
    }
}

/// Every place of the report is one of the text, and every finding is at a place of the report.
fn places(text: &str, report: &Report) {
    let units: Vec<u16> = text.encode_utf16().collect();
    for line in &report.lines {
        assert!(line.start <= line.end && line.end <= units.len());
        for c in line.chars.iter().take(line.written()) {
            let mut buffer = [0; 2];
            let written = c.character.encode_utf16(&mut buffer);
            assert_eq!(&units[c.at..c.at + written.len()], written);
        }
    }
    let order = |f: &verse::Finding| (f.line, f.severity, f.chars.clone());
    assert!(report.findings.is_sorted_by_key(order));
    for finding in &report.findings {
        assert!((1..=report.lines.len().max(1)).contains(&finding.line));
        assert!(!finding.message.is_empty());
        let own = finding.chars.iter().map(|c| (finding.line, *c));
        for (line, position) in own.chain(finding.related.iter().copied()) {
            let chars = report.lines[line - 1].chars.len();
            assert!((1..=chars).contains(&position), "{finding:?}");
        }
    }
}
