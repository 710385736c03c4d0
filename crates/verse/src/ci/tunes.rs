//! The table of tunes, from its bytes.

use super::{
    format::MAGIC,
    parse,
    types::{Form, Tune},
};
use crate::bytes::Bytes;

/// The tunes and their forms: `data/tunes.bin`, laid out as [`super::format`] says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tunes {
    tunes: Vec<Tune>,
    forms: Vec<Form>,
    /// The numbers of the forms by how many characters they have, from none.
    by_length: Vec<Vec<usize>>,
}

impl Tunes {
    /// The table from the bytes of `data/tunes.bin`; `None` if they are something else.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut bytes = Bytes(bytes);
        if bytes.take(MAGIC.len())? != MAGIC {
            return None;
        }
        let mut all = Self {
            tunes: Vec::new(),
            forms: Vec::new(),
            by_length: Vec::new(),
        };
        for number in 0..parse::count(&mut bytes)? {
            all.tunes.push(parse::tune(&mut bytes)?);
            for _ in 0..parse::count(&mut bytes)? {
                all.forms.push(parse::form(&mut bytes, number)?);
            }
        }
        for (number, form) in all.forms.iter().enumerate() {
            let length = form.length();
            if all.by_length.len() <= length {
                all.by_length.resize_with(length + 1, Vec::new);
            }
            all.by_length[length].push(number);
        }
        bytes.0.is_empty().then_some(all)
    }

    /// The table of this version. Whoever calls this carries its 350 KB in the program.
    pub fn baked() -> Option<Self> {
        Self::from_bytes(include_bytes!("../../data/tunes.bin"))
    }

    /// All tunes, those with the most lyrics first.
    pub fn tunes(&self) -> &[Tune] {
        &self.tunes
    }

    /// All forms, tune by tune; of one tune the one with the most lyrics first.
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// How many characters the longest form has.
    pub(super) fn longest(&self) -> usize {
        self.by_length.len().saturating_sub(1)
    }

    /// The forms of so many characters, with their numbers in [`Self::forms`].
    pub(super) fn of_length(&self, length: usize) -> impl Iterator<Item = (usize, &Form)> {
        let numbers = self.by_length.get(length).into_iter().flatten();
        numbers.filter_map(|number| Some((*number, self.forms.get(*number)?)))
    }

    /// The forms of a tune, by its number in [`Self::tunes`].
    pub fn forms_of(&self, tune: usize) -> impl Iterator<Item = &Form> {
        self.forms.iter().filter(move |form| form.tune == tune)
    }

    /// The form with a number (from 1, the commonest first) of the tune that [`Self::find`] finds.
    pub fn form(&self, name: &str, number: usize) -> Option<&Form> {
        self.forms_of(self.find(name)?).nth(number.checked_sub(1)?)
    }

    /// The tune that a form belongs to.
    pub fn tune_of(&self, form: &Form) -> Option<&Tune> {
        self.tunes.get(form.tune)
    }

    /// The number of the tune with a name, in either script: its own or another one of it. Where two
    /// tunes share a name, the one whose own it is, else the commoner.
    pub fn find(&self, name: &str) -> Option<usize> {
        let own = |tune: &Tune| tune.name == name || tune.name_traditional == name;
        let other = |tune: &Tune| {
            let mut names = tune.other_names.iter();
            names.any(|other| other.simplified == name || other.traditional == name)
        };
        let tunes = || self.tunes.iter();
        tunes().position(own).or_else(|| tunes().position(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ci::{
        format::{PAUSES, REPEAT, RHYME, STANZA},
        types::{Pause, Repeat, RhymeClass, RhymePlace, Slot, SlotClass},
    };

    /// One tune with one form of two lines: 中平，平仄(rhyme, repeats nothing).
    fn bytes() -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        let text = |bytes: &mut Vec<u8>, text: &str| {
            bytes.push(text.len() as u8);
            bytes.extend(text.as_bytes());
        };
        bytes.push(1);
        text(&mut bytes, "如梦令");
        text(&mut bytes, "如夢令");
        bytes.push(1);
        text(&mut bytes, "忆仙姿");
        text(&mut bytes, "憶仙姿");
        text(&mut bytes, "");
        bytes.extend([1, 9, 4, 0, 1]);
        text(&mut bytes, "李清照");
        text(&mut bytes, "昨夜");
        bytes.push(2);
        bytes.extend([2, STANZA, 0, 0b0010, 4, 1, 0, 0]);
        bytes.extend([2, RHYME | REPEAT | PAUSES, 2, 0b0100, 1, 0, 0, 3]);
        bytes.extend([1, 1, 5, 0, 2, 1, 1, 0]);
        bytes
    }

    #[test]
    fn a_table_is_read() {
        let tunes = Tunes::from_bytes(&bytes()).unwrap();
        for name in ["如梦令", "如夢令", "忆仙姿", "憶仙姿"] {
            assert_eq!(tunes.find(name), Some(0), "{name}");
        }
        assert_eq!(tunes.find("水调歌头"), None);
        let form = &tunes.forms()[0];
        assert_eq!((form.lyrics, form.poets, form.weak), (9, 4, false));
        assert_eq!(tunes.longest(), 4);
        assert!(tunes.of_length(4).eq([(0, form)]));
        assert_eq!(tunes.of_length(3).count() + tunes.of_length(5).count(), 0);
        assert_eq!(form.stanzas, [0]);
        assert_eq!(form.examples[0].author, "李清照");
        let slot = |class, level, oblique| Slot {
            class,
            level,
            oblique,
        };
        assert_eq!(
            form.lines[0].slots,
            [slot(SlotClass::Free, 4, 4), slot(SlotClass::Level, 9, 0)]
        );
        let last = &form.lines[1];
        assert_eq!(
            last.slots,
            [slot(SlotClass::Level, 8, 1), slot(SlotClass::Oblique, 0, 6)]
        );
        assert_eq!(last.ends, 7);
        assert_eq!(
            last.pauses,
            [Pause {
                after: 1,
                lyrics: 5
            }]
        );
        assert_eq!(
            last.rhyme,
            Some(RhymePlace {
                group: 0,
                class: RhymeClass::Entering,
                lyrics: 8
            })
        );
        assert_eq!(last.repeat_of, Some(Repeat { line: 0, from: 0 }));
        assert_eq!(tunes.forms_of(0).count(), 1);
        assert_eq!(tunes.tune_of(form).unwrap().name, "如梦令");
    }

    #[test]
    fn what_is_cut_short_or_too_long_is_no_table() {
        let whole = bytes();
        for length in 0..whole.len() {
            assert_eq!(Tunes::from_bytes(&whole[..length]), None, "{length}");
        }
        assert_eq!(Tunes::from_bytes(&[&whole[..], &[0]].concat()), None);
    }

    #[test]
    fn spoilt_bytes_are_read_or_refused() {
        let whole = bytes();
        for at in 0..whole.len() {
            for byte in 0..=u8::MAX {
                let mut spoilt = whole.clone();
                spoilt[at] = byte;
                if let Some(tunes) = Tunes::from_bytes(&spoilt) {
                    assert!(tunes.forms().iter().all(|f| f.tune < tunes.tunes().len()));
                }
            }
        }
    }
}
