//! The brief: what it is for, for whom, what about; the form; and, for those who want it, more.

use leptos::{html, prelude::*};
use muse::{Occasion, Opening};
use verse::{Form, Language};

use super::{
    rhyme::{length, rhyme_fields},
    tune::tune_field,
};
use crate::{
    compose::words::{phrases, phrases_of},
    desk::Desk,
    i18n::Strings,
    keep::wish::{Field, occasion, opening},
    ui::{
        El, div, el,
        fields::{self, Choice},
    },
};

/// The fields of the brief. They are read as they change and never written back into: an input
/// method may be at work in them too.
pub fn brief_fields(desk: Desk) -> [El; 7] {
    let t = desk.words;
    let more = [
        Field::Words,
        Field::Acrostic,
        Field::Wishes,
        Field::Images,
        Field::Mood,
    ];
    let more = el("details")
        .class("more-of-the-brief")
        .el(el("summary").say(t, |s| phrases_of(s).brief_more))
        .children(more.map(|field| written(desk, field)))
        .children(rhyme_fields(desk))
        .el(openings(desk))
        .el(div("row").el(fields::check(
            "brief-traditional",
            t,
            |s| phrases_of(s).brief_traditional,
            move || desk.wish.with(|wish| wish.traditional),
            move |on| desk.wish.update(|wish| wish.traditional = on),
        )));
    [
        occasions(desk),
        written(desk, Field::Recipient),
        written(desk, Field::Text),
        forms(desk),
        tune_field(desk),
        length(desk),
        more,
    ]
}

/// What a field is called, and an example of what may stand in it.
fn words(strings: &'static Strings, field: Field) -> (&'static str, &'static str) {
    (phrases_of(strings).brief_field)(field)
}

/// A field that is written.
fn written(desk: Desk, field: Field) -> El {
    let t = desk.words;
    let id = match field {
        Field::Recipient => "brief-recipient",
        Field::Text => "brief-text",
        Field::Words => "brief-words",
        Field::Acrostic => "brief-acrostic",
        Field::Wishes => "brief-wishes",
        Field::Images => "brief-images",
        Field::Mood => "brief-mood",
        // These have rows of their own.
        Field::Lines
        | Field::Group
        | Field::Rounds
        | Field::Tokens
        | Field::Seconds
        | Field::Tune => "",
    };
    let typed = move |text| desk.wish.update(|wish| wish.set(field, text));
    let kept = move || desk.wish.with(|wish| wish.text(field).to_owned());
    let element = if field == Field::Text {
        let node = NodeRef::<html::Textarea>::new();
        fields::follow(node, kept);
        el("textarea")
            .node(node)
            .set("rows", "3")
            .on("input", move |event| typed(event_target_value(&event)))
    } else {
        let node = NodeRef::<html::Input>::new();
        fields::follow(node, kept);
        fields::input("text", node, typed)
    };
    let example = move || Some(words(t.get(), field).1.to_owned());
    div("row")
        .el(el("label")
            .set("for", id)
            .live(move || words(t.get(), field).0.to_owned()))
        .el(element.id(id).bind("placeholder", example))
}

fn occasions(desk: Desk) -> El {
    let t = desk.words;
    let mut choices = vec![Choice {
        value: "",
        name: Box::new(move || phrases(t).brief_no_occasion.to_owned()),
        chosen: Box::new(move || desk.wish.with(|wish| wish.occasion.is_none())),
    }];
    for occasion in Occasion::ALL {
        choices.push(Choice {
            value: occasion.english(),
            name: Box::new(move || match t.language() {
                Language::Zh => occasion.chinese().to_owned(),
                Language::Hant => occasion.traditional().to_owned(),
                Language::En => occasion.english().to_owned(),
            }),
            chosen: Box::new(move || desk.wish.with(|wish| wish.occasion == Some(occasion))),
        });
    }
    let choose = move |name: String| desk.wish.update(|wish| wish.occasion = occasion(&name));
    let select = fields::select(choices, choose);
    fields::row(
        "brief-occasion",
        t,
        |s| phrases_of(s).brief_occasion,
        select,
    )
}

fn forms(desk: Desk) -> El {
    let t = desk.words;
    let forms = Form::ALL.into_iter();
    let choices = forms.map(|form| Choice {
        value: form.chinese(),
        name: Box::new(move || form_name(form, t.language())),
        chosen: Box::new(move || desk.wish.with(|wish| wish.form == form)),
    });
    let choose = move |name: String| {
        if let Some(form) = Form::ALL.into_iter().find(|form| form.chinese() == name) {
            desk.wish.update(|wish| wish.form = form);
        }
    };
    let select = fields::select(choices.collect(), choose);
    fields::row("brief-form", t, |s| phrases_of(s).brief_form, select)
}

fn openings(desk: Desk) -> El {
    let t = desk.words;
    let mut choices = vec![Choice {
        value: "",
        name: Box::new(move || phrases(t).brief_any_opening.to_owned()),
        chosen: Box::new(move || desk.wish.with(|wish| wish.opening.is_none())),
    }];
    for opening in Opening::ALL {
        choices.push(Choice {
            value: opening.chinese(),
            name: Box::new(move || match t.language() {
                Language::Hant => opening.traditional().to_owned(),
                _ => opening.chinese().to_owned(),
            }),
            chosen: Box::new(move || desk.wish.with(|wish| wish.opening == Some(opening))),
        });
    }
    let choose = move |name: String| desk.wish.update(|wish| wish.opening = opening(&name));
    let select = fields::select(choices, choose);
    fields::row("brief-opening", t, |s| phrases_of(s).brief_opening, select)
}

/// The name of a form in a language; the Chinese one always stands with it.
fn form_name(form: Form, language: Language) -> String {
    match language {
        Language::Zh => form.chinese().to_owned(),
        Language::Hant => form.traditional().to_owned(),
        Language::En => [form.chinese(), " ", form.english()].concat(),
    }
}
