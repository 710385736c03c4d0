//! `gelv tunes`: the tunes of 词 and their forms.

use std::fmt::Write;

use serde::Serialize;
use verse::{
    Language,
    ci::{Form, FormLine, RhymeClass, SlotClass, Tune, Tunes},
};

use crate::{arguments::Arguments, lyrics::in_script};

/// A tune in the list.
#[derive(Serialize)]
struct Listed<'a> {
    tune: &'a str,
    traditional: &'a str,
    other_names: Vec<&'a str>,
    /// How many characters its forms have, the commonest form first.
    lengths: Vec<usize>,
    /// How many lyrics its forms rest on.
    lyrics: u32,
}

/// A tune with its forms.
#[derive(Serialize)]
struct Shown<'a> {
    tune: &'a str,
    traditional: &'a str,
    other_names: Vec<&'a str>,
    note: Option<&'a str>,
    forms: Vec<ShownForm<'a>>,
}

/// A form of the tune.
#[derive(Serialize)]
struct ShownForm<'a> {
    number: usize,
    characters: usize,
    lyrics: u16,
    poets: u16,
    weak: bool,
    examples: Vec<String>,
    lines: Vec<ShownLine<'a>>,
}

/// A line of the form.
#[derive(Serialize)]
struct ShownLine<'a> {
    stanza: bool,
    /// 平, 仄 and 中.
    pattern: String,
    /// Characters before which poets pause within the line.
    pauses: Vec<usize>,
    /// Which rhyme it takes part in, from 1.
    rhyme: Option<u8>,
    class: Option<RhymeClass>,
    /// For each place how many lyrics have a level and how many an oblique character.
    evidence: Vec<(u16, u16)>,
    #[serde(skip)]
    own: &'a FormLine,
}

/// Runs the command with its arguments. An error is a sentence.
pub fn run<'a>(rest: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let arguments = Arguments::parse(rest)?;
    let tunes = Tunes::baked().ok_or("the table of tunes cannot be read")?;
    let Ok(name) = arguments.word("a tune") else {
        let all: Vec<Listed<'_>> = tunes
            .tunes()
            .iter()
            .enumerate()
            .map(|(n, tune)| listed(&tunes, n, tune))
            .collect();
        return arguments.answer(&all, || list(&all, arguments.language));
    };
    let number = tunes
        .find(name)
        .ok_or(format!("no tune is called {name}"))?;
    let tune = tunes
        .tunes()
        .get(number)
        .ok_or("the table of tunes cannot be read")?;
    let forms = tunes.forms_of(number).enumerate();
    let shown = Shown {
        tune: &tune.name,
        traditional: &tune.name_traditional,
        other_names: names(tune),
        note: tune.note.as_deref(),
        forms: forms.map(|(n, form)| shown(n + 1, form)).collect(),
    };
    arguments.answer(&shown, || show(&shown, arguments.language))
}

fn names(tune: &Tune) -> Vec<&str> {
    tune.other_names
        .iter()
        .map(|name| &*name.simplified)
        .collect()
}

fn listed<'a>(tunes: &'a Tunes, number: usize, tune: &'a Tune) -> Listed<'a> {
    let mut lengths = Vec::new();
    for length in tunes.forms_of(number).map(Form::length) {
        if !lengths.contains(&length) {
            lengths.push(length);
        }
    }
    Listed {
        tune: &tune.name,
        traditional: &tune.name_traditional,
        other_names: names(tune),
        lengths,
        lyrics: tunes
            .forms_of(number)
            .map(|form| u32::from(form.lyrics))
            .sum(),
    }
}

fn shown(number: usize, form: &Form) -> ShownForm<'_> {
    let examples = form.examples.iter();
    let lines = form.lines.iter().enumerate().map(|(at, own)| ShownLine {
        stanza: form.stanzas.contains(&at),
        pattern: own
            .slots
            .iter()
            .map(|slot| SlotClass::chinese(slot.class))
            .collect(),
        pauses: own.pauses.iter().map(|pause| pause.after).collect(),
        rhyme: own.rhyme.map(|rhyme| rhyme.group.saturating_add(1)),
        class: own.rhyme.map(|rhyme| rhyme.class),
        evidence: own
            .slots
            .iter()
            .map(|slot| (slot.level, slot.oblique))
            .collect(),
        own,
    });
    ShownForm {
        number,
        characters: form.length(),
        lyrics: form.lyrics,
        poets: form.poets,
        weak: form.weak,
        examples: examples
            .map(|e| format!("{}：{}", e.author, e.first_line))
            .collect(),
        lines: lines.collect(),
    }
}

/// The list for people: name, lengths, lyrics.
fn list(all: &[Listed<'_>], language: Language) -> String {
    let mut text = String::new();
    for tune in all {
        let name = name(tune.tune, tune.traditional, language);
        let lengths: Vec<String> = tune.lengths.iter().map(usize::to_string).collect();
        let (lengths, lyrics) = (lengths.join(" "), tune.lyrics);
        let line = match language {
            Language::En => format!("{name}\t{lengths} characters\t{lyrics} lyrics"),
            _ => format!(
                "{name}\t{}",
                in_script(&format!("{lengths}字\t{lyrics}首"), language)
            ),
        };
        let _ = writeln!(text, "{line}");
    }
    text
}

fn name<'a>(simplified: &'a str, traditional: &'a str, language: Language) -> &'a str {
    match language {
        Language::Hant => traditional,
        Language::Zh | Language::En => simplified,
    }
}

/// The forms of a tune for people.
fn show(tune: &Shown<'_>, language: Language) -> String {
    let mut text = name(tune.tune, tune.traditional, language).to_owned() + "\n";
    if let Some(note) = tune.note.filter(|_| language == Language::Zh) {
        let _ = writeln!(text, "{note}");
    }
    for form in &tune.forms {
        let (number, characters, lyrics, poets) =
            (form.number, form.characters, form.lyrics, form.poets);
        let head = match (language, form.weak) {
            (Language::En, weak) => {
                let weak = if weak { " (few: weak)" } else { "" };
                format!(
                    "form {number}: {characters} characters, {lyrics} lyrics by {poets} poets{weak}"
                )
            }
            (_, weak) => {
                let weak = if weak {
                    "（词作少，仅供参考）"
                } else {
                    ""
                };
                format!("第{number}体：{characters}字，词作{lyrics}首，词人{poets}家{weak}")
            }
        };
        let _ = writeln!(text, "\n{}", in_script(&head, language));
        for line in &form.lines {
            if line.stanza {
                text.push('\n');
            }
            let rhyme = line.own.rhyme.map(|rhyme| match language {
                Language::En => format!(
                    "  rhyme {}, {}",
                    rhyme.group + 1,
                    rhyme.class.class().english()
                ),
                _ => format!("  {}{}", rhyme.class.chinese(), rhyme.group + 1),
            });
            let rhyme = rhyme.unwrap_or_default();
            let _ = writeln!(text, "  {}{}", line.pattern, in_script(&rhyme, language));
        }
    }
    text
}
