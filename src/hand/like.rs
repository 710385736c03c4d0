//! Lines of poets that are like the line that is looked at.

use verse::diction::Likeness;

use super::{
    filters::Filters,
    table::Stock,
    words::{hand_words, source},
};
use crate::{
    desk::Desk,
    ui::{El, State, div, el},
};

/// Lines that are shown.
const MOST: usize = 12;

/// The lines. `None` while there is nothing to find them with.
pub fn like_list(desk: Desk, stock: Stock, filters: Filters, calm: State<()>) -> Option<El> {
    let t = desk.words;
    let table = stock.get()?;
    let (line, _) = desk.picked.get()?;
    calm.track();
    let (options, theme) = (desk.options(), filters.theme.get());
    let found = desk
        .text
        .with_untracked(|text| table.like(text, &options, line, theme, MOST));
    if found.is_empty() {
        return Some(el("p").class("hint").text(hand_words(t).no_lines));
    }
    Some(
        div("likenesses")
            .el(el("p").class("hint").text(hand_words(t).like_hint))
            .el(el("ul")
                .id("likenesses")
                .set("lang", "zh")
                .children(found.iter().map(item))),
    )
}

/// One line; what it shares with the writer's is marked.
fn item(likeness: &Likeness) -> El {
    let mut line = el("span").class("line");
    for (c, place) in likeness.quote.line.chars().zip(1..) {
        let shares = likeness.shared.contains(&place);
        line = line.el(el(if shares { "b" } else { "span" }).text(c));
    }
    el("li")
        .el(line)
        .el(el("span").class("source").text(source(&likeness.quote)))
}
