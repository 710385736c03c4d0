//! The book of rhymes: the readings of each character.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use crate::{
    cilin,
    files::{first, rows},
    heads,
};

/// Set in the mark of a rare reading.
pub(crate) const RARE_READING: u8 = 0x80;
/// Set in the mark of a reading that belongs to the other part of a divided group.
const OTHER_PART: u8 = 0x40;

/// The readings of one character of the book: group, and the marks for a rare one and for one
/// that belongs to the other part of a divided group.
pub(crate) type Readings = Vec<(u8, u8)>;

/// The readings of all characters of the book.
pub(crate) fn read(data: &Path) -> BTreeMap<char, Readings> {
    // Of two parts the first is the commoner; the book keeps that one.
    let other_parts: BTreeSet<(char, u8)> = rows(data, "cilin.tsv")
        .iter()
        .map(|row| (first(&row[0]), group(&row[1]), row[2].split(' ').next()))
        .filter(|(_, group, part)| {
            let part: Option<u8> = part.and_then(|p| p.parse().ok());
            part.expect("a part") != cilin::parts(*group).0 + 1
        })
        .map(|(c, group, _)| (c, group))
        .collect();
    let list = |c: char, cell: &str, rare: u8| -> Readings {
        let marked = |group| {
            let other = if other_parts.contains(&(c, group)) {
                OTHER_PART
            } else {
                0
            };
            (group, rare | other)
        };
        cell.split_whitespace().map(|r| marked(group(r))).collect()
    };
    rows(data, "pingshui.tsv")
        .iter()
        .map(|row| {
            let c = first(&row[0]);
            (
                c,
                [list(c, &row[1], 0), list(c, &row[2], RARE_READING)].concat(),
            )
        })
        .collect()
}

/// The number of a group by tone and head, as `平東`.
pub(crate) fn group(reading: &str) -> u8 {
    let mut chars = reading.chars();
    let (tone, head) = (chars.next(), chars.next());
    let range = match tone {
        Some('平') => 0..heads::RISING,
        Some('上') => heads::RISING..heads::DEPARTING,
        Some('去') => heads::DEPARTING..heads::ENTERING,
        _ => heads::ENTERING..heads::COUNT,
    };
    let find = |list: &str| {
        let mut heads = list.chars().enumerate();
        heads
            .find(|(at, h)| range.contains(&(*at as u8)) && Some(*h) == head)
            .map(|(at, _)| at as u8)
    };
    find(heads::HEADS_TRADITIONAL)
        .or_else(|| find(heads::HEADS))
        .expect("a reading is a tone and a head")
}
