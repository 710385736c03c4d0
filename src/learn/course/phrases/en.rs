//! English.

use verse::{Form, Kind, Tone, ToneClass};

use super::{Phrases, Reading, Step};

/// All phrases.
pub static PHRASES: Phrases = Phrases {
    course: "Twelve lessons in verse",
    about: "From level and oblique tones to a quatrain and a lyric of your own. Each lesson has a few short paragraphs and things to do, judged at once by the check of this page, poems by the Pingshui rhymes, lyrics by Cilin zhengyun 词林正韵. How far you have come is kept on this device.",
    lesson: |number| format!("Lesson {number}"),
    state: |done, all| match done {
        0 => "not begun".to_owned(),
        done if done == all => "done".to_owned(),
        done => format!("{done} of {all} done"),
    },
    go_on: |number, title| format!("Go on: lesson {number}, {title}"),
    done: |done, all| format!("{done} of {all} lessons done"),
    reset: "Clear progress",
    reset_sure: "The exercises that you have done and what you have written yourself will be forgotten. Clear them?",
    reset_yes: "Clear",
    reset_no: "Keep",
    reset_done: "Progress cleared.",
    all: "All lessons",
    ways: "Lessons before and after",
    previous: |title| format!("Previous: {title}"),
    next: |title| format!("Next: {title}"),
    thing: |number, all| {
        if all == 1 {
            "To do".to_owned()
        } else {
            format!("To do, part {number}")
        }
    },
    exercise: |number, all| format!("{number} of {all}"),
    solved: "solved",
    another: "Another one",
    check: "Check",
    right: "Right.",
    unmarked: |count| match count {
        1 => "One character has no mark yet.".to_owned(),
        count => format!("{count} characters have no mark yet."),
    },
    reading,
    entering_hides: "It sounds level today, but it is of the entering tone and so oblique.",
    not_entering: "This is not the entering tone.",
    asked: |class| match class {
        Some(ToneClass::Level) => "This place must be level.",
        Some(ToneClass::Oblique) => "This place must be oblique.",
        None => "This place may be level or oblique.",
    },
    elsewhere: "It is not here; look elsewhere.",
    poets: |character| format!("The poet has “{character}”."),
    marked: |character, class| match class {
        Some(class) => format!("{character}, marked {}", class.english()),
        None => format!("{character}, not marked"),
    },
    press: "Verse: press a character, or move with the arrow keys and press Enter",
    choose: "Answers to choose from",
    type_because: |shape| {
        let (letter, end) = (shape.line_type.letter(), shape.line_type.end().english());
        let (second, pattern) = (shape.second().english(), shape.pattern());
        format!("The second character is {second}, the last {end}: type {letter}, {pattern}.")
    },
    type_hint: |shape| {
        let (letter, end) = (shape.line_type.letter(), shape.line_type.end().english());
        let (second, pattern) = (shape.second().english(), shape.pattern());
        format!(
            "Type {letter} is {pattern}: its second character is {second}, its last {end}. Compare the second and the last of this line."
        )
    },
    kind: |kind| match kind {
        Kind::Regulated => "Regulated",
        Kind::ObliqueRhymed => "Oblique-rhymed quatrain",
        Kind::OldStyle => "Old style",
        Kind::Malformed => "No form",
        Kind::Ci => "Lyric",
    },
    kind_because: |kind| match kind {
        Kind::Regulated => {
            "A level rhyme, even places that fit, couplets that are opposed: regulated verse."
        }
        Kind::ObliqueRhymed => {
            "The tones are mostly regulated, but the rhyme is oblique: an oblique-rhymed quatrain."
        }
        Kind::OldStyle => "Opposition, adhesion and tones are broken throughout: old-style verse.",
        Kind::Malformed => "The lines make no form.",
        Kind::Ci => "The lines are of different lengths and follow a tune: a lyric.",
    },
    kind_hint: "Look at three things: is the rhyme level or oblique? Do the even places take turns? Are the second characters of a couplet opposed?",
    same_class: |above, own, class| format!("{above} and {own} are of one class: {class}."),
    other_class: |[(above, one), (own, other)]| {
        format!(
            "{above} is of the class “{one}”, {own} of the class “{other}”: they do not answer."
        )
    },
    up: |line| format!("Move up: {line}"),
    down: |line| format!("Move down: {line}"),
    up_short: "up",
    down_short: "down",
    moved: |line, place| format!("{line} is line {place} now."),
    which_line: |line| format!("Of which type is line {line}?"),
    step,
    own_line: |line| format!("Line {line}, in Chinese"),
    own_poem: "My quatrain, in Chinese",
    length: |is, should| format!("The line wants {should} characters and has {is}."),
    lines_so_far: |count| match count {
        1 => "One line so far; a quatrain has four, of five or seven characters each.".to_owned(),
        count => {
            format!("{count} lines so far; a quatrain has four, of five or seven characters each.")
        }
    },
    blanks: "Some characters are still to be found.",
    own_right: "All four lines keep the rules. This is your first quatrain.",
    rhymes_here: "A rhyme stands here.",
    rhyme_mark: |line, character| format!("{character}, the end of line {line}, rhymes"),
    rhymes_because: |characters, group| format!("The rhymes {characters} are all of {group}."),
    rhymes_hint: "Look again at the ends of these lines:",
    own_lyric: "My Rumengling, in Chinese",
    lyric_so_far: |is, should| format!("{is} characters so far; the tune has {should}."),
    own_lyric_right: "Thirty-three characters and no error. This is your first lyric.",
    to_editor: "Put into the editor",
    poets_line: |line| format!("The poet has “{line}”."),
    source: |author, title, (from, to)| match (from, to) {
        (1, _) => format!("{author}《{title}》"),
        (from, to) if from == to => format!("{author}《{title}》, line {from}"),
        (from, to) => format!("{author}《{title}》, lines {from} to {to}"),
    },
    form: "Form",
    opening: "Opening",
    opening_name: |opening| match (opening.second, opening.rhymes) {
        (ToneClass::Level, true) => "level, line 1 rhymes",
        (ToneClass::Oblique, true) => "oblique, line 1 rhymes",
        (ToneClass::Level, false) => "level, line 1 does not rhyme",
        (ToneClass::Oblique, false) => "oblique, line 1 does not rhyme",
    },
    form_name: Form::english,
    next_line: "Next line",
    all_lines: "All lines",
    again: "Start again",
    pattern_whole: |letters| format!(" The pattern is whole: {letters}."),
    pattern_line: |line, letter, pattern| format!("Line {line}, type {letter}, {pattern}"),
    types: ["Type", "Five characters", "Seven characters"],
    types_label: "The four line types",
    builder: "Build a pattern",
};

fn reading(reading: &Reading) -> String {
    let sound = reading
        .pinyin
        .map(|pinyin| format!(" ({pinyin})"))
        .unwrap_or_default();
    let tone = match reading.tone {
        Tone::Level => "level tone",
        Tone::Rising => "rising tone",
        Tone::Departing => "departing tone",
        Tone::Entering => "entering tone",
    };
    let Reading {
        character, group, ..
    } = reading;
    let class = reading.tone.class().english();
    format!("{character}{sound}: {tone}, group {group}, {class}.")
}

fn step(step: &Step) -> String {
    let Step { line, .. } = step;
    let second = step.second.english();
    let why = match line {
        1 => format!("Opening: the second character of line 1 is {second}"),
        even if even % 2 == 0 => {
            format!(
                "Opposition: the second of line {line} is the opposite of the one above, {second}"
            )
        }
        _ => format!("Adhesion: the second of line {line} is as the one above, {second}"),
    };
    let end = match step.line_type.end() {
        ToneClass::Level => "it rhymes and ends level",
        ToneClass::Oblique => "it does not rhyme and ends oblique",
    };
    format!("{why}; {end}. So it is type {}.", step.line_type.letter())
}
