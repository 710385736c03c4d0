//! Which form a lyric follows.

use super::{
    align::{Alignment, CHARACTER, LINE, align, cut, segments},
    fitting::{Fitting, strange_marks},
    lyric::Lyric,
    mixed::mixed,
    score::{Score, score},
    tunes::Tunes,
    types::Form,
};

/// How much likelier the title makes a tune, as a logarithm: of 18,257 lyrics 47 stand under a wrong one
/// (see `crates/corpus/README.md`), one in 389.
const TITLE: f64 = 6.0;
/// Forms that are no further apart than this (twenty to one) are said to be a near tie.
pub(super) const NEAR: f64 = 3.0;
/// What a character more or less weighs beside the classes.
const COST: f64 = 3.0;
/// Without a name a text counts as a lyric of some tune if it differs by no more than this: a line, or
/// three characters, and a few wrong tones.
const CLOSE: u32 = LINE + 7;

/// A text without a name whose length differs from a form's by more characters than this is none of it.
pub(super) const FAR: usize = 8;

/// So many marks where a form has them are no chance.
const DIVISION: usize = 6;

/// What is known of a lyric's tune before it is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The tune that the writer fixed, by its number.
    pub tune: Option<usize>,
    /// The form of that tune that the writer fixed, from 1.
    pub form: Option<usize>,
    /// The tune that the title names, by its number; it may be a wrong one.
    pub titled: Option<usize>,
}

/// The form that a lyric follows best.
#[derive(Clone, Debug, PartialEq)]
pub struct Recognised {
    /// Its form; where two were mixed, what they make together.
    pub form: Form,
    /// The number of the form in [`Tunes::forms`]; where two were mixed, the first.
    pub number: usize,
    /// Where two forms of the tune were mixed: the line (from 0) of the second's beginning, and its number.
    pub mixed: Option<(usize, usize)>,
    /// How the lyric's lines go with the form's.
    pub alignment: Alignment,
    /// The next best form by its number, and how much less likely it is (a logarithm to base e).
    pub runner_up: Option<(usize, f64)>,
    /// Whether the lyric has the form's length and division.
    pub is_exact: bool,
}

/// Finds the form of a lyric that has no title any more; `None` if it is like none.
pub fn recognise(lyric: &Lyric, tunes: &Tunes, known: Known) -> Option<Recognised> {
    exact(lyric, tunes, known).or_else(|| near(lyric, tunes, known))
}

/// Which forms, by their numbers, may be meant.
fn meant(tunes: &Tunes, known: Known) -> impl Fn(&(usize, &Form)) -> bool {
    let form = known.tune.and_then(|tune| {
        let nth = known.form?.checked_sub(1)?;
        let mut own = tunes.forms().iter().enumerate();
        own.by_ref()
            .filter(|(_, f)| f.tune == tune)
            .nth(nth)
            .map(|(n, _)| n)
    });
    move |(number, own)| {
        form.is_none_or(|form| form == *number) && known.tune.is_none_or(|tune| tune == own.tune)
    }
}

/// Among forms of the lyric's length and division.
pub(super) fn exact(lyric: &Lyric, tunes: &Tunes, known: Known) -> Option<Recognised> {
    let trust = |form: &Form| known.tune.or(known.titled) == Some(form.tune);
    let mut scored: Vec<(f64, usize, &Form)> = Vec::new();
    for (number, form) in tunes.of_length(lyric.length()).filter(meant(tunes, known)) {
        // Marks first: they tell most forms of a length apart, and a score takes long.
        let (strange, marks) = strange_marks(lyric, form);
        let most = if trust(form) { 1.max(marks / 5) } else { 1 };
        let Some(score) = (strange <= most).then(|| score(lyric, form)).flatten() else {
            continue;
        };
        let is_likely = trust(form)
            || is_likely(&score, form, marks)
            || known.titled.is_none() && strange == 0 && is_divided(&score, form, marks);
        if is_likely {
            let title = if known.titled == Some(form.tune) {
                TITLE
            } else {
                0.0
            };
            scored.push((score.log_likelihood + title, number, form));
        }
    }
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (value, number, form) = scored.first().copied()?;
    let runner_up = scored
        .get(1)
        .map(|(other, number, _)| (*number, value - other));
    Some(Recognised {
        form: form.clone(),
        number,
        mixed: None,
        alignment: cut(lyric.length(), form),
        runner_up,
        is_exact: true,
    })
}

/// Whether a lyric without a name follows a form well enough to be no text that has its length by chance.
/// One without marks must do so better.
fn is_likely(score: &Score, form: &Form, marks: usize) -> bool {
    let rhymes = form.lines.iter().filter_map(|line| line.rhyme);
    let rhymes = rhymes.filter(|rhyme| !form.is_optional(*rhyme)).count();
    let (wrong, off) = (score.wrong.len(), score.off_rhyme.len());
    if marks > 1 {
        wrong * 5 <= score.decided && off * 2 <= rhymes
    } else {
        score.decided >= 10 && wrong * 10 <= score.decided && off * 3 <= rhymes
    }
}

/// Whether a lyric whose marks all stand where a form has some is divided as no other text is by chance: in
/// lines of several lengths. It may rhyme across the parts (毛滂《清平乐》 rhymes 烬 with 影 and 锦).
fn is_divided(score: &Score, form: &Form, marks: usize) -> bool {
    let is_whole = marks >= DIVISION && marks * 10 >= form.lines.len() * 9;
    is_whole && !form.is_even() && score.wrong.len() * 4 <= score.decided
}

/// Among forms of another length or division.
fn near(lyric: &Lyric, tunes: &Tunes, known: Known) -> Option<Recognised> {
    let segments = segments(lyric);
    let named = known.tune.or(known.titled);
    if segments.is_empty() || segments.len() == 1 && named.is_none() {
        return None;
    }
    if let Some(mixed) = named
        .filter(|_| known.form.is_none())
        .and_then(|tune| mixed(lyric, tunes, tune))
    {
        return Some(Recognised {
            alignment: cut(lyric.length(), &mixed.form),
            number: mixed.first,
            mixed: Some((mixed.line, mixed.second)),
            form: mixed.form,
            runner_up: None,
            is_exact: true,
        });
    }
    let mut found: Vec<(f64, usize, &Form, Alignment)> = Vec::new();
    let all = tunes.forms().iter().enumerate();
    for (number, form) in all.filter(meant(tunes, known)) {
        let is_named = named == Some(form.tune);
        if known.titled.is_some() && !is_named {
            continue;
        }
        // A poem in lines of one length is no lyric because one of them is short.
        let is_even = form.is_even();
        let differ = form.length().abs_diff(lyric.length());
        if !is_named && (form.weak || is_even || form.lines.len() < 4 || differ > FAR) {
            continue;
        }
        let is_unmarked =
            segments.len() == 1 && lyric.length() > form.lengths().max().unwrap_or_default() + 2;
        let alignment = if is_unmarked {
            cut(lyric.length(), form)
        } else {
            let most = if is_named { u32::MAX } else { CLOSE };
            match align(lyric, &segments, form, most) {
                Some(alignment) => alignment,
                None => continue,
            }
        };
        let fitting = Fitting::of(lyric, form, &alignment);
        let (off, rhymes) = fitting.off();
        let is_close =
            alignment.cost <= CLOSE && fitting.wrong * 6 <= fitting.decided && off * 2 <= rhymes;
        if is_named || is_close {
            let common = f64::from(form.lyrics).ln();
            // What has not been written yet tells nothing.
            let steps = alignment.steps.iter().rev();
            let open = steps.take_while(|step| step.span.is_none()).count() as u32;
            let cost = alignment.cost.saturating_sub(open * LINE);
            let value = fitting.classes + common - COST * f64::from(cost / CHARACTER);
            found.push((value, number, form, alignment));
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    let runner_up = match &found[..] {
        [(best, ..), (other, number, ..), ..] => Some((*number, best - other)),
        _ => None,
    };
    let (_, number, form, alignment) = found.into_iter().next()?;
    // Where most lines are none of the tune, the title means something else.
    let extra = alignment
        .steps
        .iter()
        .filter(|step| step.line.is_none())
        .count();
    if known.tune.is_none() && extra * 2 > segments.len() {
        return None;
    }
    Some(Recognised {
        form: form.clone(),
        number,
        mixed: None,
        alignment,
        runner_up,
        is_exact: false,
    })
}
