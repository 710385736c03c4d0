//! How the text on the desk is checked: by which options, and as a lyric where it is one.

use std::sync::Arc;

use verse::{Form, Options, Report};

use super::Lyrics;
use crate::keep::{plan::Plan, settings::Settings};

/// The verdict on a text, as a lyric where it is one.
pub(super) fn read(text: &str, options: &Options, lyrics: Option<Arc<dyn Lyrics>>) -> Report {
    let report = verse::check(text, options);
    lyrics
        .and_then(|lyrics| lyrics.read(text, options, &report))
        .unwrap_or(report)
}

/// Whether a text was read as a lyric.
pub fn is_lyric(report: &Report) -> bool {
    report.kind == verse::Kind::Ci
}

/// What is chosen of the form, in the options of the check: by a running model, or by the person who
/// writes into a pattern.
pub(super) fn planned(rules: Options, form: Option<Form>, plan: Plan, text: &str) -> Options {
    match form {
        None if plan.on => Options {
            form: plan.form.or_else(|| Some(verse::beginning(text))),
            opening: plan.opening,
            unfinished: true,
            ..rules
        },
        form => Options { form, ..rules },
    }
}

/// The lines of a poem as far as they are written, without punctuation.
pub fn written(report: &Report) -> Vec<String> {
    let line = |line: &verse::Line| {
        line.chars[..line.written()]
            .iter()
            .map(|c| c.character)
            .collect()
    };
    report.lines.iter().map(line).collect()
}

/// What the settings say of the check.
pub(super) fn options(settings: &Settings) -> Options {
    Options {
        book: settings.book,
        strictness: settings.strictness,
        without_advice: settings.without_advice.clone(),
        ..Options::default()
    }
}
