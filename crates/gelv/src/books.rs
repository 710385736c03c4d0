//! `gelv lookup` and `rhymes`: what the books say.

use serde::Serialize;
use verse::{RhymeBook, RhymeGroup, Tone, ToneClass, glosses, lexicon::Script};

use crate::arguments::Arguments;

/// What the books say of a character, with glosses.
#[derive(Serialize)]
struct Looked {
    #[serde(flatten)]
    found: verse::Lookup,
    glosses: Vec<Gloss>,
}

/// What a reading in 平水韵 means.
#[derive(Serialize)]
struct Gloss {
    traditional: char,
    tone: Tone,
    group: String,
    gloss: String,
}

/// `gelv lookup CHARACTER`.
pub fn lookup<'a>(rest: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let arguments = Arguments::parse(rest)?;
    let mut word = arguments.word("a character")?.chars();
    let (Some(character), None) = (word.next(), word.next()) else {
        return Err("one character at a time".to_owned());
    };
    let found = verse::lookup(character);
    let table = glosses::Table::baked();
    let own = found.books.iter().filter(|b| b.book == RhymeBook::PingShui);
    let glosses: Vec<Gloss> = own
        .flat_map(|b| &b.readings)
        .filter_map(|r| {
            Some(Gloss {
                traditional: r.traditional,
                tone: r.tone,
                group: r.group.clone().into_owned(),
                gloss: table.gloss(r.traditional, r.tone, &r.group)?.to_owned(),
            })
        })
        .collect();
    let looked = Looked { found, glosses };
    arguments.answer(&looked, || people(&looked))
}

fn people(looked: &Looked) -> String {
    let found = &looked.found;
    let forms: String = found.traditional.iter().collect();
    let mut text = format!("{}  {forms}  {}\n", found.character, found.pinyin.join(" "));
    if found.books.is_empty() {
        text += "  韵书未收。\n";
    }
    for entry in &found.books {
        text += &format!("  {}\n", entry.book.chinese());
        for r in &entry.readings {
            let gloss = looked.glosses.iter().find(|g| {
                entry.book == RhymeBook::PingShui
                    && (g.traditional, g.tone, &*g.group) == (r.traditional, r.tone, &*r.group)
            });
            text += &format!(
                "    {}声 {} {} {}{}{}\n",
                r.tone.chinese(),
                r.group,
                r.traditional,
                r.pinyin.unwrap_or(""),
                if r.rare { " 罕用" } else { "" },
                gloss.map_or_else(String::new, |g| format!(" {}", g.gloss)),
            );
        }
    }
    text
}

/// A rhyme group with its words.
#[derive(Serialize)]
struct Rhymes {
    book: RhymeBook,
    group: &'static str,
    class: ToneClass,
    words: Vec<Word>,
}

#[derive(Serialize)]
struct Word {
    #[serde(rename = "char")]
    character: char,
    count: u32,
    rare: bool,
    has_others: bool,
}

/// `gelv rhymes GROUP`, with a tone before it where the name alone leaves it open: `去送`.
pub fn rhymes<'a>(rest: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let arguments = Arguments::parse(rest)?;
    let name = arguments.word("a rhyme group")?;
    let group = group(arguments.book, name)
        .ok_or(format!("{} has no group {name}", arguments.book.chinese()))?;
    let script = if arguments.traditional {
        Script::Traditional
    } else {
        Script::Simplified
    };
    let words = verse::rhymes(group, script).into_iter().map(|w| Word {
        character: w.character,
        count: w.count,
        rare: w.rare,
        has_others: w.has_others,
    });
    let rhymes = Rhymes {
        book: arguments.book,
        group: group.name(),
        class: group.class(),
        words: words.collect(),
    };
    arguments.answer(&rhymes, || {
        let class = group.class().chinese();
        let common: String = (rhymes.words.iter())
            .filter(|w| !w.rare && w.count > 0)
            .map(|w| w.character)
            .collect();
        format!("{class}声{}\n{common}\n", group.name_in_sentence())
    })
}

/// A group by its name, `东` or `去送`; a name alone stands for the level group, where there is one.
fn group(book: RhymeBook, name: &str) -> Option<RhymeGroup> {
    let tones = [Tone::Level, Tone::Rising, Tone::Departing, Tone::Entering];
    let with_tone = |tone: Tone| {
        let head = name.strip_prefix(tone.chinese()).filter(|n| !n.is_empty());
        Some((tone, head?))
    };
    let of = |tone: Tone, name: &str| {
        RhymeGroup::of_book(book)
            .find(|g| g.tone() == tone && (g.name() == name || g.traditional_name() == name))
    };
    match tones.into_iter().find_map(with_tone) {
        Some((tone, head)) => of(tone, head),
        None => tones.into_iter().find_map(|tone| of(tone, name)),
    }
}
