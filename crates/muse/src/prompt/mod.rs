//! What is said to a model. The words stand in `prompts/*.md`; this fills them in.

mod rhyme;
mod template;

use verse::{Form, LineType, ToneClass};

use crate::{
    answer::{Shape, VerseLine, text_of},
    brief::{Brief, LONGEST_WISH},
};
use template::fill;

const SYSTEM: &str = include_str!("../../prompts/system.md");
const DRAFT: &str = include_str!("../../prompts/draft.md");
const AGAIN: &str = include_str!("../../prompts/again.md");
const REVISE: &str = include_str!("../../prompts/revise.md");

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

/// Asks for some lines.
pub fn revise(brief: &Brief, revision: &Revision<'_>) -> Prompt {
    let width = brief.form.width();
    let open: Vec<usize> = revision.tasks.iter().map(|t| t.line).collect();
    let names: Vec<String> = open.iter().map(|n| format!("第{n}句")).collect();
    let poem: Vec<String> = text_of(revision.lines)
        .lines()
        .zip(1..)
        .map(|(line, n)| {
            let note = if open.contains(&n) {
                "改写"
            } else {
                "不改"
            };
            format!("第{n}句（{note}）：{line}")
        })
        .collect();
    let tasks: Vec<String> = revision
        .tasks
        .iter()
        .map(|task| describe(task, width))
        .collect();
    let must_rhyme = revision
        .tasks
        .iter()
        .any(|t| t.line_type.end() == ToneClass::Level);
    let used: Vec<String> = revision
        .rhyming
        .iter()
        .filter(|n| !open.contains(n))
        .filter_map(|n| revision.lines.get(n.checked_sub(1)?)?.text.chars().last())
        .map(String::from)
        .collect();
    let used = if must_rhyme {
        used.join("、")
    } else {
        String::new()
    };
    // What the person chose goes before what the book has; neither may repeat a character.
    let mut rhymes = String::new();
    if must_rhyme {
        rhymes = self::rhymes(brief);
        if rhymes.is_empty() {
            let mut closed = String::new();
            for (line, number) in revision.lines.iter().zip(1..) {
                if !open.contains(&number) {
                    closed += &line.text;
                }
            }
            rhymes = rhyme::of(revision.group, brief.book, brief.script, &closed);
        }
    }
    let format: Vec<String> = open
        .iter()
        .map(|n| format!("第{n}句：{}", "□".repeat(width)))
        .collect();
    prompt(
        brief,
        REVISE,
        &[
            ("open", &names.join("、")),
            ("poem", &poem.join("\n")),
            ("tasks", &tasks.join("\n")),
            ("group", if must_rhyme { revision.group } else { "" }),
            ("used", &used),
            ("format", &format.join("\n")),
            ("rhymes", &rhymes),
        ],
    )
}

/// One line to write: its pattern, what is wrong, what has been tried.
fn describe(task: &Task, width: usize) -> String {
    let mut text = format!(
        "第{}句，格律：{}",
        task.line,
        pattern(task.line_type, width)
    );
    for reason in &task.reasons {
        text += &format!("\n  - {reason}");
    }
    if !task.tried.is_empty() {
        text += &format!("\n  - 已试过而仍不合，不要再用：{}", task.tried.join("；"));
    }
    text
}

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
    if brief.rhymes.is_empty() {
        rhyme::wide(brief.book, brief.script)
    } else {
        String::new()
    }
}

fn rhymes(brief: &Brief) -> String {
    brief
        .rhymes
        .iter()
        .map(char::to_string)
        .collect::<Vec<_>>()
        .join("、")
}

/// Fills in what every template may name, and what this one names beside it; `more` goes first.
fn prompt(brief: &Brief, template: &str, more: &[(&str, &str)]) -> Prompt {
    let shape = Shape::of(brief.form);
    let wish: String = brief.text.trim().chars().take(LONGEST_WISH).collect();
    let wish = if wish.is_empty() {
        "不限，自选题目。".to_owned()
    } else {
        wish
    };
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
    let (patterns, rhymes) = (patterns.join("\n"), rhymes(brief));
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
        ];
        let revise = ["open", "poem", "tasks", "group", "used", "format"];
        for (template, more) in [
            (SYSTEM, &[][..]),
            (DRAFT, &["wide"]),
            (AGAIN, &["reasons", "last", "wide"]),
            (REVISE, &revise),
        ] {
            for name in template::names(template) {
                assert!(common.contains(&name) || more.contains(&name), "{name}");
            }
        }
    }

    #[test]
    fn a_long_wish_is_cut_and_an_empty_one_is_named() {
        let mut brief = Brief::new(Form::FiveQuatrain, "愿".repeat(5000));
        assert_eq!(draft(&brief).user.matches('愿').count(), LONGEST_WISH);
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
