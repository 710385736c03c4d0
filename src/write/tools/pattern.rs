//! The choice of the pattern that the poem is written into, and the acrostic.

use verse::{Form, Opening};

use super::{acrostic::acrostic_field, words::words};
use crate::{
    desk::{Desk, is_lyric},
    keep::{plan, wish},
    ui::{
        El, div, el,
        fields::{self, Choice},
    },
};

/// The choices, while the poem is written into a pattern.
pub fn pattern(desk: Desk) -> El {
    div("pattern-here").when(
        move || desk.plan.with(|plan| plan.on) && !desk.report.with(is_lyric),
        move || {
            div("pattern-choice")
                .set("role", "group")
                .bind("aria-label", move || {
                    Some(words(desk.words).pattern.to_owned())
                })
                .el(forms(desk))
                .el(openings(desk))
                .el(acrostic_field(desk))
        },
    )
}

fn forms(desk: Desk) -> El {
    let t = desk.words;
    let mut choices = vec![Choice {
        value: "",
        name: Box::new(move || words(t).found.to_owned()),
        chosen: Box::new(move || desk.plan.with(|plan| plan.form.is_none())),
    }];
    for form in Form::ALL {
        choices.push(Choice {
            value: form.chinese(),
            name: Box::new(move || (words(t).form)(form)),
            chosen: Box::new(move || desk.plan.with(|plan| plan.form == Some(form))),
        });
    }
    let choose = move |name: String| desk.plan.update(|plan| plan.form = plan::form(&name));
    let label = move || words(t).form_label.to_owned();
    row("fill-form", label, fields::select(choices, choose))
}

fn openings(desk: Desk) -> El {
    let t = desk.words;
    let mut choices = vec![Choice {
        value: "",
        name: Box::new(move || words(t).found.to_owned()),
        chosen: Box::new(move || desk.plan.with(|plan| plan.opening.is_none())),
    }];
    for opening in Opening::ALL {
        choices.push(Choice {
            value: opening.chinese(),
            name: Box::new(move || (words(t).opening)(opening).to_owned()),
            chosen: Box::new(move || desk.plan.with(|plan| plan.opening == Some(opening))),
        });
    }
    let choose = move |name: String| desk.plan.update(|plan| plan.opening = wish::opening(&name));
    let label = move || words(t).opening_label.to_owned();
    row("fill-opening", label, fields::select(choices, choose))
}

/// A field with its name.
pub fn row(id: &'static str, label: impl FnMut() -> String + Send + 'static, field: El) -> El {
    div("row")
        .el(el("label").set("for", id).live(label))
        .el(field.id(id))
}
