//! The room: the list of drafts, and what can be done with them.

mod compare;
pub mod files;
mod row;

use leptos::{
    html,
    prelude::*,
    task::{spawn_local, tick},
};

use super::{
    keeper::{Keeper, Standing},
    record::Head,
    search::finds,
    words::words,
};
use crate::{
    browser::{focus, page, viewport},
    learn::library::fold::Fold,
    ui::{El, State, Worked, div, el, fields, memo, watch},
    view::View,
};

/// Rows that are drawn at first; more are drawn when they are asked for.
const ROWS: usize = 60;

/// What was done last, and can be said.
#[derive(Clone, Debug, PartialEq)]
pub enum Done {
    /// A draft of this id and name was thrown away.
    Thrown(String, String),
    /// A draft of this name was taken out again.
    TakenOut(String),
    /// Anything else, in words.
    Said(String),
}

/// The state of the room.
#[derive(Clone, Copy)]
pub struct Room {
    /// Who keeps.
    pub keeper: Keeper,
    /// What was typed to search for.
    pub typed: State<String>,
    /// Whether what was thrown away is listed, too.
    pub bin: State<bool>,
    /// The draft that gets a name.
    pub naming: State<Option<String>>,
    /// The name as far as it is typed: who leaves the room and comes back finds it.
    pub name: State<String>,
    /// The draft whose texts are compared.
    pub opened: State<Option<String>>,
    /// What was done last.
    pub done: State<Option<Done>>,
    rows: State<usize>,
    /// The drafts that are listed, and those that were thrown away.
    listed: Worked<[Vec<Head>; 2]>,
}

/// The room.
pub fn room(keeper: Keeper) -> El {
    let room = Room::new(keeper);
    let desk = keeper.desk;
    let t = desk.words;
    focus::follow(move || desk.view.get() == View::Drafts, "#drafts-title");
    el("section")
        .class("hall drafts")
        .flag("hidden", move || desk.view.get() != View::Drafts)
        .set("aria-labelledby", "drafts-title")
        .el(el("h2")
            .id("drafts-title")
            .set("tabindex", "-1")
            .live(move || (t.get().nav)(View::Drafts).to_owned()))
        .el(el("p")
            .class("hint")
            .live(move || words(t).about.to_owned()))
        .part(move || room.warning())
        .el(tools(room))
        .el(said(room))
        .el(list(room))
        .el(bin(room))
}

impl Room {
    fn new(keeper: Keeper) -> Self {
        let fold = Fold::new();
        let typed = State::new(String::new());
        let naming = State::new(None);
        let shown = State::new(Vec::new());
        watch(move |_| {
            // Nothing is worked out for a room that nobody is in.
            if keeper.desk.view.get() != View::Drafts {
                return;
            }
            let heads = keeper.heads.get();
            let is_naming = naming.with(Option::is_some);
            let may_wait =
                |shown: &Vec<Head>| *shown == heads || is_naming && are_same(shown, &heads);
            if !shown.with_untracked(may_wait) {
                shown.set(heads);
            }
        });
        let listed = memo(move || {
            if keeper.desk.view.get() != View::Drafts {
                return Default::default();
            }
            let typed = typed.get();
            let found = |head: &&Head| finds(&fold, head, &typed);
            shown.with(|heads| {
                let (kept, thrown) = heads
                    .iter()
                    .filter(found)
                    .cloned()
                    .partition(|head| head.deleted.is_none());
                [kept, thrown]
            })
        });
        Self {
            keeper,
            typed,
            bin: State::new(false),
            naming,
            name: State::new(String::new()),
            opened: State::new(None),
            done: State::new(None),
            rows: State::new(ROWS),
            listed,
        }
    }

    /// What a draft is called, even an empty one.
    pub fn called(self, head: &Head) -> String {
        let called = head.called();
        if called.is_empty() {
            words(self.keeper.desk.words).empty.to_owned()
        } else {
            called
        }
    }

    /// Says something.
    pub fn say(self, words: String) {
        self.done.set(Some(Done::Said(words)));
    }

    /// Why not everything is as it should be.
    fn warning(self) -> Option<El> {
        let t = self.keeper.desk.words;
        let said = match self.keeper.standing.get() {
            Standing::Failed(failure) => (words(t).failed)(failure).to_owned(),
            _ if self.keeper.is_busy() => words(t).busy.to_owned(),
            _ => match self.keeper.unread.get() {
                0 => return None,
                count => (words(t).unread)(count),
            },
        };
        Some(el("p").id("drafts-warning").class("warning").text(said))
    }
}

/// Whether these are the same drafts, whatever has been written in them: a name that is being typed is not drawn
/// anew for that.
fn are_same(some: &[Head], others: &[Head]) -> bool {
    let mut others: Vec<_> = others.iter().map(|head| (&head.id, head.deleted)).collect();
    others.sort_unstable();
    let mut some: Vec<_> = some.iter().map(|head| (&head.id, head.deleted)).collect();
    some.sort_unstable();
    some == others
}

/// The field to search in, and what is done with all drafts at once.
fn tools(room: Room) -> El {
    let keeper = room.keeper;
    let t = keeper.desk.words;
    let field = NodeRef::<html::Input>::new();
    let search = fields::input("search", field, move |typed| {
        room.rows.set(ROWS);
        room.typed.set(typed);
    })
    .bind("placeholder", move || {
        Some(words(t).search_example.to_owned())
    });
    let begin = move || {
        spawn_local(async move {
            if keeper.open_new().await {
                page::go(View::Write.hash());
                // On a phone the keyboard comes when it is wanted.
                if !viewport::is_narrow() {
                    // The field is there when the desk is.
                    keeper.desk.view.set(View::Write);
                    tick().await;
                    keeper.desk.field.focus();
                }
            }
        });
    };
    let export = move |kind: files::Kind, id: &'static str| {
        fields::bare_button("quiet", move || {
            files::export_all(keeper, kind, move |said| {
                if !said.is_empty() {
                    room.say(said);
                }
            });
        })
        .id(id)
        .live(move || {
            let words = words(t);
            match kind {
                files::Kind::Json => words.export_json,
                files::Kind::Text => words.export_text,
            }
            .to_owned()
        })
    };
    div("drafts-tools")
        .el(div("row")
            .set("role", "search")
            .el(el("label")
                .set("for", "drafts-search")
                .live(move || words(t).search.to_owned()))
            .el(search.id("drafts-search")))
        .el(el("p")
            .class("buttons")
            .el(fields::bare_button("main", begin)
                .id("drafts-begin")
                .flag("disabled", move || keeper.is_busy())
                .live(move || words(t).begin.to_owned()))
            .el(files::import(room)))
        .el(el("p")
            .class("exports")
            .el(export(files::Kind::Json, "drafts-export-json"))
            .el(export(files::Kind::Text, "drafts-export-text")))
}

/// What was done last. It can be undone where a draft was thrown away.
fn said(room: Room) -> El {
    let keeper = room.keeper;
    let t = keeper.desk.words;
    let said = move || {
        let done = room.done.get()?;
        let said = match &done {
            Done::Thrown(_, name) => (words(t).deleted)(name),
            Done::TakenOut(name) => (words(t).taken_out)(name),
            Done::Said(said) => said.clone(),
        };
        let said = el("p").class("done").el(el("span").text(said));
        let Done::Thrown(id, name) = done else {
            return Some(said);
        };
        let undo = move || row::take_out(room, id.clone(), name.clone());
        Some(
            said.el(fields::bare_button("quiet", undo)
                .id("drafts-undo")
                .live(move || words(t).undo.to_owned())),
        )
    };
    div("drafts-said")
        .id("drafts-said")
        .set("role", "status")
        .part(said)
}

fn list(room: Room) -> El {
    let t = room.keeper.desk.words;
    let found = move || room.listed.with(|[kept, _]| kept.len());
    let all = move || {
        let is_kept = |head: &&Head| head.deleted.is_none();
        room.keeper
            .heads
            .with(|heads| heads.iter().filter(is_kept).count())
    };
    let left = move || found().saturating_sub(room.rows.get());
    let rows = move || {
        let most = room.rows.get();
        let row = |head: &Head| row::row(room, head);
        room.listed
            .with(|[kept, _]| kept.iter().take(most).map(row).collect())
    };
    let more = move || {
        let rows = room.rows.get_untracked();
        room.rows.set(rows + ROWS * 2);
    };
    // That there is none is said when it is known.
    let is_read = room.keeper.is_read;
    let none = move || match (found(), all()) {
        _ if !is_read.get() => "",
        (0, 0) => words(t).none,
        (0, _) => words(t).none_found,
        _ => "",
    };
    let count = move || {
        let (found, all) = (found(), all());
        if is_read.get() {
            (words(t).count)(found, all)
        } else if room.keeper.standing.get() == Standing::Opening {
            words(t).opening.to_owned()
        } else {
            String::new()
        }
    };
    div("drafts-found")
        .el(el("p")
            .id("drafts-count")
            .class("drafts-count")
            .set("role", "status")
            .live(count))
        .el(el("ul")
            .id("drafts-list")
            .class("drafts-list")
            .bind("aria-label", move || Some(words(t).list_label.to_owned()))
            .list(rows))
        .el(el("p").class("drafts-none").live(move || none().to_owned()))
        .el(fields::bare_button("second", more)
            .id("drafts-more")
            .flag("hidden", move || left() == 0)
            .live(move || (words(t).more)(left())))
}

/// What was thrown away.
fn bin(room: Room) -> El {
    let t = room.keeper.desk.words;
    let count = move || room.listed.with(|[_, thrown]| thrown.len());
    let show = fields::bare_button("quiet", move || room.bin.update(|bin| *bin = !*bin))
        .id("drafts-bin")
        .flag("hidden", move || count() == 0)
        .bind("aria-expanded", move || Some(room.bin.get().to_string()))
        .live(move || (words(t).bin)(count()));
    let rows = move || {
        let row = |head: &Head| row::thrown(room, head);
        room.listed
            .with(|[_, thrown]| thrown.iter().map(row).collect())
    };
    div("drafts-bin").el(show).when(
        move || room.bin.get() && count() > 0,
        move || {
            div("drafts-thrown")
                .el(el("p")
                    .class("hint")
                    .live(move || words(t).bin_hint.to_owned()))
                .el(el("ul").class("drafts-list").id("drafts-thrown").list(rows))
        },
    )
}
