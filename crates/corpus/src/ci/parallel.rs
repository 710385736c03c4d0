//! Which neighbouring lines of one length poets make parallel.
//!
//! Lines of five and seven are judged by `verse::antithesis`. Its scores do not know other lengths; of these
//! the characters opposite each other are asked how often that table found them so. What chance makes is
//! measured: the line of one lyric against the next line of another. Lines that answer better than
//! nineteen in twenty of these are parallel.

use verse::{antithesis::Table, ci::Lyric};

use super::lines::ShapeLine;

/// The share of lyrics in which lines of five and seven are parallel, for the form to say so.
const MOST: f64 = 0.5;
/// The same for other lengths, where chance hides more than half of what is parallel.
const MOST_OF_OTHERS: f64 = 0.35;
/// Of chance pairs this share is taken for parallel.
const CHANCE: f64 = 0.05;
/// Fewer lyrics show no custom.
const FEWEST: usize = 5;
/// Shorter lines are too short to tell.
const SHORTEST: usize = 3;

/// A line's characters.
fn text(lyric: &Lyric, line: &ShapeLine) -> Vec<char> {
    let own = &lyric.characters[line.start..line.start + line.length];
    own.iter().map(|sound| sound.character).collect()
}

/// How well the characters of two lines of one length answer each other. Characters that return at
/// their place answer nothing.
fn answer(table: &Table, one: &[char], other: &[char]) -> f64 {
    let pairs = one.iter().zip(other);
    let found = |(a, b): (&char, &char)| {
        let count = if a == b { 0 } else { table.found(*a, *b) };
        f64::from(count + 1).ln()
    };
    pairs.map(found).sum::<f64>() / one.len() as f64
}

/// For each line, of a hundred lyrics in how many it and the next are parallel, if mostly.
pub fn parallels(table: &Table, lyrics: &[&Lyric], lines: &[ShapeLine]) -> Vec<Option<u8>> {
    let all = lyrics.len();
    let share = |at: usize| {
        let (one, other) = (lines.get(at)?, lines.get(at + 1)?);
        if one.length != other.length || one.length < SHORTEST || all < FEWEST {
            return None;
        }
        let pairs: Vec<(Vec<char>, Vec<char>)> = lyrics
            .iter()
            .map(|l| (text(l, one), text(l, other)))
            .collect();
        let (count, most) = if matches!(one.length, 5 | 7) {
            let is = |(a, b): &&(Vec<char>, Vec<char>)| {
                let [a, b] = [a, b].map(|line| line.iter().collect::<String>());
                table.score(&a, &b).is_some_and(|found| !found.is_lacking())
            };
            (pairs.iter().filter(is).count(), MOST)
        } else {
            (answering(table, &pairs), MOST_OF_OTHERS)
        };
        let share = count as f64 / all as f64;
        (share >= most).then_some((share * 100.0).round() as u8)
    };
    (0..lines.len()).map(share).collect()
}

/// How many pairs answer better than chance pairs of the same lines.
fn answering(table: &Table, pairs: &[(Vec<char>, Vec<char>)]) -> usize {
    // The partners of chance stand a third of the lyrics away: neighbours are often of one poet.
    let step = pairs.len() / 3 + 1;
    let mut chance: Vec<f64> = (0..pairs.len())
        .map(|at| answer(table, &pairs[at].0, &pairs[(at + step) % pairs.len()].1))
        .collect();
    chance.sort_by(f64::total_cmp);
    let at = ((1.0 - CHANCE) * pairs.len() as f64) as usize;
    let limit = chance[at.min(pairs.len() - 1)];
    let better = pairs.iter().filter(|(a, b)| answer(table, a, b) > limit);
    better.count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_told_from_chance() {
        let table = Table::baked().unwrap();
        let line = |text: &str| text.chars().collect::<Vec<char>>();
        let good = answer(&table, &line("明月清风"), &line("白云流水"));
        let bad = answer(&table, &line("明月清风"), &line("不知何处"));
        assert!(good > bad + 1.0, "{good} {bad}");
        assert_eq!(answer(&table, &line("东风"), &line("东风")), 0.0);
    }

    #[test]
    fn couplets_of_seven_are_parallel() {
        let table = Table::baked().unwrap();
        let text = "无可奈何花落去，似曾相识燕归来。";
        let lyrics = vec![Lyric::read(text); 6];
        let lyrics: Vec<&Lyric> = lyrics.iter().collect();
        let lines = ShapeLine::of_lengths(&[7, 7], lyrics.len());
        let found = parallels(&table, &lyrics, &lines);
        assert_eq!(found, [Some(100), None]);
    }
}
