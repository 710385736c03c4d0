//! The cheapest reading of a whole poem.
//!
//! Dynamic programming over the lines: each line takes one of the four types in one of a few
//! states (its tail), a line's cost depends on its characters alone, and a step from line to line
//! costs a lost opposition or adhesion, or a deviation that is not rescued. So one lost adhesion is
//! one fault where it happens, and everything after it is read in peace.

#[cfg(all(test, not(target_arch = "wasm32")))]
mod brute_force;
pub(crate) mod cost;
pub(crate) mod rhyme;
pub(crate) mod tail;

use self::{
    cost::Cost,
    rhyme::{BORROWED_FIRST, Part, RhymeScan},
    tail::{ERROR, Tail, deviation_cost},
};
use crate::{
    line_type::LineType,
    tone::ToneClass::{self, Level, Oblique},
};

/// The cost of a lost opposition or adhesion.
const LOST: u16 = 100;

/// Far more than any poem costs.
const NEVER: u32 = u32::MAX / 4;

/// A state of a line: its type, and of types a and B what the other line of the couplet asks
/// about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct State {
    line_type: LineType,
    /// For type a: regular, minor or major deviation. For type B: whether the third of the last
    /// five is level, so that it can rescue.
    variant: u8,
}

/// All states. Type a: 0 regular, 1 minor, 2 major. Type B: 0 third oblique, 1 third level.
const STATES: [State; 7] = [
    State {
        line_type: LineType::LowerA,
        variant: 0,
    },
    State {
        line_type: LineType::LowerA,
        variant: 1,
    },
    State {
        line_type: LineType::LowerA,
        variant: 2,
    },
    State {
        line_type: LineType::UpperA,
        variant: 0,
    },
    State {
        line_type: LineType::LowerB,
        variant: 0,
    },
    State {
        line_type: LineType::UpperB,
        variant: 0,
    },
    State {
        line_type: LineType::UpperB,
        variant: 1,
    },
];

/// A line of the poem as the scan sees it.
pub(crate) struct ScanLine<'a> {
    /// The costs of its characters.
    pub costs: &'a [Cost],
    /// Whether the line has the length of the form. Where not, it fits everything.
    pub whole: bool,
}

/// What the cheapest reading up to a line has, for each state of the line.
#[derive(Default)]
struct Chosen {
    /// The state of the line before.
    before: [u8; STATES.len()],
    /// The classes of the first, third and fourth of the last five characters, as a number in
    /// `COMBINATIONS`.
    combination: [u8; STATES.len()],
}

/// How one line is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ReadLine {
    /// Its type.
    pub line_type: LineType,
    /// Its tail.
    pub tail: Tail,
    /// Whether a deviation of type a is rescued by the line after it.
    pub rescued: bool,
    /// A bit for each character that is read oblique. (No line that is kept has more than 64.)
    oblique: u64,
}

impl ReadLine {
    /// The class of a character, from 0.
    pub(crate) const fn class(&self, position: usize) -> ToneClass {
        if self.oblique >> (position % 64) & 1 == 1 {
            Oblique
        } else {
            Level
        }
    }

    fn set(&mut self, position: usize, class: ToneClass) {
        let bit = 1 << (position % 64);
        match class {
            Level => self.oblique &= !bit,
            Oblique => self.oblique |= bit,
        }
    }
}

/// How a poem is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    /// The lines.
    pub lines: Vec<ReadLine>,
    /// What the reading costs, rhymes left out.
    pub cost: u32,
}

impl Reading {
    /// A bit for each tail that some line has.
    pub(crate) fn tails(&self) -> u16 {
        let bits = self.lines.iter().map(|line| line.tail.bit());
        bits.fold(0, |all, bit| all | bit)
    }
}

/// The cheapest reading of `lines` lines of `width` characters (5 or 7) that rhyme in `rhyme`.
pub(crate) fn scan(lines: &[ScanLine<'_>], width: usize, rhyme: Option<&RhymeScan>) -> Reading {
    let class = rhyme.map_or(Level, RhymeScan::class);
    let mut from: Vec<Chosen> = Vec::with_capacity(lines.len());
    let mut totals = [0u32; STATES.len()];
    for (number, line) in lines.iter().enumerate() {
        let mut next = [NEVER; STATES.len()];
        let mut chosen = Chosen::default();
        for line_type in LineType::ALL {
            if let Some(end) = end_cost(line, number, line_type, class, rhyme) {
                line_costs(line, width, line_type, end, &mut next, &mut chosen);
            }
        }
        for to in 0..STATES.len() {
            let here = next[to];
            if number == 0 || here >= NEVER {
                continue;
            }
            next[to] = NEVER;
            for before in 0..STATES.len() {
                if totals[before] >= NEVER {
                    continue;
                }
                let step = u32::from(STEPS[number % 2][before][to]);
                let total = totals[before] + step + here;
                if total < next[to] {
                    next[to] = total;
                    chosen.before[to] = before as u8;
                }
            }
        }
        totals = next;
        from.push(chosen);
    }
    // A deviation in the very last line finds no rescue.
    for (total, state) in totals.iter_mut().zip(&STATES) {
        *total += u32::from(unrescued(*state));
    }
    let (mut at, cost) = totals
        .iter()
        .enumerate()
        .min_by_key(|(_, total)| **total)
        .map_or((0, 0), |(at, total)| (at, *total));
    let mut states = Vec::with_capacity(lines.len());
    for chosen in from.iter().rev() {
        states.push((
            STATES[at],
            COMBINATIONS[usize::from(chosen.combination[at])],
        ));
        at = usize::from(chosen.before[at]);
    }
    states.reverse();
    let read = states
        .iter()
        .enumerate()
        .map(|(number, state)| {
            let next = states.get(number + 1).map(|(next, _)| *next);
            let must_rhyme = asks_rhyme(number, state.0.line_type, rhyme);
            read_line(
                &lines[number],
                width,
                *state,
                next,
                number,
                must_rhyme,
                rhyme,
            )
        })
        .collect();
    Reading { lines: read, cost }
}

/// The same in a poem whose rhyme may be known.
fn asks_rhyme(number: usize, line_type: LineType, rhyme: Option<&RhymeScan>) -> bool {
    rhyme.map_or_else(
        || rhymes(number, line_type, Level),
        |r| r.asks(number, line_type),
    )
}

/// Whether a line (from 0) of this type is one that rhymes, by the pattern.
pub(crate) fn rhymes(number: usize, line_type: LineType, class: ToneClass) -> bool {
    number % 2 == 1 || number == 0 && line_type.end() == class
}

/// The cost of a line's last character in a type; `None` where the type cannot stand there.
fn end_cost(
    line: &ScanLine<'_>,
    number: usize,
    line_type: LineType,
    class: ToneClass,
    rhyme: Option<&RhymeScan>,
) -> Option<u32> {
    let end = line_type.end();
    let may_stand = match number {
        0 => true,
        n if n % 2 == 1 => end == class,
        _ => end != class,
    };
    if !may_stand {
        return None;
    }
    let Some(cost) = line.costs.last().filter(|_| line.whole) else {
        return Some(0);
    };
    if asks_rhyme(number, line_type, rhyme) {
        // Even lines pay for their rhyme whatever their type: that is counted once, outside.
        let first = match rhyme.map(|r| r.parts[0]).unwrap_or(Part::Unknown) {
            _ if number > 0 => 0,
            Part::Rhymes | Part::Unknown => 0,
            Part::Borrows(_) => u32::from(BORROWED_FIRST),
            // An off rhyme in line 1 is a little better than a line that ends in the wrong class:
            // it says more.
            Part::Off => 95,
        };
        return Some(first);
    }
    Some(u32::from(
        cost.of(end)
            .min(cost.of(end.opposite()).saturating_add(ERROR)),
    ))
}

/// The cost of a deviation of type a that is not rescued.
const fn unrescued(state: State) -> u16 {
    deviation(state, false)
}

const fn deviation(state: State, rescued: bool) -> u16 {
    match (state.line_type, state.variant) {
        (LineType::LowerA, 1) => deviation_cost(Tail::MinorDeviation, rescued),
        (LineType::LowerA, 2) => deviation_cost(Tail::MajorDeviation, rescued),
        _ => 0,
    }
}

/// The cost of a step between two lines, into a couplet or within one.
const fn step_cost(before: State, after: State, in_couplet: bool) -> u16 {
    let (one, other) = (
        before.line_type.second_of_five(),
        after.line_type.second_of_five(),
    );
    let same = one as u8 == other as u8;
    let lost = if same == in_couplet { LOST } else { 0 };
    let rescued = in_couplet && matches!(after.line_type, LineType::UpperB) && after.variant == 1;
    lost + deviation(before, rescued)
}

/// The costs of all steps: into a couplet and within one, from a state to a state.
const STEPS: [[[u16; STATES.len()]; STATES.len()]; 2] = {
    let mut steps = [[[0; STATES.len()]; STATES.len()]; 2];
    let mut at = 0;
    while at < 2 * STATES.len() * STATES.len() {
        let (before, after) = (at / 2 % STATES.len(), at / 2 / STATES.len());
        steps[at % 2][before][after] = step_cost(STATES[before], STATES[after], at % 2 == 1);
        at += 1;
    }
    steps
};

/// The first, third and fourth of the last five characters in all their classes.
const COMBINATIONS: [[ToneClass; 3]; 8] = [
    [Level, Level, Level],
    [Level, Level, Oblique],
    [Level, Oblique, Level],
    [Level, Oblique, Oblique],
    [Oblique, Level, Level],
    [Oblique, Level, Oblique],
    [Oblique, Oblique, Level],
    [Oblique, Oblique, Oblique],
];

/// The variant of a state that a tail belongs to.
const fn variant(line_type: LineType, third: ToneClass, tail: Tail) -> u8 {
    match (line_type, tail) {
        (LineType::LowerA, Tail::MinorDeviation) => 1,
        (LineType::LowerA, Tail::MajorDeviation) => 2,
        (LineType::UpperB, _) => matches!(third, Level) as u8,
        _ => 0,
    }
}

/// For each of the eight combinations the states that it belongs to and what its tail costs there.
const TAILS: [[(usize, u16); 4]; 8] = {
    let mut table = [[(0, 0); 4]; 8];
    let mut row = 0;
    while row < 8 {
        let [first, third, fourth] = COMBINATIONS[row];
        let mut column = 0;
        while column < 4 {
            let line_type = LineType::ALL[column];
            let tail = Tail::of(line_type, first, third, fourth);
            let variant = variant(line_type, third, tail);
            let mut state = 0;
            while STATES[state].line_type as u8 != line_type as u8
                || STATES[state].variant != variant
            {
                state += 1;
            }
            table[row][column] = (state, tail.cost());
            column += 1;
        }
        row += 1;
    }
    table
};

/// What a line costs in the states of a type, beside what its last character costs there.
fn line_costs(
    line: &ScanLine<'_>,
    width: usize,
    line_type: LineType,
    last: u32,
    costs: &mut [u32; STATES.len()],
    chosen: &mut Chosen,
) {
    if !line.whole || line.costs.len() < width || width < 5 {
        for (state, cost) in STATES.iter().zip(costs) {
            if state.line_type == line_type {
                *cost = last;
            }
        }
        return;
    }
    let (head, five) = line.costs[..width].split_at(width - 5);
    let second = line_type.second_of_five();
    let mut same = last + fixed(five[1], second);
    match head {
        [free, fixed_place] => {
            same += u32::from(free.least()) + fixed(*fixed_place, second.opposite());
        }
        _ => same += head.iter().map(|c| u32::from(c.least())).sum::<u32>(),
    }
    for (number, (combination, row)) in COMBINATIONS.iter().zip(&TAILS).enumerate() {
        let [first, third, fourth] = *combination;
        let (state, tail) = row[line_type as usize];
        let classes = five[0].of(first) + five[2].of(third) + five[3].of(fourth);
        let cost = same + u32::from(classes + tail);
        if cost < costs[state] {
            costs[state] = cost;
            chosen.combination[state] = number as u8;
        }
    }
}

/// The cost of a character at a fixed place: the class that is asked, or the other and a fault.
fn fixed(cost: Cost, asked: ToneClass) -> u32 {
    u32::from(
        cost.of(asked)
            .min(cost.of(asked.opposite()).saturating_add(ERROR)),
    )
}

/// The classes of a line in the state that was chosen for it.
fn read_line(
    line: &ScanLine<'_>,
    width: usize,
    (state, [first, third, fourth]): (State, [ToneClass; 3]),
    next: Option<State>,
    number: usize,
    must_rhyme: bool,
    rhyme: Option<&RhymeScan>,
) -> ReadLine {
    let rescued = number.is_multiple_of(2)
        && next.is_some_and(|n| n.line_type == LineType::UpperB && n.variant == 1);
    let mut read = ReadLine {
        line_type: state.line_type,
        tail: Tail::Regular,
        rescued: false,
        oblique: 0,
    };
    for (position, cost) in line.costs.iter().enumerate() {
        read.oblique |= u64::from(cost.likelier() == Oblique) << (position % 64);
    }
    if line.whole && line.costs.len() == width && width >= 5 {
        let start = width - 5;
        let five = &line.costs[start..];
        let tail = Tail::of(state.line_type, first, third, fourth);
        for (place, class) in [(0, first), (2, third), (3, fourth)] {
            read.set(start + place, class);
        }
        read.tail = tail;
        read.rescued = matches!(tail, Tail::MinorDeviation | Tail::MajorDeviation) && rescued;
        let second = state.line_type.second_of_five();
        read.set(start + 1, five[1].taken(second, ERROR));
        if start == 2 {
            read.set(1, line.costs[1].taken(second.opposite(), ERROR));
        }
        let end = state.line_type.end();
        let part = rhyme.and_then(|r| r.parts.get(number)).copied();
        let class = match part {
            Some(Part::Rhymes | Part::Borrows(_)) if must_rhyme => end,
            _ => five[4].taken(end, ERROR),
        };
        read.set(width - 1, class);
    }
    read
}
