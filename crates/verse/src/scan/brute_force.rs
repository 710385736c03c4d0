//! The scan against every reading of short poems in every sequence of line types.
//!
//! The price of a reading is written here anew from the rules, over patterns in words; only the
//! weights of the faults are shared with the scan.

use proptest::prelude::*;

use super::{
    LOST, Reading, ScanLine,
    cost::Cost,
    rhyme::{BORROWED_FIRST, Part, RhymeScan},
    scan,
    tail::{ERROR, Tail, deviation_cost},
};
use crate::{
    book::RhymeGroup,
    lexicon::IMPOSSIBLE,
    line_type::LineType,
    tone::ToneClass::{self, Level, Oblique},
};

/// What an off rhyme in line 1 costs.
const OFF_FIRST: u32 = 95;

/// The last five characters of each type, as the handbook has them.
fn handbook(line_type: LineType) -> [char; 5] {
    match line_type {
        LineType::LowerA => ['⊙', '仄', '平', '平', '仄'],
        LineType::UpperA => ['⊙', '仄', '仄', '平', '平'],
        LineType::LowerB => ['⊙', '平', '平', '仄', '仄'],
        LineType::UpperB => ['平', '平', '⊙', '仄', '平'],
    }
}

fn written(class: ToneClass) -> char {
    match class {
        Level => '平',
        Oblique => '仄',
    }
}

/// One line in a type with its characters read, and whether it has the length of the form.
struct Line {
    line_type: LineType,
    classes: Vec<char>,
    whole: bool,
}

impl Line {
    fn five(&self) -> [char; 5] {
        let mut five = ['⊙'; 5];
        five.copy_from_slice(&self.classes[self.classes.len() - 5..]);
        five
    }

    /// The faults within the line, its end left out, deviations of type a too.
    fn faults(&self) -> u32 {
        let pattern = handbook(self.line_type);
        let five = self.five();
        let wrong = |at: usize| pattern[at] != '⊙' && pattern[at] != five[at];
        let mut faults = 0;
        if wrong(1) {
            faults += u32::from(ERROR);
        }
        if self.classes.len() == 7 && self.classes[1] == pattern[1] {
            faults += u32::from(ERROR);
        }
        faults
            + u32::from(match (self.line_type, five) {
                (LineType::LowerA, _) => 0,
                (LineType::UpperA, [_, _, '平', '平', _]) => Tail::ThreeLevel.cost(),
                (LineType::LowerB, ['平', _, '仄', '平', _]) => Tail::Crossed.cost(),
                (LineType::LowerB, [_, _, '仄', '平', _]) => Tail::LooseCrossed.cost(),
                (LineType::LowerB, [_, _, '仄', '仄', _]) => Tail::ThreeOblique.cost(),
                (LineType::UpperB, ['仄', _, '仄', '仄', _]) => Tail::LoneLevel.cost(),
                (LineType::UpperB, ['仄', _, '平', '仄', _]) => Tail::LoneLevelRescue.cost(),
                // The first and the third of type B are looked at only together with a right
                // fourth.
                (LineType::UpperB, _) => ERROR * u16::from(wrong(3)),
                _ => ERROR * (u16::from(wrong(2)) + u16::from(wrong(3))),
            })
    }

    /// The deviation of type a.
    fn deviation(&self) -> Option<Tail> {
        match (self.line_type, self.five()) {
            (LineType::LowerA, [_, _, _, '仄', _]) => Some(Tail::MajorDeviation),
            (LineType::LowerA, [_, _, '仄', '平', _]) => Some(Tail::MinorDeviation),
            _ => None,
        }
    }

    fn rescues(&self) -> bool {
        self.line_type == LineType::UpperB && self.five()[2] == '平'
    }
}

/// The price of a poem that is read so; `None` where the types cannot stand so.
fn price(lines: &[Line], costs: &[Vec<Cost>], rhyme: &RhymeScan) -> Option<u32> {
    let mut total = 0;
    for (number, line) in lines.iter().enumerate() {
        let ends = handbook(line.line_type)[4];
        let has_the_rhymes_class = ends == written(rhyme.class());
        let even = number % 2 == 1;
        if number > 0 && even != has_the_rhymes_class {
            return None;
        }
        if let Some(deviation) = line.deviation() {
            let rescued = !even && lines.get(number + 1).is_some_and(Line::rescues);
            total += u32::from(deviation_cost(deviation, rescued));
        }
        if number > 0 {
            let before = handbook(lines[number - 1].line_type)[1];
            let same = before == handbook(line.line_type)[1];
            if same == even {
                total += u32::from(LOST);
            }
        }
        if !line.whole {
            continue;
        }
        total += line.faults();
        let width = line.classes.len();
        let read = |at: usize| match line.classes[at] {
            '平' => u32::from(costs[number][at].level),
            _ => u32::from(costs[number][at].oblique),
        };
        total += (0..width - 1).map(read).sum::<u32>();
        // The even lines' rhyme is paid for apart. In line 1 an oblique end that does not rhyme is
        // no fault.
        let end = read(width - 1) + u32::from(ERROR) * u32::from(line.classes[width - 1] != ends);
        total += match rhyme.parts[0] {
            _ if even => 0,
            Part::Rhymes | Part::Unknown if has_the_rhymes_class => 0,
            Part::Borrows(_) if has_the_rhymes_class => u32::from(BORROWED_FIRST),
            Part::Off if has_the_rhymes_class && rhyme.class() == Level => OFF_FIRST,
            _ => end,
        };
    }
    Some(total)
}

/// All ways to read one line: its type, and each character in a class that it has. A line that is
/// not whole has all of them.
fn readings(costs: &[Cost], whole: bool) -> Vec<(LineType, Vec<char>)> {
    let mut all: Vec<Vec<char>> = vec![Vec::new()];
    for cost in costs {
        let mut longer = Vec::new();
        for class in [Level, Oblique] {
            if !whole || cost.of(class) < IMPOSSIBLE {
                longer.extend(
                    all.iter()
                        .map(|c| [c.as_slice(), &[written(class)]].concat()),
                );
            }
        }
        all = longer;
    }
    LineType::ALL
        .into_iter()
        .flat_map(|line_type| all.iter().map(move |classes| (line_type, classes.clone())))
        .collect()
}

/// The price of the cheapest reading.
fn cheapest(costs: &[Vec<Cost>], whole: &[bool], rhyme: &RhymeScan) -> Option<u32> {
    fn go(
        lines: &mut Vec<Line>,
        choices: &[Vec<(LineType, Vec<char>)>],
        whole: &[bool],
        costs: &[Vec<Cost>],
        rhyme: &RhymeScan,
    ) -> Option<u32> {
        let Some(choice) = choices.get(lines.len()) else {
            return price(lines, costs, rhyme);
        };
        let mut best: Option<u32> = None;
        for (line_type, classes) in choice {
            let number = lines.len();
            lines.push(Line {
                line_type: *line_type,
                classes: classes.clone(),
                whole: whole[number],
            });
            let found = go(lines, choices, whole, costs, rhyme);
            lines.pop();
            best = best.into_iter().chain(found).min();
        }
        best
    }
    let choices: Vec<_> = costs
        .iter()
        .zip(whole)
        .map(|(costs, whole)| readings(costs, *whole))
        .collect();
    go(&mut Vec::new(), &choices, whole, costs, rhyme)
}

fn known(level: u16, oblique: u16) -> Cost {
    Cost {
        level,
        oblique,
        known: true,
        pinned: false,
        word: None,
    }
}

/// A character with one class.
fn decided() -> impl Strategy<Value = Cost> {
    prop::sample::select(vec![known(0, IMPOSSIBLE), known(IMPOSSIBLE, 0)])
}

/// A character that may be read both ways.
fn open() -> impl Strategy<Value = Cost> {
    prop_oneof![
        Just(Cost::UNKNOWN),
        (0u16..20).prop_map(|cost| known(cost, 0)),
        (0u16..20).prop_map(|cost| known(0, cost)),
        prop::sample::select(vec![
            known(0, 40),
            known(40, 0),
            known(130, 0),
            known(0, 130),
            known(90, 0),
            known(0, 90),
        ]),
    ]
}

/// A line of which so many characters at most, at any places, may be read both ways.
fn line(width: usize, most_open: usize) -> impl Strategy<Value = Vec<Cost>> {
    let decided = prop::collection::vec(decided(), width);
    let open = prop::collection::vec((0..width, open()), 0..=most_open);
    (decided, open).prop_map(|(mut line, open)| {
        for (at, cost) in open {
            line[at] = cost;
        }
        line
    })
}

/// A line that one of the four types fits but for so few characters as are changed or open.
fn near_a_type(width: usize, most_open: usize) -> impl Strategy<Value = Vec<Cost>> {
    let line_type = prop::sample::select(LineType::ALL.to_vec());
    (line_type, line(width, most_open), 0..width).prop_map(move |(line_type, mut line, other)| {
        for (at, cost) in line.iter_mut().enumerate() {
            let is_open = cost.level < IMPOSSIBLE && cost.oblique < IMPOSSIBLE;
            match line_type.pattern(width)[at] {
                Some(Level) if at != other && !is_open => *cost = known(0, IMPOSSIBLE),
                Some(Oblique) if at != other && !is_open => *cost = known(IMPOSSIBLE, 0),
                _ => {}
            }
        }
        line
    })
}

/// A poem: the costs, whether each line is whole, and a rhyme.
type Poem = (usize, Vec<Vec<Cost>>, Vec<bool>, RhymeScan);

fn poem(lines: usize, most_open: usize) -> impl Strategy<Value = Poem> {
    let width = prop::sample::select(vec![5usize, 7]);
    let group =
        prop_oneof![3 => Just(0u8), 1 => Just(80u8)].prop_filter_map("a group", RhymeGroup::new);
    let part = move |group: RhymeGroup| {
        prop::sample::select(vec![
            Part::Rhymes,
            Part::Borrows(group),
            Part::Off,
            Part::Unknown,
        ])
    };
    (width, group).prop_flat_map(move |(width, group)| {
        let line = prop_oneof![line(width, most_open), near_a_type(width, most_open)];
        // At most one line that is not whole: such a line has every reading.
        let broken = prop::option::weighted(0.2, 0..lines);
        (
            prop::collection::vec(line, lines),
            broken,
            prop::collection::vec(part(group), lines),
        )
            .prop_map(move |(costs, broken, parts)| {
                let whole = (0..lines).map(|at| Some(at) != broken).collect();
                let rhyme = RhymeScan {
                    group,
                    parts,
                    cost: 0,
                };
                (width, costs, whole, rhyme)
            })
    })
}

fn read((width, costs, whole, rhyme): &Poem) -> Reading {
    let lines: Vec<ScanLine<'_>> = costs
        .iter()
        .zip(whole)
        .map(|(costs, whole)| ScanLine {
            costs,
            whole: *whole,
        })
        .collect();
    scan(&lines, *width, Some(rhyme), None)
}

/// The scan finds the cheapest price, and the reading that it gives has that price.
fn assert_cheapest(poem: &Poem) -> Result<(), TestCaseError> {
    let (width, costs, whole, rhyme) = poem;
    let reading = read(poem);
    prop_assert_eq!(Some(reading.cost), cheapest(costs, whole, rhyme));
    if whole.iter().all(|w| *w) {
        let lines: Vec<Line> = reading
            .lines
            .iter()
            .map(|line| Line {
                line_type: line.line_type,
                classes: (0..*width).map(|at| written(line.class(at))).collect(),
                whole: true,
            })
            .collect();
        prop_assert_eq!(Some(reading.cost), price(&lines, costs, rhyme));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn two_lines(poem in poem(2, 4)) {
        assert_cheapest(&poem)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn three_lines(poem in poem(3, 2)) {
        assert_cheapest(&poem)?;
    }

    #[test]
    fn four_lines(poem in poem(4, 2)) {
        assert_cheapest(&poem)?;
    }
}
