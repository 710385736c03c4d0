//! The loop without a network: a simulated poet answers, the real machine drives it.

// A helper of a test fails as a test does.
#![allow(clippy::unwrap_used, clippy::panic)]

pub mod poet;
pub mod reading;
pub mod words;

use muse::{Action, Brief, Budget, By, Compose, Event, Finish, Rank, Usage};
use verse::Form;

use poet::{Habits, Poet};
use words::{Known, Words};

/// What many runs came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub runs: u32,
    /// Runs that were clean with the draft, and after at most so many rounds.
    pub clean: [u32; 4],
    pub calls: u32,
    pub tokens: u64,
}

impl Tally {
    /// Adds what another came to.
    pub fn add(&mut self, other: Self) {
        self.runs += other.runs;
        self.calls += other.calls;
        self.tokens += other.tokens;
        for (own, more) in self.clean.iter_mut().zip(other.clean) {
            *own += more;
        }
    }
}

/// Runs so many poems of a form. Fails where a run ends with a poem that is worse than a draft of it.
pub fn simulate(
    form: Form,
    habits: Habits,
    poems: usize,
    patterns: bool,
    (known, words): &(Vec<Known>, Words),
) -> Tally {
    let known: Vec<&Known> = known.iter().filter(|k| k.form == form).collect();
    let mut tally = Tally::default();
    for at in 0..poems {
        let mut poet = Poet::new(habits, at as u64 + 1, &known, at, words);
        let mut brief = Brief::new(form, "");
        brief.opening = Some(known[at % known.len()].opening);
        tally.add(run(&mut poet, brief, patterns));
    }
    tally
}

fn run(poet: &mut Poet<'_>, brief: Brief, patterns: bool) -> Tally {
    let mut tally = Tally {
        runs: 1,
        ..Tally::default()
    };
    let mut compose = Compose::new(
        brief.clone(),
        Budget {
            rounds: 3,
            ..Budget::default()
        },
    );
    let mut action = compose.step(Event::Start);
    while let Action::Ask(prompt) = action {
        tally.calls += 1;
        let answer = if patterns {
            poet.answer(&prompt.user)
        } else {
            poet.answer(&reading::without_patterns(&prompt.user))
        };
        let count = |text: &str| text.chars().count() as u64;
        compose.step(Event::Text(answer.clone()));
        action = compose.step(Event::Answered {
            finish: Finish::Stop,
            // A character a token, which is more than most providers count for Chinese.
            usage: Usage {
                prompt: count(&prompt.system) + count(&prompt.user),
                cached: 0,
                completion: count(&answer),
            },
        });
    }
    let outcome = compose.into_outcome();
    tally.tokens = outcome.usage.total();
    let Some(best) = outcome.best.map(|best| &outcome.versions[best]) else {
        return tally;
    };
    let rank = Rank::of(&best.report, &brief);
    for version in outcome.versions.iter().filter(|v| v.by == By::Draft) {
        let draft = Rank::of(&version.report, &brief);
        assert!(rank <= draft, "{}\n{}", best.text, version.text);
    }
    if rank.is_clean() {
        for (round, clean) in tally.clean.iter_mut().enumerate() {
            *clean += u32::from(best.round as usize <= round);
        }
    }
    tally
}
