//! Measures the table on poets that taught nothing: the poet's own character among the offers for a gap,
//! and the mending of lines that were spoilt.

use std::{collections::BTreeSet, fs, path::Path, time::Instant};

use verse::{
    Options, RhymeBook, Severity, ToneClass, check,
    diction::{Diction, Span, Wanted},
    lexicon::readings,
};

use super::lines::Lines;
use crate::{
    Result,
    antithesis::{Corpus, couplets::Part},
    learn::random::Random,
    simplify,
};

/// What is chosen by chance begins with this.
const SEED: u64 = 0x5eed_0006;
/// Gaps of each length, and lines spoilt in one place and in two.
const GAPS: usize = 2_000;
const SPOILT: usize = 1_000;
/// Offers that are asked for.
const OFFERS: usize = 50;

/// A poem that measures: lines of characters, each in one of its shapes.
type Poem = Vec<Vec<char>>;

/// Prints the figures of `README.md`.
pub fn evaluate(sources: &Path) -> Result<()> {
    let path = crate::data_folder().join("diction.bin");
    let bytes = fs::read(&path).map_err(|e| format!("cannot read {}: {e}", path.display()))?;
    let table = Diction::from_bytes(&bytes).ok_or("diction.bin is no table of this version")?;
    let corpus = Corpus::read(sources)?;
    let lines = Lines::read(sources, simplify::read(&sources.join("opencc"))?)?;
    let known: BTreeSet<Vec<char>> = lines
        .all()
        .map(|line| line.chars().map(|c| corpus.shapes.one(c)).collect())
        .collect();
    let measuring = corpus
        .of(Part::Measure)
        .filter(|poem| poem.pattern.is_some());
    let unseen = measuring.filter(|poem| poem.lines.iter().all(|line| !known.contains(line)));
    let poems: Vec<Poem> = unseen
        .map(|poem| poem.lines.clone())
        .filter(is_clean)
        .collect();
    println!(
        "{} lines; {} octaves without a fault measure",
        table.lines(),
        poems.len()
    );
    let mut random = Random(SEED);
    for length in 1..=3 {
        gaps(&table, &corpus, &poems, length, &mut random);
    }
    for count in 1..=2 {
        spoilt(&table, &corpus, &poems, count, &mut random);
    }
    Ok(())
}

fn text(poem: &Poem) -> String {
    let mut text = String::new();
    for (number, line) in poem.iter().enumerate() {
        text.extend(line);
        text.push(if number % 2 == 0 { '，' } else { '。' });
    }
    text
}

fn faults(poem: &Poem) -> usize {
    let report = check(&text(poem), &Options::default());
    report.count(Severity::Error) + report.count(Severity::Warning)
}

fn is_clean(poem: &Poem) -> bool {
    faults(poem) == 0
}

/// How often the poet's own word is among the offers for a gap.
fn gaps(table: &Diction, corpus: &Corpus, poems: &[Poem], length: usize, random: &mut Random) {
    let (mut ten, mut fifty, mut quoted, mut all) = (0, 0, 0, 0);
    let mut spent = 0.0;
    for _ in 0..GAPS {
        let poem = &poems[random.below(poems.len())];
        let line = random.below(poem.len());
        let start = random.below(poem[line].len() - length + 1);
        let mut open = poem.clone();
        let places = start..start + length;
        let own = poem[line][places.clone()].to_vec();
        open[line][places].fill('□');
        let span = Span {
            line: line + 1,
            position: start + 1,
            length,
        };
        let began = Instant::now();
        let offers = table.offers(
            &text(&open),
            &Options::default(),
            span,
            &Wanted::default(),
            OFFERS,
        );
        spent += began.elapsed().as_secs_f64();
        let one = |text: &str| {
            text.chars()
                .map(|c| corpus.shapes.one(c))
                .collect::<Vec<_>>()
        };
        let rank = offers.iter().position(|offer| one(&offer.text) == own);
        ten += usize::from(rank.is_some_and(|rank| rank < 10));
        fifty += usize::from(rank.is_some());
        quoted += offers
            .iter()
            .filter(|offer| offer.quote.line.contains(&offer.text))
            .count();
        all += offers.len();
    }
    let share = |count: usize| 100.0 * count as f64 / GAPS as f64;
    println!(
        "gap of {length}: among the first ten {:.1} %, fifty {:.1} %; {:.1} offers, {:.1} % with a line that has all of it; {:.1} ms",
        share(ten),
        share(fifty),
        all as f64 / GAPS as f64,
        100.0 * quoted as f64 / all.max(1) as f64,
        1e3 * spent / GAPS as f64,
    );
}

/// How often a line that was spoilt in so many places is mended.
fn spoilt(table: &Diction, corpus: &Corpus, poems: &[Poem], count: usize, random: &mut Random) {
    let (mut clean, mut own, mut done, mut spent) = (0, 0, 0, 0.0);
    while done < SPOILT {
        let poem = &poems[random.below(poems.len())];
        let line = random.below(poem.len());
        let mut spoilt = poem.clone();
        let first = random.below(poem[line].len());
        let mut places = vec![first];
        if count == 2 {
            let other = random.below(poem[line].len() - 1);
            places.push(if other >= first { other + 1 } else { other });
        }
        let is_spoilt = places.iter().all(|at| {
            let other = wrong(poems, poem[line][*at], random);
            other.map(|c| spoilt[line][*at] = c).is_some()
        });
        if !is_spoilt || faults(&spoilt) == 0 {
            continue;
        }
        done += 1;
        let began = Instant::now();
        let mends = table.mend_line(&text(&spoilt), &Options::default(), line + 1);
        spent += began.elapsed().as_secs_f64();
        clean += usize::from(mends.iter().any(|mend| {
            let mut mended = spoilt.clone();
            mended[line] = mend.text.chars().collect();
            mend.left == 0 && is_clean(&mended)
        }));
        let one = |text: &str| {
            text.chars()
                .map(|c| corpus.shapes.one(c))
                .collect::<Vec<_>>()
        };
        own += usize::from(mends.iter().any(|mend| one(&mend.text) == poem[line]));
    }
    let share = |count: usize| 100.0 * count as f64 / SPOILT as f64;
    println!(
        "spoilt in {count}: {:.1} % can be made clean, in {:.1} % the poet's own is among five; {:.1} ms",
        share(clean),
        share(own),
        1e3 * spent / SPOILT as f64,
    );
}

/// A character of verse, as common as it comes, that has the other class alone; `None` where a character
/// has both.
fn wrong(poems: &[Poem], own: char, random: &mut Random) -> Option<char> {
    let class = only_class(own)?;
    (0..100).find_map(|_| {
        let poem = &poems[random.below(poems.len())];
        let line = &poem[random.below(poem.len())];
        let other = line[random.below(line.len())];
        only_class(other).filter(|c| *c != class).map(|_| other)
    })
}

fn only_class(c: char) -> Option<ToneClass> {
    let readings = readings(c, RhymeBook::PingShui);
    let first = readings.first()?.class();
    readings.iter().all(|r| r.class() == first).then_some(first)
}
