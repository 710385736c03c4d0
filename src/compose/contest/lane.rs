//! One model of several: its run, from the brief to the best version.

use std::time::Duration;

use leptos::task::spawn_local;
use muse::{Brief, Budget, Compose, Connection, Error, Outcome, Rank, Stop, Update, Usage};
use verse::Options;

use crate::{
    compose::{
        connection::link,
        log::{self, recorder::Recorder},
        phase::Phase,
        run::Run,
        tune,
        writer::{kept, with_title},
    },
    desk::Desk,
    keep::{entrants::Entrant, log::Talked, versions::Who},
    ui::State,
};

/// The state of one model's run.
#[derive(Clone, Copy)]
pub struct Lane {
    /// The row of the one who writes: the prices.
    pub entrant: State<Entrant>,
    /// The provider, by its id, and the model.
    pub who: State<(String, String)>,
    /// How the check goes.
    pub options: State<Options>,
    /// The tune, where a lyric is written.
    pub tune: State<Option<String>>,
    /// What is going on.
    pub phase: State<Phase>,
    /// The request that is answered.
    pub round: State<u32>,
    /// The poem as it stands.
    pub poem: State<String>,
    /// The tokens so far.
    pub usage: State<Usage>,
    /// How long it took, once it has ended.
    pub time: State<Duration>,
    /// The rank of the best version, once it has ended.
    pub rank: State<Option<Rank>>,
    /// Why it failed.
    pub error: State<Option<Error>>,
    talk: State<Talked>,
    stop: State<Option<Stop>>,
}

impl Lane {
    /// Nobody yet.
    pub fn new() -> Self {
        Self {
            entrant: State::new(Entrant::default()),
            who: State::new(Default::default()),
            options: State::new(Options::default()),
            tune: State::new(None),
            phase: State::new(Phase::Idle),
            round: State::new(0),
            poem: State::new(String::new()),
            usage: State::new(Usage::default()),
            time: State::new(Duration::ZERO),
            rank: State::new(None),
            error: State::new(None),
            talk: State::new(Talked::none()),
            stop: State::new(None),
        }
    }

    /// Whether it is under way.
    pub fn is_running(self) -> bool {
        self.phase.with(Phase::is_under_way)
    }

    /// Begins. `at` is the time by which the log knows the run.
    pub fn start(
        self,
        desk: Desk,
        run: Run,
        entrant: Entrant,
        connection: Connection,
        (brief, budget): (Brief, Budget),
        at: u64,
    ) {
        let stop = Stop::new();
        self.stop.set(Some(stop.clone()));
        self.entrant.set(entrant);
        self.who
            .set((connection.provider.id.clone(), connection.model.clone()));
        let tune = Some(tune::name(&brief)).filter(|tune| !tune.is_empty());
        self.options.set(Options {
            form: tune.is_none().then_some(brief.form),
            language: desk.words.language(),
            pins: Vec::new(),
            ..desk.options()
        });
        self.tune.set(tune);
        self.phase.set(Phase::Asking);
        self.round.set(0);
        self.poem.set(String::new());
        self.usage.set(Usage::default());
        self.time.set(Duration::ZERO);
        self.rank.set(None);
        self.error.set(None);
        let talked = Talked {
            at,
            model: connection.model.clone(),
            form: brief.form,
            tune: tune::name(&brief),
            group: brief.group.clone(),
            ..Talked::none()
        };
        let mut recorder = Recorder::new(self.talk, talked, connection.key.clone(), "");
        let outside = desk.outside.get_untracked();
        let compose = Compose::new(brief.clone(), budget);
        run.lanes.update(|lanes| *lanes += 1);
        let under_way = desk.keyring.under_way(desk, &connection, &stop);
        spawn_local(async move {
            let begin = outside.clock.now();
            let link = link(&connection, &outside, &stop);
            let outcome = muse::run(compose, link, &mut |update| {
                recorder.follow(&update);
                self.follow(update);
            })
            .await;
            drop(under_way);
            self.time.set(outside.clock.now().saturating_sub(begin));
            log::keep(desk, run.log, recorder.finish());
            self.finish(desk, &connection.model, &brief, outcome);
            run.lanes.update(|lanes| *lanes -= 1);
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

    fn follow(self, update: Update<'_>) {
        if let Some(phase) = Phase::of(&update)
            && self.phase.with_untracked(|now| *now != phase)
        {
            self.phase.set(phase);
        }
        match update {
            Update::Asked { round, .. } => self.round.set(round),
            Update::Text { poem, .. } => self.poem.set(poem.to_owned()),
            Update::Usage(usage) => self.usage.set(usage),
            Update::Version { .. } | Update::Waiting { .. } | Update::Thinking(_) => {}
        }
    }

    /// The best is shown, ranked, and kept among the versions.
    fn finish(self, desk: Desk, model: &str, brief: &Brief, outcome: Outcome) {
        self.usage.set(outcome.usage);
        self.stop.set(None);
        let best = outcome.best.and_then(|best| outcome.versions.get(best));
        self.poem
            .set(best.map(|best| with_title(best, brief)).unwrap_or_default());
        self.rank
            .set(best.map(|best| Rank::of(&best.report, brief)));
        if let Some(best) = best {
            let kept = kept(with_title(best, brief), best, Who::Model(model.to_owned()));
            desk.versions.update(|versions| {
                versions.add(kept);
            });
        }
        let (phase, error) = Phase::ended(outcome.end);
        self.error.set(error);
        self.phase.set(phase);
    }
}
