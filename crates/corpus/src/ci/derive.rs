//! From lyrics to forms.

use std::collections::BTreeMap;

use verse::{
    antithesis::Table,
    ci::{Form, Lyric, Slot},
};

use super::{
    decide, form,
    lines::{Shape, ShapeLine},
    misnamed,
    read::Song,
    shape, split,
    stanza::Stanzas,
};

/// Fewer lyrics make no form.
const FEWEST: usize = 2;
/// A lyric that breaks more than this share of a form's decided places, and more than [`MOST_BROKEN`] of
/// them, was not written to it: its title is wrong, or its text. It is left out.
const BROKEN: f64 = 0.2;
const MOST_BROKEN: usize = 4;

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

/// Lyrics of one tune, shape and class of rhymes, before their places are decided.
pub struct Outline {
    pub tune: String,
    /// The lyrics, by their numbers.
    pub songs: Vec<usize>,
    pub lines: Vec<ShapeLine>,
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
    let (decided, _) = decide::decide(&outlines, all);
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
    let (decided, wrong) = decide::decide(&kept, all);
    let mut written: BTreeMap<&str, usize> = BTreeMap::new();
    for song in all {
        *written.entry(&song.author).or_default() += 1;
    }
    let drafts: Vec<Draft> = kept
        .into_iter()
        .zip(decided)
        .map(|(outline, slots)| Draft {
            form: form::form(&outline, slots, all, stanzas, table, &written),
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
    /// The lyrics.
    pub fn lyrics<'a>(&self, all: &'a [Song]) -> Vec<&'a Lyric> {
        self.songs.iter().map(|n| &all[*n].lyric).collect()
    }
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
