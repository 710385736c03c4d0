//! Prose cut into clauses, and the places and quotations in them.

use verse::Report;

use crate::answer::{is_verse, number};

/// The clauses of a text; the flag says that a new sentence begins. What stands in quotation marks
/// is not cut.
pub(super) fn clauses(prose: &str) -> Vec<(bool, String)> {
    let mut clauses = Vec::new();
    let (mut begins, mut quoted) = (true, false);
    let mut clause = String::new();
    for c in prose.chars() {
        match c {
            '“' | '「' | '『' => quoted = true,
            '”' | '」' | '』' => quoted = false,
            _ => {}
        }
        let ends_sentence = c == '\n' || (!quoted && "。！？!?".contains(c));
        if ends_sentence || (!quoted && "，；,;".contains(c)) {
            clauses.push((begins, std::mem::take(&mut clause)));
            begins = ends_sentence;
            // A quotation that nobody closed ends with its row.
            quoted &= c != '\n';
        } else {
            clause.push(c);
        }
    }
    clauses.push((begins, clause));
    clauses.retain(|(_, clause)| !clause.trim().is_empty());
    clauses
}

/// What a clause speaks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// The line, from 1.
    pub line: Option<usize>,
    /// The place in it, from 1.
    pub position: Option<usize>,
    /// A character that is quoted.
    pub character: Option<char>,
}

/// The place that a clause names.
pub(super) fn place(clause: &str, report: &Report) -> Place {
    let mut place = Place::default();
    let lines = report.lines.len();
    let mut couplet = None;
    for (at, _) in clause.match_indices('第') {
        let Some((n, rest)) = number(clause[at + '第'.len_utf8()..].trim_start()) else {
            continue;
        };
        // 第三、四句: the first of them.
        let mut rest = rest.trim_start();
        while let Some((_, more)) = rest.strip_prefix(['、', '和', '与', '-']).and_then(number) {
            rest = more.trim_start();
        }
        match rest.trim_start_matches('个').chars().next() {
            Some('句' | '行') => place.line = Some(n),
            Some('字') => place.position = Some(n),
            Some('联') => couplet = Some(n),
            _ => {}
        }
    }
    for (name, n) in [("首联", 1), ("颔联", 2), ("颈联", 3), ("尾联", lines / 2)] {
        if clause.contains(name) {
            couplet = Some(n);
        }
    }
    if let Some(couplet) = couplet.filter(|c| *c > 0) {
        let second = ["对句", "下句"].iter().any(|w| clause.contains(w));
        let first = ["出句", "上句"].iter().any(|w| clause.contains(w));
        if second || first {
            place.line = Some(2 * couplet - usize::from(first));
        }
    }
    if clause.contains("首句") {
        place.line = Some(1);
    } else if clause.contains("末句") || clause.contains("尾句") || clause.contains("结句") {
        place.line = Some(lines);
    }
    for quotation in quotations(clause) {
        let verse: Vec<char> = quotation.chars().filter(|c| is_verse(*c)).collect();
        if let [only] = verse[..] {
            place.character = Some(only);
        } else if verse.len() > 1 {
            // A line, or a part of one; the first of several.
            let text: String = verse.iter().collect();
            let named = report
                .lines
                .iter()
                .map(verse::Line::text)
                .position(|line| line.contains(&text) || text.starts_with(&line));
            if let Some(at) = named.filter(|_| place.line.is_none()) {
                place.line = Some(at + 1);
            }
        }
    }
    let width = |line: usize| {
        line.checked_sub(1)
            .and_then(|at| Some(report.lines.get(at)?.chars.len()))
    };
    if let Some(width) = place.line.and_then(width) {
        if clause.contains("首字") {
            place.position = Some(1);
        } else if clause.contains("末字") || clause.contains("尾字") {
            place.position = Some(width);
        }
    }
    place
}

/// What stands in quotation marks.
fn quotations(clause: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (open, close) in [
        ('“', '”'),
        ('「', '」'),
        ('『', '』'),
        ('‘', '’'),
        ('"', '"'),
        ('\'', '\''),
    ] {
        let mut rest = clause;
        while let Some((_, after)) = rest.split_once(open) {
            let Some((inner, after)) = after.split_once(close) else {
                break;
            };
            found.push(inner);
            rest = after;
        }
    }
    found
}
