//! The claims in a critic's prose.

use verse::{Report, ToneClass};

use super::{
    Fault,
    sentence::{Place, clauses, place},
};

/// A claim before it is judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub quote: String,
    pub fault: Fault,
    pub line: Option<usize>,
    pub position: Option<usize>,
}

/// The words for each fault. A longer word stands before a shorter one in it.
const WORDS: [(&str, Fault); 21] = [
    ("失粘", Fault::Adhesion),
    ("失黏", Fault::Adhesion),
    ("不粘", Fault::Adhesion),
    ("失对", Fault::Opposition),
    ("孤平", Fault::LoneLevel),
    ("三平尾", Fault::ThreeLevelTail),
    ("三平调", Fault::ThreeLevelTail),
    ("三仄尾", Fault::ThreeObliqueTail),
    ("三仄调", Fault::ThreeObliqueTail),
    ("重韵", Fault::RepeatedRhymeWord),
    ("出韵", Fault::OffRhyme),
    ("落韵", Fault::OffRhyme),
    ("失韵", Fault::OffRhyme),
    ("不押韵", Fault::OffRhyme),
    ("未押韵", Fault::OffRhyme),
    ("没有押韵", Fault::OffRhyme),
    ("不入韵", Fault::OffRhyme),
    ("失律", Fault::Tone),
    ("出律", Fault::Tone),
    ("平仄不合", Fault::Tone),
    ("平仄有误", Fault::Tone),
];

/// What denies the word after it, within a few characters.
const DENIALS: [&str; 8] = ["没", "无", "未", "不", "非", "免", "忌", "防"];

/// What makes a clause a supposition.
const SUPPOSED: [&str; 5] = ["如果", "假如", "倘若", "要是", "若"];

/// What says that a class should stand somewhere.
const SHOULD: [char; 7] = ['应', '當', '当', '宜', '须', '该', '需'];

/// All claims, in the order of the prose.
pub(super) fn find(prose: &str, report: &Report) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut now = Place::default();
    for (begins, clause) in clauses(prose) {
        let named = place(&clause, report);
        if begins {
            // 此句 speaks of the line before; a character is named anew in each sentence.
            now.position = None;
            now.character = None;
        }
        if named.line.is_some() {
            now = named;
        } else if named.position.is_some() || named.character.is_some() {
            now.position = named.position;
            now.character = named.character;
        }
        if clause.contains("全诗") || clause.contains("全篇") {
            now = Place::default();
        }
        if SUPPOSED.iter().any(|w| clause.trim_start().starts_with(w)) {
            continue;
        }
        if let Some(fault) = fault(&clause) {
            let (line, position) = locate(now, fault, report);
            let claim = Found {
                quote: clause.trim().to_owned(),
                fault,
                line,
                position,
            };
            let is_same = |f: &Found| (f.fault, f.line, f.position) == (fault, line, position);
            if !found.iter().any(is_same) {
                found.push(claim);
            }
        }
    }
    found
}

/// The fault that a clause claims.
fn fault(clause: &str) -> Option<Fault> {
    if let Some(class) = should(clause) {
        return Some(Fault::Should(class));
    }
    for (word, fault) in WORDS {
        let Some((before, after)) = clause.split_once(word) else {
            continue;
        };
        // 孤平拗救 is no lone level, 失对仗 no lost opposition, 首句不入韵 an opening.
        let is_other = ["拗救", "已救", "自救", "仗"]
            .iter()
            .any(|w| after.starts_with(w))
            || (word == "不入韵" && before.ends_with("首句"));
        if !is_other && !is_denied(before) {
            return Some(fault);
        }
    }
    None
}

/// Whether the words before a fault deny it.
fn is_denied(before: &str) -> bool {
    let skip = before.chars().count().saturating_sub(4);
    let near: String = before.chars().skip(skip).collect();
    DENIALS.iter().any(|w| near.contains(w))
}

/// 应为仄声, 宜用平, 须平: the class that is asked for.
fn should(clause: &str) -> Option<ToneClass> {
    let chars: Vec<char> = clause.chars().collect();
    for (at, c) in chars.iter().enumerate() {
        if !SHOULD.contains(c) {
            continue;
        }
        // 应为, 应该是, 当用, 宜换成; and then the class, and no 平仄 or 平水.
        let after = chars.iter().skip(at + 1);
        let gap = after
            .take_while(|c| "为是用该当作读取换改成以".contains(**c))
            .count();
        let class = match chars.get(at + 1 + gap) {
            Some('平') if !matches!(chars.get(at + 2 + gap), Some('仄' | '水' | '和' | '实')) => {
                ToneClass::Level
            }
            Some('仄') => ToneClass::Oblique,
            _ => continue,
        };
        let denied = at > 0 && chars[at - 1] == '不';
        return Some(if denied { class.opposite() } else { class });
    }
    None
}

/// The line and the place of a claim.
fn locate(place: Place, fault: Fault, report: &Report) -> (Option<usize>, Option<usize>) {
    let ends = fault == Fault::OffRhyme || fault == Fault::RepeatedRhymeWord;
    let Some(character) = place.character else {
        let position = if ends { None } else { place.position };
        return (place.line, position);
    };
    // Where a quoted character stands: at its place if one is named, in its line if one is named; a
    // rhyme word at an end.
    let mut at = None;
    for (line, number) in report.lines.iter().zip(1..) {
        if place.line.is_some_and(|l| l != number) {
            continue;
        }
        for (c, position) in line.chars.iter().zip(1..) {
            let elsewhere = place.position.is_some_and(|p| p != position);
            let inside = ends && position != line.chars.len();
            if c.character == character && !elsewhere && !inside && at.is_none() {
                at = Some((number, position));
            }
        }
    }
    match at {
        Some((line, position)) => (Some(line), Some(position)),
        None => (place.line, place.position),
    }
}
