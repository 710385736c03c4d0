//! A claim held against the report.

use verse::{Char, Finding, Report, Severity, Slot, ToneClass};

use super::{Fault, Reading, Verdict, Why, claims::Found};

/// Codes of faults that are wrong tones.
const TONES: [&str; 6] = [
    "tone",
    "lone-level",
    "major-deviation",
    "three-level-tail",
    "three-oblique-tail",
    "loose-crossed-tail",
];

/// What a report says to a claim.
pub(super) fn judge(claim: &Found, report: &Report) -> Verdict {
    let line = claim.line.and_then(|n| report.lines.get(n.checked_sub(1)?));
    if claim.line.is_some() && line.is_none() {
        return Verdict::Undecided;
    }
    let character = line
        .zip(claim.position)
        .and_then(|(line, at)| line.chars.get(at.checked_sub(1)?));
    if claim.position.is_some() && claim.line.is_some() && character.is_none() {
        return Verdict::Undecided;
    }
    let codes: &[&str] = match claim.fault {
        Fault::Should(asked) => return should(claim, asked, character, report),
        Fault::OffRhyme => return off_rhyme(claim, report),
        Fault::Tone => &TONES,
        Fault::Adhesion => &["adhesion"],
        Fault::Opposition => &["opposition"],
        Fault::LoneLevel => &["lone-level"],
        Fault::ThreeLevelTail => &["three-level-tail"],
        Fault::ThreeObliqueTail => &["three-oblique-tail"],
        Fault::RepeatedRhymeWord => &["repeated-rhyme-word"],
    };
    if let Some(found) = find(claim, codes, report) {
        return Verdict::Confirmed(found.code.to_string());
    }
    let scanned =
        |l: &verse::Line| l.line_type.is_some() && l.chars.iter().all(|c| c.class.is_some());
    let decides = match line {
        Some(line) => scanned(line),
        None => report.lines.iter().all(scanned),
    };
    if !decides {
        return Verdict::Undecided;
    }
    let rescued = claim.line.is_some_and(|n| is_rescued(report, n));
    let about_tones = matches!(claim.fault, Fault::Tone | Fault::LoneLevel);
    let why = if rescued && about_tones {
        Why::Rescued
    } else {
        Why::NotFound
    };
    disproved(why, character)
}

/// The finding of one of these codes at a claim's line and place. What lies between two lines is
/// found at the second; a critic may name either.
fn find<'a>(claim: &Found, codes: &[&str], report: &'a Report) -> Option<&'a Finding> {
    report.findings.iter().find(|f| {
        let between = matches!(claim.fault, Fault::Adhesion | Fault::Opposition);
        let here = claim
            .line
            .is_none_or(|n| f.line == n || (between && f.line == n + 1));
        let place = claim
            .position
            .is_none_or(|p| f.chars.is_empty() || f.chars.contains(&p) || between);
        is_fault(f) && codes.contains(&&*f.code) && here && place
    })
}

fn is_fault(finding: &Finding) -> bool {
    matches!(finding.severity, Severity::Error | Severity::Warning)
}

/// Whether a deviation of a line is rescued.
fn is_rescued(report: &Report, line: usize) -> bool {
    report
        .findings
        .iter()
        .any(|f| f.line == line && f.severity == Severity::Rescue)
}

/// A class is said to be missing.
fn should(claim: &Found, asked: ToneClass, character: Option<&Char>, report: &Report) -> Verdict {
    let Some((number, character)) = claim.line.zip(character) else {
        return Verdict::Undecided;
    };
    match character.class {
        None => return Verdict::Undecided,
        Some(class) if class == asked => return disproved(Why::HasIt, Some(character)),
        Some(_) => {}
    }
    if let Some(found) = find(claim, &TONES, report) {
        return Verdict::Confirmed(found.code.to_string());
    }
    let off_rhyme = find(claim, &["off-rhyme"], report);
    if let Some(found) = off_rhyme.filter(|_| asked == ToneClass::Level) {
        return Verdict::Confirmed(found.code.to_string());
    }
    let why = match (character.slot, asked) {
        (Some(Slot::Free), _) => Why::Free,
        (Some(Slot::Level | Slot::Rhyme), ToneClass::Oblique)
        | (Some(Slot::Oblique), ToneClass::Level) => Why::AskedOtherwise,
        // The pattern asks for it and the check finds no fault: it must be rescued, or allowed.
        (Some(_), _) if is_rescued(report, number) => Why::Rescued,
        _ => return Verdict::Undecided,
    };
    disproved(why, Some(character))
}

/// A rhyme is said to be none.
fn off_rhyme(claim: &Found, report: &Report) -> Verdict {
    if let Some(found) = find(claim, &["off-rhyme"], report) {
        return Verdict::Confirmed(found.code.to_string());
    }
    let Some(rhyme) = &report.rhyme else {
        return Verdict::Undecided;
    };
    let Some(number) = claim.line else {
        return match rhyme.borrowed[..] {
            [] => disproved(Why::NotFound, None),
            _ => Verdict::Undecided,
        };
    };
    let last = number
        .checked_sub(1)
        .and_then(|at| report.lines.get(at)?.chars.last());
    if rhyme.borrowed.contains(&number) || last.is_none_or(|c| c.class.is_none()) {
        // A neighbour's rhyme: some allow it.
        Verdict::Undecided
    } else if rhyme.lines.contains(&number) {
        disproved(Why::Rhymes, last)
    } else {
        disproved(Why::NeedsNoRhyme, last)
    }
}

fn disproved(why: Why, character: Option<&Char>) -> Verdict {
    let reading = character.and_then(|c| {
        Some(Reading {
            character: c.character,
            class: c.class?,
            tone: c.tone(),
            group: c.group.map(|g| g.name().to_owned()),
            pinyin: c.pinyin().map(str::to_owned),
            slot: c.slot,
        })
    });
    Verdict::Disproved { why, reading }
}
