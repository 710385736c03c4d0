//! A poem in rows: the title and the dedication over it, date and name under it at the right, before the seal.

use super::{
    Card,
    place::{Area, Ink, LARGEST, Layout, Measure, Placed, beside, seal_side},
};

/// From one character to the next, in ems.
const STEP: f64 = 1.1;
/// From one row to the next, in ems: at least, at most.
const ROW: [f64; 2] = [1.5, 1.95];
/// Between two lines in one row, in ems; the stop of the first stands there.
const GAP: f64 = 1.2;
/// A stop that hangs over the end, in ems.
const STOP: f64 = 0.8;
/// The title, in ems of the verse.
const TITLE: f64 = 1.05;
/// Lines in one row, at most.
const MOST_IN_ROW: usize = 4;

/// Puts everything in its place.
pub fn lay(card: &Card, space: Area, measure: Measure) -> Layout {
    let words = &card.words;
    let (in_row, em) = plan(card, space);
    let rows = words.lines.len().div_ceil(in_row);
    let small = beside(em);
    let signed = words.signed();
    let seal = (!card.seal.is_empty()).then(|| seal_side(em));
    let title = if words.title.is_empty() {
        0.0
    } else {
        em * (TITLE + 0.75)
    };
    let dedication = if words.dedication.is_empty() {
        0.0
    } else {
        small * 1.9
    };
    let foot = match seal {
        Some(side) => side + em * 0.45,
        None if signed.is_empty() => 0.0,
        None => small + em * 0.45,
    };
    let rest = space.height - title - dedication - foot;
    let pitch = (rest / rows as f64).clamp(ROW[0] * em * 0.9, ROW[1] * em);
    let width = row_width(in_row, words.width()) * em;
    let height = title + dedication + pitch * rows as f64 + foot;
    let mut y = space.y + (space.height - height).max(0.0) / 2.0;
    let left = space.x + (space.width - width) / 2.0;
    let middle = space.x + space.width / 2.0;
    let top = y;
    let mut layout = Layout::default();
    let mut writer = Writer {
        layout: &mut layout,
        measure,
    };
    if title > 0.0 {
        writer.centred(
            words.title.trim(),
            middle,
            y,
            TITLE * em,
            space.width,
            Ink::Title,
        );
        y += title;
    }
    if dedication > 0.0 {
        writer.centred(
            words.dedication.trim(),
            middle,
            y,
            small,
            space.width,
            Ink::Beside,
        );
        y += dedication;
    }
    let rules: Vec<f64> = (0..=rows).map(|at| y + pitch * at as f64).collect();
    for (index, line) in words.lines.iter().enumerate() {
        let (row, place) = (index / in_row, index % in_row);
        let row_top = y + pitch * (row as f64 + 0.5) - em / 2.0;
        let line_left = left + place as f64 * (words.width() as f64 * STEP + GAP) * em;
        for (at, char) in line.text.iter().chain(line.stop.iter()).enumerate() {
            writer.put(
                *char,
                line_left + at as f64 * STEP * em,
                row_top,
                em,
                Ink::Verse,
            );
        }
    }
    y += pitch * rows as f64;
    if foot > 0.0 {
        // Under the end of the verse, where that has room for it.
        let side = seal.unwrap_or(0.0);
        let long = writer.length(&signed) * small;
        let gap = if side > 0.0 && !signed.is_empty() {
            small * 0.7
        } else {
            0.0
        };
        let end = (left + width).max(left + (long + gap + side).min(space.right() - left));
        let foot_top = y + em * 0.45;
        let room = (end - side - gap - space.x).max(small);
        let text_top = foot_top + (side.max(small) - small) / 2.0;
        writer.ending_at(&signed, end - side - gap, text_top, small, room);
        layout.seal = seal.map(|side| Area {
            x: end - side,
            y: foot_top,
            width: side,
            height: side,
        });
    }
    layout.block = Area {
        x: left,
        y: top,
        width,
        height,
    };
    layout.rules = rules;
    layout
}

/// The width of a row without the stop that hangs over its end, in ems.
fn row_width(in_row: usize, longest: usize) -> f64 {
    let lines = in_row as f64;
    lines * longest as f64 * STEP - (STEP - 1.0) + (lines - 1.0) * GAP
}

/// So many lines in a row, and the largest verse that fits.
fn plan(card: &Card, space: Area) -> (usize, f64) {
    let words = &card.words;
    let largest = space.width.min(space.height) * LARGEST;
    let most = words.lines.len().clamp(1, MOST_IN_ROW);
    let mut best = (1, 0.0);
    for in_row in 1..=most {
        let rows = words.lines.len().div_ceil(in_row) as f64;
        let title = if words.title.is_empty() {
            0.0
        } else {
            TITLE + 0.75
        };
        let dedication = if words.dedication.is_empty() {
            0.0
        } else {
            1.05
        };
        let foot = if words.signed().is_empty() && card.seal.is_empty() {
            0.0
        } else {
            1.65
        };
        let height = rows * ROW[0] + title + dedication + foot;
        let width = row_width(in_row, words.width()) + 2.0 * STOP;
        let em = (space.height / height)
            .min(space.width / width)
            .min(largest);
        if em > best.1 * 1.02 {
            best = (in_row, em);
        }
    }
    best
}

struct Writer<'a> {
    layout: &'a mut Layout,
    measure: Measure<'a>,
}

impl Writer<'_> {
    /// The length of a text, in ems.
    fn length(&self, text: &str) -> f64 {
        text.chars().map(|char| self.width(char)).sum()
    }

    fn width(&self, char: char) -> f64 {
        match char {
            ' ' => 0.35,
            '\u{3000}' => 1.0,
            _ => (self.measure)(char) * if is_wide(char) { STEP } else { 1.0 },
        }
    }

    /// A text around a middle, smaller where it is too long.
    fn centred(&mut self, text: &str, middle: f64, y: f64, em: f64, room: f64, ink: Ink) {
        let long = self.length(text);
        let size = em.min(room / long.max(1.0));
        self.run(
            text,
            middle - long * size / 2.0,
            y + (em - size) / 2.0,
            size,
            ink,
        );
    }

    /// A text before an end, smaller where it is too long.
    fn ending_at(&mut self, text: &str, end: f64, y: f64, em: f64, room: f64) {
        let long = self.length(text);
        let size = em.min(room / long.max(1.0));
        self.run(
            text,
            end - long * size,
            y + (em - size) / 2.0,
            size,
            Ink::Beside,
        );
    }

    fn run(&mut self, text: &str, mut x: f64, y: f64, size: f64, ink: Ink) {
        for char in text.chars() {
            self.put(char, x, y, size, ink);
            x += self.width(char) * size;
        }
    }

    fn put(&mut self, char: char, x: f64, y: f64, size: f64, ink: Ink) {
        if !char.is_whitespace() {
            self.layout.placed.push(Placed {
                char,
                x,
                y,
                size,
                wide: (self.measure)(char),
                lies: false,
                ink,
            });
        }
    }
}

fn is_wide(char: char) -> bool {
    char >= '\u{2e80}'
}
