//! Where the stanzas of a form begin. The collection does not tell.
//!
//! Tunes of one stanza, those of three or four, and those whose halves are too unlike are in
//! `tune-stanzas.tsv`, told by the first words of the stanzas of a known lyric. Otherwise a tune has two
//! stanzas that end alike: the break is after a full stop where the most characters of the lines before
//! the ends of both, and of those behind their beginnings, agree.

use std::{collections::BTreeMap, path::Path};

use super::{lines::ShapeLine, read::Song};
use crate::{Result, table};

/// Forms with fewer characters have one stanza, unless the table says otherwise.
const SHORTEST: usize = 35;

/// What the table says of a tune.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    /// The number of characters that it is said of; `None`: of all forms.
    length: Option<usize>,
    /// How the second and later stanzas of a known lyric begin; none for tunes of one stanza.
    openings: Vec<String>,
}

/// The table.
#[derive(Default)]
pub struct Stanzas(BTreeMap<String, Vec<Row>>);

/// Reads the table: tune, length or `-`, openings divided by spaces or `-`.
pub fn read(path: &Path) -> Result<Stanzas> {
    let mut stanzas = Stanzas::default();
    for row in table::read(path)? {
        let [tune, length, openings, ..] = &row[..] else {
            return Err(format!("tune-stanzas.tsv: not three columns: {row:?}").into());
        };
        let row = Row {
            length: if length == "-" {
                None
            } else {
                Some(length.parse()?)
            },
            openings: openings
                .split(' ')
                .filter(|o| *o != "-")
                .map(str::to_owned)
                .collect(),
        };
        stanzas.0.entry(tune.clone()).or_default().push(row);
    }
    Ok(stanzas)
}

impl Stanzas {
    /// The lines that begin a stanza. `all` are all lyrics, among which the known one of the table is
    /// looked for.
    pub fn of(&self, tune: &str, lines: &[ShapeLine], lyrics: usize, all: &[Song]) -> Vec<usize> {
        let length = lines.last().map_or(0, |line| line.start + line.length);
        let rows = self.0.get(tune).map_or(&[][..], Vec::as_slice);
        let row = rows.iter().find(|row| row.length == Some(length));
        let row = row.or_else(|| rows.iter().find(|row| row.length.is_none()));
        let known = row.map(|row| places(row, tune, all));
        match known {
            Some(Some(known)) if known.is_empty() => vec![0],
            Some(Some(known)) => nearest(&known, length, lines, lyrics),
            // A row whose lyric the collection lacks says nothing.
            Some(None) | None if length < SHORTEST => vec![0],
            Some(None) | None => halves(lines, lyrics),
        }
    }
}

/// Where the stanzas of the known lyric begin: how many of its characters stand before each, of how many.
fn places(row: &Row, tune: &str, all: &[Song]) -> Option<Vec<(usize, usize)>> {
    if row.openings.is_empty() {
        return Some(Vec::new());
    }
    let of_song = |song: &Song| -> Option<Vec<(usize, usize)>> {
        let text: Vec<char> = song.lyric.characters.iter().map(|c| c.character).collect();
        let found = row.openings.iter().map(|opening| {
            let opening: Vec<char> = opening.chars().collect();
            let at = text
                .windows(opening.len())
                .position(|window| window == opening)?;
            Some((at, text.len()))
        });
        found.collect()
    };
    all.iter()
        .filter(|song| song.tune == tune)
        .find_map(of_song)
}

/// The line beginnings nearest to those of a known lyric, after a full stop where there is one near.
fn nearest(
    known: &[(usize, usize)],
    length: usize,
    lines: &[ShapeLine],
    lyrics: usize,
) -> Vec<usize> {
    let mut starts = vec![0];
    for (at, of) in known {
        // From whichever end is nearer: what one form has more may stand before or behind.
        let wanted = if at * 2 <= *of {
            *at
        } else {
            (length + at).saturating_sub(*of)
        };
        let cost = |line: &usize| {
            let is_stop = lines[line - 1].stops * 2 >= lyrics;
            lines[*line].start.abs_diff(wanted) + if is_stop { 0 } else { 6 }
        };
        starts.extend((1..lines.len()).min_by_key(cost));
    }
    starts.dedup();
    starts
}

/// Two stanzas that end alike.
fn halves(lines: &[ShapeLine], lyrics: usize) -> Vec<usize> {
    let value = |at: &usize| {
        let (one, other) = lines.split_at(*at);
        let sum = |lines: &[ShapeLine]| lines.iter().map(|l| l.length).sum::<usize>() as f64;
        let same = |pairs: &mut dyn Iterator<Item = (&ShapeLine, &ShapeLine)>| {
            let same = pairs.take_while(|(a, b)| a.length == b.length);
            same.map(|(a, _)| a.length).sum::<usize>() as f64
        };
        let tail = same(&mut one.iter().rev().zip(other.iter().rev()));
        let head = same(&mut one.iter().zip(other));
        tail + 0.5 * head - 0.7 * (sum(one) - sum(other)).abs()
    };
    let is_stop = |at: &usize| lines[at - 1].stops * 2 >= lyrics;
    let best = (1..lines.len())
        .filter(is_stop)
        .max_by(|a, b| value(a).total_cmp(&value(b)));
    let mut starts = vec![0];
    starts.extend(best);
    starts
}

#[cfg(test)]
mod tests {
    use verse::ci::Lyric;

    use super::*;

    fn lines(lengths: &[usize]) -> Vec<ShapeLine> {
        ShapeLine::of_lengths(lengths, 1)
    }

    #[test]
    fn halves_end_alike() {
        // 念奴娇: the stanzas begin unlike.
        let nian_nu = lines(&[4, 9, 7, 6, 4, 4, 5, 4, 6, 6, 4, 5, 7, 6, 4, 4, 5, 4, 6]);
        assert_eq!(halves(&nian_nu, 1), [0, 9]);
        assert_eq!(halves(&lines(&[7, 7, 7, 7, 7, 7]), 1), [0, 3]);
    }

    #[test]
    fn a_known_lyric_tells_where_stanzas_begin() {
        let text = "柳阴直烟里丝丝。闲寻旧踪迹又。凄恻恨堆积。";
        let song = Song {
            author: String::new(),
            title: String::new(),
            tune: "兰陵王".to_owned(),
            text: text.to_owned(),
            lyric: Lyric::read(text),
        };
        let row = |length, openings: &[&str]| Row {
            length,
            openings: openings.iter().map(|o| (*o).to_owned()).collect(),
        };
        let stanzas = Stanzas(
            [
                ("兰陵王".to_owned(), vec![row(None, &["闲寻", "凄恻"])]),
                ("江城子".to_owned(), vec![row(Some(35), &[])]),
            ]
            .into(),
        );
        let all = [song];
        let of = |tune: &str, lengths: &[usize]| stanzas.of(tune, &lines(lengths), 1, &all);
        assert_eq!(of("兰陵王", &[7, 6, 5]), [0, 1, 2]);
        assert_eq!(of("兰陵王", &[8, 6, 5]), [0, 1, 2]);
        assert_eq!(of("江城子", &[7, 3, 3, 4, 5, 7, 3, 3]), [0]);
        assert_eq!(of("如梦令", &[6, 6, 5, 6, 2, 2, 6]), [0]);
    }
}
