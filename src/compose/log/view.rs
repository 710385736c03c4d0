//! The requests of this run, and those of the runs before it.

use muse::{Brief, compose::astray};
use verse::{Options, Severity};

use super::super::talk::talk;
use crate::{
    browser::clock,
    compose::run::Run,
    compose::{tune::checked, words::phrases},
    desk::Desk,
    keep::log::{Called, Talked},
    ui::{El, State, div, el, fields, quoted::quoted},
};

/// A request, by the run (0 is the one that is shown, then back in time) and its place in it.
type At = (usize, usize);

/// All requests.
pub fn calls(desk: Desk, run: Run) -> El {
    // The request whose words are shown.
    let open = State::new(None::<At>);
    let now = move || run.talk.with(|talked| items(desk, talked, 0, open));
    let before = State::new(false);
    let t = desk.words;
    // The last of the log is the one that is shown above, once it is over.
    let earlier = move || {
        let newest = run.talk.with(|talked| talked.at);
        run.log.with(|log| {
            let runs = log.runs.iter().rev().filter(|run| run.at != newest);
            runs.zip(1..)
                .map(|(talked, number)| past(desk, talked, number, open))
                .collect()
        })
    };
    let are_earlier = move || {
        let newest = run.talk.with(|talked| talked.at);
        run.log
            .with(|log| log.runs.iter().any(|run| run.at != newest))
    };
    let show = fields::bare_button("quiet", move || before.update(|before| *before = !*before))
        .id("earlier-runs")
        .flag("hidden", move || !are_earlier())
        .bind("aria-expanded", move || Some(before.get().to_string()))
        .live(move || talk(t).earlier_runs.to_owned());
    div("log")
        .el(el("ol").class("rounds").id("rounds").list(now))
        .el(show)
        .when(move || before.get(), move || div("earlier").list(earlier))
}

/// A run before this one.
fn past(desk: Desk, talked: &Talked, number: usize, open: State<Option<At>>) -> El {
    let title = [quoted(&talked.model), clock::label(talked.at)].join(" · ");
    el("section").el(el("h3").text(title)).el(el("ol")
        .class("rounds")
        .children(items(desk, talked, number, open)))
}

fn items(desk: Desk, talked: &Talked, run: usize, open: State<Option<At>>) -> Vec<El> {
    let calls = talked.calls.iter().zip(0..);
    calls
        .map(|(call, at)| item(desk, talked, call, (run, at), open))
        .collect()
}

/// One request.
fn item(desk: Desk, talked: &Talked, call: &Called, at: At, open: State<Option<At>>) -> El {
    let t = desk.words;
    let told = if call.round > 0 {
        (phrases(t).round)(call.round, &call.open)
    } else if talked.instruction.is_empty() {
        talk(t).draft.to_owned()
    } else {
        (talk(t).change)(&quoted(&talked.instruction))
    };
    let came = match call.better {
        Some(true) => talk(t).better,
        Some(false) => talk(t).no_better,
        None => "",
    };
    let is_open = move || open.get() == Some(at);
    let press = move || open.update(|open| *open = (*open != Some(at)).then_some(at));
    let tokens = match call.tokens {
        0 => String::new(),
        tokens => (phrases(t).tokens)(tokens),
    };
    let about = el("p")
        .class("about")
        .el(el("span").text(came))
        .el(el("span").text(tokens))
        .el(fields::bare_button("quiet", press)
            .bind("aria-expanded", move || Some(is_open().to_string()))
            .live(move || talk(t).words_said.to_owned()));
    let reasons = if call.round > 0 {
        reasons(desk, talked, call)
    } else {
        Vec::new()
    };
    let (question, answer) = (quoted(&call.question), quoted(&call.answer));
    el("li")
        .set("data-round", &call.round.to_string())
        .el(el("p").text(told))
        .el(el("ul").children(reasons.into_iter().map(|reason| el("li").text(reason))))
        .el(about)
        .part(move || is_open().then(|| said(desk, &question, &answer)))
}

/// The words of a request, as they went and came.
fn said(desk: Desk, question: &str, answer: &str) -> El {
    let t = desk.words;
    div("said")
        .el(el("h4").live(move || talk(t).question.to_owned()))
        .el(el("p").class("words").set("lang", "zh").text(question))
        .el(el("h4").live(move || talk(t).answer.to_owned()))
        .el(el("p").class("words").set("lang", "zh").text(answer))
}

/// What the check says of the lines that are rewritten.
fn reasons(desk: Desk, talked: &Talked, call: &Called) -> Vec<String> {
    let tune = Some(&talked.tune[..]).filter(|tune| !tune.is_empty());
    let options = Options {
        form: tune.is_none().then_some(talked.form),
        pins: Vec::new(),
        ..desk.options()
    };
    let report = checked(desk, &call.base, &options, tune);
    let brief = Brief {
        book: options.book,
        group: talked.group.clone(),
        ..Brief::new(talked.form, "")
    };
    // The check takes the poem's own group for the right one.
    if tune.is_none() && !call.base.is_empty() && !astray(&report, &brief).is_empty() {
        return vec![(phrases(desk.words).other_group)(&quoted(&talked.group))];
    }
    let faults = report
        .findings
        .into_iter()
        .filter(|finding| matches!(finding.severity, Severity::Error | Severity::Warning))
        .filter(|finding| call.open.is_empty() || call.open.contains(&finding.line));
    faults.map(|finding| finding.message).collect()
}
