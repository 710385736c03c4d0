//! The sheet drawn from reports that were made by hand: what the engine finds is tested there.

use verse::{DecidedBy, Kind, Line, LineType, Rhyme, RhymeBook, RhymeGroup};

use super::*;

fn char(character: char, tone: Option<Tone>, slot: Option<Slot>) -> verse::Char {
    let mut char = verse::Char::unknown(character, 0);
    char.class = tone.map(Tone::class);
    char.group = tone.and_then(|tone| RhymeGroup::all().find(|group| group.tone() == tone));
    char.slot = slot;
    char.decided_by = DecidedBy::Only;
    char
}

/// A line whose characters have the tones that the letters stand for: 平上去入, ? for unknown.
fn line(text: &str, tones: &str, start: usize) -> Line {
    let tone = |letter| match letter {
        '平' => Some(Tone::Level),
        '上' => Some(Tone::Rising),
        '去' => Some(Tone::Departing),
        '入' => Some(Tone::Entering),
        _ => None,
    };
    let chars = text.chars().zip(tones.chars());
    Line {
        line_type: Some(LineType::LowerA),
        start,
        end: start + text.encode_utf16().count(),
        chars: chars
            .map(|(c, letter)| char(c, tone(letter), Some(Slot::Free)))
            .collect(),
    }
}

fn report(lines: Vec<Line>, findings: Vec<Finding>) -> Report {
    Report {
        version: verse::report::VERSION,
        id: None,
        kind: Kind::Regulated,
        form: None,
        opening: None,
        book: RhymeBook::default(),
        title: Some("题".to_owned()),
        author: None,
        rhyme: Some(Rhyme {
            group: "尤",
            class: ToneClass::Level,
            lines: vec![2],
            borrowed: Vec::new(),
        }),
        lines,
        findings,
    }
}

fn finding(
    severity: Severity,
    line: usize,
    chars: &[usize],
    related: &[(usize, usize)],
) -> Finding {
    Finding {
        code: "code".into(),
        severity,
        line,
        chars: chars.to_vec(),
        related: related.to_vec(),
        message: format!("{severity:?} in {line}"),
    }
}

fn two_lines() -> Vec<Line> {
    vec![
        line("白日依山尽", "入入平平上", 0),
        line("黄河□海流", "平平?上平", 6),
    ]
}

const TEXT: &str = "白日依山尽，黄河□海流。";

#[test]
fn marks_follow_the_report() {
    let sheet = Sheet::new(TEXT, &report(two_lines(), Vec::new()));
    let marks = |line: usize| {
        sheet.lines[line]
            .cells
            .iter()
            .map(|c| c.mark.name())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        marks(0),
        ["entering", "entering", "level", "level", "oblique"]
    );
    assert_eq!(marks(1), ["level", "level", "blank", "oblique", "rhyme"]);
    assert_eq!(sheet.lines[1].cells[2].class, "blank");
    assert_eq!(sheet.lines[0].cells[0].class, "oblique");
    assert_eq!(sheet.lines[0].cells[0].slot, Some("free"));
    assert_eq!(sheet.lines[0].letter, Some('a'));
    assert_eq!(sheet.lines[0].pattern, "⊙仄平平仄");
    assert_eq!((sheet.title.as_deref(), sheet.width), (Some("题"), 5));
}

#[test]
fn an_oblique_rhyme_word_and_an_unknown_character_have_marks_of_their_own() {
    let mut lines = two_lines();
    lines[1] = line("孤舟蓑笠?", "平平平入入", 6);
    lines[0] = line("x日依山尽", "?入平平上", 0);
    let sheet = Sheet::new(TEXT, &report(lines, Vec::new()));
    assert_eq!(sheet.lines[1].cells[4].mark, Mark::ObliqueRhyme);
    assert_eq!(sheet.lines[0].cells[0].mark, Mark::Unknown);
    assert_eq!(sheet.lines[0].cells[0].class, "unknown");
}

#[test]
fn punctuation_is_found_by_utf16_places() {
    let text = "𠀀日依山尽，\n黄河□海流";
    let lines = vec![
        line("𠀀日依山尽", "入入平平上", 0),
        line("黄河□海流", "平平?上平", 8),
    ];
    let sheet = Sheet::new(text, &report(lines, Vec::new()));
    let stops: Vec<_> = sheet.lines.iter().map(|line| line.punctuation).collect();
    assert_eq!(stops, [Some('，'), None]);
}

#[test]
fn what_is_not_seen_is_no_stop() {
    for hidden in [
        "\u{200b}",
        "\u{200d}",
        "\u{fe00}",
        "\u{fe0f}",
        "\u{e0100}",
        "\u{301}",
        "\u{20dd}",
    ] {
        let text = ["白日依山尽", hidden, "，"].concat();
        let lines = vec![line("白日依山尽", "入入平平上", 0)];
        let sheet = Sheet::new(&text, &report(lines, Vec::new()));
        assert_eq!(sheet.lines[0].punctuation, Some('，'), "{hidden:?}");
    }
}

#[test]
fn a_place_shows_the_heaviest_fault_that_names_it_and_no_advice() {
    let findings = vec![
        finding(Severity::Warning, 1, &[3, 4], &[]),
        finding(Severity::Error, 1, &[4], &[(2, 1)]),
        finding(Severity::Advice, 2, &[1], &[]),
    ];
    let sheet = Sheet::new(TEXT, &report(two_lines(), findings));
    let faults = |line: usize| {
        sheet.lines[line]
            .cells
            .iter()
            .map(|c| c.fault)
            .collect::<Vec<_>>()
    };
    let (error, warning) = (Some(Severity::Error), Some(Severity::Warning));
    assert_eq!(faults(0), [None, None, warning, error, None]);
    assert_eq!(faults(1), [None; 5]);
    assert_eq!(sheet.lines[0].findings, ["Warning in 1", "Error in 1"]);
}

#[test]
fn a_rescue_marks_both_ends_and_joins_them() {
    let findings = vec![
        finding(Severity::Rescue, 1, &[4], &[(2, 3)]),
        finding(Severity::Rescue, 2, &[1, 2], &[]),
        finding(Severity::Rescue, 1, &[9], &[(7, 1)]),
    ];
    let sheet = Sheet::new(TEXT, &report(two_lines(), findings));
    let rescue = |line: usize| {
        sheet.lines[line]
            .cells
            .iter()
            .map(|c| c.rescue)
            .collect::<Vec<_>>()
    };
    assert_eq!(rescue(0), [false, false, false, true, false]);
    assert_eq!(rescue(1), [true, true, true, false, false]);
    let expected = [
        Arc {
            from: (1, 4),
            to: (2, 3),
        },
        Arc {
            from: (2, 1),
            to: (2, 2),
        },
    ];
    assert_eq!(sheet.arcs, expected);
}

#[test]
fn long_texts_are_drawn_in_part() {
    let text = "白".repeat(50);
    let lines = vec![line(&text, &"入".repeat(50), 0); MAX_LINES + 7];
    let sheet = Sheet::new(&text, &report(lines, Vec::new()));
    assert_eq!((sheet.lines.len(), sheet.hidden), (MAX_LINES, 7));
    assert_eq!(
        (sheet.lines[0].cells.len(), sheet.width),
        (MAX_CELLS, MAX_CELLS)
    );
}

#[test]
fn nothing_gives_an_empty_sheet() {
    let sheet = Sheet::new("", &report(Vec::new(), Vec::new()));
    assert!(sheet.lines.is_empty() && sheet.arcs.is_empty());
    assert_eq!(sheet.width, 0);
}

#[test]
fn the_script_is_told_by_forms_that_only_one_has() {
    let is = |text: &str| is_traditional(&verse::check(text, &verse::Options::default()));
    assert!(is("牀前看月光，疑是地上霜。舉頭望山月，低頭思故鄉。"));
    // One stray form, and two.
    assert!(is("牀前看月光，疑是地上霜。舉頭望山月，低頭思故乡。"));
    assert!(!is("牀前看月光，疑是地上霜。举頭望山月，低頭思故乡。"));
    assert!(!is("床前看月光，疑是地上霜。举头望山月，低头思故乡。"));
    // Too little to tell.
    assert!(!is("白日"));
}
