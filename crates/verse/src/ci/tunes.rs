//! The table of tunes, from its bytes.

use super::{
    format::{LONGEST_LINE, MAGIC, MOST_LINES, PARALLEL, PAUSES, REPEAT, RHYME, STANZA},
    types::{
        Example, Form, FormLine, Name, Pause, Repeat, RhymeClass, RhymePlace, Slot, SlotClass, Tune,
    },
};
use crate::bytes::Bytes;

/// The tunes and their forms: `data/tunes.bin`, laid out as [`super::format`] says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tunes {
    tunes: Vec<Tune>,
    forms: Vec<Form>,
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
        };
        for number in 0..count(&mut bytes)? {
            all.tunes.push(tune(&mut bytes)?);
            for _ in 0..count(&mut bytes)? {
                all.forms.push(form(&mut bytes, number)?);
            }
        }
        bytes.0.is_empty().then_some(all)
    }

    /// The table of this version. Whoever calls this carries its 300 KB in the program.
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

    /// The forms of a tune, by its number in [`Self::tunes`].
    pub fn forms_of(&self, tune: usize) -> impl Iterator<Item = &Form> {
        self.forms.iter().filter(move |form| form.tune == tune)
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

/// How many of something follow; each takes a byte at least.
fn count(bytes: &mut Bytes<'_>) -> Option<usize> {
    let count = bytes.varint()? as usize;
    (count <= bytes.0.len()).then_some(count)
}

fn text(bytes: &mut Bytes<'_>) -> Option<String> {
    let length = bytes.varint()? as usize;
    String::from_utf8(bytes.take(length)?.to_vec()).ok()
}

fn number(bytes: &mut Bytes<'_>) -> Option<u16> {
    u16::try_from(bytes.varint()?).ok()
}

fn tune(bytes: &mut Bytes<'_>) -> Option<Tune> {
    let name = text(bytes)?;
    let name_traditional = text(bytes)?;
    let mut other_names = Vec::new();
    for _ in 0..count(bytes)? {
        other_names.push(Name {
            simplified: text(bytes)?,
            traditional: text(bytes)?,
        });
    }
    let note = text(bytes)?;
    Some(Tune {
        name,
        name_traditional,
        other_names,
        note: (!note.is_empty()).then_some(note),
    })
}

fn form(bytes: &mut Bytes<'_>, tune: usize) -> Option<Form> {
    let lyrics = number(bytes)?;
    let poets = number(bytes)?;
    let weak = match bytes.byte()? {
        0 => false,
        1 => true,
        _ => return None,
    };
    let mut examples = Vec::new();
    for _ in 0..count(bytes)? {
        examples.push(Example {
            author: text(bytes)?,
            first_line: text(bytes)?,
        });
    }
    let lines = count(bytes)?;
    if lines == 0 || lines > MOST_LINES {
        return None;
    }
    let mut form = Form {
        tune,
        lyrics,
        poets,
        weak,
        stanzas: Vec::new(),
        lines: Vec::new(),
        examples,
    };
    for at in 0..lines {
        let (line, begins) = line(bytes, &form)?;
        if begins {
            form.stanzas.push(at);
        }
        form.lines.push(line);
    }
    // The first line begins a stanza.
    (form.stanzas.first() == Some(&0)).then_some(form)
}

/// A line, and whether a stanza begins with it.
fn line(bytes: &mut Bytes<'_>, form: &Form) -> Option<(FormLine, bool)> {
    let lyrics = form.lyrics;
    let length = usize::from(bytes.byte()?);
    let flags = bytes.byte()?;
    if length == 0 || length > LONGEST_LINE || flags >= PAUSES << 1 {
        return None;
    }
    let ends = lyrics.checked_sub(number(bytes)?)?;
    let classes = bytes.take(length.div_ceil(4))?;
    let mut slots = Vec::new();
    for at in 0..length {
        let class = classes.get(at / 4)? >> (at % 4 * 2) & 3;
        slots.push(slot(bytes, class, lyrics)?);
    }
    let mut pauses = Vec::new();
    if flags & PAUSES != 0 {
        for _ in 0..count(bytes)? {
            let after = usize::from(bytes.byte()?);
            let marked = number(bytes)?;
            if after == 0 || after >= length || marked > lyrics {
                return None;
            }
            pauses.push(Pause {
                after,
                lyrics: marked,
            });
        }
    }
    let rhyme = if flags & RHYME != 0 {
        Some(rhyme(bytes, lyrics)?)
    } else {
        None
    };
    let parallel_with_next = if flags & PARALLEL != 0 {
        Some(bytes.byte().filter(|share| *share <= 100)?)
    } else {
        None
    };
    let repeat_of = if flags & REPEAT != 0 {
        Some(repeat(bytes, form, length)?)
    } else {
        None
    };
    let line = FormLine {
        slots,
        ends,
        pauses,
        rhyme,
        parallel_with_next,
        repeat_of,
    };
    Some((line, flags & STANZA != 0))
}

fn slot(bytes: &mut Bytes<'_>, class: u8, lyrics: u16) -> Option<Slot> {
    let other = number(bytes)?;
    let unknown = number(bytes)?;
    let most = lyrics.checked_sub(other)?.checked_sub(unknown)?;
    let (class, level, oblique) = match class {
        0 => (SlotClass::Level, most, other),
        1 => (SlotClass::Oblique, other, most),
        2 => (SlotClass::Free, most, other),
        _ => return None,
    };
    Some(Slot {
        class,
        level,
        oblique,
    })
}

fn rhyme(bytes: &mut Bytes<'_>, lyrics: u16) -> Option<RhymePlace> {
    let group = bytes.byte()?;
    let class = match bytes.byte()? {
        0 => RhymeClass::Level,
        1 => RhymeClass::RisingDeparting,
        2 => RhymeClass::Entering,
        3 => RhymeClass::Oblique,
        _ => return None,
    };
    let lyrics = lyrics.checked_sub(number(bytes)?)?;
    Some(RhymePlace {
        group,
        class,
        lyrics,
    })
}

fn repeat(bytes: &mut Bytes<'_>, form: &Form, length: usize) -> Option<Repeat> {
    let back = usize::from(bytes.byte()?);
    let from = usize::from(bytes.byte()?);
    let line = form.lines.len().checked_sub(back)?;
    let repeated = form.lines.get(line)?;
    (from + length <= repeated.slots.len()).then_some(Repeat { line, from })
}

#[cfg(test)]
mod tests {
    use super::*;

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
