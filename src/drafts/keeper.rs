//! Keeps the draft that is on the desk in the database, and lays others there.
//!
//! The text in front is on the device and in the tab at once, by `persist`; this comes after it, a
//! moment later, and has what is behind: the other drafts, their versions, what stood in the field
//! before. Nothing is taken off the desk before the database has it.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::task::spawn_local;
use send_wrapper::SendWrapper;
use verse::{Report, Severity};

use super::{
    base::{Base, Failure, LOG, Pair},
    history::History,
    merge::{Fate, Ours, keep},
    place::Place,
    record::{Body, Head, read},
};
use crate::{
    browser::{channel::Channel, clock, page, timer::Debounce},
    compose::run::Run,
    desk::Desk,
    keep::{
        Found, Kept,
        draft::Draft,
        load,
        log::Log,
        to_text,
        versions::{Version, Versions},
    },
    persist,
    ui::{State, watch},
};

/// How long to wait after a change, in milliseconds.
const LATER: u32 = 700;
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
    /// How many records cannot be read. They are left alone.
    pub unread: State<usize>,
    /// What stood in the field.
    pub history: State<History>,
    /// What another tab has made of the draft that is open here.
    pub behind: State<Option<Head>>,
    base: State<SendWrapper<Rc<dyn Base>>>,
    place: State<Place>,
    writer: State<Writer>,
    others: Channel,
    later: Debounce,
}

/// Who writes, for the stamps.
#[derive(Clone)]
struct Writer {
    name: String,
    count: u64,
    behind_since: Option<u64>,
}

/// What came of a writing, by those who wait for it.
enum Written {
    Fate(Fate, Box<Option<(Head, Body)>>),
    /// What stands there cannot be read.
    Foreign,
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
            unread: State::new(0),
            history: State::new(History::default()),
            behind: State::new(None),
            base: State::new(SendWrapper::new(base)),
            place: State::new(place),
            writer: State::new(Writer {
                name: format!("w{}-", chance(desk)),
                count: 0,
                behind_since: None,
            }),
            others,
            later: Debounce::new(),
        };
        heard.set(Some(SendWrapper::new(keeper)));
        keeper.watch();
        spawn_local(keeper.begin());
        desk.begin.set(Some(SendWrapper::new(Rc::new(move || {
            keeper.take_sheet();
        }))));
        keeper
    }

    /// Saves whatever changes on the desk.
    fn watch(self) {
        let Self { desk, run, .. } = self;
        watch(move |first| {
            desk.text.track();
            desk.pins.track();
            desk.locks.track();
            desk.plan.track();
            desk.versions.track();
            desk.welcome.track();
            run.phase.track();
            run.lanes.track();
            if !first {
                self.later.after(LATER, move || self.save());
            }
        });
        watch(move |first| {
            run.log.track();
            if !first {
                spawn_local(self.keep_log());
            }
        });
        page::on_leaving(move || self.save());
    }

    async fn begin(self) {
        match self.refresh().await {
            Ok(()) => {
                self.standing.set(Standing::Open);
                self.clear_out().await;
                self.keep_log().await;
                let _ = self.flush().await;
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

    async fn try_flush(self) -> Result<(), Failure> {
        let desk = self.desk;
        if desk.welcome.get_untracked() || self.is_busy_now() {
            return Ok(());
        }
        if desk.draft.with_untracked(String::is_empty) {
            self.give_id();
        }
        match self.write().await? {
            Written::Fate(fate, written) => self.follow(fate, *written).await,
            Written::Foreign => {
                // It is left alone; the draft goes on under another id.
                self.give_id();
                self.place.set(Place::default());
                if let Written::Fate(fate, written) = self.write().await? {
                    self.follow(fate, *written).await;
                }
            }
        }
        Ok(())
    }

    fn give_id(self) {
        let id = self.new_id();
        self.desk.draft.set(id.clone());
        self.desk.versions.update(|versions| versions.draft = id);
        persist::keep_draft_now(self.desk);
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

    /// The draft as it is on the desk.
    pub fn ours(self) -> Ours {
        let desk = self.desk;
        let now = clock::now();
        let draft = persist::draft(desk);
        self.history
            .update(|history| history.note(&draft.text, now));
        let body = Body {
            versions: desk.versions.get_untracked(),
            history: self.history.get_untracked(),
        };
        let stamp = self.new_stamp();
        let Writer {
            name, behind_since, ..
        } = self.writer.get_untracked();
        let head = Head {
            id: draft.id.clone(),
            stamp,
            draft,
            versions: body.versions.list.len() as u64,
            created: now,
            changed: now,
            ..judged(&desk.report.get_untracked())
        };
        Ours {
            head,
            body,
            bases: self.place.get_untracked().bases,
            writer: name,
            behind_since: behind_since.or(Some(now)),
        }
    }

    async fn write(self) -> Result<Written, Failure> {
        let ours = self.ours();
        let id = ours.head.id.clone();
        let now = ours.behind_since;
        // Known before it is written: the page may go before word of it comes back.
        let mut place = self.place.get_untracked();
        if !place.bases.is_empty() {
            place.bases.push(ours.head.stamp.clone());
        }
        place.draft.clone_from(&id);
        self.keep_place(&place);
        let done = Rc::new(RefCell::new(None));
        let tell = done.clone();
        let is_news = Rc::new(Cell::new(false));
        let news = is_news.clone();
        let said = id.clone();
        let change = Box::new(move |pair: Pair| {
            let found = match draft_of(&pair) {
                Ok(found) => found,
                Err(Foreign) => {
                    *tell.borrow_mut() = Some(Written::Foreign);
                    return pair;
                }
            };
            let (written, fate) = keep(&ours, found);
            let after = written.as_ref().map_or_else(|| pair.clone(), pair_of);
            news.set(after != pair);
            *tell.borrow_mut() = Some(Written::Fate(fate, Box::new(written)));
            after
        });
        self.base().change(id, change).await?;
        if is_news.get() {
            self.others.say(&said);
        }
        let done = done.take().ok_or(Failure::Broken)?;
        if let Written::Fate(Fate::Behind(_), _) = done {
            // What is written from now on takes the place of this version.
            self.writer.change(|writer| writer.behind_since = now);
        }
        Ok(done)
    }

    /// Follows what has come of a writing.
    async fn follow(self, fate: Fate, written: Option<(Head, Body)>) {
        let Some((head, body)) = written else {
            return;
        };
        if self.desk.draft.with_untracked(|id| *id != head.id) {
            return;
        }
        self.add_past(&body);
        match fate {
            Fate::Kept => {
                self.settle(&head);
                if self.heads.with_untracked(|heads| !heads.contains(&head)) {
                    self.put_head(head);
                }
            }
            Fate::Behind(theirs) => {
                let is_old = self.place.with_untracked(|place| place.bases.is_empty());
                if is_old
                    && !self
                        .desk
                        .text
                        .with_untracked(|text| *text == theirs.draft.text)
                {
                    // The device had an older text than the database.
                    self.settle(&theirs);
                    self.desk.lay(theirs.draft.clone());
                } else {
                    self.fall_behind(*theirs);
                }
                self.put_head(head);
            }
            Fate::Nothing => {}
        }
    }

    /// The text on the desk goes back to this head now.
    fn settle(self, head: &Head) {
        let place = Place {
            draft: head.id.clone(),
            bases: vec![head.stamp.clone()],
        };
        self.keep_place(&place);
        self.place.set(place);
        if self.behind.with_untracked(Option::is_some) {
            self.behind.set(None);
        }
        self.writer.change(|writer| writer.behind_since = None);
    }

    fn fall_behind(self, theirs: Head) {
        if self
            .behind
            .with_untracked(|behind| behind.as_ref() != Some(&theirs))
        {
            self.behind.set(Some(theirs));
        }
    }

    /// Adds to what is on the desk what the database has more.
    fn add_past(self, body: &Body) {
        let mut ours = Body {
            versions: self.desk.versions.get_untracked(),
            history: self.history.get_untracked(),
        };
        let before = ours.clone();
        ours.merge(body);
        if ours.versions != before.versions {
            self.desk.versions.set(ours.versions);
        }
        if ours.history != before.history {
            self.history.set(ours.history);
        }
    }

    fn keep_place(self, place: &Place) {
        let outside = self.desk.outside.get_untracked();
        let _ = outside.tab.write(Place::NAME, &to_text(place));
    }

    /// Another tab has changed a draft.
    fn hear(self, id: String) {
        spawn_local(async move {
            let _ = self.refresh().await;
            if self.desk.draft.with_untracked(|open| *open == id) {
                self.look().await;
            }
        });
    }

    /// Looks whether another tab has changed the draft that is open.
    async fn look(self) {
        let id = self.desk.draft.get_untracked();
        let Ok(pair) = self.base().read(id.clone()).await else {
            return;
        };
        let Ok(Some((head, body))) = draft_of(&pair) else {
            return;
        };
        if self.desk.draft.with_untracked(|open| *open != id) || self.is_busy_now() {
            return;
        }
        let known = self.place.with_untracked(|p| p.bases.contains(&head.stamp));
        let here = persist::draft(self.desk);
        if known || here == head.draft {
            self.add_past(&body);
        }
        if here == head.draft {
            self.settle(&head);
        } else if !known {
            self.save();
        }
    }

    /// Reads all heads anew.
    pub async fn refresh(self) -> Result<(), Failure> {
        let records = self.base().heads().await?;
        let all = records.len();
        let heads = records
            .iter()
            .filter_map(|record| read(record, Head::from_json));
        let mut heads: Vec<Head> = heads.collect();
        heads.sort_by_key(|head| std::cmp::Reverse(head.changed));
        self.unread.set(all - heads.len());
        self.heads.set(heads);
        Ok(())
    }

    /// Puts a head among the others.
    fn put_head(self, head: Head) {
        self.heads.update(|heads| {
            heads.retain(|other| other.id != head.id);
            heads.push(head);
            heads.sort_by_key(|head| std::cmp::Reverse(head.changed));
        });
    }

    /// Lets go of what was thrown away long ago.
    async fn clear_out(self) {
        let old = clock::now().saturating_sub(THROWN);
        let is_old = |head: &&Head| head.deleted.is_some_and(|at| at < old);
        let ids = |heads: &Vec<Head>| -> Vec<String> {
            heads.iter().filter(is_old).map(|h| h.id.clone()).collect()
        };
        for id in self.heads.with_untracked(ids) {
            let gone = Box::new(move |pair: Pair| match draft_of(&pair) {
                Ok(Some((head, _))) if head.deleted.is_some_and(|at| at < old) => Pair::default(),
                _ => pair,
            });
            if self.base().change(id.clone(), gone).await.is_ok() {
                self.heads
                    .update(|heads| heads.retain(|head| head.id != id));
            }
        }
    }

    /// Makes one log of the database's and the page's.
    async fn keep_log(self) {
        let mut ours = self.run.log.get_untracked();
        let outside = self.desk.outside.get_untracked();
        // What the room of the models has not taken from the device yet. What cannot be read there is
        // that room's to set aside.
        if let Ok(Some(text)) = outside.device.read(Log::NAME)
            && let Some(kept) = crate::keep::read::<Log>(&text, Log::VERSION, Log::from_json)
        {
            ours.join(kept);
        }
        let all = Rc::new(RefCell::new(None));
        let tell = all.clone();
        let change = Box::new(move |pair: Pair| {
            let there = pair
                .body
                .as_deref()
                .map(|text| crate::keep::read(text, Log::VERSION, Log::from_json));
            match there {
                // Of a later version: left alone.
                Some(None) => return pair,
                Some(Some(log)) => ours.join(log),
                None if ours.runs.is_empty() => return pair,
                None => {}
            }
            let body = Some(to_text(&ours));
            *tell.borrow_mut() = Some(ours);
            Pair { body, ..pair }
        });
        let done = self.base().change(LOG.to_owned(), change).await;
        if let (Ok(()), Some(all)) = (done, all.take())
            && self.run.log.with_untracked(|log| *log != all)
        {
            self.run.log.set(all);
        }
    }

    /// Lays a draft on the desk. The one that is there is saved first; where that fails it stays.
    pub async fn open(self, id: String) -> bool {
        if self.is_busy_now() || self.flush().await.is_err() {
            return false;
        }
        let found = self.base().read(id).await.map(|pair| draft_of(&pair));
        self.tell(found.as_ref().map(|_| ()).map_err(|failure| *failure));
        let Ok(Ok(Some((head, body)))) = found else {
            return false;
        };
        self.lay(head, body)
    }

    /// Lays an empty draft on the desk, in the same way.
    pub async fn open_new(self) -> bool {
        if self.is_busy_now() || self.flush().await.is_err() {
            return false;
        }
        self.lay_new()
    }

    fn lay_new(self) -> bool {
        let head = Head {
            id: self.new_id(),
            ..Head::default()
        };
        self.lay(head, Body::default())
    }

    fn lay(self, head: Head, body: Body) -> bool {
        let draft = Draft {
            id: head.id.clone(),
            ..head.draft.clone()
        };
        if self.is_busy_now() || !self.desk.lay(draft) {
            return false;
        }
        self.run.changed.set(None);
        self.desk.versions.set(Versions {
            draft: head.id.clone(),
            ..body.versions
        });
        self.history.set(body.history);
        self.settle(&head);
        if head.stamp.is_empty() {
            self.place.change(|place| place.bases.clear());
        }
        true
    }

    /// An empty sheet: another draft, where this one is none and the database takes it.
    fn take_sheet(self) {
        let fails = matches!(self.standing.get_untracked(), Standing::Failed(_));
        if fails || self.is_busy_now() {
            return self.desk.put("");
        }
        spawn_local(async move {
            if self.open_new().await {
                self.desk.field.focus();
            } else {
                self.desk.put("");
            }
        });
    }

    /// Changes the head of a draft.
    async fn change_head(self, id: &str, change: impl FnOnce(&mut Head) + 'static) -> bool {
        let done = Rc::new(RefCell::new(None));
        let tell = done.clone();
        let change = Box::new(move |pair: Pair| {
            let Ok(Some((mut head, _))) = draft_of(&pair) else {
                return pair;
            };
            change(&mut head);
            let text = Some(head.to_json().to_string());
            *tell.borrow_mut() = Some(head);
            Pair { head: text, ..pair }
        });
        let changed = self.base().change(id.to_owned(), change).await;
        self.tell(changed);
        let (Ok(()), Some(head)) = (changed, done.take()) else {
            return false;
        };
        self.others.say(id);
        self.put_head(head);
        true
    }

    /// Gives a draft a name.
    pub async fn rename(self, id: &str, name: String) -> bool {
        self.change_head(id, |head| head.name = name).await
    }

    /// Throws a draft away. It can be taken out again for thirty days.
    pub async fn throw(self, id: &str) -> bool {
        let is_open = self.desk.draft.with_untracked(|open| open == id);
        if is_open && (self.is_busy_now() || self.flush().await.is_err()) {
            return false;
        }
        let now = clock::now();
        let thrown = self
            .change_head(id, move |head| head.deleted = Some(now))
            .await;
        if thrown && is_open {
            self.lay_new();
        }
        thrown
    }

    /// Takes a draft out again.
    pub async fn take_out(self, id: &str) -> bool {
        self.change_head(id, |head| head.deleted = None).await
    }

    /// A draft as the database has it, or as the desk has it where it is open.
    pub async fn draft(self, id: &str) -> Option<(Head, Body)> {
        let read = self.base().read(id.to_owned()).await;
        self.tell(read.as_ref().map(|_| ()).map_err(|failure| *failure));
        draft_of(&read.ok()?).ok()?
    }

    /// The draft on the desk, unless it is nobody's or nothing.
    pub fn on_desk(self) -> Option<(Head, Body)> {
        let Ours { mut head, body, .. } = self.ours();
        let is_nothing = head.draft.text.trim().is_empty() && body.versions.list.is_empty();
        if self.desk.welcome.get_untracked() || is_nothing {
            return None;
        }
        let known = self.heads.with_untracked(|heads| {
            let mut same = heads.iter().filter(|other| other.id == head.id);
            same.next().map(|other| (other.name.clone(), other.created))
        });
        if let Some((name, created)) = known {
            (head.name, head.created) = (name, created);
        }
        if head.id.is_empty() {
            head.id = self.new_id();
        }
        Some((head, body))
    }

    /// Puts a draft from a file among the others. Says whether it was new.
    pub async fn add(self, head: Head, body: Body) -> Result<bool, Failure> {
        let id = head.id.clone();
        let new = Rc::new(RefCell::new(None));
        let tell = new.clone();
        let (spare, stamp) = (self.new_id(), self.new_stamp());
        let came = (head, body);
        let again = came.clone();
        let change = Box::new(move |pair: Pair| {
            let (written, is_new) = match draft_of(&pair) {
                Ok(Some(there)) => (super::exchange::join(there, came), false),
                Ok(None) => (came, true),
                Err(Foreign) => return pair,
            };
            *tell.borrow_mut() = Some((written.0.clone(), is_new));
            pair_of(&written)
        });
        self.base().change(id, change).await?;
        let done = new.take();
        let (head, is_new) = match done {
            Some(done) => done,
            None => {
                // Something that cannot be read has that id.
                let (mut head, body) = again;
                (head.id, head.stamp) = (spare, stamp);
                let written = (head, body);
                let pair = pair_of(&written);
                let change = Box::new(move |_| pair);
                self.base().change(written.0.id.clone(), change).await?;
                (written.0, true)
            }
        };
        self.others.say(&head.id);
        let id = head.id.clone();
        self.put_head(head);
        if self.desk.draft.with_untracked(|open| *open == id) {
            self.look().await;
        }
        Ok(is_new)
    }

    /// Puts the runs of a file among those of the page.
    pub fn add_log(self, log: Log) {
        self.run.log.update(|ours| ours.join(log));
    }

    /// Goes a step back or forth through what stood in the field.
    pub fn step(self, forth: bool) {
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

    /// Puts the other tab's text into the field. This tab's is among the versions.
    pub fn take_theirs(self) {
        if let Some(theirs) = self.behind.get_untracked()
            && !self.is_busy_now()
        {
            self.desk.keep_draft();
            self.settle(&theirs);
            self.desk.lay(theirs.draft);
            self.save();
        }
    }

    /// Goes on with this tab's text. The other's is among the versions.
    pub fn keep_ours(self) {
        if let Some(theirs) = self.behind.get_untracked() {
            let faults = [theirs.errors, theirs.warnings];
            let mut body = Body {
                versions: self.desk.versions.get_untracked(),
                ..Body::default()
            };
            body.add_own(&theirs.draft.text, theirs.changed, faults);
            self.desk.versions.set(body.versions);
            self.settle(&theirs);
            self.save();
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

/// What stands under a key cannot be read.
struct Foreign;

fn draft_of(pair: &Pair) -> Result<Option<(Head, Body)>, Foreign> {
    let Some(head) = &pair.head else {
        return Ok(None);
    };
    let head = read(head, Head::from_json).ok_or(Foreign)?;
    let body = match &pair.body {
        Some(body) => read(body, Body::from_json).ok_or(Foreign)?,
        None => Body::default(),
    };
    Ok(Some((head, body)))
}

fn pair_of((head, body): &(Head, Body)) -> Pair {
    Pair {
        head: Some(head.to_json().to_string()),
        body: Some(body.to_json().to_string()),
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
