//! English.

use verse::{Form, Kind, Language, Report, RhymeBook, Severity, Tone, ToneClass};

use super::{Strings, dotted, list};
use crate::{
    view::View,
    write::{rhyme_name::numbered, sheet::LineModel},
};

/// All phrases.
pub static STRINGS: Strings = Strings {
    tag: "en",
    spoken: Language::En,
    own_name: "English",
    brand: "吟窗",
    nav_label: "Main",
    nav: |view| match view {
        View::Write => "Write",
        View::Compose => "Compose",
        View::Learn => "Learn",
        View::Rhymes => "Rhymes",
        View::Drafts => "Drafts",
        View::Settings => "Settings",
        View::Share => "Share",
    },
    not_kept: "The browser did not let this page keep anything: its store is full or switched off. Your text is still on the page; copy it somewhere safe, then make room or allow storage.",
    set_aside: "Part of what was kept last time cannot be read. It stays in the browser under another name; nothing was deleted.",
    too_long: "What was to come in is longer than 400,000 characters, which is no poem; it was left out, and your text is as it was. Select the part to be checked and paste that.",
    not_fetched: "The rest of this page could not be fetched. Check the network and try again; if the site has just been updated, reload the page: your draft stays.",
    fetch_again: "Try again",
    coming: "On its way…",
    skip: "Skip to the content",
    put_away: "I see",
    sheet_label: "Sheet",
    welcome: "Write Chinese regulated verse and see its metre checked as you write. Everything happens on this device; only when a model writes for you do your wish and the poem go to the model that you chose.",
    write_own: "Write my own",
    celebrate: "Celebrate someone",
    field_label: "Text",
    field_placeholder: "Write verse here, or paste it",
    marked_label: "Characters and marks",
    sheet_empty: "Write the first line, and its tones are marked here.",
    lines_hidden: |count| format!("{count} more lines are checked but not drawn."),
    form_line,
    pinyin: "Pinyin",
    pinyin_long: "Show pinyin above the characters",
    vertical: "Vertical",
    fill: "Fill in",
    tunes: "Tunes",
    copy: "Copy",
    copied: "Copied",
    not_copied: "Not copied",
    clear: "New sheet",
    line_label,
    locked: |characters| format!(" Locked: {characters}."),
    verdict_label: "Verdict",
    summary,
    verdict_form,
    verdict_rhyme,
    types: "Lines",
    rhyme: "Rhyme",
    severity: |severity| match severity {
        Severity::Error => "Errors",
        Severity::Warning => "Warnings",
        Severity::Note => "Notes",
        Severity::Rescue => "Rescues",
        Severity::Advice => "Advice",
    },
    severity_sign: |severity| match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
        Severity::Rescue => "rescue",
        Severity::Advice => "advice",
    },
    place: |line, chars| match chars {
        [] => line.to_string(),
        chars => format!("{line}·{}", list(chars, " ")),
    },
    findings_label: "Findings",
    findings_hidden: |count| format!("{count} more findings are not listed."),
    pick_label: "Look at a character: move with the arrow keys",
    tone: |tone| match tone {
        Tone::Level => "level tone 平",
        Tone::Rising => "rising tone 上",
        Tone::Departing => "departing tone 去",
        Tone::Entering => "entering tone 入",
    },
    close: "Close",
    book: "Rhyme book",
    book_name: RhymeBook::english,
    advice: "Advice",
};

/// So many of something.
pub fn counted(count: u64, what: &str) -> String {
    if count == 1 {
        format!("1 {what}")
    } else {
        format!("{count} {what}s")
    }
}

fn form_name(report: &Report) -> String {
    let chinese = report.form.unwrap_or_default();
    let form = Form::ALL.into_iter().find(|form| form.chinese() == chinese);
    form.map_or_else(
        || chinese.to_owned(),
        |form| format!("{chinese} {}", form.english()),
    )
}

fn verdict_form(report: &Report) -> String {
    let lines = counted(report.lines.len() as u64, "line");
    match report.kind {
        _ if report.lines.is_empty() => "No verse yet".to_owned(),
        Kind::Regulated => dotted(&[
            &form_name(report),
            &opening(report),
            &open(report.open_places()),
        ]),
        Kind::ObliqueRhymed => dotted(&[
            &form_name(report),
            "oblique rhyme",
            &open(report.open_places()),
        ]),
        Kind::OldStyle => dotted(&["old-style verse", &lines]),
        Kind::Malformed => dotted(&[&lines, "no form yet"]),
        Kind::Ci => dotted(&[
            "Lyric",
            report.form.unwrap_or_default(),
            &open(report.open_places()),
        ]),
    }
}

/// How many characters are still to be found.
fn open(places: usize) -> String {
    match places {
        0 => String::new(),
        places => format!("{places} to go"),
    }
}

/// 仄起首句入韵 and its kin in English: the report gives the Chinese name.
fn opening(report: &Report) -> String {
    let Some(opening) = report.opening else {
        return String::new();
    };
    let class = if opening.starts_with('平') {
        "level"
    } else {
        "oblique"
    };
    let rhymes = if opening.contains("不入韵") {
        "does not rhyme"
    } else {
        "rhymes"
    };
    format!("{class} opening, first line {rhymes}")
}

fn rhyme(report: &Report) -> String {
    let rhyme = report.rhyme.as_ref();
    rhyme
        .map(|rhyme| numbered(report.book, rhyme.group, rhyme.class))
        .unwrap_or_default()
}

fn verdict_rhyme(report: &Report) -> String {
    let Some(found) = &report.rhyme else {
        return "—".to_owned();
    };
    let class = if found.class == ToneClass::Oblique {
        "oblique"
    } else {
        ""
    };
    dotted(&[&rhyme(report), class, report.book.english()])
}

fn form_line(report: &Report) -> String {
    if report.lines.is_empty() {
        return String::new();
    }
    dotted(&[&verdict_form(report), &rhyme(report), report.book.english()])
}

fn summary(report: &Report) -> String {
    if report.lines.is_empty() {
        return verdict_form(report);
    }
    let count = |severity| report.count(severity) as u64;
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let verdict = match (report.kind, errors, warnings) {
        (Kind::OldStyle, ..) => "not checked by the rules of regulated verse".to_owned(),
        (_, 0, 0) if report.open_places() > 0 => String::new(),
        (_, 0, 0) => "keeps the rules".to_owned(),
        (_, errors, 0) => counted(errors, "error"),
        (_, 0, warnings) => counted(warnings, "warning"),
        (_, errors, warnings) => {
            format!(
                "{}, {}",
                counted(errors, "error"),
                counted(warnings, "warning")
            )
        }
    };
    dotted(&[&verdict_form(report), &verdict])
}

fn line_label(line: &LineModel) -> String {
    let kind = line
        .letter
        .map(|letter| match letter {
            'A'..='z' => format!(", type {letter}"),
            rhyme => format!(", rhyme {rhyme}"),
        })
        .unwrap_or_default();
    let findings = if line.findings.is_empty() {
        ".".to_owned()
    } else {
        format!(": {}", line.findings.join(" "))
    };
    let text = dotted(&[&line.text, &open(line.open)]);
    format!("Line {}, {text}{kind}{findings}", line.number)
}
