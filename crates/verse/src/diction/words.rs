//! Words put together from left to right: the likeliest beginnings are kept and made longer.

use crate::{
    fits::Asked,
    gap::Gap,
    lexicon::{Script, mandarin},
    options::Options,
    sounds::Sound,
    tone::ToneClass,
};

use super::{Diction, Span, Theme, Wanted, line::Classes};

/// Beginnings that are kept while a word of several characters is put together.
const BEAM: usize = 40;
/// Of those, how many are of the theme that is wanted.
const OF_THEME: usize = 24;
/// A word, by its number among those in the making, made longer by a candidate, by its number; and how
/// well that goes.
type Step = (f32, usize, usize);

/// The best so many, best first.
fn first(mut steps: Vec<Step>, count: usize) -> Vec<Step> {
    let order = |a: &Step, b: &Step| {
        b.0.total_cmp(&a.0)
            .then_with(|| (a.1, a.2).cmp(&(b.1, b.2)))
    };
    if count < steps.len() {
        steps.select_nth_unstable_by(count, order);
        steps.truncate(count);
    }
    steps.sort_unstable_by(order);
    steps
}

/// A word in the making.
#[derive(Clone, Debug, Default)]
pub(super) struct Word {
    /// Its classes.
    pub classes: Vec<u16>,
    /// Its characters.
    pub text: Vec<char>,
    tones: Tones,
    value: f32,
}

/// Which rows of classes a word may still have, a bit each: 8 for three places.
type Tones = u8;

/// The rows of classes that are allowed.
struct Allowed(Vec<Vec<ToneClass>>);

impl Allowed {
    /// Those that a character may have part in at a place.
    fn met_by(&self, c: char, nth: usize, options: &Options, script: Script) -> Tones {
        let has = |class: &ToneClass| {
            let asked = Asked {
                class: Some(*class),
                group: None,
            };
            asked.is_met_by(c, options.book, script)
        };
        let mut tones = 0;
        for (bit, row) in self.0.iter().enumerate() {
            if row.get(nth).is_some_and(has) {
                tones |= 1 << bit;
            }
        }
        tones
    }
}

impl Diction {
    /// Words that have what is asked and wanted, at most so many, the likeliest first. They
    /// have not been tried.
    pub(super) fn words_for(
        &self,
        gap: &Gap,
        options: &Options,
        span: Span,
        wanted: &Wanted,
        enough: usize,
    ) -> Vec<Word> {
        let script = gap.script();
        let (line, start) = (span.line - 1, span.position - 1);
        let mut poem = Classes::of(self, gap.lines());
        for at in start..start + span.length {
            poem.put(line, at, 0);
        }
        let tones = Allowed(gap.tones());
        let mut words = vec![Word {
            tones: Tones::MAX,
            ..Word::default()
        }];
        for nth in 0..span.length {
            let is_last = nth + 1 == span.length;
            let rhyme = gap.rhyme(nth).unwrap_or_default();
            let asked = match wanted.group.filter(|_| is_last) {
                Some(group) if rhyme.group.is_some_and(|own| own != group) => return Vec::new(),
                Some(group) => Asked {
                    group: Some(group),
                    ..rhyme
                },
                None => rhyme,
            };
            let sound = wanted.pinyin.as_deref().filter(|_| is_last).map(Sound::of);
            let suits = |c: char| {
                let sounds = |sound: &Sound| mandarin::pinyin(c).any(|pinyin| sound.is(pinyin));
                asked.is_met_by(c, options.book, script) && sound.as_ref().is_none_or(sounds)
            };
            let candidates: Vec<(u16, char, Tones)> = self
                .candidates(script, suits)
                .into_iter()
                .map(|(class, c)| (class, c, tones.met_by(c, nth, options, script)))
                .filter(|(_, _, tones)| *tones != 0)
                .collect();
            let mut steps: Vec<Step> = Vec::new();
            for (from, word) in words.iter().enumerate() {
                for (at, class) in word.classes.iter().enumerate() {
                    poem.put(line, start + at, *class);
                }
                let values = poem.likelihoods(self, line, start + nth);
                let goes_on =
                    |(_, (_, _, tones)): &(usize, &(u16, char, Tones))| word.tones & tones != 0;
                let likely = candidates.iter().enumerate().filter(goes_on);
                steps.extend(likely.map(|(to, (class, ..))| {
                    let value = values.get(usize::from(*class)).copied();
                    (word.value + value.unwrap_or(f32::MIN), from, to)
                }));
            }
            let begin = |step: &Step| words.get(step.1).zip(candidates.get(step.2));
            let is_of = |theme: Theme, step: &Step| {
                begin(step).is_some_and(|(word, (class, ..))| {
                    // On the stack: this is asked of every step.
                    let mut own = [0; Span::MOST];
                    let classes = word.classes.iter().chain([class]);
                    own.iter_mut().zip(classes).for_each(|(to, of)| *to = *of);
                    let own = own.get(..=nth).unwrap_or_default();
                    self.is_about(theme, own) || !is_last && self.may_begin(theme, *class)
                })
            };
            let kept = match wanted.theme {
                Some(theme) if is_last => {
                    steps.retain(|step| is_of(theme, step));
                    first(steps, enough)
                }
                Some(theme) => {
                    let (of, others): (Vec<Step>, Vec<Step>) =
                        steps.into_iter().partition(|step| is_of(theme, step));
                    let mut kept = first(of, OF_THEME);
                    let rest = BEAM.saturating_sub(kept.len());
                    kept.extend(first(others, rest));
                    kept
                }
                None if is_last => first(steps, enough),
                None => first(steps, BEAM),
            };
            let longer = kept.iter().filter_map(|step| {
                let (word, (class, c, tones)) = begin(step)?;
                Some(Word {
                    classes: with(&word.classes, *class),
                    text: with(&word.text, *c),
                    tones: word.tones & tones,
                    value: step.0,
                })
            });
            words = longer.collect();
        }
        words
    }

    /// The characters of a script that suit, each with its class.
    pub(super) fn candidates(
        &self,
        script: Script,
        suits: impl Fn(char) -> bool,
    ) -> Vec<(u16, char)> {
        let classes = 1..self.shapes.classes();
        classes
            .flat_map(|class| {
                self.shapes
                    .offered(class, script)
                    .iter()
                    .map(move |c| (class, *c))
            })
            .filter(|(_, c)| suits(*c))
            .collect()
    }
}

fn with<T: Copy>(list: &[T], more: T) -> Vec<T> {
    let mut longer = Vec::with_capacity(list.len() + 1);
    longer.extend_from_slice(list);
    longer.push(more);
    longer
}
