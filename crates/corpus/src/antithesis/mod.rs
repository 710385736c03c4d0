//! 对仗, learnt from the second and third couplets of octaves: makes `antithesis.bin` and measures it.
//!
//! Poets are parted: some teach, some settle limits, some measure. What is measured is the table that is
//! shipped, through the code that reads it.

mod baseline;
mod counts;
pub mod couplets;
mod evaluate;
mod lexicon;
mod limits;
mod measure;
mod net;
pub mod shapes;
mod train;
mod write;

use std::{collections::BTreeMap, fs, path::Path};

use verse::antithesis::{
    Table, figures,
    format::{LEAST_FOUND, Limits},
};

use self::{
    couplets::{Couplet, Couplets, Part, Poem},
    shapes::Shapes,
};
use crate::Result;

pub use evaluate::evaluate;

/// How many characters, in all their shapes, have a vector: the commonest.
const CLASSES: usize = 5_000;

/// What is learnt from and measured on.
pub struct Corpus {
    pub shapes: Shapes,
    poems: Vec<Poem>,
    /// The middle couplets of the octaves of 唐诗三百首 and of 千家诗, and their titles' ids.
    anthologies: Vec<(String, [String; 2])>,
    /// Numbers of classes by the shape that stands for each.
    pub classes: BTreeMap<char, u16>,
}

impl Corpus {
    /// Reads it from the folder of the packages and the tables of `build`.
    pub fn read(sources: &Path) -> Result<Self> {
        let data = crate::data_folder();
        let shapes = Shapes::read(&data, &sources.join("opencc"))?;
        let book = crate::book(sources, &data)?;
        let anthologies = couplets::anthologies(&data.join("../tests/anthologies/poems.tsv"))?;
        let aside: Vec<_> = anthologies
            .iter()
            .map(|(_, _, lines)| lines.clone())
            .collect();
        let poems = couplets::read(&sources.join("poems"), &shapes, &book, &aside)?;
        let text = |line: &Vec<char>| line.iter().collect::<String>();
        let middle = anthologies
            .iter()
            .filter(|(_, class, lines)| class.ends_with("律詩") && lines.len() == 8)
            .flat_map(|(id, _, lines)| {
                [2, 4].map(|at| (id.clone(), [text(&lines[at]), text(&lines[at + 1])]))
            })
            .collect();
        let classes = classes(&poems);
        Ok(Self {
            shapes,
            poems,
            anthologies: middle,
            classes,
        })
    }

    /// The poems of a part.
    pub fn of(&self, part: Part) -> impl Iterator<Item = &Poem> {
        self.poems.iter().filter(move |p| p.part == part)
    }

    fn couplets(&self, part: Part, follows_pattern: bool) -> Couplets {
        let poems = self
            .of(part)
            .filter(|p| !follows_pattern || p.pattern.is_some());
        Couplets::of(poems, &self.classes)
    }

    /// The lines of a couplet as text; an unknown character is □.
    fn text(&self, couplet: &Couplet) -> [String; 2] {
        let characters: Vec<char> = self.classes.keys().copied().collect();
        [&couplet.opening, &couplet.closing].map(|line| {
            line.iter()
                .map(|class| match usize::from(*class).checked_sub(1) {
                    Some(at) => characters[at],
                    None => '□',
                })
                .collect()
        })
    }
}

/// The commonest characters of the poems that teach, numbered from 1 in the order of their code points.
fn classes(poems: &[Poem]) -> BTreeMap<char, u16> {
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    for c in poems
        .iter()
        .filter(|p| p.part == Part::Learn)
        .flat_map(|p| p.lines.iter().flatten())
    {
        *counts.entry(*c).or_default() += 1;
    }
    let mut commonest: Vec<(usize, char)> = counts.into_iter().map(|(c, n)| (n, c)).collect();
    commonest.sort_by_key(|(count, c)| (usize::MAX - count, *c));
    let mut classes: Vec<char> = commonest
        .into_iter()
        .take(CLASSES)
        .map(|(_, c)| c)
        .collect();
    classes.sort_unstable();
    classes.into_iter().zip(1..).collect()
}

/// The commonest shape of each class in the poems.
fn commonest(sources: &Path, corpus: &Corpus) -> Result<BTreeMap<u16, char>> {
    let mut best: BTreeMap<u16, (usize, char)> = BTreeMap::new();
    for (c, count) in crate::poems::frequencies(&sources.join("poems"))? {
        if let Some(class) = corpus.classes.get(&corpus.shapes.one(c)) {
            let most = best.entry(*class).or_insert((count, c));
            if count > most.0 {
                *most = (count, c);
            }
        }
    }
    Ok(best.into_iter().map(|(class, (_, c))| (class, c)).collect())
}

/// Learns, and writes `antithesis.bin`.
pub fn build(sources: &Path) -> Result<()> {
    let corpus = Corpus::read(sources)?;
    let data = crate::data_folder();
    let learn = corpus.couplets(Part::Learn, true);
    eprintln!("antithesis: {} couplets teach", learn.middle.len());
    let classes = corpus.classes.len() + 1;
    let mut net = train::train(&learn, classes);
    let steps = write::round(&mut net);
    let lexicon = lexicon::Lexicon::read(&data, &corpus.shapes, &corpus.classes)?;
    let likeness = lexicon::Likeness::new(&net);
    let categories = likeness.spread(&lexicon.categories);
    let (voted, right) = likeness.check(&lexicon.categories);
    eprintln!(
        "categories: {} by hand; of these {voted} get one by vote alone, {right} the same; {} voted",
        lexicon.categories.len(),
        categories.iter().filter(|c| **c > 0).count() - lexicon.categories.len(),
    );
    let counts = counts::count(&learn.middle, LEAST_FOUND);
    eprintln!(
        "{} pairs, {} pairs of words",
        counts.pairs.len(),
        counts.words.len()
    );
    let commonest = commonest(sources, &corpus)?;
    let parts = write::Parts {
        classes: &corpus.classes,
        commonest: &commonest,
        shapes: &corpus.shapes,
        net: &net,
        steps: &steps,
        categories: &categories,
        counts: &counts,
        lexicon: &lexicon,
    };
    let (pair_scale, pair_shift) = limits::pair_curve(&net, &corpus.couplets(Part::Settle, true));
    let mut limits = Limits {
        threshold: 0.0,
        pair_scale,
        pair_shift,
    };
    let table = Table::from_bytes(&write::bytes(&parts, limits))
        .ok_or("the table that was written cannot be read")?;
    let tang = corpus
        .anthologies
        .iter()
        .filter(|(id, _)| id.starts_with("tang"));
    let values: Vec<Option<f32>> = tang
        .map(|(_, [opening, closing])| {
            let number = |line: &String| -> Vec<u16> {
                let class = |c| corpus.classes.get(&corpus.shapes.one(c)).copied();
                line.chars().map(|c| class(c).unwrap_or(0)).collect()
            };
            let doubled = figures::one_sided(&number(opening), &number(closing));
            match doubled {
                Some(_) => None,
                None => table.value(opening, closing),
            }
        })
        .collect();
    limits.threshold = limits::threshold(&values);
    let bytes = write::bytes(&parts, limits);
    let path = data.join("antithesis.bin");
    eprintln!("{limits:?}; {} bytes", bytes.len());
    fs::write(&path, bytes).map_err(|e| format!("cannot write {}: {e}", path.display()))?;
    Ok(())
}
