//! What each line of a poem should be: its line type, or its line of the form of a tune.

pub use verse::Opening;
use verse::{
    LineType, RhymeBook, ToneClass,
    ci::{FormLine, RhymeClass},
};

use crate::{
    brief::{Brief, TuneForm},
    compose::Checked,
};

/// What a line should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// How many characters it has.
    pub width: usize,
    /// Its tones in words, and whether it rhymes: `⊙仄仄平平（押韵）`.
    pub text: String,
    /// Whether it is in the one rhyme of regulated verse. (What a line of a lyric rhymes with depends on
    /// the line.)
    pub rhymes: bool,
}

/// What the lines of a poem that is there should be: of regulated verse by the opening that it is nearest
/// to.
pub(crate) fn patterns(checked: &Checked, brief: &Brief) -> Vec<Pattern> {
    if let Some(tune) = &brief.tune {
        return of_tune(tune, brief.sound());
    }
    let lines = checked.verse().map(|report| &report.lines);
    let found = lines.into_iter().flatten().map(|line| line.line_type);
    let found: Vec<_> = found.collect();
    let width = brief.form.width();
    of_types(&nearest(&found, width, brief.opening()), width)
}

/// What the lines of a poem should be that is not there yet.
pub(crate) fn patterns_of(brief: &Brief) -> Vec<Pattern> {
    let width = brief.form.width();
    match &brief.tune {
        Some(tune) => of_tune(tune, brief.sound()),
        None => of_types(&brief.opening().line_types(width, brief.lines()), width),
    }
}

fn of_types(types: &[LineType], width: usize) -> Vec<Pattern> {
    let pattern = |line_type: &LineType| {
        let rhymes = line_type.end() == ToneClass::Level;
        let rhyme = if rhymes { "（押韵）" } else { "" };
        Pattern {
            width,
            text: line_type.pattern_text(width) + rhyme,
            rhymes,
        }
    };
    types.iter().map(pattern).collect()
}

fn of_tune(tune: &TuneForm, book: RhymeBook) -> Vec<Pattern> {
    let form = tune.form();
    let pattern = |line: &FormLine| Pattern {
        width: line.slots.len(),
        text: tones(line, form.lyrics) + &notes(line, tune, book),
        rhymes: false,
    };
    form.lines.iter().map(pattern).collect()
}

/// 平, 仄 or 中 for each place, with 、 where most poets pause.
fn tones(line: &FormLine, lyrics: u16) -> String {
    let mut text = String::new();
    for (at, slot) in line.slots.iter().enumerate() {
        let mut pauses = line.pauses.iter();
        if pauses.any(|p| p.after == at && u32::from(p.lyrics) * 2 > u32::from(lyrics)) {
            text.push('、');
        }
        text += slot.class.chinese();
    }
    text
}

/// How many characters the line has, whether it rhymes, in which of the form's rhymes, and what it
/// repeats.
fn notes(line: &FormLine, tune: &TuneForm, book: RhymeBook) -> String {
    let mut notes = format!("（{}字", line.slots.len());
    for note in [rhyme(line, tune, book), repeat(line, tune)]
        .into_iter()
        .flatten()
    {
        notes.push('，');
        notes += &note;
    }
    notes + "）"
}

/// What earlier words a line repeats.
pub(crate) fn repeat(line: &FormLine, tune: &TuneForm) -> Option<String> {
    let repeat = line.repeat_of?;
    let (width, number) = (line.slots.len(), repeat.line + 1);
    let whole = tune.form().lines.get(repeat.line)?.slots.len();
    Some(if width == whole {
        format!("叠第{number}句")
    } else {
        let (from, to) = (repeat.from + 1, repeat.from + width);
        format!("叠第{number}句第{from}至{to}字")
    })
}

fn rhyme(line: &FormLine, tune: &TuneForm, book: RhymeBook) -> Option<String> {
    let rhyme = line.rhyme?;
    let may = if tune.form().is_optional(rhyme) {
        "可押"
    } else {
        "押"
    };
    let group = if tune.rhyme_groups() > 1 {
        stem(rhyme.group)
    } else {
        ""
    };
    Some(format!("{may}{group}韵，{}", tone(rhyme.class, book)))
}

/// In which tones a line rhymes. Books of today know no entering tone.
pub(crate) fn tone(class: RhymeClass, book: RhymeBook) -> &'static str {
    match class {
        RhymeClass::Level => "平声",
        RhymeClass::RisingDeparting if !book.is_modern() => "上、去声",
        RhymeClass::Entering if !book.is_modern() => "入声",
        _ => "仄声",
    }
}

/// The name of a rhyme of a form: 甲, 乙, 丙.
pub(crate) fn stem(group: u8) -> &'static str {
    const STEMS: [&str; 10] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];
    STEMS.get(usize::from(group)).copied().unwrap_or("又一")
}

/// The line types that the poem should have, given those that it has: of the four openings the
/// one that the fewest lines depart from, `wanted` where several are as near.
pub fn nearest(found: &[Option<LineType>], width: usize, wanted: Opening) -> Vec<LineType> {
    let apart = |opening: Opening| {
        let types = opening.line_types(width, found.len());
        types
            .iter()
            .zip(found)
            .filter(|(t, f)| f.is_some_and(|f| f != **t))
            .count()
    };
    let mut best = wanted;
    for opening in Opening::ALL {
        if apart(opening) < apart(best) {
            best = opening;
        }
    }
    best.line_types(width, found.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use verse::Form;

    fn letters(types: &[LineType]) -> String {
        types.iter().map(|t| t.letter()).collect()
    }

    #[test]
    fn one_lost_line_does_not_move_the_others() {
        let read = |letters: &str| -> Vec<Option<LineType>> {
            letters
                .chars()
                .map(|c| LineType::ALL.into_iter().find(|t| t.letter() == c))
                .collect()
        };
        let wanted = Opening::usual(Form::SevenQuatrain);
        let near = |found: &str| letters(&nearest(&read(found), 7, wanted));
        assert_eq!(near("BAaB"), "BAaB");
        assert_eq!(near("BAbB"), "BAaB");
        assert_eq!(near("aBb?"), "aBbA");
        assert_eq!(near("????"), "ABbA");
        assert_eq!(near("ABaB"), "ABbA");
    }
}
