//! Forms of one shape that differ in the class of their rhymes: 满江红 oblique, and 姜夔's level one.
//!
//! A mixture of two kinds of lyrics, told by the classes of the line ends, estimated by
//! expectation-maximisation from the class of the last character. They are two forms if the ends of most
//! lines where editors set a full stop, the last one among them, differ in class from one to the other.

use super::{lines::ShapeLine, read::Song};

/// Fewer lyrics make no form.
const FEWEST: usize = 2;
/// Rounds of estimation.
const ROUNDS: usize = 15;
/// A line end differs in class if the shares of level characters differ by this.
const APART: f64 = 0.5;

/// The lyrics of a shape, in one or two parts, the greater first.
pub fn split(songs: &[Song], of_shape: &[usize], lines: &[ShapeLine]) -> Vec<Vec<usize>> {
    let whole = vec![of_shape.to_vec()];
    let Some(last) = lines.len().checked_sub(1) else {
        return whole;
    };
    let ends: Vec<Vec<f64>> = of_shape
        .iter()
        .map(|number| {
            let level = |line: &ShapeLine| {
                let at = line.start + line.length - 1;
                f64::from(songs[*number].lyric.characters[at].level).clamp(0.02, 0.98)
            };
            lines.iter().map(level).collect()
        })
        .collect();
    let mut first: Vec<f64> = ends.iter().map(|own| own[last]).collect();
    let mut shares = [vec![0.5; lines.len()], vec![0.5; lines.len()]];
    for _ in 0..ROUNDS {
        shares = [0, 1].map(|kind| share_of(&ends, &first, kind));
        let size = |kind: usize| -> f64 {
            let all = first.iter().map(|p| if kind == 0 { *p } else { 1.0 - p });
            (all.sum::<f64>() + 0.5).ln()
        };
        let sizes = [size(0), size(1)];
        for (own, first) in ends.iter().zip(&mut first) {
            let likely = |kind: usize| {
                let places = own.iter().zip(&shares[kind]);
                let sum: f64 = places
                    .map(|(p, s)| (p * s + (1.0 - p) * (1.0 - s)).ln())
                    .sum();
                sum + sizes[kind]
            };
            *first = 1.0 / (1.0 + (likely(1) - likely(0)).exp());
        }
    }
    let differs = |line: usize| (shares[0][line] - shares[1][line]).abs() >= APART;
    let is_stop = |line: &usize| lines[*line].stops * 2 >= of_shape.len();
    let stops: Vec<usize> = (0..lines.len()).filter(is_stop).collect();
    let differing = stops.iter().filter(|line| differs(**line)).count();
    let of = |is_first: bool| -> Vec<usize> {
        let own = of_shape
            .iter()
            .zip(&first)
            .filter(|(_, p)| (**p >= 0.5) == is_first);
        own.map(|(number, _)| *number).collect()
    };
    let mut parts = vec![of(true), of(false)];
    parts.sort_by_key(|part| usize::MAX - part.len());
    let are_two = differs(last) && differing >= 2 && differing * 2 >= stops.len();
    if are_two && parts[1].len() >= FEWEST {
        parts
    } else {
        whole
    }
}

/// The shares of level characters at the line ends of one kind.
fn share_of(ends: &[Vec<f64>], first: &[f64], kind: usize) -> Vec<f64> {
    let lines = ends.first().map_or(0, Vec::len);
    (0..lines)
        .map(|line| {
            let (mut sum, mut all) = (0.5, 1.0);
            for (own, first) in ends.iter().zip(first) {
                let weight = if kind == 0 { *first } else { 1.0 - first };
                sum += weight * own[line];
                all += weight;
            }
            sum / all
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use verse::ci::Lyric;

    use super::*;
    use crate::ci::shape;

    fn parts(texts: &[&str]) -> Vec<usize> {
        let songs: Vec<Song> = texts
            .iter()
            .map(|text| Song {
                author: String::new(),
                title: String::new(),
                tune: String::new(),
                text: (*text).to_owned(),
                lyric: Lyric::read(text),
            })
            .collect();
        let all: Vec<usize> = (0..songs.len()).collect();
        let shape = &shape::shapes(&songs, &all)[0];
        let parts = split(&songs, &shape.songs, &shape.lines(&songs));
        parts.iter().map(Vec::len).collect()
    }

    #[test]
    fn level_and_oblique_rhymes_are_two_forms() {
        let oblique = "怒发冲冠雨歇。抬望长啸激烈。功名尘土云月。";
        let level = "仙姥来时风连。一望千顷清天。旌旗共乱云前。";
        assert_eq!(parts(&[oblique, oblique, oblique, level, level]), [3, 2]);
        assert_eq!(parts(&[oblique, oblique, oblique, level]), [4]);
        // One line end of another class is a slip.
        let slip = "怒发冲冠雨歇。抬望长啸激烈。功名尘土云天。";
        assert_eq!(parts(&[oblique, oblique, oblique, slip, slip]), [5]);
    }
}
