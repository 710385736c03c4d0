//! What a person asks for.

mod lock;
mod occasion;
mod tune_form;
mod wish;

use serde::{Deserialize, Serialize};
use verse::{Form, Language, Options, RhymeBook, RhymeGroup, Strictness};

use crate::{
    answer::{Shape, is_verse},
    plan::Opening,
    rhymes,
};

pub use lock::Lock;
pub use occasion::Occasion;
pub use tune_form::TuneForm;
pub use wish::LONGEST_WISH;

/// The wish for a poem. All but the form may be left out. Of a lyric ([`Brief::tune`]) `form`, `lines`,
/// `opening` and `group` do not count, nor does `strictness`; `rhymes` does where all its lines rhyme
/// with each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brief {
    /// The form.
    pub form: Form,
    /// The tune and its form, where a lyric (词) is asked for in place of regulated verse. Kept nowhere:
    /// the table is not a part of the wish.
    #[serde(skip)]
    pub tune: Option<TuneForm>,
    /// How many lines extended verse (排律) should have, an even number; 0 leaves it open from ten
    /// upwards. The other forms have their own: see [`Brief::lines`].
    #[serde(default)]
    pub lines: usize,
    /// Free text: whatever the other fields do not say.
    #[serde(default)]
    pub text: String,
    /// What it is for.
    #[serde(default)]
    pub occasion: Option<Occasion>,
    /// For whom.
    #[serde(default)]
    pub recipient: String,
    /// Names and words to weave in.
    #[serde(default)]
    pub words: String,
    /// The first characters of the lines (藏头), one a line. The lines after the last are free.
    #[serde(default)]
    pub acrostic: String,
    /// What is wished to the person.
    #[serde(default)]
    pub wishes: String,
    /// Images.
    #[serde(default)]
    pub images: String,
    /// The mood.
    #[serde(default)]
    pub mood: String,
    /// The script of the poem.
    #[serde(default)]
    pub script: Script,
    /// The opening that the prompt asks for; `None` takes [`Opening::usual`].
    #[serde(default)]
    pub opening: Option<Opening>,
    /// Characters to rhyme with, best first; none leaves the rhyme to the model.
    #[serde(default)]
    pub rhymes: Vec<char>,
    /// The rhyme group that is asked for, as the book names it (`东`, `第一部`); empty leaves it to
    /// the model, and so does one that the book has not. A poem in another group is sent back.
    #[serde(default)]
    pub group: String,
    /// Characters that stay where they are. The acrostic adds its own: see [`Brief::locks`].
    #[serde(default)]
    pub locked: Vec<Lock>,
    /// The rhyme book that the poem is checked with.
    #[serde(default)]
    pub book: RhymeBook,
    /// How strictly it is checked.
    #[serde(default)]
    pub strictness: Strictness,
}

impl Brief {
    /// A wish with the usual choices.
    pub fn new(form: Form, text: impl Into<String>) -> Self {
        Self {
            form,
            tune: None,
            lines: 0,
            text: text.into(),
            occasion: None,
            recipient: String::new(),
            words: String::new(),
            acrostic: String::new(),
            wishes: String::new(),
            images: String::new(),
            mood: String::new(),
            script: Script::default(),
            opening: None,
            rhymes: Vec::new(),
            group: String::new(),
            locked: Vec::new(),
            book: RhymeBook::default(),
            strictness: Strictness::default(),
        }
    }

    /// A wish for a lyric, with the usual choices.
    pub fn lyric(tune: TuneForm, text: impl Into<String>) -> Self {
        Self {
            tune: Some(tune),
            ..Self::new(Form::SevenQuatrain, text)
        }
    }

    /// How many lines the poem should have; of extended verse whose length is open, the least.
    pub fn lines(&self) -> usize {
        if let Some(tune) = &self.tune {
            return tune.form().lines.len();
        }
        let least = self.form.lines();
        if !is_extended(self.form) || self.lines <= least {
            return least;
        }
        if self.lines > MOST_LINES {
            return MOST_LINES;
        }
        self.lines - self.lines % 2
    }

    /// The shape that an answer should have.
    pub(crate) fn shape(&self) -> Shape {
        if let Some(tune) = &self.tune {
            return Shape::lyric(tune.clone());
        }
        let more = is_extended(self.form) && self.lines == 0;
        Shape::even(self.form.width(), self.lines(), more)
    }

    /// The book that tones and rhymes are taken from: lyrics do not rhyme by 平水韵.
    pub(crate) fn sound(&self) -> RhymeBook {
        match self.book {
            RhymeBook::PingShui if self.tune.is_some() => RhymeBook::Cilin,
            book => book,
        }
    }

    /// The rhyme group that is asked for, if the book has it.
    pub fn chosen(&self) -> Option<RhymeGroup> {
        if self.tune.is_some() {
            return None;
        }
        rhymes::find(self.book, &self.group)
    }

    /// Its name; empty where the rhyme is free.
    pub(crate) fn chosen_name(&self) -> &'static str {
        self.chosen().map_or("", RhymeGroup::name)
    }

    /// The opening that is asked for: of those that the acrostic fits best the usual one.
    pub fn opening(&self) -> Opening {
        if let Some(opening) = self.opening {
            return opening;
        }
        let mut best = Opening::usual(self.form);
        for opening in Opening::ALL {
            if self.off_pattern(opening) < self.off_pattern(best) {
                best = opening;
            }
        }
        best
    }

    /// How many locked characters stand where an opening asks for the other class.
    fn off_pattern(&self, opening: Opening) -> usize {
        let types = opening.line_types(self.form.width(), self.lines());
        let mut off = 0;
        for lock in self.locks() {
            let at = |n: usize| n.checked_sub(1);
            let line_type = at(lock.line).and_then(|at| types.get(at));
            let asked = line_type
                .zip(at(lock.position))
                .and_then(|(t, at)| t.pattern(self.form.width()).get(at).copied()?);
            let readings = verse::lexicon::readings(lock.character, self.book);
            let fits = |class| readings.is_empty() || readings.iter().any(|r| r.class() == class);
            off += usize::from(asked.is_some_and(|class| !fits(class)));
        }
        off
    }

    /// How many lines the acrostic opens.
    pub(crate) fn acrostic_len(&self) -> usize {
        let characters = self.acrostic.chars().filter(|c| is_verse(*c)).count();
        characters.min(self.lines())
    }

    /// The characters that have to stand where they stand: the acrostic's, then those that were
    /// locked one by one.
    pub fn locks(&self) -> Vec<Lock> {
        let mut locks = Vec::new();
        let first = self.acrostic.chars().filter(|c| is_verse(*c));
        for (line, character) in (1..=self.lines()).zip(first) {
            locks.push(Lock {
                line,
                position: 1,
                character,
            });
        }
        let shape = self.shape();
        // Extended verse whose length is open may have more lines.
        let most = if shape.more {
            usize::MAX
        } else {
            shape.lines()
        };
        for lock in &self.locked {
            let width = shape.width(lock.line);
            if (1..=most).contains(&lock.line) && (1..=width).contains(&lock.position) {
                locks.push(*lock);
            }
        }
        locks
    }

    /// How an answer is checked that is no lyric. Messages are Chinese: they go back to the model.
    pub fn options(&self) -> Options {
        Options {
            book: self.book,
            form: Some(self.form),
            strictness: self.strictness,
            language: Language::Zh,
            ..Options::default()
        }
    }
}

/// The most lines that can be asked for.
pub const MOST_LINES: usize = 40;

/// Whether a form is one of the extended ones, whose number of lines is free.
pub const fn is_extended(form: Form) -> bool {
    matches!(form, Form::FiveExtended | Form::SevenExtended)
}

/// Simplified or traditional characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Script {
    /// 简体.
    #[default]
    Simplified,
    /// 繁体.
    Traditional,
}

impl Script {
    /// 简体 or 繁体.
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Simplified => "简体",
            Self::Traditional => "繁体",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use verse::ToneClass;

    #[test]
    fn a_brief_of_an_older_page_loads() {
        let brief: Brief = serde_json::from_str(r#"{"form":"五言绝句","text":"春"}"#).unwrap();
        assert_eq!(brief, Brief::new(Form::FiveQuatrain, "春"));
        let old = r#"{"form":"七言律诗","text":"","script":"traditional","opening":null,
            "rhymes":["流"],"book":"中华新韵","strictness":"strict"}"#;
        let brief: Brief = serde_json::from_str(old).unwrap();
        assert_eq!((brief.rhymes.len(), brief.locks().len()), (1, 0));
    }

    #[test]
    fn a_brief_comes_back_whole() {
        let mut brief = Brief::new(Form::FiveQuatrain, "春");
        brief.occasion = Some(Occasion::NewYear);
        brief.acrostic = "新年快乐".into();
        brief.locked.push(Lock {
            line: 2,
            position: 3,
            character: '花',
        });
        let json = serde_json::to_string(&brief).unwrap();
        assert_eq!(serde_json::from_str::<Brief>(&json).unwrap(), brief);
    }

    #[test]
    fn an_acrostic_locks_the_first_characters() {
        let mut brief = Brief::new(Form::FiveQuatrain, "");
        brief.acrostic = "春，夏 秋冬又".into();
        let locks: Vec<_> = brief
            .locks()
            .iter()
            .map(|l| (l.line, l.character))
            .collect();
        assert_eq!(locks, [(1, '春'), (2, '夏'), (3, '秋'), (4, '冬')]);
    }

    #[test]
    fn a_lock_outside_the_form_locks_nothing() {
        let mut brief = Brief::new(Form::FiveQuatrain, "");
        for (line, position) in [(4, 5), (5, 1), (1, 6), (0, 1), (1, 0)] {
            brief.locked.push(Lock {
                line,
                position,
                character: '花',
            });
        }
        assert_eq!(brief.locks(), [brief.locked[0]]);
        brief.form = Form::FiveExtended;
        assert_eq!(brief.locks().len(), 2);
    }

    #[test]
    fn extended_verse_has_the_length_that_is_asked_for() {
        let lines = |form, lines| {
            let mut brief = Brief::new(form, "");
            brief.lines = lines;
            let shape = brief.shape();
            (brief.lines(), shape.fits(shape.lines() + 2))
        };
        assert_eq!(lines(Form::FiveExtended, 0), (10, true));
        assert_eq!(lines(Form::FiveExtended, 10), (10, false));
        assert_eq!(lines(Form::SevenExtended, 17), (16, false));
        assert_eq!(lines(Form::SevenExtended, 999), (MOST_LINES, false));
        assert_eq!(lines(Form::SevenOctave, 12), (8, false));
        let mut brief = Brief::new(Form::FiveExtended, "");
        (brief.lines, brief.acrostic) = (12, "一二三四五六七八九十甲乙丙".into());
        assert_eq!(brief.locks().len(), 12);
    }

    #[test]
    fn a_group_of_another_book_is_no_choice() {
        let mut brief = Brief::new(Form::FiveQuatrain, "");
        brief.group = "东".into();
        assert_eq!(brief.chosen_name(), "东");
        brief.book = RhymeBook::TongYun;
        assert_eq!((brief.chosen(), brief.chosen_name()), (None, ""));
    }

    #[test]
    fn the_opening_fits_the_acrostic() {
        let mut brief = Brief::new(Form::FiveQuatrain, "");
        assert_eq!(brief.opening(), Opening::usual(Form::FiveQuatrain));
        // An oblique second character would open a line that has to begin level.
        brief.acrostic = "春雨花开".into();
        assert_eq!(brief.off_pattern(Opening::usual(brief.form)), 1);
        let types = brief.opening().line_types(5, 4);
        assert_ne!(types[1].pattern(5)[0], Some(ToneClass::Level));
        assert_eq!(brief.off_pattern(brief.opening()), 0);
        brief.opening = Some(Opening::ALL[2]);
        assert_eq!(brief.opening(), Opening::ALL[2]);
    }
}
