//! The couplets of a poem, one line each; a couplet opens and shows its pairs with their reasons.

use std::{rc::Rc, sync::Arc};

use send_wrapper::SendWrapper;
use verse::{
    Kind, Language, Report,
    antithesis::{Antithesis, Memory, Pair, is_asked},
};

use super::words::couplet_words;
use crate::{
    desk::Desk,
    i18n::Words,
    ui::{self, El, State, Worked, div, el, fields, memo},
};

/// Couplets that are listed at most: those of the longest extended verse of the brief.
const MOST: usize = 20;

/// What knows of antithesis, as the page holds it.
type Held = State<SendWrapper<Rc<Memory>>>;

/// A couplet and its judgement.
#[derive(Clone, Debug, PartialEq)]
struct Judged {
    /// From 1.
    number: usize,
    /// Whether the form wants it antithetical.
    is_asked: bool,
    antithesis: Arc<Antithesis>,
}

/// Places for couplets are made so many at a time: a place stays when the couplet in it becomes another.
const SLOTS: usize = 4;

/// The list; nothing where the text is no regulated verse.
pub fn couplet_list(desk: Desk, memory: Held) -> El {
    let t = desk.words;
    let judged =
        memo(move || memory.with(|memory| desk.beside.with(|report| couplets(memory, report))));
    let slots = ui::places(move || judged.with(Vec::len), SLOTS);
    let open: State<Option<usize>> = State::new(None);
    let list = el("ul").list(move || {
        let places = (0..slots.get()).map(|at| place(desk, judged, at, open));
        places.collect()
    });
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
fn couplets(memory: &Memory, report: &Report) -> Vec<Judged> {
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
            antithesis: memory.score(&couplet[0], &couplet[1])?,
        })
    };
    lines
        .chunks_exact(2)
        .enumerate()
        .take(MOST)
        .filter_map(judge)
        .collect()
}

/// The place of a couplet (from 0), hidden where there are not so many.
fn place(desk: Desk, judged: Worked<Vec<Judged>>, at: usize, open: State<Option<usize>>) -> El {
    let t = desk.words;
    let own = memo(move || judged.with(|all| all.get(at).cloned()));
    let number = memo(move || own.with(|own| own.as_ref().map(|own| own.number)));
    let is_open = memo(move || number.get().is_some() && open.get() == number.get());
    let toggle = move || {
        let opens = !is_open.get_untracked();
        let Some(own) = own.get_untracked() else {
            return;
        };
        open.set(opens.then_some(own.number));
        let width: usize = own.antithesis.pairs.iter().map(length).sum();
        let lines = [own.number * 2 - 1, own.number * 2];
        let places = |line| (1..=width).map(move |place| (line, place));
        let lit = lines.into_iter().filter(|_| opens).flat_map(places);
        desk.lit.set(lit.collect());
    };
    let said = move |say: fn(&Judged, Words) -> String| {
        move || own.with(|own| own.as_ref().map(|own| say(own, t)).unwrap_or_default())
    };
    let per_cent = |judged: &Judged, _: Words| format!("{:.0}", judged.antithesis.score * 100.0);
    let button = fields::bare_button("couplet-line", toggle)
        .bind("aria-expanded", move || Some(is_open.get().to_string()))
        .el(el("span")
            .class("name")
            .live(said(|own, t| (couplet_words(t).couplet)(own.number))))
        .el(el("meter")
            .set("min", "0")
            .set("max", "100")
            .set("low", "50")
            .set("optimum", "100")
            .bind("value", move || Some(said(per_cent)()))
            .set("aria-hidden", "true"))
        .el(el("span").class("score").live(said(per_cent)))
        .el(el("span").class("says").live(said(verdict)));
    el("li")
        .class("couplet")
        .flag("hidden", move || number.get().is_none())
        .bind("data-couplet", move || number.get().map(|n| n.to_string()))
        .bind("data-lacking", move || {
            let lacks = |own: &Judged| own.antithesis.is_lacking() && own.is_asked;
            own.with(|own| own.as_ref().is_some_and(lacks).then(String::new))
        })
        .el(button)
        .part(move || {
            let own = own.get().filter(|_| is_open.get())?;
            Some(pair_list(&own.antithesis.pairs, t.language()))
        })
}

/// What is said of a couplet.
fn verdict(judged: &Judged, t: Words) -> String {
    let words = couplet_words(t);
    let verdict = match (judged.antithesis.is_lacking(), judged.is_asked) {
        (true, true) => words.lacking,
        (true, false) => words.not_asked,
        (false, _) if judged.antithesis.is_flowing => words.flowing,
        (false, _) => words.answering,
    };
    verdict.to_owned()
}

fn length(pair: &Pair) -> usize {
    pair.opening.chars().count()
}

/// The pairs of a couplet, with their reasons.
fn pair_list(pairs: &[Pair], language: Language) -> El {
    let items = pairs.iter().map(|pair| {
        let answers = pair.reason.is_answer();
        el("li")
            .set("data-answers", if answers { "yes" } else { "no" })
            .text(pair.explain(language))
    });
    div("explanation").el(el("ul").class("pairs").children(items.collect::<Vec<_>>()))
}
