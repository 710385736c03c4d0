//! What the person would like to have written: the last brief.

use muse::{Brief, Occasion, Opening, Script};
use serde_json::Value;
use verse::Form;

use super::{Kept, is_true, object, text};

/// A field of the brief that is written, and its name in the store. All but the form and the text may
/// be missing: a page before this one had fewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// For whom.
    Recipient,
    /// Free text.
    Text,
    /// Names and words to weave in.
    Words,
    /// The first characters of the lines.
    Acrostic,
    /// What is wished to the person.
    Wishes,
    /// Images.
    Images,
    /// The mood.
    Mood,
    /// The number of lines of extended verse.
    Lines,
    /// The rhyme group; empty leaves it to the model.
    Group,
    /// The rounds of the budget. What is typed into the three fields of the budget is kept as it was
    /// typed, good or not: see [`crate::compose::budget`].
    Rounds,
    /// The tokens of the budget.
    Tokens,
    /// The seconds of the budget.
    Seconds,
    /// The tune of a lyric, in place of regulated verse; empty for the latter.
    Tune,
}

impl Field {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 13] = [
        Self::Recipient,
        Self::Text,
        Self::Words,
        Self::Acrostic,
        Self::Wishes,
        Self::Images,
        Self::Mood,
        Self::Lines,
        Self::Group,
        Self::Rounds,
        Self::Tokens,
        Self::Seconds,
        Self::Tune,
    ];

    /// The name in the store.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Recipient => "recipient",
            Self::Text => "text",
            Self::Words => "words",
            Self::Acrostic => "acrostic",
            Self::Wishes => "wishes",
            Self::Images => "images",
            Self::Mood => "mood",
            Self::Lines => "lines",
            Self::Group => "group",
            Self::Rounds => "rounds",
            Self::Tokens => "tokens",
            Self::Seconds => "seconds",
            Self::Tune => "tune",
        }
    }
}

/// The brief, as it stands in its fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The form.
    pub form: Form,
    /// What it is for.
    pub occasion: Option<Occasion>,
    /// The opening; `None` takes the usual one.
    pub opening: Option<Opening>,
    /// Whether the poem is to be in traditional script.
    pub traditional: bool,
    texts: [String; Field::ALL.len()],
}

impl Default for Wish {
    fn default() -> Self {
        Self {
            form: Form::SevenQuatrain,
            occasion: None,
            opening: None,
            traditional: false,
            texts: Default::default(),
        }
    }
}

impl Wish {
    /// What stands in a field.
    pub fn text(&self, field: Field) -> &str {
        &self.texts[field as usize]
    }

    /// Puts something into a field.
    pub fn set(&mut self, field: Field, text: String) {
        self.texts[field as usize] = text;
    }

    /// How many lines the poem should have.
    pub fn lines(&self) -> usize {
        let chosen = self.text(Field::Lines).parse();
        chosen.unwrap_or_else(|_| self.form.lines())
    }

    /// The brief for the model.
    pub fn brief(&self) -> Brief {
        let text = |field| self.text(field).to_owned();
        Brief {
            occasion: self.occasion,
            opening: self.opening,
            script: if self.traditional {
                Script::Traditional
            } else {
                Script::Simplified
            },
            recipient: text(Field::Recipient),
            words: text(Field::Words),
            acrostic: text(Field::Acrostic),
            wishes: text(Field::Wishes),
            images: text(Field::Images),
            mood: text(Field::Mood),
            lines: self.lines(),
            group: text(Field::Group),
            ..Brief::new(self.form, text(Field::Text))
        }
    }
}

/// The occasion of an English name.
pub fn occasion(name: &str) -> Option<Occasion> {
    Occasion::ALL
        .into_iter()
        .find(|occasion| occasion.english() == name)
}

/// The opening of a Chinese name.
pub fn opening(name: &str) -> Option<Opening> {
    Opening::ALL
        .into_iter()
        .find(|opening| opening.chinese() == name)
}

impl Kept for Wish {
    const NAME: &'static str = "yinchuang.brief";
    const VERSION: u64 = 1;

    fn to_json(&self) -> Value {
        let mut all = object([
            ("form", self.form.chinese().into()),
            (
                "occasion",
                self.occasion.map_or("", Occasion::english).into(),
            ),
            ("opening", self.opening.map_or("", Opening::chinese).into()),
            ("traditional", self.traditional.into()),
        ]);
        if let Some(all) = all.as_object_mut() {
            for field in Field::ALL {
                all.insert(field.name().to_owned(), self.text(field).into());
            }
        }
        all
    }

    fn from_json(value: &Value) -> Option<Self> {
        let named = |field: &str| text(value, field).unwrap_or_default();
        let name = text(value, "form")?;
        Some(Self {
            form: Form::ALL.into_iter().find(|form| form.chinese() == name)?,
            occasion: occasion(&named("occasion")),
            opening: opening(&named("opening")),
            traditional: is_true(value, "traditional"),
            texts: Field::ALL.map(|field| named(field.name())),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keep::{Found, Store, load, memory::MemoryStore, to_text};

    #[test]
    fn a_wish_comes_back_with_all_its_fields() {
        let store = MemoryStore::default();
        for form in Form::ALL {
            let mut wish = Wish {
                form,
                occasion: Some(Occasion::MovingIn),
                opening: Some(Opening::ALL[2]),
                traditional: true,
                ..Wish::default()
            };
            for field in Field::ALL {
                wish.set(field, format!("{}：“四岁”\n", field.name()));
            }
            store.write(Wish::NAME, &to_text(&wish)).unwrap();
            assert_eq!(load(&store), Found::Value(wish));
        }
    }

    #[test]
    fn a_wish_of_a_page_that_knew_less_is_read() {
        let store = MemoryStore::default();
        let old = r#"{"version":1,"value":{"form":"五言绝句","text":"登高"}}"#;
        store.write(Wish::NAME, old).unwrap();
        let mut wish = Wish {
            form: Form::FiveQuatrain,
            ..Wish::default()
        };
        wish.set(Field::Text, "登高".to_owned());
        assert_eq!(load(&store), Found::Value(wish));
    }

    #[test]
    fn every_field_goes_into_the_brief() {
        let mut wish = Wish::default();
        for field in Field::ALL {
            wish.set(field, field.name().to_owned());
        }
        let brief = wish.brief();
        let all = [
            brief.recipient,
            brief.text,
            brief.words,
            brief.acrostic,
            brief.wishes,
            brief.images,
            brief.mood,
        ];
        let written = Field::ALL.into_iter().take(all.len());
        assert!(all.iter().eq(written.map(Field::name)));
        assert_eq!(brief.group, "group");
    }

    #[test]
    fn the_length_is_that_of_the_form_unless_a_number_is_chosen() {
        let mut wish = Wish {
            form: Form::FiveExtended,
            ..Wish::default()
        };
        assert_eq!((wish.lines(), wish.brief().lines()), (10, 10));
        wish.set(Field::Lines, "24".to_owned());
        assert_eq!((wish.lines(), wish.brief().lines()), (24, 24));
        wish.form = Form::SevenQuatrain;
        assert_eq!(wish.brief().lines(), 4);
    }
}
