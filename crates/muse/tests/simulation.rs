//! How often the loop ends with a clean poem, where the poet is simulated.

#[path = "simulation/mod.rs"]
mod simulation;

use simulation::{Tally, poet::Habits, simulate, words};
use verse::Form;

const HABITS: Habits = Habits {
    slot_error: 0.15,
    obedience: 0.8,
    nonsense: 0.02,
};

const FORMS: [Form; 4] = [
    Form::FiveQuatrain,
    Form::SevenQuatrain,
    Form::FiveOctave,
    Form::SevenOctave,
];

fn all(habits: Habits, poems: usize, patterns: bool) -> Tally {
    let known = words::load();
    let mut tally = Tally::default();
    for form in FORMS {
        tally.add(simulate(form, habits, poems, patterns, &known));
    }
    tally
}

#[test]
fn most_poems_are_clean_after_three_rounds() {
    let tally = all(HABITS, 40, true);
    assert!(tally.clean[3] * 100 >= tally.runs * 95, "{tally:?}");
    // The draft alone would not do, and the rounds are what mends it.
    assert!(tally.clean[0] * 100 < tally.runs * 30, "{tally:?}");
}

#[test]
fn the_patterns_in_the_request_help() {
    let (with, without) = (all(HABITS, 20, true), all(HABITS, 20, false));
    assert!(with.clean[2] > without.clean[2], "{with:?} {without:?}");
}

#[test]
fn the_same_seed_gives_the_same_runs() {
    assert_eq!(all(HABITS, 3, true), all(HABITS, 3, true));
}
