//! Asking for a part of a poem anew: faulty lines, and what a person wants changed.

use super::{POLISH, Prompt, REVISE, Revision, Task, book, lyric, prompt, rows};
use crate::{
    answer::{VerseLine, text_of},
    brief::Brief,
    plan::Pattern,
    rhymes,
};

/// A poem that a person wants changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change<'a> {
    /// The poem.
    pub lines: &'a [VerseLine],
    /// What its lines should be.
    pub patterns: &'a [Pattern],
    /// The head of its rhyme group; empty where there is none.
    pub group: &'a str,
    /// What is wanted.
    pub instruction: &'a str,
    /// Why the last answer would not do; empty for the first.
    pub reasons: &'a str,
}

/// The longest instruction that goes into a prompt, in characters.
const LONGEST_INSTRUCTION: usize = 500;

/// Asks for some lines.
pub fn revise(brief: &Brief, revision: &Revision<'_>) -> Prompt {
    let open: Vec<usize> = revision.tasks.iter().map(|t| t.line).collect();
    let names: Vec<String> = open.iter().map(|n| format!("第{n}句")).collect();
    let poem: Vec<String> = text_of(revision.lines)
        .lines()
        .filter(|line| !line.is_empty())
        .zip(1..)
        .map(|(line, n)| {
            let note = if open.contains(&n) {
                "改写"
            } else {
                "不改"
            };
            format!("第{n}句（{note}）：{line}")
        })
        .collect();
    let tasks: Vec<String> = revision.tasks.iter().map(describe).collect();
    let must_rhyme = revision.tasks.iter().any(|t| t.pattern.rhymes);
    let used: Vec<String> = revision
        .rhyming
        .iter()
        .filter(|n| !open.contains(n))
        .filter_map(|n| revision.lines.get(n.checked_sub(1)?)?.text.chars().last())
        .map(String::from)
        .collect();
    // What the person chose goes before what the book has; neither may repeat a character.
    let (mut allowed, mut group, mut taken) = (String::new(), String::new(), String::new());
    if must_rhyme {
        let name = if revision.group.is_empty() {
            brief.chosen_name()
        } else {
            revision.group
        };
        group = book::group(name);
        taken = used.join("、");
        if brief.rhymes.is_empty() {
            let mut closed = String::new();
            for (line, number) in revision.lines.iter().zip(1..) {
                if !open.contains(&number) {
                    closed += &line.text;
                }
            }
            allowed = rhymes::of(name, brief.book, brief.script, &closed);
        } else {
            allowed = super::rhyming(brief);
        }
    }
    let mut format = String::new();
    for task in revision.tasks {
        let (n, width) = (task.line, task.pattern.width);
        for _ in 0..revision.candidates.max(1) {
            format += if format.is_empty() { "" } else { "\n" };
            format += &format!("第{n}句：{}", "□".repeat(width));
        }
    }
    let candidates = if revision.candidates > 1 {
        revision.candidates.to_string()
    } else {
        String::new()
    };
    prompt(
        brief,
        REVISE,
        &[
            ("open", &names.join("、")),
            ("poem", &poem.join("\n")),
            ("tasks", &tasks.join("\n")),
            ("group", &group),
            ("used", &taken),
            ("format", &format),
            ("rhymes", &allowed),
            // Each task names its own.
            ("locked", ""),
            ("candidates", &candidates),
            ("instruction", &one_line(revision.instruction)),
        ],
    )
}

/// Asks for what a person wants changed. The answer is the whole poem.
pub fn polish(brief: &Brief, change: &Change<'_>) -> Prompt {
    let patterns = match &brief.tune {
        Some(tune) => lyric::patterns(change.patterns, tune),
        None => rows(change.patterns),
    };
    let name = if change.group.is_empty() {
        brief.chosen_name()
    } else {
        change.group
    };
    // A poem that is there needs no subject.
    let wish = brief.wish_or("（未说明）");
    let mut locked = super::acrostic(brief);
    let more = super::locked(brief);
    if !locked.is_empty() && !more.is_empty() {
        locked += "，";
    }
    locked += &more;
    prompt(
        brief,
        POLISH,
        &[
            ("poem", &text_of(change.lines)),
            ("patterns", &patterns),
            ("lines", &change.lines.len().to_string()),
            ("group", &book::group(name)),
            ("rhymes", &rhymes::of(name, brief.book, brief.script, "")),
            ("locked", &locked),
            ("instruction", &one_line(change.instruction)),
            ("wish", &wish),
            ("reasons", change.reasons),
        ],
    )
}

/// An instruction in one line, cut where it is long.
fn one_line(text: &str) -> String {
    let mut line = String::new();
    for c in text.trim().chars().take(LONGEST_INSTRUCTION) {
        line.push(if c.is_control() { ' ' } else { c });
    }
    line
}

/// One line to write: its pattern, what has to stay, what is wrong, what has been tried.
fn describe(task: &Task) -> String {
    let mut text = format!("第{}句，格律：{}", task.line, task.pattern.text);
    if !task.rhyme.is_empty() {
        text += &format!("\n  - 押韵：{}", task.rhyme);
    }
    for (position, character) in &task.locked {
        text += &format!("\n  - 第{position}字“{character}”已定，不可改");
    }
    for reason in &task.reasons {
        text += &format!("\n  - {reason}");
    }
    if !task.tried.is_empty() {
        text += &format!("\n  - 已试过而仍不合，不要再用：{}", task.tried.join("；"));
    }
    text
}
