//! The class of a character in a word, mined from verse.
//!
//! A character whose readings differ in class (長: level "long", rising "to grow") has only one of
//! them in most words. The places that a pattern fixes show which: under the patterns of a poem,
//! weighed as in [`usage`], each word that holds such a character and does not run over a caesura
//! is tallied by the class that the pattern asks.
//!
//! Only the places that are [`fair`](crate::fair) to both classes are looked at.

use std::collections::BTreeMap;

use verse::ToneClass;

use crate::{fair, poems::Octave, reconcile::Book, usage};

/// Fewer places than this show nothing.
const FEWEST: f64 = 6.0;

/// The share of places that must agree; the rest is slips of poets and copyists.
const SHARE: f64 = 0.95;

/// A word and the class of one of its characters, with the places that speak for it and against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Two or three characters.
    pub word: String,
    /// The place of the character in the word, from 1.
    pub place: usize,
    /// The class of the character in the word.
    pub class: ToneClass,
    /// Places that ask for this class.
    pub agree: u32,
    /// Places that ask for the other.
    pub against: u32,
}

/// Level and oblique weights by word and place.
type Tally = BTreeMap<(Vec<char>, usize), (f64, f64)>;

/// The words that decide the class of a character which has readings of both classes. A word of
/// three is given only if no pair in it decides the character.
pub fn mine(poems: &[Octave], book: &Book) -> Vec<Phrase> {
    let tally = tally(poems, book);
    let decided = |word: &[char], place: usize| {
        tally
            .get(&(word.to_vec(), place))
            .is_some_and(|c| class(c).is_some())
    };
    let by_a_pair = |word: &[char], place: usize| {
        (2..=word.len()).any(|end| {
            (end - 1..=end).contains(&place) && decided(&word[end - 2..end], place + 2 - end)
        })
    };
    tally
        .iter()
        .filter(|((word, place), _)| word.len() == 2 || !by_a_pair(word, *place))
        .filter_map(|((word, place), count)| {
            let class = class(count)?;
            let (agree, against) = match class {
                ToneClass::Level => *count,
                ToneClass::Oblique => (count.1, count.0),
            };
            Some(Phrase {
                word: word.iter().collect(),
                place: *place,
                class,
                agree: agree.round() as u32,
                against: against.round() as u32,
            })
        })
        .collect()
}

/// Counts the words around open characters at the places that show a class.
fn tally(poems: &[Octave], book: &Book) -> Tally {
    let usage = usage::count(poems, book);
    let mut tally = Tally::new();
    for poem in poems {
        for (weight, pattern) in usage.explain(poem, book) {
            for (line, line_type) in usage::lines(poem, pattern) {
                for (place, c) in line.iter().enumerate() {
                    if !fair::is_open(*c, book) {
                        continue;
                    }
                    let Some(asked) = fair::mostly_asked(line, place, line_type, book) else {
                        continue;
                    };
                    let (level, oblique) = fair::evidence(asked, line.len() - place, weight);
                    for (word, place) in words(line, place) {
                        let count = tally.entry((word.to_vec(), place)).or_default();
                        count.0 += level;
                        count.1 += oblique;
                    }
                }
            }
        }
    }
    for count in tally.values_mut() {
        count.0 = count.0.max(0.0);
    }
    tally
}

/// The words of two and three characters around a place of a line that lie within its feet, two
/// by two and the last three together, each with the place of the character in it, from 1.
fn words(line: &[char], place: usize) -> impl Iterator<Item = (&[char], usize)> {
    let tail = line.len() - 3;
    let (start, end) = if place < tail {
        (place / 2 * 2, place / 2 * 2 + 2)
    } else {
        (tail, line.len())
    };
    [2, 3].into_iter().flat_map(move |length| {
        (start..=place)
            .filter(move |from| from + length > place && from + length <= end)
            .map(move |from| (&line[from..from + length], place - from + 1))
    })
}

/// The class that the places show, if they are enough and agree.
fn class((level, oblique): &(f64, f64)) -> Option<ToneClass> {
    let total = level + oblique;
    if total < FEWEST {
        None
    } else if level / total >= SHARE {
        Some(ToneClass::Level)
    } else if oblique / total >= SHARE {
        Some(ToneClass::Oblique)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::reconcile::testing::book;

    #[test]
    fn a_word_shows_the_class_of_its_character() {
        let book = book(&["長 平陽 上養", "天 平先", "月 入月", "生 平庚"]);
        let octave: Octave = [
            "生長天天月",
            "天長月月天",
            "月天天月月",
            "月月月天天",
            "月月天天月",
            "天天月月天",
            "月天天月月",
            "月月月天天",
        ]
        .iter()
        .map(|line| line.chars().collect())
        .collect();
        let phrase = |word: &str, class| Phrase {
            word: word.to_owned(),
            place: 2,
            class,
            agree: 6,
            against: 0,
        };
        assert_eq!(
            mine(&vec![octave.clone(); 6], &book),
            [
                phrase("天長", ToneClass::Level),
                phrase("生長", ToneClass::Oblique)
            ]
        );
        assert_eq!(mine(&vec![octave; 5], &book), []);
    }

    #[test]
    fn words_stay_within_the_feet() {
        let line: Vec<char> = "一二三四五六七".chars().collect();
        let around = |place| -> BTreeSet<(String, usize)> {
            words(&line, place)
                .map(|(word, place)| (word.iter().collect(), place))
                .collect()
        };
        let expected = |words: &[(&str, usize)]| -> BTreeSet<(String, usize)> {
            words.iter().map(|(w, p)| ((*w).to_owned(), *p)).collect()
        };
        assert_eq!(around(1), expected(&[("一二", 2)]));
        assert_eq!(around(3), expected(&[("三四", 2)]));
        assert_eq!(
            around(5),
            expected(&[("五六", 2), ("六七", 1), ("五六七", 2)])
        );
    }
}
