//! What the prompts say of a form of a tune (词).

use verse::{RhymeBook, ci::RhymeClass};

use super::{book, numbered};
use crate::{
    brief::{Brief, TuneForm},
    plan::{self, Pattern},
    rhymes,
};

/// Lines in a sentence: `第1、2、4句`.
pub fn numbers(lines: &[usize]) -> String {
    let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
    format!("第{}句", lines.join("、"))
}

/// A stanza of a form by its number from 0: 上片, 下片; 第三叠.
const fn stanza(number: usize, of: usize) -> &'static str {
    match (number, of) {
        (0, 2) => "上片",
        (1, 2) => "下片",
        (0, _) => "第一叠",
        (1, _) => "第二叠",
        (2, _) => "第三叠",
        _ => "第四叠",
    }
}

/// Tune, length and division: `词，词牌《菩萨蛮》，44字，8句，分上片4句、下片4句`.
pub(super) fn song(tune: &TuneForm) -> String {
    let form = tune.form();
    let (characters, lines) = (form.length(), form.lines.len());
    let mut song = format!(
        "词，词牌《{}》，{characters}字，{lines}句，",
        tune.tune().name
    );
    let count = form.stanzas.len();
    if count < 2 {
        return song + "不分片";
    }
    let ends = form.stanzas.iter().skip(1).chain([&lines]);
    for (number, (start, end)) in form.stanzas.iter().zip(ends).enumerate() {
        song += if number == 0 { "分" } else { "、" };
        song += &format!("{}{}句", stanza(number, count), end - start);
    }
    song
}

/// The pattern of each line, under its stanza.
pub(super) fn patterns(patterns: &[Pattern], tune: &TuneForm) -> String {
    let stanzas = &tune.form().stanzas;
    let mut rows = Vec::new();
    for (at, pattern) in patterns.iter().enumerate() {
        let begins = stanzas.iter().position(|start| *start == at);
        if let Some(number) = begins.filter(|_| stanzas.len() > 1) {
            rows.push(format!("{}：", stanza(number, stanzas.len())));
        }
        rows.push(numbered(at + 1, &pattern.text));
    }
    rows.join("\n")
}

/// Which lines rhyme with which, in which tones, and where the rhyme changes.
pub(super) fn rhyming(tune: &TuneForm, book: RhymeBook) -> String {
    let count = tune.rhyme_groups();
    let mut parts = Vec::new();
    let mut is_oblique = false;
    for group in (0..).take(count) {
        let own = || tune.rhymes().filter(|(_, rhyme)| rhyme.group == group);
        // The lines of each class, in the order in which the classes come.
        let mut classes: Vec<(&str, Vec<usize>)> = Vec::new();
        for (line, rhyme) in own() {
            let tone = plan::tone(rhyme.class, book);
            is_oblique |= rhyme.class == RhymeClass::Oblique;
            match classes.iter_mut().find(|(own, _)| *own == tone) {
                Some((_, lines)) => lines.push(line),
                None => classes.push((tone, vec![line])),
            }
        }
        let lines = classes
            .iter()
            .map(|(tone, lines)| format!("{}（{tone}）", numbers(lines)));
        let lines: Vec<String> = lines.collect();
        let name = match count {
            1 => String::new(),
            _ => format!("{}韵：", plan::stem(group)),
        };
        parts.push(name + &lines.join("与"));
    }
    let mut text = parts.join("；");
    text += match count {
        1 => "押同一部的韵",
        _ => "。同名的押同一部的韵，每换一韵便换一部",
    };
    if is_oblique && !book.is_modern() {
        text += "；仄声韵里入声自成一类，不与上、去声混押";
    }
    text
}

/// The lines that repeat earlier words.
pub(super) fn repeats(tune: &TuneForm) -> String {
    let lines = (1..).zip(&tune.form().lines);
    let again = lines.filter_map(|(n, line)| Some((n, plan::repeat(line, tune)?)));
    let again: Vec<String> = again.map(|(n, what)| format!("第{n}句{what}")).collect();
    again.join("，")
}

/// Pairs of lines that poets make parallel.
pub(super) fn antithesis(tune: &TuneForm) -> String {
    let lines = (1..).zip(&tune.form().lines);
    let pairs = lines.filter(|(_, line)| line.parallel_with_next.is_some());
    let pairs: Vec<String> = pairs.map(|(n, _)| numbers(&[n, n + 1])).collect();
    pairs.join("，")
}

/// Groups to choose level rhymes from, where the person has not chosen.
pub(super) fn wide(brief: &Brief, tune: &TuneForm) -> String {
    let is_level = tune.rhymes().all(|(_, r)| r.class == RhymeClass::Level);
    if is_level && (brief.rhymes.is_empty() || tune.rhyme_groups() > 1) {
        rhymes::wide(brief.sound(), brief.script, 0)
    } else {
        String::new()
    }
}

/// A rhyme group in a sentence.
pub fn group(name: &str) -> String {
    book::group(name)
}
