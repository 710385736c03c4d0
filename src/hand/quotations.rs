//! What of the poem poets have written before.

use verse::diction::{Quotation, Quote};

use super::{
    table::Stock,
    words::{hand_words, source},
};
use crate::{
    browser::viewport,
    desk::Desk,
    ui::{El, State, el, fields, memo},
};

/// What the poem has from one poem of a poet's.
#[derive(Clone, Debug, PartialEq)]
struct Source {
    quote: Quote,
    /// The words that both have, by the line of this poem that they stand in.
    words: Vec<(usize, String)>,
    /// Their places.
    places: Vec<(usize, usize)>,
}

/// The list; nothing where the poem is the writer's own. (The classic of a first visit is nobody's
/// question.)
pub fn quotation_list(desk: Desk, stock: Stock, calm: State<()>) -> El {
    let t = desk.words;
    let found = memo(move || {
        calm.track();
        let is_welcome = desk.welcome.get();
        let Some(table) = stock.get().filter(|_| !is_welcome) else {
            return Vec::new();
        };
        let options = desk.options();
        let quotations = desk
            .text
            .with_untracked(|text| table.quotations(text, &options));
        desk.report
            .with_untracked(|report| by_source(report, &quotations))
    });
    let items = move || found.with(|all| all.iter().map(|one| item(desk, one)).collect());
    el("section")
        .id("quotations")
        .class("quotations")
        .set("aria-labelledby", "quotations-title")
        .flag("hidden", move || found.with(Vec::is_empty))
        .el(el("h3")
            .id("quotations-title")
            .live(move || hand_words(t).quotations.to_owned()))
        .el(el("ul").list(items))
}

/// The quotations, those from one poem together.
fn by_source(report: &verse::Report, quotations: &[Quotation]) -> Vec<Source> {
    let mut sources: Vec<Source> = Vec::new();
    for one in quotations {
        let places: Vec<usize> = (one.position..one.position + one.length).collect();
        let line = report.lines.get(one.line.wrapping_sub(1));
        let chars = line.into_iter().flat_map(|line| &line.chars).zip(1..);
        let words: String = chars
            .filter(|(_, place)| places.contains(place))
            .map(|(char, _)| char.character)
            .collect();
        let is_same = |s: &&mut Source| {
            (&s.quote.author, &s.quote.title) == (&one.quote.author, &one.quote.title)
        };
        let places = places.into_iter().map(|place| (one.line, place));
        match sources.iter_mut().find(is_same) {
            Some(source) => {
                source.words.push((one.line, words));
                source.places.extend(places);
            }
            None => sources.push(Source {
                quote: one.quote.clone(),
                words: vec![(one.line, words)],
                places: places.collect(),
            }),
        }
    }
    sources
}

/// What comes from one poem; a press shows where.
fn item(desk: Desk, found: &Source) -> El {
    let t = desk.words;
    let (words, from) = (found.words.clone(), source(&found.quote));
    let places = found.places.clone();
    let press = move || {
        desk.lit.set(places.clone());
        if let Some((line, place)) = places.first() {
            let cell = format!("#marked [data-line=\"{line}\"] [data-place=\"{place}\"]");
            viewport::show_matching(&cell);
        }
    };
    el("li").el(fields::bare_button("quotation", press)
        .live(move || (hand_words(t).quotation)(&words, &from)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_from_one_poem_is_said_together() {
        let report = verse::check(
            "床前明月光，疑是地上霜。举头望明月，白日依山尽。",
            &verse::Options::default(),
        );
        let quotation = |line, position, length, title: &str| Quotation {
            line,
            position,
            length,
            quote: Quote {
                line: String::new(),
                author: "某".to_owned(),
                title: title.to_owned(),
            },
        };
        let all = [
            quotation(1, 1, 5, "静夜思"),
            quotation(2, 1, 5, "静夜思"),
            quotation(4, 1, 5, "登鹳雀楼"),
        ];
        let sources = by_source(&report, &all);
        assert_eq!(sources.len(), 2);
        let words: Vec<_> = sources[0]
            .words
            .iter()
            .map(|(n, w)| (*n, w.as_str()))
            .collect();
        assert_eq!(words, [(1, "床前明月光"), (2, "疑是地上霜")]);
        assert_eq!(sources[0].places.len(), 10);
        assert_eq!(sources[1].places[0], (4, 1));
    }
}
