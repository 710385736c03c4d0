//! Keeps the draft that is on the desk in the database, and lays others there.
//!
//! The text in front is on the device and in the tab at once, by `persist`; this comes after it, a
//! moment later, and has what is behind: the other drafts, their versions, what stood in the field
//! before. Nothing is taken off the desk before the database has it.

mod adding;
mod following;
mod gathering;
mod laying;
mod leavings;
mod listing;
mod pairs;
mod runs;
mod tabs;
mod writing;

use std::rc::Rc;

use leptos::task::spawn_local;
use send_wrapper::SendWrapper;
use verse::{Report, Severity};

use super::{
    base::{Base, Failure},
    history::History,
    lost::Lost,
    place::Place,
    record::Head,
};
use crate::{
    browser::{channel::Channel, clock, page, timer::Debounce},
    compose::run::Run,
    desk::Desk,
    keep::{
        Found, load,
        versions::{Version, Versions},
    },
    persist,
    ui::{State, watch},
};

/// How long to wait after a change, in milliseconds.
const LATER: u32 = 700;
/// How long at most while one change follows the other, in milliseconds.
const AT_MOST: u32 = 5000;
/// How long a draft that was thrown away can be taken out again, in milliseconds.
const THROWN: u64 = 30 * 24 * 60 * 60 * 1000;

/// How it stands with the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is being opened.
    Opening,
    /// It keeps what it is given.
    Open,
    /// It did not do the last thing that was asked.
    Failed(Failure),
}

/// Keeps the drafts.
#[derive(Clone, Copy)]
pub struct Keeper {
    /// The desk.
    pub desk: Desk,
    /// The run whose text must not be taken for the person's.
    pub run: Run,
    /// How it stands with the database.
    pub standing: State<Standing>,
    /// All drafts, those that were thrown away as well; the one changed last comes first.
    pub heads: State<Vec<Head>>,
    /// Whether they have been read at all.
    pub is_read: State<bool>,
    /// How many records cannot be read. They are left alone.
    pub unread: State<usize>,
    /// What stood in the field.
    pub history: State<History>,
    /// The fixed readings of what stood in the field.
    pub lost: State<Lost>,
    /// What another tab has made of the draft that is open here.
    pub behind: State<Option<Head>>,
    /// Whether the draft that is open here was no longer in the database: its text comes from the list.
    pub is_bare: State<bool>,
    base: State<SendWrapper<Rc<dyn Base>>>,
    place: State<Place>,
    writer: State<Writer>,
    others: Channel,
    later: Debounce,
    /// Waits to look for what other tabs have left.
    leaving: Debounce,
    /// The drafts that another tab was heard to have open, and when.
    alive: State<Vec<(String, u64)>>,
    /// What tells the log that this page put into the database last.
    written: State<Option<u64>>,
}

/// Who writes, for the stamps.
#[derive(Clone)]
struct Writer {
    name: String,
    count: u64,
    behind_since: Option<u64>,
}

impl Keeper {
    /// Begins to keep.
    pub fn new(desk: Desk, run: Run, base: Rc<dyn Base>) -> Self {
        let outside = desk.outside.get_untracked();
        let place = match load::<Place>(outside.tab.as_ref()) {
            Found::Value(place) if place.draft == desk.draft.get_untracked() => place,
            _ => Place::default(),
        };
        let heard = State::new(None::<SendWrapper<Keeper>>);
        let others = Channel::open("yinchuang.drafts", move |id| {
            if let Some(keeper) = heard.try_with_untracked(Clone::clone).flatten() {
                keeper.hear(id);
            }
        });
        let keeper = Self {
            desk,
            run,
            standing: State::new(Standing::Opening),
            heads: State::new(Vec::new()),
            is_read: State::new(false),
            unread: State::new(0),
            history: State::new(History::default()),
            lost: State::new(Lost::default()),
            behind: State::new(None),
            is_bare: State::new(false),
            base: State::new(SendWrapper::new(base)),
            place: State::new(place),
            writer: State::new(Writer {
                name: format!("w{}-", chance(desk)),
                count: 0,
                behind_since: None,
            }),
            others,
            later: Debounce::new(),
            leaving: Debounce::new(),
            alive: State::new(Vec::new()),
            written: State::new(None),
        };
        heard.set(Some(SendWrapper::new(keeper)));
        keeper.watch();
        spawn_local(keeper.begin());
        desk.begin.set(Some(SendWrapper::new(Rc::new(move || {
            Box::pin(keeper.take_sheet())
        }))));
        keeper
    }

    /// Saves whatever changes on the desk.
    fn watch(self) {
        let Self { desk, run, .. } = self;
        watch(move |first| {
            persist::track_draft(desk);
            run.phase.track();
            run.lanes.track();
            if !first {
                self.later.within(LATER, AT_MOST, move || self.save());
            }
        });
        watch(move |first| {
            run.log.track();
            if !first {
                spawn_local(self.keep_log());
            }
        });
        page::on_coming_or_going(move || self.save());
    }

    async fn begin(self) {
        let mut read = self.refresh().await;
        while read == Err(Failure::Slow) {
            self.tell(read);
            read = self.refresh().await;
        }
        match read {
            Ok(()) => {
                self.standing.set(Standing::Open);
                self.clear_out().await;
                self.keep_log().await;
                let _ = self.flush().await;
                self.take_left(None).await;
            }
            Err(failure) => self.standing.set(Standing::Failed(failure)),
        }
    }

    pub(super) fn base(self) -> Rc<dyn Base> {
        let base = self.base.get_untracked();
        Rc::clone(&base)
    }

    /// Whether a model writes: what is on the desk is not to be taken away from under it.
    pub fn is_busy(self) -> bool {
        self.run.is_running() || self.run.lanes.get() > 0
    }

    fn is_busy_now(self) -> bool {
        leptos::prelude::untrack(|| self.is_busy())
    }

    /// Saves the draft soon.
    pub fn save(self) {
        // A timer can ring after the page is gone.
        if self.standing.try_with_untracked(|_| ()).is_some() {
            self.take_left_later();
            spawn_local(async move {
                let _ = self.flush().await;
            });
        }
    }

    /// Saves the draft, and says when the database has it.
    pub async fn flush(self) -> Result<(), Failure> {
        let done = self.try_flush().await;
        self.tell(done);
        done
    }

    /// Notes how it stands with the database now.
    pub fn tell<T>(self, done: Result<T, Failure>) {
        let standing = match done {
            Ok(_) => Standing::Open,
            Err(failure) => Standing::Failed(failure),
        };
        if self.standing.with_untracked(|now| *now != standing) {
            self.standing.set(standing);
        }
    }

    /// An id that no draft has.
    pub fn new_id(self) -> String {
        format!("d{:x}-{}", clock::now(), chance(self.desk))
    }

    /// A stamp that no writing has.
    pub fn new_stamp(self) -> String {
        let count = self.writer.change(|writer| {
            writer.count += 1;
            [writer.name.clone(), writer.count.to_string()].concat()
        });
        count.unwrap_or_default()
    }

    /// Goes a step back or forth through what stood in the field.
    pub fn step(self, forth: bool) {
        self.desk.field.end_composition();
        let text = self.desk.text.get_untracked();
        let mut history = self.history.get_untracked();
        history.note(&text, clock::now());
        let step = if forth {
            history.forth()
        } else {
            history.back()
        };
        let step = step.map(str::to_owned);
        self.history.set(history);
        if let Some(step) = step {
            self.desk.rewrite(&step);
        }
    }

    /// Keeps what stands in the field as a version. Says whether there was something to keep.
    pub fn keep_version(self) -> bool {
        let count = |versions: &Versions| versions.list.last().map(|v: &Version| v.id);
        let before = self.desk.versions.with_untracked(count);
        self.desk.keep_draft();
        self.desk.versions.with_untracked(count) != before
    }
}

/// A head with what the check says of a text.
pub fn judged(report: &Report) -> Head {
    Head {
        title: report.title.clone().unwrap_or_default(),
        form: report.form.unwrap_or_default().to_owned(),
        errors: report.count(Severity::Error) as u64,
        warnings: report.count(Severity::Warning) as u64,
        ..Head::default()
    }
}

/// Some letters that are hardly ever the same.
fn chance(desk: Desk) -> String {
    let outside = desk.outside.get_untracked();
    let part = || (outside.clock.jitter() * f64::from(u32::MAX)) as u32;
    format!("{:x}{:x}", part(), part())
}
