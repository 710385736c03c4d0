//! Which group a poem rhymes in.

use crate::{
    book::RhymeGroup,
    lexicon::Entry,
    line_type::LineType,
    scan::tail::ERROR,
    text::{Glyph, Text},
    tone::ToneClass,
};

/// The most that a reading at the rhyme costs: a rhyme is the strongest sign of a reading.
const MOST_FOR_RHYME: u16 = 60;
/// A borrowed rhyme at the end of line 1 (孤雁出群).
pub(crate) const BORROWED_FIRST: u16 = 8;
/// A borrowed rhyme at the end of the poem (孤雁入群).
const BORROWED_LAST: u16 = 40;
/// A neighbouring group elsewhere: off rhyme, a little better than a foreign one.
const NEIGHBOUR: u16 = 95;

/// How a line takes part in the rhyme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// It ends in the poem's group.
    Rhymes,
    /// It ends in a neighbouring group where that is allowed.
    Borrows(RhymeGroup),
    /// It ends outside the group.
    Off,
    /// Nothing is known of its last character.
    Unknown,
}

/// The rhyme of a poem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RhymeScan {
    /// The group.
    pub group: RhymeGroup,
    /// How each line would take part, were it a rhyming line.
    pub parts: Vec<Part>,
    /// The cost of the lines that must rhyme.
    pub cost: u16,
}

impl RhymeScan {
    /// Level or oblique.
    pub(crate) fn class(&self) -> ToneClass {
        self.group.class()
    }

    /// Whether a line (from 0) of this type is one that rhymes. Where the rhyme is oblique, line 1
    /// may end oblique without it (独坐幽篁里，弹琴复长啸).
    pub(crate) fn asks(&self, number: usize, line_type: LineType) -> bool {
        let stays_out = number == 0
            && self.class() == ToneClass::Oblique
            && self.parts.first() == Some(&Part::Off);
        super::rhymes(number, line_type, self.class()) && !stays_out
    }
}

/// What the book says of the last character of a line, if the line is whole.
fn last(line: &[Glyph], width: usize) -> Option<&Entry> {
    match line {
        [.., last] if line.len() == width => last.entry.as_ref(),
        _ => None,
    }
}

/// How a line takes part in a rhyme on `group`, and what that costs.
fn part(last: Option<&Entry>, group: RhymeGroup, borrowed: Option<u16>) -> (Part, u16) {
    let Some(entry) = last else {
        return (Part::Unknown, 0);
    };
    let mut neighbour = None;
    for own in entry.groups() {
        if own.rhymes_with(group) {
            let reading_cost = entry.cost(group.class());
            return (Part::Rhymes, reading_cost.min(MOST_FOR_RHYME));
        }
        if neighbour.is_none() && own.is_neighbour(group) {
            neighbour = Some(own);
        }
    }
    match (neighbour, borrowed) {
        (Some(own), Some(cost)) => (Part::Borrows(own), cost),
        (Some(_), None) => (Part::Off, NEIGHBOUR),
        (None, _) => (Part::Off, ERROR),
    }
}

/// What a line that stands at `number` of `lines` pays for a borrowed rhyme, where it may have one.
const fn borrowed(number: usize, lines: usize) -> Option<u16> {
    match number {
        0 => Some(BORROWED_FIRST),
        n if n + 1 == lines && n > 1 => Some(BORROWED_LAST),
        _ => None,
    }
}

/// What a rhyme on one group costs: even lines must take part. And what line 1 would pay.
fn costs(lasts: &[Option<&Entry>], group: RhymeGroup) -> (u16, u16) {
    let cost = |number: usize| {
        let last = lasts.get(number).copied().flatten();
        part(last, group, borrowed(number, lasts.len())).1
    };
    let even = (1..lasts.len()).step_by(2);
    (even.map(cost).sum(), cost(0))
}

/// The last characters of the lines that are whole.
pub(crate) fn lasts(text: &Text, width: usize) -> Vec<Option<&Entry>> {
    text.lines().map(|line| last(line, width)).collect()
}

/// The likeliest rhyme of a class: the group whose lines cost least, then the one that line 1
/// takes part in, then the one of the earliest line.
pub(crate) fn scan(lasts: &[Option<&Entry>], class: ToneClass) -> Option<RhymeScan> {
    // A bit for each group that was tried; of one class the number tells the group.
    let mut tried = 0u128;
    let mut best: Option<((u16, u16), RhymeGroup)> = None;
    // A group that four lines in a row lack cannot win; looking at a few lines finds it.
    for entry in lasts.iter().skip(1).step_by(2).take(4).flatten() {
        for group in entry.groups() {
            let bit = 1 << group.number();
            if group.class() != class || tried & bit != 0 {
                continue;
            }
            tried |= bit;
            let costs = costs(lasts, group);
            if best.is_none_or(|(least, _)| costs < least) {
                best = Some((costs, group));
            }
        }
    }
    let ((cost, _), group) = best?;
    let part = |(number, last): (usize, &Option<&Entry>)| {
        part(*last, group, borrowed(number, lasts.len())).0
    };
    Some(RhymeScan {
        group,
        parts: lasts.iter().enumerate().map(part).collect(),
        cost,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    fn group(text: &str) -> (&'static str, u16, Vec<Part>) {
        let text = text::read(text, None, crate::RhymeBook::PingShui);
        let width = text.line(0).len();
        let scan = scan(&lasts(&text, width), ToneClass::Level).unwrap();
        (scan.group.name(), scan.cost, scan.parts)
    }

    #[test]
    fn line_one_breaks_a_tie() {
        let (name, _, parts) = group("寥落古行宫，宫花寂寞红。白头宫女在，闲坐说玄宗。");
        assert_eq!(name, "东");
        assert!(matches!(parts[3], Part::Borrows(g) if g.name() == "冬"));
    }

    #[test]
    fn line_one_may_borrow() {
        let (name, cost, parts) =
            group("清明时节雨纷纷，路上行人欲断魂。借问酒家何处有，牧童遥指杏花村。");
        assert_eq!((name, cost), ("元", 0));
        assert!(matches!(parts[0], Part::Borrows(g) if g.name() == "文"));
    }
}
