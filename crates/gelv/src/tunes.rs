//! `gelv tunes`: the tunes of 词 and their forms.

use std::fmt::Write;

use serde::Serialize;
use verse::{
    Language,
    ci::{Form, Template, TemplateLine, Tune, Tunes, template},
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
    forms: Vec<ShownForm>,
}

/// A form of the tune.
#[derive(Serialize)]
struct ShownForm {
    #[serde(flatten)]
    template: Template,
    examples: Vec<String>,
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
    let forms = (1..).zip(tunes.forms_of(number));
    let wanted = |number: usize| arguments.form.is_none_or(|form| form == number);
    let forms: Vec<ShownForm> = forms
        .filter(|(form, _)| wanted(*form))
        .filter_map(|(number, form)| Some(shown(template(&tunes, name, number)?, form)))
        .collect();
    if let (Some(form), true) = (arguments.form, forms.is_empty()) {
        return Err(format!("{name} has no form {form}"));
    }
    let shown = Shown {
        tune: &tune.name,
        traditional: &tune.name_traditional,
        other_names: names(tune),
        note: tune.note.as_deref(),
        forms,
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

fn shown(template: Template, form: &Form) -> ShownForm {
    let examples = form.examples.iter();
    ShownForm {
        template,
        examples: examples
            .map(|e| format!("{}：{}", e.author, e.first_line))
            .collect(),
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
    for ShownForm { template: form, .. } in &tune.forms {
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
            let asked: String = asked(line, language)
                .iter()
                .map(|part| "  ".to_owned() + part)
                .collect();
            let _ = writeln!(text, "  {}{}", line.pattern(), in_script(&asked, language));
        }
    }
    text
}

/// What a line asks for beside its places: rhyme, repeat, a parallel line.
fn asked(line: &TemplateLine, language: Language) -> Vec<String> {
    let is_english = language == Language::En;
    let mut parts = Vec::new();
    if let Some(rhyme) = line.rhyme {
        let (group, class) = (rhyme.group, rhyme.class);
        parts.push(match (is_english, rhyme.optional) {
            (true, false) => format!("rhyme {group}, {}", class.class().english()),
            (true, true) => format!("rhyme {group}, {}, optional", class.class().english()),
            (false, false) => format!("{}{group}", class.chinese()),
            (false, true) => format!("{}{group}（可不押）", class.chinese()),
        });
    }
    if let Some(repeat) = line.repeat_of {
        let (line, from) = (repeat.line, repeat.from);
        parts.push(match is_english {
            true => format!("repeats line {line} from character {from}"),
            false => format!("叠第{line}句第{from}字起"),
        });
    }
    if let Some(share) = line.parallel_with_next {
        parts.push(match is_english {
            true => format!("parallel with the next in {share} %"),
            false => format!("与下句对仗者{share}%"),
        });
    }
    parts
}
