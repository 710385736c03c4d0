//! The table, from its bytes.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Category, figures,
    format::{LEAST_FOUND, Limits, MAGIC},
    model::Model,
    synonyms::Synonyms,
};
use crate::bytes::Bytes;

/// What was learnt of antithesis: `data/antithesis.bin`, laid out as [`super::format`] says.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub(super) limits: Limits,
    pub(super) model: Model,
    categories: Vec<u8>,
    /// Shapes by code point, with their classes.
    shapes: Vec<(char, u16)>,
    /// The shape of each class that is shown.
    shown: Vec<char>,
    /// For each class what was found opposite it and how often, commonest first.
    partners: Vec<Vec<(u16, u32)>>,
    /// The same for words of two characters.
    words: BTreeMap<[u16; 4], u32>,
    names: BTreeSet<[u16; 2]>,
    pub(super) synonyms: Synonyms,
}

/// The most classes of a table; more would not fit what is checked in.
const MOST_CLASSES: usize = 20_000;

impl Table {
    /// The table from the bytes of `data/antithesis.bin`; `None` if they are something else.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut bytes = Bytes(bytes);
        if bytes.take(MAGIC.len())? != MAGIC {
            return None;
        }
        let classes = usize::from(bytes.short()?);
        let d = usize::from(bytes.byte()?);
        if classes == 0 || classes > MOST_CLASSES || d == 0 {
            return None;
        }
        let limits = Limits {
            threshold: bytes.float()?,
            pair_scale: bytes.float()?,
            pair_shift: bytes.float()?,
        };
        let model = Model {
            dimensions: d,
            bias: bytes.floats(2)?.try_into().ok()?,
            figures: <[f32; figures::COUNT]>::try_from(bytes.floats(figures::COUNT)?).ok()?,
            weights: bytes.floats(12)?,
            before: bytes.floats(d * d)?,
            after: bytes.floats(d * d)?,
            meeting: bytes.floats(d * d)?,
            places: bytes.floats(12 * d)?,
            scales: bytes.floats(d)?,
            vectors: bytes.take(classes * d)?.to_vec(),
        };
        let categories = bytes.take(classes)?.to_vec();
        let (shapes, shown) = shapes(&mut bytes, classes)?;
        let table = Self {
            limits,
            model,
            categories,
            shapes,
            shown,
            partners: partners(&mut bytes, classes)?,
            words: words(&mut bytes, classes)?,
            names: names(&mut bytes, classes)?,
            synonyms: synonyms(&mut bytes, classes)?,
        };
        bytes.0.is_empty().then_some(table)
    }

    /// The table of this version. Whoever calls this carries its 250 KB in the program.
    pub fn baked() -> Option<Self> {
        Self::from_bytes(include_bytes!("../../data/antithesis.bin"))
    }

    /// The number of a character's class; 0 if it has none.
    pub(super) fn class(&self, character: char) -> u16 {
        self.shapes
            .binary_search_by_key(&character, |(c, _)| *c)
            .map_or(0, |at| self.shapes[at].1)
    }

    /// The numbers of the classes of a line.
    pub(super) fn classes(&self, line: &[char]) -> Vec<u16> {
        line.iter().map(|c| self.class(*c)).collect()
    }

    /// A character in simplified script, where the table has it.
    pub(super) fn simplified(&self, character: char) -> char {
        match self.class(character) {
            0 => character,
            class => self.shown[usize::from(class)],
        }
    }

    /// The category of a character.
    pub fn category(&self, character: char) -> Option<Category> {
        self.category_of(self.class(character))
    }

    pub(super) fn category_of(&self, class: u16) -> Option<Category> {
        Category::of_number(*self.categories.get(usize::from(class))?)
    }

    /// How often two characters were found at one place of the couplets learnt from; 0 where that was
    /// less than [`LEAST_FOUND`] times.
    pub fn found(&self, one: char, other: char) -> u32 {
        self.found_of(self.class(one), self.class(other))
    }

    pub(super) fn found_of(&self, one: u16, other: u16) -> u32 {
        let partners = self.partners.get(usize::from(one));
        let with = |(class, _): &&(u16, u32)| *class == other;
        partners
            .and_then(|p| p.iter().find(with))
            .map_or(0, |(_, count)| *count)
    }

    /// How often two words of two characters were found opposite each other, counted likewise.
    pub(super) fn words_found(&self, one: [u16; 2], other: [u16; 2]) -> u32 {
        let (low, high) = (one.min(other), one.max(other));
        let key = [low[0], low[1], high[0], high[1]];
        self.words.get(&key).copied().unwrap_or(0)
    }

    /// Whether two characters are a name: 长安, 渊明.
    pub(super) fn is_name(&self, word: [u16; 2]) -> bool {
        self.names.contains(&word)
    }

    /// What poets set opposite a character most, in simplified script, with how often; commonest first.
    pub fn partners(&self, character: char) -> impl Iterator<Item = (char, u32)> + '_ {
        self.partners
            .get(usize::from(self.class(character)))
            .into_iter()
            .flatten()
            .map(|(class, count)| (self.shown[usize::from(*class)], *count))
    }
}

/// A class that the table has.
fn class(bytes: &mut Bytes<'_>, classes: usize) -> Option<u16> {
    let class = bytes.varint()?;
    (class as usize <= classes.checked_sub(1)?)
        .then(|| u16::try_from(class).ok())
        .flatten()
}

type Shapes = (Vec<(char, u16)>, Vec<char>);

fn shapes(bytes: &mut Bytes<'_>, classes: usize) -> Option<Shapes> {
    let mut shapes = Vec::new();
    let mut shown = vec!['□'; classes];
    let (mut code, mut begun) = (0, 0u16);
    for _ in 0..bytes.varint()? {
        let step = bytes.varint()?;
        code += step >> 2;
        let of = if step & 1 == 1 {
            begun = begun.checked_add(1)?;
            begun
        } else {
            class(bytes, classes)?
        };
        let character = char::from_u32(code)?;
        // A class that no shape shows is shown by its first.
        let place = shown.get_mut(usize::from(of))?;
        if step & 2 == 2 || *place == '□' {
            *place = character;
        }
        shapes.push((character, of));
    }
    Some((shapes, shown))
}

fn partners(bytes: &mut Bytes<'_>, classes: usize) -> Option<Vec<Vec<(u16, u32)>>> {
    let mut partners: Vec<Vec<(u16, u32)>> = vec![Vec::new(); classes];
    for low in 1..classes {
        let mut high = low;
        for _ in 0..bytes.varint()? {
            high = high.checked_add(bytes.varint()? as usize)?;
            let count = bytes.varint()? + LEAST_FOUND;
            partners
                .get_mut(high)?
                .push((u16::try_from(low).ok()?, count));
            if high != low {
                partners[low].push((u16::try_from(high).ok()?, count));
            }
        }
    }
    for list in &mut partners {
        list.sort_by_key(|(class, count)| (u32::MAX - count, *class));
    }
    Some(partners)
}

fn words(bytes: &mut Bytes<'_>, classes: usize) -> Option<BTreeMap<[u16; 4], u32>> {
    let mut words = BTreeMap::new();
    let mut first = 0u32;
    for _ in 0..bytes.varint()? {
        first += bytes.varint()?;
        if first as usize >= classes {
            return None;
        }
        let mut key = [u16::try_from(first).ok()?, 0, 0, 0];
        for cell in &mut key[1..] {
            *cell = class(bytes, classes)?;
        }
        words.insert(key, bytes.varint()? + LEAST_FOUND);
    }
    Some(words)
}

fn names(bytes: &mut Bytes<'_>, classes: usize) -> Option<BTreeSet<[u16; 2]>> {
    (0..bytes.varint()?)
        .map(|_| Some([class(bytes, classes)?, class(bytes, classes)?]))
        .collect()
}

fn synonyms(bytes: &mut Bytes<'_>, classes: usize) -> Option<Synonyms> {
    let mut groups = Vec::new();
    for _ in 0..bytes.varint()? {
        let mut group = Vec::new();
        for _ in 0..bytes.varint()? {
            let word: Option<Vec<u16>> = (0..bytes.varint()?)
                .map(|_| class(bytes, classes))
                .collect();
            group.push(word?);
        }
        groups.push(group);
    }
    Some(Synonyms(groups))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::antithesis::testing::{BYTES, table};

    #[test]
    fn shapes_are_one() {
        let table = table();
        assert_eq!(table.class('雲'), table.class('云'));
        assert_eq!(table.simplified('雲'), '云');
        assert_eq!(table.simplified('欲'), '欲');
        assert_eq!(table.simplified('a'), 'a');
        assert_eq!(table.class('a'), 0);
        assert_eq!(table.category('雲'), Some(Category::Sky));
        assert_eq!(table.category('x'), None);
    }

    #[test]
    fn what_poets_set_opposite() {
        let table = table();
        assert!(table.found('云', '雨') > 100);
        assert_eq!(table.found('雲', '雨'), table.found('雨', '云'));
        assert_eq!(table.found('云', 'x'), 0);
        let partners: Vec<char> = table.partners('东').map(|(c, _)| c).take(2).collect();
        assert_eq!(partners, ['北', '西']);
        assert_eq!(table.partners('x').next(), None);
    }

    #[test]
    fn other_bytes_are_no_table() {
        assert_eq!(Table::from_bytes(b""), None);
        assert_eq!(Table::from_bytes(b"DZ\x02\n"), None);
        assert_eq!(Table::from_bytes(&BYTES[..BYTES.len() - 1]), None);
        let longer: Vec<u8> = BYTES.iter().copied().chain([0]).collect();
        assert_eq!(Table::from_bytes(&longer), None);
        for cut in (0..BYTES.len()).step_by(9_973) {
            assert_eq!(Table::from_bytes(&BYTES[..cut]), None);
        }
    }

    #[test]
    fn spoilt_bytes_do_no_harm() {
        for at in (4..BYTES.len()).step_by(BYTES.len() / 24) {
            let mut bytes = BYTES.to_vec();
            bytes[at] ^= 0xa5;
            if let Some(table) = Table::from_bytes(&bytes) {
                table.score("無邊落木蕭蕭下", "不盡長江滾滾來").unwrap();
            }
        }
    }

    #[test]
    fn the_table_fits_what_a_page_may_load() {
        assert!(BYTES.len() <= 250_000, "{}", BYTES.len());
    }
}
