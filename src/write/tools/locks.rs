//! Characters that the person has locked: where they go when the text changes.

use muse::Lock;

/// Locks that a change has broken, and what was there before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The text before.
    pub text: String,
    /// All locks before.
    pub locks: Vec<Lock>,
    /// The characters that are gone.
    pub lost: String,
}

/// The locks as they go with a text, and those that are lost. `lines` are the new ones, without
/// punctuation; what follows a place comes first, then the same place with the same character.
pub fn carried(
    locks: &[Lock],
    follow: impl Fn((usize, usize)) -> Option<(usize, usize)>,
    lines: &[String],
) -> (Vec<Lock>, Vec<Lock>) {
    let at = |(line, position): (usize, usize)| {
        let line = lines.get(line.checked_sub(1)?)?;
        line.chars().nth(position.checked_sub(1)?)
    };
    let (mut kept, mut lost): (Vec<Lock>, Vec<Lock>) = (Vec::new(), Vec::new());
    for lock in locks {
        let place = (lock.line, lock.position);
        let places = [follow(place), Some(place)].into_iter().flatten();
        let mut found = places.filter(|place| at(*place) == Some(lock.character));
        match found.next() {
            Some((line, position)) => kept.push(Lock {
                line,
                position,
                ..*lock
            }),
            None => lost.push(*lock),
        }
    }
    (kept, lost)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::pins::follow;

    fn lines(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    fn carry(old: &str, new: &str, locks: &[(usize, usize, char)]) -> (String, String) {
        let (old, new) = (lines(old), lines(new));
        let lock = |(line, position, character): &(usize, usize, char)| Lock {
            line: *line,
            position: *position,
            character: *character,
        };
        let locks: Vec<Lock> = locks.iter().map(lock).collect();
        let (kept, lost) = carried(&locks, follow(&old, &new), &new);
        let name = |locks: Vec<Lock>| {
            let names = locks
                .iter()
                .map(|l| format!("{}{}{}", l.line, l.position, l.character));
            names.collect::<Vec<_>>().join(" ")
        };
        (name(kept), name(lost))
    }

    #[test]
    fn locks_go_with_their_characters_and_are_lost_with_them() {
        let locks = [(1, 1, '白'), (2, 1, '黄')];
        let old = "白日依山尽 黄河入海流";
        for (new, kept, lost) in [
            (old, "11白 21黄", ""),
            ("登楼望远山 白日依山尽 黄河入海流", "21白 31黄", ""),
            ("百日依山尽 黄河入海流", "21黄", "11白"),
            ("", "", "11白 21黄"),
            // All is changed but these.
            ("白云千载空 黄鹤一去不", "11白 21黄", ""),
        ] {
            assert_eq!(
                carry(old, new, &locks),
                (kept.to_owned(), lost.to_owned()),
                "{new}"
            );
        }
    }
}
