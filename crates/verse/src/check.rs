//! From text to report.

mod characters;
mod costs;
mod kind;
mod slots;

use self::{costs::Costs, slots::slots};

pub(crate) use self::slots::slot;

use crate::{
    form::Form,
    options::Options,
    report::{self, Chars, Kind, Line, Report, Rhyme},
    rules::{self, Context, Seen},
    scan::{
        self, Reading,
        cost::Cost,
        rhyme::{Part, RhymeScan},
    },
    template::Opening,
    text::{self, Glyph, Text},
    tone::ToneClass,
};

/// Checks a poem: finds its lines, the cheapest reading of the whole, and what stands out. Any
/// text gives a report.
pub fn check(source: &str, options: &Options) -> Report {
    let mut text = text::read(source, options.form, options.book);
    if let Some(form) = options.form.filter(|_| options.unfinished) {
        text.fill(form, source.encode_utf16().count());
    }
    let text = text;
    let width = options.form.map_or_else(|| usual_width(&text), Form::width);
    let even = text.lines().all(|line| line.len() == width);
    let form = Form::of(width, text.lines().len())
        .filter(|form| even && options.form.is_none_or(|wanted| wanted == *form));
    let costs = Costs::of(&text, width, options);
    let read = kind::read(&text, width, form, &costs, options);
    let mut seen = Seen::default();
    let mut lines: Vec<Line> = Vec::with_capacity(text.lines().len());
    for (number, line) in text.lines().enumerate() {
        let is_last = number + 1 == text.lines().len();
        let fits = line.len() == width || is_last && line.len() < width;
        let at = At {
            number,
            costs: costs.line(number),
            width,
            fits,
            written: text.written(number),
        };
        read_line(line, &at, &read, &mut seen, &mut lines);
    }
    let context = Context {
        text: &text,
        width,
        form,
        wanted: options.form,
        kind: read.kind,
        reading: read.reading.as_ref(),
        tails: read.reading.as_ref().map_or(0, Reading::tails),
        seen,
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
            .map(Form::chinese),
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
    let count = |width: usize| text.lines().filter(|line| line.len() == width).count();
    let (five, seven, lines) = (count(5), count(7), text.lines().len());
    match (five, seven) {
        (0, 0) if lines == 1 && text.line(0).len() < 5 => 5,
        (0, 0) if lines == 1 && text.line(0).len() < 7 => 7,
        (0, 0) => 0,
        _ if seven > five => 7,
        _ => 5,
    }
}

/// 平起首句入韵 and so on; by the second character of line 1.
fn opening(reading: &Reading, read: &Read, width: usize) -> Option<&'static str> {
    let first = reading.lines.first()?;
    let five = first.line_type.second_of_five();
    let second = if width == 7 { five.opposite() } else { five };
    let rhymes = match &read.rhyme {
        Some(rhyme) => rhyme.asks(0, first.line_type),
        None => first.line_type.end() == ToneClass::Level,
    };
    Some(Opening { second, rhymes }.chinese())
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
        group: rhyme.group.name(),
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

/// Where a line stands.
struct At<'a> {
    /// From 0.
    number: usize,
    /// What its characters cost.
    costs: &'a [Cost],
    /// Characters in a line of the poem.
    width: usize,
    /// Whether it has that length, or is the last and on the way to it.
    fits: bool,
    /// How many of its characters stand in the text.
    written: usize,
}

/// Puts a line with its characters read behind the others. What some rule looks for in them is noted on
/// the way.
fn read_line(line: &[Glyph], at: &At<'_>, read: &Read, seen: &mut Seen, lines: &mut Vec<Line>) {
    let (number, width) = (at.number, at.width);
    let reading = read
        .reading
        .as_ref()
        .and_then(|r| r.lines.get(number))
        .filter(|_| at.fits);
    let line_type = reading.map(|r| r.line_type);
    let rhyme = read.rhyme.as_ref();
    let rhymes = match (line_type, rhyme) {
        (Some(line_type), Some(rhyme)) => rhyme.asks(number, line_type),
        (Some(line_type), None) => scan::rhymes(number, line_type, ToneClass::Level),
        (None, Some(_)) => number % 2 == 1,
        (None, None) => false,
    };
    let rhyme_group = rhyme
        .filter(|_| rhymes)
        .and_then(|r| match r.parts.get(number)? {
            Part::Rhymes => Some(r.group),
            Part::Borrows(own) => Some(*own),
            Part::Off | Part::Unknown => None,
        });
    let of_poem = rhyme.map(|r| r.group);
    let slots = line_type.map_or(&[][..], |t| slots(t, width, rhymes));
    let mut noted = *seen;
    // What is filled where it stands need not be moved there.
    let start = line.first().map_or(0, |g| g.at);
    let last = at.written.checked_sub(1).and_then(|last| line.get(last));
    lines.push(Line {
        line_type,
        start,
        end: last.map_or(start, |g| g.at + g.written.len_utf16()),
        chars: const { Chars::new() },
    });
    let Some(Line { chars, .. }) = lines.last_mut() else {
        return;
    };
    for (position, (glyph, cost)) in line.iter().zip(at.costs).enumerate() {
        let at_end = position + 1 == width;
        let char = chars.next();
        char.name(glyph);
        char.slot = slots.get(position).copied();
        let is_weighed = cost.pinned || at_end && rhyme_group.is_some();
        if is_weighed || !characters::take_plain(glyph, char) {
            let place = characters::Place {
                glyph,
                cost,
                reading,
                position,
                slot: char.slot,
                rhyme: rhyme_group.filter(|_| at_end),
            };
            characters::take(&place, char);
        }
        noted.note(glyph, char);
        if !at_end && let (Some(own), Some(group)) = (char.group, of_poem) {
            noted.crowded |= own.rhymes_with(group);
        }
    }
    *seen = noted;
}
