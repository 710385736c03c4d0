//! How many decided places, and rhymes, of lyrics that taught nothing are called faulty.

use std::collections::BTreeMap;

use verse::ci::{Form, Score};

/// A form is looked at place by place if so many lyrics held out follow it.
const MANY: usize = 30;
/// A place is decided wrongly if at least this share of the lyrics break it.
const LIMIT: f64 = 0.1;

/// A part of a whole.
#[derive(Default)]
pub struct Share {
    /// How many of the whole.
    pub part: usize,
    all: usize,
}

impl Share {
    /// A part of a whole.
    pub const fn of(part: usize, all: usize) -> Self {
        Self { part, all }
    }

    /// Adds a part of another whole, and that.
    pub fn add(&mut self, part: usize, all: usize) {
        self.part += part;
        self.all += all;
    }

    /// `2.50 %`.
    pub fn percent(&self) -> String {
        let share = 100.0 * self.part as f64 / self.all.max(1) as f64;
        format!("{share:.2} %")
    }

    /// `2.50 % of 40`.
    pub fn text(&self) -> String {
        format!("{} of {}", self.percent(), self.all)
    }
}

/// What was counted.
#[derive(Default)]
pub struct Faults {
    strong: Share,
    weak: Share,
    rhymes: Share,
    /// For each form how many lyrics followed it, and for its places how many broke them.
    forms: BTreeMap<usize, (usize, BTreeMap<usize, usize>)>,
}

impl Faults {
    /// Counts a lyric under the form (with its number) that it follows best.
    pub fn count(&mut self, score: &Score, number: usize, form: &Form) {
        let share = if form.weak {
            &mut self.weak
        } else {
            &mut self.strong
        };
        share.add(score.wrong.len(), score.decided);
        let rhymes = form.lines.iter().filter_map(|line| line.rhyme);
        let rhymes = rhymes.filter(|rhyme| !form.is_optional(*rhyme)).count();
        self.rhymes.add(score.off_rhyme.len(), rhymes);
        let (lyrics, broken) = self.forms.entry(number).or_default();
        *lyrics += 1;
        for place in &score.wrong {
            *broken.entry(*place).or_default() += 1;
        }
    }

    /// Prints the shares.
    pub fn print(&self, forms: &[(&str, &Form)]) {
        let mut wrong = Share::default();
        for (number, (lyrics, broken)) in &self.forms {
            if *lyrics >= MANY {
                let many = |broken: &&usize| **broken as f64 >= LIMIT * *lyrics as f64;
                let form = forms[*number].1;
                let decided = form
                    .slots()
                    .filter(|slot| slot.class.asked().is_some())
                    .count();
                wrong.add(broken.values().filter(many).count(), decided);
            }
        }
        println!("\ndecided places called faulty: {}", self.strong.text());
        println!("— in weak forms: {}", self.weak.text());
        println!(
            "decided places that a tenth or more of {MANY} lyrics or more break: {}",
            wrong.text()
        );
        println!("rhymes called off: {}", self.rhymes.text());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares() {
        let mut share = Share::default();
        share.add(1, 30);
        share.add(0, 10);
        assert_eq!(share.text(), "2.50 % of 40");
        assert_eq!(Share::default().text(), "0.00 % of 0");
    }
}
