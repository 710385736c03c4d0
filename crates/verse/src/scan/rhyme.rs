//! Which group a poem rhymes in.

use crate::{
    book::RhymeGroup, lexicon::Entry, line_type::LineType, scan::tail::ERROR, text::TextLine,
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

/// The last character of a line, if the line is whole.
fn last(line: &TextLine, width: usize) -> Option<Entry> {
    let glyph = line.glyphs.get(width.checked_sub(1)?)?;
    if line.glyphs.len() != width {
        return None;
    }
    glyph.entry
}

/// How a line takes part in a rhyme on `group`, and what that costs.
fn part(last: Option<Entry>, group: RhymeGroup, borrowed: Option<u16>) -> (Part, u16) {
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

/// A rhyme on one group: even lines must take part, line 1 may.
fn scan_group(lasts: &[Option<Entry>], group: RhymeGroup) -> (RhymeScan, u16) {
    let mut parts = Vec::with_capacity(lasts.len());
    let (mut cost, mut first_line) = (0, 0);
    for (number, last) in lasts.iter().enumerate() {
        let borrowed = match number {
            0 => Some(BORROWED_FIRST),
            n if n + 1 == lasts.len() && n > 1 => Some(BORROWED_LAST),
            _ => None,
        };
        let (part, part_cost) = part(*last, group, borrowed);
        if number == 0 {
            first_line = part_cost;
        } else if number % 2 == 1 {
            cost += part_cost;
        }
        parts.push(part);
    }
    (RhymeScan { group, parts, cost }, first_line)
}

/// The likeliest rhyme of a class: the group whose lines cost least, then the one that line 1
/// takes part in, then the one of the earliest line.
pub(crate) fn scan(lines: &[TextLine], width: usize, class: ToneClass) -> Option<RhymeScan> {
    let lasts: Vec<Option<Entry>> = lines.iter().map(|l| last(l, width)).collect();
    let mut tried: Vec<RhymeGroup> = Vec::new();
    let mut best: Option<(u16, u16, RhymeScan)> = None;
    // A group that four lines in a row lack cannot win; looking at a few lines finds it.
    for entry in lasts.iter().skip(1).step_by(2).take(4).flatten() {
        for group in entry.groups().filter(|g| g.class() == class) {
            if tried.iter().any(|t| t.rhymes_with(group)) {
                continue;
            }
            tried.push(group);
            let (scan, first_line) = scan_group(&lasts, group);
            let better = best
                .as_ref()
                .is_none_or(|(cost, first, _)| (scan.cost, first_line) < (*cost, *first));
            if better {
                best = Some((scan.cost, first_line, scan));
            }
        }
    }
    best.map(|(_, _, scan)| scan)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    fn group(text: &str) -> (&'static str, u16, Vec<Part>) {
        let text = text::read(text, None, crate::RhymeBook::PingShui);
        let width = text.lines[0].glyphs.len();
        let scan = scan(&text.lines, width, ToneClass::Level).unwrap();
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
