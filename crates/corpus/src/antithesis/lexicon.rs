//! What is known by hand: classes of words, synonyms, names. The class of other characters is that of
//! the characters that stand where they stand.

use std::{collections::BTreeMap, path::Path};

use verse::antithesis::Category;

use super::{
    net::{D, Net},
    shapes::Shapes,
};
use crate::learn::vectors::dot;
use crate::{Result, table};

/// The neighbours that are asked for a character's class,
const NEIGHBOURS: usize = 9;
/// how like they must be,
const LEAST_LIKE: f32 = 0.5;
/// and how large a share of their votes decides.
const MAJORITY: f32 = 0.6;

/// What is known by hand, in numbers.
pub struct Lexicon {
    /// The number of the category of each class that is ruled.
    pub categories: BTreeMap<u16, u8>,
    /// Groups of words that say the same.
    pub synonyms: Vec<Vec<Vec<u16>>>,
    /// Names of two characters.
    pub names: Vec<[u16; 2]>,
}

impl Lexicon {
    /// Reads the tables by hand of a folder.
    pub fn read(data: &Path, shapes: &Shapes, classes: &BTreeMap<char, u16>) -> Result<Self> {
        let class = |c: char| classes.get(&shapes.one(c)).copied();
        let word = |word: &str| word.chars().map(class).collect::<Option<Vec<u16>>>();
        let mut categories = BTreeMap::new();
        for row in table::read(&data.join("categories.tsv"))?.iter().skip(1) {
            let [name, members] = &row[..] else {
                return Err(format!("categories.tsv: {row:?}").into());
            };
            let number = Category::ALL
                .iter()
                .position(|c| c.name(verse::Language::Zh) == *name)
                .ok_or(format!("no category {name}"))?;
            for c in members.chars() {
                let Some(class) = class(c) else { continue };
                if categories.insert(class, number as u8 + 1).is_some() {
                    return Err(format!("categories.tsv: {c} stands twice").into());
                }
            }
        }
        let synonyms = table::read(&data.join("synonyms.tsv"))?
            .iter()
            .skip(1)
            .map(|row| row[0].split(' ').filter_map(word).collect())
            .collect();
        let mut names: Vec<[u16; 2]> = table::read(&data.join("names.tsv"))?
            .iter()
            .skip(1)
            .filter_map(|row| row.get(1))
            .flat_map(|names| names.split(' '))
            .filter_map(|name| word(name)?.try_into().ok())
            .collect();
        names.sort_unstable();
        names.dedup();
        Ok(Self {
            categories,
            synonyms,
            names,
        })
    }
}

/// Characters by what was learnt of them.
pub struct Likeness {
    vectors: Vec<[f32; D]>,
}

impl Likeness {
    /// From a net.
    pub fn new(net: &Net) -> Self {
        let vectors = net
            .vectors
            .value
            .as_chunks::<D>()
            .0
            .iter()
            .map(|vector| {
                let bent = vector.map(|x| x / (1.0 + x * x).sqrt());
                let length = dot(&bent, &bent).sqrt().max(1e-6);
                bent.map(|x| x / length)
            })
            .collect();
        Self { vectors }
    }

    /// The category that a class's neighbours among the ruled ones (itself left out) vote for.
    fn vote(&self, class: u16, ruled: &BTreeMap<u16, u8>) -> Option<u8> {
        let own = &self.vectors[usize::from(class)];
        let mut like: Vec<(f32, u16, u8)> = ruled
            .iter()
            .filter(|(other, _)| **other != class)
            .map(|(other, category)| {
                (
                    dot(own, &self.vectors[usize::from(*other)]),
                    *other,
                    *category,
                )
            })
            .filter(|(likeness, ..)| *likeness >= LEAST_LIKE)
            .collect();
        like.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        like.truncate(NEIGHBOURS);
        let total: f32 = like.iter().map(|(likeness, ..)| likeness).sum();
        let mut votes: BTreeMap<u8, f32> = BTreeMap::new();
        for (likeness, _, category) in &like {
            *votes.entry(*category).or_default() += likeness;
        }
        let (category, most) = votes.into_iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
        (most >= MAJORITY * total).then_some(category)
    }

    /// The category of each class, 0 for none: ruled, else voted.
    pub fn spread(&self, ruled: &BTreeMap<u16, u8>) -> Vec<u8> {
        (0..self.vectors.len() as u16)
            .map(|class| match ruled.get(&class) {
                Some(category) => *category,
                None if class == 0 => 0,
                None => self.vote(class, ruled).unwrap_or(0),
            })
            .collect()
    }

    /// Of the ruled classes, how many get a category by vote alone, and how many of those the right one.
    pub fn check(&self, ruled: &BTreeMap<u16, u8>) -> (usize, usize) {
        let votes = ruled
            .iter()
            .filter_map(|(class, right)| Some(self.vote(*class, ruled)? == *right));
        votes.fold((0, 0), |(all, right), is_right| {
            (all + 1, right + usize::from(is_right))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_vote() {
        let axis = |k: usize| -> [f32; D] { std::array::from_fn(|i| f32::from(i == k)) };
        let likeness = Likeness {
            vectors: vec![axis(5), axis(0), axis(0), axis(1), axis(1), axis(0)],
        };
        let ruled = [(1, 7), (2, 7), (3, 9), (4, 9)].into();
        assert_eq!(likeness.spread(&ruled), [0, 7, 7, 9, 9, 7]);
        assert_eq!(likeness.check(&ruled), (4, 4));
    }
}
