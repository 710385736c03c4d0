//! What checks the verse of the course.

use std::sync::Arc;

use verse::{Language, Report};

use super::verse::{Verse, check, part};
use crate::{desk::Lyrics, write::sheet::Sheet};

/// Checks a lyric by its tune, other verse by the rules of regulated verse.
#[derive(Clone)]
pub struct Checker {
    /// What knows of lyrics, once it is there. No exercise that needs it is put together before.
    pub lyrics: Option<Arc<dyn Lyrics>>,
    /// The language that is spoken.
    pub language: Language,
}

impl Checker {
    /// What is said of a poem.
    pub fn report(&self, verse: Verse) -> Report {
        self.read(verse, &verse.text_in(self.language)).0
    }

    /// The lines of it that are shown, drawn.
    pub fn sheet(&self, verse: Verse) -> Sheet {
        let (_, sheet) = self.read(verse, &verse.text_in(self.language));
        part(sheet, verse.shown)
    }

    /// What is said of a text in place of a poem's own, and how it is drawn.
    pub fn read(&self, verse: Verse, text: &str) -> (Report, Sheet) {
        let lyric = verse.tune().and_then(|tune| self.lyric(text, tune, false));
        lyric.unwrap_or_else(|| {
            let report = check(text, self.language);
            let sheet = Sheet::new(text, &report);
            (report, sheet)
        })
    }

    /// The same of a text as a lyric of a tune. Where the person fills it in, what is missing is open.
    pub fn lyric(&self, text: &str, tune: &str, fills: bool) -> Option<(Report, Sheet)> {
        self.lyrics.as_ref()?.draw(text, tune, fills, self.language)
    }
}
