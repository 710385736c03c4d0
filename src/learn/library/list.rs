//! The poems that are found.

use super::{Library, ROWS, poem::Poem, shows::Found};
use crate::{
    learn::words::learn,
    ui::{El, div, el, fields},
    write::line::severity_name,
};

/// How many there are, the poems, and what to do where there is none.
pub fn list(library: Library) -> El {
    let t = library.desk.words;
    let found = move || library.chosen.with(Vec::len);
    let all = move || library.poems.with_untracked(Vec::len);
    let left = move || found().saturating_sub(library.rows.get());
    let more = move || {
        let rows = library.rows.get_untracked();
        library.rows.set(rows + ROWS * 2);
    };
    let rows = move || {
        let most = library.rows.get();
        let chosen = library.chosen.get();
        chosen
            .into_iter()
            .take(most)
            .filter_map(|at| row(library, at))
            .collect()
    };
    div("library-found")
        .el(el("p")
            .id("library-count")
            .class("library-count")
            .set("role", "status")
            .live(move || (learn(t).count)(found(), all())))
        .el(el("ul")
            .id("library-list")
            .class("library-list")
            .bind("aria-label", move || Some(learn(t).list_label.to_owned()))
            .list(rows))
        .el(fields::bare_button("second", more)
            .id("library-more")
            .flag("hidden", move || left() == 0)
            .live(move || (learn(t).more)(left())))
        .when(move || found() == 0, move || none(library))
}

/// What is said where no poem is found.
fn none(library: Library) -> El {
    let t = library.desk.words;
    div("library-none")
        .id("library-none")
        .el(el("p").live(move || learn(t).none.to_owned()))
        .el(fields::bare_button("second", move || library.reset())
            .id("library-reset")
            .live(move || learn(t).reset.to_owned()))
}

/// One poem: a press opens it.
fn row(library: Library, at: usize) -> Option<El> {
    let t = library.desk.words;
    let (id, names, form) = library.poems.with_untracked(|poems| {
        let poem: &Poem = poems.get(at)?;
        let names = [
            ("title", poem.title),
            ("author", poem.author),
            ("first", poem.first_line()),
        ];
        Some((poem.id, names, poem.form))
    })?;
    let names =
        names.map(|(class, name)| el("span").class(class).set("lang", "zh-Hans").text(name));
    let form_name = move || {
        form.map_or("", |form| (learn(t).form_name)(form))
            .to_owned()
    };
    let marks = move || {
        library
            .found
            .with(|found| found.get(at).map(|f| marks(library, f)).unwrap_or_default())
    };
    let open = fields::bare_button("library-poem", move || library.open(at))
        .set("data-id", id)
        .children(names)
        .el(el("span")
            .class("about")
            .el(el("span").class("form").live(form_name))
            .list(marks));
    Some(el("li").el(open))
}

/// What the poem shows, in a word each.
fn marks(library: Library, found: &Found) -> Vec<El> {
    let t = library.desk.words;
    let marked = found.shows.iter().copied().filter(|show| show.is_marked());
    let mark = |show: super::shows::Show| {
        el("span")
            .class("shows")
            .set("data-code", show.code)
            .set_some("data-severity", show.severity.map(severity_name))
            .live(move || show.name(learn(t), t.language()).into_owned())
    };
    marked.map(mark).collect()
}
