//! The couplets of a poem, one line each; a couplet opens and shows its pairs with their reasons.

use std::rc::Rc;

use send_wrapper::SendWrapper;
use verse::{
    Kind, Report,
    antithesis::{Antithesis, Pair, Table, is_asked},
};

use super::words::couplet_words;
use crate::{
    desk::Desk,
    ui::{El, State, Worked, div, el, fields, memo},
};

/// Couplets that are listed at most: those of the longest extended verse of the brief.
const MOST: usize = 20;

/// The table, as the page holds it.
type Held = State<SendWrapper<Rc<Table>>>;

/// A couplet and its judgement.
#[derive(Clone, Debug, PartialEq)]
struct Judged {
    /// From 1.
    number: usize,
    /// Whether the form wants it antithetical.
    is_asked: bool,
    antithesis: Antithesis,
}

/// The list; nothing where the text is no regulated verse.
pub fn couplet_list(desk: Desk, table: Held) -> El {
    let t = desk.words;
    let judged =
        memo(move || table.with(|table| desk.report.with(|report| couplets(table, report))));
    let open: State<Option<usize>> = State::new(None);
    let list = el("ul").list(move || judged.with(|all| items(all, desk, open)));
    el("section")
        .id("couplets")
        .class("couplets")
        .set("aria-labelledby", "couplets-title")
        .flag("hidden", move || judged.with(Vec::is_empty))
        .el(el("h3")
            .id("couplets-title")
            .live(move || couplet_words(t).title.to_owned()))
        .el(list)
}

/// The couplets of a poem that is regulated, as far as they can be judged.
fn couplets(table: &Table, report: &Report) -> Vec<Judged> {
    if !matches!(report.kind, Kind::Regulated | Kind::ObliqueRhymed) {
        return Vec::new();
    }
    let whole = |line: &verse::Line| {
        let is_open = line.chars.iter().any(|c| c.is_open());
        if is_open { String::new() } else { line.text() }
    };
    let lines: Vec<String> = report.lines.iter().map(whole).collect();
    let judge = |(at, couplet): (usize, &[String])| {
        Some(Judged {
            number: at + 1,
            is_asked: is_asked(lines.len(), at + 1),
            antithesis: table.score(&couplet[0], &couplet[1])?,
        })
    };
    lines
        .chunks_exact(2)
        .enumerate()
        .take(MOST)
        .filter_map(judge)
        .collect()
}

fn items(all: &[Judged], desk: Desk, open: State<Option<usize>>) -> Vec<El> {
    let item = |judged: &Judged| item(judged, desk, open);
    all.iter().map(item).collect()
}

/// One couplet.
fn item(judged: &Judged, desk: Desk, open: State<Option<usize>>) -> El {
    let t = desk.words;
    let (number, is_asked) = (judged.number, judged.is_asked);
    let is_open = memo(move || open.get() == Some(number));
    let width: usize = judged.antithesis.pairs.iter().map(length).sum();
    let toggle = move || {
        let opens = !is_open.get_untracked();
        open.set(opens.then_some(number));
        let lines = [number * 2 - 1, number * 2];
        let places = |line| (1..=width).map(move |place| (line, place));
        let lit = lines.into_iter().filter(|_| opens).flat_map(places);
        desk.lit.set(lit.collect());
    };
    let (score, lacks) = (judged.antithesis.score, judged.antithesis.is_lacking());
    let is_flowing = judged.antithesis.is_flowing;
    let verdict = move || {
        let words = couplet_words(t);
        let verdict = match (lacks, is_asked) {
            (true, true) => words.lacking,
            (true, false) => words.not_asked,
            (false, _) if is_flowing => words.flowing,
            (false, _) => words.answering,
        };
        verdict.to_owned()
    };
    let per_cent = format!("{:.0}", score * 100.0);
    let button = fields::bare_button("couplet-line", toggle)
        .bind("aria-expanded", move || Some(is_open.get().to_string()))
        .el(el("span")
            .class("name")
            .live(move || (couplet_words(t).couplet)(number)))
        .el(el("meter")
            .set("min", "0")
            .set("max", "100")
            .set("low", "50")
            .set("optimum", "100")
            .set("value", &per_cent)
            .set("aria-hidden", "true"))
        .el(el("span").class("score").text(per_cent.clone()))
        .el(el("span").class("says").live(verdict));
    let pairs = judged.antithesis.pairs.clone();
    el("li")
        .class("couplet")
        .set("data-couplet", &number.to_string())
        .set_some("data-lacking", (lacks && is_asked).then_some(""))
        .el(button)
        .part(move || is_open.get().then(|| pair_list(desk, &pairs)))
}

fn length(pair: &Pair) -> usize {
    pair.opening.chars().count()
}

/// The pairs of a couplet, with their reasons.
fn pair_list(desk: Desk, pairs: &[Pair]) -> El {
    let language: Worked<verse::Language> = memo(move || desk.words.language());
    let items = pairs.iter().map(|pair| {
        let (answers, pair) = (pair.reason.is_answer(), pair.clone());
        el("li")
            .set("data-answers", if answers { "yes" } else { "no" })
            .live(move || pair.explain(language.get()))
    });
    div("explanation").el(el("ul").class("pairs").children(items.collect::<Vec<_>>()))
}
