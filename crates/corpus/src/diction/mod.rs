//! Words at hand, learnt from the octaves of 全唐诗 and 全宋诗: makes `diction.bin` and measures it.
//!
//! Poets are parted as for antithesis: some teach, some measure.

mod evaluate;
mod lines;
mod net;
mod themes;
mod train;
mod write;

use std::{collections::BTreeMap, fs, path::Path};

use verse::diction::{Diction, format::Context};

use self::{lines::Lines, net::Net, train::Poem};
use crate::{
    Result,
    antithesis::{
        Corpus,
        couplets::{self, Part},
    },
    poems as collections, simplify,
};

pub use evaluate::evaluate;

/// The poems of a part that follow a pattern, as numbers of classes.
fn poems(corpus: &Corpus, part: Part) -> Vec<Poem> {
    let number = |line: &Vec<char>| -> Vec<u16> {
        line.iter()
            .map(|c| corpus.classes.get(c).copied().unwrap_or(0))
            .collect()
    };
    let of_poem = |poem: &couplets::Poem| poem.lines.iter().map(number).collect();
    let poems = corpus.of(part).filter(|poem| poem.pattern.is_some());
    poems.map(of_poem).collect()
}

/// Learns, and writes `diction.bin`.
pub fn build(sources: &Path) -> Result<()> {
    let corpus = Corpus::read(sources)?;
    let data = crate::data_folder();
    let lines = Lines::read(sources, simplify::read(&sources.join("opencc"))?)?;
    let themes = themes::read(&data.join("themes.tsv"), &corpus.shapes, &corpus.classes)?;
    let learn = poems(&corpus, Part::Learn);
    eprintln!("diction: {} octaves teach", learn.len());
    let net = train::train(&learn, corpus.classes.len() + 1);
    ranks(
        &net,
        &poems(&corpus, Part::Settle),
        corpus.classes.len() + 1,
    );
    let parts = write::Parts {
        classes: &corpus.classes,
        shapes: &corpus.shapes,
        offered: &offered(sources, &corpus)?,
        net: &net,
        themes: &themes,
        lines: &lines,
    };
    let bytes = write::bytes(&parts);
    let table = Diction::from_bytes(&bytes).ok_or("the table that was written cannot be read")?;
    eprintln!("{} lines; {} bytes", table.lines(), bytes.len());
    let path = data.join("diction.bin");
    fs::write(&path, bytes).map_err(|e| format!("cannot write {}: {e}", path.display()))?;
    Ok(())
}

/// The shape of each class that is offered in simplified script: the simplified one of the commonest, if
/// the standard of simplified characters (GB 2312) has it.
fn offered(sources: &Path, corpus: &Corpus) -> Result<BTreeMap<u16, char>> {
    let is_standard = |c: char| {
        let text = c.to_string();
        let (bytes, _, lost) = encoding_rs::GBK.encode(&text);
        !lost && matches!(bytes[..], [0xb0..=0xf7, 0xa1..=0xfe])
    };
    let mut best: BTreeMap<u16, (usize, char)> = BTreeMap::new();
    for (c, count) in collections::frequencies(&sources.join("poems"))? {
        let Some(class) = corpus.classes.get(&corpus.shapes.one(c)) else {
            continue;
        };
        let simplified = corpus.shapes.simplified(c);
        let fits = corpus.shapes.one(simplified) == corpus.shapes.one(c);
        let shown = if fits { simplified } else { c };
        if is_standard(shown) {
            let most = best.entry(*class).or_insert((count, shown));
            if count > most.0 {
                *most = (count, shown);
            }
        }
    }
    Ok(best.into_iter().map(|(class, (_, c))| (class, c)).collect())
}

/// Prints how often the poet's own character is among the first by the net alone, whatever its tones.
fn ranks(net: &Net, poems: &[Poem], classes: usize) {
    let (mut all, mut ten, mut fifty) = (0.0f32, 0.0f32, 0.0f32);
    for (number, poem) in poems.iter().enumerate().take(1500) {
        let (line, at) = (number % 8, number / 8 % poem[0].len());
        let own = usize::from(poem[line][at]);
        if own == 0 {
            continue;
        }
        let asked = net.ask(&Context::of(poem, line, at));
        let value = net.value(&asked, own);
        let before = (1..classes)
            .filter(|c| net.value(&asked, *c) > value)
            .count();
        all += 1.0;
        ten += f32::from(u8::from(before < 10));
        fifty += f32::from(u8::from(before < 50));
    }
    eprintln!(
        "of all characters: among the first ten {:.1} %, fifty {:.1} %",
        100.0 * ten / all,
        100.0 * fifty / all
    );
}
