//! The entries: what stands in the tables of a character's readings.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use crate::{
    book::{self, RARE_READING, Readings},
    files::write_columns,
    pool::Pool,
    scripts::Scripts,
    usage,
};

/// Cost of a reading that is used at fewer than one place in ten: as much as a light fault.
const RARE: u8 = 40;
/// Cost of a reading that is used at fewer than one place in a hundred: more than an error, so that
/// it never hides one.
const IMPLAUSIBLE: u8 = 130;
/// Cost of a class that no reading has.
const IMPOSSIBLE: u8 = 255;
/// With fewer places than this nothing is concluded from usage.
const FEW: f64 = 8.0;

const FLAG_FORMS: u8 = 1;
const FLAG_SIMPLIFIED: u8 = 2;
const FLAG_TRADITIONAL: u8 = 4;
const FLAG_PHRASES: u8 = 8;

/// The entries of all characters.
pub(crate) struct Entries {
    /// By character, as one whose script is not known is read.
    pub(crate) cells: BTreeMap<char, Vec<u8>>,
    /// For characters that stand for others too: the entry of the character itself.
    own: Vec<(char, Vec<u8>)>,
    /// All of them.
    pub(crate) pool: Pool,
}

impl Entries {
    /// Makes the entries of all characters that the book or the table of scripts has. `words` are those that
    /// decide readings.
    pub(crate) fn read(data: &Path, scripts: &Scripts, words: &BTreeMap<char, Vec<u8>>) -> Self {
        let book = book::read(data);
        let usage = usage::classes(data);
        let mut cells: BTreeMap<char, Vec<u8>> = BTreeMap::new();
        let mut own: Vec<(char, Vec<u8>)> = Vec::new();
        let all: BTreeSet<char> = book.keys().chain(scripts.forms.keys()).copied().collect();
        for c in all {
            let mut flags = if scripts.traditional.contains(&c) {
                FLAG_TRADITIONAL
            } else {
                0
            };
            let forms = scripts
                .forms
                .get(&c)
                .map_or(std::slice::from_ref(&c), Vec::as_slice);
            if forms.iter().any(|f| words.contains_key(f)) {
                flags |= FLAG_PHRASES;
            }
            let entry = match scripts.forms.get(&c) {
                None => entry(&book, &usage, &[c], flags),
                Some(_) => {
                    flags |= FLAG_FORMS;
                    if scripts.simplified_only.contains(&c) && !book.contains_key(&c) {
                        flags |= FLAG_SIMPLIFIED;
                    }
                    if book.contains_key(&c) {
                        let own_flags = flags & (FLAG_PHRASES | FLAG_FORMS);
                        own.push((c, entry(&book, &usage, &[c], own_flags)));
                    }
                    entry(&book, &usage, forms, flags)
                }
            };
            cells.insert(c, entry);
        }
        let mut pool = Pool::default();
        cells
            .values()
            .chain(own.iter().map(|(_, e)| e))
            .for_each(|e| pool.add(e));
        Self { cells, own, pool }
    }

    /// Writes the distinct entries, and the numbers of the characters' own ones.
    pub(crate) fn write(&self, out: &Path) {
        self.pool.write(out, "entries");
        let numbers = self.pool.numbers();
        let own_rows = self
            .own
            .iter()
            .map(|(c, entry)| (*c, vec![numbers[entry.as_slice()].into()]));
        write_columns(out, "own.bin", own_rows.collect(), 1);
    }
}

/// Flags, cost of level, cost of oblique, then group and form of each reading.
fn entry(
    book: &BTreeMap<char, Readings>,
    usage: &BTreeMap<char, (f64, f64)>,
    forms: &[char],
    flags: u8,
) -> Vec<u8> {
    let mut readings: Vec<(u8, u8)> = Vec::new();
    let (mut level, mut oblique) = (0.0, 0.0);
    for (number, form) in forms.iter().enumerate() {
        for (group, marks) in book.get(form).into_iter().flatten() {
            readings.push((*group, number as u8 | marks));
        }
        let counts = usage.get(form).copied().unwrap_or_default();
        level += counts.0;
        oblique += counts.1;
    }
    readings.sort_by_key(|(_, mark)| mark & RARE_READING);
    let is_level = |(group, _): &(u8, u8)| *group < 30;
    let cost = |is: &dyn Fn(&(u8, u8)) -> bool, count: f64, other: f64| {
        let mut of_class = readings.iter().filter(|r| is(r)).peekable();
        if of_class.peek().is_none() {
            IMPOSSIBLE
        } else if count + other < FEW {
            if of_class.all(|(_, mark)| mark & RARE_READING != 0) {
                RARE
            } else {
                0
            }
        } else {
            match (count + 0.5) / (count + other + 1.0) {
                share if share < 0.01 => IMPLAUSIBLE,
                share if share < 0.1 => RARE,
                share => (6.0 * (0.5 / share).log2()).clamp(0.0, 20.0) as u8,
            }
        }
    };
    let level_cost = cost(&is_level, level, oblique);
    let oblique_cost = cost(&|r| !is_level(r), oblique, level);
    // A class that is the only one costs nothing, however rare.
    let (level_cost, oblique_cost) = match (level_cost, oblique_cost) {
        (IMPOSSIBLE, _) => (IMPOSSIBLE, 0),
        (_, IMPOSSIBLE) => (0, IMPOSSIBLE),
        (RARE, RARE) => (0, 0),
        both => both,
    };
    let mut bytes = vec![flags, level_cost, oblique_cost];
    bytes.extend(readings.into_iter().flat_map(|(group, mark)| [group, mark]));
    bytes
}
