//! How well word and usage foretell the class of a character with readings of both, before the
//! pattern is seen: measured on poems that taught neither.
//!
//! One poem in ten, chosen by a hash of its text, is kept apart. Usage is counted on the rest of
//! 全唐诗, words are mined from the rest of both collections and joined by those that were ruled by
//! hand or by a dictionary. At the fair places of the octaves kept apart whose pattern is beyond
//! doubt, the class foretold is held against the class that the pattern asks.

use std::{
    collections::BTreeMap,
    fmt::{self, Display},
};

use verse::ToneClass;

use crate::{
    Result, fair,
    phrases::{self, Phrase},
    poems::Octave,
    reconcile::Book,
    rulings,
    usage::{self, Usage},
};

/// One poem in so many is kept apart.
const KEPT_APART: u64 = 10;
/// Chooses which.
const SEED: u64 = 0x5eed_0001;
/// A pattern whose weight is at least this is beyond doubt. (The next best differs in the end of line
/// 1 alone, a slip of one in fifty.)
const BEYOND_DOUBT: f64 = 0.95;

/// The octaves that are learnt from and measured on.
pub struct Poems {
    /// Those of 全唐诗.
    pub tang: Vec<Octave>,
    /// Those of both collections.
    pub all: Vec<Octave>,
}

/// The class of a character in a word, by the word and the place (from 0).
type Words = BTreeMap<(Vec<char>, usize), ToneClass>;

/// What came of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Figures {
    poems: usize,
    by_word: Share,
    by_usage: Share,
    usage_alone: Share,
}

/// Right ones of all.
#[derive(Debug, Default, PartialEq, Eq)]
struct Share {
    right: usize,
    all: usize,
}

impl Share {
    fn count(&mut self, right: bool) {
        self.all += 1;
        self.right += usize::from(right);
    }
}

impl Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = 100.0 * self.right as f64 / self.all.max(1) as f64;
        write!(f, "{percent:5.2} % ({} of {})", self.right, self.all)
    }
}

impl Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let together = Share {
            right: self.by_word.right + self.by_usage.right,
            all: self.by_word.all + self.by_usage.all,
        };
        writeln!(f, "octaves kept apart, of one pattern: {}", self.poems)?;
        writeln!(f, "word, else usage:    {together}")?;
        writeln!(f, "  decided by a word: {}", self.by_word)?;
        writeln!(f, "  left to usage:     {}", self.by_usage)?;
        write!(f, "usage alone:         {}", self.usage_alone)
    }
}

/// Whether a poem is kept apart: by an FNV hash of its characters, so that it does not depend on
/// the order of the files, and a poem that stands in two collections falls on one side.
fn is_kept_apart(poem: &Octave) -> bool {
    let hash = poem
        .iter()
        .flatten()
        .flat_map(|c| (*c as u32).to_le_bytes())
        .fold(0xcbf2_9ce4_8422_2325 ^ SEED, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
    (hash >> 32).is_multiple_of(KEPT_APART)
}

/// The words of `phrases.tsv` that no verse decided.
pub fn ruled_words(rows: &[Vec<String>]) -> Result<Vec<Phrase>> {
    let mut words = Vec::new();
    for row in rows {
        let [word, place, reading, from] = &row[..] else {
            return Err(format!("a word with too few cells: {row:?}").into());
        };
        if word == "word" || from.starts_with("verse") {
            continue;
        }
        words.push(Phrase {
            word: word.clone(),
            place: place.parse()?,
            class: rulings::reading(reading)
                .ok_or(format!("unknown reading {reading} of {word}"))?
                .class(),
            agree: 0,
            against: 0,
        });
    }
    Ok(words)
}

/// Learns from the one part, measures on the other.
pub fn evaluate(poems: &Poems, ruled: &[Phrase], book: &Book) -> Figures {
    let learn = |poems: &[Octave]| -> Vec<Octave> {
        poems
            .iter()
            .filter(|p| !is_kept_apart(p))
            .cloned()
            .collect()
    };
    let usage = usage::count(&learn(&poems.tang), book);
    let mined = phrases::mine(&learn(&poems.all), book);
    let words: Words = mined
        .iter()
        .chain(ruled)
        .map(|p| ((p.word.chars().collect(), p.place - 1), p.class))
        .collect();
    let mut figures = Figures::default();
    for poem in poems.tang.iter().filter(|p| is_kept_apart(p)) {
        let explained = usage.explain(poem, book);
        let Some((_, pattern)) = explained.iter().find(|(w, _)| *w >= BEYOND_DOUBT) else {
            continue;
        };
        figures.poems += 1;
        measure(poem, pattern, &words, &usage, book, &mut figures);
    }
    figures
}

/// Counts the places of a poem.
fn measure(
    poem: &Octave,
    pattern: &str,
    words: &Words,
    usage: &Usage,
    book: &Book,
    figures: &mut Figures,
) {
    for (line, line_type) in usage::lines(poem, pattern) {
        for (place, c) in line
            .iter()
            .enumerate()
            .filter(|(_, c)| fair::is_open(**c, book))
        {
            let Some(asked) = fair::asked(line, place, line_type) else {
                continue;
            };
            let level = usage.level(*c, book).unwrap_or(0.5);
            let usual = if level >= 0.5 {
                ToneClass::Level
            } else {
                ToneClass::Oblique
            };
            figures.usage_alone.count(usual == asked);
            match of_word(line, place, words) {
                Some(class) => figures.by_word.count(class == asked),
                None => figures.by_usage.count(usual == asked),
            }
        }
    }
}

/// The class that the longest word around a place decides, as a check finds it: a word of two does
/// not reach across the pause.
fn of_word(line: &[char], place: usize, words: &Words) -> Option<ToneClass> {
    let pause = if line.len() == 7 { 4 } else { 2 };
    [4, 3, 2].into_iter().find_map(|length: usize| {
        (place.saturating_sub(length - 1)..=place)
            .filter(|start| start + length <= line.len())
            .filter(|start| length > 2 || !(*start < pause && pause < start + length))
            .find_map(|start| {
                let word = line[start..start + length].to_vec();
                words.get(&(word, place - start)).copied()
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn longer_words_come_first_and_pairs_do_not_cross_the_pause() {
        let words: Words = [
            (chars("長安"), 0, ToneClass::Level),
            (chars("生長安"), 1, ToneClass::Oblique),
        ]
        .into_iter()
        .map(|(word, place, class)| ((word, place), class))
        .collect();
        let of = |line: &str, place| of_word(&chars(line), place, &words);
        assert_eq!(of("未解憶長安", 3), Some(ToneClass::Level));
        assert_eq!(of("未解生長安", 3), Some(ToneClass::Oblique));
        assert_eq!(of("日長安未解", 1), None);
        assert_eq!(of("未解憶山河", 3), None);
    }

    #[test]
    fn about_one_poem_in_ten_is_kept_apart() {
        let apart = ('一'..='\u{6e00}')
            .filter(|c| is_kept_apart(&vec![vec![*c; 5]; 8]))
            .count();
        assert!((700..1_000).contains(&apart), "{apart}");
    }

    #[test]
    fn only_words_that_no_verse_decided_are_given() {
        let row = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
        let rows = [
            row(["word", "place", "reading", "from"]),
            row(["長安", "1", "平陽", "verse 9/0"]),
            row(["勞軍", "1", "去號", "ruling"]),
        ];
        let words = ruled_words(&rows).unwrap();
        assert_eq!(words.len(), 1);
        assert_eq!(words[0].class, ToneClass::Oblique);
    }
}
