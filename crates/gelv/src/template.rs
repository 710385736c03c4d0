//! `gelv template`: the patterns of a form.

use verse::{
    Slot,
    template::{Opening, Template},
};

use crate::arguments::{Arguments, form};

/// `gelv template FORM`.
pub fn run<'a>(rest: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let arguments = Arguments::parse(rest)?;
    let form = form(arguments.word("a form")?)?;
    let templates: Vec<Template> = Opening::ALL
        .into_iter()
        .filter(|opening| arguments.opening.is_none_or(|wanted| wanted == *opening))
        .map(|opening| verse::template(form, opening))
        .collect();
    arguments.answer(&templates, || {
        let texts: Vec<String> = templates.iter().map(pattern).collect();
        texts.join("\n")
    })
}

fn pattern(template: &Template) -> String {
    let mut text = format!(
        "{} {}\n",
        template.form.chinese(),
        template.opening.chinese()
    );
    for line in &template.lines {
        let slots: String = line.slots.iter().map(|slot| mark(*slot)).collect();
        text += &format!("  {} {slots}\n", line.line_type.letter());
    }
    text
}

/// The mark of a place of a pattern.
const fn mark(slot: Slot) -> char {
    match slot {
        Slot::Level => '平',
        Slot::Oblique => '仄',
        Slot::Free => '⊙',
        Slot::Rhyme => '韵',
    }
}
