//! Saving: shortly after the last change, and when the page may be about to go.

use leptos::prelude::untrack;

use crate::{
    browser::{page, timer::Debounce},
    desk::{Desk, Notice, Outside},
    keep::{
        Kept, Refused, Store, draft::Draft, joined::elsewhere, left::make_way, read,
        settings::Settings, to_text, versions::Versions, written::Written,
    },
    ui::{State, watch},
};

/// How long to wait after a change, in milliseconds.
const LATER: u32 = 300;
/// How long at most while one change follows the other: a hand that never rests is to lose no more than this.
const AT_MOST: u32 = 2000;

/// Under each name, what is to be kept.
type Texts = [(&'static str, String); 3];

/// What was saved last.
type Saved = [Written; 3];

/// Saves whatever changes on the desk, as long as the current owner lives.
pub fn keep_saved(desk: Desk) {
    let device = |outside: &Outside| {
        let last = |(name, text)| Written::new(outside.device.as_ref(), name, text);
        untrack(|| state(desk)).map(last)
    };
    let saved = State::new(desk.outside.with_untracked(|outside| device(outside)));
    let later = Debounce::new();
    let save = move || save(desk, saved);
    watch(move |first| {
        track_draft(desk);
        desk.draft.track();
        desk.settings.track();
        if !first {
            later.within(LATER, AT_MOST, save);
        }
    });
    page::on_kept_elsewhere(move |name| {
        if name.as_deref() == Some(Settings::NAME) {
            later.after(LATER, save);
        }
    });
    page::on_coming_or_going(save);
}

/// Lets who asks be told of every change of the draft on the desk, and of its versions.
pub fn track_draft(desk: Desk) {
    desk.text.track();
    desk.pins.track();
    desk.locks.track();
    desk.plan.track();
    desk.welcome.track();
    desk.versions.track();
}

/// The draft as it is on the desk.
pub fn draft(desk: Desk) -> Draft {
    Draft {
        id: desk.draft.get_untracked(),
        text: desk.text.get_untracked(),
        pins: desk.pins.get_untracked(),
        locks: desk.locks.get_untracked(),
        plan: desk.plan.get_untracked(),
    }
}

fn state(desk: Desk) -> Texts {
    [
        (Draft::NAME, to_text(&draft(desk))),
        (Settings::NAME, desk.settings.with_untracked(to_text)),
        (Versions::NAME, desk.versions.with_untracked(to_text)),
    ]
}

fn save(desk: Desk, saved: State<Saved>) {
    // A timer can ring after the page is gone.
    let Some(mut last) = saved.try_with_untracked(Saved::clone) else {
        return;
    };
    let [_, settings, _] = &mut last;
    take_up_settings(desk, settings);
    let outside = desk.outside.get_untracked();
    let done = write_changes(desk, &outside, &mut last);
    keep_for_tab(desk, outside.tab.as_ref());
    saved.set(last);
    let shown = desk.notice.get_untracked();
    match done {
        Err(Refused) if shown != Some(Notice::NotKept) => desk.notice.set(Some(Notice::NotKept)),
        Ok(true) if shown == Some(Notice::NotKept) => desk.notice.set(None),
        _ => {}
    }
}

/// Takes up what another tab has changed of the settings.
fn take_up_settings(desk: Desk, last: &mut Written) {
    let outside = desk.outside.get_untracked();
    let Some(theirs) = elsewhere::<Settings>(outside.device.as_ref(), last.text()) else {
        return;
    };
    let base = read(last.text(), Settings::VERSION, Settings::from_json).unwrap_or_default();
    last.was_written(to_text(&theirs));
    let mut joined = desk.settings.get_untracked();
    joined.join(&base, theirs);
    if desk.settings.with_untracked(|ours| *ours != joined) {
        desk.settings.set(joined);
    }
}

/// Writes what differs. `Ok(true)` if everything that changed was written and something was; what
/// could not be written is tried again with the next change.
fn write_changes(desk: Desk, outside: &Outside, last: &mut Saved) -> Result<bool, Refused> {
    let mut written = Ok(false);
    for (last, (name, now)) in last.iter_mut().zip(state(desk)) {
        // The classic of a first visit is nobody's draft.
        let nobodys = name == Draft::NAME && desk.welcome.get_untracked();
        let closed = desk.closed.with_untracked(|closed| closed.contains(&name));
        if nobodys || closed {
            continue;
        }
        let way = match name == Settings::NAME || last.text() == now {
            true => Ok(()),
            false => make_way(stores(outside), name, last.text(), &now),
        };
        match way.and_then(|()| last.write(outside.device.as_ref(), now)) {
            Ok(new) => written = written.map(|before| before || new),
            Err(Refused) => written = Err(Refused),
        }
    }
    written
}

/// The stores in which there may be room for what has to make way.
fn stores(outside: &Outside) -> [&dyn Store; 2] {
    [outside.device.as_ref(), outside.tab.as_ref()]
}

/// Keeps the draft for the tab as well: another tab, with another draft, writes on the device, too,
/// and each is to find its own again. What the tab cannot keep is on the device all the same.
fn keep_for_tab(desk: Desk, tab: &dyn Store) {
    if !desk.welcome.get_untracked() {
        let [(name, draft), ..] = state(desk);
        let _ = tab.write(name, &draft);
    }
}

/// Keeps the draft on the device at once: it has an id now, and a tab that is opened the next moment
/// must not take the same text for another draft. What is refused is tried again, and told, with the
/// next change.
pub fn keep_draft_now(desk: Desk) {
    let closed = desk
        .closed
        .with_untracked(|closed| closed.contains(&Draft::NAME));
    if closed || desk.welcome.get_untracked() {
        return;
    }
    let outside = desk.outside.get_untracked();
    let text = to_text(&draft(desk));
    let _ = make_way(stores(&outside), Draft::NAME, "", &text)
        .and_then(|()| outside.device.write(Draft::NAME, &text));
    let _ = outside.tab.write(Draft::NAME, &text);
}
