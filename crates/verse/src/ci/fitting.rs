//! A lyric beside one form: which places and rhymes it breaks, and whether its marks divide it so.

use super::{
    align::Alignment,
    lyric::{Lyric, Mark, Sound},
    rhyming::{Group, groups},
    types::Form,
};

/// What a lyric breaks of a form that its lines were brought together with.
pub(super) struct Fitting {
    /// How likely the form makes the classes, beside chance: a logarithm, 0 where it tells nothing.
    pub classes: f64,
    /// How many places cannot be read as the form asks.
    pub wrong: usize,
    /// How many places of the lyric's lines ask for a class.
    pub decided: usize,
    /// The rhymes.
    pub groups: Vec<Group>,
}

impl Fitting {
    /// Compares what has the right length; of other lines only the end counts.
    pub(super) fn of(lyric: &Lyric, form: &Form, alignment: &Alignment) -> Self {
        let (mut classes, mut wrong, mut decided) = (0.0, 0, 0);
        for step in &alignment.steps {
            let own = step.span.clone().and_then(|s| lyric.characters.get(s));
            let line = step.line.and_then(|line| form.lines.get(line));
            let (Some(own), Some(line)) = (own, line) else {
                continue;
            };
            if own.len() != line.slots.len() {
                continue;
            }
            for (sound, slot) in own.iter().zip(&line.slots) {
                classes += (2.0 * super::score::likelihood(sound, slot)).ln();
                if let Some(asked) = slot.class.asked() {
                    decided += 1;
                    wrong += usize::from(!sound.may_be(asked));
                }
            }
        }
        Self {
            classes,
            wrong,
            decided,
            groups: groups(form, &ends(lyric, form, alignment)),
        }
    }

    /// How many lines do not rhyme as the form does, and how many should.
    pub(super) fn off(&self) -> (usize, usize) {
        let count = |of: fn(&Group) -> usize| self.groups.iter().map(of).sum();
        (count(|g| g.off.len()), count(|g| g.lines.len()))
    }
}

/// For each line of a form the last character of the lyric's line.
fn ends<'a>(lyric: &'a Lyric, form: &Form, alignment: &Alignment) -> Vec<Option<&'a Sound>> {
    let mut ends = vec![None; form.lines.len()];
    for step in &alignment.steps {
        if let (Some(span), Some(line)) = (&step.span, step.line)
            && let Some(end) = ends.get_mut(line)
        {
            *end = span
                .end
                .checked_sub(1)
                .and_then(|at| lyric.characters.get(at));
        }
    }
    ends
}

/// How many marks (pauses left out) stand within the lines of a form of the lyric's length, where no
/// poet has a pause; and how many there are.
pub(super) fn strange_marks(lyric: &Lyric, form: &Form) -> (usize, usize) {
    let mut usual = vec![false; lyric.length()];
    let mut start = 0;
    for line in &form.lines {
        let pauses = line.pauses.iter().map(|pause| pause.after);
        for after in pauses.chain([line.slots.len()]) {
            let at = (start + after).checked_sub(1);
            if let Some(place) = at.and_then(|at| usual.get_mut(at)) {
                *place = true;
            }
        }
        start += line.slots.len();
    }
    let marked = lyric.marks.iter().zip(&usual);
    let marked = marked.filter(|(mark, _)| mark.is_some_and(|mark| mark > Mark::Pause));
    let (mut strange, mut all) = (0, 0);
    for (_, usual) in marked {
        all += 1;
        strange += usize::from(!usual);
    }
    (strange, all)
}
