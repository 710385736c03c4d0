//! English.

use muse::critique::{Claim, Fault, Reading, Verdict, Why};
use verse::{Slot, Tone, ToneClass};

use super::{Talk, money, tenths};

/// All phrases.
pub static TALK: Talk = Talk {
    earlier_runs: "Earlier runs",
    draft: "Draft",
    change: |instruction| format!("Change: {instruction}"),
    better: "better, taken",
    no_better: "no better, not taken",
    words_said: "What was said",
    question: "Question",
    answer: "Answer",
    difference: "What has changed",
    use_old: "Use the old line",
    use_new: "Use the new line",
    refuse_all: "Take all back",
    take_all: "Take all",
    critique: "Opinion",
    critique_hint: "A model's opinion is one opinion. What it claims of tones and rhymes is checked here, claim by claim.",
    critique_start: "Ask the model",
    critique_asking: "The model is writing its opinion…",
    critique_old: "The poem has changed since; this is about what stood there before.",
    own_verdict: "What this page finds: ",
    claims: "Claim by claim",
    no_claims: "It claims nothing against tones or rhymes.",
    confirmed: "true",
    disproved: "not so",
    undecided: "not checked",
    fault: |fault| match fault {
        Fault::Should(ToneClass::Level) => "should be level",
        Fault::Should(ToneClass::Oblique) => "should be oblique",
        Fault::Tone => "wrong tone",
        Fault::OffRhyme => "off rhyme",
        Fault::Adhesion => "lost adhesion",
        Fault::Opposition => "lost opposition",
        Fault::LoneLevel => "lone level",
        Fault::ThreeLevelTail => "three level at the end",
        Fault::ThreeObliqueTail => "three oblique at the end",
        Fault::RepeatedRhymeWord => "repeated rhyme word",
    },
    why,
    contest: "Several models, one task",
    contest_hint: "Gives the brief above to two to four models at once and ranks what they write by the rules.",
    entrant: |number| format!("Model {number}"),
    as_in_the_settings: "The provider chosen in the settings",
    add_entrant: "Add another",
    remove_entrant: "Remove",
    price_in: "Per million tokens, questions",
    price_out: "Per million tokens, answers",
    prices: "Prices (optional: with them the cost is shown)",
    contest_start: "Let all write",
    contest_stop: "Stop all",
    place: |place| format!("Place {place}"),
    no_poem: "No poem came of it",
    take: "Take this one",
    taken: "In the editor",
    found: |errors, warnings, advice| match (errors, warnings) {
        (0, 0) if advice == 0 => "Keeps the rules".to_owned(),
        (0, 0) => format!("Keeps the rules · advice {advice}"),
        _ => format!("errors {errors} · warnings {warnings} · advice {advice}"),
    },
    lost: |count| format!("fixed characters missing: {count}"),
    other_form: "not the form asked for",
    other_group: "not the rhyme asked for",
    seconds: |millis| format!("{} s", tenths(millis)),
    tokens: |count| format!("{count} tokens"),
    cost: |amount| format!("cost {}", money(amount)),
    order: "The order looks at fixed characters first, then form, the rhyme asked for, errors, warnings, advice; equal ones share a place, the faster first.",
};

fn why(claim: &Claim) -> String {
    let Verdict::Disproved { why, reading } = &claim.verdict else {
        return String::new();
    };
    let read = reading.as_ref().map(read).unwrap_or_default();
    let told = match why {
        Why::HasIt => "just what this place needs.",
        Why::Free => "this place is free.",
        Why::AskedOtherwise => "just what the pattern asks for here.",
        Why::Rescued => "a deviation that is rescued.",
        Why::Rhymes => "it rhymes with the poem.",
        Why::NeedsNoRhyme => "this line need not rhyme.",
        Why::NotFound => "the check went through it and finds no such fault.",
    };
    read + told
}

/// How a character reads.
fn read(reading: &Reading) -> String {
    let tone = match reading.tone {
        Some(Tone::Level) => "level",
        Some(Tone::Rising) => "rising",
        Some(Tone::Departing) => "departing",
        Some(Tone::Entering) => "entering",
        None if reading.class == ToneClass::Level => "level",
        None => "oblique",
    };
    let slot = match reading.slot {
        Some(Slot::Level) => ", and level is asked for here",
        Some(Slot::Oblique) => ", and oblique is asked for here",
        Some(Slot::Free | Slot::Rhyme) | None => "",
    };
    format!("“{}” is {tone}{slot}: ", reading.character)
}
