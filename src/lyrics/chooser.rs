//! The choice of a tune to write to.

use leptos::prelude::event_target_value;
use verse::ci::{Form, Tune};

use super::{
    Lyrics,
    about::write_to,
    search::found,
    words::{LyricWords, in_script, lyric_words, note_in},
};
use crate::{
    browser::{focus, viewport},
    ui::{El, State, div, el, fields, memo},
};

/// Tunes that are shown at once.
const MOST: usize = 24;
/// Forms of a tune that are shown: the commonest.
const FORMS: usize = 8;

/// The panel, while a tune is being chosen.
pub fn chooser(lyrics: Lyrics) -> El {
    let desk = lyrics.desk;
    let query = State::new(String::new());
    // The tune that is opened, by its number.
    let open: State<Option<usize>> = State::new(None);
    div("tunes-here").when(move || desk.tunes.get(), move || panel(lyrics, query, open))
}

fn panel(lyrics: Lyrics, query: State<String>, open: State<Option<usize>>) -> El {
    let desk = lyrics.desk;
    let t = desk.words;
    let say = move |pick: fn(&LyricWords) -> &'static str| move || pick(lyric_words(t)).to_owned();
    let field = el("input")
        .id("tune-search")
        .set("type", "search")
        .set("autocomplete", "off")
        .set("value", &query.get_untracked())
        .on("input", move |event| {
            open.set(None);
            query.set(event_target_value(&event));
        });
    let found = memo(move || query.with(|query| found(lyrics.tunes, query)));
    let list = el("ul").id("tune-list").class("tune-list").list(move || {
        let shown = |number: &usize| {
            let tune = lyrics.tunes.tunes().get(*number)?;
            Some(item(lyrics, *number, tune, open))
        };
        found.with(|found| found.iter().take(MOST).filter_map(shown).collect())
    });
    let rest = move || (lyric_words(t).found)(found.with(Vec::len), MOST);
    div("tune-choice")
        .set("role", "group")
        .bind("aria-label", {
            let say = say(|w| w.choose);
            move || Some(say())
        })
        .el(div("tune-head")
            .el(div("row")
                .el(el("label")
                    .set("for", "tune-search")
                    .live(say(|w| w.search)))
                .el(field))
            .el(fields::button(
                "quiet",
                "tunes-close",
                t,
                |s| s.close,
                move || {
                    desk.tunes.set(false);
                    viewport::focus_matching("#tunes");
                },
            )))
        .el(el("p").class("hint").set("role", "status").live(rest))
        .el(list)
}

/// One tune. A press opens it and shows its forms.
fn item(lyrics: Lyrics, number: usize, tune: &Tune, open: State<Option<usize>>) -> El {
    let language = lyrics.desk.words.language();
    let words = lyric_words(lyrics.desk.words);
    let is_open = open.get() == Some(number);
    let forms = || lyrics.tunes.forms_of(number);
    let lyrics_of: u32 = forms().map(|form| u32::from(form.lyrics)).sum();
    let length = forms().next().map_or(0, Form::length);
    let name = in_script(language, &tune.name, &tune.name_traditional);
    let own = format!("[data-tune=\"{}\"] > .tune", tune.name);
    let press = move || {
        open.set((!is_open).then_some(number));
        // The list is drawn anew.
        focus::go_on_soon(own.clone());
    };
    let head = fields::bare_button("tune", press)
        .set("aria-expanded", if is_open { "true" } else { "false" })
        .el(el("span").class("name").set("lang", words.tag).text(name))
        .el(el("span")
            .class("says")
            .text((words.tune)(length, lyrics_of)));
    let item = el("li").set("data-tune", &tune.name).el(head);
    if !is_open {
        return item;
    }
    let others = tune.other_names.iter();
    let others: Vec<&str> = others
        .map(|other| in_script(language, &other.simplified, &other.traditional))
        .collect();
    let mut more = div("tune-more");
    if !others.is_empty() {
        more = more.el(el("p").text((words.also)(&others)));
    }
    if let Some(note) = &tune.note {
        more = more.el(el("p").set("lang", words.tag).text(note_in(language, note)));
    }
    let several = forms().count() > 1;
    let all = forms().take(FORMS).enumerate();
    let buttons = all.map(|(at, form)| form_button(lyrics, tune, (at + 1, several), form));
    item.el(more.el(el("ul").class("tune-forms").children(buttons)))
}

/// One form; a press has the text written to it, with its places drawn.
fn form_button(lyrics: Lyrics, tune: &Tune, (at, several): (usize, bool), form: &Form) -> El {
    let language = lyrics.desk.words.language();
    let words = lyric_words(lyrics.desk.words);
    let names = [
        tune.name.clone(),
        in_script(language, &tune.name, &tune.name_traditional).to_owned(),
    ];
    let desk = lyrics.desk;
    let press = move || {
        write_to(
            lyrics,
            names.each_ref().map(String::as_str),
            several.then_some(at),
            |plan| {
                plan.on = true;
                plan.form = None;
                plan.opening = None;
            },
        );
        desk.tunes.set(false);
        desk.field.focus();
    };
    el("li").el(fields::bare_button("tune-form", press)
        .set("data-form", &at.to_string())
        .el(el("span").class("name").text((words.form_name)(at)))
        .el(el("span").class("says").text((words.form_of)(form)))
        .el(el("span").class("lengths").text(lengths(form))))
}

/// How long the lines of a form are, stanza by stanza: `6 6 5 6 2 2 6 / 4 5 …`.
fn lengths(form: &Form) -> String {
    let mut text = String::new();
    for (at, length) in form.lengths().enumerate() {
        if at > 0 {
            let is_new = form.stanzas.contains(&at);
            text.push_str(if is_new { " / " } else { " " });
        }
        text.push_str(&length.to_string());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use verse::ci::Tunes;

    #[test]
    fn lengths_are_told_stanza_by_stanza() {
        let tunes = Tunes::baked().unwrap();
        let first = |name| tunes.forms_of(tunes.find(name).unwrap()).next().unwrap();
        assert_eq!(lengths(first("如梦令")), "6 6 5 6 2 2 6");
        assert_eq!(lengths(first("菩萨蛮")), "7 7 5 5 / 5 5 5 5");
    }
}
