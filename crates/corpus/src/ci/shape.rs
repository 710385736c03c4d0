//! Shapes: where lyrics of one tune and one length are divided, and which of these are one form.
//!
//! Editors set marks as they read. Two divisions are one form if one only divides further what the other
//! leaves whole (3 + 5 and 8), anywhere; 6 + 5 and 4 + 7 are two. A lyric that is divided like no other
//! joins the commonest form of its length that is divided otherwise in one stretch alone.

use std::collections::BTreeMap;

use super::{lines::Shape, read::Song};

/// Divisions that at least this share of a form's lyrics have are held against those that would join it.
const COMMON: f64 = 0.1;
/// The most places in a row that one division of a form marks and another does not.
const MOST_OTHERWISE: usize = 2;
/// In how many stretches two lyrics may differ that are each divided like no other.
const MOST_STRETCHES: usize = 3;

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
        let (earlier, rest) = clusters.split_at_mut(number);
        let Some(own) = rest.first_mut().filter(|own| own.size() == 1) else {
            continue;
        };
        let joined = earlier.iter_mut().find(|other| {
            let most = if other.size() == 1 { MOST_STRETCHES } else { 1 };
            let pair = other.members.first().zip(own.members.first());
            let apart = |((a, _), (b, _)): (&Division, &Division)| stretches(own.length, a, b);
            other.length == own.length && pair.is_some_and(|pair| apart(pair) <= most)
        });
        if let Some(joined) = joined {
            joined.members.append(&mut own.members);
        }
    }
    clusters
}

/// Places after which there are marks, and the lyrics that have them.
type Division = (Vec<usize>, Vec<usize>);

struct Cluster {
    length: usize,
    members: Vec<Division>,
}

impl Cluster {
    fn size(&self) -> usize {
        self.members.iter().map(|(_, songs)| songs.len()).sum()
    }

    fn admits(&self, length: usize, marked: &[usize]) -> bool {
        let all = self.size();
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
/// the other does not. Where one marks more than [`MOST_OTHERWISE`] such places in a row they are not one
/// division read otherwise, but stand askew: as bad as many.
fn stretches(length: usize, one: &[usize], other: &[usize]) -> usize {
    let (mut only_one, mut only_other) = (0, 0);
    let mut count = 0;
    for at in 1..=length {
        let marks = |marked: &[usize]| at == length || marked.binary_search(&at).is_ok();
        match (marks(one), marks(other)) {
            (true, true) => {
                if only_one.min(only_other) > 0 {
                    let is_askew = only_one.max(only_other) > MOST_OTHERWISE;
                    count += if is_askew { length } else { 1 };
                }
                (only_one, only_other) = (0, 0);
            }
            (true, false) => only_one += 1,
            (false, true) => only_other += 1,
            (false, false) => {}
        }
    }
    count
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
        assert_eq!(lines.len(), 2);
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
