//! A lyric whose stanzas follow different forms of one tune.

use super::{
    fitting::strange_marks,
    lyric::Lyric,
    score::score,
    tunes::Tunes,
    types::{Form, RhymePlace},
};

/// Two forms of a tune put together.
pub(super) struct Mixed {
    /// The form that came of it; its number of lyrics is that of the first.
    pub form: Form,
    /// The first form, by its number.
    pub first: usize,
    /// The second form, by its number.
    pub second: usize,
    /// The line (from 0) with which the second begins.
    pub line: usize,
}

/// The two forms of a tune that together suit a lyric best, if one in six places at most is wrong then.
/// Forms that rest on few lyrics are left out: with them nearly anything could be made.
pub(super) fn mixed(lyric: &Lyric, tunes: &Tunes, tune: usize) -> Option<Mixed> {
    let own = || {
        let all = tunes.forms().iter().enumerate();
        all.filter(move |(_, form)| form.tune == tune && !form.weak)
    };
    let pairs = own().flat_map(|first| own().map(move |second| (first, second)));
    let made = pairs.flat_map(|((a, first), (b, second))| {
        let is_pair = a != b && first.stanzas.len() == second.stanzas.len();
        let cuts = first.stanzas.iter().zip(&second.stanzas).skip(1);
        cuts.filter(move |_| is_pair).filter_map(move |(i, j)| {
            Some(Mixed {
                form: joined(first, *i, second, *j)?,
                first: a,
                second: b,
                line: *i,
            })
        })
    });
    let scored = made.filter_map(|mixed| {
        let score = score(lyric, &mixed.form)?;
        let fits =
            strange_marks(lyric, &mixed.form).0 <= 1 && score.wrong.len() * 6 <= score.decided;
        fits.then_some((score.log_likelihood, mixed))
    });
    let best = scored.max_by(|a, b| a.0.total_cmp(&b.0));
    best.map(|(_, mixed)| mixed)
}

/// The lines of one form before `i`, of the other from `j`.
fn joined(first: &Form, i: usize, second: &Form, j: usize) -> Option<Form> {
    let scale = |count: u16| {
        let scaled = u32::from(count) * u32::from(first.lyrics) / u32::from(second.lyrics.max(1));
        u16::try_from(scaled).unwrap_or(u16::MAX)
    };
    let mut form = Form {
        lines: first.lines.get(..i)?.to_vec(),
        stanzas: first.stanzas.iter().copied().filter(|at| *at < i).collect(),
        ..first.clone()
    };
    for line in second.lines.get(j..)? {
        let mut line = line.clone();
        // Shares of the second's lyrics become shares of the first's.
        line.ends = scale(line.ends);
        for pause in &mut line.pauses {
            pause.lyrics = scale(pause.lyrics);
        }
        line.rhyme = line.rhyme.map(|rhyme| RhymePlace {
            lyrics: scale(rhyme.lyrics),
            ..rhyme
        });
        line.repeat_of = None;
        form.lines.push(line);
    }
    let later = second.stanzas.iter().filter(|at| **at >= j);
    form.stanzas.extend(later.map(|at| at - j + i));
    Some(form)
}
