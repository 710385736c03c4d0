//! From a lyric's text to its report.

use super::{
    fitting::Fitting,
    lyric::{self, Lyric, Sound, is_written, outside_notes},
    options::Options,
    recognise::{FAR, Known, NEAR, Recognised, exact, recognise},
    report::{CiChar, CiLine, CiReport, CiRhyme, Differences, FormSummary, RunnerUp},
    rhyming::Group,
    rules::{self, Context},
    source,
    tunes::Tunes,
    types::{Form, FormLine, Slot},
};
use crate::{
    book::{RhymeBook, RhymeGroup},
    report::VERSION,
    tone::ToneClass,
};

/// Checks a lyric: finds its tune and form, or takes those of the options, and says what stands out.
/// `None` if the text is no lyric of a tune that the table has. No rule of regulated verse is applied.
pub fn check(text: &str, tunes: &Tunes, options: &Options) -> Option<CiReport> {
    let head = source::head(text, tunes);
    let known = Known {
        tune: options.tune.as_deref().and_then(|name| tunes.find(name)),
        form: options.form,
        titled: head.tune,
    };
    let read = |start: usize| {
        let verse = text.get(start..).unwrap_or_default();
        Lyric::read_in(verse, options.book)
    };
    let named = known.tune.or(known.titled);
    let latest = head.starts.iter().copied().fold(head.usual, usize::max);
    if named.is_none() && is_longer(text.get(latest..)?, tunes.longest() + FAR) {
        return None;
    }
    let mut other = None;
    let mut own = None;
    for start in &head.starts {
        let lyric = read(*start);
        if let Some(found) = exact(&lyric, tunes, known) {
            let found = (*start, lyric, found);
            if named.is_none_or(|tune| tune == found.2.form.tune) {
                own = Some(found);
                break;
            }
            other.get_or_insert(found);
        }
    }
    let (start, lyric, found) = match own.or(other) {
        Some(found) => found,
        None => {
            let lyric = read(head.usual);
            let found = recognise(&lyric, tunes, known)?;
            (head.usual, lyric, found)
        }
    };
    let places = source::places(text, start);
    let title = source::title(text, start);
    let known = Known {
        // A name of several tunes, or one of two names, need not be the one that was taken first.
        titled: if is_called(tunes, &found.form, &head.names) {
            Some(found.form.tune)
        } else {
            known.titled
        },
        ..known
    };
    report(&lyric, &places, title, &found, tunes, known, options)
}

/// Whether the verse of a text has more characters than this. It tells what is no lyric before its sounds are
/// looked up, which takes most of the time.
fn is_longer(verse: &str, length: usize) -> bool {
    let mut characters = outside_notes(verse).filter(|(_, character)| is_written(*character));
    characters.nth(length).is_some()
}

/// Whether one of some names is one of a form's tune.
fn is_called(tunes: &Tunes, form: &Form, names: &[String]) -> bool {
    let Some(tune) = tunes.tune_of(form) else {
        return false;
    };
    let other = |name: &String| {
        let mut others = tune.other_names.iter();
        others.any(|other| other.simplified == *name || other.traditional == *name)
    };
    let own = |name: &String| tune.name == *name || tune.name_traditional == *name;
    names.iter().any(|name| own(name) || other(name))
}

/// The tune, by its number, that a title before the verse names.
pub fn named(text: &str, tunes: &Tunes) -> Option<usize> {
    source::head(text, tunes).tune
}

/// Whether a title before the verse names a tune.
pub fn names_tune(text: &str, tunes: &Tunes) -> bool {
    named(text, tunes).is_some()
}

fn report(
    lyric: &Lyric,
    places: &[(usize, usize)],
    title: Option<String>,
    found: &Recognised,
    tunes: &Tunes,
    known: Known,
    options: &Options,
) -> Option<CiReport> {
    let form = &found.form;
    let tune = tunes.tune_of(form)?;
    let fitting = Fitting::of(lyric, form, &found.alignment);
    let lines = lines(lyric, places, found, &fitting.groups);
    let book = lyric::rhymes_by(options.book);
    let context = Context {
        found,
        tunes,
        tune,
        titled: known.titled.filter(|_| known.tune.is_none()),
        groups: &fitting.groups,
        lines: &lines,
        book,
        language: options.language,
    };
    let findings = rules::find(&context);
    let line_of = |line: usize| lines.iter().position(|own| own.form_line == Some(line + 1));
    let rhymes = fitting.groups.iter().filter_map(|group| {
        let first = form.lines.get(*group.lines.first()?)?.rhyme?;
        let kept = group.lines.iter().filter(|line| !group.off.contains(line));
        Some(CiRhyme {
            group: part_name(book, group.part).filter(|_| group.off.len() < group.lines.len()),
            class: first.class,
            lines: kept.filter_map(|line| Some(line_of(*line)? + 1)).collect(),
        })
    });
    Some(CiReport {
        version: VERSION,
        id: None,
        kind: "ci",
        tune: tune.name.clone(),
        tune_traditional: tune.name_traditional.clone(),
        form: summary(tunes, found.number)?,
        runner_up: found.runner_up.and_then(|(number, behind)| {
            let other = tunes.forms().get(number)?;
            let tune = tunes.tune_of(other)?;
            Some(RunnerUp {
                tune: tune.name.clone(),
                tune_traditional: tune.name_traditional.clone(),
                form: summary(tunes, number)?,
                behind,
                near: behind < NEAR,
                differences: differences(form, other),
            })
        }),
        book,
        title,
        rhymes: rhymes.collect(),
        lines,
        findings,
    })
}

/// The name of a part (from 0) of a book, whatever the tone.
pub(super) fn part_name(book: RhymeBook, part: u8) -> Option<&'static str> {
    RhymeGroup::of_book(book)
        .find(|group| group.number() == part)
        .map(RhymeGroup::name)
}

fn summary(tunes: &Tunes, number: usize) -> Option<FormSummary> {
    let form = tunes.forms().get(number)?;
    let before = tunes.forms().iter().take(number);
    Some(FormSummary {
        number: before.filter(|other| other.tune == form.tune).count() + 1,
        characters: form.length(),
        lengths: form.lengths().collect(),
        lyrics: form.lyrics,
        poets: form.poets,
        weak: form.weak,
    })
}

/// How another form differs.
fn differences(form: &Form, other: &Form) -> Differences {
    let mut differences = Differences {
        lines: other.lines.len() as isize - form.lines.len() as isize,
        ..Differences::default()
    };
    for (at, (own, other)) in form.lines.iter().zip(&other.lines).enumerate() {
        let line = at + 1;
        if own.slots.len() == other.slots.len() {
            let slots = own.slots.iter().zip(&other.slots).enumerate();
            let differ = slots.filter(|(_, (a, b))| a.class != b.class);
            differences
                .slots
                .extend(differ.map(|(place, _)| (line, place + 1)));
        } else {
            differences.lengths.push(line);
        }
        if own.rhyme.map(|r| (r.group, r.class)) != other.rhyme.map(|r| (r.group, r.class)) {
            differences.rhymes.push(line);
        }
    }
    differences
}

/// The lines of the report: all that stand in the text.
fn lines(
    lyric: &Lyric,
    places: &[(usize, usize)],
    found: &Recognised,
    groups: &[Group],
) -> Vec<CiLine> {
    let mut lines = Vec::new();
    for step in &found.alignment.steps {
        let Some(span) = step.span.clone().filter(|span| !span.is_empty()) else {
            continue;
        };
        let own = lyric.characters.get(span.clone()).unwrap_or_default();
        let at = places.get(span).unwrap_or_default();
        let line = step.line.and_then(|line| found.form.lines.get(line));
        let fits = line.filter(|line| line.slots.len() == own.len());
        let chars = own
            .iter()
            .zip(at)
            .enumerate()
            .map(|(place, (sound, (start, _)))| {
                let is_last = place + 1 == own.len();
                let slot = fits.and_then(|line| line.slots.get(place));
                let rhyme = line.filter(|_| is_last);
                CiChar {
                    character: sound.character,
                    at: *start,
                    class: class(sound, slot, rhyme),
                    slot: slot.map(|slot| slot.class),
                    level: slot.map_or(0, |slot| slot.level),
                    oblique: slot.map_or(0, |slot| slot.oblique),
                }
            });
        let group = |line: &usize| groups.iter().position(|group| group.lines.contains(line));
        lines.push(CiLine {
            form_line: step.line.map(|line| line + 1),
            stanza: step
                .line
                .is_some_and(|line| found.form.stanzas.contains(&line)),
            start: at.first().map_or(0, |(start, _)| *start),
            end: at.last().map_or(0, |(_, end)| *end),
            rhyme: step.line.as_ref().and_then(group).map(|group| group + 1),
            chars: chars.collect(),
        });
    }
    lines
}

/// How a character is read: as its place or its rhyme asks, if the poet may have meant it so; else as it
/// is likelier.
fn class(sound: &Sound, slot: Option<&Slot>, rhyme: Option<&FormLine>) -> Option<ToneClass> {
    if !sound.is_known() {
        return None;
    }
    let of_slot = slot.and_then(|slot| slot.class.asked());
    let of_rhyme = || Some(rhyme?.rhyme?.class.class());
    let asked = of_slot
        .or_else(of_rhyme)
        .filter(|class| sound.may_be(*class));
    Some(asked.unwrap_or(if sound.level >= 0.5 {
        ToneClass::Level
    } else {
        ToneClass::Oblique
    }))
}
