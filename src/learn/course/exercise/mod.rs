//! The things to do. Each has several exercises; what is done in one is judged by the check, and what
//! it says is read out politely.

mod choose;
mod order;
mod own;
mod pattern;
mod press;
mod rhymes;
mod tones;

use verse::{Char, Language, Report, Tone};

use super::{
    Course,
    checker::Checker,
    lesson::Lesson,
    phrases::{Phrases, Reading, in_language},
    task::Task,
};
use crate::{
    desk::Desk,
    ui::{El, State, div, el, fields},
    write::rhyme_name::numbered_in,
};

/// An exercise that somebody does.
#[derive(Clone, Copy)]
struct Exercise {
    course: Course,
    lesson: &'static Lesson,
    /// What the check has said of it.
    said: State<Said>,
}

/// What was said of an answer.
#[derive(Clone, Debug, Default, PartialEq)]
struct Said {
    /// Whether it is right; nothing where that is not settled.
    right: Option<bool>,
    words: String,
}

impl Exercise {
    fn desk(self) -> Desk {
        self.course.desk
    }

    fn phrases(self) -> &'static Phrases {
        self.course.phrases()
    }

    fn language(self) -> Language {
        self.desk().language()
    }

    fn checker(self) -> Checker {
        self.course.checker()
    }

    /// It is right: noted, and said.
    fn right(self, task: Task, why: &str) {
        let id = self.lesson.exercise_id(task);
        if self.course.progress.with_untracked(|p| !p.has(&id)) {
            self.course.progress.update(|progress| progress.add(&id));
        }
        let words = self.phrases().right;
        self.say(Some(true), [words, why].join(" "));
    }

    /// It is not, and why.
    fn wrong(self, why: String) {
        self.say(Some(false), why);
    }

    /// Something else.
    fn note(self, words: String) {
        self.say(None, words);
    }

    fn say(self, right: Option<bool>, words: String) {
        let said = Said { right, words };
        if self.said.with_untracked(|before| *before != said) {
            self.said.set(said);
        }
    }
}

/// One of the things to do in a lesson, by its number from 0.
pub fn thing(course: Course, lesson: &'static Lesson, number: usize) -> El {
    let tasks: &'static [Task] = lesson.things.get(number).copied().unwrap_or_default();
    let phrases = course.phrases();
    let text = lesson.text(course.desk.language());
    let instruction = text.things.get(number).copied().unwrap_or_default();
    let exercise = Exercise {
        course,
        lesson,
        said: State::new(Said::default()),
    };
    // One begins with what has not been solved.
    let unsolved = course.progress.with_untracked(|progress| {
        let is_new = |task: &Task| !progress.has(&lesson.exercise_id(*task));
        tasks.iter().position(is_new)
    });
    let at = State::new(unsolved.unwrap_or(0));
    let another = move || {
        exercise.said.set(Said::default());
        at.update(|at| *at = (*at + 1) % tasks.len().max(1));
    };
    let solved = move || {
        let task = at.with(|at| tasks.get(*at).copied());
        task.is_some_and(|task| {
            let id = lesson.exercise_id(task);
            course.progress.with(|progress| progress.has(&id))
        })
    };
    let right = move || {
        let right = exercise.said.with(|said| said.right)?;
        Some(if right { "yes" } else { "no" }.to_owned())
    };
    let of = move || (phrases.exercise)(at.get() + 1, tasks.len());
    let only = tasks.len() == 1;
    el("section")
        .class("thing")
        .set("data-thing", &(number + 1).to_string())
        .el(el("h4").text((phrases.thing)(number + 1, lesson.things.len())))
        .el(el("p").class("prose").text(instruction))
        .el(div("exercise").part(move || {
            let task = tasks.get(at.get()).copied()?;
            let is_ready = !lesson.has_lyrics() || course.has_come();
            is_ready.then(|| body(exercise, task))
        }))
        .el(el("p")
            .class("said")
            .set("role", "status")
            .bind("data-right", right)
            .live(move || exercise.said.with(|said| said.words.clone())))
        .el(div("foot")
            .el(el("span")
                .class("count")
                .flag("hidden", move || only)
                .live(of))
            .el(el("span")
                .class("solved")
                .flag("hidden", move || !solved())
                .text(phrases.solved))
            .el(fields::bare_button("second another", another)
                .flag("hidden", move || only)
                .text(phrases.another)))
}

/// What is done in an exercise.
fn body(exercise: Exercise, task: Task) -> El {
    match task {
        Task::Tones(verse, line) => tones::tones(exercise, task, verse, line),
        Task::Entering(verse) => press::entering(exercise, task, verse),
        Task::Fault(verse, code) => press::fault(exercise, task, verse, code),
        Task::Type(verse, line) => choose::line_type(exercise, task, verse, line),
        Task::Kind(verse) => choose::kind(exercise, task, verse),
        Task::Fill(verse, place, others) => choose::fill(exercise, task, verse, place, others),
        Task::Answer(verse, place, asked, choices) => {
            choose::answer(exercise, task, verse, place, (asked, choices))
        }
        Task::Order(poem, order) => order::order(exercise, task, poem, order),
        Task::Pattern(form, opening) => pattern::pattern(exercise, task, form, opening),
        Task::Line(verse, line) => own::line(exercise, task, verse, line),
        Task::Quatrain => own::poem(exercise, task, &own::QUATRAIN),
        Task::Rhymes(verse) => rhymes::rhymes(exercise, task, verse),
        Task::Lyric => own::poem(exercise, task, &own::LYRIC),
    }
}

/// How a character of a report is read, in words, with what one may not expect.
fn reading(language: Language, report: &Report, char: &Char) -> String {
    let phrases = in_language(language);
    let Some(group) = char.group else {
        return String::new();
    };
    let pinyin = char.pinyin();
    let name = numbered_in(language, report.book, group.name(), group.class());
    let mut words = (phrases.reading)(&Reading {
        character: char.character,
        pinyin,
        tone: group.tone(),
        group: name,
    });
    if group.tone() == Tone::Entering && pinyin.is_some_and(sounds_level) {
        words.push_str(phrases.entering_hides);
    }
    words
}

/// Whether a syllable has the first or the second tone.
fn sounds_level(pinyin: &str) -> bool {
    pinyin.contains(['ā', 'ē', 'ī', 'ō', 'ū', 'ǖ', 'á', 'é', 'í', 'ó', 'ú', 'ǘ'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learn::course::{task::char_at, verse::Verse};

    #[test]
    fn a_reading_is_said_with_what_one_may_not_expect() {
        let report = Verse::of("tang-002", 1, 1).report(Language::Zh);
        let said = |place, language| {
            let char = char_at(&report, (1, place)).unwrap();
            reading(language, &report, char)
        };
        assert_eq!(
            said(1, Language::Zh),
            "“白”读 bái，入声十一陌，属仄。今天读来像平声，其实是入声，属仄。"
        );
        assert_eq!(said(2, Language::Zh), "“日”读 rì，入声四质，属仄。");
        let hant = Verse::of("tang-002", 1, 1).report(Language::Hant);
        let char = char_at(&hant, (1, 5)).unwrap();
        assert_eq!(
            reading(Language::Hant, &hant, char),
            "「盡」讀 jìn，上聲十一軫，屬仄。"
        );
        assert_eq!(
            said(3, Language::En),
            "依 (yī): level tone, group 五微, level."
        );
    }
}
