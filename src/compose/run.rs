//! One run of a model, from the button to the best version.

use leptos::{prelude::*, task::spawn_local};
use muse::{
    Brief, Browser, Budget, By, Compose, Connection, End, Error, Limits, Link, Outcome, Provider,
    Stop,
};
use verse::{Form, Report, Severity};

use super::hand::Hand;
use crate::{
    browser::{clock, page},
    desk::Desk,
    keep::versions::{Version, Who},
    ui::State,
};

/// What is going on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Nothing has been asked for yet.
    Idle,
    /// A request is on its way.
    Asking,
    /// The model thinks.
    Thinking,
    /// The poem comes.
    Writing,
    /// The provider did not take the request; it is asked again.
    Waiting {
        /// Why.
        error: Error,
        /// After so many seconds.
        seconds: u64,
        /// The number of the next try.
        next_try: u32,
    },
    /// The run is over.
    Ended(Ended),
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Nothing is left to mend.
    Clean,
    /// The rounds, tokens or time are used up.
    Budget,
    /// The last rounds made nothing better.
    NoProgress,
    /// The person stopped it.
    Stopped,
    /// It failed; the error is shown.
    Failed,
}

/// A round of revision: which lines are rewritten, and what they are taken from. The reasons are
/// found by checking that text, in whatever language the page has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// From 1.
    pub number: u32,
    /// The lines, from 1.
    pub open: Vec<usize>,
    /// The text that is to be mended.
    pub base: String,
    /// Its form.
    pub form: Form,
}

/// Thinking that is shown, in bytes; the oldest goes.
const THOUGHTS: usize = 40_000;

/// The state of the run.
#[derive(Clone, Copy)]
pub struct Run {
    /// What is going on.
    pub phase: State<Phase>,
    /// The request that is answered: 0 for the draft, then the round.
    pub round: State<u32>,
    /// The rounds of revision so far.
    pub rounds: State<Vec<Round>>,
    /// What the model has thought aloud.
    pub thoughts: State<String>,
    /// The tokens so far.
    pub tokens: State<u64>,
    /// Why it failed.
    pub error: State<Option<Error>>,
    /// Whether the person has changed the text since it began.
    pub yielded: State<bool>,
    stop: State<Option<Stop>>,
}

impl Run {
    /// No run yet.
    pub fn new() -> Self {
        Self {
            phase: State::new(Phase::Idle),
            round: State::new(0),
            rounds: State::new(Vec::new()),
            thoughts: State::new(String::new()),
            tokens: State::new(0),
            error: State::new(None),
            yielded: State::new(false),
            stop: State::new(None),
        }
    }

    /// Whether a run is under way.
    pub fn is_running(self) -> bool {
        self.phase.with(is_under_way)
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
        if self.phase.with_untracked(is_under_way) {
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
        desk.picked.set(None);
        let stop = Stop::new();
        self.stop.set(Some(stop.clone()));
        self.phase.set(Phase::Asking);
        self.round.set(0);
        self.rounds.set(Vec::new());
        self.thoughts.set(String::new());
        self.tokens.set(0);
        self.error.set(None);
        self.yielded.set(false);
        desk.versions.update(|versions| versions.set_best(None));
        desk.form.set(Some(form));

        let outside = desk.outside.get_untracked();
        let settings = desk.settings.get_untracked();
        let before = desk.text.get_untracked();
        let mut writer = Writer::new(desk, form, connection.model.clone());
        spawn_local(async move {
            let link = Link {
                connection: &connection,
                transport: outside.transport.as_ref(),
                clock: outside.clock.as_ref(),
                stop: &stop,
                limits: Limits::default(),
            };
            let brief = Brief {
                form,
                book: settings.book,
                strictness: settings.strictness,
                ..wish.brief()
            };
            let budget = Budget::default();
            let compose = match instruction {
                None => Compose::new(brief, budget),
                Some(instruction) => Compose::polish(brief, &before, &instruction, budget),
            };
            let outcome = muse::run(compose, link, &mut |update| {
                self.follow(&mut writer, update)
            })
            .await;
            self.finish(&mut writer, outcome);
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

    fn follow(self, writer: &mut Writer, update: muse::Update<'_>) {
        match update {
            muse::Update::Asked { round, open, .. } => {
                self.phase.set(Phase::Asking);
                self.round.set(round);
                if round > 0 {
                    let round = writer.round(round, open);
                    self.rounds.update(|rounds| rounds.push(round));
                }
            }
            muse::Update::Waiting {
                error,
                wait,
                next_try,
            } => self.phase.set(Phase::Waiting {
                error: error.clone(),
                seconds: wait.as_millis().div_ceil(1000) as u64,
                next_try,
            }),
            muse::Update::Thinking(text) => {
                self.change_phase(Phase::Thinking);
                self.thoughts.update(|thoughts| add_thought(thoughts, text));
            }
            muse::Update::Text { poem, .. } => {
                self.change_phase(Phase::Writing);
                writer.show(poem);
                self.yielded.set(writer.hand.is_down());
            }
            muse::Update::Version { version, index } => writer.keep(version, index),
            muse::Update::Usage(usage) => self.tokens.set(usage.total()),
        }
    }

    fn finish(self, writer: &mut Writer, outcome: Outcome) {
        writer.finish(&outcome);
        self.tokens.set(outcome.usage.total());
        self.yielded.set(writer.hand.is_down());
        self.stop.set(None);
        let ended = match outcome.end {
            End::Clean => Ended::Clean,
            End::Budget => Ended::Budget,
            End::NoProgress => Ended::NoProgress,
            End::Failed(Error::Stopped) => Ended::Stopped,
            End::Failed(error) => {
                self.error.set(Some(error));
                Ended::Failed
            }
        };
        self.phase.set(Phase::Ended(ended));
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

/// The form that a poem has.
fn form_of(report: &Report) -> Option<Form> {
    let name = report.form?;
    Form::ALL.into_iter().find(|form| form.chinese() == name)
}

fn is_under_way(phase: &Phase) -> bool {
    !matches!(phase, Phase::Idle | Phase::Ended(_))
}

/// Whom the settings name, or what is missing.
pub fn connection(desk: Desk) -> Result<Connection, Error> {
    let settings = desk.settings.get();
    let provider = Provider::find(&settings.provider)
        .or_else(|| Provider::all().first())
        .ok_or(Error::NoModel)?;
    let endpoint = settings.endpoint();
    let connection = Connection::new(
        provider,
        &endpoint.base_url,
        &endpoint.model,
        desk.key.get(),
    )?;
    // A provider that lets no page ask it is asked by way of the relay, where there is one.
    let relay = page::relay().filter(|_| settings.relay || provider.browser == Browser::No);
    Ok(match relay {
        Some(relay) => connection.through(&relay),
        None => connection,
    })
}

fn add_thought(thoughts: &mut String, text: &str) {
    thoughts.push_str(text);
    if thoughts.len() > THOUGHTS {
        let mut from = thoughts.len() - THOUGHTS;
        while !thoughts.is_char_boundary(from) {
            from += 1;
        }
        thoughts.drain(..from);
    }
}

/// What a run does to the desk.
struct Writer {
    desk: Desk,
    hand: Hand,
    form: Form,
    model: String,
    before: String,
    was_welcome: bool,
    /// The ids of the versions, in the order of the run.
    ids: Vec<u64>,
    /// The best text so far.
    best: String,
}

impl Writer {
    fn new(desk: Desk, form: Form, model: String) -> Self {
        let before = desk.text.get_untracked();
        Self {
            desk,
            hand: Hand::new(before.as_str()),
            form,
            model,
            before,
            was_welcome: desk.welcome.get_untracked(),
            ids: Vec::new(),
            best: String::new(),
        }
    }

    fn show(&mut self, text: &str) {
        let may = self
            .desk
            .text
            .with_untracked(|now| self.hand.may_write(now));
        if may && self.desk.show(text) {
            self.hand.wrote(text);
        }
    }

    fn round(&self, number: u32, open: &[usize]) -> Round {
        Round {
            number,
            open: open.to_vec(),
            base: self.best.clone(),
            form: self.form,
        }
    }

    fn keep(&mut self, version: &muse::Version, index: usize) {
        let text = with_title(version);
        if version.accepted {
            text.clone_into(&mut self.best);
        }
        // The poem that is to be changed is the person's; it was kept before the run began.
        let given = version.by == By::Given;
        let known = self.desk.versions.with_untracked(|versions| {
            let mut same = versions.list.iter().filter(|old| old.text == self.before);
            same.next_back().filter(|_| given).map(|old| old.id)
        });
        let kept = Version {
            id: 0,
            text,
            who: if given {
                Who::Person
            } else {
                Who::Model(self.model.clone())
            },
            round: version.round.into(),
            at: clock::now(),
            errors: version.report.count(Severity::Error) as u64,
            warnings: version.report.count(Severity::Warning) as u64,
            best: false,
            partial: version.partial,
        };
        self.desk.versions.update(|versions| {
            let id = known.unwrap_or_else(|| versions.add(kept));
            if version.accepted && !given {
                versions.set_best(Some(id));
            }
            self.ids.truncate(index);
            self.ids.push(id);
        });
    }

    /// Leaves the best in the field, or what was there before, and the person's own text in any
    /// case where there is some.
    fn finish(&mut self, outcome: &Outcome) {
        let best = outcome
            .best
            .and_then(|index| Some((index, outcome.versions.get(index)?)));
        if let Some((index, version)) = best {
            let id = self.ids.get(index).copied();
            self.desk.versions.update(|versions| versions.set_best(id));
            self.show(&with_title(version));
        } else {
            let before = self.before.clone();
            self.show(&before);
            if !self.hand.is_down() && self.was_welcome {
                self.desk.welcome.set(true);
            }
        }
        self.desk.form.set(None);
    }
}

/// The text of a version as it stands in the field: with its title, if it has one.
fn with_title(version: &muse::Version) -> String {
    match version
        .title
        .as_deref()
        .map(str::trim)
        .filter(|title| !title.is_empty())
    {
        Some(title) => format!("{title}\n\n{}", version.text),
        None => version.text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_thoughts_lose_their_beginning_between_characters() {
        let mut thoughts = String::new();
        for _ in 0..3 {
            add_thought(&mut thoughts, &"思".repeat(THOUGHTS / 3 - 100));
        }
        add_thought(&mut thoughts, &"x".repeat(THOUGHTS / 2));
        assert!(thoughts.len() <= THOUGHTS);
        assert!(thoughts.ends_with('x'));
        assert!(thoughts.starts_with('思'));
    }
}
