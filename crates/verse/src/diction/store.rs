//! Lines of poets.

use std::collections::BTreeMap;

use crate::{bytes::Bytes, lexicon::Script};

use super::shapes::Shapes;

/// A line of a poet's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The line, in the script that was asked for.
    pub line: String,
    /// The poet.
    pub author: String,
    /// The poem.
    pub title: String,
}

/// The lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Store {
    /// Letters: a character in traditional script, and in simplified.
    letters: Vec<(char, char)>,
    authors: Vec<Vec<u16>>,
    poems: Vec<Poem>,
    /// The letters of all lines.
    text: Vec<u16>,
    /// Their classes.
    classes: Vec<u16>,
    /// Where each line begins in them, and at the end where the last ends.
    starts: Vec<u32>,
    /// The poem of each line.
    of_poem: Vec<u16>,
    /// Places of the text that keep their traditional shape in simplified script.
    kept: Vec<u32>,
    /// For each class its places in the text: those of class `c` are `places[firsts[c]..firsts[c + 1]]`.
    places: Vec<u32>,
    firsts: Vec<u32>,
}

#[derive(Clone, Debug, PartialEq)]
struct Poem {
    author: u16,
    title: Vec<u16>,
}

/// A line by its number.
pub(super) type LineNumber = usize;

impl Store {
    /// From the bytes of the table.
    pub(super) fn read(bytes: &mut Bytes<'_>, shapes: &Shapes, classes: usize) -> Option<Self> {
        let count = bytes.varint()? as usize;
        let codes = bytes.take(count.checked_mul(2)?)?;
        let letter = |code: u16| char::from_u32(u32::from(code));
        let mut letters = Vec::new();
        for code in codes.as_chunks::<2>().0 {
            let c = letter(u16::from_le_bytes(*code))?;
            letters.push((c, c));
        }
        let mut at = 0usize;
        for _ in 0..bytes.varint()? {
            at = at.checked_add(bytes.varint()? as usize)?;
            letters.get_mut(at)?.1 = letter(bytes.short()?)?;
        }
        let name = |bytes: &mut Bytes<'_>| -> Option<Vec<u16>> {
            let length = bytes.varint()?;
            (0..length)
                .map(|_| u16::try_from(bytes.varint()?).ok())
                .collect()
        };
        let authors = (0..bytes.varint()?)
            .map(|_| name(bytes))
            .collect::<Option<Vec<_>>>()?;
        let (mut poems, mut starts, mut of_poem) = (Vec::new(), vec![0u32], Vec::new());
        let mut end = 0u32;
        for number in 0..bytes.varint()? {
            let author = u16::try_from(bytes.varint()?).ok()?;
            let title = name(bytes)?;
            let lines = bytes.varint()?;
            let even = bytes.varint()?;
            for _ in 0..lines {
                let length = if even == 0 { bytes.varint()? } else { even };
                end = end.checked_add(length)?;
                if length == 0 || end as usize > bytes.0.len() {
                    return None;
                }
                starts.push(end);
                of_poem.push(u16::try_from(number).ok()?);
            }
            poems.push(Poem { author, title });
        }
        let count = bytes.varint()? as usize;
        if count != end as usize {
            return None;
        }
        let (low, high) = (bytes.take(count)?, bytes.take(count)?);
        let text: Vec<u16> = low
            .iter()
            .zip(high)
            .map(|(low, high)| u16::from_le_bytes([*low, *high]))
            .collect();
        let of_letters: Vec<u16> = letters.iter().map(|(c, _)| shapes.class(*c)).collect();
        let class = |letter: &u16| of_letters.get(usize::from(*letter)).copied();
        let own: Vec<u16> = text.iter().map(class).collect::<Option<_>>()?;
        let mut kept = Vec::new();
        let mut at = 0u32;
        for _ in 0..bytes.varint()? {
            at = at.checked_add(bytes.varint()?)?;
            kept.push(at);
        }
        let mut store = Self {
            letters,
            authors,
            poems,
            text,
            classes: own,
            starts,
            of_poem,
            kept,
            ..Self::default()
        };
        store.index(classes);
        Some(store)
    }

    fn index(&mut self, classes: usize) {
        let mut firsts = vec![0u32; classes + 1];
        for class in &self.classes {
            if let Some(count) = firsts.get_mut(usize::from(*class) + 1) {
                *count += 1;
            }
        }
        for at in 1..firsts.len() {
            firsts[at] += firsts[at - 1];
        }
        let mut next = firsts.clone();
        let mut places = vec![0u32; self.classes.len()];
        for (at, class) in self.classes.iter().enumerate() {
            if let Some(next) = next.get_mut(usize::from(*class)) {
                if let Some(place) = places.get_mut(*next as usize) {
                    *place = at as u32;
                }
                *next += 1;
            }
        }
        (self.places, self.firsts) = (places, firsts);
    }

    /// How many lines there are.
    pub(super) fn count(&self) -> usize {
        self.of_poem.len()
    }

    fn range(&self, number: LineNumber) -> std::ops::Range<usize> {
        let at = |n: usize| self.starts.get(n).map_or(0, |at| *at as usize);
        at(number)..at(number + 1)
    }

    /// The classes of a line.
    pub(super) fn line(&self, number: LineNumber) -> &[u16] {
        self.classes.get(self.range(number)).unwrap_or_default()
    }

    /// Where a class stands: lines and places from 0.
    pub(super) fn places(&self, class: u16) -> impl Iterator<Item = (LineNumber, usize)> + '_ {
        let at = |n: usize| self.firsts.get(n).map_or(0, |at| *at as usize);
        let class = usize::from(class);
        let found = self
            .places
            .get(at(class)..at(class + 1))
            .unwrap_or_default();
        found.iter().map(|place| {
            let line = self.starts.partition_point(|start| start <= place) - 1;
            (line, *place as usize - self.range(line).start)
        })
    }

    /// How often a class stands in the lines.
    pub(super) fn frequency(&self, class: u16) -> usize {
        let at = |n: usize| self.firsts.get(n).map_or(0, |at| *at as usize);
        let class = usize::from(class);
        at(class + 1) - at(class)
    }

    /// How often each class follows one in a line, or with `before` precedes it.
    pub(super) fn beside(&self, class: u16, before: bool) -> BTreeMap<u16, u16> {
        let mut counts: BTreeMap<u16, u16> = BTreeMap::new();
        if class == 0 {
            return counts;
        }
        for (line, at) in self.places(class) {
            let line = self.line(line);
            let other = if before {
                at.checked_sub(1)
            } else {
                Some(at + 1)
            };
            if let Some(other) = other.and_then(|at| line.get(at)) {
                let count = counts.entry(*other).or_default();
                *count = count.saturating_add(1);
            }
        }
        counts
    }

    /// A line with its poet and poem.
    pub(super) fn quote(&self, number: LineNumber, script: Script) -> Quote {
        let letter = |letter: &u16| {
            let of = self.letters.get(usize::from(*letter));
            let (traditional, simplified) = of.copied().unwrap_or(('□', '□'));
            match script {
                Script::Traditional => traditional,
                Script::Simplified => simplified,
            }
        };
        let range = self.range(number);
        let places = self
            .text
            .get(range.clone())
            .unwrap_or_default()
            .iter()
            .zip(range);
        let line = places.map(|(of, at)| {
            let is_kept = u32::try_from(at).is_ok_and(|at| self.kept.binary_search(&at).is_ok());
            match self.letters.get(usize::from(*of)).filter(|_| is_kept) {
                Some((traditional, _)) => *traditional,
                None => letter(of),
            }
        });
        let poem = self
            .of_poem
            .get(number)
            .and_then(|n| self.poems.get(usize::from(*n)));
        let author = poem.and_then(|poem| self.authors.get(usize::from(poem.author)));
        Quote {
            line: line.collect(),
            author: author.into_iter().flatten().map(letter).collect(),
            title: poem
                .map(|p| p.title.iter().map(letter).collect())
                .unwrap_or_default(),
        }
    }
}
