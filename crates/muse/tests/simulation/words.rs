//! What the simulated poet knows: poems, and characters by their sound.

use std::{fs, path::Path};

use muse::{Brief, Checked, Opening, Rank};
use verse::{Form, RhymeBook, ToneClass, lexicon};

/// A poem that the check finds clean.
pub struct Known {
    pub form: Form,
    pub opening: Opening,
    pub lines: Vec<Vec<char>>,
}

/// Characters with one class only, and the level groups that they rhyme in.
pub struct Words {
    level: Vec<(char, String)>,
    oblique: Vec<char>,
}

impl Words {
    /// A character of a class; `draw` gives a number below its argument.
    pub fn of(&self, class: ToneClass, draw: &mut dyn FnMut(usize) -> usize) -> char {
        match class {
            ToneClass::Level => self.level[draw(self.level.len())].0,
            ToneClass::Oblique => self.oblique[draw(self.oblique.len())],
        }
    }

    /// A level character that rhymes in a group, or does not.
    pub fn rhyme(&self, group: &str, inside: bool, draw: &mut dyn FnMut(usize) -> usize) -> char {
        let all = || self.level.iter().filter(|(_, g)| (g == group) == inside);
        let count = all().count();
        if count == 0 {
            return self.of(ToneClass::Level, draw);
        }
        let at = draw(count);
        all().nth(at).map_or('□', |(c, _)| *c)
    }
}

/// The level group that a character rhymes in.
pub fn group(character: char) -> Option<&'static str> {
    let readings = lexicon::readings(character, RhymeBook::PingShui);
    let level = readings.iter().find(|r| r.class() == ToneClass::Level)?;
    Some(level.group.name())
}

/// The class of a character that has only one.
pub fn class(character: char) -> Option<ToneClass> {
    let readings = lexicon::readings(character, RhymeBook::PingShui);
    let first = readings.first()?.class();
    readings.iter().all(|r| r.class() == first).then_some(first)
}

/// The clean poems of the anthologies of this crate's neighbour, with the characters in them.
pub fn load() -> (Vec<Known>, Words) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../verse/tests/anthologies/poems.tsv");
    let table = fs::read_to_string(path).unwrap();
    let mut known = Vec::new();
    let mut words = Words {
        level: Vec::new(),
        oblique: Vec::new(),
    };
    let mut seen: Vec<char> = Vec::new();
    for row in table.lines().filter(|l| !l.starts_with('#')).skip(1) {
        let text = row.split('\t').nth(4).unwrap();
        let lines: Vec<Vec<char>> = text
            .split(['，', '。', '？', '！', '；', '：', '、'])
            .filter(|l| !l.is_empty())
            .map(|l| l.chars().collect())
            .collect();
        for &c in lines.iter().flatten() {
            if seen.contains(&c) {
                continue;
            }
            seen.push(c);
            match class(c) {
                Some(ToneClass::Level) => words.level.push((c, group(c).unwrap().to_owned())),
                Some(ToneClass::Oblique) => words.oblique.push(c),
                None => {}
            }
        }
        let Some(form) = Form::of(lines[0].len(), lines.len()).filter(|f| f.lines() <= 8) else {
            continue;
        };
        let brief = Brief::new(form, "");
        let checked = Checked::of(text, &brief);
        let report = checked.verse().unwrap();
        let named = |o: &Opening| report.opening == Some(o.chinese());
        let opening = Opening::ALL.into_iter().find(named);
        let clean = Rank::of(&checked, &brief).is_clean();
        if let Some(opening) = opening.filter(|_| clean) {
            known.push(Known {
                form,
                opening,
                lines,
            });
        }
    }
    (known, words)
}
