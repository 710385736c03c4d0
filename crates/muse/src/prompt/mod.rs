//! What is said to a model. The words stand in `prompts/*.md`; this fills them in.

mod book;
mod revise;
mod template;

use verse::{Form, LineType, ToneClass};

use crate::{
    answer::{VerseLine, text_of},
    brief::Brief,
    rhymes,
};
use template::fill;

pub use revise::{Change, polish, revise};

const SYSTEM: &str = include_str!("../../prompts/system.md");
const DRAFT: &str = include_str!("../../prompts/draft.md");
const AGAIN: &str = include_str!("../../prompts/again.md");
const REVISE: &str = include_str!("../../prompts/revise.md");
const CRITIC: &str = include_str!("../../prompts/critic.md");
const CRITIQUE: &str = include_str!("../../prompts/critique.md");
const POLISH: &str = include_str!("../../prompts/polish.md");

/// One question to a model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// Who the model is and how it answers.
    pub system: String,
    /// The task.
    pub user: String,
}

/// A line that is to be written anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// The line, from 1.
    pub line: usize,
    /// The type that it should have.
    pub line_type: LineType,
    /// What is wrong with it, in Chinese.
    pub reasons: Vec<String>,
    /// What has been tried in its place and was no better.
    pub tried: Vec<String>,
    /// The characters in it that have to stay: places from 1.
    pub locked: Vec<(usize, char)>,
}

/// A poem of which some lines are to be written anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision<'a> {
    /// The poem.
    pub lines: &'a [VerseLine],
    /// The lines to write.
    pub tasks: &'a [Task],
    /// The head of its rhyme group; empty where there is none.
    pub group: &'a str,
    /// The lines that rhyme now, from 1.
    pub rhyming: &'a [usize],
    /// How many candidates of each line are asked for.
    pub candidates: usize,
    /// What the person asked to have changed, where the poem comes from such a change.
    pub instruction: &'a str,
}

/// Asks for a poem.
pub fn draft(brief: &Brief) -> Prompt {
    prompt(brief, DRAFT, &[("wide", &wide(brief))])
}

/// Asks for the whole poem again. `last` is the answer that would not do; it may be empty.
pub fn again(brief: &Brief, reasons: &[String], last: &[VerseLine]) -> Prompt {
    let reasons: Vec<String> = reasons.iter().map(|r| format!("- {r}")).collect();
    let last = if last.is_empty() {
        "（没有诗句）".to_owned()
    } else {
        text_of(last)
    };
    prompt(
        brief,
        AGAIN,
        &[
            ("reasons", &reasons.join("\n")),
            ("last", &last),
            ("wide", &wide(brief)),
        ],
    )
}

/// Asks for an opinion on a poem. The answer is prose; [`crate::critique::claims`] reads it.
pub fn critique(brief: &Brief, poem: &str) -> Prompt {
    let poem: String = poem.trim().chars().take(LONGEST_POEM).collect();
    let values = [("poem", &poem[..]), ("wish", &brief.wish_or("（未说明）"))];
    let mut asked = prompt(brief, CRITIQUE, &values);
    asked.system = fill(CRITIC, &[("sound", &book::sound(brief.book))]);
    asked
}

/// The longest poem that goes into a prompt, in characters.
const LONGEST_POEM: usize = 4000;

fn pattern(line_type: LineType, width: usize) -> String {
    let rhyme = if line_type.end() == ToneClass::Level {
        "（押韵）"
    } else {
        ""
    };
    line_type.pattern_text(width) + rhyme
}

/// Groups to choose a rhyme from, where the person has not chosen.
fn wide(brief: &Brief) -> String {
    if brief.rhymes.is_empty() && brief.chosen().is_none() {
        rhymes::wide(brief.book, brief.script, brief.lines())
    } else {
        String::new()
    }
}

/// The characters that the person chose to rhyme with, or else those of the group.
fn rhyming(brief: &Brief) -> String {
    if brief.rhymes.is_empty() {
        return rhymes::of(brief.chosen_name(), brief.book, brief.script, "");
    }
    let rhymes: Vec<String> = brief.rhymes.iter().map(char::to_string).collect();
    rhymes.join("、")
}

/// The acrostic as a rule.
fn acrostic(brief: &Brief) -> String {
    let mut rule = String::new();
    for lock in brief.locks().iter().take(brief.acrostic_len()) {
        rule += if rule.is_empty() { "" } else { "，" };
        rule += &format!("第{}句首字“{}”", lock.line, lock.character);
    }
    rule
}

/// The characters that were locked one by one.
fn locked(brief: &Brief) -> String {
    let mut text = String::new();
    for lock in brief.locks().iter().skip(brief.acrostic_len()) {
        text += if text.is_empty() { "" } else { "，" };
        text += &format!("第{}句第{}字“{}”", lock.line, lock.position, lock.character);
    }
    text
}

/// Fills in what every template may name, and what this one names beside it; `more` goes first.
fn prompt(brief: &Brief, template: &str, more: &[(&str, &str)]) -> Prompt {
    let shape = brief.shape();
    let types = brief.opening().line_types(shape.width, shape.lines);
    let patterns: Vec<String> = types
        .iter()
        .zip(1..)
        .map(|(t, n)| format!("第{n}句：{}", pattern(*t, shape.width)))
        .collect();
    let antithesis = match brief.form {
        Form::FiveQuatrain | Form::SevenQuatrain => "",
        Form::FiveOctave | Form::SevenOctave => "第3、4句，第5、6句",
        Form::FiveExtended | Form::SevenExtended => "除首尾两联外，每联两句",
    };
    let lone_level = match shape.width {
        7 => "“⊙仄平平⊙仄平”的第三、五字",
        _ => "“平平⊙仄平”的第一、三字",
    };
    let (lines, width) = (shape.lines.to_string(), shape.width.to_string());
    let (patterns, rhymes) = (patterns.join("\n"), rhyming(brief));
    let (wish, acrostic, locked) = (brief.wish(), acrostic(brief), locked(brief));
    let (sound, chosen) = (book::sound(brief.book), book::group(brief.chosen_name()));
    let script = brief.script.chinese();
    let mut values = more.to_vec();
    values.extend([
        ("form", brief.form.chinese()),
        ("lines", &lines),
        ("width", &width),
        ("wish", &wish),
        ("opening", brief.opening().chinese()),
        ("patterns", &patterns),
        ("book", brief.book.chinese()),
        ("sound", &sound),
        ("oblique", book::oblique(brief.book)),
        ("entering", book::entering(brief.book)),
        ("chosen", &chosen),
        ("acrostic", &acrostic),
        ("locked", &locked),
        ("rhymes", &rhymes),
        ("antithesis", antithesis),
        ("lone_level", lone_level),
        ("script", script),
    ]);
    Prompt {
        system: fill(SYSTEM, &values),
        user: fill(template, &values),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every name that a template uses is one that is given: a wrong one would silently drop its
    /// line.
    #[test]
    fn no_template_names_what_nobody_gives() {
        let common = [
            "form",
            "lines",
            "width",
            "wish",
            "opening",
            "patterns",
            "book",
            "rhymes",
            "antithesis",
            "lone_level",
            "script",
            "sound",
            "oblique",
            "entering",
            "chosen",
            "acrostic",
            "locked",
        ];
        let revise = [
            "open",
            "poem",
            "tasks",
            "group",
            "used",
            "format",
            "candidates",
            "instruction",
        ];
        for (template, more) in [
            (SYSTEM, &[][..]),
            (DRAFT, &["wide"]),
            (AGAIN, &["reasons", "last", "wide"]),
            (REVISE, &revise),
            (CRITIC, &[]),
            (CRITIQUE, &["poem"]),
            (POLISH, &["instruction", "poem", "group", "reasons"]),
        ] {
            for name in template::names(template) {
                assert!(common.contains(&name) || more.contains(&name), "{name}");
            }
        }
    }

    #[test]
    fn a_long_wish_is_cut_and_an_empty_one_is_named() {
        let mut brief = Brief::new(Form::FiveQuatrain, "愿".repeat(5000));
        let count = draft(&brief).user.matches('愿').count();
        assert_eq!(count, crate::brief::LONGEST_WISH);
        brief.text = " \n".into();
        assert!(draft(&brief).user.contains("自选题目"));
    }

    #[test]
    fn rhymes_are_named_only_where_there_are_some() {
        let mut brief = Brief::new(Form::FiveQuatrain, "春");
        assert!(!draft(&brief).user.contains("从下列字中选"));
        brief.rhymes = "流楼秋".chars().collect();
        assert!(draft(&brief).user.contains("韵脚从下列字中选：流、楼、秋"));
    }
}
