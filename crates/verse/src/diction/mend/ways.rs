//! Where a line can be mended: the places whose other class leaves the fewest faults.

use crate::{
    check,
    gap::{lines_of, text_of},
    options::{Options, Pin},
    report::Report,
    text::BLANK,
    tone::ToneClass,
};

use super::faults;

/// Places of a line (from 0) with the classes that mend there.
pub(super) struct Way {
    pub places: Vec<(usize, ToneClass)>,
    /// The errors and warnings of the poem with blanks of these classes there.
    left: usize,
}

/// Ways that are filled with characters: at least so many where there are, and at most.
const FEWEST: usize = 5;
const MOST: usize = 16;

const BOTH: [ToneClass; 2] = [ToneClass::Level, ToneClass::Oblique];

/// The ways to mend a line (from 1) of a poem with this report: at one place each, and at two where one
/// does not do; those that leave the fewest faults first.
pub(super) fn ways(report: &Report, options: &Options, line: usize) -> Vec<Way> {
    let options = options.held_to(report);
    let lines = lines_of(report);
    let Some(own) = line.checked_sub(1).and_then(|at| lines.get(at)) else {
        return Vec::new();
    };
    let left = |places: &[(usize, ToneClass)]| {
        let is_open = |at: usize| places.iter().any(|(place, _)| *place == at);
        let text = text_of(lines.iter().zip(1..).map(|(chars, number)| {
            chars.iter().enumerate().map(move |(at, c)| {
                if number == line && is_open(at) {
                    BLANK
                } else {
                    *c
                }
            })
        }));
        let mut options = options.clone();
        options
            .pins
            .retain(|pin| pin.line != line || !is_open(pin.position.wrapping_sub(1)));
        options.pins.extend(places.iter().map(|(at, class)| Pin {
            line,
            position: at + 1,
            reading: Pin::of(*class).to_owned(),
        }));
        faults(&check(&text, &options))
    };
    let one = |at: usize| BOTH.map(|class| vec![(at, class)]);
    let mut ways: Vec<Way> = (0..own.len())
        .flat_map(one)
        .map(|places| Way {
            left: left(&places),
            places,
        })
        .collect();
    let before = faults(report);
    let best = ways.iter().map(|way| way.left).min().unwrap_or(before);
    if best > 0 {
        for (first, second) in pairs(own.len()) {
            for (a, b) in BOTH.iter().flat_map(|a| BOTH.map(|b| (*a, b))) {
                let places = vec![(first, a), (second, b)];
                let left = left(&places);
                if left < best {
                    ways.push(Way { places, left });
                }
            }
        }
    }
    ways.retain(|way| way.left < before);
    ways.sort_by_key(|way| (way.left, way.places.len()));
    let fewest = ways.first().map_or(0, |way| way.left);
    // Of the others a few, where those that leave the fewest are few.
    let good = ways.iter().filter(|way| way.left == fewest).count();
    ways.truncate(good.clamp(FEWEST, MOST));
    ways
}

/// All pairs of places of a line so long.
fn pairs(width: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..width).flat_map(move |one| (one + 1..width).map(move |other| (one, other)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, line: usize) -> Vec<(Vec<usize>, usize)> {
        let options = Options::default();
        let ways = ways(&check(text, &options), &options, line);
        let places = |way: Way| (way.places.iter().map(|(at, _)| *at).collect(), way.left);
        ways.into_iter().map(places).collect()
    }

    #[test]
    fn one_place_where_one_does_and_two_where_it_does_not() {
        let text = "白日依山尽，黄河入海流。欲上千里目，更上一层楼。";
        assert_eq!(found(text, 3)[0], (vec![1], 0));
        let text = "白日依山尽，黄夜入海山。欲穷千里目，更上一层楼。";
        let two = found(text, 2);
        assert!(two[0].0.len() == 2 && two[0].1 == 0, "{two:?}");
        assert!(found(text, 0).is_empty() && found(text, 9).is_empty());
    }
}
