//! Bakes the readable tables of `data/` into the compact ones of `src/lexicon`, so that nothing is
//! parsed at run time. The layout is described there.

// A build that cannot read its tables must stop, and say where.
#![allow(clippy::expect_used)]

#[path = "src/book/cilin.rs"]
mod cilin;
#[path = "src/book/finals.rs"]
mod finals;
#[path = "src/book/heads.rs"]
mod heads;

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::{Path, PathBuf},
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

/// The first code point that the page index does not cover.
const CODE_POINTS: usize = 0x32400;
/// Code points on a page.
const PAGE: usize = 64;

const FLAG_FORMS: u8 = 1;
const FLAG_SIMPLIFIED: u8 = 2;
const FLAG_TRADITIONAL: u8 = 4;
const FLAG_PHRASES: u8 = 8;
const RARE_READING: u8 = 0x80;
const OTHER_PART: u8 = 0x40;

/// The readings of one character of the book: group, and the marks for a rare one and for one
/// that belongs to the other part of a divided group.
type Readings = Vec<(u8, u8)>;

fn main() {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=build.rs");
    let data =
        PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo names the folder")).join("data");
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo names the folder"));
    bake(&data, &out);
}

fn bake(data: &Path, out: &Path) {
    let book = book(data);
    let scripts = scripts(data);
    let usage = usage(data);
    let words = words(data);
    let simplified_only: BTreeSet<char> = scripts
        .iter()
        .filter(|(c, forms)| !forms.contains(c))
        .map(|(c, _)| *c)
        .collect();
    // A character that only variants of it stand for (明 for 眀) belongs to both scripts.
    let unusual = fs::read_to_string(data.join("unusual.txt")).expect("unusual.txt is there");
    let traditional: BTreeSet<char> = scripts
        .iter()
        .filter(|(c, _)| !unusual.contains(**c))
        .flat_map(|(c, forms)| forms.iter().filter(move |f| *f != c))
        .filter(|f| !scripts.contains_key(f))
        .copied()
        .collect();

    let mut entries = Pool::default();
    let mut cells: BTreeMap<char, Vec<u8>> = BTreeMap::new();
    let mut own: Vec<(char, Vec<u8>)> = Vec::new();
    let all: BTreeSet<char> = book.keys().chain(scripts.keys()).copied().collect();
    for c in all {
        let mut flags = if traditional.contains(&c) {
            FLAG_TRADITIONAL
        } else {
            0
        };
        let forms = scripts
            .get(&c)
            .map_or(std::slice::from_ref(&c), Vec::as_slice);
        if forms.iter().any(|f| words.contains_key(f)) {
            flags |= FLAG_PHRASES;
        }
        let entry = match scripts.get(&c) {
            None => self::entry(&book, &usage, &[c], flags),
            Some(_) => {
                flags |= FLAG_FORMS;
                if simplified_only.contains(&c) && !book.contains_key(&c) {
                    flags |= FLAG_SIMPLIFIED;
                }
                if book.contains_key(&c) {
                    let own_flags = flags & (FLAG_PHRASES | FLAG_FORMS);
                    own.push((c, self::entry(&book, &usage, &[c], own_flags)));
                }
                self::entry(&book, &usage, forms, flags)
            }
        };
        cells.insert(c, entry);
    }
    cells
        .values()
        .chain(own.iter().map(|(_, e)| e))
        .for_each(|e| entries.add(e));

    let mut lists = Pool::default();
    let (syllables, pinyin) = pinyin(data);
    let pinyin: BTreeMap<char, Vec<u8>> = pinyin
        .into_iter()
        .map(|(c, ids)| (c, ids.iter().flat_map(|id| id.to_le_bytes()).collect()))
        .collect();
    pinyin.values().for_each(|list| lists.add(list));

    let pages: BTreeSet<usize> = cells
        .keys()
        .chain(pinyin.keys())
        .map(|c| *c as usize / PAGE)
        .collect();
    let pages: Vec<usize> = pages.into_iter().collect();
    let mut index = vec![0u16; CODE_POINTS / PAGE];
    for (number, page) in pages.iter().enumerate() {
        index[*page] = number as u16 + 1;
    }
    write(out, "pages.bin", index.iter().flat_map(|i| i.to_le_bytes()));
    for (name, pool, cells) in [("readings", &entries, &cells), ("pinyin", &lists, &pinyin)] {
        let numbers = pool.numbers();
        let values: Vec<u16> = pages
            .iter()
            .flat_map(|page| (0..PAGE).map(move |i| page * PAGE + i))
            .map(|cp| {
                let bytes = char::from_u32(cp as u32).and_then(|c| cells.get(&c));
                bytes.map_or(0, |bytes| numbers[bytes.as_slice()])
            })
            .collect();
        write(
            out,
            &format!("{name}_low.bin"),
            values.iter().map(|v| *v as u8),
        );
        write(
            out,
            &format!("{name}_high.bin"),
            values.iter().map(|v| (*v >> 8) as u8),
        );
    }
    // A count as twelve times its binary logarithm: one byte, to within three in a hundred.
    let counts: BTreeMap<char, f64> = rows(data, "frequency.tsv")
        .iter()
        .map(|r| (first(&r[0]), r[1].parse().expect("a count")))
        .collect();
    let counts = pages
        .iter()
        .flat_map(|page| (0..PAGE).map(move |i| page * PAGE + i))
        .map(|cp| {
            let count = char::from_u32(cp as u32)
                .and_then(|c| counts.get(&c))
                .copied();
            (12.0 * (count.unwrap_or(0.0) + 1.0).log2()).round() as u8
        });
    write(out, "counts.bin", counts);
    entries.write(out, "entries");
    lists.write(out, "lists");
    let mut starts = vec![0u16];
    for syllable in &syllables {
        starts.push(starts[starts.len() - 1] + syllable.len() as u16);
    }
    write(out, "syllables.txt", syllables.concat().into_bytes());
    write(
        out,
        "syllables_starts.bin",
        starts.iter().flat_map(|s| s.to_le_bytes()),
    );
    let sounds = syllables
        .iter()
        .map(|s| finals::syllable(s).unwrap_or((0, 0, 0)));
    write(
        out,
        "sounds.bin",
        sounds.flat_map(|(tone, new, common)| [tone, new, common]),
    );
    let mut start = 0;
    let words_index = words.iter().map(|(c, bytes)| {
        let row = vec![start, start + bytes.len() as u32];
        start += bytes.len() as u32;
        (*c, row)
    });
    write_columns(out, "words_index.bin", words_index.collect(), 2);
    write(out, "words.bin", words.values().flatten().copied());
    let numbers = entries.numbers();
    let own_rows = own
        .iter()
        .map(|(c, entry)| (*c, vec![numbers[entry.as_slice()].into()]));
    write_columns(out, "own.bin", own_rows.collect(), 1);

    // Most characters with other forms have one; the rest stand in a table of their own.
    for (name, most, is_here) in [
        ("forms_one.bin", 1, (|n| n == 1) as fn(usize) -> bool),
        ("forms_two.bin", 2, |n| n == 2),
        ("forms_more.bin", 6, |n| n > 2),
    ] {
        let rows = scripts
            .iter()
            .filter(|(_, forms)| is_here(forms.len()))
            .map(|(c, forms)| (*c, forms.iter().map(|f| *f as u32).collect()));
        write_columns(out, name, rows.collect(), most);
    }
    let compatibility = rows(data, "compatibility.tsv");
    let rows = compatibility
        .iter()
        .map(|row| (first(&row[0]), vec![first(&row[1]) as u32]));
    write_columns(out, "compatibility.bin", rows.collect(), 1);
}

/// Byte strings kept once each.
#[derive(Default)]
struct Pool {
    /// How often each was added.
    counts: BTreeMap<Vec<u8>, usize>,
}

impl Pool {
    fn add(&mut self, bytes: &[u8]) {
        *self.counts.entry(bytes.to_vec()).or_default() += 1;
    }

    /// The strings, short ones first and of one length the commonest first: what is common gets
    /// a small number, and tables of small numbers compress well.
    fn sorted(&self) -> Vec<&[u8]> {
        let mut strings: Vec<&[u8]> = self.counts.keys().map(Vec::as_slice).collect();
        strings.sort_by_key(|s| (s.len(), usize::MAX - self.counts[*s], *s));
        strings
    }

    /// The number of each string, from 1.
    fn numbers(&self) -> BTreeMap<&[u8], u16> {
        let number = |at| u16::try_from(at + 1).expect("a pool has at most 65,535 strings");
        self.sorted()
            .into_iter()
            .enumerate()
            .map(|(at, s)| (s, number(at)))
            .collect()
    }

    /// Writes the strings one after the other, and for each length the number of its first string
    /// from 0, the length, and where it starts, two bytes each.
    fn write(&self, out: &Path, name: &str) {
        let strings = self.sorted();
        let mut lengths: Vec<[u16; 3]> = Vec::new();
        let mut start = 0;
        for (number, string) in strings.iter().enumerate() {
            if lengths
                .last()
                .is_none_or(|[_, length, _]| usize::from(*length) != string.len())
            {
                let row = [number, string.len(), start];
                lengths.push(row.map(|n| u16::try_from(n).expect("a pool has at most 64 KB")));
            }
            start += string.len();
        }
        write(out, &format!("{name}.bin"), strings.concat());
        let lengths = lengths.iter().flatten().flat_map(|n| n.to_le_bytes());
        write(out, &format!("{name}_lengths.bin"), lengths);
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

/// A sorted table for binary search: a character and up to `most` numbers a row, the rest 0. Each
/// number is three bytes, and each byte is a column of its own: columns compress better than rows.
fn write_columns(out: &Path, name: &str, rows: Vec<(char, Vec<u32>)>, most: usize) {
    let mut columns: Vec<Vec<u8>> = vec![Vec::new(); 3 * (most + 1)];
    for (c, numbers) in rows {
        assert!(numbers.len() <= most, "{c} has too many forms");
        let cells = std::iter::once(c as u32)
            .chain(numbers)
            .chain(std::iter::repeat(0));
        for (at, cell) in cells.take(most + 1).enumerate() {
            for (byte, value) in cell.to_le_bytes()[..3].iter().enumerate() {
                columns[at * 3 + byte].push(*value);
            }
        }
    }
    write(out, name, columns.concat());
}

fn first(text: &str) -> char {
    text.chars().next().expect("a cell with a character")
}

fn rows(data: &Path, name: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(data.join(name)).expect("the tables are checked in");
    text.lines()
        .filter(|l| {
            !l.is_empty()
                && !l.starts_with('#')
                && !l.starts_with("char\t")
                && !l.starts_with("word\t")
        })
        .map(|l| l.split('\t').map(str::to_owned).collect())
        .collect()
}

fn write(out: &Path, name: &str, bytes: impl IntoIterator<Item = u8>) {
    fs::write(out.join(name), bytes.into_iter().collect::<Vec<u8>>()).expect("OUT_DIR takes files");
}

/// The number of a group by tone and head, as `平東`.
fn group(reading: &str) -> u8 {
    let mut chars = reading.chars();
    let (tone, head) = (chars.next(), chars.next());
    let range = match tone {
        Some('平') => 0..heads::RISING,
        Some('上') => heads::RISING..heads::DEPARTING,
        Some('去') => heads::DEPARTING..heads::ENTERING,
        _ => heads::ENTERING..heads::COUNT,
    };
    let find = |list: &str| {
        let mut heads = list.chars().enumerate();
        heads
            .find(|(at, h)| range.contains(&(*at as u8)) && Some(*h) == head)
            .map(|(at, _)| at as u8)
    };
    find(heads::HEADS_TRADITIONAL)
        .or_else(|| find(heads::HEADS))
        .expect("a reading is a tone and a head")
}

fn book(data: &Path) -> BTreeMap<char, Readings> {
    // Of two parts the first is the commoner; the book keeps that one.
    let other_parts: BTreeSet<(char, u8)> = rows(data, "cilin.tsv")
        .iter()
        .map(|row| (first(&row[0]), group(&row[1]), row[2].split(' ').next()))
        .filter(|(_, group, part)| {
            let part: Option<u8> = part.and_then(|p| p.parse().ok());
            part.expect("a part") != cilin::parts(*group).0 + 1
        })
        .map(|(c, group, _)| (c, group))
        .collect();
    let list = |c: char, cell: &str, rare: u8| -> Readings {
        let marked = |group| {
            let other = if other_parts.contains(&(c, group)) {
                OTHER_PART
            } else {
                0
            };
            (group, rare | other)
        };
        cell.split_whitespace().map(|r| marked(group(r))).collect()
    };
    rows(data, "pingshui.tsv")
        .iter()
        .map(|row| {
            let c = first(&row[0]);
            (
                c,
                [list(c, &row[1], 0), list(c, &row[2], RARE_READING)].concat(),
            )
        })
        .collect()
}

/// The words that decide the reading of each character, as `lexicon::phrases` reads them.
fn words(data: &Path) -> BTreeMap<char, Vec<u8>> {
    // For each character its words of two with the other before it, those with it behind, longer ones.
    let mut words: BTreeMap<char, [Vec<Vec<u8>>; 3]> = BTreeMap::new();
    for row in rows(data, "phrases.tsv") {
        let word: Vec<char> = row[0].chars().collect();
        let place: usize = row[1].parse().expect("a place");
        let others: String = word
            .iter()
            .enumerate()
            .filter(|(at, _)| at + 1 != place)
            .map(|(_, c)| c)
            .collect();
        assert!(
            others.chars().all(|c| c.len_utf8() == 3),
            "{}: a rare character",
            row[0]
        );
        let group = group(&row[2]);
        let kinds = words.entry(word[place - 1]).or_default();
        if word.len() == 2 {
            kinds[2 - place].push([others.as_bytes(), &[group]].concat());
        } else {
            let head = [(place as u8 - 1) | (word.len() as u8) << 4, group];
            kinds[2].push([&head, others.as_bytes()].concat());
        }
    }
    let list = |mut kinds: [Vec<Vec<u8>>; 3]| {
        kinds[..2].iter_mut().for_each(|pairs| pairs.sort());
        let count = |pairs: &[_]| u8::try_from(pairs.len()).expect("at most 255 words of a kind");
        let counts = vec![count(&kinds[0]), count(&kinds[1])];
        [counts, kinds.concat().concat()].concat()
    };
    words
        .into_iter()
        .map(|(c, kinds)| (c, list(kinds)))
        .collect()
}

fn scripts(data: &Path) -> BTreeMap<char, Vec<char>> {
    rows(data, "scripts.tsv")
        .iter()
        .map(|r| (first(&r[0]), r[1].chars().collect()))
        .collect()
}

fn usage(data: &Path) -> BTreeMap<char, (f64, f64)> {
    let number = |cell: &str| cell.parse().expect("a count");
    rows(data, "usage.tsv")
        .iter()
        .map(|r| (first(&r[0]), (number(&r[1]), number(&r[2]))))
        .collect()
}

/// Set in the number of a syllable that modern verse may not use.
const OLDER: u16 = 0x8000;

/// The distinct syllables, commonest first, and each character's list of their numbers.
fn pinyin(data: &Path) -> (Vec<String>, BTreeMap<char, Vec<u16>>) {
    let rows = rows(data, "pinyin.tsv");
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for syllable in rows
        .iter()
        .flat_map(|r| &r[1..])
        .flat_map(|cell| cell.split_whitespace())
    {
        *counts.entry(syllable).or_default() += 1;
    }
    let mut syllables: Vec<&str> = counts.keys().copied().collect();
    syllables.sort_by_key(|s| (usize::MAX - counts[s], *s));
    let numbers: BTreeMap<&str, u16> = syllables
        .iter()
        .enumerate()
        .map(|(n, s)| (*s, n as u16))
        .collect();
    let lists = rows
        .iter()
        .map(|r| {
            let modern = r[1].split_whitespace().map(|s| numbers[s]);
            let older = r
                .get(2)
                .map_or("", String::as_str)
                .split_whitespace()
                .map(|s| numbers[s] | OLDER);
            (first(&r[0]), modern.chain(older).collect())
        })
        .collect();
    (syllables.iter().map(|s| (*s).to_owned()).collect(), lists)
}
