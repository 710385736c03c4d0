//! The course: lessons, each with verse and things to do that the check judges.

mod block;
mod builder;
mod checker;
mod drawing;
mod exercise;
mod lesson;
mod lessons;
mod list;
mod page;
mod phrases;
mod task;
mod verse;

use leptos::prelude::request_animation_frame;

use self::{checker::Checker, lesson::Lesson, lessons::LESSONS, phrases::Phrases};
use crate::{
    browser::{
        page::{hash, on_hash},
        viewport,
    },
    desk::Desk,
    entry,
    keep::progress::Progress,
    ui::{El, State, div},
    view::{View, lesson_of},
};

/// The state of the course.
#[derive(Clone, Copy)]
pub struct Course {
    desk: Desk,
    /// How far the person has come.
    progress: State<Progress>,
    /// The place of the lesson that is open, from 0.
    open: State<Option<usize>>,
}

impl Course {
    /// The course, with the progress that was kept, at the lesson that the address names.
    pub fn new(desk: Desk) -> Self {
        let course = Self {
            desk,
            progress: State::new(entry::open(desk)),
            open: State::new(None),
        };
        entry::keep_saved(desk, course.progress, |_| ());
        course.go(&hash());
        on_hash(move |hash| course.follow(&hash));
        course
    }

    /// Opens what an address names, and lets the focus go there.
    fn follow(self, hash: &str) {
        if View::of(hash) != View::Learn {
            return;
        }
        let before = self.open.get_untracked();
        self.go(hash);
        let now = self.open.get_untracked();
        if now == before {
            return;
        }
        let target = match (now, before) {
            (Some(_), _) => "#lesson-title".to_owned(),
            (None, Some(at)) => format!(".lessons a[href=\"{}\"]", address(at)),
            (None, None) => return,
        };
        // When it has been drawn.
        request_animation_frame(move || {
            viewport::to_top();
            viewport::focus_matching(&target);
        });
    }

    /// Opens what an address names: a lesson, or the list of all.
    fn go(self, hash: &str) {
        let number = lesson_of(hash).and_then(|number| number.parse::<usize>().ok());
        let at = number.and_then(|number| number.checked_sub(1));
        let at = at.filter(|at| *at < LESSONS.len());
        if let Some(lesson) = at.and_then(|at| LESSONS.get(at)) {
            let is_last = |progress: &Progress| progress.last.as_deref() == Some(lesson.id);
            if lesson.has_lyrics() && self.desk.lyrics.with_untracked(Option::is_none) {
                self.desk.needs_lyrics.set(true);
            }
            if !self.progress.with_untracked(is_last) {
                self.progress
                    .update(|progress| progress.last = Some(lesson.id.to_owned()));
            }
        }
        self.open.set(at);
    }

    /// Whether a lesson is open.
    pub fn has_lesson(self) -> bool {
        self.open.with(Option::is_some)
    }

    /// The list of lessons, or the lesson that is open.
    pub fn room(self) -> El {
        div("course-here").part(move || {
            let open = self.open.get();
            Some(match open.and_then(|at| Some((at, *LESSONS.get(at)?))) {
                Some((at, lesson)) => page::page(self, at, lesson),
                None => list::list(self),
            })
        })
    }

    /// The phrases in the language that the page has now.
    fn phrases(self) -> &'static Phrases {
        phrases::phrases(self.desk.words)
    }

    /// Whether what knows of lyrics has come.
    fn has_come(self) -> bool {
        self.desk.lyrics.with(Option::is_some)
    }

    /// What checks verse now.
    fn checker(self) -> Checker {
        Checker {
            lyrics: self.desk.lyrics.get_untracked(),
            language: self.desk.language(),
        }
    }

    /// How many of a lesson's things are done.
    fn done(self, lesson: &Lesson) -> usize {
        self.progress
            .with(|progress| lesson.done(|id| progress.has(id)))
    }
}

/// The address of a lesson (from 0).
fn address(at: usize) -> String {
    format!("{}/{}", View::Learn.hash(), at + 1)
}
