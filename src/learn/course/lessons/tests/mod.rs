//! Everything that the lessons say and ask is put before the check.

mod judged;
mod lyrics;
mod own;
mod verses;

use std::collections::BTreeSet;

use std::sync::{Arc, LazyLock};

use muse::TuneForm;
use verse::{Language, Options, Report, ci::Tunes};

use super::*;
use crate::learn::course::{
    checker::Checker,
    lesson::Block,
    task::Task,
    verse::{Place, Verse},
};
use crate::{desk::Lyrics, lyrics::drawn, write::sheet::Sheet};

const ZH: Language = Language::Zh;

static TUNES: LazyLock<Tunes> = LazyLock::new(|| Tunes::baked().unwrap());

/// What the page fetches, as far as the course asks it.
struct Table;

impl Lyrics for Table {
    fn read(&self, _: &str, _: &Options, _: &Report) -> Option<Report> {
        None
    }

    fn draw(
        &self,
        text: &str,
        tune: &str,
        fills: bool,
        language: Language,
    ) -> Option<(Report, Sheet)> {
        drawn::draw(&TUNES, text, tune, fills, language)
    }

    fn dress(&self, _: &mut Sheet) {}

    fn length(&self, _: usize) -> Option<usize> {
        None
    }

    fn form(&self, _: &str, _: usize) -> Option<TuneForm> {
        None
    }

    fn read_form(&self) -> Option<TuneForm> {
        None
    }

    fn evidence(&self, _: (usize, usize), _: Language) -> Vec<String> {
        Vec::new()
    }

    fn explain(&self, _: &str, _: Language) -> Option<[String; 2]> {
        None
    }
}

/// What checks verse, in a language.
fn checker(language: Language) -> Checker {
    Checker {
        lyrics: Some(Arc::new(Table)),
        language,
    }
}

/// What the check says of a poem.
fn report(verse: Verse) -> Report {
    checker(ZH).report(verse)
}

fn tasks() -> impl Iterator<Item = (&'static str, Task)> {
    LESSONS.into_iter().flat_map(|lesson| {
        let all = lesson.things.iter().copied().flatten();
        all.map(|task| (lesson.id, *task))
    })
}

/// The verse that an exercise is about.
fn verse(task: Task) -> Option<Verse> {
    match task {
        Task::Tones(verse, _)
        | Task::Entering(verse)
        | Task::Type(verse, _)
        | Task::Fault(verse, _)
        | Task::Fill(verse, ..)
        | Task::Kind(verse)
        | Task::Answer(verse, ..)
        | Task::Rhymes(verse)
        | Task::Line(verse, _) => Some(verse),
        Task::Order(poem, _) => Some(Verse::of(poem, 1, 4)),
        Task::Pattern(..) | Task::Quatrain | Task::Lyric => None,
    }
}

/// All places of the lines that are shown.
fn places(verse: Verse, report: &Report) -> Vec<Place> {
    let (from, to) = verse.shown;
    (from..=to)
        .flat_map(|line| (1..=report.lines[line - 1].chars.len()).map(move |place| (line, place)))
        .collect()
}

#[test]
fn words_and_blocks_go_together_in_every_language() {
    for lesson in LESSONS {
        let words = lesson.blocks.iter().filter(|b| matches!(b, Block::Words));
        let count = words.count();
        for text in [lesson.zh, lesson.hant, lesson.en] {
            assert_eq!(text.words.len(), count, "{}: {}", lesson.id, text.title);
            assert_eq!(text.things.len(), lesson.things.len(), "{}", text.title);
            for words in text
                .words
                .iter()
                .chain(text.things)
                .chain([&text.title, &text.about])
            {
                assert!(!words.is_empty() && words.trim() == *words, "{words}");
                assert!(!words.contains(['!', '！']), "{words}");
            }
        }
        assert!(lesson.things.iter().all(|thing| !thing.is_empty()));
    }
}

#[test]
fn exercises_are_told_apart() {
    let ids: Vec<String> = LESSONS
        .into_iter()
        .flat_map(|lesson| {
            let all = lesson.things.iter().copied().flatten();
            all.map(|task| lesson.exercise_id(*task))
        })
        .collect();
    let unique: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len(), "{ids:?}");
    let lessons: BTreeSet<&str> = LESSONS.into_iter().map(|lesson| lesson.id).collect();
    assert_eq!(lessons.len(), LESSONS.len());
}
