//! Rooms that are loaded when they are first entered.
//!
//! A first visit needs the sheet and the verdict. What is behind the other views, and the table of
//! glosses, is cut out of the page's module by wasm-split when the page is built (the feature
//! `split`), each part a file of its own, fetched by the first who goes there. Without the feature it
//! is all one module and nothing is waited for.

mod part;
mod parts;

use leptos::{prelude::Owner, task::spawn_local};
use send_wrapper::SendWrapper;
use verse::{Kind, Report};

use self::part::{Part, Parts};
use crate::{
    browser::{page, style, timer::Debounce},
    compose::run::Run,
    desk::Desk,
    ui::{El, State, div, el, fields, watch},
    update::Take,
    view::View,
};

/// What an address with a poem behind it begins with.
pub const LINK: &str = "#p=";

/// A part could not be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotFetched;

/// How long after the page has been drawn, or something was written, the drafts are fetched, in
/// milliseconds.
const SOON: u32 = 300;

type Slot = State<Option<SendWrapper<El>>>;

/// Where the rooms will be.
#[derive(Clone, Copy)]
pub struct Rooms {
    desk: Desk,
    run: Run,
    /// What the rooms live as long as: the page, not the moment in which they were asked for.
    owner: State<Option<Owner>>,
    compose: Slot,
    board: Slot,
    learn: Slot,
    rhymes: Slot,
    drafts: Slot,
    steps: Slot,
    told: Slot,
    versions: Slot,
    settings: Slot,
    couplets: Slot,
    offer: Slot,
    /// What takes a new version of the page.
    take: Take,
    picked: Slot,
    pattern: Slot,
    broken: Slot,
    share: Slot,
    arrival: Slot,
    hand: Slot,
    quotations: Slot,
    tunes: Slot,
    lyric: Slot,
    /// What has been fetched, or is on its way.
    fetched: State<Parts>,
    /// What is there.
    come: State<Parts>,
    /// What could not be, and has not come since.
    failed: State<Parts>,
}

impl Rooms {
    /// Nothing is there until a view asks for it.
    pub fn new(desk: Desk, run: Run) -> Self {
        let rooms = Self {
            desk,
            run,
            owner: State::new(Owner::current()),
            compose: State::new(None),
            board: State::new(None),
            learn: State::new(None),
            rhymes: State::new(None),
            drafts: State::new(None),
            steps: State::new(None),
            told: State::new(None),
            versions: State::new(None),
            settings: State::new(None),
            couplets: State::new(None),
            offer: State::new(None),
            take: State::new(None),
            picked: State::new(None),
            pattern: State::new(None),
            broken: State::new(None),
            share: State::new(None),
            arrival: State::new(None),
            hand: State::new(None),
            quotations: State::new(None),
            tunes: State::new(None),
            lyric: State::new(None),
            fetched: State::new(Parts::default()),
            come: State::new(Parts::default()),
            failed: State::new(Parts::default()),
        };
        watch(move |_| {
            let view = desk.view.get();
            if let Some(part) = Part::of(view) {
                rooms.fetch(part);
            }
            // What models write goes to the versions, which come with the drafts.
            if view == View::Compose {
                rooms.fetch(Part::Drafts);
            }
        });
        page::on_new_version(move |take| {
            rooms.take.set(Some(SendWrapper::new(take)));
            rooms.fetch(Part::Offer);
        });
        watch(move |_| {
            let asked = desk.picked.with(Option::is_some) || desk.errand.with(Option::is_some);
            let locked = desk.locks.with(|locks| !locks.is_empty());
            if asked || locked || desk.plan.with(|plan| plan.on) {
                rooms.fetch(Part::Tools);
            }
        });
        // A model may write what a poet wrote: that is looked for while it works.
        watch(move |_| {
            if desk.hand.with(Option::is_some) || desk.form.with(Option::is_some) {
                rooms.fetch(Part::Hand);
            }
        });
        let pause = Debounce::new();
        watch(move |_| {
            if desk.tunes.get() || desk.needs_lyrics.get() {
                rooms.fetch(Part::Lyrics);
            } else if !desk.welcome.get()
                && (desk.report.with(may_be_lyric)
                    || desk.plan.with(|plan| plan.on) && desk.text.with(|text| is_titled(text)))
            {
                pause.after(SOON, move || rooms.fetch(Part::Lyrics));
            }
        });
        rooms.expect_link(&page::hash());
        page::on_hash(move |hash| rooms.expect_link(&hash));
        // As soon as there is something to keep; the page is at hand before that.
        let soon = Debounce::new();
        watch(move |_| {
            if !desk.welcome.get() {
                soon.after(SOON, move || rooms.fetch(Part::Drafts));
            }
        });
        rooms
    }

    /// A poem may come behind the address; the part that gives poems away takes it.
    fn expect_link(self, hash: &str) {
        if hash.starts_with(LINK) {
            self.fetch(Part::Drafts);
            self.fetch(Part::Share);
        }
    }

    /// Fetches a part, unless that has been done. What fails is tried again when it is asked for.
    fn fetch(self, part: Part) {
        let Some(owner) = self.owner.get_untracked() else {
            return;
        };
        if part.is_dressed() {
            self.fetch(Part::Looks);
        }
        if self.fetched.get_untracked().has(part) {
            return;
        }
        self.fetched.update(|parts| parts.put(part, true));
        spawn_local(async move {
            let is_there = self.put(part, owner).await.is_ok();
            self.fetched.update(|parts| parts.put(part, is_there));
            self.come.update(|parts| parts.put(part, is_there));
            // What else could not be fetched is still to be had again.
            let is_missed = !is_there && self.waits_for(part);
            self.failed.update(|parts| parts.put(part, is_missed));
        });
    }

    /// Whether somebody waits for a part: some are fetched before anybody asks for them.
    fn waits_for(self, part: Part) -> bool {
        let desk = self.desk;
        let room = Part::of(desk.view.get_untracked());
        let hand = desk.hand.with_untracked(Option::is_some);
        let lyrics = desk.tunes.get_untracked() || desk.needs_lyrics.get_untracked();
        match part {
            Part::Hand => hand,
            Part::Lyrics => lyrics,
            Part::Looks => {
                let picked = desk.picked.with_untracked(Option::is_some);
                room.is_some() || hand || lyrics || picked
            }
            Part::Drafts => room == Some(part),
            _ => true,
        }
    }

    /// Puts what has come into its places.
    async fn put(self, part: Part, owner: Owner) -> Result<(), NotFetched> {
        let fill = |slot: Slot, room: El| slot.set(Some(SendWrapper::new(room)));
        match part {
            Part::Looks => style::of_rooms().await.map_err(|_| NotFetched)?,
            Part::Models => {
                let [compose, board, settings] = parts::models(owner, self.desk, self.run).await?;
                fill(self.compose, compose);
                fill(self.board, board);
                fill(self.settings, settings);
            }
            Part::Learn => fill(self.learn, parts::learn(owner, self.desk).await?),
            Part::Rhymes => fill(self.rhymes, parts::rhymes(owner, self.desk).await?),
            Part::Offer => {
                let offer = parts::offer(owner, self.desk, self.run, self.take).await?;
                fill(self.offer, offer);
            }
            Part::Tools => {
                let [picked, pattern, broken] = parts::tools(owner, self.desk).await?;
                fill(self.picked, picked);
                fill(self.pattern, pattern);
                fill(self.broken, broken);
            }
            Part::Share => {
                let [share, arrival] = parts::share(owner, self.desk).await?;
                fill(self.share, share);
                fill(self.arrival, arrival);
            }
            Part::Drafts => {
                let [room, steps, told, versions] =
                    parts::keep_drafts(owner, self.desk, self.run).await?;
                fill(self.drafts, room);
                fill(self.steps, steps);
                fill(self.told, told);
                fill(self.versions, versions);
            }
            Part::Hand => {
                let [hand, quotations] = parts::hand(owner, self.desk).await?;
                fill(self.hand, hand);
                fill(self.quotations, quotations);
            }
            Part::Lyrics => {
                let rooms = parts::lyrics(owner, self.desk).await?;
                let [tunes, lyric] = rooms.ok_or(NotFetched)?;
                fill(self.tunes, tunes);
                fill(self.lyric, lyric);
            }
        }
        Ok(())
    }

    /// The place of the view "compose".
    pub fn compose(self) -> El {
        place(self.compose)
    }

    /// The place of the list of couplets. It is fetched once somebody has a poem here, and tried again
    /// with the next change where that fails: what is missing then is a hint, not worth a notice.
    pub fn couplets(self) -> El {
        let desk = self.desk;
        let asked = State::new(false);
        let soon = Debounce::new();
        watch(move |_| {
            let has_poem = desk.report.with(|report| report.lines.len() >= 4);
            if !has_poem || desk.welcome.get() || asked.get_untracked() {
                return;
            }
            let Some(owner) = self.owner.get_untracked() else {
                return;
            };
            soon.after(SOON, move || {
                asked.set(true);
                self.fetch(Part::Looks);
                spawn_local(async move {
                    match parts::antithesis(owner, desk).await {
                        Ok(Some((judge, list))) => {
                            desk.judge.set(Some(judge));
                            self.couplets.set(Some(SendWrapper::new(list)));
                        }
                        Ok(None) => {}
                        Err(NotFetched) => asked.set(false),
                    }
                });
            });
        });
        place(self.couplets)
    }

    /// The place of what several models write, in the same view.
    pub fn board(self) -> El {
        place(self.board)
    }

    /// The places of what is said of a character, and of what is at hand for it, in the verdict.
    pub fn picked(self) -> El {
        div("looked-at").el(place(self.picked)).el(place(self.hand))
    }

    /// The place of what is said of a lyric's form.
    pub fn lyric(self) -> El {
        place(self.lyric)
    }

    /// The place of what poets have written before.
    pub fn quotations(self) -> El {
        place(self.quotations)
    }

    /// The places above the poem: of the pattern, of the choice of a tune, and of what is said of locked
    /// characters.
    pub fn above(self) -> [El; 3] {
        [self.pattern, self.tunes, self.broken].map(place)
    }

    /// The places of the views that are not about the sheet.
    pub fn others(self) -> [El; 5] {
        [
            self.learn,
            self.rhymes,
            self.drafts,
            self.settings,
            self.share,
        ]
        .map(place)
    }

    /// The place of what is said of a poem that came by a link.
    pub fn arrival(self) -> El {
        place(self.arrival)
    }

    /// The place of the offer of a new version.
    pub fn offer(self) -> El {
        place(self.offer)
    }

    /// What is said while the part of the open view is on its way. (The style sheet waits a moment with
    /// it: most come at once. Nobody need wait: the other views can be gone to.)
    pub fn coming(self) -> El {
        let t = self.desk.words;
        let waits = move || match Part::of(self.desk.view.get()) {
            Some(part) => {
                let asked = self.fetched.get().has(part);
                asked && !self.come.get().has(part)
            }
            None => false,
        };
        div("coming-here")
            .set("role", "status")
            .when(waits, move || {
                el("p").id("coming").class("coming").say(t, |s| s.coming)
            })
    }

    /// The place of the buttons under the sheet.
    pub fn steps(self) -> El {
        div("steps-here").el(place(self.steps))
    }

    /// The place of what is to be said of the drafts.
    pub fn told(self) -> El {
        place(self.told)
    }

    /// The place of the versions of the draft.
    pub fn versions(self) -> El {
        place(self.versions)
    }

    /// What is said where a part could not be fetched.
    pub fn failure(self) -> El {
        let t = self.desk.words;
        div("not-fetched").when(
            move || !self.failed.get().is_empty(),
            move || {
                let again = move || {
                    let failed = self.failed.get_untracked();
                    for part in Part::ALL {
                        if failed.has(part) {
                            self.fetch(part);
                        }
                    }
                };
                el("p")
                    .id("not-fetched")
                    .class("notice")
                    .el(el("span").say(t, |s| s.not_fetched))
                    .el(fields::button(
                        "quiet",
                        "fetch-again",
                        t,
                        |s| s.fetch_again,
                        again,
                    ))
            },
        )
    }
}

/// Fetches the glosses when a character is first looked at. Without them a reading has a name and no
/// more; the next look tries again.
pub fn glosses_when_picked(desk: Desk) {
    watch(move |_| {
        if desk.picked.get().is_some() {
            fetch_glosses(desk);
        }
    });
}

/// Fetches the glosses, unless they are there.
pub fn fetch_glosses(desk: Desk) {
    if desk.glosses.with_untracked(Option::is_none) {
        spawn_local(async move {
            if let Ok(table) = parts::glosses().await {
                desk.glosses.set(Some(table));
            }
        });
    }
}

/// Tunes whose lines are as even as those of regulated verse; their names tell them apart.
const EVEN_TUNES: [&str; 8] = [
    "浣溪沙",
    "玉楼春",
    "玉樓春",
    "木兰花",
    "木蘭花",
    "生查子",
    "瑞鹧鸪",
    "瑞鷓鴣",
];

/// Whether a text looks so much like a lyric that what knows of lyrics should have a look at it: lines of
/// several lengths, but for the last, which is being written; six of seven characters (浣溪沙); or a name.
fn may_be_lyric(report: &Report) -> bool {
    let named = |title: &String| EVEN_TUNES.iter().any(|name| title.starts_with(name));
    if report.title.as_ref().is_some_and(named) {
        return true;
    }
    let lengths = report.lines.iter().map(|line| line.chars.len());
    let first = lengths.clone().next().unwrap_or_default();
    let count = report.lines.len();
    report.kind == Kind::Malformed
        && (count == 6 && lengths.clone().all(|length| length == 7)
            || count > 2 && lengths.take(count - 1).any(|length| length != first))
}

/// Whether a first line without marks stands before the verse: it may name a tune whose form is filled in.
fn is_titled(text: &str) -> bool {
    let first = text.split_once('\n').map(|(first, _)| first.trim());
    first.is_some_and(|first| !first.is_empty() && !first.contains(['，', '。', ',', '.']))
}

/// What is put into a slot is taken out once, and stays on the page.
#[inline(never)]
fn place(slot: Slot) -> El {
    div("room-here").part(move || {
        slot.track();
        let room = slot.change(Option::take)??;
        Some(room.take())
    })
}
