//! English.

use super::Phrases;
use crate::{
    compose::phase::{Ended, Phase},
    i18n::list,
    keep::wish::Field,
};

/// Every phrase.
pub static PHRASES: Phrases = Phrases {
    compose_label: "Let a model write",
    brief_form: "Form",
    brief_occasion: "Occasion",
    brief_no_occasion: "none",
    brief_field: |field| match field {
        Field::Recipient => ("For whom", "my son Xiaoman, four years old"),
        Field::Text => ("What to say", "may he be well and merry"),
        Field::Words => ("Names and words to weave in", "小满、书声"),
        Field::Acrostic => ("Acrostic (first character of each line)", "生日快乐"),
        Field::Wishes => ("Wishes", "success at school"),
        Field::Images => ("Images", "spring wind, young bamboo"),
        Field::Mood => ("Mood", "bright"),
        Field::Lines => ("Lines", ""),
        Field::Group => ("Rhyme group", ""),
        Field::Rounds => ("Rounds of revision", ""),
        Field::Tokens => ("Tokens", ""),
        Field::Seconds => ("Seconds", ""),
        Field::Tune => (
            "Tune (for a lyric, in place of the form above)",
            "如梦令; the second form: 水调歌头 2",
        ),
    },
    brief_more: "More",
    brief_opening: "Opening",
    brief_any_opening: "any",
    brief_book_hint: "The same choice as in the settings: the check in the editor goes by it too.",
    brief_group: "Rhyme group",
    brief_any_group: "any; the model chooses",
    brief_lines: |count| format!("{count} lines"),
    budget: |[rounds, tokens, seconds]| {
        format!("Limits: {rounds} rounds · {tokens} tokens · {seconds} s")
    },
    budget_hint: "When one of them is reached, no further round begins and the best version stays. A round that has begun is finished.",
    budget_used: |used, most| format!("used {used} of {most}"),
    budget_bad: |limit| {
        let (least, most, usual) = (limit.least, limit.most, limit.usual);
        format!("Give a whole number from {least} to {most}; for now the usual {usual} holds.")
    },
    other_group: |group| format!("It does not rhyme in “{group}”, the group that was chosen."),
    brief_traditional: "Write in traditional characters",
    polish: "Change something",
    polish_example: "a livelier third line",
    polish_start: "Change it",
    polish_hint: "It changes the poem in the editor; what was there stays among the versions.",
    compose_start: "Write a poem",
    tune_form: |number, length| format!("Form {number}, {length} characters."),
    tune_coming: "The tunes are coming …",
    tune_unknown: "There is no such tune, or no such form of it. Look for one under “Tunes” where you write.",
    to_settings: "Go to the settings first",
    compose_stop: "Stop",
    yielded: "You changed the text, so the model no longer writes into the editor. Each of its versions stands below.",
    thoughts: "What the model thinks",
    phase,
    tokens: |count| format!("{count} tokens"),
    round: |number, lines| format!("Round {number}: {} rewritten", lines_named(lines)),
};

fn phase(phase: &Phase, round: u32) -> String {
    let what = || match round {
        0 => "Draft".to_owned(),
        round => format!("Round {round}"),
    };
    match phase {
        Phase::Idle => String::new(),
        Phase::Asking => format!("{}: waiting for the model", what()),
        Phase::Thinking => format!("{}: the model is thinking", what()),
        Phase::Writing => format!("{}: writing", what()),
        Phase::Waiting {
            error,
            seconds,
            next_try,
        } => {
            let why = error.sentence(verse::Language::En);
            format!("{why} Try {next_try} in {seconds} s.")
        }
        Phase::Ended(ended) => match ended {
            Ended::Clean => "Done: no errors and no warnings.",
            Ended::Budget => "Rounds, tokens or time are used up; the best version stays.",
            Ended::NoProgress => "The last round made nothing better; the best version stays.",
            Ended::Stopped => "Stopped.",
            Ended::Failed => "Not finished.",
        }
        .to_owned(),
    }
}

fn lines_named(lines: &[usize]) -> String {
    match lines {
        [line] => format!("line {line}"),
        lines => format!("lines {}", list(lines, ", ")),
    }
}
