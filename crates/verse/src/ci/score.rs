//! How well a lyric follows a form.
//!
//! A form foretells the class of each character, the marks, and which line ends rhyme; the score is the
//! logarithm of how likely that makes the lyric. Scores of one lyric under forms of its length can be
//! compared; a difference of 3 is about twenty to one.

use super::{
    lyric::{Lyric, Sound},
    types::{Form, Slot},
};
use crate::tone::ToneClass;

/// Of a hundred places how many are what they are for reasons that no form knows: slips, misprints,
/// readings that the book lacks.
const SLIP: f64 = 0.02;
/// How likely it is that a line end of a rhyme's group is in the group's part of 词林正韵.
const RHYMES: f64 = 0.9;
/// The parts of 词林正韵: 14 and five entering ones.
const PARTS: u8 = 19;
/// How many lyrics' worth of doubt is added to every count.
const DOUBT: f64 = 0.5;

/// What comparing a lyric with a form gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// The logarithm (base e) of the likelihood; the sum of the three that follow and of how common the
    /// form is.
    pub log_likelihood: f64,
    /// The part of the classes.
    pub classes: f64,
    /// The part of the marks; 0 where the lyric has none.
    pub marks: f64,
    /// The part of the rhymes.
    pub rhymes: f64,
    /// Places (from 0, through the whole lyric) of characters that cannot be read as the form asks.
    pub wrong: Vec<usize>,
    /// How many places of the form ask for a class.
    pub decided: usize,
    /// Lines (from 0) whose end rhymes in the form and not in the lyric.
    pub off_rhyme: Vec<usize>,
}

/// Scores a lyric under a form; `None` if they differ in length.
pub fn score(lyric: &Lyric, form: &Form) -> Option<Score> {
    if lyric.length() != form.length() {
        return None;
    }
    let mut wrong = Vec::new();
    let mut decided = 0;
    let mut classes = 0.0;
    for (at, (sound, slot)) in lyric.characters.iter().zip(form.slots()).enumerate() {
        classes += likelihood(sound, slot).ln();
        if let Some(asked) = slot.class.asked() {
            decided += 1;
            if !sound.may_be(asked) {
                wrong.push(at);
            }
        }
    }
    let marks = marks(lyric, form);
    let (rhymes, off_rhyme) = rhymes(lyric, form);
    Some(Score {
        log_likelihood: classes + marks + rhymes + f64::from(form.lyrics).ln(),
        classes,
        marks,
        rhymes,
        wrong,
        decided,
        off_rhyme,
    })
}

/// How likely a slot makes a character's class.
fn likelihood(sound: &Sound, slot: &Slot) -> f64 {
    let (level, oblique) = (f64::from(slot.level), f64::from(slot.oblique));
    let share = (level + DOUBT) / (level + oblique + 2.0 * DOUBT);
    let share = SLIP / 2.0 + (1.0 - SLIP) * share;
    let own = f64::from(sound.level);
    own * share + (1.0 - own) * (1.0 - share)
}

/// How likely a form makes the marks of a lyric.
fn marks(lyric: &Lyric, form: &Form) -> f64 {
    // The last character's mark says nothing.
    let count = lyric.length().saturating_sub(1);
    if !(0..count).any(|at| lyric.is_marked(at)) {
        return 0.0;
    }
    let of_form = f64::from(form.lyrics);
    let share = |marked: u16| {
        let share = (f64::from(marked) + DOUBT) / (of_form + 2.0 * DOUBT);
        share.clamp(SLIP / 4.0, 1.0 - SLIP / 4.0)
    };
    let mut shares = vec![SLIP / 4.0; lyric.length()];
    let mut start = 0;
    for line in &form.lines {
        for pause in &line.pauses {
            let at = (start + pause.after).checked_sub(1);
            if let Some(place) = at.and_then(|at| shares.get_mut(at)) {
                *place = share(pause.lyrics);
            }
        }
        start += line.slots.len();
        let at = start.checked_sub(1);
        if let Some(place) = at.and_then(|at| shares.get_mut(at)) {
            *place = share(line.ends);
        }
    }
    let likely = |(at, share): (usize, &f64)| {
        let is_marked = lyric.is_marked(at);
        if is_marked { *share } else { 1.0 - share }.ln()
    };
    shares.iter().take(count).enumerate().map(likely).sum()
}

/// How much likelier a form's rhymes make a lyric's line ends than chance, and the lines that do not
/// rhyme as the form does. Each group takes the part of 词林正韵 that suits most of its lines.
fn rhymes(lyric: &Lyric, form: &Form) -> (f64, Vec<usize>) {
    let mut ends: Vec<(u8, usize, Option<&Sound>, ToneClass)> = Vec::new();
    let mut stop = 0;
    for (number, line) in form.lines.iter().enumerate() {
        stop += line.slots.len();
        if let Some(rhyme) = line.rhyme {
            let last = stop.checked_sub(1);
            let sound = last.and_then(|at| lyric.characters.get(at));
            ends.push((rhyme.group, number, sound, rhyme.class.class()));
        }
    }
    let chance = 1.0 / f64::from(PARTS);
    let matched = (RHYMES + (1.0 - RHYMES) * chance) / chance;
    let missed = 1.0 - RHYMES;
    let mut sum = 0.0;
    let mut off = Vec::new();
    let mut groups: Vec<u8> = ends.iter().map(|end| end.0).collect();
    groups.sort_unstable();
    groups.dedup();
    for group in groups {
        let own = || ends.iter().filter(|end| end.0 == group);
        let is_in = |sound: Option<&Sound>, part: u8, class| {
            sound.is_some_and(|s| s.parts(class).any(|p| p == part))
        };
        let missing = |part: u8| -> Vec<usize> {
            let missing = own().filter(|end| !is_in(end.2, part, end.3));
            missing.map(|end| end.1).collect()
        };
        let best = (0..PARTS).map(missing).min_by_key(Vec::len);
        let best = best.unwrap_or_default();
        let in_part = own().count() - best.len();
        sum += in_part as f64 * matched.ln() + best.len() as f64 * missed.ln() + chance.ln();
        off.extend(best);
    }
    off.sort_unstable();
    (sum, off)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ci::types::{FormLine, Pause, RhymeClass, RhymePlace, SlotClass};

    /// A couplet of five, rhyming level, from ten lyrics, with a pause after the second character that
    /// two of them have.
    fn form(pattern: &str) -> Form {
        let line = |pattern: &str| {
            let slot = |c| match c {
                '平' => (SlotClass::Level, 10, 0),
                '仄' => (SlotClass::Oblique, 0, 10),
                _ => (SlotClass::Free, 5, 5),
            };
            let slots = pattern.chars().map(slot);
            FormLine {
                slots: slots
                    .map(|(class, level, oblique)| Slot {
                        class,
                        level,
                        oblique,
                    })
                    .collect(),
                ends: 10,
                pauses: vec![Pause {
                    after: 2,
                    lyrics: 2,
                }],
                rhyme: Some(RhymePlace {
                    group: 0,
                    class: RhymeClass::Level,
                    lyrics: 10,
                }),
                parallel_with_next: None,
                repeat_of: None,
            }
        };
        Form {
            tune: 0,
            lyrics: 10,
            poets: 5,
            weak: false,
            stanzas: vec![0],
            lines: pattern.split('，').map(line).collect(),
            examples: Vec::new(),
        }
    }

    const TEXT: &str = "清晨入古寺，初日照高林。";

    #[test]
    fn what_a_form_asks_is_likelier() {
        let lyric = Lyric::read("空山新雨后，天气晚来秋。");
        let fits = score(&lyric, &form("中平平仄仄，中仄仄平平")).unwrap();
        let other = score(&lyric, &form("中仄平平仄，中平仄仄平")).unwrap();
        assert!(fits.log_likelihood > other.log_likelihood + 10.0);
        assert_eq!((fits.wrong.len(), fits.decided), (0, 8));
        assert!(!other.wrong.is_empty());
        assert_eq!(score(&Lyric::read("空山"), &form("中平平仄仄")), None);
    }

    #[test]
    fn lines_that_do_not_rhyme_are_named() {
        let lyric = Lyric::read("千山鸟飞天，万径人烟寒。");
        let rhyming = score(&lyric, &form("中中中中平，中中中中平")).unwrap();
        assert_eq!(rhyming.off_rhyme, [] as [usize; 0]);
        let lyric = Lyric::read(TEXT);
        let off = score(&lyric, &form("中中中中平，中中中中平")).unwrap();
        assert_eq!(off.off_rhyme.len(), 1);
        assert!(off.rhymes < rhyming.rhymes - 3.0);
    }

    #[test]
    fn marks_count_where_there_are_any() {
        let form = form("中中中中中，中中中中中");
        let marks = |text: &str| score(&Lyric::read(text), &form).unwrap().marks;
        let plain = marks("清晨入古寺，初日照高林。");
        let paused = marks("清晨、入古寺，初日照高林。");
        let strange = marks("清晨入、古寺，初日照高林。");
        assert!(plain > paused && paused > strange + 2.0);
        assert_eq!(marks("清晨入古寺初日照高林"), 0.0);
    }
}
