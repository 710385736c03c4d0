//! The bytes of `tunes.bin`, as `verse::ci::format` lays them out.

use verse::ci::{
    Form, FormLine, RhymeClass, Slot, SlotClass, Tune,
    format::{MAGIC, PARALLEL, PAUSES, REPEAT, RHYME, STANZA},
};

use crate::bytes::varint;

/// The bytes of tunes with their forms.
pub fn bytes(tunes: &[(Tune, Vec<Form>)]) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    varint(&mut bytes, tunes.len());
    for (tune, forms) in tunes {
        text(&mut bytes, &tune.name);
        text(&mut bytes, &tune.name_traditional);
        varint(&mut bytes, tune.other_names.len());
        for name in &tune.other_names {
            text(&mut bytes, &name.simplified);
            text(&mut bytes, &name.traditional);
        }
        text(&mut bytes, tune.note.as_deref().unwrap_or_default());
        varint(&mut bytes, forms.len());
        for own in forms {
            form(&mut bytes, own);
        }
    }
    bytes
}

fn text(bytes: &mut Vec<u8>, text: &str) {
    varint(bytes, text.len());
    bytes.extend(text.as_bytes());
}

fn form(bytes: &mut Vec<u8>, form: &Form) {
    varint(bytes, usize::from(form.lyrics));
    varint(bytes, usize::from(form.poets));
    bytes.push(u8::from(form.weak));
    varint(bytes, form.examples.len());
    for example in &form.examples {
        text(bytes, &example.author);
        text(bytes, &example.first_line);
    }
    varint(bytes, form.lines.len());
    for (number, own) in form.lines.iter().enumerate() {
        line(bytes, own, number, form);
    }
}

fn line(bytes: &mut Vec<u8>, line: &FormLine, number: usize, form: &Form) {
    let lyrics = form.lyrics;
    let flag = |is: bool, flag: u8| if is { flag } else { 0 };
    bytes.push(line.slots.len() as u8);
    bytes.push(
        flag(form.stanzas.contains(&number), STANZA)
            | flag(line.rhyme.is_some(), RHYME)
            | flag(line.parallel_with_next.is_some(), PARALLEL)
            | flag(line.repeat_of.is_some(), REPEAT)
            | flag(!line.pauses.is_empty(), PAUSES),
    );
    varint(bytes, usize::from(lyrics - line.ends));
    for four in line.slots.chunks(4) {
        let codes = four.iter().enumerate();
        bytes.push(codes.fold(0, |byte, (at, slot)| byte | code(slot) << (at * 2)));
    }
    for slot in &line.slots {
        let other = match slot.class {
            SlotClass::Level | SlotClass::Free => slot.oblique,
            SlotClass::Oblique => slot.level,
        };
        varint(bytes, usize::from(other));
        varint(bytes, usize::from(lyrics - slot.level - slot.oblique));
    }
    if !line.pauses.is_empty() {
        varint(bytes, line.pauses.len());
        for pause in &line.pauses {
            bytes.push(pause.after as u8);
            varint(bytes, usize::from(pause.lyrics));
        }
    }
    if let Some(rhyme) = line.rhyme {
        bytes.push(rhyme.group);
        bytes.push(match rhyme.class {
            RhymeClass::Level => 0,
            RhymeClass::RisingDeparting => 1,
            RhymeClass::Entering => 2,
            RhymeClass::Oblique => 3,
        });
        varint(bytes, usize::from(lyrics - rhyme.lyrics));
    }
    bytes.extend(line.parallel_with_next);
    if let Some(repeat) = line.repeat_of {
        bytes.push((number - repeat.line) as u8);
        bytes.push(repeat.from as u8);
    }
}

fn code(slot: &Slot) -> u8 {
    match slot.class {
        SlotClass::Level => 0,
        SlotClass::Oblique => 1,
        SlotClass::Free => 2,
    }
}

#[cfg(test)]
mod tests {
    use verse::ci::{Example, Name, Pause, Repeat, RhymePlace, Tunes};

    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let slot = |class, level, oblique| Slot {
            class,
            level,
            oblique,
        };
        let line = FormLine {
            slots: vec![
                slot(SlotClass::Free, 150, 140),
                slot(SlotClass::Level, 299, 1),
                slot(SlotClass::Oblique, 2, 297),
                slot(SlotClass::Free, 0, 300),
                slot(SlotClass::Level, 280, 0),
            ],
            ends: 290,
            pauses: vec![Pause {
                after: 2,
                lyrics: 200,
            }],
            rhyme: Some(RhymePlace {
                group: 1,
                class: RhymeClass::Oblique,
                lyrics: 287,
            }),
            parallel_with_next: Some(71),
            repeat_of: None,
        };
        let second = FormLine {
            pauses: Vec::new(),
            rhyme: None,
            parallel_with_next: None,
            repeat_of: Some(Repeat { line: 0, from: 0 }),
            ..line.clone()
        };
        let form = Form {
            tune: 0,
            lyrics: 300,
            poets: 90,
            weak: false,
            stanzas: vec![0, 1],
            lines: vec![line, second],
            examples: vec![Example {
                author: "苏轼".to_owned(),
                first_line: "大江东去".to_owned(),
            }],
        };
        let tune = Tune {
            name: "念奴娇".to_owned(),
            name_traditional: "念奴嬌".to_owned(),
            other_names: vec![Name {
                simplified: "百字令".to_owned(),
                traditional: "百字令".to_owned(),
            }],
            note: Some("豪放。".to_owned()),
        };
        let written = bytes(&[(tune.clone(), vec![form.clone()])]);
        let read = Tunes::from_bytes(&written).unwrap();
        assert_eq!(read.tunes(), [tune]);
        assert_eq!(read.forms(), [form]);
    }
}
