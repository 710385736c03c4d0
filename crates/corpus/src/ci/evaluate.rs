//! Measures the forms on lyrics that taught nothing: whether the tune is found without its name, and
//! how many decided places are called faulty.

use std::path::Path;

use verse::ci::{Form, Lyric, Score, Tunes, score};

use super::{
    Sources,
    door::{self, Door},
    faults::Faults,
    misnamed,
    read::Song,
    shape::are_one,
    write,
};
use crate::{Result, learn::random::hash};

/// The seed of the hash.
const SEED: u64 = 0x5eed_0007;
/// One lyric in so many is held out.
const ONE_IN: u64 = 10;

/// Whether a lyric is held out: by a hash of its poet and title, so that all that a poet wrote under a
/// title fall on one side.
fn is_held_out(song: &Song) -> bool {
    hash(&format!("{}\0{}", song.author, song.title), SEED).is_multiple_of(ONE_IN)
}

/// What was counted under one way of scoring.
#[derive(Default)]
struct Found {
    first: usize,
    second: usize,
    all: usize,
}

impl Found {
    fn count(&mut self, rank: Option<usize>) {
        self.all += 1;
        self.first += usize::from(rank == Some(0));
        self.second += usize::from(rank.is_some_and(|rank| rank < 2));
    }

    fn print(&self, name: &str) {
        let share = |count: usize| 100.0 * count as f64 / self.all.max(1) as f64;
        println!(
            "| {name} | {} | {:.2} % | {:.2} % |",
            self.all,
            share(self.first),
            share(self.second)
        );
    }
}

/// Prints the figures of `README.md`.
pub fn evaluate(sources: &Path, is_verbose: bool) -> Result<()> {
    let sources = Sources::read(sources)?;
    let (held, learn): (Vec<usize>, Vec<usize>) =
        (0..sources.songs.len()).partition(|n| is_held_out(&sources.songs[*n]));
    let derived = sources.derive(&learn);
    let forms: Vec<(&str, &Form)> = derived
        .drafts
        .iter()
        .map(|draft| (draft.tune.as_str(), &draft.form))
        .collect();
    println!(
        "{} lyrics taught {} forms, {} held out",
        learn.len(),
        forms.len(),
        held.len()
    );
    let [mut known, mut strong, mut bare] = [(); 3].map(|()| Found::default());
    let mut faults = Faults::default();
    let tunes = Tunes::from_bytes(&write::bytes(&sources.tunes(&derived)));
    let tunes = tunes.ok_or("what was derived cannot be read")?;
    let [mut strong_door, mut weak_door, mut no_door] =
        [(); 3].map(|()| [(); 2].map(|()| Door::default()));
    for number in held {
        let song = &sources.songs[number];
        let is_own = |(tune, form): &(&str, &Form)| *tune == song.tune && is_shape(song, form);
        let own: Vec<usize> = (0..forms.len()).filter(|n| is_own(&forms[*n])).collect();
        let is_strong = own.iter().any(|n| !forms[*n].1.weak);
        let doors = match own.is_empty() {
            true => &mut no_door,
            false if is_strong => &mut strong_door,
            false => &mut weak_door,
        };
        for (door, is_titled) in doors.iter_mut().zip([false, true]) {
            let before = door.misses();
            door.count(song, is_titled, &tunes);
            let now = door.misses();
            if is_verbose && !own.is_empty() && before != now {
                let what: Vec<usize> = now.iter().zip(before).map(|(a, b)| a - b).collect();
                println!(
                    "door {is_titled} {what:?} {}《{}》{}",
                    song.author, song.title, song.text
                );
            }
        }
        if own.is_empty() {
            continue;
        }
        let rank = rank(&song.lyric, &forms, &song.tune, |score| {
            score.log_likelihood
        });
        known.count(rank);
        if is_verbose && rank != Some(0) {
            println!("{rank:?} {}《{}》{}", song.author, song.tune, song.text);
        }
        if is_strong {
            strong.count(rank);
            let without = |score: &Score| score.log_likelihood - score.marks;
            bare.count(self::rank(&song.lyric, &forms, &song.tune, without));
        }
        let scores = own
            .iter()
            .filter_map(|n| Some((score(&song.lyric, forms[*n].1)?, *n)));
        let best = scores.max_by(|a, b| a.0.log_likelihood.total_cmp(&b.0.log_likelihood));
        if let Some((best, number)) = best {
            faults.count(&best, number, forms[number].1);
        }
    }
    println!("\n| lyrics | | tune found | among two |\n|---|---|---|---|");
    known.print("whose form is known");
    strong.print("— from five lyrics or more");
    bare.print("— the same, marks left out");
    faults.print(&forms);
    door::print_head();
    for (at, titled) in ["", ", the name above"].into_iter().enumerate() {
        strong_door[at].print(&format!("whose form rests on five lyrics or more{titled}"));
        weak_door[at].print(&format!("whose form is weak{titled}"));
        no_door[at].print(&format!("of no known form{titled}"));
    }
    Ok(())
}

/// Whether a lyric has the division of a form.
fn is_shape(song: &Song, form: &Form) -> bool {
    let length = form.length();
    song.lyric.length() == length && are_one(length, &misnamed::ends(form), &song.marked())
}

/// The rank (from 0) of a tune among the tunes of the forms, each by its best form.
fn rank(
    lyric: &Lyric,
    forms: &[(&str, &Form)],
    tune: &str,
    value: impl Fn(&Score) -> f64,
) -> Option<usize> {
    let mut scores: Vec<(f64, &str)> = forms
        .iter()
        .filter_map(|(tune, form)| Some((value(&score(lyric, form)?), *tune)))
        .collect();
    scores.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut ranked: Vec<&str> = Vec::new();
    for (_, tune) in scores {
        if !ranked.contains(&tune) {
            ranked.push(tune);
        }
    }
    ranked.iter().position(|ranked| *ranked == tune)
}
