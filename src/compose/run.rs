//! One run of a model, from the button to the best version.

use leptos::{prelude::*, task::spawn_local};
use muse::{Brief, Compose, Error, Lock, Outcome, Stop, Update};
use verse::{Form, Report};

use super::{
    aloud::Aloud,
    budget::budget,
    connection::{connection, link},
    difference::Changed,
    log::{self, recorder::Recorder},
    phase::Phase,
    tune,
    writer::Writer,
};
use crate::{
    browser::clock,
    desk::Desk,
    keep::log::{Log, Talked},
    ui::State,
};

/// Thinking that is shown, in bytes; the oldest goes.
const THOUGHTS: usize = 40_000;

/// The state of the run.
#[derive(Clone, Copy)]
pub struct Run {
    /// What is going on.
    pub phase: State<Phase>,
    /// The request that is answered: 0 for the draft, then the round.
    pub round: State<u32>,
    /// The requests of this run.
    pub talk: State<Talked>,
    /// Those of all runs.
    pub log: State<Log>,
    /// What the last run changed in a poem that it was given.
    pub changed: State<Option<Changed>>,
    /// What the model has thought aloud.
    pub thoughts: State<String>,
    /// The tokens so far.
    pub tokens: State<u64>,
    /// Why it failed.
    pub error: State<Option<Error>>,
    /// Whether the person has changed the text since it began.
    pub yielded: State<bool>,
    /// How many models write side by side.
    pub lanes: State<usize>,
    stop: State<Option<Stop>>,
}

impl Run {
    /// No run yet.
    pub fn new() -> Self {
        Self {
            phase: State::new(Phase::Idle),
            round: State::new(0),
            talk: State::new(Talked::none()),
            log: State::new(Log::default()),
            changed: State::new(None),
            thoughts: State::new(String::new()),
            tokens: State::new(0),
            error: State::new(None),
            yielded: State::new(false),
            lanes: State::new(0),
            stop: State::new(None),
        }
    }

    /// Whether a run is under way.
    pub fn is_running(self) -> bool {
        self.phase.with(Phase::is_under_way)
    }

    /// Begins a poem. What stands in the field is kept as a version first.
    pub fn start(self, desk: Desk) {
        self.begin(desk, None);
    }

    /// Has the poem in the field changed as the person asks.
    pub fn polish(self, desk: Desk, instruction: String) {
        self.begin(desk, Some(instruction));
    }

    fn begin(self, desk: Desk, instruction: Option<String>) {
        if self.phase.with_untracked(Phase::is_under_way) {
            return;
        }
        let connection = match untrack(|| connection(desk)) {
            Ok(connection) => connection,
            Err(error) => return self.error.set(Some(error)),
        };
        desk.field.end_composition();
        desk.keep_draft();
        let wish = desk.wish.get_untracked();
        // What is changed keeps its form, whatever the brief asks for.
        let given = instruction
            .is_some()
            .then(|| desk.report.with_untracked(form_of))
            .flatten();
        let form = given.unwrap_or(wish.form);
        // Where the tune is not known, the panel says so and the button does nothing.
        let tune = match &instruction {
            Some(_) => tune::on_desk(desk),
            None => match untrack(|| tune::asked(desk)) {
                Ok(tune) => tune,
                Err(_) => return,
            },
        };
        desk.picked.set(None);
        let stop = Stop::new();
        self.stop.set(Some(stop.clone()));
        self.phase.set(Phase::Asking);
        self.round.set(0);
        self.changed.set(None);
        self.thoughts.set(String::new());
        self.tokens.set(0);
        self.error.set(None);
        self.yielded.set(false);
        desk.versions.update(|versions| versions.set_best(None));
        // A lyric is read as one; its title names the tune.
        desk.form.set(tune.is_none().then_some(form));

        let outside = desk.outside.get_untracked();
        let settings = desk.settings.get_untracked();
        let before = desk.text.get_untracked();
        let brief = Brief {
            form,
            tune,
            book: settings.book,
            strictness: settings.strictness,
            locked: locks(desk, &wish.brief()),
            ..wish.brief()
        };
        let budget = budget(&wish);
        let (compose, given) = match &instruction {
            None => (Compose::new(brief, budget), None),
            Some(instruction) => (
                Compose::polish(brief, &before, instruction, budget),
                Some(before),
            ),
        };
        let talked = Talked {
            at: clock::now(),
            model: connection.model.clone(),
            form,
            tune: tune::name(compose.brief()),
            group: compose.brief().group.clone(),
            instruction: instruction.unwrap_or_default(),
            calls: Vec::new(),
        };
        let mut hands = Hands {
            aloud: Aloud::new(connection.key.clone()),
            writer: Writer::new(desk, connection.model.clone(), compose.brief().clone()),
            recorder: Recorder::new(
                self.talk,
                talked,
                connection.key.clone(),
                given.as_deref().unwrap_or_default(),
            ),
        };
        let under_way = desk.keyring.under_way(desk, &connection, &stop);
        spawn_local(async move {
            let link = link(&connection, &outside, &stop);
            let outcome = muse::run(compose, link, &mut |update| {
                self.follow(&mut hands, update);
            })
            .await;
            drop(under_way);
            self.finish(desk, hands, outcome, given);
        });
    }

    /// Stops at once.
    pub fn stop(self) {
        self.stop.with_untracked(|stop| {
            if let Some(stop) = stop {
                stop.stop();
            }
        });
    }

    fn follow(self, hands: &mut Hands, update: Update<'_>) {
        hands.recorder.follow(&update);
        if let Some(phase) = Phase::of(&update) {
            self.change_phase(phase);
        }
        match update {
            Update::Asked { round, .. } => self.round.set(round),
            Update::Thinking(text) => self.thoughts.update(|thoughts| {
                hands.aloud.add(thoughts, text);
                keep_last(thoughts);
            }),
            Update::Text { poem, .. } => {
                hands.writer.show(poem);
                self.yielded.set(hands.writer.has_yielded());
            }
            Update::Version { version, index } => hands.writer.keep(version, index),
            Update::Usage(usage) => self.tokens.set(usage.total()),
            Update::Waiting { .. } => {}
        }
    }

    fn finish(self, desk: Desk, mut hands: Hands, outcome: Outcome, given: Option<String>) {
        hands.writer.finish(&outcome);
        self.tokens.set(outcome.usage.total());
        self.yielded.set(hands.writer.has_yielded());
        self.stop.set(None);
        log::keep(desk, self.log, hands.recorder.finish());
        let best = outcome.best.and_then(|best| outcome.versions.get(best));
        if let Some((before, after)) = given.zip(best) {
            self.changed
                .set(Changed::between(before, hands.writer.text(after)));
        }
        let (phase, error) = Phase::ended(outcome.end);
        self.error.set(error);
        self.phase.set(phase);
    }

    /// Sets the phase where it differs: a status that is set at every piece of an answer would be
    /// read out at every piece.
    fn change_phase(self, phase: Phase) {
        if self.phase.with_untracked(|now| *now != phase) {
            self.phase.set(phase);
        }
    }
}

impl Default for Run {
    fn default() -> Self {
        Self::new()
    }
}

/// What is written where while a run goes on.
struct Hands {
    aloud: Aloud,
    writer: Writer,
    recorder: Recorder,
}

/// The characters that the person has locked in the draft. Where the brief's acrostic says what stands
/// at the head of a line, that is asked for.
fn locks(desk: Desk, brief: &Brief) -> Vec<Lock> {
    let asked = brief.locks();
    let mut locks = desk.locks.get_untracked();
    locks.retain(|lock| {
        let mut others = asked.iter();
        !others.any(|other| (other.line, other.position) == (lock.line, lock.position))
    });
    locks
}

/// The form that a poem has.
pub fn form_of(report: &Report) -> Option<Form> {
    let name = report.form?;
    Form::ALL.into_iter().find(|form| form.chinese() == name)
}

fn keep_last(thoughts: &mut String) {
    if thoughts.len() > THOUGHTS {
        let mut from = thoughts.len() - THOUGHTS;
        while !thoughts.is_char_boundary(from) {
            from += 1;
        }
        thoughts.drain(..from);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_thoughts_lose_their_beginning_between_characters() {
        let mut thoughts = String::new();
        for _ in 0..3 {
            thoughts.push_str(&"思".repeat(THOUGHTS / 3 - 100));
            keep_last(&mut thoughts);
        }
        thoughts.push_str(&"x".repeat(THOUGHTS / 2));
        keep_last(&mut thoughts);
        assert!(thoughts.len() <= THOUGHTS);
        assert!(thoughts.ends_with('x'));
        assert!(thoughts.starts_with('思'));
    }
}
