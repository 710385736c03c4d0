//! Which lines of a form rhyme with which, by agreement in 词林正韵.
//!
//! Two line ends agree in a lyric if they can be read in one part. Lines that rhyme agree in most
//! lyrics, others by chance in one of eight or so; the odds of the two, and a full stop after both, which
//! editors set where they heard a rhyme, make an edge. Lines joined by edges are one group; the class
//! of a line in it is that of its last place, so that 西江月's level and oblique rhymes of one part are one
//! group, and 菩萨蛮's four are four.

use verse::{
    ToneClass,
    ci::{Lyric, RhymeClass, RhymePlace},
};

use super::lines::ShapeLine;

/// The share of lyrics in which lines that rhyme agree; poets rhyme across parts.
const RHYMING: f64 = 0.85;
/// The share in which others agree.
const CHANCE: f64 = 0.13;
/// What full stops after both lines add to the logarithm of the odds, and what is taken off otherwise.
const STOPS: f64 = 3.0;
/// The parts with level, rising and departing tones; the others are entering.
const TONED: u8 = 14;
const PARTS: u8 = 19;
/// A group is entering if so many of the lyrics are, without entering if so few are.
const ENTERING: [f64; 2] = [0.75, 0.08];

/// The parts in which a lyric's line end may rhyme, as bits.
fn parts(lyric: &Lyric, line: &ShapeLine, class: Option<ToneClass>) -> u32 {
    let Some(sound) = lyric.characters.get(line.start + line.length - 1) else {
        return 0;
    };
    let of = |class| sound.parts(class).fold(0, |bits, part| bits | 1 << part);
    match class {
        Some(class) => of(class),
        None => of(ToneClass::Level) | of(ToneClass::Oblique),
    }
}

/// The rhyme of each line. `classes` are those that the last places of the lines mostly have.
pub fn rhymes(
    lyrics: &[&Lyric],
    lines: &[ShapeLine],
    classes: &[ToneClass],
) -> Vec<Option<RhymePlace>> {
    let ends: Vec<Vec<u32>> = lines
        .iter()
        .zip(classes)
        .map(|(line, class)| {
            lyrics
                .iter()
                .map(|l| parts(l, line, Some(*class)))
                .collect()
        })
        .collect();
    let all = lyrics.len();
    let is_stop = |line: usize| lines[line].stops * 2 >= all;
    let agree = |a: usize, b: usize| {
        let pairs = ends[a].iter().zip(&ends[b]);
        pairs.filter(|(a, b)| *a & *b != 0).count()
    };
    let mut group: Vec<usize> = (0..lines.len()).collect();
    let mut has_edge = vec![false; lines.len()];
    for a in 0..lines.len() {
        for b in a + 1..lines.len() {
            let k = agree(a, b) as f64;
            let odds = k * (RHYMING / CHANCE).ln()
                + (all as f64 - k) * ((1.0 - RHYMING) / (1.0 - CHANCE)).ln()
                + if is_stop(a) && is_stop(b) {
                    STOPS
                } else {
                    -STOPS - 1.0
                };
            if odds > 0.0 && k * 2.0 >= all as f64 {
                let (from, to) = (group[a].max(group[b]), group[a].min(group[b]));
                for own in &mut group {
                    if *own == from {
                        *own = to;
                    }
                }
                (has_edge[a], has_edge[b]) = (true, true);
            }
        }
    }
    let mut numbers: Vec<usize> = Vec::new();
    let mut places = vec![None; lines.len()];
    for line in 0..lines.len() {
        if !has_edge[line] {
            continue;
        }
        let number = numbers
            .iter()
            .position(|g| *g == group[line])
            .unwrap_or_else(|| {
                numbers.push(group[line]);
                numbers.len() - 1
            });
        let own: Vec<usize> = (0..lines.len())
            .filter(|l| has_edge[*l] && group[*l] == group[line])
            .collect();
        let best: Vec<u8> = (0..all).map(|lyric| best(&ends, &own, lyric)).collect();
        let rhyming = best
            .iter()
            .zip(&ends[line])
            .filter(|(part, end)| *end >> **part & 1 == 1);
        let entering = best.iter().filter(|part| **part >= TONED).count() as f64;
        places[line] = Some(RhymePlace {
            group: number as u8,
            class: match classes[line] {
                ToneClass::Level => RhymeClass::Level,
                ToneClass::Oblique if entering >= ENTERING[0] * all as f64 => RhymeClass::Entering,
                ToneClass::Oblique if entering <= ENTERING[1] * all as f64 => {
                    RhymeClass::RisingDeparting
                }
                ToneClass::Oblique => RhymeClass::Oblique,
            },
            lyrics: rhyming.count() as u16,
        });
    }
    places
}

/// The part that suits most lines of a group in a lyric.
fn best(ends: &[Vec<u32>], lines: &[usize], lyric: usize) -> u8 {
    let count = |part: u8| {
        let own = lines
            .iter()
            .filter(|line| ends[**line][lyric] >> part & 1 == 1);
        own.count()
    };
    // Of two equal ones the first.
    (0..PARTS)
        .rev()
        .max_by_key(|part| count(*part))
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(texts: &[&str], classes: &str) -> Vec<Option<(u8, RhymeClass)>> {
        let lyrics: Vec<Lyric> = texts.iter().map(|text| Lyric::read(text)).collect();
        let lyrics: Vec<&Lyric> = lyrics.iter().collect();
        let classes: Vec<ToneClass> = classes
            .chars()
            .map(|c| {
                if c == '平' {
                    ToneClass::Level
                } else {
                    ToneClass::Oblique
                }
            })
            .collect();
        let length = lyrics[0].length() / classes.len();
        let lines = ShapeLine::of_lengths(&vec![length; classes.len()], lyrics.len());
        let found = rhymes(&lyrics, &lines, &classes);
        found
            .into_iter()
            .map(|r| r.map(|r| (r.group, r.class)))
            .collect()
    }

    #[test]
    fn rhymes_that_change_are_groups_of_their_own() {
        let found = groups(
            &[
                "烟织。伤碧。高楼。人愁。",
                "伫立。飞急。归程。短亭。",
                "月色。寒食。天寒。春残。",
            ],
            "仄仄平平",
        );
        let entering = Some((0, RhymeClass::Entering));
        let level = Some((1, RhymeClass::Level));
        assert_eq!(found, [entering, entering, level, level]);
    }

    #[test]
    fn level_and_oblique_of_one_part_are_one_group() {
        let found = groups(
            &[
                "天寒。人看。春晚。",
                "高楼。人愁。春柳。",
                "归程。山青。春影。",
            ],
            "平平仄",
        );
        let level = Some((0, RhymeClass::Level));
        assert_eq!(
            found,
            [level, level, Some((0, RhymeClass::RisingDeparting))]
        );
    }

    #[test]
    fn lines_that_agree_by_chance_do_not_rhyme() {
        let found = groups(
            &[
                "天寒。人看。春夜。",
                "高楼。人愁。春雨。",
                "归程。山青。春水。",
            ],
            "平平仄",
        );
        assert_eq!(found[2], None);
    }
}
