//! What the models write, side by side, and ranked when all have ended.

use muse::{Fit, Provider, Rank};
use verse::Report;

use super::{
    super::talk::{Talk, talk},
    Contest,
    lane::Lane,
    order::order,
};
use crate::{
    compose::{tune::checked, words::phrases},
    desk::Desk,
    ui::{El, div, el, fields, memo},
    view::View,
};

/// All lanes in use: in the order of the rows while they write, then in the order of rank.
pub fn board(desk: Desk, contest: Contest) -> El {
    let t = desk.words;
    let is_running = memo(move || contest.is_running());
    let placed = memo(move || {
        let lanes = contest.lanes.iter().take(contest.used.get());
        if is_running.get() {
            return lanes.zip(0..).map(|(_, at)| (at, None)).collect();
        }
        let came: Vec<_> = lanes.map(|l| (l.rank.get(), l.time.get())).collect();
        order(&came)
    });
    let cards = move || {
        let placed = placed.get().into_iter();
        placed
            .map(|(at, place)| card(desk, contest.lanes[at], place))
            .collect()
    };
    let is_shown = move || desk.view.get() == View::Compose && contest.used.get() > 0;
    el("section")
        .class("contest-board")
        .bind("aria-label", move || Some(talk(t).contest.to_owned()))
        .flag("hidden", move || !is_shown())
        .el(el("h2")
            .class("unseen")
            .live(move || talk(t).contest.to_owned()))
        .el(el("ol").id("contest").class("lanes").list(cards))
        .el(el("p")
            .class("hint")
            .flag("hidden", move || {
                is_running.get() || placed.with(|placed| placed.iter().all(|p| p.1.is_none()))
            })
            .live(move || talk(t).order.to_owned()))
}

/// One model's poem and what is known of it.
fn card(desk: Desk, lane: Lane, place: Option<usize>) -> El {
    let t = desk.words;
    let poem = lane.poem;
    let name = move || {
        let (provider, model) = lane.who.get();
        let provider =
            Provider::find(&provider).map_or_else(Default::default, |p| p.name(t.language()));
        [&provider[..], &model].join(" · ")
    };
    let status = move || {
        lane.phase
            .with(|phase| (phrases(t).phase)(phase, lane.round.get()))
    };
    let report = memo(move || {
        let options = lane.options.get();
        let tune = lane.tune.get();
        poem.with(|poem| checked(desk, poem, &options, tune.as_deref()))
    });
    let is_here = memo(move || {
        let here = |poem: &String| !poem.is_empty() && desk.text.with(|text| text == poem);
        poem.with(here)
    });
    let take = fields::bare_button("second take", move || desk.put(&poem.get_untracked()))
        .flag("disabled", move || {
            lane.is_running() || is_here.get() || poem.with(String::is_empty)
        })
        .live(move || {
            let words = talk(t);
            let label = if is_here.get() {
                words.taken
            } else {
                words.take
            };
            label.to_owned()
        });
    el("li")
        .set_some(
            "data-place",
            place.map(|place| place.to_string()).as_deref(),
        )
        .bind("data-running", move || lane.is_running().then(String::new))
        .el(el("h3")
            .el(el("span")
                .class("place")
                .live(move || place.map(talk(t).place).unwrap_or_default()))
            .el(el("span").class("who").live(name)))
        .el(div("poem")
            .set("lang", "zh")
            .list(move || report.with(lines)))
        .el(el("p")
            .class("facts-of-lane")
            .live(move || facts(lane, talk(t))))
        .el(el("p").class("hint").live(status))
        .part(move || {
            let error = lane.error.get()?;
            let shown = el("p").class("error").set("data-code", error.code());
            Some(shown.text(error.sentence(t.language())))
        })
        .el(take)
}

/// The verse, with what is faulty marked.
fn lines(report: &Report) -> Vec<El> {
    use verse::Severity::{Error, Warning};
    let mut lines = Vec::new();
    for (number, line) in (1..).zip(&report.lines) {
        let is_faulty = |place: usize| {
            let mut faults = report.findings.iter();
            faults.any(|found| {
                matches!(found.severity, Error | Warning)
                    && found.line == number
                    && found.chars.contains(&place)
            })
        };
        let text = line.text();
        let cells = text.chars().zip(1..).map(|(hanzi, place)| {
            let tag = if is_faulty(place) { "mark" } else { "span" };
            el(tag).text(hanzi)
        });
        lines.push(el("p").class("verse").children(cells));
    }
    lines
}

/// What the check, the clock and the provider's count say, once it has ended.
fn facts(lane: Lane, words: &Talk) -> String {
    if lane.is_running() {
        return String::new();
    }
    let mut facts = vec![
        lane.rank
            .get()
            .map_or_else(|| words.no_poem.to_owned(), |rank| verdict(rank, words)),
    ];
    facts.push((words.seconds)(lane.time.get().as_millis() as u64));
    let usage = lane.usage.get();
    if usage.total() > 0 {
        facts.push((words.tokens)(usage.total()));
    }
    let cost = lane
        .entrant
        .with(|entrant| entrant.cost(usage.prompt, usage.completion));
    facts.extend(cost.map(words.cost));
    facts.join(" · ")
}

fn verdict(rank: Rank, words: &Talk) -> String {
    let mut said = (words.found)(rank.errors, rank.warnings, rank.advice);
    if rank.fit != Fit::Right {
        said = [&said, words.other_form].join(" · ");
    }
    if rank.astray > 0 {
        said = [&said, words.other_group].join(" · ");
    }
    if rank.lost > 0 {
        said = [said, (words.lost)(rank.lost)].join(" · ");
    }
    said
}
