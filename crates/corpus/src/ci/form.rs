//! A form from its outline: lines with their rhymes, repeats and parallels, stanzas, examples.

use std::collections::{BTreeMap, BTreeSet};

use verse::{
    ToneClass,
    antithesis::Table,
    ci::{Example, Form, FormLine, Pause, Slot, SlotClass, Sound},
};

use super::{derive::Outline, parallel, read::Song, repeat, rhyme, stanza::Stanzas};

/// Forms with fewer lyrics are marked as weak.
const WEAK: usize = 5;
/// How many examples a form has.
const EXAMPLES: usize = 3;

/// The form of an outline with its slots. `written` says how many lyrics each poet wrote.
pub fn form(
    outline: &Outline,
    slots: Vec<Slot>,
    all: &[Song],
    stanzas: &Stanzas,
    table: &Table,
    written: &BTreeMap<&str, usize>,
) -> Form {
    let lyrics = outline.lyrics(all);
    let lines = &outline.lines;
    let classes: Vec<ToneClass> = lines
        .iter()
        .map(|line| {
            let last = &slots[line.start + line.length - 1];
            let is_level = last.level > last.oblique;
            if is_level {
                ToneClass::Level
            } else {
                ToneClass::Oblique
            }
        })
        .collect();
    let rhymes = rhyme::rhymes(&lyrics, lines, &classes);
    let parallels = parallel::parallels(table, &lyrics, lines);
    let repeats = repeat::repeats(&lyrics, lines);
    let starts = stanzas.of(&outline.tune, lines, outline.songs.len(), all);
    let made = lines.iter().zip(rhymes).zip(repeats).enumerate();
    let made = made.map(|(number, ((line, rhyme), repeat_of))| FormLine {
        slots: slots[line.start..line.start + line.length].to_vec(),
        ends: line.ends as u16,
        pauses: line
            .pauses
            .iter()
            .map(|(after, lyrics)| Pause {
                after: *after,
                lyrics: *lyrics as u16,
            })
            .collect(),
        rhyme,
        // What stands in another stanza is no neighbour.
        parallel_with_next: parallels[number].filter(|_| !starts.contains(&(number + 1))),
        repeat_of,
    });
    let poets: BTreeSet<&str> = outline
        .songs
        .iter()
        .map(|n| all[*n].author.as_str())
        .collect();
    Form {
        tune: 0,
        lyrics: outline.songs.len() as u16,
        poets: poets.len() as u16,
        weak: outline.songs.len() < WEAK,
        lines: made.collect(),
        examples: examples(&outline.songs, &slots, all, written),
        stanzas: starts,
    }
}

/// Lyrics that break the fewest slots, by different poets, those who wrote most first.
fn examples(
    songs: &[usize],
    slots: &[Slot],
    all: &[Song],
    written: &BTreeMap<&str, usize>,
) -> Vec<Example> {
    let broken = |song: &Song| {
        let places = slots.iter().zip(&song.lyric.characters);
        let is_broken = |(slot, sound): &(&Slot, &Sound)| {
            slot.class != SlotClass::Free && slot.class.asked().is_some_and(|c| !sound.may_be(c))
        };
        places.filter(is_broken).count()
    };
    let mut order: Vec<usize> = songs.to_vec();
    order.sort_by_cached_key(|n| {
        let song = &all[*n];
        let is_known = song.author != "无名氏";
        let many = written.get(song.author.as_str()).copied().unwrap_or(0);
        // One slip counts little beside a known poet.
        (
            broken(song) > 1,
            !is_known,
            usize::MAX - many,
            broken(song),
            *n,
        )
    });
    let mut poets = BTreeSet::new();
    let (first, rest): (Vec<usize>, Vec<usize>) = order
        .iter()
        .partition(|n| poets.insert(all[**n].author.as_str()));
    let chosen = first.into_iter().chain(rest).take(EXAMPLES);
    chosen
        .map(|n| Example {
            author: all[n].author.clone(),
            first_line: all[n].first_line(),
        })
        .collect()
}
