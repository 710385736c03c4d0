//! What reads a text as a lyric for the page's check.

use std::sync::{Arc, Mutex, PoisonError};

use muse::TuneForm;
use verse::{
    Language, Options, Report,
    ci::{self, CiReport, Tunes, rules},
};

use super::{
    drawn,
    evidence::{form, of_place},
    words::{self, words_in},
};
use crate::{
    desk::{Desk, Lyrics},
    write::sheet::Sheet,
};

/// Reads texts, and keeps what it has read last.
pub struct Reader {
    desk: Desk,
    tunes: &'static Arc<Tunes>,
    last: Mutex<Option<Arc<CiReport>>>,
}

impl Reader {
    /// Nothing has been read yet.
    pub fn new(desk: Desk, tunes: &'static Arc<Tunes>) -> Self {
        Self {
            desk,
            tunes,
            last: Mutex::new(None),
        }
    }

    /// What was read last, where it was a lyric.
    pub fn last(&self) -> Option<Arc<CiReport>> {
        self.last
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    fn keep(&self, read: Option<Arc<CiReport>>) {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = read;
    }

    /// What the text is as a lyric, and where what is written ends in it (in UTF-16 units).
    fn read(&self, text: &str, options: &Options, verse: &Report) -> Option<(CiReport, usize)> {
        let plan = self.desk.plan.get_untracked();
        let fills = plan.on && options.unfinished;
        // A model writes to a form of regulated verse, or the person does.
        if plan.no_lyric || (options.form.is_some() && !(fills && plan.form.is_none())) {
            return None;
        }
        let form = plan.of_tune.and_then(|form| usize::try_from(form).ok());
        let wanted = ci::Options {
            tune: None,
            form: None,
            book: options.book,
            language: options.language,
        };
        let Some(tune) = ci::named(text, self.tunes) else {
            let read = ci::check(text, self.tunes, &wanted)?;
            let is_lyric = ci::outweighs(&read, verse, false);
            return is_lyric.then_some((read, usize::MAX));
        };
        let wanted = ci::Options {
            // Where nobody has chosen a form, the title may be a wrong one.
            tune: match form {
                Some(_) => Some(self.tunes.tunes().get(tune)?.name.clone()),
                None => None,
            },
            form,
            ..wanted
        };
        let found = drawn::read(self.tunes, text, &wanted, fills)?;
        let is_lyric = fills || form.is_some() || ci::outweighs(&found.0, verse, true);
        is_lyric.then_some(found)
    }
}

impl Lyrics for Reader {
    fn read(&self, text: &str, options: &Options, verse: &Report) -> Option<Report> {
        let found = self.read(text, options, verse);
        let report = found
            .as_ref()
            .and_then(|found| drawn::report(self.tunes, found, options.language));
        self.keep(found.map(|(read, _)| Arc::new(read)));
        report
    }

    fn draw(
        &self,
        text: &str,
        tune: &str,
        fills: bool,
        language: Language,
    ) -> Option<(Report, Sheet)> {
        drawn::draw(self.tunes, text, tune, fills, language)
    }

    fn dress(&self, sheet: &mut Sheet) {
        if let Some(read) = self.last() {
            drawn::dress(&read, sheet);
        }
    }

    fn length(&self, line: usize) -> Option<usize> {
        let read = self.last()?;
        let own = read.lines.get(line.checked_sub(1)?)?.form_line?;
        read.form.lengths.get(own.checked_sub(1)?).copied()
    }

    fn evidence(&self, place: (usize, usize), language: Language) -> Vec<String> {
        let Some(read) = self.last() else {
            return Vec::new();
        };
        let words = words_in(language);
        let found = of_place(&read, form(self.tunes, &read), place);
        let found = found.iter();
        found
            .flat_map(|found| {
                let rhymes = |rhymes| (words.rhymes_here)(found.lyrics, rhymes);
                std::iter::once(words::evidence(words, found)).chain(found.rhyme.map(rhymes))
            })
            .collect()
    }

    fn form(&self, tune: &str, number: usize) -> Option<TuneForm> {
        TuneForm::find(self.tunes, tune, number)
    }

    fn read_form(&self) -> Option<TuneForm> {
        let read = self.last()?;
        self.form(&read.tune, read.form.number)
    }

    fn explain(&self, code: &str, language: Language) -> Option<[String; 2]> {
        let rule = rules::rule(code)?;
        let words = [rule.name(language), rule.explain(language)];
        Some(words.map(std::borrow::Cow::into_owned))
    }
}
