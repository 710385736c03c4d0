//! The lines of a shape, by where most of its lyrics have marks.

use verse::ci::Mark;

use super::read::Song;

/// A place that at least this share of a form's lyrics mark is a pause; one lyric of [`FEW`] or more is not
/// heard.
const PAUSE: f64 = 0.05;
const FEW: usize = 5;

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

#[cfg(test)]
impl ShapeLine {
    /// Lines of these lengths one after the other, without pauses; all of so many lyrics stop after each.
    pub fn of_lengths(lengths: &[usize], lyrics: usize) -> Vec<Self> {
        let mut start = 0;
        let line = |length: &usize| {
            let line = Self {
                start,
                length: *length,
                pauses: Vec::new(),
                ends: lyrics,
                stops: lyrics,
            };
            start += length;
            line
        };
        lengths.iter().map(line).collect()
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
            let is_end = marked * 2 > all && commas * 2 > marked;
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
            } else if marked > usize::from(all >= FEW) && marked as f64 >= PAUSE * all as f64 {
                line.pauses.push((line.length, marked));
            }
        }
        lines
    }
}
