//! Whether the line ends of a lyric rhyme as a form does.

use super::{
    lyric::{Lyric, Sound},
    score::share,
    types::{Form, RhymePlace},
};

/// Between these is how likely it is that a line end rhymes, whatever the counts are: poets rhyme across
/// the parts of 词林正韵.
const RHYMES: [f64; 2] = [0.3, 0.95];
/// The parts of 词林正韵: 14 and five entering ones.
const PARTS: u8 = 19;

/// How much likelier a form's rhymes make a lyric's line ends than chance, and the lines that do not
/// rhyme as the form does. Each group takes the part of 词林正韵 that suits most of its lines.
pub(super) fn rhymes(lyric: &Lyric, form: &Form) -> (f64, Vec<usize>) {
    let mut stop = 0;
    let stops = form.lengths().map(|length| {
        stop += length;
        lyric.characters.get(stop.checked_sub(1)?)
    });
    let sounds: Vec<Option<&Sound>> = stops.collect();
    let chance = 1.0 / f64::from(PARTS);
    let mut sum = 0.0;
    let mut off = Vec::new();
    for group in groups(form, &sounds) {
        sum += chance.ln();
        for line in &group.lines {
            let Some(rhyme) = form.lines.get(*line).and_then(|own| own.rhyme) else {
                continue;
            };
            let share = share(rhyme.lyrics, form.lyrics).clamp(RHYMES[0], RHYMES[1]);
            if group.off.contains(line) {
                sum += (1.0 - share).ln();
                if !form.is_optional(rhyme) {
                    off.push(*line);
                }
            } else {
                sum += (share / chance + 1.0 - share).ln();
            }
        }
    }
    off.sort_unstable();
    (sum, off)
}

/// Lines that rhyme with each other.
pub(super) struct Group {
    /// The part of the rhyme book that most of its lines can be read in.
    pub part: u8,
    /// Its lines in the form, from 0.
    pub lines: Vec<usize>,
    /// Those of them whose end cannot be read in that part.
    pub off: Vec<usize>,
}

/// The rhymes of a form with the ends of a lyric's lines, one for each line of the form.
pub(super) fn groups(form: &Form, sounds: &[Option<&Sound>]) -> Vec<Group> {
    let ends: Vec<End<'_>> = form
        .lines
        .iter()
        .enumerate()
        .filter_map(|(line, own)| {
            Some(End {
                line,
                rhyme: own.rhyme?,
                sound: sounds.get(line).copied().flatten(),
            })
        })
        .collect();
    let mut numbers: Vec<u8> = ends.iter().map(|end| end.rhyme.group).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let group = |number| {
        let own = || ends.iter().filter(move |end| end.rhyme.group == number);
        let in_part = |part: u8| own().filter(|end| end.is_in(part)).count();
        // Of two equal ones the first.
        let part = (0..PARTS).rev().max_by_key(|part| in_part(*part));
        let part = part.unwrap_or_default();
        Group {
            part,
            lines: own().map(|end| end.line).collect(),
            off: own()
                .filter(|end| !end.is_in(part))
                .map(|end| end.line)
                .collect(),
        }
    };
    numbers.into_iter().map(group).collect()
}

/// A line's end that rhymes in the form.
struct End<'a> {
    line: usize,
    rhyme: RhymePlace,
    sound: Option<&'a Sound>,
}

impl End<'_> {
    /// Whether it can be read in a part of 词林正韵, in the class of the rhyme.
    fn is_in(&self, part: u8) -> bool {
        let class = self.rhyme.class.class();
        self.sound
            .is_some_and(|sound| sound.parts(class).any(|own| own == part))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ci::types::{FormLine, RhymeClass, Slot, SlotClass};

    /// Two lines of two that rhyme level in so many of eight lyrics.
    fn form(lyrics: u16) -> Form {
        let slot = Slot {
            class: SlotClass::Free,
            level: 4,
            oblique: 4,
        };
        let line = FormLine {
            slots: vec![slot; 2],
            ends: 8,
            pauses: Vec::new(),
            rhyme: Some(RhymePlace {
                group: 0,
                class: RhymeClass::Level,
                lyrics,
            }),
            parallel_with_next: None,
            repeat_of: None,
        };
        Form {
            tune: 0,
            lyrics: 8,
            poets: 4,
            weak: false,
            stanzas: vec![0],
            lines: vec![line.clone(), line],
            examples: Vec::new(),
        }
    }

    #[test]
    fn a_rhyme_that_many_leave_out_is_not_missed() {
        let lyric = Lyric::read("高楼，春天。");
        let (kept, off) = rhymes(&lyric, &form(8));
        assert_eq!(off.len(), 1);
        let (optional, off) = rhymes(&lyric, &form(4));
        assert_eq!(off, [] as [usize; 0]);
        // What half of the poets do is likelier than what none does.
        assert!(optional > kept);
        assert_eq!(
            rhymes(&Lyric::read("高楼，人愁。"), &form(8)).1,
            [] as [usize; 0]
        );
    }
}
