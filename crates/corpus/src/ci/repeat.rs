//! Words that most lyrics of a form say again: 如梦令's doubled two characters, 忆秦娥's three.

use verse::ci::{Lyric, Repeat};

use super::lines::ShapeLine;

/// A line repeats an earlier one if it does in this share of the lyrics.
const MOST: f64 = 0.5;
/// How many lines back it is looked for.
const BACK: usize = 3;
/// Shorter lines repeat a character by chance.
const SHORTEST: usize = 2;
/// Fewer lyrics show no custom.
const FEWEST: usize = 3;

/// What each line repeats. The end of a line is looked for first, then its other parts.
pub fn repeats(lyrics: &[&Lyric], lines: &[ShapeLine]) -> Vec<Option<Repeat>> {
    let number = |at: usize| {
        let own = &lines[at];
        if own.length < SHORTEST || lyrics.len() < FEWEST {
            return None;
        }
        let earlier = (at.saturating_sub(BACK)..at).rev();
        let places = earlier.flat_map(|line| {
            let last = (lines[line].length + 1).checked_sub(own.length);
            (0..last.unwrap_or(0))
                .rev()
                .map(move |from| Repeat { line, from })
        });
        let is_said = |place: &Repeat| {
            let first = lines[place.line].start + place.from;
            let says = |lyric: &&&Lyric| {
                let characters = |start: usize| {
                    let all = &lyric.characters[start..start + own.length];
                    all.iter().map(|sound| sound.character)
                };
                characters(first).eq(characters(own.start))
            };
            lyrics.iter().filter(says).count() as f64 >= MOST * lyrics.len() as f64
        };
        places.into_iter().find(is_said)
    };
    (0..lines.len()).map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(texts: &[&str], lengths: &[usize]) -> Vec<Option<Repeat>> {
        let lyrics: Vec<Lyric> = texts.iter().map(|text| Lyric::read(text)).collect();
        let lines = ShapeLine::of_lengths(lengths, 1);
        repeats(&lyrics.iter().collect::<Vec<_>>(), &lines)
    }

    #[test]
    fn doubled_lines_and_ends_of_lines() {
        let doubled = found(
            &["知否，知否，应是", "如梦，如梦，残月", "争渡，争渡，惊起"],
            &[2, 2, 2],
        );
        assert_eq!(doubled, [None, Some(Repeat { line: 0, from: 0 }), None]);
        let ends = found(
            &[
                "秦娥梦断秦楼月。秦楼月。",
                "乐游原上清秋节。清秋节。",
                "西风残照长亭路。长亭路。",
            ],
            &[7, 3],
        );
        assert_eq!(ends[1], Some(Repeat { line: 0, from: 4 }));
    }

    #[test]
    fn what_few_say_is_no_custom() {
        let texts = ["知否，知否，应是", "如梦，残月，归去", "争渡，云散，惊起"];
        assert_eq!(found(&texts, &[2, 2, 2])[1], None);
    }
}
