//! Who takes part: two to four models, of any providers.

use leptos::{html, prelude::*};
use muse::Provider;

use super::{
    super::{connection::connection_to, talk::talk},
    Contest,
    who::who,
};
use crate::{
    desk::Desk,
    keep::entrants::{Entrant, FEWEST, MOST},
    settings::words::words,
    ui::{
        El, div, el,
        fields::{self, Choice},
        memo,
    },
};

/// A row for each that takes part, and the buttons for more and fewer.
pub fn rows(desk: Desk, contest: Contest) -> El {
    let t = desk.words;
    let entrants = contest.entrants;
    // A row is put together anew only when there is one more or less: what is typed stays.
    let count = memo(move || entrants.with(|entrants| entrants.list.len()));
    let add = move || {
        entrants.update(|entrants| {
            if entrants.list.len() < MOST {
                let last = entrants.list.last().cloned().unwrap_or_default();
                entrants.list.push(Entrant {
                    model: String::new(),
                    ..last
                });
            }
        });
    };
    let more = fields::bare_button("quiet", add)
        .id("add-entrant")
        .flag("hidden", move || count.get() >= MOST)
        .live(move || talk(t).add_entrant.to_owned());
    div("entrants")
        .el(div("rows").list(move || (0..count.get()).map(|at| row(desk, contest, at)).collect()))
        .el(more)
}

/// One that takes part.
fn row(desk: Desk, contest: Contest, at: usize) -> El {
    let t = desk.words;
    let entrants = contest.entrants;
    let of = move |pick: fn(&Entrant) -> &str| {
        entrants.with(|e| e.list.get(at).map(pick).unwrap_or_default().to_owned())
    };
    let change = move |change: &dyn Fn(&mut Entrant)| {
        entrants.update(|e| {
            if let Some(entrant) = e.list.get_mut(at) {
                change(entrant);
            }
        });
    };
    let chosen = memo(move || of(|e| &e.provider));
    // Who is meant, with what is left open.
    let meant = memo(move || {
        let entrant = entrants.with(|e| e.list.get(at).cloned().unwrap_or_default());
        desk.settings.with(|settings| who(&entrant, at, settings))
    });
    let open = Choice {
        value: "",
        name: Box::new(move || talk(t).as_in_the_settings.to_owned()),
        chosen: Box::new(move || chosen.with(String::is_empty)),
    };
    let rows = Provider::all().iter().map(|row| Choice {
        value: &row.id,
        name: Box::new(move || row.name(t.language()).into_owned()),
        chosen: Box::new(move || chosen.with(|id| *id == row.id)),
    });
    let choices: Vec<Choice> = std::iter::once(open).chain(rows).collect();
    let choose = move |id: String| {
        change(&|entrant| {
            entrant.provider.clone_from(&id);
        });
    };
    let list = ["models-0", "models-1", "models-2", "models-3"][at.min(MOST - 1)];
    let models = el("datalist").id(list).list(move || {
        let provider = meant.with(|(id, _)| Provider::find(id));
        let models = provider.map_or(&[][..], |p| &p.models);
        let option = |model: &String| el("option").set("value", model);
        models.iter().map(option).collect()
    });
    let label = move |what: &'static str| [(talk(t).entrant)(at + 1), what.to_owned()].join(" · ");
    let typed = move |kind, value: fn(&Entrant) -> &str, put: fn(&mut Entrant, String)| {
        let node = NodeRef::<html::Input>::new();
        fields::follow(node, move || of(value));
        fields::input(kind, node, move |text| {
            change(&|entrant| put(entrant, text.clone()));
        })
    };
    let model = typed("text", |e| &e.model, |e, text| e.model = text)
        .set("list", list)
        .class("entrant-model")
        .bind("placeholder", move || {
            let model = meant.with(|(_, model)| model.clone());
            Some(
                Some(model)
                    .filter(|m| !m.is_empty())
                    .unwrap_or_else(|| words(t).model.to_owned()),
            )
        })
        .bind("aria-label", move || Some(label(words(t).model)));
    let price_in = typed("text", |e| &e.price_in, |e, text| e.price_in = text)
        .class("price-in")
        .set("inputmode", "decimal")
        .bind("aria-label", move || Some(label(talk(t).price_in)))
        .bind("placeholder", move || Some(talk(t).price_in.to_owned()));
    let price_out = typed("text", |e| &e.price_out, |e, text| e.price_out = text)
        .class("price-out")
        .set("inputmode", "decimal")
        .bind("aria-label", move || Some(label(talk(t).price_out)))
        .bind("placeholder", move || Some(talk(t).price_out.to_owned()));
    let missing = memo(move || {
        desk.view.track();
        let (provider, model) = meant.get();
        connection_to(desk, &provider, &model)
            .err()
            .map(|error| error.sentence(t.language()))
            .unwrap_or_default()
    });
    let remove = move || {
        entrants.update(|e| {
            if e.list.len() > FEWEST && at < e.list.len() {
                e.list.remove(at);
            }
        });
    };
    el("fieldset")
        .class("entrant")
        .el(el("legend").live(move || (talk(t).entrant)(at + 1)))
        .el(fields::select(choices, choose)
            .class("entrant-provider")
            .bind("aria-label", move || Some(label(words(t).provider))))
        .el(model)
        .el(models)
        .el(el("details")
            .class("prices")
            .el(el("summary").live(move || talk(t).prices.to_owned()))
            .el(price_in)
            .el(price_out))
        .el(el("p")
            .class("hint missing")
            .flag("hidden", move || missing.with(String::is_empty))
            .live(move || missing.get()))
        .el(fields::bare_button("quiet remove", remove)
            .flag("hidden", move || entrants.with(|e| e.list.len() <= FEWEST))
            .live(move || talk(t).remove_entrant.to_owned()))
}
