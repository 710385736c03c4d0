//! Several models at one task, side by side.

mod board;
mod entrants;
mod lane;
mod order;
mod who;

use leptos::prelude::untrack;
use muse::Connection;

use self::{lane::Lane, who::who};
use super::{
    budget::budget, connection::connection_to, kept::keep, run::Run, talk::talk, tune::asked,
};
use crate::{
    browser::viewport,
    desk::Desk,
    keep::entrants::{Entrant, Entrants, FEWEST, MOST},
    ui::{El, State, el, fields, memo},
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
        for ((lane, connection), entrant) in self.lanes.into_iter().zip(ready).zip(entrants) {
            lane.start(desk, run, entrant, connection, brief.clone(), budget(&wish));
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
