//! What every character of a text costs in each class.

use super::characters;
use crate::{
    options::Options,
    scan::{
        ScanLine,
        cost::{self, Cost},
    },
    text::Text,
};

/// The costs of all lines, each as long as the longest line or the form.
pub(super) struct Costs {
    all: Vec<Cost>,
    stride: usize,
}

impl Costs {
    /// The costs of every line at its places, with the readings that the person chose.
    pub(super) fn of(text: &Text, width: usize, options: &Options) -> Self {
        let longest = text.lines().map(<[_]>::len).max();
        let stride = width.max(longest.unwrap_or(0));
        let mut all = Vec::with_capacity(text.lines().len() * stride);
        for line in text.lines() {
            all.extend((0..line.len()).map(|at| cost::cost(line, at)));
            all.extend((line.len()..stride).map(|_| Cost::UNKNOWN));
        }
        let mut costs = Self { all, stride };
        for pin in &options.pins {
            costs.pin(text, pin);
        }
        costs
    }

    fn pin(&mut self, text: &Text, pin: &crate::Pin) {
        let place = (pin.line.checked_sub(1), pin.position.checked_sub(1));
        let (Some(line), Some(position)) = place else {
            return;
        };
        let glyph = text.line(line).get(position);
        let class = glyph.and_then(|g| characters::pinned_class(*g, &pin.reading));
        let cost = self.all.get_mut(line * self.stride + position);
        if let (Some(class), Some(cost)) = (class, cost) {
            cost.pin(class);
        }
    }

    /// The costs of a line, from 0.
    pub(super) fn line(&self, number: usize) -> &[Cost] {
        let start = number * self.stride;
        self.all.get(start..start + self.stride).unwrap_or_default()
    }

    /// The lines as the scan wants them. A last line that is shorter than the others is being
    /// written: it is scanned as far as it goes.
    pub(super) fn scan_lines(&self, text: &Text, width: usize) -> Vec<ScanLine<'_>> {
        let last = text.lines().len().saturating_sub(1);
        text.lines()
            .enumerate()
            .map(|(number, line)| {
                let length = line.len();
                let begun = number == last && length < width;
                ScanLine {
                    costs: self
                        .line(number)
                        .get(..length.max(width))
                        .unwrap_or_default(),
                    whole: length == width || begun,
                }
            })
            .collect()
    }
}
