//! `gelv lookup`, `rhymes`, `explain` and `template`: what the books and rules say.

use std::{
    borrow::Cow,
    io::{self, Write},
};

use serde::Serialize;
use verse::{
    Form, Language, RhymeBook, RhymeGroup, Slot, Tone, ToneClass, ci, glosses,
    lexicon::Script,
    rules,
    template::{Opening, Template},
};

/// What the commands share that print what books and tables say: one word, a book or opening, and how to print.
#[derive(Default)]
pub struct Arguments<'a> {
    word: Option<&'a str>,
    json: bool,
    /// The language that people read.
    pub language: Language,
    traditional: bool,
    book: RhymeBook,
    opening: Option<Opening>,
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

/// A rule, explained.
#[derive(Serialize)]
struct Explained {
    code: &'static str,
    severity: verse::Severity,
    name: Cow<'static, str>,
    explanation: Cow<'static, str>,
    example: Option<&'static str>,
    source: Option<&'static str>,
}

/// A rule of regulated verse.
fn of_verse(code: &str, language: Language) -> Option<Explained> {
    let rule = rules::rule(code)?;
    Some(Explained {
        code: rule.code,
        severity: rule.severity,
        name: rule.name(language),
        explanation: rule.explain(language),
        example: rule.example().map(|e| e.text),
        source: rule.example().map(|e| e.source),
    })
}

/// A rule of lyrics.
fn of_lyrics(code: &str, language: Language) -> Option<Explained> {
    let rule = ci::rules::rule(code)?;
    Some(Explained {
        code: rule.code,
        severity: rule.severity,
        name: rule.name(language),
        explanation: rule.explain(language),
        example: rule.example().map(|e| e.text),
        source: rule.example().map(|e| e.source),
    })
}

/// `gelv explain CODE`.
pub fn explain<'a>(rest: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let arguments = Arguments::parse(rest)?;
    let Ok(code) = arguments.word("a code") else {
        let of_lyrics = ci::rules::ALL.iter().map(|r| r.code);
        let codes: Vec<&str> = rules::ALL.iter().map(|r| r.code).chain(of_lyrics).collect();
        return arguments.answer(&codes, || codes.join("\n") + "\n");
    };
    let explained =
        of_verse(code, arguments.language).or_else(|| of_lyrics(code, arguments.language));
    let explained = explained.ok_or(format!("no rule has the code {code}"))?;
    arguments.answer(&explained, || {
        let mut text = format!("{} ({code})\n\n{}\n", explained.name, explained.explanation);
        if let (Some(example), Some(source)) = (explained.example, explained.source) {
            text += &format!("\n  {example}\n  {source}\n");
        }
        text
    })
}

/// What the books say of a character, with glosses.
#[derive(Serialize)]
struct Looked {
    #[serde(flatten)]
    found: verse::Lookup,
    glosses: Vec<Gloss>,
}

/// What a reading in 平水韵 means.
#[derive(Serialize)]
struct Gloss {
    traditional: char,
    tone: Tone,
    group: String,
    gloss: String,
}

/// `gelv lookup CHARACTER`.
pub fn lookup<'a>(rest: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let arguments = Arguments::parse(rest)?;
    let mut word = arguments.word("a character")?.chars();
    let (Some(character), None) = (word.next(), word.next()) else {
        return Err("one character at a time".to_owned());
    };
    let found = verse::lookup(character);
    let table = glosses::Table::baked();
    let own = found.books.iter().filter(|b| b.book == RhymeBook::PingShui);
    let glosses: Vec<Gloss> = own
        .flat_map(|b| &b.readings)
        .filter_map(|r| {
            Some(Gloss {
                traditional: r.traditional,
                tone: r.tone,
                group: r.group.clone().into_owned(),
                gloss: table.gloss(r.traditional, r.tone, &r.group)?.to_owned(),
            })
        })
        .collect();
    let looked = Looked { found, glosses };
    arguments.answer(&looked, || people(&looked))
}

fn people(looked: &Looked) -> String {
    let found = &looked.found;
    let forms: String = found.traditional.iter().collect();
    let mut text = format!("{}  {forms}  {}\n", found.character, found.pinyin.join(" "));
    if found.books.is_empty() {
        text += "  韵书未收。\n";
    }
    for entry in &found.books {
        text += &format!("  {}\n", entry.book.chinese());
        for r in &entry.readings {
            let gloss = looked.glosses.iter().find(|g| {
                entry.book == RhymeBook::PingShui
                    && (g.traditional, g.tone, &*g.group) == (r.traditional, r.tone, &*r.group)
            });
            text += &format!(
                "    {}声 {} {} {}{}{}\n",
                r.tone.chinese(),
                r.group,
                r.traditional,
                r.pinyin.unwrap_or(""),
                if r.rare { " 罕用" } else { "" },
                gloss.map_or_else(String::new, |g| format!(" {}", g.gloss)),
            );
        }
    }
    text
}

/// A rhyme group with its words.
#[derive(Serialize)]
struct Rhymes {
    book: RhymeBook,
    group: &'static str,
    class: ToneClass,
    words: Vec<Word>,
}

#[derive(Serialize)]
struct Word {
    #[serde(rename = "char")]
    character: char,
    count: u32,
    rare: bool,
    has_others: bool,
}

/// `gelv rhymes GROUP`, with a tone before it where the name alone leaves it open: `去送`.
pub fn rhymes<'a>(rest: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let arguments = Arguments::parse(rest)?;
    let name = arguments.word("a rhyme group")?;
    let group = group(arguments.book, name)
        .ok_or(format!("{} has no group {name}", arguments.book.chinese()))?;
    let script = if arguments.traditional {
        Script::Traditional
    } else {
        Script::Simplified
    };
    let words = verse::rhymes(group, script).into_iter().map(|w| Word {
        character: w.character,
        count: w.count,
        rare: w.rare,
        has_others: w.has_others,
    });
    let rhymes = Rhymes {
        book: arguments.book,
        group: group.name(),
        class: group.class(),
        words: words.collect(),
    };
    arguments.answer(&rhymes, || {
        let class = group.class().chinese();
        let common: String = (rhymes.words.iter())
            .filter(|w| !w.rare && w.count > 0)
            .map(|w| w.character)
            .collect();
        format!("{class}声{}\n{common}\n", group.name_in_sentence())
    })
}

/// A group by its name, `东` or `去送`; a name alone stands for the level group, where there is one.
fn group(book: RhymeBook, name: &str) -> Option<RhymeGroup> {
    let tones = [Tone::Level, Tone::Rising, Tone::Departing, Tone::Entering];
    let with_tone = |tone: Tone| {
        let head = name.strip_prefix(tone.chinese()).filter(|n| !n.is_empty());
        Some((tone, head?))
    };
    let of = |tone: Tone, name: &str| {
        RhymeGroup::of_book(book)
            .find(|g| g.tone() == tone && (g.name() == name || g.traditional_name() == name))
    };
    match tones.into_iter().find_map(with_tone) {
        Some((tone, head)) => of(tone, head),
        None => tones.into_iter().find_map(|tone| of(tone, name)),
    }
}

/// `gelv template FORM`.
pub fn template<'a>(rest: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let arguments = Arguments::parse(rest)?;
    let form = form(arguments.word("a form")?)?;
    let templates: Vec<Template> = Opening::ALL
        .into_iter()
        .filter(|opening| arguments.opening.is_none_or(|wanted| wanted == *opening))
        .map(|opening| verse::template(form, opening))
        .collect();
    arguments.answer(&templates, || {
        let texts: Vec<String> = templates.iter().map(pattern).collect();
        texts.join("\n")
    })
}

fn pattern(template: &Template) -> String {
    let mut text = format!(
        "{} {}\n",
        template.form.chinese(),
        template.opening.chinese()
    );
    for line in &template.lines {
        let slots: String = line.slots.iter().map(|slot| mark(*slot)).collect();
        text += &format!("  {} {slots}\n", line.line_type.letter());
    }
    text
}

/// The mark of a place of a pattern.
const fn mark(slot: Slot) -> char {
    match slot {
        Slot::Level => '平',
        Slot::Oblique => '仄',
        Slot::Free => '⊙',
        Slot::Rhyme => '韵',
    }
}
