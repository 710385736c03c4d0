//! Characters and words for some places of a line.

use crate::{
    book::RhymeGroup, gap::Gap, lexicon::mandarin, options::Options, report::Report, sounds::Sound,
};

use super::{Diction, Quote, Theme};

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

/// Words that are tried, for each that is asked for.
const TRIED: usize = 8;

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
    use crate::{Severity, check, diction::testing::table, fits::is_same, lexicon::Script};

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
