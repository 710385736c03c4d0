//! How many lyrics of a form rhyme in entering words: the evidence behind 入韵 and 仄韵.

use std::path::Path;

use verse::{
    ToneClass,
    ci::{Form, Lyric},
};

use super::Sources;
use crate::Result;

/// The first part of 词林正韵 that is entering, and how many parts there are.
const ENTERING: u8 = 14;
const PARTS: u8 = 19;

/// Prints for each tune with oblique rhymes how many of the lyrics of its strong forms rhyme in entering
/// words, the greatest share first.
pub fn print(sources: &Path) -> Result<()> {
    let sources = Sources::read(sources)?;
    let all: Vec<usize> = (0..sources.songs.len()).collect();
    let derived = sources.derive(&all);
    let mut tunes: Vec<(&str, usize, usize)> = Vec::new();
    for draft in derived.drafts.iter().filter(|draft| !draft.form.weak) {
        let ends = ends(&draft.form);
        if ends.is_empty() {
            continue;
        }
        if tunes.last().is_none_or(|(tune, ..)| *tune != draft.tune) {
            tunes.push((&draft.tune, 0, 0));
        }
        let lyrics = draft.songs.iter().map(|n| &sources.songs[*n].lyric);
        let entering = lyrics.filter(|lyric| is_entering(lyric, &ends)).count();
        if let Some(last) = tunes.last_mut() {
            last.1 += entering;
            last.2 += draft.songs.len();
        }
    }
    let share = |(_, entering, of): &(&str, usize, usize)| *entering as f64 / *of as f64;
    tunes.sort_by(|a, b| share(b).total_cmp(&share(a)));
    println!("| tune | lyrics | entering |\n|---|---|---|");
    for tune in &tunes {
        println!("| {} | {} | {:.0} % |", tune.0, tune.2, 100.0 * share(tune));
    }
    Ok(())
}

/// The last characters (from 0, through the whole lyric) of the lines of the form's first oblique rhyme.
fn ends(form: &Form) -> Vec<usize> {
    let oblique = |line: &verse::ci::FormLine| {
        let rhyme = line.rhyme?;
        (rhyme.class.class() == ToneClass::Oblique).then_some(rhyme.group)
    };
    let group = form.lines.iter().find_map(oblique);
    let mut stop = 0;
    let mut ends = Vec::new();
    for line in &form.lines {
        stop += line.slots.len();
        if oblique(line).is_some_and(|own| Some(own) == group) {
            ends.push(stop - 1);
        }
    }
    ends
}

/// Whether the part that suits most of the ends is an entering one.
fn is_entering(lyric: &Lyric, ends: &[usize]) -> bool {
    let count = |part: u8| {
        let sounds = ends.iter().filter_map(|end| lyric.characters.get(*end));
        let is_in =
            |sound: &&verse::ci::Sound| sound.parts(ToneClass::Oblique).any(|own| own == part);
        sounds.filter(is_in).count()
    };
    // Of two equal ones the first.
    let best = (0..PARTS).rev().max_by_key(|part| count(*part));
    best.is_some_and(|part| part >= ENTERING)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rhymes_of_a_lyric_tell() {
        let ends = [3, 7, 11];
        let is = |text: &str| is_entering(&Lyric::read(text), &ends);
        assert!(is("千古人物。三国赤壁。江山如雪。"));
        assert!(!is("帘卷西去。人比黄语。有暗香雨。"));
    }

    #[test]
    fn the_first_oblique_rhyme_is_asked() {
        let tunes = verse::ci::Tunes::baked().unwrap();
        // 菩萨蛮: lines of 7, 7, 5, 5; the first two rhyme oblique, the next two level.
        assert_eq!(ends(tunes.form("菩萨蛮", 1).unwrap()), [6, 13]);
        assert!(ends(tunes.form("浣溪沙", 1).unwrap()).is_empty());
    }
}
