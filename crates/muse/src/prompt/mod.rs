//! What is said to a model. The words stand in `prompts/*.md`; this fills them in.

mod book;
mod lyric;
mod revise;
mod template;

use verse::Form;

use crate::{
    answer::{VerseLine, text_of},
    brief::Brief,
    plan::{self, Pattern},
    rhymes,
};
use template::fill;

pub(crate) use lyric::{group, numbers};
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
    /// What it should be.
    pub pattern: Pattern,
    /// What is wrong with it, in Chinese.
    pub reasons: Vec<String>,
    /// What a line of a lyric has to rhyme with, in Chinese; empty where it need not.
    pub rhyme: String,
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
    let genre = match &brief.tune {
        Some(_) => "词",
        None => "近体诗",
    };
    let sound = book::sound(brief.sound());
    asked.system = fill(CRITIC, &[("sound", &sound), ("genre", genre)]);
    asked
}

/// The longest poem that goes into a prompt, in characters.
const LONGEST_POEM: usize = 4000;

/// A row about a line.
fn numbered(number: usize, text: &str) -> String {
    format!("第{number}句：{text}")
}

/// Groups to choose a rhyme from, where the person has not chosen.
fn wide(brief: &Brief) -> String {
    if let Some(tune) = &brief.tune {
        return lyric::wide(brief, tune);
    }
    if brief.rhymes.is_empty() && brief.chosen().is_none() {
        rhymes::wide(brief.book, brief.script, brief.lines())
    } else {
        String::new()
    }
}

/// The characters that the person chose to rhyme with, or else those of the group.
fn rhyming(brief: &Brief) -> String {
    let tune = brief.tune.as_ref();
    if tune.is_some_and(|tune| tune.rhyme_groups() > 1) {
        return String::new();
    }
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

/// Fills in what every template may name, and what this one names beside it; `more` goes first. Of
/// regulated verse and lyrics each has values that the other leaves empty, so that what is said of one
/// alone is left out of a prompt for the other.
fn prompt(brief: &Brief, template: &str, more: &[(&str, &str)]) -> Prompt {
    let (rhymes, lines) = (rhyming(brief), brief.lines().to_string());
    let (wish, acrostic, locked) = (brief.wish(), acrostic(brief), locked(brief));
    let (sound, chosen) = (book::sound(brief.sound()), book::group(brief.chosen_name()));
    let common = [
        ("lines", &*lines),
        ("wish", &wish),
        ("book", brief.sound().chinese()),
        ("sound", &sound),
        ("oblique", book::oblique(brief.sound())),
        ("entering", book::entering(brief.sound())),
        ("chosen", &chosen),
        ("acrostic", &acrostic),
        ("locked", &locked),
        ("rhymes", &rhymes),
        ("script", brief.script.chinese()),
    ];
    let patterns = plan::patterns_of(brief);
    let fill = |own: &[(&str, &str)]| {
        let values = [more, &common, own].concat();
        Prompt {
            system: fill(SYSTEM, &values),
            user: fill(template, &values),
        }
    };
    if let Some(tune) = &brief.tune {
        let form = format!("《{}》词", tune.tune().name);
        let marks = match tune.form().stanzas.len() {
            0 | 1 => "句末加标点，句中停顿用顿号",
            _ => "句末加标点，句中停顿用顿号，两片之间空一行",
        };
        return fill(&[
            ("lyric", "词"),
            ("kind", "词"),
            ("art", "词律的词人"),
            ("genre", "词"),
            ("marks", marks),
            ("form", &form),
            ("song", &lyric::song(tune)),
            ("note", tune.tune().note.as_deref().unwrap_or_default()),
            ("patterns", &lyric::patterns(&patterns, tune)),
            ("free", "中"),
            ("rhyming", &lyric::rhyming(tune, brief.sound())),
            ("repeats", &lyric::repeats(tune)),
            ("antithesis", &lyric::antithesis(tune)),
            ("sparing", "少重复用字（叠句除外）"),
            ("fresh", "少用其余各句已有的字（叠句除外）"),
            ("faults", "字数、平仄、押韵"),
        ]);
    }
    let width = brief.form.width();
    let antithesis = match brief.form {
        Form::FiveQuatrain | Form::SevenQuatrain => "",
        Form::FiveOctave | Form::SevenOctave => "第3、4句，第5、6句",
        Form::FiveExtended | Form::SevenExtended => "除首尾两联外，每联两句",
    };
    let lone_level = match width {
        7 => "“⊙仄平平⊙仄平”的第三、五字",
        _ => "“平平⊙仄平”的第一、三字",
    };
    fill(&[
        ("verse", "诗"),
        ("kind", "诗"),
        ("art", "近体诗格律的诗人"),
        ("genre", "近体诗"),
        ("marks", "句末加标点"),
        ("form", brief.form.chinese()),
        ("width", &width.to_string()),
        ("opening", brief.opening().chinese()),
        ("patterns", &rows(&patterns)),
        ("free", "⊙"),
        ("level", "平声"),
        ("antithesis", antithesis),
        ("lone_level", lone_level),
        ("sparing", "不重复用字"),
        ("fresh", "不重复其余各句已有的字"),
        ("faults", "平仄、粘对、押韵"),
    ])
}

/// The patterns of all lines, a row each.
fn rows(patterns: &[Pattern]) -> String {
    let rows = (1..).zip(patterns);
    let rows: Vec<String> = rows.map(|(n, p)| numbered(n, &p.text)).collect();
    rows.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every name that a template uses is one that is given: a wrong one would silently drop its
    /// line.
    #[test]
    fn no_template_names_what_nobody_gives() {
        let common = [
            "verse",
            "lyric",
            "kind",
            "art",
            "genre",
            "marks",
            "song",
            "note",
            "free",
            "level",
            "rhyming",
            "repeats",
            "sparing",
            "fresh",
            "faults",
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
