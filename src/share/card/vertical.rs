//! A poem in columns, from right to left: the title, the verse, then at the left the dedication, date and name
//! with the seal under it.

use super::{
    Card,
    place::{Area, Ink, LARGEST, Layout, Measure, Placed, beside, seal_side},
};

/// From one character to the next, in ems.
const STEP: f64 = 1.14;
/// From one column to the next, in ems: at least, at most.
const COLUMN: [f64; 2] = [1.45, 2.05];
/// Between two lines in one column, in ems.
const GAP: f64 = 0.7;
/// The title, in ems of the verse.
const TITLE: f64 = 0.78;
/// Lines in one column, at most.
const MOST_IN_COLUMN: usize = 4;

/// What the measures of a card come to at some number of lines in a column.
#[derive(Clone, Copy)]
struct Plan {
    in_column: usize,
    em: f64,
    title_columns: usize,
}

/// Puts everything in its place.
pub fn lay(card: &Card, space: Area, measure: Measure) -> Layout {
    let words = &card.words;
    let title: Vec<char> = words.title.trim().chars().collect();
    let signed = words.signed();
    let plan = plan(card, space, length(&title, measure));
    let em = plan.em;
    let columns = words.lines.len().div_ceil(plan.in_column);
    let height = column_height(plan.in_column, words.width()) * em;
    let seal = (!card.seal.is_empty()).then(|| seal_side(em));
    let small = beside(em);

    let title_width = TITLE * em * 1.6 * plan.title_columns as f64;
    let dedication_width = if words.dedication.is_empty() {
        0.0
    } else {
        small * 1.9
    };
    let signed_width = if signed.is_empty() && seal.is_none() {
        0.0
    } else {
        (small * 1.9).max(seal.unwrap_or(0.0) + small * 0.3)
    };
    let rest = space.width - title_width - dedication_width - signed_width;
    let pitch = (rest / columns as f64).clamp(COLUMN[0] * em * 0.9, COLUMN[1] * em);
    let width = title_width + pitch * columns as f64 + dedication_width + signed_width;
    let top = space.y + (space.height - height).max(0.0) / 2.0;
    let mut right = space.right() - (space.width - width).max(0.0) / 2.0;
    let mut layout = Layout::default();

    let mut writer = Writer {
        layout: &mut layout,
        measure,
    };
    if plan.title_columns > 0 {
        let area = Area {
            x: right - title_width,
            y: top,
            width: title_width,
            height,
        };
        writer.text(
            &title,
            area,
            TITLE * em,
            plan.title_columns,
            Ink::Title,
            Align::Top,
        );
        right -= title_width;
    }
    let block_right = right;
    for (index, line) in words.lines.iter().enumerate() {
        let (column, place) = (index / plan.in_column, index % plan.in_column);
        let x = right - pitch * (column as f64 + 0.5) - em / 2.0;
        let line_top = place as f64 * (words.width() as f64 * STEP + GAP) * em;
        for (at, char) in line.text.iter().enumerate() {
            let y = top + line_top + at as f64 * STEP * em;
            writer.put(*char, x, y, em, Ink::Verse);
        }
    }
    right -= pitch * columns as f64;
    let rules = (0..=columns).map(|at| block_right - pitch * at as f64);
    let rules: Vec<f64> = rules.collect();
    if dedication_width > 0.0 {
        let text: Vec<char> = words.dedication.trim().chars().collect();
        let area = Area {
            x: right - dedication_width,
            y: top + em * STEP,
            width: dedication_width,
            height: (space.bottom() - top - em * STEP).max(small),
        };
        writer.text(&text, area, small, 1, Ink::Beside, Align::Top);
        right -= dedication_width;
    }
    if signed_width > 0.0 {
        let text: Vec<char> = signed.chars().collect();
        let side = seal.map_or(0.0, |side| side + small * 0.7);
        let needed = length(&text, measure) * small * STEP + side;
        // It ends with the poem, or lower where it is longer than that.
        let end = (top + needed).clamp(top + height, space.bottom().max(top + height));
        let area = Area {
            x: right - signed_width,
            y: top,
            width: signed_width,
            height: (end - side - top).max(small),
        };
        writer.text(&text, area, small, 1, Ink::Beside, Align::Bottom);
        layout.seal = seal.map(|side| Area {
            x: right - (signed_width + side) / 2.0,
            y: end - side,
            width: side,
            height: side,
        });
    }
    layout.block = Area {
        x: right - signed_width,
        y: top,
        width,
        height,
    };
    layout.rules = rules;
    layout
}

/// The height of a column, in ems.
fn column_height(in_column: usize, longest: usize) -> f64 {
    let lines = in_column as f64;
    lines * longest as f64 * STEP - (STEP - 1.0) + (lines - 1.0) * GAP
}

/// The length of a text in a column, in ems without the room between.
fn length(text: &[char], measure: Measure) -> f64 {
    text.iter().map(|char| step(*char, measure)).sum()
}

/// The largest verse that fits.
fn plan(card: &Card, space: Area, title: f64) -> Plan {
    let words = &card.words;
    let largest = space.width.min(space.height) * LARGEST;
    let most = words.lines.len().clamp(1, MOST_IN_COLUMN);
    let mut best: Option<Plan> = None;
    for in_column in 1..=most {
        let columns = words.lines.len().div_ceil(in_column) as f64;
        let height = column_height(in_column, words.width());
        let title_columns = if title == 0.0 {
            0
        } else {
            ((title * TITLE * STEP / height).ceil() as usize).clamp(1, 3)
        };
        let beside = if words.dedication.is_empty() {
            0.0
        } else {
            1.0
        } + if words.signed().is_empty() && card.seal.is_empty() {
            0.0
        } else {
            1.45
        };
        let width = columns * COLUMN[0] + title_columns as f64 * TITLE * 1.6 + beside;
        let em = (space.height / height)
            .min(space.width / width)
            .min(largest);
        let better = best.is_none_or(|best| em > best.em * 1.02);
        if better {
            best = Some(Plan {
                in_column,
                em,
                title_columns,
            });
        }
    }
    best.unwrap_or(Plan {
        in_column: 1,
        em: largest,
        title_columns: 0,
    })
}

/// Where a text begins that is shorter than its column.
#[derive(Clone, Copy, PartialEq)]
enum Align {
    Top,
    Bottom,
}

struct Writer<'a> {
    layout: &'a mut Layout,
    measure: Measure<'a>,
}

impl Writer<'_> {
    /// Writes a text into so many columns, smaller where it is too long for them.
    fn text(&mut self, text: &[char], area: Area, em: f64, columns: usize, ink: Ink, align: Align) {
        if text.is_empty() {
            return;
        }
        let columns = columns.max(1);
        let long = length(text, self.measure) * STEP;
        // A word more for what does not come out even.
        let slack = if columns > 1 { STEP } else { 0.0 };
        let em = em.min(area.height * columns as f64 / (long + slack * (columns - 1) as f64));
        let pitch = area.width / columns as f64;
        let mut column = 0;
        let mut y = match align {
            Align::Top => area.y,
            Align::Bottom => area.bottom() - long * em,
        };
        for char in text {
            let step = step(*char, self.measure) * STEP * em;
            if y + step > area.bottom() + 0.2 * em && column + 1 < columns {
                column += 1;
                y = area.y;
            }
            let x = area.right() - pitch * (column as f64 + 0.5) - em / 2.0;
            self.put(*char, x, y, em, ink);
            y += step;
        }
    }

    fn put(&mut self, char: char, x: f64, y: f64, size: f64, ink: Ink) {
        if char.is_whitespace() {
            return;
        }
        let char = upright_form(char);
        self.layout.placed.push(Placed {
            char,
            x,
            y,
            size,
            wide: (self.measure)(char),
            lies: lies(char),
            ink,
        });
    }
}

/// Whether a character lies on its side in a column.
fn lies(char: char) -> bool {
    char.is_ascii() || matches!(char, '\u{a1}'..='\u{24f}' | '—' | '–' | '…' | '～')
}

fn step(char: char, measure: Measure) -> f64 {
    match char {
        ' ' => 0.4,
        _ if lies(char) => measure(char),
        _ => 1.0,
    }
}

/// Brackets and the like have a form of their own in columns.
fn upright_form(char: char) -> char {
    match char {
        '（' => '︵',
        '）' => '︶',
        '《' => '︽',
        '》' => '︾',
        '〈' => '︿',
        '〉' => '﹀',
        '「' => '﹁',
        '」' => '﹂',
        '『' => '﹃',
        '』' => '﹄',
        '【' => '︻',
        '】' => '︼',
        _ => char,
    }
}
