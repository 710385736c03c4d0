//! Where a place goes when the text around it changes.

/// Where the places of `old` lines are in the `new` ones; places are (line, position) from 1, lines
/// are without punctuation. What is the same at the beginning and at the end of the poem stays with
/// itself; what was changed between them is gone.
pub fn follow(
    old: &[String],
    new: &[String],
) -> impl Fn((usize, usize)) -> Option<(usize, usize)> + use<> {
    let flat = |lines: &[String]| lines.concat().chars().collect::<Vec<char>>();
    let (before, after) = (flat(old), flat(new));
    let same =
        |pairs: &mut dyn Iterator<Item = (&char, &char)>| pairs.take_while(|(a, b)| a == b).count();
    let head = same(&mut before.iter().zip(&after));
    let tail = same(&mut before.iter().rev().zip(after.iter().rev()));
    let tail = tail.min(before.len().min(after.len()) - head);
    let widths = |lines: &[String]| -> Vec<usize> {
        lines.iter().map(|line| line.chars().count()).collect()
    };
    let (old, new) = (widths(old), widths(new));
    move |(line, position)| {
        let line = line.checked_sub(1)?;
        let within = position.checked_sub(1)?;
        if within >= *old.get(line)? {
            return None;
        }
        let mut at: usize = old[..line].iter().sum::<usize>() + within;
        if at >= head {
            let from_end = before.len() - at;
            if from_end > tail {
                return None;
            }
            at = after.len() - from_end;
        }
        for (line, width) in new.iter().enumerate() {
            if at < *width {
                return Some((line + 1, at + 1));
            }
            at -= width;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn places_go_with_their_characters() {
        let old = lines("白日依山尽 黄河入海流");
        for (new, place, goes) in [
            // Nothing changes.
            ("白日依山尽 黄河入海流", (2, 3), Some((2, 3))),
            // A character behind it, and one before it.
            ("白日依山尽 黄河入海里", (2, 3), Some((2, 3))),
            ("白日傍山尽 黄河入海流", (2, 3), Some((2, 3))),
            // A line before it; a line break taken out.
            ("登楼望远山 白日依山尽 黄河入海流", (2, 3), Some((3, 3))),
            ("白日依山尽黄河入海流", (2, 3), Some((1, 8))),
            // The character itself.
            ("白日依山尽 黄河出海流", (2, 3), None),
            ("", (2, 3), None),
            // No such place.
            ("白日依山尽 黄河入海流", (2, 6), None),
            ("白日依山尽 黄河入海流", (3, 1), None),
            ("白日依山尽 黄河入海流", (0, 0), None),
        ] {
            assert_eq!(follow(&old, &lines(new))(place), goes, "{new} {place:?}");
        }
    }

    #[test]
    fn a_repetition_does_not_count_twice() {
        let go = follow(&lines("山山山"), &lines("山山"));
        assert_eq!(
            [go((1, 1)), go((1, 2)), go((1, 3))],
            [Some((1, 1)), Some((1, 2)), None]
        );
        assert_eq!(follow(&[], &lines("山"))((1, 1)), None);
    }
}
