//! The patterns, built step by step: each line follows from the one before.

use verse::{Form, LineType, Opening, Template, template};

use super::{
    Course, drawing,
    phrases::{Shape, Step},
};
use crate::{
    ui::{
        El, State, div, el,
        fields::{self, Choice},
    },
    write::line::{filled, row},
};

/// The forms that patterns are built for; an extended poem goes on in the same way.
const FORMS: [Form; 4] = [
    Form::FiveQuatrain,
    Form::SevenQuatrain,
    Form::FiveOctave,
    Form::SevenOctave,
];

/// What has been built.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Built {
    form: Form,
    opening: Opening,
    /// So many lines.
    lines: usize,
}

/// The builder.
pub fn builder(course: Course) -> El {
    let built = State::new(Built {
        form: Form::FiveQuatrain,
        opening: Opening::usual(Form::FiveQuatrain),
        lines: 1,
    });
    let add = move || {
        built.update(|built| built.lines = (built.lines + 1).min(built.form.lines()));
    };
    let all = move || built.update(|built| built.lines = built.form.lines());
    let again = move || built.update(|built| built.lines = 1);
    let whole = move || built.with(|built| built.lines == built.form.lines());
    let phrases = course.phrases();
    div("builder")
        .set("role", "group")
        .set("aria-label", phrases.builder)
        .el(choices(course, built))
        .el(div("does")
            .el(fields::bare_button("main", add)
                .id("builder-next")
                .property("disabled", whole)
                .text(phrases.next_line))
            .el(fields::bare_button("second", all)
                .id("builder-all")
                .property("disabled", whole)
                .text(phrases.all_lines))
            .el(fields::bare_button("second", again)
                .id("builder-again")
                .text(phrases.again)))
        .el(el("p")
            .id("builder-step")
            .class("step")
            .set("role", "status")
            .live(move || words(course, built.get())))
        .el(div("built").part(move || Some(lines(course, built.get()))))
}

/// Where form and opening are chosen.
fn choices(course: Course, built: State<Built>) -> El {
    let phrases = course.phrases();
    let row = |id: &'static str, name: &'static str, field: El| {
        div("row")
            .el(el("label").set("for", id).text(name))
            .el(field.id(id))
    };
    let forms = FORMS.map(|form| Choice {
        value: form.chinese(),
        name: Box::new(move || (phrases.form_name)(form).to_owned()),
        chosen: Box::new(move || built.with(|built| built.form == form)),
    });
    let choose_form = move |name: String| {
        if let Some(form) = FORMS.into_iter().find(|form| form.chinese() == name) {
            built.update(|built| (built.form, built.lines) = (form, 1));
        }
    };
    let openings = Opening::ALL.map(|opening| Choice {
        value: opening.chinese(),
        name: Box::new(move || (phrases.opening_name)(opening).to_owned()),
        chosen: Box::new(move || built.with(|built| built.opening == opening)),
    });
    let choose_opening = move |name: String| {
        let mut all = Opening::ALL.into_iter();
        if let Some(opening) = all.find(|opening| opening.chinese() == name) {
            built.update(|built| (built.opening, built.lines) = (opening, 1));
        }
    };
    div("choices")
        .el(row(
            "builder-form",
            phrases.form,
            fields::select(forms.into_iter().collect(), choose_form),
        ))
        .el(row(
            "builder-opening",
            phrases.opening,
            fields::select(openings.into_iter().collect(), choose_opening),
        ))
}

/// The lines that have been built.
fn lines(course: Course, built: Built) -> El {
    pattern(course, &template(built.form, built.opening), built.lines)
}

/// So many lines of a pattern. The second places of the last two are lit: they are what the last step
/// compares.
pub fn pattern(course: Course, template: &Template, count: usize) -> El {
    let phrases = course.phrases();
    let models = template
        .lines
        .iter()
        .take(count)
        .enumerate()
        .map(|(at, line)| drawing::pattern_line(line, at + 1));
    let lines = models.map(|model| {
        let is_new = model.number == count;
        let is_compared = count > 1 && model.number + 1 >= count;
        let cells = model.cells.iter().map(|cell| {
            let lit = is_compared && cell.place == 2;
            filled(
                el("span").set_some("data-lit", lit.then_some("")),
                cell,
                false,
            )
        });
        let letter = model.letter.unwrap_or_default();
        let label = (phrases.pattern_line)(model.number, letter, &model.text);
        let cells = div("cells")
            .set("role", "img")
            .set("aria-label", &label)
            .children(cells);
        el("li")
            .class("line")
            .set("data-line", &model.number.to_string())
            .set_some("data-new", is_new.then_some(""))
            .el(row(&model, cells))
    });
    div("poem")
        .set("lang", drawing::script(course.desk.language()))
        .el(div("lines").el(el("ol").class("marked").children(lines)))
}

/// Why the last line is as it is.
fn words(course: Course, built: Built) -> String {
    let phrases = course.phrases();
    let template = template(built.form, built.opening);
    let mut words = step(course, &template, built.lines);
    if built.lines == template.lines.len() {
        words.push_str(&(phrases.pattern_whole)(&letters(&template)));
    }
    words
}

/// Why a line (from 1) of a pattern is as it is.
pub fn step(course: Course, template: &Template, number: usize) -> String {
    let line = number
        .checked_sub(1)
        .and_then(|at| template.lines.get(at))
        .map(|line| line.line_type);
    line.map_or_else(String::new, |line_type: LineType| {
        let shape = Shape {
            line_type,
            width: template.form.width(),
        };
        (course.phrases().step)(&Step {
            line: number,
            second: shape.second(),
            line_type,
        })
    })
}

fn letters(template: &Template) -> String {
    let letters = template.lines.iter().map(|line| line.line_type.letter());
    let letters: Vec<String> = letters.map(String::from).collect();
    letters.join(" ")
}
