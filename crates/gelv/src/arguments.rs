//! The arguments of the commands that print what books and rules say, and how their answers are printed.

use std::io::{self, Write};

use serde::Serialize;
use verse::{Form, Language, RhymeBook, template::Opening};

/// What the commands share that print what books and tables say: one word, a book or opening, and how to print.
#[derive(Default)]
pub struct Arguments<'a> {
    word: Option<&'a str>,
    json: bool,
    /// The language that people read.
    pub language: Language,
    /// Whether words are wanted in traditional script.
    pub traditional: bool,
    /// The rhyme book.
    pub book: RhymeBook,
    /// Of a template the only opening that is wanted.
    pub opening: Option<Opening>,
    /// Of a tune the number of the only form that is wanted.
    pub form: Option<usize>,
}

impl<'a> Arguments<'a> {
    /// Reads the arguments; an error is a sentence.
    pub fn parse(mut rest: impl Iterator<Item = &'a str>) -> Result<Self, String> {
        let mut arguments = Self::default();
        while let Some(argument) = rest.next() {
            let (name, inline) = match argument.split_once('=') {
                Some((name, value)) if name.starts_with("--") => (name, Some(value)),
                _ => (argument, None),
            };
            let mut value = || {
                let value = inline.or_else(|| rest.next());
                value.ok_or(format!("{name} wants a value"))
            };
            match name {
                "--format" => {
                    arguments.json = match value()? {
                        "people" => false,
                        "json" => true,
                        other => return Err(format!("unknown format {other}")),
                    }
                }
                "--language" => {
                    arguments.language = language(value()?)?;
                }
                "--book" => arguments.book = book(value()?)?,
                "--opening" => {
                    let name = value()?;
                    let opening = Opening::ALL.into_iter().find(|o| o.chinese() == name);
                    arguments.opening = Some(opening.ok_or(format!("unknown opening {name}"))?);
                }
                "--form" => {
                    let form = value()?;
                    arguments.form =
                        Some(form.parse().map_err(|_| format!("{form} is no number"))?);
                }
                "--traditional" => arguments.traditional = true,
                other if other.starts_with('-') => return Err(format!("unknown option {other}")),
                other if arguments.word.is_none() => arguments.word = Some(other),
                other => return Err(format!("one thing at a time: {other}")),
            }
        }
        Ok(arguments)
    }

    /// The word that the command is about.
    pub fn word(&self, what: &str) -> Result<&'a str, String> {
        self.word.ok_or(format!("{what} is missing"))
    }

    /// Prints an answer as JSON, or as text for people.
    pub fn answer(
        &self,
        answer: &impl Serialize,
        text: impl FnOnce() -> String,
    ) -> Result<(), String> {
        let text = if self.json {
            let json = serde_json::to_string_pretty(answer);
            json.map_err(|error| format!("cannot write: {error}"))? + "\n"
        } else {
            text()
        };
        match io::stdout().write_all(text.as_bytes()) {
            // The reader of a pipe may have seen enough.
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(format!("cannot write: {error}"))
            }
            _ => Ok(()),
        }
    }
}

/// A rhyme book by its Chinese name.
pub fn book(name: &str) -> Result<RhymeBook, String> {
    let book = RhymeBook::ALL.into_iter().find(|b| b.chinese() == name);
    book.ok_or(format!("unknown rhyme book {name}"))
}

/// A language by its tag.
pub fn language(tag: &str) -> Result<Language, String> {
    match tag {
        "zh" => Ok(Language::Zh),
        "zh-hant" => Ok(Language::Hant),
        "en" => Ok(Language::En),
        other => Err(format!("unknown language {other}")),
    }
}

/// A form by its Chinese name.
pub fn form(name: &str) -> Result<Form, String> {
    let form = Form::ALL.into_iter().find(|f| f.chinese() == name);
    form.ok_or(format!("unknown form {name}"))
}
