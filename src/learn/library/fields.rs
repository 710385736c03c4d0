//! Where it is said which poems are wanted.

use leptos::prelude::event_target_value;
use verse::{Form, RhymeGroup};
use wasm_bindgen::JsCast;
use web_sys::InputEvent;

use super::{Library, poem::Poem, shows::all_shown, wanted::Wanted};
use crate::{
    learn::words::{Learn, learn},
    ui::{
        El, div, el,
        fields::{self, Choice},
    },
};

/// The field to search in, and what to choose from. What can be chosen is known when all poems have been
/// checked.
pub fn fields(library: Library) -> El {
    let choices = [
        select(
            library,
            "library-form",
            |words| words.form,
            forms,
            |w| &mut w.form,
        ),
        select(
            library,
            "library-group",
            |words| words.group,
            groups,
            |w| &mut w.group,
        ),
        select(
            library,
            "library-author",
            |words| words.author,
            authors,
            |w| &mut w.author,
        ),
        select(
            library,
            "library-shows",
            |words| words.shows,
            shown,
            |w| &mut w.shows,
        ),
    ];
    el("search")
        .class("library-fields")
        .el(search(library))
        .el(div("library-choices").children(choices))
}

/// A field under its name.
fn row(
    library: Library,
    id: &'static str,
    name: impl Fn(&'static Learn) -> &'static str + Send + 'static,
    field: El,
) -> El {
    let t = library.desk.words;
    div("row")
        .el(el("label")
            .set("for", id)
            .live(move || name(learn(t)).to_owned()))
        .el(field.id(id))
}

/// The words. While they are composed, what stands in the field is no word yet.
fn search(library: Library) -> El {
    let t = library.desk.words;
    let take = move |words: String| {
        if library
            .wanted
            .with_untracked(|wanted| wanted.words != words)
        {
            library.wanted.update(|wanted| wanted.words = words);
        }
    };
    let field = el("input")
        .set("type", "search")
        .set("autocomplete", "off")
        .set("autocapitalize", "off")
        .set("spellcheck", "false")
        .set("enterkeyhint", "search")
        .bind("placeholder", move || {
            Some(learn(t).search_example.to_owned())
        })
        .node(library.search)
        .on("input", move |event| {
            let input = event.dyn_ref::<InputEvent>();
            if !input.is_some_and(InputEvent::is_composing) {
                take(event_target_value(&event));
            }
        })
        .on("compositionend", move |event| {
            take(event_target_value(&event))
        });
    row(library, "library-search", |words| words.search, field)
}

/// One of several values and what it is called in the words of the room.
struct Value {
    value: &'static str,
    name: Box<dyn Fn(&'static Learn) -> String + Send>,
}

/// A field to choose a value from, or none. What there is to choose from grows once all poems have been
/// checked.
fn select(
    library: Library,
    id: &'static str,
    name: fn(&'static Learn) -> &'static str,
    values: fn(Library) -> Vec<Value>,
    part: fn(&mut Wanted) -> &mut String,
) -> El {
    let t = library.desk.words;
    let is = move |value: &'static str| {
        library.wanted.track();
        let same = |wanted: &mut Wanted| part(wanted) == value;
        library.wanted.change(same).unwrap_or_default()
    };
    let choices = move || {
        library.found.track();
        let any = Value {
            value: "",
            name: Box::new(|words| words.any.to_owned()),
        };
        [any]
            .into_iter()
            .chain(values(library))
            .map(|Value { value, name }| Choice {
                value,
                name: Box::new(move || name(learn(t))),
                chosen: Box::new(move || is(value)),
            })
            .collect()
    };
    let choose = move |value| library.wanted.update(|wanted| *part(wanted) = value);
    row(library, id, name, fields::select_live(choices, choose))
}

/// The number of poems for which something is so.
fn count(library: Library, is_so: impl Fn(&Poem) -> bool) -> usize {
    let count = |poems: &Vec<Poem>| poems.iter().filter(|poem| is_so(poem)).count();
    library.poems.with_untracked(count)
}

fn forms(library: Library) -> Vec<Value> {
    let value = |form: Form| {
        let count = count(library, |poem| poem.form == Some(form));
        let name = move |words: &'static Learn| (words.so_many)((words.form_name)(form), count);
        (count > 0).then(|| Value {
            value: form.chinese(),
            name: Box::new(name),
        })
    };
    Form::ALL.into_iter().filter_map(value).collect()
}

/// The groups in the order of the book.
fn groups(library: Library) -> Vec<Value> {
    let value = |group: RhymeGroup| {
        let count = library.found.with_untracked(|found| {
            let of_group = found.iter().filter(|found| found.group == Some(group));
            of_group.count()
        });
        (count > 0).then(|| Value {
            value: group.name(),
            name: Box::new(move |words| (words.so_many)(&(words.group_name)(group), count)),
        })
    };
    RhymeGroup::all().filter_map(value).collect()
}

/// The authors, those of the most poems first.
fn authors(library: Library) -> Vec<Value> {
    let mut authors: Vec<(&'static str, usize)> = Vec::new();
    library.poems.with_untracked(|poems| {
        for poem in poems {
            match authors
                .iter_mut()
                .find(|(author, _)| *author == poem.author)
            {
                Some((_, count)) => *count += 1,
                None => authors.push((poem.author, 1)),
            }
        }
    });
    authors.sort_by_key(|(_, count)| usize::MAX - count);
    let value = |(author, count)| Value {
        value: author,
        name: Box::new(move |words: &'static Learn| (words.so_many)(author, count)),
    };
    authors.into_iter().map(value).collect()
}

fn shown(library: Library) -> Vec<Value> {
    let t = library.desk.words;
    let shown = library.found.with_untracked(|found| all_shown(found));
    let value = |(show, count): (super::shows::Show, usize)| Value {
        value: show.code,
        name: Box::new(move |words: &'static Learn| {
            (words.so_many)(&show.name(words, t.language()), count)
        }),
    };
    shown.into_iter().map(value).collect()
}
