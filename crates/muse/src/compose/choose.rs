//! Which of the lines in an answer are taken.

use super::{Checked, Rank};
use crate::{
    answer::{VerseLine, text_of},
    brief::Brief,
};

/// How often all lines are gone through: a choice at one line may make another better at the next.
const PASSES: usize = 2;

/// The best poem by its rank that an answer makes of a base: each line in it may stand, or another
/// candidate for its place, or what stood there. `found` has the lines with their numbers, from 1.
/// It begins with all first candidates, since faults between two lines need both.
pub(super) fn best(
    base: &[VerseLine],
    found: &[(usize, VerseLine)],
    brief: &Brief,
) -> Vec<VerseLine> {
    let rank = |lines: &[VerseLine]| Rank::of(&Checked::of(&text_of(lines), brief), brief);
    let mut lines = merge(base, found);
    let mut best = rank(&lines);
    for _ in 0..PASSES {
        let before = best;
        for at in 0..base.len() {
            let others = found.iter().filter(|(n, _)| *n == at + 1).map(|(_, l)| l);
            let mut standing = lines[at].text.clone();
            for other in others.chain(base.get(at)) {
                if best.is_clean() {
                    return lines;
                }
                if other.text == standing {
                    continue;
                }
                lines[at].text.clone_from(&other.text);
                let new = rank(&lines);
                if new < best {
                    best = new;
                    standing.clone_from(&other.text);
                } else {
                    lines[at].text.clone_from(&standing);
                }
            }
        }
        if best == before {
            break;
        }
    }
    lines
}

/// The base with the first line that was found for each place. Punctuation stays.
pub(super) fn merge(base: &[VerseLine], found: &[(usize, VerseLine)]) -> Vec<VerseLine> {
    let mut lines = base.to_vec();
    for (number, line) in found.iter().rev() {
        if let Some(old) = number.checked_sub(1).and_then(|at| lines.get_mut(at)) {
            old.text.clone_from(&line.text);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use verse::Form;

    fn line(text: &str) -> VerseLine {
        VerseLine {
            text: text.into(),
            ..VerseLine::default()
        }
    }

    fn choose(base: &[&str], found: &[(usize, &str)], brief: &Brief) -> Vec<String> {
        let base: Vec<VerseLine> = base.iter().map(|l| line(l)).collect();
        let found: Vec<_> = found.iter().map(|(n, l)| (*n, line(l))).collect();
        best(&base, &found, brief)
            .into_iter()
            .map(|l| l.text)
            .collect()
    }

    const BASE: [&str; 4] = ["白日依山尽", "黄河入海流", "欲穷千山目", "更上一层山"];

    #[test]
    fn a_line_that_makes_it_worse_is_left() {
        let brief = Brief::new(Form::FiveQuatrain, "");
        let chosen = choose(&BASE, &[(3, "欲穷千里目"), (4, "山山山山月")], &brief);
        assert_eq!(chosen[2..], ["欲穷千里目", "更上一层山"]);
    }

    #[test]
    fn of_candidates_the_best_is_taken() {
        let brief = Brief::new(Form::FiveQuatrain, "");
        let found = [
            (4, "更上一层台"),
            (4, "更上一层"),
            (4, "更上一层楼"),
            (3, "欲穷山山目"),
            (3, "欲穷千里目"),
        ];
        let chosen = choose(&BASE, &found, &brief);
        assert_eq!(chosen[2..], ["欲穷千里目", "更上一层楼"]);
    }

    #[test]
    fn a_locked_character_is_never_given_for_a_fault() {
        let mut brief = Brief::new(Form::FiveQuatrain, "");
        brief.acrostic = "白黄欲更".into();
        let chosen = choose(&BASE, &[(4, "再上一层楼")], &brief);
        assert_eq!(chosen[3], "更上一层山");
    }
}
