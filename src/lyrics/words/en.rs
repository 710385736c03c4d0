//! English.

use verse::ci::{CiRhyme, Form, FormSummary, RunnerUp};

use super::{LyricWords, differences, list};

/// All words.
pub static WORDS: LyricWords = LyricWords {
    tag: "zh-Hans",
    choose: "Choose a tune",
    search: "Look for a tune: its name, how many characters (33), its first lines (6-6-5)",
    found: |found, most| match found {
        0 => {
            "No tune is like that. Try another name, or the number of characters alone.".to_owned()
        }
        all if all > most => format!("{all} tunes, the commonest first; {most} are shown."),
        1 => "One tune.".to_owned(),
        all => format!("{all} tunes."),
    },
    tune: |length, lyrics| format!("{length} characters · {lyrics} lyrics"),
    also: |names| format!("Also called {}", names.join(", ")),
    form_name: |number| format!("Form {number}"),
    form_of: |form: &Form| {
        let weak = if form.weak { ", few: a hint only" } else { "" };
        format!(
            "{} characters · {} lyrics{weak}",
            form.length(),
            form.lyrics
        )
    },
    form: |form: &FormSummary| {
        let based = format!(
            "Form {} of {} characters, from {} lyrics by {} poets.",
            form.number, form.characters, form.lyrics, form.poets
        );
        let weak = if form.weak {
            " They are few: take its tones as a hint."
        } else {
            ""
        };
        based + weak
    },
    rhyme: |at, rhyme: &CiRhyme| {
        let group = rhyme.group.unwrap_or("no common part");
        let lines = list(&rhyme.lines, ", ");
        format!(
            "Rhyme {}: {group}, {}, lines {lines}",
            at + 1,
            rhyme.class.class().english()
        )
    },
    parallel: |line, share| {
        format!(
            "Lines {line} and {} are parallel in some {share} % of the lyrics.",
            line + 1
        )
    },
    runner_up: |other: &RunnerUp, name| {
        let name = if name.is_empty() {
            String::new()
        } else {
            format!("{name}, ")
        };
        let near = if other.near {
            "It may be"
        } else {
            "Next comes"
        };
        format!(
            "{near} {name}form {} ({} characters, {} lyrics){}",
            other.form.number,
            other.form.characters,
            other.form.lyrics,
            differences(&WORDS, &other.differences)
        )
    },
    more_lines: "# more lines",
    fewer_lines: "# fewer lines",
    other_lengths: "other lengths in lines #",
    other_slots: "other tones at # places",
    other_rhymes: "other rhymes in lines #",
    marks: [": ", ", ", "."],
    and: ", ",
    take_form: "Take this form",
    find_form: "Find the form",
    no_lyric: "No lyric: check it as a poem",
    as_lyric: "Check it as a lyric",
    evidence: |[lyrics, level, oblique]| {
        format!(
            "Of {lyrics} lyrics {level} have a level character here and {oblique} an oblique one"
        )
    },
    either: "; the other # have a character that may be either",
    rhymes_here: |lyrics, rhymes| format!("Of {lyrics} lyrics {rhymes} rhyme here."),
};
