//! A poem as classes, with what is likely at its places.

use super::{Diction, format::Context};

/// A poem as classes.
pub(super) struct Classes(pub Vec<Vec<u16>>);

impl Classes {
    /// Of lines of characters.
    pub(super) fn of(table: &Diction, lines: &[Vec<char>]) -> Self {
        Self(lines.iter().map(|line| table.classes(line)).collect())
    }

    /// What stands at a place (from 0).
    pub(super) fn at(&self, line: usize, at: usize) -> u16 {
        let own = self.0.get(line).and_then(|line| line.get(at));
        own.copied().unwrap_or(0)
    }

    /// Puts a class at a place, if there is such a place.
    pub(super) fn put(&mut self, line: usize, at: usize, class: u16) {
        if let Some(place) = self.0.get_mut(line).and_then(|line| line.get_mut(at)) {
            *place = class;
        }
    }

    /// How well each class goes to a place, by its number: the logarithm of how likely the table holds
    /// it, and more where it stands beside its neighbours in lines of poets.
    pub(super) fn likelihoods(&self, table: &Diction, line: usize, at: usize) -> Vec<f32> {
        let mut values = table.model.likelihoods(&Context::of(&self.0, line, at));
        let left = at.checked_sub(1).map_or(0, |at| self.at(line, at));
        let right = self.at(line, at + 1);
        for (neighbour, before) in [(left, false), (right, true)] {
            for (class, count) in table.store.beside(neighbour, before) {
                if let Some(value) = values.get_mut(usize::from(class)) {
                    *value += WORD * f32::from(count).ln_1p();
                }
            }
        }
        values
    }
}

/// How much it counts that two characters stand side by side in lines of poets. Settled on the poets
/// that settle limits (`crates/corpus`).
const WORD: f32 = 0.5;
