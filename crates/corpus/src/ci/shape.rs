//! Shapes: where lyrics of one tune and one length are divided, and which of these are one form.
//!
//! Editors set marks as they read. Two divisions are one form if one only divides further what the other
//! leaves whole (3 + 5 and 8), anywhere; 6 + 5 and 4 + 7 are two. A lyric that is divided like no other
//! joins the commonest form of its length that is divided otherwise in one stretch alone.

use std::collections::BTreeMap;

use verse::ci::Mark;

use super::read::Song;

/// Divisions that at least this share of a form's lyrics have are held against those that would join it.
const COMMON: f64 = 0.1;
/// A place that at least this share of a form's lyrics mark is a pause.
const PAUSE: f64 = 0.05;

/// Lyrics (by their numbers) of one tune and one division.
#[derive(Clone, Debug)]
pub struct Shape {
    /// The characters.
    pub length: usize,
    /// The lyrics.
    pub songs: Vec<usize>,
}

/// A line of a shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShapeLine {
    /// How many characters of the lyric stand before it.
    pub start: usize,
    /// Its characters.
    pub length: usize,
    /// Pauses: characters of the line before it, lyrics that mark it.
    pub pauses: Vec<(usize, usize)>,
    /// Lyrics that have a mark after it.
    pub ends: usize,
    /// Lyrics that have a full stop after it.
    pub stops: usize,
}

/// The shapes of the lyrics of one tune, those with most lyrics first.
pub fn shapes(songs: &[Song], of_tune: &[usize]) -> Vec<Shape> {
    let mut divisions: BTreeMap<(usize, Vec<usize>), Vec<usize>> = BTreeMap::new();
    for number in of_tune {
        let song = &songs[*number];
        let key = (song.lyric.length(), song.marked());
        divisions.entry(key).or_default().push(*number);
    }
    let mut divisions: Vec<_> = divisions.into_iter().collect();
    divisions.sort_by_key(|(key, songs)| (usize::MAX - songs.len(), key.clone()));
    let mut clusters: Vec<Cluster> = Vec::new();
    for ((length, marked), songs) in divisions {
        let joined = clusters.iter_mut().find(|c| c.admits(length, &marked));
        match joined {
            Some(cluster) => cluster.members.push((marked, songs)),
            None => clusters.push(Cluster {
                length,
                members: vec![(marked, songs)],
            }),
        }
    }
    let mut clusters = join_single(clusters);
    clusters.retain(|cluster| !cluster.members.is_empty());
    let mut shapes: Vec<Shape> = clusters.into_iter().map(Cluster::shape).collect();
    shapes.sort_by_key(|shape| (usize::MAX - shape.songs.len(), shape.length));
    shapes
}

/// Lets clusters of one lyric join others.
fn join_single(mut clusters: Vec<Cluster>) -> Vec<Cluster> {
    for number in (0..clusters.len()).rev() {
        let own = &clusters[number];
        let [(marked, songs)] = &own.members[..] else {
            continue;
        };
        if songs.len() == 1 {
            let (marked, songs) = (marked.clone(), songs.clone());
            let length = own.length;
            let joined = clusters[..number].iter_mut().find(|other| {
                let first = other.members.first().map(|(first, _)| first);
                let near = first.is_some_and(|first| stretches(length, first, &marked) <= 1);
                other.length == length && near
            });
            if let Some(joined) = joined {
                joined.members.push((marked, songs));
                clusters[number].members.clear();
            }
        }
    }
    clusters
}

struct Cluster {
    length: usize,
    members: Vec<(Vec<usize>, Vec<usize>)>,
}

impl Cluster {
    fn admits(&self, length: usize, marked: &[usize]) -> bool {
        let all: usize = self.members.iter().map(|(_, songs)| songs.len()).sum();
        let is_common = |songs: &[usize]| songs.len() as f64 >= COMMON * all as f64;
        let mut common = self.members.iter().filter(|(_, songs)| is_common(songs));
        length == self.length && common.all(|(other, _)| are_one(length, other, marked))
    }

    fn shape(self) -> Shape {
        let mut songs: Vec<usize> = self.members.into_iter().flat_map(|(_, s)| s).collect();
        songs.sort_unstable();
        Shape {
            length: self.length,
            songs,
        }
    }
}

/// Whether two divisions of a length are one form: between places that both mark at most one marks more.
pub fn are_one(length: usize, one: &[usize], other: &[usize]) -> bool {
    stretches(length, one, other) == 0
}

/// Between how many pairs of neighbouring places that both mark two divisions differ, each marking what
/// the other does not.
fn stretches(length: usize, one: &[usize], other: &[usize]) -> usize {
    let (mut only_one, mut only_other) = (false, false);
    let mut count = 0;
    for at in 1..=length {
        let marks = |marked: &[usize]| at == length || marked.binary_search(&at).is_ok();
        match (marks(one), marks(other)) {
            (true, true) => {
                count += usize::from(only_one && only_other);
                (only_one, only_other) = (false, false);
            }
            (true, false) => only_one = true,
            (false, true) => only_other = true,
            (false, false) => {}
        }
    }
    count
}

impl ShapeLine {
    /// The parts between the pauses that most of so many lyrics have: where each begins in the lyric and
    /// its length.
    pub fn parts(&self, lyrics: usize) -> Vec<(usize, usize)> {
        let pauses = self
            .pauses
            .iter()
            .filter(|(_, marked)| marked * 2 >= lyrics);
        let stops = pauses.map(|(after, _)| *after).chain([self.length]);
        let mut start = 0;
        let part = |stop: usize| {
            let part = (self.start + start, stop - start);
            start = stop;
            part
        };
        stops.map(part).collect()
    }
}

impl Shape {
    /// The lines: a line ends where most lyrics have a mark, most of these a comma or a stop.
    pub fn lines(&self, songs: &[Song]) -> Vec<ShapeLine> {
        let count = |at: usize, least: Mark| {
            let marks = self.songs.iter().map(|n| songs[*n].lyric.marks[at]);
            marks.filter(|mark| *mark >= Some(least)).count()
        };
        let all = self.songs.len();
        let mut lines = Vec::new();
        let mut line = ShapeLine {
            start: 0,
            length: 0,
            pauses: Vec::new(),
            ends: 0,
            stops: 0,
        };
        for at in 0..self.length {
            line.length += 1;
            let marked = count(at, Mark::Pause);
            let commas = count(at, Mark::Comma);
            let is_end = marked * 2 >= all && commas * 2 > marked;
            if is_end || at + 1 == self.length {
                line.ends = if at + 1 == self.length { all } else { marked };
                line.stops = count(at, Mark::Stop);
                let next = ShapeLine {
                    start: at + 1,
                    length: 0,
                    pauses: Vec::new(),
                    ends: 0,
                    stops: 0,
                };
                lines.push(std::mem::replace(&mut line, next));
            } else if marked > 0 && marked as f64 >= PAUSE * all as f64 {
                line.pauses.push((line.length, marked));
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use verse::ci::Lyric;

    use super::*;

    fn songs(texts: &[&str]) -> Vec<Song> {
        let song = |text: &&str| Song {
            author: String::new(),
            title: String::new(),
            tune: String::new(),
            text: (*text).to_owned(),
            lyric: Lyric::read(text),
        };
        texts.iter().map(song).collect()
    }

    #[test]
    fn a_mark_more_or_less_makes_no_form() {
        let songs = songs(&[
            "我见青山多妩媚，料青山、见我应如是。",
            "我见青山多妩媚，料青山见我应如是。",
            "我见青山多妩媚，料青山，见我应如是。",
            "我见青山多妩媚料青，山见我应如是。",
        ]);
        let shapes = shapes(&songs, &[0, 1, 2, 3]);
        let counts: Vec<usize> = shapes.iter().map(|s| s.songs.len()).collect();
        // The last one stands alone, and differs in one stretch.
        assert_eq!(counts, [4]);
        let lines = shapes[0].lines(&songs);
        assert_eq!(lines.len(), 2);
        assert_eq!((lines[1].start, lines[1].length), (7, 8));
        assert_eq!(lines[1].pauses, [(2, 1), (3, 2)]);
        assert_eq!(lines[1].parts(4), [(7, 3), (10, 5)]);
        assert_eq!((lines[0].ends, lines[0].stops, lines[1].stops), (3, 0, 4));
    }

    #[test]
    fn six_and_five_are_not_four_and_seven() {
        assert!(!are_one(11, &[6], &[4]));
        assert_eq!(stretches(22, &[6, 11, 17], &[4, 11, 15]), 2);
        assert!(are_one(11, &[6], &[]));
        assert!(are_one(11, &[4, 6], &[6]));
        assert!(!are_one(16, &[4, 11], &[6, 11]));
        assert!(
            are_one(16, &[4, 11], &[11, 14]),
            "each divides another part"
        );
    }
}
