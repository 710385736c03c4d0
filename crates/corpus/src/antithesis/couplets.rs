//! The couplets of octaves, parted by their poets into those that teach and those that measure.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use super::shapes::Shapes;
use crate::{
    Result,
    learn::random::hash,
    poems::{self, Octave},
    reconcile::Book,
    table, usage,
};

/// Poets are parted by a hash of their names with this seed.
const SEED: u64 = 0x5eed_0002;
/// Into so many parts,
const PARTS: u64 = 20;
/// of which the first two measure and the third is for settling limits.
const MEASURING: u64 = 2;

/// What a poem is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// It teaches.
    Learn,
    /// It settles what is not learnt: the limits of scores.
    Settle,
    /// It measures.
    Measure,
    /// It stands in an anthology that limits are set on and tests are made of, or has a line of a
    /// poem that measures.
    Aside,
}

/// An octave in its unified shapes.
pub struct Poem {
    pub part: Part,
    pub lines: Octave,
    /// The types of the lines as letters, where the poem follows one of the patterns.
    pub pattern: Option<&'static str>,
}

/// The part of a poet.
fn part(author: &str) -> Part {
    match hash(author, SEED) % PARTS {
        n if n < MEASURING => Part::Measure,
        MEASURING => Part::Settle,
        _ => Part::Learn,
    }
}

/// All octaves of 全唐诗 and 全宋诗, each text once.
pub fn read(folder: &Path, shapes: &Shapes, book: &Book, aside: &[Octave]) -> Result<Vec<Poem>> {
    let usage = usage::count(&poems::octaves(folder, poems::TANG)?, book);
    let unify = |poem: &Octave| -> Octave {
        poem.iter()
            .map(|line| line.iter().map(|c| shapes.one(*c)).collect())
            .collect()
    };
    let mut seen = BTreeSet::new();
    let mut poems = Vec::new();
    for (author, poem) in poems::octaves_by_author(folder, poems::ALL)? {
        let lines = unify(&poem);
        if seen.insert(lines.clone()) {
            let explained = usage.explain(&poem, book);
            let pattern = explained
                .iter()
                .max_by(|a, b| a.0.total_cmp(&b.0))
                .map(|(_, pattern)| *pattern);
            let part = part(&author);
            poems.push(Poem {
                part,
                lines,
                pattern,
            });
        }
    }
    let aside: Vec<Octave> = aside.iter().map(unify).collect();
    set_aside(&mut poems, &aside);
    Ok(poems)
}

/// Sets poems aside that share a line with an anthology's, or teach and share one with a poem that does
/// not teach.
fn set_aside(poems: &mut [Poem], anthologies: &[Octave]) {
    let of_anthologies: BTreeSet<&Vec<char>> = anthologies.iter().flatten().collect();
    let kept: BTreeSet<Vec<char>> = poems
        .iter()
        .filter(|p| p.part != Part::Learn)
        .flat_map(|p| p.lines.iter().cloned())
        .collect();
    for poem in poems {
        let has = |shared: &dyn Fn(&Vec<char>) -> bool| poem.lines.iter().any(shared);
        if has(&|line| of_anthologies.contains(line))
            || (poem.part == Part::Learn && has(&|line| kept.contains(line)))
        {
            poem.part = Part::Aside;
        }
    }
}

/// The poems of the anthologies as `tests/anthologies` has them: class, lines.
pub fn anthologies(path: &Path) -> Result<Vec<(String, String, Octave)>> {
    Ok(table::read(path)?
        .into_iter()
        .filter_map(|row| {
            let lines = row
                .get(4)?
                .split(['，', '。', '？', '！', '；', '、'])
                .map(|line| line.chars().collect::<Vec<char>>())
                .filter(|line| !line.is_empty())
                .collect();
            Some((row.first()?.clone(), row.get(3)?.clone(), lines))
        })
        .collect())
}

/// Two lines, as numbers, and the tonal type of the closing one where it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Couplet {
    pub opening: Vec<u16>,
    pub closing: Vec<u16>,
    /// Which closing lines may stand for it by tone: the letter of its type, `?` where the poem follows
    /// no pattern.
    pub tone: char,
}

/// Middle, last and first couplets.
#[derive(Default)]
pub struct Couplets {
    /// The second and third of each poem, in turn.
    pub middle: Vec<Couplet>,
    pub last: Vec<Couplet>,
    pub first: Vec<Couplet>,
}

impl Couplets {
    /// Those of some poems, in numbers.
    pub fn of<'a>(
        poems: impl IntoIterator<Item = &'a Poem>,
        classes: &BTreeMap<char, u16>,
    ) -> Self {
        let number = |line: &Vec<char>| -> Vec<u16> {
            line.iter()
                .map(|c| classes.get(c).copied().unwrap_or(0))
                .collect()
        };
        let mut couplets = Self::default();
        for poem in poems {
            let couplet = |at: usize| Couplet {
                opening: number(&poem.lines[2 * at]),
                closing: number(&poem.lines[2 * at + 1]),
                tone: poem
                    .pattern
                    .and_then(|p| p.chars().nth(2 * at + 1))
                    .unwrap_or('?'),
            };
            couplets.first.push(couplet(0));
            couplets.middle.extend([couplet(1), couplet(2)]);
            couplets.last.push(couplet(3));
        }
        couplets
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn poem(part: Part, first: char) -> Poem {
        let line = |at: u32| vec![char::from_u32(first as u32 + at).unwrap(); 5];
        Poem {
            part,
            lines: (0..8).map(line).collect(),
            pattern: Some("aBbAaBbA"),
        }
    }

    #[test]
    fn a_poem_that_shares_a_line_does_not_teach() {
        let mut poems = [
            poem(Part::Measure, '一'),
            poem(Part::Learn, '丂'),
            poem(Part::Learn, '山'),
            poem(Part::Measure, '水'),
        ];
        set_aside(&mut poems, &[vec![vec!['水'; 5]]]);
        let parts = poems.map(|p| p.part);
        assert_eq!(
            parts,
            [Part::Measure, Part::Aside, Part::Learn, Part::Aside]
        );
    }

    #[test]
    fn about_one_poet_in_ten_measures() {
        let of = |part_of: Part| {
            ('一'..='\u{5200}')
                .filter(|c| part(&c.to_string()) == part_of)
                .count()
        };
        assert!(
            (70..130).contains(&of(Part::Measure)),
            "{}",
            of(Part::Measure)
        );
        assert!((30..75).contains(&of(Part::Settle)), "{}", of(Part::Settle));
    }

    #[test]
    fn couplets_keep_their_places() {
        let poem = poem(Part::Learn, '一');
        let classes = [('一', 1), ('丆', 2)].into();
        let couplets = Couplets::of([&poem], &classes);
        assert_eq!(couplets.first[0].opening, [1; 5]);
        assert_eq!(couplets.last[0].opening, [2; 5]);
        assert_eq!(couplets.middle.len(), 2);
        assert_eq!(couplets.middle[0].tone, 'A');
        assert_eq!(couplets.middle[1].tone, 'B');
    }
}
