//! Forms of one shape that differ in the class of their rhymes (满江红 oblique, and 姜夔's level one), or in
//! most of their pattern (瑞鹧鸪 beginning level and oblique).
//!
//! Two kinds of lyrics are estimated (`mixture.rs`). They are two forms if the ends of most lines where
//! editors set a full stop, the last one among them, differ in class from one to the other; and then, if
//! many places at once do.

use super::{lines::ShapeLine, mixture::Mixture, read::Song};

/// Fewer lyrics make no form.
const FEWEST: usize = 2;
/// A line end differs in class if the shares of level characters differ by this.
const APART: f64 = 0.5;
/// The same for the places of a pattern,
const PATTERN_APART: f64 = 0.65;
/// of which so many must differ,
const PLACES: usize = 6;
/// and the fewest lyrics that make a pattern of their own, and the least share of them: fewer are slips.
const FEWEST_OF_PATTERN: usize = 5;
const LEAST_OF_PATTERN: f64 = 0.05;

/// The lyrics of a shape, in one part or more, the greatest first.
pub fn split(songs: &[Song], of_shape: &[usize], lines: &[ShapeLine]) -> Vec<Vec<usize>> {
    let by_rhyme = by_rhyme(songs, of_shape, lines);
    let mut parts: Vec<Vec<usize>> = by_rhyme
        .into_iter()
        .flat_map(|part| by_pattern(songs, part, lines))
        .collect();
    parts.sort_by_key(|part| usize::MAX - part.len());
    parts
}

/// How likely characters at some places are to be level, lyric by lyric.
fn level(songs: &[Song], of_shape: &[usize], places: &[usize]) -> Vec<Vec<f64>> {
    let of_song = |number: &usize| {
        let characters = &songs[*number].lyric.characters;
        places
            .iter()
            .map(|at| f64::from(characters[*at].level))
            .collect()
    };
    of_shape.iter().map(of_song).collect()
}

fn by_rhyme(songs: &[Song], of_shape: &[usize], lines: &[ShapeLine]) -> Vec<Vec<usize>> {
    let Some(last) = lines.len().checked_sub(1) else {
        return vec![of_shape.to_vec()];
    };
    let ends: Vec<usize> = lines
        .iter()
        .map(|line| line.start + line.length - 1)
        .collect();
    let mixture = Mixture::of(&level(songs, of_shape, &ends), last);
    let differs = |line: usize| mixture.apart(line) >= APART;
    let is_stop = |line: &usize| lines[*line].stops * 2 >= of_shape.len();
    let stops: Vec<usize> = (0..lines.len()).filter(is_stop).collect();
    let differing = stops.iter().filter(|line| differs(**line)).count();
    let are_two = differs(last) && differing >= 2 && differing * 2 >= stops.len();
    let parts = mixture.parts(of_shape);
    if are_two && parts[1].len() >= FEWEST {
        parts.to_vec()
    } else {
        vec![of_shape.to_vec()]
    }
}

fn by_pattern(songs: &[Song], part: Vec<usize>, lines: &[ShapeLine]) -> Vec<Vec<usize>> {
    if part.len() < 2 * FEWEST_OF_PATTERN {
        return vec![part];
    }
    let length: usize = lines.iter().map(|line| line.length).sum();
    let places: Vec<usize> = (0..length).collect();
    let level = level(songs, &part, &places);
    // The kinds are looked for from the second character of each line: it tells how a line goes.
    let begin = lines
        .iter()
        .filter(|line| line.length >= 5)
        .map(|line| line.start + 1);
    let mut best: Option<(usize, Vec<Vec<usize>>)> = None;
    for at in begin {
        let mixture = Mixture::of(&level, at);
        let differing = places
            .iter()
            .filter(|p| mixture.apart(**p) >= PATTERN_APART)
            .count();
        let parts = mixture.parts(&part);
        let is_better = best.as_ref().is_none_or(|(most, _)| differing > *most);
        let least = FEWEST_OF_PATTERN.max((LEAST_OF_PATTERN * part.len() as f64) as usize);
        if differing >= PLACES && parts[1].len() >= least && is_better {
            best = Some((differing, parts.to_vec()));
        }
    }
    best.map_or_else(|| vec![part], |(_, parts)| parts)
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
    fn verse_that_begins_otherwise_is_a_form_of_its_own() {
        let one = "山光忽西落，池月渐东上。散发乘夕凉。";
        let other = "落日照西山，上月临东池。夕凉自乘风。";
        let mut texts = vec![one; 6];
        texts.extend([other; 5]);
        assert_eq!(parts(&texts), [6, 5]);
        texts.truncate(9);
        assert_eq!(parts(&texts), [9], "too few");
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
