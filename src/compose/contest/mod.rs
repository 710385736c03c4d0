//! Several models at one task, side by side.

mod board;
mod entrants;
mod lane;
mod order;
mod who;

use leptos::prelude::untrack;
use muse::{Connection, Secret};

use self::{lane::Lane, who::who};
use super::{
    budget::budget, connection::connection_to, kept::keep, run::Run, talk::talk, tune::asked,
};
use crate::{
    browser::{clock, viewport},
    desk::Desk,
    keep::entrants::{Entrant, Entrants, FEWEST, MOST},
    ui::{El, State, el, fields, memo, watch},
};

/// The state of the comparison.
#[derive(Clone, Copy)]
pub struct Contest {
    /// Who takes part next.
    entrants: State<Entrants>,
    /// A lane for each that may take part.
    lanes: [Lane; MOST],
    /// How many lanes are in use.
    used: State<usize>,
}

impl Contest {
    /// Nobody has written yet.
    pub fn new(desk: Desk) -> Self {
        let entrants = State::new(Entrants::default());
        keep(desk, entrants, |entrants| {
            // At first, of the provider that is chosen in the settings.
            let fewest = entrants.list.len().max(FEWEST);
            entrants.list.resize_with(fewest, Entrant::default);
        });
        let let_go = memo(move || desk.keyring.let_go());
        watch(move |_| clear(entrants, &let_go.get()));
        Self {
            entrants,
            lanes: [(); MOST].map(|()| Lane::new()),
            used: State::new(0),
        }
    }

    fn is_running(self) -> bool {
        let used = self.used.get();
        let mut lanes = self.lanes.iter().take(used);
        lanes.any(|lane| lane.is_running())
    }

    /// The connections to those who take part, in the order of their rows; `None` where somebody
    /// cannot be asked.
    fn connections(self, desk: Desk) -> Option<Vec<Connection>> {
        let connect = |(entrant, row): (&Entrant, usize)| {
            let (provider, model) = desk.settings.with(|s| who(entrant, row, s));
            connection_to(desk, &provider, &model).ok()
        };
        self.entrants
            .with(|entrants| entrants.list.iter().zip(0..).map(connect).collect())
    }

    fn start(self, desk: Desk, run: Run) {
        if untrack(|| self.is_running()) {
            return;
        }
        let wish = desk.wish.get_untracked();
        let settings = desk.settings.get_untracked();
        let Ok(tune) = untrack(|| asked(desk)) else {
            return;
        };
        let brief = muse::Brief {
            tune,
            book: settings.book,
            strictness: settings.strictness,
            ..wish.brief()
        };
        let entrants = self.entrants.get_untracked().list;
        // Where there is none, the button is off and the row says what is missing.
        let Some(ready) = untrack(|| self.connections(desk)) else {
            return;
        };
        // The log tells runs of one model apart by their times.
        let times = clock::now()..;
        let who = entrants.into_iter().zip(ready).zip(times);
        for (lane, ((entrant, connection), at)) in self.lanes.into_iter().zip(who) {
            let task = (brief.clone(), budget(&wish));
            lane.start(desk, run, entrant, connection, task, at);
        }
        self.used
            .set(self.entrants.with_untracked(|e| e.list.len()));
        viewport::show_matching("#contest");
    }

    fn stop(self) {
        for lane in self.lanes {
            lane.stop();
        }
    }

    /// Who takes part, and the buttons.
    pub fn fields(self, desk: Desk, run: Run) -> El {
        let t = desk.words;
        let can = memo(move || {
            // A key that is filled in meanwhile is found when one comes back.
            desk.view.track();
            !self.is_running()
                && !run.is_running()
                && self.connections(desk).is_some()
                && asked(desk).is_ok()
        });
        let buttons = el("p")
            .class("buttons")
            .el(fields::bare_button("second", move || self.start(desk, run))
                .id("contest-start")
                .flag("disabled", move || !can.get())
                .live(move || talk(t).contest_start.to_owned()))
            .el(fields::bare_button("second", move || self.stop())
                .id("contest-stop")
                .flag("disabled", move || !self.is_running())
                .live(move || talk(t).contest_stop.to_owned()));
        el("details")
            .class("fold")
            .id("contest-fields")
            .el(el("summary").live(move || talk(t).contest.to_owned()))
            .el(el("p")
                .class("hint")
                .live(move || talk(t).contest_hint.to_owned()))
            .el(entrants::rows(desk, self))
            .el(buttons)
    }

    /// What comes of it.
    pub fn board(self, desk: Desk) -> El {
        board::board(desk, self)
    }
}

/// Takes a key that is let go of out of the fields, where one is pasted by mistake.
fn clear(entrants: State<Entrants>, key: &Secret) {
    let held = |entrant: &mut Entrant| {
        let fields = [
            &mut entrant.model,
            &mut entrant.price_in,
            &mut entrant.price_out,
        ];
        let held = fields.into_iter().filter(|field| key.is_in(field));
        held.map(String::clear).count()
    };
    let mut cleared = entrants.get_untracked();
    if cleared.list.iter_mut().map(held).sum::<usize>() > 0 {
        entrants.set(cleared);
    }
}
