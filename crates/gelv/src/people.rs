//! A report for people.

use std::{borrow::Cow, fmt::Write};

use verse::{
    Char, Kind, Language, Report, RhymeBook, Severity, Slot, Tone, ToneClass, in_language, rules,
};

use crate::lyrics::in_script;

/// The report as text of several lines.
pub fn report(report: &Report, language: Language) -> String {
    let mut text = String::new();
    let zh = language.is_chinese();
    if let Some(title) = &report.title {
        let author = report.author.as_deref().unwrap_or_default();
        let _ = writeln!(text, "{title}  {author}");
    }
    let _ = writeln!(text, "{}", in_script(&head(report, language), language));
    text.push('\n');
    for line in &report.lines {
        let marks: String = line.chars.iter().map(mark).collect();
        let kind = line
            .line_type
            .map(|t| format!("  {} {}", t.letter(), t.pattern_text(line.chars.len())))
            .unwrap_or_default();
        let _ = writeln!(text, "  {}\n  {marks}{kind}", line.text());
    }
    if !report.lines.is_empty() {
        let legend = if zh {
            "○平 ●仄 ◑入声 ◎平韵 ◉仄韵 ？未详"
        } else {
            "○ level  ● oblique  ◑ entering  ◎ level rhyme  ◉ oblique rhyme  ？ unknown"
        };
        let _ = writeln!(text, "\n  {}", in_script(legend, language));
    }
    text.push('\n');
    for finding in &report.findings {
        let name = rules::rule(&finding.code).map_or_else(Cow::default, |r| r.name(language));
        let sign = severity(finding.severity, language);
        let _ = writeln!(
            text,
            "  [{sign}] {name} ({}): {}",
            finding.code, finding.message
        );
    }
    let errors = report.count(Severity::Error);
    let verdict = match (errors, report.kind, zh) {
        (0, Kind::Regulated, true) => "合律。".to_owned(),
        (0, Kind::Regulated, false) => "No faults.".to_owned(),
        (0, _, _) => return text,
        (n, _, true) => format!("共{n}处错误。"),
        (1, _, false) => "1 error.".to_owned(),
        (n, _, false) => format!("{n} errors."),
    };
    let _ = writeln!(text, "  {}", in_script(&verdict, language));
    text
}

/// Kind, form, opening and rhyme on one line.
fn head(report: &Report, language: Language) -> String {
    let zh = language.is_chinese();
    let kind = match (report.kind, zh) {
        (Kind::Regulated, true) => "近体",
        (Kind::Regulated, false) => "regulated",
        (Kind::ObliqueRhymed, true) => "仄韵",
        (Kind::ObliqueRhymed, false) => "oblique-rhymed",
        (Kind::OldStyle, true) => "古体",
        (Kind::OldStyle, false) => "old-style",
        (Kind::Malformed, true) => "体裁未定",
        (Kind::Malformed, false) => "no form",
        (Kind::Ci, true) => "词",
        (Kind::Ci, false) => "ci",
    };
    let mut parts = vec![kind.to_owned()];
    parts.extend(report.form.map(str::to_owned));
    parts.extend(report.opening.map(str::to_owned));
    parts.push(report.book.chinese().to_owned());
    if let Some(rhyme) = &report.rhyme {
        let class = if zh {
            rhyme.class.chinese()
        } else {
            rhyme.class.english()
        };
        // 平声东韵, but 平声第一部.
        let part = report.book == RhymeBook::Cilin;
        parts.push(if zh && part {
            format!("{class}声{}", rhyme.group)
        } else if zh {
            format!("{class}声{}韵", rhyme.group)
        } else {
            format!("rhyme {} ({class})", rhyme.group)
        });
    }
    let types = report.line_types();
    if report.lines.iter().any(|l| l.line_type.is_some()) {
        parts.push(types);
    }
    parts.join(" · ")
}

/// The mark of a character, as wide as it.
fn mark(c: &Char) -> char {
    match (c.class, c.slot, c.tone()) {
        (None, _, _) => '？',
        (Some(ToneClass::Level), Some(Slot::Rhyme), _) => '◎',
        (Some(ToneClass::Oblique), Some(Slot::Rhyme), _) => '◉',
        (Some(ToneClass::Level), _, _) => '○',
        (_, _, Some(Tone::Entering)) => '◑',
        (Some(ToneClass::Oblique), _, _) => '●',
    }
}

/// The name of a weight.
pub fn severity(severity: Severity, language: Language) -> Cow<'static, str> {
    let (zh, en) = match severity {
        Severity::Error => ("错误", "error"),
        Severity::Warning => ("注意", "warning"),
        Severity::Note => ("说明", "note"),
        Severity::Rescue => ("拗救", "rescue"),
        Severity::Advice => ("推敲", "advice"),
    };
    in_language(language, zh, en)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_reads_as_a_sheet() {
        let options = verse::Options::default();
        let checked = verse::check(
            "登鹳雀楼\n王之涣\n白日依山尽，黄河入海流。欲穷千里目，更上一层楼。",
            &options,
        );
        let text = report(&checked, Language::Zh);
        assert!(text.starts_with(
            "登鹳雀楼  王之涣\n近体 · 五言绝句 · 仄起首句不入韵 · 平水韵 · 平声尤韵 · a B b A\n"
        ));
        assert!(
            text.contains("  黄河入海流\n  ○○◑●◎  B 平平⊙仄平\n"),
            "{text}"
        );
        assert!(text.trim_end().ends_with("合律。"));
    }

    #[test]
    fn a_part_of_cilin_is_no_rhyme() {
        let options = verse::Options {
            book: RhymeBook::Cilin,
            ..verse::Options::default()
        };
        let poem = "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。";
        let text = report(&verse::check(poem, &options), Language::Zh);
        assert!(text.contains(" · 平声第十二部 · "), "{text}");
    }
}
