//! A report of a lyric (词) for people.

use std::{borrow::Cow, fmt::Write};

use verse::{
    Language, Severity, ToneClass,
    ci::{CiChar, CiLine, CiReport, SlotClass, rules},
    traditional,
};

use crate::people::severity;

/// The report as text of several lines.
pub fn report(report: &CiReport, language: Language) -> String {
    let mut text = String::new();
    if let Some(title) = &report.title {
        let _ = writeln!(text, "{title}");
    }
    let _ = writeln!(text, "{}", head(report, language));
    if let Some(other) = report.runner_up.as_ref().filter(|other| other.near) {
        let name = tune(&other.tune, &other.tune_traditional, language);
        let (number, characters) = (other.form.number, other.form.characters);
        let near = match language {
            Language::En => {
                format!("nearly as likely: {name}, form {number}, {characters} characters")
            }
            _ => {
                in_script("相近：", language).into_owned()
                    + &form(name, number, characters, language)
            }
        };
        let _ = writeln!(text, "{near}");
    }
    for line in &report.lines {
        if line.stanza {
            text.push('\n');
        }
        let marks: String = line
            .chars
            .iter()
            .enumerate()
            .map(|(at, c)| mark(line, at, c))
            .collect();
        let pattern: String = line.chars.iter().map(asked).collect();
        let _ = writeln!(text, "  {}\n  {marks}  {}", line.text(), pattern.trim_end());
    }
    let legend = match language {
        Language::En => "○ level  ● oblique  ◎ level rhyme  ◉ oblique rhyme  ？ unknown",
        _ => "○平 ●仄 ◎平韵 ◉仄韵 ？未详",
    };
    let _ = writeln!(text, "\n  {}\n", in_script(legend, language));
    for finding in &report.findings {
        let name = rules::rule(&finding.code).map_or_else(Cow::default, |r| r.name(language));
        let sign = severity(finding.severity, language);
        let (code, message) = (&finding.code, &finding.message);
        let _ = writeln!(text, "  [{sign}] {name} ({code}): {message}");
    }
    let verdict = match (report.count(Severity::Error), language) {
        (0, Language::En) => "No faults.".to_owned(),
        (0, _) => "合谱。".to_owned(),
        (1, Language::En) => "1 error.".to_owned(),
        (n, Language::En) => format!("{n} errors."),
        (n, _) => format!("共{n}处错误。"),
    };
    let _ = writeln!(text, "  {}", in_script(&verdict, language));
    text
}

/// Tune, form and book on one line.
fn head(report: &CiReport, language: Language) -> String {
    let own = &report.form;
    let name = tune(&report.tune, &report.tune_traditional, language);
    let parts = match language {
        Language::En => [
            "lyric".to_owned(),
            format!("{name}, form {}, {} characters", own.number, own.characters),
            format!("{} lyrics by {} poets", own.lyrics, own.poets),
            report.book.english().to_owned(),
        ],
        _ => [
            in_script("词", language).into_owned(),
            form(name, own.number, own.characters, language),
            in_script(
                &format!("词作{}首，词人{}家", own.lyrics, own.poets),
                language,
            )
            .into_owned(),
            in_script(report.book.chinese(), language).into_owned(),
        ],
    };
    parts.join(" · ")
}

fn tune<'a>(simplified: &'a str, traditional: &'a str, language: Language) -> &'a str {
    match language {
        Language::Hant => traditional,
        Language::Zh | Language::En => simplified,
    }
}

/// 清平乐第1体46字.
fn form(name: &str, number: usize, characters: usize, language: Language) -> String {
    name.to_owned() + &in_script(&format!("第{number}体{characters}字"), language)
}

/// What the form asks at a place.
fn asked(c: &CiChar) -> &'static str {
    c.slot.map_or("　", SlotClass::chinese)
}

/// The mark of a character, as wide as it.
fn mark(line: &CiLine, at: usize, c: &CiChar) -> char {
    let rhymes = line.rhyme.is_some() && at + 1 == line.chars.len();
    match (c.class, rhymes) {
        (None, _) => '？',
        (Some(ToneClass::Level), true) => '◎',
        (Some(ToneClass::Oblique), true) => '◉',
        (Some(ToneClass::Level), false) => '○',
        (Some(ToneClass::Oblique), false) => '●',
    }
}

/// Words of our own, written in simplified script, in the script of the language.
pub fn in_script(words: &str, language: Language) -> Cow<'_, str> {
    match language {
        Language::Hant => Cow::Owned(traditional(words)),
        _ => Cow::Borrowed(words),
    }
}
