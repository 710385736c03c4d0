//! Weak forms that are another tune's: a few lyrics stand under a wrong title.

use verse::ci::{Form, Lyric, score};

use super::{derive::Draft, read::Song, shape::are_one};

/// Shorter forms (four lines of seven) belong to several tunes in their own right.
const SHORTEST: usize = 31;
/// Of the decided places of the other tune's form at most this share is broken,
const BROKEN: f64 = 0.08;
/// and of its rhymes.
const OFF_RHYME: f64 = 0.25;

/// Takes the misnamed forms out, and says how many lyrics went with them.
pub fn take_out(drafts: Vec<Draft>, all: &[Song]) -> (Vec<Draft>, usize) {
    let is_misnamed = |draft: &Draft| {
        let is_others = |other: &&Draft| {
            other.tune != draft.tune
                && !other.form.weak
                && other.form.length() == draft.form.length()
                && are_one(draft.form.length(), &ends(&other.form), &ends(&draft.form))
        };
        let mut others = drafts.iter().filter(is_others);
        draft.form.weak
            && draft.form.length() >= SHORTEST
            && others.any(|other| {
                draft
                    .songs
                    .iter()
                    .all(|n| follows(&all[*n].lyric, &other.form))
            })
    };
    let is_kept: Vec<bool> = drafts.iter().map(|draft| !is_misnamed(draft)).collect();
    let mut gone = 0;
    let mut kept = Vec::new();
    for (draft, is_kept) in drafts.into_iter().zip(is_kept) {
        if is_kept {
            kept.push(draft);
        } else {
            gone += draft.songs.len();
        }
    }
    (kept, gone)
}

/// Where the lines of a form end, but for the last: characters before.
pub fn ends(form: &Form) -> Vec<usize> {
    let mut stop = 0;
    let mut ends: Vec<usize> = form
        .lengths()
        .map(|length| {
            stop += length;
            stop
        })
        .collect();
    ends.pop();
    ends
}

fn follows(lyric: &Lyric, form: &Form) -> bool {
    score(lyric, form).is_some_and(|score| {
        let rhymes = form
            .lines
            .iter()
            .filter(|line| line.rhyme.is_some())
            .count();
        score.wrong.len() as f64 <= BROKEN * score.decided as f64
            && score.off_rhyme.len() as f64 <= OFF_RHYME * rhymes as f64
    })
}
