//! From text to report.

mod characters;
mod costs;
mod kind;

use self::costs::Costs;

use crate::{
    form::Form,
    options::Options,
    report::{self, Char, Kind, Line, Report, Rhyme, Slot},
    rules::{self, Context},
    scan::{
        Reading,
        cost::Cost,
        rhyme::{Part, RhymeScan},
    },
    template::Opening,
    text::{self, Text, TextLine},
    tone::ToneClass,
};

/// Checks a poem: finds its lines, the cheapest reading of the whole, and what stands out. Any
/// text gives a report.
pub fn check(source: &str, options: &Options) -> Report {
    let text = text::read(source, options.form.map(Form::width), options.book);
    let width = options.form.map_or_else(|| usual_width(&text), Form::width);
    let even = text.lines.iter().all(|l| l.glyphs.len() == width);
    let form = Form::of(width, text.lines.len())
        .filter(|form| even && options.form.is_none_or(|wanted| wanted == *form));
    let costs = Costs::of(&text, width, options);
    let read = kind::read(&text, width, form, &costs, options);
    let lines: Vec<Line> = text
        .lines
        .iter()
        .enumerate()
        .map(|(number, line)| {
            let costs = costs.line(number);
            line_report(number, line, line.text(source), costs, width, &text, &read)
        })
        .collect();
    let context = Context {
        text: &text,
        width,
        form,
        wanted: options.form,
        kind: read.kind,
        reading: read.reading.as_ref(),
        tails: read.reading.as_ref().map_or(0, Reading::tails),
        rhyme: read.rhyme.as_ref(),
        lines: &lines,
        language: options.language,
        strictness: options.strictness,
    };
    let findings = rules::find(&context, &options.without_advice);
    let opening = match (read.kind, &read.reading) {
        (Kind::Regulated | Kind::ObliqueRhymed, Some(reading)) => opening(reading, &read, width),
        _ => None,
    };
    Report {
        version: report::VERSION,
        id: None,
        kind: read.kind,
        form: form
            .filter(|_| read.kind != Kind::OldStyle)
            .map(|f| f.chinese().to_owned()),
        opening,
        book: options.book,
        rhyme: read
            .rhyme
            .as_ref()
            .and_then(|rhyme| rhyme_report(rhyme, &read, &lines)),
        title: text.title,
        author: text.author,
        lines,
        findings,
    }
}

/// How a poem is read as a whole.
struct Read {
    kind: Kind,
    /// `None` for old-style verse, and where no line has the right length.
    reading: Option<Reading>,
    rhyme: Option<RhymeScan>,
}

/// The number of characters that most lines of 5 or 7 have; 0 where none has either. A single line
/// that is being written counts for what it can become.
fn usual_width(text: &Text) -> usize {
    let count = |width: usize| {
        text.lines
            .iter()
            .filter(|l| l.glyphs.len() == width)
            .count()
    };
    let (five, seven) = (count(5), count(7));
    match (five, seven, &text.lines[..]) {
        (0, 0, [only]) if only.glyphs.len() < 5 => 5,
        (0, 0, [only]) if only.glyphs.len() < 7 => 7,
        (0, 0, _) => 0,
        _ if seven > five => 7,
        _ => 5,
    }
}

/// 平起首句入韵 and so on; by the second character of line 1.
fn opening(reading: &Reading, read: &Read, width: usize) -> Option<String> {
    let first = reading.lines.first()?;
    let five = first.line_type.second_of_five();
    let second = if width == 7 { five.opposite() } else { five };
    let rhymes = match &read.rhyme {
        Some(rhyme) => rhyme.asks(0, first.line_type),
        None => first.line_type.end() == ToneClass::Level,
    };
    Some(Opening { second, rhymes }.chinese().to_owned())
}

/// The rhyme as the report has it.
fn rhyme_report(rhyme: &RhymeScan, read: &Read, lines: &[Line]) -> Option<Rhyme> {
    let takes_part = |number: usize| match &read.reading {
        Some(reading) => reading
            .lines
            .get(number)
            .is_some_and(|l| rhyme.asks(number, l.line_type)),
        None => number % 2 == 1,
    };
    let mut report = Rhyme {
        group: rhyme.group.name().to_owned(),
        class: rhyme.class(),
        lines: Vec::with_capacity(lines.len()),
        borrowed: Vec::new(),
    };
    for (at, part) in rhyme.parts.iter().take(lines.len()).enumerate() {
        if !takes_part(at) || matches!(part, Part::Off | Part::Unknown) {
            continue;
        }
        report.lines.push(at + 1);
        if matches!(part, Part::Borrows(_)) {
            report.borrowed.push(at + 1);
        }
    }
    (!report.lines.is_empty()).then_some(report)
}

/// A line with its characters read.
fn line_report(
    number: usize,
    line: &TextLine,
    written: String,
    costs: &[Cost],
    width: usize,
    text: &Text,
    read: &Read,
) -> Line {
    let fits =
        line.glyphs.len() == width || number + 1 == text.lines.len() && line.glyphs.len() < width;
    let reading = read
        .reading
        .as_ref()
        .and_then(|r| r.lines.get(number))
        .filter(|_| fits);
    let line_type = reading.map(|r| r.line_type);
    let rhyme = read.rhyme.as_ref();
    let rhymes = match (line_type, rhyme) {
        (Some(line_type), Some(rhyme)) => rhyme.asks(number, line_type),
        (None, Some(_)) => number % 2 == 1,
        _ => false,
    };
    let rhyme_group = rhyme
        .filter(|_| rhymes)
        .and_then(|r| match r.parts.get(number)? {
            Part::Rhymes => Some(r.group),
            Part::Borrows(own) => Some(*own),
            Part::Off | Part::Unknown => None,
        });
    let pattern = line_type.map(|t| t.pattern(width)).unwrap_or_default();
    let mut chars: Vec<Char> = Vec::with_capacity(line.glyphs.len());
    for (position, glyph) in line.glyphs.iter().enumerate() {
        let at_end = position + 1 == width;
        chars.push(characters::read(&characters::Place {
            glyph,
            cost: costs.get(position).copied().unwrap_or(Cost::UNKNOWN),
            class: reading.map(|r| r.class(position)),
            slot: pattern
                .get(position)
                .map(|class| slot(*class, rhymes && at_end)),
            rhyme: rhyme_group.filter(|_| at_end),
        }));
    }
    let end = line
        .glyphs
        .last()
        .map_or(0, |g| g.at + g.written.len_utf16());
    Line {
        text: written,
        line_type,
        start: line.glyphs.first().map_or(0, |g| g.at),
        end,
        chars,
    }
}

/// What the pattern asks at a place, by the class that it has there.
pub(crate) const fn slot(class: Option<ToneClass>, rhymes: bool) -> Slot {
    match class {
        Some(_) if rhymes => Slot::Rhyme,
        Some(ToneClass::Level) => Slot::Level,
        Some(ToneClass::Oblique) => Slot::Oblique,
        None => Slot::Free,
    }
}
