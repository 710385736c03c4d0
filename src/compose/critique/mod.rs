//! A model's opinion on the poem, beside what the page finds; every claim about tones and rhymes is
//! held against the check.

mod claims;

use leptos::{prelude::*, task::spawn_local};
use muse::{Brief, Error, Heard, Stop, critique::Claim, prompt};
use verse::{Language, Options, Report};

use super::{
    aloud::Aloud,
    connection::{connection, link},
    run::{Run, form_of},
    talk::talk,
    tune,
};
use crate::{
    compose::words::phrases_of,
    desk::Desk,
    ui::{El, State, Worked, div, el, fields, memo},
};

/// The longest opinion that is read, in bytes.
const LONGEST: usize = 60_000;

/// The state of the opinion.
#[derive(Clone, Copy)]
struct Critique {
    /// Whether it is on its way.
    asking: State<bool>,
    /// What has come of it.
    prose: State<String>,
    /// The poem that it is about.
    of: State<String>,
    /// Its tune, where it is a lyric.
    tune: State<Option<String>>,
    /// Why it failed.
    error: State<Option<Error>>,
    stop: State<Option<Stop>>,
}

impl Critique {
    fn start(self, desk: Desk) {
        let Ok(connection) = untrack(|| connection(desk)) else {
            return;
        };
        let poem = desk.text.get_untracked();
        let stop = Stop::new();
        self.stop.set(Some(stop.clone()));
        self.asking.set(true);
        self.prose.set(String::new());
        self.error.set(None);
        let (wish, settings) = (desk.wish.get_untracked(), desk.settings.get_untracked());
        // The poem's own form, whatever the brief asks for.
        let form = desk.report.with_untracked(form_of).unwrap_or(wish.form);
        let tune = tune::on_desk(desk);
        let name = tune.as_ref().map(|tune| tune.tune().name.clone());
        self.tune.set(name);
        let brief = Brief {
            form,
            tune,
            book: settings.book,
            ..wish.brief()
        };
        let question = prompt::critique(&brief, &poem);
        self.of.set(poem);
        let outside = desk.outside.get_untracked();
        let under_way = desk.keyring.under_way(desk, &connection, &stop);
        spawn_local(async move {
            let mut aloud = Aloud::new(connection.key.clone());
            let done = muse::ask(
                link(&connection, &outside, &stop),
                &question,
                &mut |heard| {
                    if let Heard::Text(text) = heard {
                        self.prose.update(|prose| {
                            if prose.len() < LONGEST {
                                aloud.add(prose, text);
                            }
                        });
                    }
                },
            )
            .await;
            drop(under_way);
            self.asking.set(false);
            self.stop.set(None);
            self.error
                .set(done.err().filter(|error| *error != Error::Stopped));
        });
    }

    fn stop(self) {
        self.stop.with_untracked(|stop| {
            if let Some(stop) = stop {
                stop.stop();
            }
        });
    }
}

/// The button, the opinion, and what is to be said to it.
pub fn critique(desk: Desk, run: Run) -> El {
    let t = desk.words;
    let state = Critique {
        asking: State::new(false),
        prose: State::new(String::new()),
        of: State::new(String::new()),
        tune: State::new(None),
        error: State::new(None),
        stop: State::new(None),
    };
    // The opinion is Chinese; so are the readings that it is held against.
    let report = memo(move || {
        let options = Options {
            language: Language::Zh,
            ..desk.options()
        };
        let tune = state.tune.get();
        state
            .of
            .with(|of| tune::checked(desk, of, &options, tune.as_deref()))
    });
    let claims: Worked<Vec<Claim>> = memo(move || {
        if state.asking.get() {
            return Vec::new();
        }
        state
            .prose
            .with(|prose| report.with(|report| muse::critique::claims(prose, report)))
    });
    let can = move || {
        let is_verse = desk.report.with(|report| !report.lines.is_empty());
        is_verse && !state.asking.get() && !run.is_running() && connection(desk).is_ok()
    };
    let buttons = el("p")
        .class("buttons")
        .el(fields::bare_button("second", move || state.start(desk))
            .id("critique-start")
            .flag("disabled", move || !can())
            .live(move || talk(t).critique_start.to_owned()))
        .el(fields::button(
            "second",
            "critique-stop",
            t,
            |s| phrases_of(s).compose_stop,
            move || {
                state.stop();
            },
        )
        .flag("disabled", move || !state.asking.get()));
    let is_old = move || state.of.with(|of| desk.text.with(|text| of != text));
    let shown = move || {
        el("section")
            .id("critique")
            .el(el("p")
                .class("hint")
                .flag("hidden", move || !is_old())
                .live(move || talk(t).critique_old.to_owned()))
            .el(el("p")
                .class("opinion")
                .set("lang", "zh")
                .live(move || state.prose.get()))
            .when(
                move || !state.asking.get(),
                move || checked(desk, report, claims),
            )
    };
    el("details")
        .class("fold")
        .id("critique-fields")
        .el(el("summary").live(move || talk(t).critique.to_owned()))
        .el(el("p")
            .class("hint")
            .live(move || talk(t).critique_hint.to_owned()))
        .el(buttons)
        .el(el("p")
            .class("hint")
            .id("critique-status")
            .set("role", "status")
            .live(move || {
                if state.asking.get() {
                    talk(t).critique_asking.to_owned()
                } else {
                    String::new()
                }
            }))
        .part(move || {
            let error = state.error.get()?;
            let shown = el("p").id("critique-error").class("error");
            let shown = shown.set("role", "alert").set("data-code", error.code());
            Some(shown.text(error.sentence(t.language())))
        })
        .when(
            move || state.prose.with(|prose| !prose.trim().is_empty()),
            shown,
        )
}

/// What the page says to it.
fn checked(desk: Desk, report: Worked<Report>, claims: Worked<Vec<Claim>>) -> El {
    let t = desk.words;
    let summary = move || {
        let summary = report.with(t.get().summary);
        [talk(t).own_verdict, &summary].concat()
    };
    let none = move || {
        let none = claims.with(Vec::is_empty).then(|| talk(t).no_claims);
        none.unwrap_or_default().to_owned()
    };
    div("checked")
        .el(el("h3").live(move || talk(t).claims.to_owned()))
        .el(el("p").id("critique-verdict").live(summary))
        .el(el("p").live(none))
        .el(el("ul")
            .id("claims")
            .list(move || claims.with(|claims| claims::items(t, claims))))
}
