//! `gelv explain`: a rule and its example.

use std::borrow::Cow;

use serde::Serialize;
use verse::{
    Language, Severity, ci,
    rules::{self, Example},
};

use crate::arguments::Arguments;

/// A rule, explained.
#[derive(Serialize)]
struct Explained {
    code: &'static str,
    severity: Severity,
    name: Cow<'static, str>,
    explanation: Cow<'static, str>,
    example: Option<&'static str>,
    source: Option<&'static str>,
}

impl Explained {
    /// The rule with this code, of regulated verse or of lyrics.
    fn of(code: &str, language: Language) -> Option<Self> {
        let of_verse = || {
            let rule = rules::rule(code)?;
            let said = (rule.name(language), rule.explain(language));
            Some(Self::new(rule.code, rule.severity, said, rule.example()))
        };
        let of_lyrics = || {
            let rule = ci::rules::rule(code)?;
            let said = (rule.name(language), rule.explain(language));
            Some(Self::new(rule.code, rule.severity, said, rule.example()))
        };
        of_verse().or_else(of_lyrics)
    }

    /// A rule that is called and explained so.
    fn new(
        code: &'static str,
        severity: Severity,
        (name, explanation): (Cow<'static, str>, Cow<'static, str>),
        example: Option<&'static Example>,
    ) -> Self {
        Self {
            code,
            severity,
            name,
            explanation,
            example: example.map(|e| e.text),
            source: example.map(|e| e.source),
        }
    }
}

/// `gelv explain CODE`.
pub fn run<'a>(rest: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let arguments = Arguments::parse(rest)?;
    let Ok(code) = arguments.word("a code") else {
        let of_lyrics = ci::rules::ALL.iter().map(|r| r.code);
        let codes: Vec<&str> = rules::ALL.iter().map(|r| r.code).chain(of_lyrics).collect();
        return arguments.answer(&codes, || codes.join("\n") + "\n");
    };
    let explained = Explained::of(code, arguments.language);
    let explained = explained.ok_or(format!("no rule has the code {code}"))?;
    arguments.answer(&explained, || {
        let mut text = format!("{} ({code})\n\n{}\n", explained.name, explained.explanation);
        if let (Some(example), Some(source)) = (explained.example, explained.source) {
            text += &format!("\n  {example}\n  {source}\n");
        }
        text
    })
}
