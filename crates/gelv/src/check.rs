//! `gelv check`.

use std::{
    cell::OnceCell,
    fs,
    io::{self, BufRead, BufReader, BufWriter, Read, Write},
};

use serde::{Deserialize, Serialize};
use verse::{
    Kind, Options, Report, Severity, Strictness,
    antithesis::Table,
    ci::{self, CiReport, Tunes},
    rules,
};

use crate::{arguments, lyrics, people};

/// How the report is printed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    People,
    Json,
    JsonLines,
}

/// The bytes of a buffer for reading or writing.
const BUFFER: usize = 1 << 16;

/// One line of JSONL input.
#[derive(Deserialize)]
struct Entry {
    id: Option<serde_json::Value>,
    text: String,
}

/// Runs the command with its arguments. An error is a sentence.
pub fn run<'a>(arguments: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let (file, format, choices) = parse(arguments)?;
    let done = match format {
        Format::JsonLines => lines(file, &choices),
        Format::Json | Format::People => one(file, format, &choices),
    };
    match done {
        // The reader of a pipe may have seen enough.
        Err(Failure::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(Failure::Write(error)) => Err(format!("cannot write: {error}")),
        Err(Failure::Input(sentence)) => Err(sentence),
        Ok(()) => Ok(()),
    }
}

/// What can go wrong in a run.
enum Failure {
    Input(String),
    Write(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

type Arguments<'a> = (Option<&'a str>, Format, Choices);

/// What the caller chose about verse and about lyrics.
struct Choices {
    verse: Options,
    lyrics: ci::Options,
}

fn parse<'a>(mut arguments: impl Iterator<Item = &'a str>) -> Result<Arguments<'a>, String> {
    let (mut file, mut format, mut options) = (None, Format::People, Options::default());
    let mut lyrics = ci::Options::default();
    while let Some(argument) = arguments.next() {
        let (name, inline) = match argument.split_once('=') {
            Some((name, value)) if name.starts_with("--") => (name, Some(value)),
            _ => (argument, None),
        };
        let mut value = || {
            inline
                .or_else(|| arguments.next())
                .ok_or(format!("{name} wants a value"))
        };
        match name {
            "--format" => {
                format = match value()? {
                    "people" => Format::People,
                    "json" => Format::Json,
                    "jsonl" => Format::JsonLines,
                    other => return Err(format!("unknown format {other}")),
                }
            }
            "--book" => {
                options.book = arguments::book(value()?)?;
                lyrics.book = options.book;
            }
            "--tune" => lyrics.tune = Some(value()?.to_owned()),
            "--tune-form" => {
                let number = value()?;
                let number = number.parse().map_err(|_| format!("no number: {number}"))?;
                lyrics.form = Some(number);
            }
            "--form" => options.form = Some(arguments::form(value()?)?),
            "--language" => {
                options.language = arguments::language(value()?)?;
            }
            "--strictness" => {
                options.strictness = match value()? {
                    "strict" => Strictness::Strict,
                    "usual" => Strictness::Usual,
                    "lenient" => Strictness::Lenient,
                    other => return Err(format!("unknown strictness {other}")),
                }
            }
            "--without-advice" => {
                let code = value()?;
                let advice = |rule: &&rules::Rule| rule.severity == Severity::Advice;
                let rule = rules::rule(code).filter(advice);
                let rule = rule.ok_or(format!("no rule of advice has the code {code}"))?;
                options.without_advice.push(rule.code.to_owned());
            }
            "-" => file = None,
            other if other.starts_with('-') => return Err(format!("unknown option {other}")),
            other if file.is_none() => file = Some(other),
            _ => return Err("one file at a time".to_owned()),
        }
    }
    lyrics.language = options.language;
    let choices = Choices {
        verse: options,
        lyrics,
    };
    Ok((file, format, choices))
}

/// The whole input as text.
fn text(file: Option<&str>) -> Result<String, Failure> {
    let bytes = match file {
        Some(path) => fs::read(path).map_err(|e| format!("cannot read {path}: {e}")),
        None => {
            let mut bytes = Vec::new();
            let read = io::stdin().read_to_end(&mut bytes);
            read.map(|_| bytes)
                .map_err(|e| format!("cannot read standard input: {e}"))
        }
    };
    let text = bytes.and_then(|b| {
        String::from_utf8(b).map_err(|e| {
            format!(
                "the input is not UTF-8 (byte {}); save it as UTF-8",
                e.utf8_error().valid_up_to()
            )
        })
    });
    text.map_err(Failure::Input)
}

/// A report of either kind of verse.
#[derive(Serialize)]
#[serde(untagged)]
enum Checked {
    Verse(Box<Report>),
    Lyric(Box<CiReport>),
}

/// Checks, and judges antithesis, by the same options. Its tables are read once.
struct Checker<'a> {
    choices: &'a Choices,
    table: Option<Table>,
    tunes: OnceCell<Option<Tunes>>,
}

impl<'a> Checker<'a> {
    fn new(choices: &'a Choices) -> Result<Self, Failure> {
        let checker = Self {
            choices,
            table: Table::baked(),
            tunes: OnceCell::new(),
        };
        if let Some(name) = &choices.lyrics.tune {
            let number = checker.tunes().and_then(|tunes| tunes.find(name));
            number.ok_or_else(|| Failure::Input(format!("no tune is called {name}")))?;
        }
        Ok(checker)
    }

    /// The table of tunes, which only lyrics need.
    fn tunes(&self) -> Option<&Tunes> {
        self.tunes.get_or_init(Tunes::baked).as_ref()
    }

    fn check(&self, text: &str) -> Checked {
        let options = &self.choices.verse;
        let mut report = verse::check(text, options);
        if let Some(lyric) = self.lyric(text, &report) {
            return Checked::Lyric(Box::new(lyric));
        }
        if let Some(table) = &self.table {
            table.judge(&mut report, options);
        }
        Checked::Verse(Box::new(report))
    }

    /// The text as a lyric: where a tune was chosen or is its title, or where it is no verse of another
    /// kind.
    fn lyric(&self, text: &str, report: &Report) -> Option<CiReport> {
        let Choices { verse, lyrics } = self.choices;
        if lyrics.tune.is_some() {
            return ci::check(text, self.tunes()?, lyrics);
        }
        if verse.form.is_some() {
            return None;
        }
        let is_malformed = report.kind == Kind::Malformed;
        if !is_malformed && report.title.is_none() {
            return None;
        }
        let tunes = self.tunes()?;
        let is_named = ci::names_tune(text, tunes);
        if !is_malformed && !is_named {
            return None;
        }
        let lyric = ci::check(text, tunes, lyrics)?;
        ci::outweighs(&lyric, report, is_named).then_some(lyric)
    }
}

fn one(file: Option<&str>, format: Format, choices: &Choices) -> Result<(), Failure> {
    let report = Checker::new(choices)?.check(&text(file)?);
    let language = choices.verse.language;
    let mut out = io::stdout().lock();
    if format == Format::Json {
        serde_json::to_writer_pretty(&mut out, &report).map_err(io::Error::from)?;
        writeln!(out)?;
    } else {
        let text = match &report {
            Checked::Verse(report) => people::report(report, language),
            Checked::Lyric(report) => lyrics::report(report, language),
        };
        out.write_all(text.as_bytes())?;
    }
    Ok(())
}

/// One poem a line in, one report a line out. One poem at a time is in memory, and nothing that is
/// known is held back while the next poem is waited for.
fn lines(file: Option<&str>, choices: &Choices) -> Result<(), Failure> {
    let source: Box<dyn Read> = match file {
        Some(path) => {
            let file = fs::File::open(path);
            Box::new(file.map_err(|e| Failure::Input(format!("cannot read {path}: {e}")))?)
        }
        None => Box::new(io::stdin().lock()),
    };
    let mut input = BufReader::with_capacity(BUFFER, source);
    let mut out = BufWriter::with_capacity(BUFFER, io::stdout().lock());
    let checker = Checker::new(choices)?;
    let mut line = String::new();
    for place in 1.. {
        if input.buffer().is_empty() {
            out.flush()?;
        }
        line.clear();
        let read = input.read_line(&mut line);
        if read.map_err(|e| Failure::Input(format!("line {place}: cannot be read: {e}")))? == 0 {
            break;
        }
        if line.trim().is_empty() {
            continue;
        }
        let entry: Entry = match serde_json::from_str(&line) {
            Ok(entry) => entry,
            Err(error) => {
                out.flush()?;
                return Err(Failure::Input(format!(
                    "line {place}: no object {{id, text}}: {error}"
                )));
            }
        };
        let mut report = checker.check(&entry.text);
        let id = entry.id.map(|id| match id {
            serde_json::Value::String(text) => text,
            other => other.to_string(),
        });
        match &mut report {
            Checked::Verse(report) => report.id = id,
            Checked::Lyric(report) => report.id = id,
        }
        serde_json::to_writer(&mut out, &report).map_err(io::Error::from)?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(())
}
