//! The texts of a draft, and the difference of two of them.

use leptos::task::spawn_local;
use muse::diff::{LineDiff, diff};

use super::Room;
use crate::{
    browser::clock,
    compose::difference::shown,
    drafts::{
        record::{Body, Head, first_line},
        words::words,
    },
    keep::versions::{Version, Who},
    ui::{El, State, div, el, memo},
};

/// Longer texts than this, in bytes, are not compared: the time it takes grows with the square.
const LONGEST: usize = 12_000;

/// A text of a draft.
#[derive(Clone, PartialEq)]
struct Text {
    text: String,
    /// Who wrote it, in which round; `None` for the text as it stands.
    who: Option<(Who, u64)>,
    at: u64,
    faults: [u64; 2],
    best: bool,
    partial: bool,
}

impl Text {
    /// All texts, newest first.
    fn all(head: &Head, body: &Body) -> Vec<Self> {
        let now = Self {
            text: head.draft.text.clone(),
            who: None,
            at: head.changed,
            faults: [head.errors, head.warnings],
            best: false,
            partial: false,
        };
        let version = |version: &Version| Self {
            text: version.text.clone(),
            who: Some((version.who.clone(), version.round)),
            at: version.at,
            faults: [version.errors, version.warnings],
            best: version.best,
            partial: version.partial,
        };
        let versions = body.versions.list.iter().rev().map(version);
        [now].into_iter().chain(versions).collect()
    }
}

/// Which two are compared, by their places.
type Two = State<[usize; 2]>;

/// The texts and the difference. They come when the database has given them.
pub fn compare(room: Room, id: String) -> El {
    let texts = State::new(None::<Vec<Text>>);
    let two = State::new([1, 0]);
    spawn_local(async move {
        let found = room.keeper.draft(&id).await;
        texts.set(found.map(|(head, body)| Text::all(&head, &body)));
    });
    let t = room.keeper.desk.words;
    let all = move || {
        let all = texts.get()?;
        if all.len() < 2 {
            return Some(
                el("p")
                    .class("hint")
                    .live(move || words(t).only_one.to_owned()),
            );
        }
        let items = all
            .iter()
            .enumerate()
            .map(|(at, text)| item(room, two, at, text));
        let list = el("ol").class("texts").children(items);
        Some(
            el("fieldset")
                .el(el("legend").live(move || words(t).texts_label.to_owned()))
                .el(el("p")
                    .class("hint")
                    .live(move || words(t).compare_hint.to_owned()))
                .el(list)
                .el(difference(room, two, all)),
        )
    };
    div("compare").part(all)
}

/// One text, with the two boxes that choose it.
fn item(room: Room, two: Two, at: usize, text: &Text) -> El {
    let t = room.keeper.desk.words;
    let who = text.who.clone();
    let author = move || match &who {
        None => words(t).now.to_owned(),
        Some((Who::Person, _)) => words(t).you.to_owned(),
        Some((Who::Model(name), round)) => (words(t).by_model)(name, *round),
    };
    let [errors, warnings] = text.faults;
    let mut about = div("about")
        .el(el("span").live(author))
        .el(el("span").live(move || (words(t).faults)(errors, warnings)));
    if text.partial {
        about = about.el(el("span").live(move || words(t).partial.to_owned()));
    }
    if text.best {
        about = about.el(el("span")
            .class("best")
            .live(move || words(t).best.to_owned()));
    }
    let about = about.el(el("time").text(clock::label(text.at)));
    let first = first_line(&text.text);
    let choose = move |side: usize, name: &'static str| {
        let first = first_line_or(&first, at);
        let input = el("input")
            .set("type", "radio")
            .set("name", name)
            .set("value", &at.to_string())
            .property("checked", move || two.get()[side] == at)
            .on("change", move |_| two.update(|two| two[side] = at));
        el("label")
            .class("choose")
            .bind("title", move || Some(first.clone()))
            .el(input)
            .el(el("span").live(move || {
                let words = words(t);
                if side == 0 { words.before } else { words.after }.to_owned()
            }))
    };
    el("li")
        .el(el("p")
            .class("verse")
            .set("lang", "zh")
            .text(first_line(&text.text)))
        .el(about)
        .el(el("p")
            .class("chosen")
            .el(choose(0, "compare-before"))
            .el(choose(1, "compare-after")))
}

/// What a text is known by where it has no line.
fn first_line_or(first: &str, at: usize) -> String {
    if first.is_empty() {
        at.to_string()
    } else {
        first.to_owned()
    }
}

/// The difference of the two that are chosen.
fn difference(room: Room, two: Two, all: Vec<Text>) -> El {
    let t = room.keeper.desk.words;
    let pair = memo(move || {
        let [before, after] = two
            .get()
            .map(|at| all.get(at).map(|text| text.text.clone()));
        before.zip(after)
    });
    let part = move || {
        let (before, after) = pair.get()?;
        if before.len() > LONGEST || after.len() > LONGEST {
            return Some(el("p").text(words(t).too_long));
        }
        let lines = diff(&before, &after);
        if lines.iter().all(LineDiff::is_kept) {
            return Some(el("p").text(words(t).same));
        }
        let line = |line: LineDiff| {
            let kept = line.is_kept().then_some("");
            el("li").set_some("data-kept", kept).el(shown(line.pieces))
        };
        Some(el("ol").children(lines.into_iter().map(line)))
    };
    el("section")
        .id("drafts-difference")
        .class("difference")
        .set("aria-live", "polite")
        .bind("aria-label", move || Some(words(t).difference.to_owned()))
        .part(part)
}
