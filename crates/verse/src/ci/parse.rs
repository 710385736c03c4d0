//! Tunes and forms off bytes.

use super::{
    format::{LONGEST_LINE, MOST_LINES, PARALLEL, PAUSES, REPEAT, RHYME, STANZA},
    types::{
        Example, Form, FormLine, Name, Pause, Repeat, RhymeClass, RhymePlace, Slot, SlotClass, Tune,
    },
};
use crate::bytes::Bytes;

/// How many of something follow; each takes a byte at least.
pub(super) fn count(bytes: &mut Bytes<'_>) -> Option<usize> {
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

/// A tune without its forms.
pub(super) fn tune(bytes: &mut Bytes<'_>) -> Option<Tune> {
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

/// A form of the tune with a number.
pub(super) fn form(bytes: &mut Bytes<'_>, tune: usize) -> Option<Form> {
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
