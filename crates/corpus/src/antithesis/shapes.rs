//! Characters in all their shapes as one: 云 雲, 为 爲 為.
//!
//! A simplified character that stands for several traditional ones makes them one too (后 後): in
//! simplified text they cannot be told apart, and the poems were once converted from it.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use crate::{Result, bytes::varint, scripts, table};

/// Shapes to the one that stands for them all, the smallest code point.
pub struct Shapes {
    parents: BTreeMap<char, char>,
    simplified: BTreeMap<char, char>,
}

impl Shapes {
    /// From `scripts.tsv` and, for the shape to show, OpenCC's table of simplified characters.
    pub fn read(data: &Path, opencc: &Path) -> Result<Self> {
        let rows: Vec<(char, Vec<char>)> = table::read(&data.join("scripts.tsv"))?
            .iter()
            .filter_map(|row| Some((row.first()?.chars().next()?, row.get(1)?.chars().collect())))
            .collect();
        Ok(Self {
            parents: unite(&rows),
            simplified: simplified(&scripts::lists(&opencc.join("STCharacters.txt"))?),
        })
    }

    /// The shape that stands for all shapes of a character.
    pub fn one(&self, c: char) -> char {
        top(&self.parents, c)
    }

    /// A character in simplified script.
    pub fn simplified(&self, c: char) -> char {
        self.simplified.get(&c).copied().unwrap_or(c)
    }

    /// Writes the shapes of the classes, as both tables have them: how many; for each the code point less
    /// the one before, times 4, plus 2 if it is the one to show, plus 1 if a class begins with it; else its
    /// class follows.
    pub fn write(
        &self,
        bytes: &mut Vec<u8>,
        classes: &BTreeMap<char, u16>,
        is_shown: impl Fn(char, u16) -> bool,
    ) {
        let all: BTreeSet<char> = self.all().chain(classes.keys().copied()).collect();
        let all: Vec<(char, u16)> = all
            .into_iter()
            .filter_map(|c| Some((c, *classes.get(&self.one(c))?)))
            .collect();
        varint(bytes, all.len());
        let mut before = 0;
        for (c, class) in all {
            let begins = self.one(c) == c;
            let step = c as usize - before;
            before = c as usize;
            let shown = usize::from(is_shown(c, class));
            varint(bytes, step * 4 + shown * 2 + usize::from(begins));
            if !begins {
                varint(bytes, usize::from(class));
            }
        }
    }

    /// All characters that have other shapes.
    fn all(&self) -> impl Iterator<Item = char> + '_ {
        self.parents.iter().flat_map(|(c, parent)| [*c, *parent])
    }
}

fn top(parents: &BTreeMap<char, char>, mut c: char) -> char {
    while let Some(parent) = parents.get(&c) {
        c = *parent;
    }
    c
}

/// Each form joins the character that it is the likeliest form of; a character that is no form of its
/// own joins its first form.
fn unite(rows: &[(char, Vec<char>)]) -> BTreeMap<char, char> {
    let mut likeliest: BTreeMap<char, (usize, char)> = BTreeMap::new();
    for (c, forms) in rows {
        for (rank, form) in forms.iter().enumerate().filter(|(_, form)| *form != c) {
            let of = likeliest.entry(*form).or_insert((rank, *c));
            *of = (*of).min((rank, *c));
        }
    }
    let own = rows
        .iter()
        .filter(|(c, forms)| !forms.contains(c))
        .filter_map(|(c, forms)| Some((*c, *forms.first()?)));
    let mut parents = BTreeMap::new();
    for (a, b) in likeliest
        .iter()
        .map(|(form, (_, c))| (*form, *c))
        .chain(own)
    {
        let (a, b) = (top(&parents, a), top(&parents, b));
        if a != b {
            parents.insert(a.max(b), a.min(b));
        }
    }
    parents
}

/// Traditional to simplified; a character that is simplified itself stays.
fn simplified(lists: &BTreeMap<char, Vec<char>>) -> BTreeMap<char, char> {
    let mut best: BTreeMap<char, (usize, char)> = BTreeMap::new();
    for (c, forms) in lists {
        for (rank, form) in forms.iter().enumerate() {
            let of = best.entry(*form).or_insert((rank, *c));
            *of = (*of).min((rank, *c));
        }
    }
    best.into_iter().map(|(form, (_, c))| (form, c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_united() {
        let rows = [
            ('后', vec!['后', '後']),
            ('为', vec!['為']),
            ('爲', vec!['為']),
            ('云', vec!['雲', '云']),
        ];
        let shapes = Shapes {
            parents: unite(&rows),
            simplified: simplified(&[('云', vec!['雲', '云']), ('后', vec!['后', '後'])].into()),
        };
        assert_eq!(shapes.one('後'), '后');
        assert_eq!(shapes.one('爲'), '为');
        assert_eq!(shapes.one('為'), '为');
        assert_eq!(shapes.one('雲'), '云');
        assert_eq!(shapes.one('山'), '山');
        assert_eq!(shapes.simplified('雲'), '云');
        assert_eq!(shapes.simplified('山'), '山');
    }
}
