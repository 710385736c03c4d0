//! A poem that is being written: what is still open is asked for and is no fault.

// A helper of a test fails as a test does.
#![allow(clippy::unwrap_used)]

use verse::{
    Form, Kind, LineType, Opening, Options, Report, Severity, Slot, ToneClass, check, template,
};

fn options(form: Form, opening: Option<Opening>) -> Options {
    Options {
        form: Some(form),
        opening,
        unfinished: true,
        ..Options::default()
    }
}

fn found(report: &Report) -> Vec<String> {
    let said = report
        .findings
        .iter()
        .filter(|f| f.severity != Severity::Advice);
    said.map(|f| format!("{}:{}", f.line, f.code)).collect()
}

fn slots(report: &Report) -> Vec<Vec<Slot>> {
    let slots = |line: &verse::Line| line.chars.iter().filter_map(|c| c.slot).collect();
    report.lines.iter().map(slots).collect()
}

#[test]
fn nothing_written_is_the_pattern_itself() {
    for form in Form::ALL {
        for chosen in [None].into_iter().chain(Opening::ALL.into_iter().map(Some)) {
            let report = check("", &options(form, chosen));
            let opening = chosen.unwrap_or(Opening::usual(form));
            let wanted: Vec<Vec<Slot>> = template(form, opening)
                .lines
                .into_iter()
                .map(|line| line.slots)
                .collect();
            assert_eq!(slots(&report), wanted, "{form:?} {chosen:?}");
            assert_eq!(found(&report), [""; 0], "{form:?} {chosen:?}");
            assert_eq!(report.open_places(), form.width() * form.lines());
            assert_eq!(report.kind, Kind::Regulated);
            assert_eq!(report.opening, Some(opening.chinese()));
        }
    }
}

#[test]
fn every_beginning_of_a_good_poem_is_without_fault() {
    let poems = [
        (
            Form::FiveQuatrain,
            "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。",
        ),
        (
            Form::SevenQuatrain,
            "朝辞白帝彩云间，千里江陵一日还。两岸猿声啼不住，轻舟已过万重山。",
        ),
        (
            Form::FiveOctave,
            "离离原上草，一岁一枯荣。野火烧不尽，春风吹又生。远芳侵古道，晴翠接荒城。又送王孙去，萋萋满别情。",
        ),
    ];
    for (form, poem) in poems {
        let all: Vec<char> = poem.chars().collect();
        for length in 0..=all.len() {
            let text: String = all[..length].iter().collect();
            let report = check(&text, &options(form, None));
            let faults: Vec<_> = report
                .findings
                .iter()
                .filter(|f| matches!(f.severity, Severity::Error | Severity::Warning))
                .collect();
            assert!(faults.is_empty(), "{text}: {faults:?}");
            let written = all[..length].iter().filter(|c| c.is_alphanumeric()).count();
            assert_eq!(
                report.open_places(),
                form.width() * form.lines() - written,
                "{text}"
            );
            let known: usize = report.lines.iter().map(verse::Line::written).sum();
            assert_eq!(known, written, "{text}");
        }
    }
}

#[test]
fn a_blank_anywhere_is_no_fault() {
    let poem = "向晚意不适，驱车登古原。夕阳无限好，只是近黄昏。";
    let all: Vec<char> = poem.chars().collect();
    for one in 0..all.len() {
        for other in 0..all.len() {
            let blank = |(at, c): (usize, &char)| {
                let takes = (at == one || at == other) && c.is_alphanumeric();
                if takes { '□' } else { *c }
            };
            let text: String = all.iter().enumerate().map(blank).collect();
            let errors = check(&text, &options(Form::FiveQuatrain, None)).count(Severity::Error);
            assert_eq!(errors, 0, "{text}");
        }
    }
}

#[test]
fn a_rescue_does_not_rest_on_what_is_open() {
    let report = check("向晚意不适，驱车", &options(Form::FiveQuatrain, None));
    assert_eq!(found(&report), [""; 0]);
    let report = check("向晚意不适，驱车登", &options(Form::FiveQuatrain, None));
    assert_eq!(found(&report), ["1:major-deviation-rescued"]);
}

#[test]
fn what_is_written_is_still_checked() {
    let report = check("白日依山尽，黄河入河", &options(Form::FiveQuatrain, None));
    assert_eq!(found(&report), ["2:tone"]);
    let report = check("白日依山尽了，", &options(Form::FiveQuatrain, None));
    assert_eq!(found(&report), ["1:wrong-length"]);
    let long = "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。白日依山尽，";
    let report = check(long, &options(Form::FiveQuatrain, None));
    assert!(found(&report).contains(&"5:wrong-number-of-lines".to_owned()));
}

#[test]
fn the_opening_that_was_chosen_holds() {
    let level = Opening {
        second: ToneClass::Level,
        rhymes: true,
    };
    let report = check("白日", &options(Form::FiveQuatrain, Some(level)));
    assert_eq!(report.lines[0].line_type, Some(LineType::UpperB));
    assert_eq!(found(&report), ["1:tone"]);
    let report = check("白日", &options(Form::FiveQuatrain, None));
    assert_eq!(report.lines[0].line_type, Some(LineType::UpperA));
    assert_eq!(found(&report), [""; 0]);
}

#[test]
fn places_that_are_not_written_stand_behind_what_is() {
    let text = "春望\n\n国破山，";
    let report = check(text, &options(Form::FiveOctave, None));
    assert_eq!(report.title.as_deref(), Some("春望"));
    let first = &report.lines[0];
    assert_eq!((first.start, first.end, first.written()), (4, 7, 3));
    assert_eq!((first.chars[3].at, first.text().as_str()), (7, "国破山□□"));
    let second = &report.lines[1];
    assert_eq!((second.start, second.end, second.written()), (8, 8, 0));
}
