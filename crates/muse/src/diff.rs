//! What differs between two poems, character by character, as plain data for a page.

use serde::{Deserialize, Serialize};

/// A line of two poems side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineDiff {
    /// The line in the poem before, from 1; `None` where it is new.
    pub before: Option<usize>,
    /// The line in the poem after, from 1; `None` where it has gone.
    pub after: Option<usize>,
    /// Its pieces, in the order to read them. What has gone stands before what came in its place.
    pub pieces: Vec<Piece>,
}

impl LineDiff {
    /// Whether nothing in it has changed.
    pub fn is_kept(&self) -> bool {
        self.pieces.iter().all(|p| p.change == Change::Kept)
    }
}

/// Characters of a line that share a fate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// What has become of them.
    pub change: Change,
    /// They.
    pub text: String,
}

/// What has become of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// It stands in both.
    Kept,
    /// It has gone.
    Removed,
    /// It has come.
    Added,
}

/// The difference between two poems, each a line of verse a line. Lines are aligned so that as many
/// characters as can be stay; a character is kept only in its line. Empty lines do not count, and
/// punctuation is compared like any character.
pub fn diff(before: &str, after: &str) -> Vec<LineDiff> {
    let read = |text: &str| -> Vec<Vec<char>> {
        text.lines()
            .map(|l| l.trim().chars().collect::<Vec<_>>())
            .filter(|l| !l.is_empty())
            .collect()
    };
    let (before, after) = (read(before), read(after));
    let same_count = before.len() == after.len();
    let worth = |a: usize, b: usize| {
        let kept = table(before[a].len(), after[b].len(), |i, j| {
            usize::from(before[a][i] == after[b][j])
        });
        // Lines that share nothing still stand side by side: one took the place of the other.
        1 + 2 * kept[0]
    };
    let mut lines = Vec::new();
    let mut put = |a: Option<usize>, b: Option<usize>| {
        let of = |poem: &[Vec<char>], at: Option<usize>| {
            at.and_then(|at| poem.get(at)).cloned().unwrap_or_default()
        };
        lines.push(LineDiff {
            before: a.map(|n| n + 1),
            after: b.map(|n| n + 1),
            pieces: pieces(&of(&before, a), &of(&after, b)),
        });
    };
    if same_count {
        for at in 0..before.len() {
            put(Some(at), Some(at));
        }
    } else {
        walk(before.len(), after.len(), worth, &mut put);
    }
    lines
}

/// The pieces of one line.
fn pieces(before: &[char], after: &[char]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    // What has come since the last kept character: it stands after what has gone.
    let mut added = String::new();
    let same = |i: usize, j: usize| usize::from(before[i] == after[j]);
    walk(before.len(), after.len(), same, &mut |a, b| match (a, b) {
        (Some(a), Some(_)) => {
            push(&mut pieces, Change::Added, &std::mem::take(&mut added));
            push(
                &mut pieces,
                Change::Kept,
                before[a].encode_utf8(&mut [0; 4]),
            );
        }
        (Some(a), None) => push(
            &mut pieces,
            Change::Removed,
            before[a].encode_utf8(&mut [0; 4]),
        ),
        (None, Some(b)) => added.push(after[b]),
        (None, None) => {}
    });
    push(&mut pieces, Change::Added, &added);
    pieces
}

/// Adds text to the last piece, or begins a new one.
fn push(pieces: &mut Vec<Piece>, change: Change, text: &str) {
    if text.is_empty() {
        return;
    }
    match pieces.last_mut() {
        Some(last) if last.change == change => last.text += text,
        _ => pieces.push(Piece {
            change,
            text: text.to_owned(),
        }),
    }
}

/// For every pair of rests of two sequences the most that aligning them is worth, row by row.
fn table(rows: usize, columns: usize, worth: impl Fn(usize, usize) -> usize) -> Vec<usize> {
    let width = columns + 1;
    let mut best = vec![0; (rows + 1) * width];
    for i in (0..rows).rev() {
        for j in (0..columns).rev() {
            let own = worth(i, j);
            let mut most = best[(i + 1) * width + j].max(best[i * width + j + 1]);
            if own > 0 {
                most = most.max(own + best[(i + 1) * width + j + 1]);
            }
            best[i * width + j] = most;
        }
    }
    best
}

/// Goes through the best alignment of two sequences: pairs, and items of one alone.
fn walk(
    rows: usize,
    columns: usize,
    worth: impl Fn(usize, usize) -> usize,
    put: &mut dyn FnMut(Option<usize>, Option<usize>),
) {
    let width = columns + 1;
    let best = table(rows, columns, &worth);
    let (mut i, mut j) = (0, 0);
    while i < rows || j < columns {
        let both = i < rows && j < columns;
        let own = if both { worth(i, j) } else { 0 };
        if own > 0 && best[i * width + j] == own + best[(i + 1) * width + j + 1] {
            put(Some(i), Some(j));
            (i, j) = (i + 1, j + 1);
        } else if i < rows && (j == columns || best[i * width + j] == best[(i + 1) * width + j]) {
            put(Some(i), None);
            i += 1;
        } else {
            put(None, Some(j));
            j += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `=` kept, `-` gone, `+` come.
    fn shown(before: &str, after: &str) -> String {
        let lines: Vec<String> = diff(before, after)
            .iter()
            .map(|line| {
                line.pieces
                    .iter()
                    .map(|p| {
                        let sign = match p.change {
                            Change::Kept => '=',
                            Change::Removed => '-',
                            Change::Added => '+',
                        };
                        format!("{sign}{}", p.text)
                    })
                    .collect()
            })
            .collect();
        lines.join("/")
    }

    #[test]
    fn characters_that_stay_are_kept_in_their_line() {
        let before = "白日依山尽，\n更上一层楼。";
        assert_eq!(shown(before, before), "=白日依山尽，/=更上一层楼。");
        assert_eq!(
            shown(before, "白日依山落，\n更上百层楼。"),
            "=白日依山-尽+落=，/=更上-一+百=层楼。"
        );
        assert_eq!(
            shown("白日依山尽", "红日照山头"),
            "-白+红=日-依+照=山-尽+头"
        );
    }

    #[test]
    fn a_line_rewritten_stands_beside_the_old_one() {
        let diff = diff("白日依山尽\n黄河入海流", "白日依山尽\n江风满客衣");
        assert_eq!((diff[1].before, diff[1].after), (Some(2), Some(2)));
        assert!(diff[0].is_kept() && !diff[1].is_kept());
        let whole: Vec<Change> = diff[1].pieces.iter().map(|p| p.change).collect();
        assert_eq!(whole, [Change::Removed, Change::Added]);
    }

    #[test]
    fn lines_that_came_and_went_are_aligned() {
        let two = "白日依山尽\n更上一层楼";
        let three = "白日依山尽\n黄河入海流\n更上一层楼";
        let numbers = |before, after| -> Vec<_> {
            diff(before, after)
                .iter()
                .map(|l| (l.before, l.after))
                .collect()
        };
        assert_eq!(
            numbers(two, three),
            [(Some(1), Some(1)), (None, Some(2)), (Some(2), Some(3))]
        );
        assert_eq!(
            numbers(three, two),
            [(Some(1), Some(1)), (Some(2), None), (Some(3), Some(2))]
        );
        assert_eq!(numbers("", two), [(None, Some(1)), (None, Some(2))]);
        assert_eq!(numbers("", "\n\n"), []);
    }

    #[test]
    fn the_pieces_make_up_both_poems() {
        let (before, after) = (
            "两岸猿声啼不住，\n轻舟已过",
            "两岸啼猿声未住，\n万重山外\n轻舟过",
        );
        let mut sides = [String::new(), String::new()];
        for line in diff(before, after) {
            for piece in line.pieces {
                if piece.change != Change::Added {
                    sides[0] += &piece.text;
                }
                if piece.change != Change::Removed {
                    sides[1] += &piece.text;
                }
            }
        }
        assert_eq!(sides, [before.replace('\n', ""), after.replace('\n', "")]);
    }
}
