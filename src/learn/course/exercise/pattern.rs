//! Going on with a pattern, line by line.

use verse::{Form, LineType, Opening, template};

use super::Exercise;
use crate::{
    learn::course::{
        builder,
        phrases::Shape,
        task::{Task, pattern_line},
    },
    ui::{El, State, div, el, fields},
};

/// The pattern as far as it is found, and the four types to choose the next from.
pub fn pattern(exercise: Exercise, task: Task, form: Form, opening: Opening) -> El {
    let phrases = exercise.phrases();
    let course = exercise.course;
    let found = State::new(0);
    let wrong: State<Option<LineType>> = State::new(None);
    let whole = template(form, opening);
    let all = whole.lines.len();
    let take = {
        let whole = whole.clone();
        move |line_type: LineType| {
            let line = found.get_untracked();
            if pattern_line(form, opening, line) == Some(line_type) {
                wrong.set(None);
                found.set(line + 1);
                let why = builder::step(course, &whole, line + 1);
                if line + 1 == all {
                    exercise.right(task, &why);
                } else {
                    exercise.note(why);
                }
            } else {
                wrong.set(Some(line_type));
                let width = form.width();
                exercise.wrong((phrases.type_hint)(Shape { line_type, width }));
            }
        }
    };
    let answer = |line_type: LineType| {
        let take = take.clone();
        fields::bare_button("second answer", move || take(line_type))
            .set("data-type", &line_type.letter().to_string())
            .bind("data-found", move || {
                (wrong.get() == Some(line_type)).then(|| "no".to_owned())
            })
            .el(el("span").class("head").text(line_type.letter()))
            .el(el("span")
                .class("rest")
                .text(line_type.pattern_text(form.width())))
    };
    let name = [(phrases.form_name)(form), (phrases.opening_name)(opening)].join(" · ");
    let asked = move || {
        let line = found.get() + 1;
        if line > all {
            String::new()
        } else {
            (phrases.which_line)(line)
        }
    };
    div("choosing")
        .el(el("p").class("pattern-name").text(name))
        .el(el("p").class("asked").live(asked))
        .el(div("answers")
            .set("role", "group")
            .set("aria-label", phrases.choose)
            .flag("hidden", move || found.get() == all)
            .children(LineType::ALL.map(answer)))
        .el(div("built").part(move || {
            let count = found.get();
            (count > 0).then(|| builder::pattern(course, &whole, count))
        }))
}
