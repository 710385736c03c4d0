//! How well a lyric follows a form.
//!
//! A form foretells the class of each character, the marks, and which line ends rhyme; the score is the
//! logarithm of how likely that makes the lyric. Scores of one lyric under forms of its length can be
//! compared; a difference of 3 is about twenty to one.

use super::{
    lyric::{Lyric, Sound},
    rhyming::rhymes,
    types::{Form, Slot},
};

/// Of a hundred places how many are what they are for reasons that no form knows: slips, misprints,
/// readings that the book lacks.
const SLIP: f64 = 0.02;
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
    /// Lines (from 0) whose end rhymes in the form and not in the lyric; rhymes that poets may leave out are
    /// not among them.
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
pub(super) fn likelihood(sound: &Sound, slot: &Slot) -> f64 {
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
    let share = |marked: u16| share(marked, form.lyrics).clamp(SLIP / 4.0, 1.0 - SLIP / 4.0);
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

/// The share of a form's lyrics that so many are.
pub(super) fn share(count: u16, lyrics: u16) -> f64 {
    (f64::from(count) + DOUBT) / (f64::from(lyrics) + 2.0 * DOUBT)
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
