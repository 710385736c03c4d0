//! Characters that fit a place of a poem.

use crate::{
    book::{RhymeBook, RhymeGroup},
    gap::Gap,
    lexicon::{self, RARE, Script, mandarin},
    options::Options,
    report::Finding,
    tone::ToneClass,
};

/// A character that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fit {
    /// The character, in the script of the poem.
    pub character: char,
    /// Its commonest Mandarin reading.
    pub pinyin: Option<&'static str>,
    /// About how often it stands in the verse of Tang and Song, in all its readings.
    pub count: u32,
}

/// What is looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The class; `None` where either will do.
    pub class: Option<ToneClass>,
    /// The rhyme group, where the place rhymes and the rest of the poem tells the group.
    pub group: Option<RhymeGroup>,
}

impl Asked {
    /// Whether a character has a reading of a book that is asked for, and no rare one.
    pub(crate) fn is_met_by(self, character: char, book: RhymeBook, script: Script) -> bool {
        let Some(entry) = lexicon::entry(character, script, book) else {
            return false;
        };
        let of_class = self.class.is_none_or(|class| entry.cost(class) < RARE);
        let in_group = |group: RhymeGroup| {
            let mut readings = entry.readings();
            readings.any(|r| !r.rare && r.group.rhymes_with(group))
        };
        of_class && self.group.is_none_or(in_group)
    }
}

/// Characters that are tried before giving up: more than verse uses with any frequency.
const MOST_TRIED: usize = 1_500;

/// The commonest characters that fit a place (line and position from 1), at most so many: they have
/// the class that is asked there, and at a rhyme the group of the poem. Each has been tried: the poem
/// with it has no finding, rescues left out, that the poem with a blank there has not.
pub fn fits(text: &str, options: &Options, place: (usize, usize), most: usize) -> Vec<Fit> {
    let Some(poem) = Gap::new(text, options, place, 1) else {
        return Vec::new();
    };
    let asked = poem.asked(0);
    let mut words = candidates(asked, options, poem.script());
    words.retain(|word| poem.now() != [word.character]);
    let mut found = Vec::new();
    for word in words.into_iter().take(MOST_TRIED) {
        if found.len() == most {
            break;
        }
        if poem.takes(&[word.character]).is_some() {
            found.push(word);
        }
    }
    found
}

/// What a place asks of a character; `None` where there is no such place.
pub fn asked(text: &str, options: &Options, place: (usize, usize)) -> Option<Asked> {
    Gap::new(text, options, place, 1).map(|poem| poem.asked(0))
}

/// Whether two findings of two checks are one: what they say may name another character.
pub(crate) fn is_same(one: &Finding, other: &Finding) -> bool {
    (&one.code, one.line, &one.chars) == (&other.code, other.line, &other.chars)
}

/// Whether nobody writes a character today: a variant (帰, 髙) that the tables know as another one.
pub(crate) fn is_unusual(character: char) -> bool {
    include_str!("../data/unusual.txt").contains(character)
}

/// The characters of verse that have what is asked, commonest first.
fn candidates(asked: Asked, options: &Options, script: Script) -> Vec<Fit> {
    let mut words: Vec<Fit> = lexicon::characters()
        .filter(|c| lexicon::is_of(*c, script) && !is_unusual(*c))
        .filter(|c| asked.is_met_by(*c, options.book, script))
        .map(|character| Fit {
            character,
            pinyin: mandarin::pinyin(character).next(),
            count: lexicon::count_in_any_form(character),
        })
        .filter(|word| word.count > 0)
        .collect();
    words.sort_by_key(|word| (u32::MAX - word.count, word.character));
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Form, RhymeBook, Severity, check};

    const STORK: &str = "白日依山尽，黄河入海流。欲穷千里目，更上一层□。";

    fn all(text: &str, options: &Options, place: (usize, usize)) -> String {
        fits(text, options, place, 40)
            .iter()
            .map(|fit| fit.character)
            .collect()
    }

    fn assert_good(text: &str, options: &Options, (line, position): (usize, usize)) -> usize {
        let poem = Gap::new(text, options, (line, position), 1).unwrap();
        let found = fits(text, options, (line, position), 40);
        assert!(found.is_sorted_by_key(|fit| u32::MAX - fit.count));
        for fit in &found {
            let report = check(&poem.with(&[fit.character]), options);
            for finding in &report.findings {
                let is_old = poem.open().findings.iter().any(|o| is_same(o, finding));
                assert!(
                    is_old || finding.severity == Severity::Rescue,
                    "{}: {finding:?}",
                    fit.character
                );
            }
        }
        found.len()
    }

    #[test]
    fn a_rhyme_is_found_in_the_group_of_the_poem_and_never_twice() {
        let options = Options::default();
        let found = all(STORK, &options, (4, 5));
        assert!(found.contains('楼') && found.contains('秋'), "{found}");
        assert!(!found.contains('流'), "流 rhymes already: {found}");
        assert!(!found.contains('山') && !found.contains('月'), "{found}");
        let asked = asked(STORK, &options, (4, 5)).unwrap();
        assert_eq!(asked.group.map(RhymeGroup::name), Some("尤"));
    }

    #[test]
    fn no_character_that_fits_breaks_anything_in_any_book_at_any_place() {
        for book in RhymeBook::ALL {
            let options = Options {
                book,
                ..Options::default()
            };
            for line in [2, 3] {
                for position in [1, 2, 5] {
                    let count = assert_good(STORK, &options, (line, position));
                    assert!(count > 5, "{book:?} {line} {position}: {count}");
                }
            }
        }
    }

    #[test]
    fn variants_are_not_offered() {
        let poem = "朝辞白帝彩云间，千里江□一日还。两岸猿声啼不住，轻舟已过万重山。";
        let found = all(poem, &Options::default(), (2, 4));
        assert!(found.contains('归') && found.contains('明'), "{found}");
        for variant in "帰皈髙眀".chars() {
            assert!(!found.contains(variant), "{variant} in {found}");
        }
    }

    #[test]
    fn the_class_that_rescues_is_asked() {
        let poem = "向晚意不适，驱车□古原。夕阳无限好，只是近黄昏。";
        let options = Options::default();
        let asked = asked(poem, &options, (2, 3)).unwrap();
        assert_eq!((asked.class, asked.group), (Some(ToneClass::Level), None));
        assert!(assert_good(poem, &options, (2, 3)) > 20);
    }

    #[test]
    fn characters_are_of_the_script_of_the_poem() {
        let options = Options::default();
        let traditional = "白日依山盡，黃河入海流。欲窮千里目，更上一層□。";
        let found = all(traditional, &options, (4, 5));
        assert!(found.contains('樓') && !found.contains('楼'), "{found}");
    }

    #[test]
    fn a_place_that_is_not_written_yet_is_asked_too() {
        let options = Options {
            form: Some(Form::FiveQuatrain),
            unfinished: true,
            ..Options::default()
        };
        let found = all("白日依山尽，黄河入海", &options, (2, 5));
        assert!(found.contains('天'), "any level rhyme: {found}");
        let found = all("白日依山尽，黄河入海流。", &options, (4, 5));
        assert!(found.contains('楼') && !found.contains('天'), "{found}");
        assert_eq!(all("白日", &options, (9, 1)), "");
    }
}
