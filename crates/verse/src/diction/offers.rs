//! Characters and words for some places of a line.

use crate::{
    book::RhymeGroup,
    fits::Asked,
    gap::Gap,
    lexicon::{Script, mandarin},
    options::Options,
    report::Report,
    sounds::Sound,
    tone::ToneClass,
};

use super::{Diction, Quote, Theme, line::Classes};

/// Some places of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The line, from 1.
    pub line: usize,
    /// The first place, from 1.
    pub position: usize,
    /// How many places: 1 to [`Span::MOST`].
    pub length: usize,
}

impl Span {
    /// Places that are filled together, at most.
    pub const MOST: usize = 3;
}

/// What is wanted of a word. `Wanted::default()` wants nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// It belongs to a theme.
    pub theme: Option<Theme>,
    /// Its last character sounds so in Mandarin: `feng`, `fēng`, `feng1`.
    pub pinyin: Option<String>,
    /// Its last character is of this rhyme group.
    pub group: Option<RhymeGroup>,
}

/// A word that would go there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The characters, in the script of the poem.
    pub text: String,
    /// How they are read there in Mandarin.
    pub pinyin: String,
    /// A line of a poet's that has them; of what no line has as a whole, one that has a part.
    pub quote: Quote,
}

/// Beginnings that are kept while a word of several characters is put together.
const BEAM: usize = 40;
/// Of those, how many are of the theme that is wanted.
const OF_THEME: usize = 24;
/// Words that are tried, for each that is asked for.
const TRIED: usize = 8;

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
struct Word {
    classes: Vec<u16>,
    text: Vec<char>,
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
    /// Words for some places of a poem, at most so many, the likeliest first: they have the classes and
    /// the rhyme that are asked there, and what is wanted. Each has been tried: the poem with it has no
    /// finding, rescues left out, that the poem with blanks there has not. Nothing where there are no
    /// such places.
    pub fn offers(
        &self,
        text: &str,
        options: &Options,
        span: Span,
        wanted: &Wanted,
        most: usize,
    ) -> Vec<Offer> {
        let is_span = (1..=Span::MOST).contains(&span.length);
        let Some(gap) =
            Gap::new(text, options, (span.line, span.position), span.length).filter(|_| is_span)
        else {
            return Vec::new();
        };
        let enough = most.saturating_mul(TRIED);
        let mut words = self.words_for(&gap, options, span, wanted, enough);
        words.retain(|word| word.text != gap.now());
        let sound = wanted.pinyin.as_deref().map(Sound::of);
        let mut offers = Vec::new();
        for word in words {
            if offers.len() == most {
                break;
            }
            let example = || self.example(&gap, span, &word.classes, wanted.theme);
            if let Some((report, quote)) = gap
                .takes(&word.text)
                .and_then(|report| Some((report, example()?)))
            {
                offers.push(Offer {
                    pinyin: reading(&report, span, &word.text, sound.as_ref()),
                    quote,
                    text: word.text.into_iter().collect(),
                });
            }
        }
        offers
    }

    /// Words that have what is asked and wanted, at most so many, the likeliest first. They have not been tried.
    fn words_for(
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
                    let own = with(&word.classes, *class);
                    self.is_about(theme, &own) || !is_last && self.may_begin(theme, *class)
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

    /// A line that has a word, or a part of it: rather one of the same length that has it at the same place, with the
    /// same neighbours, or is of the theme.
    fn example(&self, gap: &Gap, span: Span, word: &[u16], theme: Option<Theme>) -> Option<Quote> {
        let start = span.position - 1;
        // Of a word that no line has, the longest part that some line has; the first of them.
        (1..=word.len()).rev().find_map(|length| {
            let mut parts = word.windows(length).enumerate();
            parts.find_map(|(at, part)| {
                self.line_with(gap, (span.line - 1, start + at), part, theme)
            })
        })
    }

    /// A line that has these characters, which are to stand at a place (from 0).
    fn line_with(
        &self,
        gap: &Gap,
        (line, start): (usize, usize),
        word: &[u16],
        theme: Option<Theme>,
    ) -> Option<Quote> {
        let own = self.classes(gap.lines().get(line)?);
        let rarest = (0..word.len()).min_by_key(|at| self.store.frequency(word[*at]))?;
        let mut best: Option<(u32, usize)> = None;
        for (number, at) in self.store.places(*word.get(rarest)?) {
            let Some(first) = at.checked_sub(rarest) else {
                continue;
            };
            let other = self.store.line(number);
            if other.get(first..first + word.len()) != Some(word) {
                continue;
            }
            let beside = |from: Option<usize>, of: Option<usize>| {
                let one = of.and_then(|at| own.get(at)).filter(|class| **class != 0);
                one.is_some() && one == from.and_then(|at| other.get(at))
            };
            let same_length = u32::from(other.len() == own.len());
            let points = same_length * (1 + u32::from(first == start))
                + 2 * u32::from(beside(first.checked_sub(1), start.checked_sub(1)))
                + 2 * u32::from(beside(Some(first + word.len()), Some(start + word.len())))
                + 2 * u32::from(theme.is_some_and(|theme| self.is_about(theme, other)));
            if other != own && best.is_none_or(|(most, _)| points > most) {
                best = Some((points, number));
            }
        }
        best.map(|(_, number)| self.store.quote(number, gap.script()))
    }
}

fn with<T: Copy>(list: &[T], more: T) -> Vec<T> {
    let mut longer = Vec::with_capacity(list.len() + 1);
    longer.extend_from_slice(list);
    longer.push(more);
    longer
}

/// How a word is read where it was put; its last character as it was wanted.
fn reading(report: &Report, span: Span, word: &[char], sound: Option<&Sound>) -> String {
    let line = report.lines.get(span.line - 1);
    let chars = line
        .into_iter()
        .flat_map(|line| line.chars.iter())
        .skip(span.position - 1);
    let mut all: Vec<&str> = Vec::new();
    for (nth, (char, c)) in chars.zip(word).enumerate() {
        let usual = || mandarin::pinyin(*c).next().unwrap_or_default();
        let here = char.pinyin().unwrap_or_else(usual);
        let wanted = sound.filter(|_| nth + 1 == word.len());
        let heard = wanted.filter(|sound| !sound.is(here));
        let asked = heard.and_then(|sound| mandarin::pinyin(*c).find(|pinyin| sound.is(pinyin)));
        all.push(asked.unwrap_or(here));
    }
    all.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Severity, check, diction::testing::table, fits::is_same};

    const RIVER: &str = "江上春风起，山中暮雨来。故人千里去，明月一时开。";

    fn offers(text: &str, place: (usize, usize), length: usize, wanted: &Wanted) -> Vec<Offer> {
        let span = Span {
            line: place.0,
            position: place.1,
            length,
        };
        table().offers(text, &Options::default(), span, wanted, 50)
    }

    fn all(offers: &[Offer]) -> Vec<&str> {
        offers.iter().map(|offer| offer.text.as_str()).collect()
    }

    #[test]
    fn what_is_offered_brings_nothing_new_and_has_a_line() {
        let options = Options::default();
        for (place, length) in [
            ((1, 3), 1),
            ((2, 4), 1),
            ((4, 5), 1),
            ((3, 1), 2),
            ((2, 3), 3),
        ] {
            let found = offers(RIVER, place, length, &Wanted::default());
            assert!(found.len() >= 40, "{place:?}: {}", found.len());
            let gap = Gap::new(RIVER, &options, place, length).unwrap();
            let mut whole = 0;
            for offer in &found {
                let word: Vec<char> = offer.text.chars().collect();
                assert_eq!(word.len(), length);
                assert_ne!(word, gap.now());
                for finding in check(&gap.with(&word), &options).findings {
                    let is_old = gap.open().findings.iter().any(|o| is_same(o, &finding));
                    assert!(
                        is_old || finding.severity == Severity::Rescue,
                        "{finding:?}"
                    );
                }
                let quote = &offer.quote;
                assert!(word.iter().any(|c| quote.line.contains(*c)), "{offer:?}");
                assert!(!quote.author.is_empty() && !quote.title.is_empty());
                whole += usize::from(quote.line.contains(&offer.text));
                assert_eq!(offer.pinyin.split(' ').count(), length, "{offer:?}");
            }
            assert!(length == 3 || whole * 2 > found.len(), "{place:?}: {whole}");
        }
    }

    #[test]
    fn no_other_places_are_filled() {
        for (place, length) in [
            ((0, 1), 1),
            ((1, 0), 1),
            ((5, 1), 1),
            ((1, 5), 2),
            ((1, 1), 4),
            ((1, 1), 0),
        ] {
            assert!(
                offers(RIVER, place, length, &Wanted::default()).is_empty(),
                "{place:?}"
            );
        }
        assert!(offers("", (1, 1), 1, &Wanted::default()).is_empty());
    }

    #[test]
    fn a_theme_a_sound_a_group() {
        let wanted = |theme, pinyin: Option<&str>, group| Wanted {
            theme,
            pinyin: pinyin.map(str::to_owned),
            group,
        };
        let found = offers(RIVER, (4, 1), 2, &wanted(Some(Theme::Farewell), None, None));
        assert!(found.len() >= 10, "{:?}", all(&found));
        for offer in &found {
            let classes = table().classes(&offer.text.chars().collect::<Vec<_>>());
            assert!(
                table().is_about(Theme::Farewell, &classes),
                "{}",
                offer.text
            );
        }
        let found = offers(RIVER, (1, 4), 1, &wanted(None, Some("feng"), None));
        assert!(!found.is_empty());
        let sound = Sound::of("feng");
        assert!(
            found.iter().all(|offer| sound.is(&offer.pinyin)),
            "{found:?}"
        );
        let group = RhymeGroup::find(crate::Tone::Level, '东');
        let found = offers(RIVER, (1, 3), 1, &wanted(None, None, group));
        assert!(all(&found).contains(&"东"), "{:?}", all(&found));
        // At a rhyme no other group will do.
        assert!(offers(RIVER, (4, 5), 1, &wanted(None, None, group)).is_empty());
    }

    #[test]
    fn offers_are_of_the_script_of_the_poem() {
        let traditional = "江上春風起，山中暮雨來。故人千里去，明月一時開。";
        let found = offers(traditional, (1, 4), 1, &Wanted::default());
        assert!(found.len() > 30);
        for offer in &found {
            let c = offer.text.chars().next().unwrap();
            assert!(crate::lexicon::is_of(c, Script::Traditional), "{c}");
        }
        let found = offers(RIVER, (3, 1), 2, &Wanted::default());
        for c in found.iter().flat_map(|offer| offer.text.chars()) {
            assert!(crate::lexicon::is_of(c, Script::Simplified), "{c}");
            assert!(!"疎峯帰".contains(c));
        }
    }

    #[test]
    fn open_places_of_a_form_are_filled_too() {
        let options = Options {
            form: Some(crate::Form::FiveQuatrain),
            unfinished: true,
            ..Options::default()
        };
        let span = Span {
            line: 2,
            position: 1,
            length: 2,
        };
        let found = table().offers("江上春风起，", &options, span, &Wanted::default(), 20);
        assert!(found.len() >= 15, "{:?}", all(&found));
    }
}
