//! From lyrics to forms.

use std::collections::{BTreeMap, BTreeSet};

use verse::{
    ToneClass,
    antithesis::Table,
    ci::{Example, Form, FormLine, Lyric, Pause, Slot, SlotClass},
};

use super::{
    misnamed, parallel,
    read::Song,
    repeat, rhyme,
    shape::{self, Shape, ShapeLine},
    slots::{self, Count, Spread},
    split,
    stanza::Stanzas,
};

/// Fewer lyrics make no form.
const FEWEST: usize = 2;
/// Forms with fewer are marked as weak.
const WEAK: usize = 5;
/// A lyric that breaks more than this share of a form's decided places, and more than [`MOST_BROKEN`] of
/// them, was not written to it: its title is wrong, or its text. It is left out.
const BROKEN: f64 = 0.2;
const MOST_BROKEN: usize = 4;
/// How many examples a form has.
const EXAMPLES: usize = 3;

/// A form with the lyrics behind it.
pub struct Draft {
    /// The tune's name.
    pub tune: String,
    /// The form; its number of the tune is not set.
    pub form: Form,
    /// The lyrics, by their numbers.
    pub songs: Vec<usize>,
}

/// What was derived.
pub struct Derived {
    /// The forms, tune by tune, the tune with the most lyrics first, and so within it.
    pub drafts: Vec<Draft>,
    /// The share of decided places that is expected to be wrong.
    pub wrong: f64,
    /// How many lyrics were left out of the form of their shape.
    pub misfits: usize,
    /// How many lyrics stand under a wrong title, by their form.
    pub misnamed: usize,
}

struct Outline {
    tune: String,
    songs: Vec<usize>,
    lines: Vec<ShapeLine>,
}

/// Derives the forms from some of the lyrics.
pub fn derive(all: &[Song], learn: &[usize], stanzas: &Stanzas, table: &Table) -> Derived {
    let mut by_tune: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for number in learn {
        by_tune.entry(&all[*number].tune).or_default().push(*number);
    }
    let mut outlines = Vec::new();
    for (tune, songs) in by_tune {
        for shape in shape::shapes(all, &songs) {
            let lines = shape.lines(all);
            for part in split::split(all, &shape.songs, &lines) {
                outlines.extend(outline(tune, part, shape.length, all));
            }
        }
    }
    let (decided, _) = decide(&outlines, all);
    let mut misfits = 0;
    let mut kept = Vec::new();
    for (outline, slots) in outlines.into_iter().zip(decided) {
        let (fit, misfit): (Vec<usize>, Vec<usize>) = outline
            .songs
            .iter()
            .partition(|n| fits(&all[**n].lyric, &slots));
        misfits += misfit.len();
        let length = slots.len();
        kept.extend(self::outline(&outline.tune, fit, length, all));
    }
    let (decided, wrong) = decide(&kept, all);
    let mut written: BTreeMap<&str, usize> = BTreeMap::new();
    for song in all {
        *written.entry(&song.author).or_default() += 1;
    }
    let drafts: Vec<Draft> = kept
        .into_iter()
        .zip(decided)
        .map(|(outline, slots)| Draft {
            form: form(&outline, slots, all, stanzas, table, &written),
            tune: outline.tune,
            songs: outline.songs,
        })
        .collect();
    let (mut drafts, misnamed) = misnamed::take_out(drafts, all);
    let mut of_tune: BTreeMap<String, usize> = BTreeMap::new();
    for draft in &drafts {
        *of_tune.entry(draft.tune.clone()).or_default() += draft.songs.len();
    }
    drafts.sort_by_cached_key(|draft| {
        let tune = usize::MAX - of_tune[&draft.tune];
        let own = usize::MAX - draft.songs.len();
        (
            tune,
            draft.tune.clone(),
            own,
            draft.form.length(),
            draft.songs.clone(),
        )
    });
    Derived {
        drafts,
        wrong,
        misfits,
        misnamed,
    }
}

fn outline(tune: &str, songs: Vec<usize>, length: usize, all: &[Song]) -> Option<Outline> {
    if songs.len() < FEWEST {
        return None;
    }
    let shape = Shape { length, songs };
    Some(Outline {
        tune: tune.to_owned(),
        lines: shape.lines(all),
        songs: shape.songs,
    })
}

impl Outline {
    fn lyrics<'a>(&self, all: &'a [Song]) -> Vec<&'a Lyric> {
        self.songs.iter().map(|n| &all[*n].lyric).collect()
    }
}

/// The slots of all outlines, and the share that is expected to be wrong.
fn decide(outlines: &[Outline], all: &[Song]) -> (Vec<Vec<Slot>>, f64) {
    let mut places: Vec<(usize, Count)> = Vec::new();
    for outline in outlines {
        let counts = slots::counts(&outline.lyrics(all));
        for line in &outline.lines {
            for (start, length) in line.parts(outline.songs.len()) {
                let kinds = (0..length).map(|at| slots::kind(length, at));
                places.extend(kinds.zip(counts[start..].iter().copied()));
            }
        }
    }
    let (slots, wrong) = Spread::learn(&places).decide(&places);
    let mut rest = slots.into_iter();
    let of = |outline: &Outline| {
        let length: usize = outline.lines.iter().map(|line| line.length).sum();
        rest.by_ref().take(length).collect()
    };
    (outlines.iter().map(of).collect(), wrong)
}

/// Whether a lyric follows slots well enough to have been written to them.
fn fits(lyric: &Lyric, slots: &[Slot]) -> bool {
    let asked = || {
        slots
            .iter()
            .zip(&lyric.characters)
            .filter_map(|(s, c)| Some((s.class.asked()?, c)))
    };
    let broken = asked()
        .filter(|(class, sound)| !sound.may_be(*class))
        .count();
    broken <= MOST_BROKEN || broken as f64 <= BROKEN * asked().count() as f64
}

fn form(
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
        let is_broken = |(slot, sound): &(&Slot, &verse::ci::Sound)| {
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
