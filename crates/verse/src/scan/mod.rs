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

/// All states, by their numbers.
const ANY_STATE: &[usize] = &[0, 1, 2, 3, 4, 5, 6];
/// The states whose lines end level.
const LEVEL_STATES: &[usize] = &[3, 5, 6];
/// The states whose lines end oblique.
const OBLIQUE_STATES: &[usize] = &[0, 1, 2, 4];

/// The states that a line (from 0) can have: the even lines of the poem end in the class of the rhyme,
/// the others but for the first do not.
fn states(number: usize, class: ToneClass) -> &'static [usize] {
    match (number, class) {
        (0, _) => ANY_STATE,
        (n, Level) if n % 2 == 1 => LEVEL_STATES,
        (n, Oblique) if n.is_multiple_of(2) => LEVEL_STATES,
        _ => OBLIQUE_STATES,
    }
}

/// The cheapest reading of `lines` lines of `width` characters (5 or 7) that rhyme in `rhyme`; of the
/// types that are given, if any are.
pub(crate) fn scan(
    lines: &[ScanLine<'_>],
    width: usize,
    rhyme: Option<&RhymeScan>,
    types: Option<&[LineType]>,
) -> Reading {
    let class = rhyme.map_or(Level, RhymeScan::class);
    let mut from: Vec<Chosen> = Vec::with_capacity(lines.len());
    let mut totals = [0u32; STATES.len()];
    for (number, line) in lines.iter().enumerate() {
        let mut next = [NEVER; STATES.len()];
        let mut chosen = Chosen::default();
        let costs = FiveCosts::of(line, width);
        let given = types.and_then(|types| types.get(number));
        for line_type in LineType::ALL {
            if given.is_some_and(|given| *given != line_type) {
                continue;
            }
            if let Some(end) = end_cost(line, number, line_type, class, rhyme) {
                line_costs(costs.as_ref(), line_type, end, &mut next, &mut chosen);
            }
        }
        if let Some(above) = number.checked_sub(1) {
            let steps = &STEPS[number % 2];
            for to in states(number, class) {
                let mut least = NEVER;
                for before in states(above, class) {
                    let total = totals[*before] + u32::from(steps[*before][*to]);
                    if total < least {
                        least = total;
                        chosen.before[*to] = *before as u8;
                    }
                }
                next[*to] = (next[*to] + least).min(NEVER);
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
    // Back from the last line: each knows the state of the line before it.
    let mut read = Vec::with_capacity(lines.len());
    let mut next = None;
    for (number, chosen) in from.iter().enumerate().rev() {
        let state = STATES[at];
        let combination = COMBINATIONS[usize::from(chosen.combination[at])];
        let must_rhyme = asks_rhyme(number, state.line_type, rhyme);
        read.push(read_line(
            &lines[number],
            width,
            (state, combination),
            next,
            number,
            must_rhyme,
            rhyme,
        ));
        next = Some(state);
        at = usize::from(chosen.before[at]);
    }
    read.reverse();
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

/// For each line type, and for each of the eight combinations, the state that it belongs to and what
/// its tail costs there.
const TAILS: [[(u8, u16); 8]; 4] = {
    let mut table = [[(0, 0); 8]; 4];
    let mut row = 0;
    while row < 4 {
        let line_type = LineType::ALL[row];
        let mut column = 0;
        while column < 8 {
            let [first, third, fourth] = COMBINATIONS[column];
            let tail = Tail::of(line_type, first, third, fourth);
            let variant = variant(line_type, third, tail);
            let mut state = 0;
            while STATES[state as usize].line_type as u8 != line_type as u8
                || STATES[state as usize].variant != variant
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

/// What the places of a whole line cost, whatever its type.
struct FiveCosts {
    /// The first, third and fourth of the last five in each of the combinations.
    open: [u16; COMBINATIONS.len()],
    /// The second of the last five and what stands before them, where that second place is asked to
    /// be level, and where oblique.
    fixed: [u32; 2],
}

impl FiveCosts {
    /// `None` for a line that fits everything.
    fn of(line: &ScanLine<'_>, width: usize) -> Option<Self> {
        let head = line.costs.get(..width)?;
        let (head, [first, second, third, fourth, _]) = head.split_last_chunk::<5>()?;
        if !line.whole {
            return None;
        }
        let open = COMBINATIONS.map(|[a, b, c]| first.of(a) + third.of(b) + fourth.of(c));
        let fixed = [Level, Oblique].map(|class| {
            let head = match head {
                [free, place] => u32::from(free.least()) + fixed(*place, class.opposite()),
                _ => head.iter().map(|c| u32::from(c.least())).sum(),
            };
            head + fixed(*second, class)
        });
        Some(Self { open, fixed })
    }
}

/// What a line costs in the states of a type, beside what its last character costs there.
fn line_costs(
    line: Option<&FiveCosts>,
    line_type: LineType,
    last: u32,
    costs: &mut [u32; STATES.len()],
    chosen: &mut Chosen,
) {
    let Some(line) = line else {
        for (state, cost) in STATES.iter().zip(costs) {
            if state.line_type == line_type {
                *cost = last;
            }
        }
        return;
    };
    let same = last + line.fixed[line_type.second_of_five() as usize];
    let tails = line.open.iter().zip(&TAILS[line_type as usize]);
    for (number, (open, (state, tail))) in tails.enumerate() {
        let state = usize::from(*state);
        let cost = same + u32::from(open + tail);
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
    let scanned = line.whole && line.costs.len() == width && width >= 5;
    let start = if scanned { width - 5 } else { line.costs.len() };
    let (head, five) = line.costs.split_at(start);
    for (position, cost) in head.iter().enumerate() {
        read.oblique |= u64::from(cost.likelier() == Oblique) << (position % 64);
    }
    if scanned {
        let tail = Tail::of(state.line_type, first, third, fourth);
        for (place, class) in [(0, first), (2, third), (3, fourth)] {
            read.set(start + place, class);
        }
        read.tail = tail;
        read.rescued = matches!(tail, Tail::MinorDeviation | Tail::MajorDeviation) && rescued;
        let second = state.line_type.second_of_five();
        read.set(start + 1, five[1].taken(second, ERROR));
        if start == 2 {
            read.set(1, head[1].taken(second.opposite(), ERROR));
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
