//! What is known of a tune and of its forms.

use serde::Serialize;

use crate::tone::ToneClass;

/// 词牌: a tune, to whose pattern poets wrote words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tune {
    /// The commonest name, in simplified script: 念奴娇.
    pub name: String,
    /// The same in traditional script: 念奴嬌.
    pub name_traditional: String,
    /// Other names of the tune: 百字令, 酹江月.
    pub other_names: Vec<Name>,
    /// One sentence on its character and usual theme, in simplified script; only the commonest have one.
    pub note: Option<String>,
}

/// A name in both scripts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// In simplified script.
    pub simplified: String,
    /// In traditional script.
    pub traditional: String,
}

/// 体: one form of a tune, as its lyrics show it. Forms of one tune differ in how many characters their
/// lines have, or in the class of their rhymes; not in marks alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Which tune it is a form of: its number in [`super::Tunes::tunes`].
    pub tune: usize,
    /// How many lyrics show it.
    pub lyrics: u16,
    /// How many poets wrote these; lyrics without a name count as one poet's.
    pub poets: u16,
    /// Whether it rests on fewer than five lyrics.
    pub weak: bool,
    /// The lines that begin a stanza, from 0, in order; the first is 0.
    pub stanzas: Vec<usize>,
    /// Its lines, of all stanzas.
    pub lines: Vec<FormLine>,
    /// Lyrics of the form: by different poets where there are such, those with the most lyrics first.
    pub examples: Vec<Example>,
}

/// A lyric that has a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The poet, in simplified script.
    pub author: String,
    /// Its first line as it was written, in simplified script, without marks.
    pub first_line: String,
}

/// 句: what poets mostly set a mark after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormLine {
    /// Its characters' places in order.
    pub slots: Vec<Slot>,
    /// How many of the lyrics have a mark of any kind after it. Where some have none they run on: 3 + 5
    /// or 8.
    pub ends: u16,
    /// 读: where within it some poets set a mark.
    pub pauses: Vec<Pause>,
    /// Whether, and with what, it rhymes.
    pub rhyme: Option<RhymePlace>,
    /// 对仗: of a hundred lyrics in how many this line and the next are parallel, where poets mostly
    /// make them so.
    pub parallel_with_next: Option<u8>,
    /// 叠句: what earlier words it repeats in most lyrics.
    pub repeat_of: Option<Repeat>,
}

/// A mark within a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Pause {
    /// How many characters of the line stand before it.
    pub after: usize,
    /// How many of the lyrics have a mark there.
    pub lyrics: u16,
}

/// The place of a character in a form, with the evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Slot {
    /// What it asks for. Of a form with few lyrics this may rest on the tune's commonest form too, where
    /// their lines agree.
    pub class: SlotClass,
    /// How many of the lyrics have a level character here.
    pub level: u16,
    /// How many have an oblique one. Of the others' characters the class is not known, since they have
    /// readings of both.
    pub oblique: u16,
}

/// What a place asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SlotClass {
    /// 平: level; poets seldom write otherwise.
    Level,
    /// 仄: oblique.
    Oblique,
    /// 中: either, or the lyrics do not tell.
    Free,
}

/// Which words a line's end rhymes with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RhymePlace {
    /// The lines of one number rhyme with each other, in one part of 词林正韵. Numbers begin at 0 and go up
    /// in the order in which the rhymes change.
    pub group: u8,
    /// In which tones it rhymes. Lines of one group may differ: 西江月 rhymes level and oblique words of
    /// one part.
    pub class: RhymeClass,
    /// How many of the lyrics rhyme here.
    pub lyrics: u16,
}

/// The tones of a rhyme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RhymeClass {
    /// 平韵: level.
    Level,
    /// 上去通押: rising and departing, which rhyme with each other.
    RisingDeparting,
    /// 入韵: entering, as most lyrics of the form have it.
    Entering,
    /// 仄韵: oblique; some lyrics are entering, others rising and departing, never both.
    Oblique,
}

/// Words that are said again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// The line of the form (from 0) whose words return.
    pub line: usize,
    /// The first character there (from 0); the line that repeats tells how many there are.
    pub from: usize,
}

impl Form {
    /// How many characters it has.
    pub fn length(&self) -> usize {
        self.lines.iter().map(|line| line.slots.len()).sum()
    }

    /// All its places in order.
    pub fn slots(&self) -> impl Iterator<Item = &Slot> {
        self.lines.iter().flat_map(|line| &line.slots)
    }

    /// Whether its lines are all of one length.
    pub fn is_even(&self) -> bool {
        let first = self.lengths().next();
        self.lengths().all(|length| Some(length) == first)
    }

    /// Whether poets may leave a rhyme of the form out: fewer than three in four of the lyrics have it
    /// (柳梢青's first line).
    pub fn is_optional(&self, rhyme: RhymePlace) -> bool {
        u32::from(rhyme.lyrics) * 4 < u32::from(self.lyrics) * 3
    }

    /// How many characters each line has.
    pub fn lengths(&self) -> impl Iterator<Item = usize> + '_ {
        self.lines.iter().map(|line| line.slots.len())
    }
}

impl SlotClass {
    /// The class that it asks for; `None` where it asks for none.
    pub const fn asked(self) -> Option<ToneClass> {
        match self {
            Self::Level => Some(ToneClass::Level),
            Self::Oblique => Some(ToneClass::Oblique),
            Self::Free => None,
        }
    }

    /// 平, 仄 or 中, as books of patterns write it.
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Level => "平",
            Self::Oblique => "仄",
            Self::Free => "中",
        }
    }
}

impl RhymeClass {
    /// 平韵, 上去韵, 入韵 or 仄韵.
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Level => "平韵",
            Self::RisingDeparting => "上去韵",
            Self::Entering => "入韵",
            Self::Oblique => "仄韵",
        }
    }

    /// The same in traditional script.
    pub const fn traditional(self) -> &'static str {
        match self {
            Self::Level => "平韻",
            Self::RisingDeparting => "上去韻",
            Self::Entering => "入韻",
            Self::Oblique => "仄韻",
        }
    }

    /// Level or oblique.
    pub const fn class(self) -> ToneClass {
        match self {
            Self::Level => ToneClass::Level,
            Self::RisingDeparting | Self::Entering | Self::Oblique => ToneClass::Oblique,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_has_the_characters_of_its_lines() {
        let slot = Slot {
            class: SlotClass::Free,
            level: 1,
            oblique: 2,
        };
        let line = |length| FormLine {
            slots: vec![slot; length],
            ends: 3,
            pauses: Vec::new(),
            rhyme: None,
            parallel_with_next: None,
            repeat_of: None,
        };
        let form = Form {
            tune: 0,
            lyrics: 3,
            poets: 1,
            weak: true,
            stanzas: vec![0],
            lines: vec![line(5), line(7)],
            examples: Vec::new(),
        };
        assert_eq!(form.length(), 12);
        assert_eq!(form.slots().count(), 12);
        assert!(form.lengths().eq([5, 7]) && !form.is_even());
        let rhyme = |lyrics| RhymePlace {
            group: 0,
            class: RhymeClass::Level,
            lyrics,
        };
        assert!(form.is_optional(rhyme(2)) && !form.is_optional(rhyme(3)));
    }

    #[test]
    fn classes() {
        assert_eq!(SlotClass::Free.asked(), None);
        assert_eq!(SlotClass::Level.asked(), Some(ToneClass::Level));
        assert_eq!(RhymeClass::Entering.class(), ToneClass::Oblique);
    }
}
