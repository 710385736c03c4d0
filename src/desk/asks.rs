//! What passes over the desk: what comes from outside, what is asked of rooms that may not be there yet,
//! what a person should know.

use std::rc::Rc;

use muse::{Clock, LocalBoxFuture, Transport, TuneForm};
use verse::{Finding, Language, Options, Report};

use super::Desk;
use crate::{drafts::base::Base, keep::Store, ui::El, write::sheet::Sheet};

/// What the page needs from outside; tests bring their own.
#[derive(Clone)]
pub struct Outside {
    /// The store that lasts on the device.
    pub device: Rc<dyn Store>,
    /// The store that lasts as long as the tab.
    pub tab: Rc<dyn Store>,
    /// What carries requests to a provider.
    pub transport: Rc<dyn Transport>,
    /// The time.
    pub clock: Rc<dyn Clock>,
    /// The database of the drafts; `None` for the browser's own.
    pub base: Option<Rc<dyn Base>>,
}

/// Lays an empty draft on the desk, once the one that is there is kept; says whether it did.
pub type Begin = Rc<dyn Fn() -> LocalBoxFuture<'static, bool>>;

/// Something that the person should know, about keeping or about what was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The store is full or denied.
    NotKept,
    /// Something unreadable was found and kept aside.
    SetAside,
    /// What was to come into the field is too long.
    TooLong,
}

/// What the tools are to do when they are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errand {
    /// Put the caret of the field at a place of the poem.
    GoTo((usize, usize)),
    /// Clean the text: something was pasted.
    Clean,
    /// Be there to explain a finding.
    Explain,
    /// Look at what is selected in the field.
    Selected,
}

/// What is at hand for the place that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// Characters and words that would go there.
    Offers,
    /// The smallest changes that mend its line.
    Mends,
    /// Lines of poets that are like its line.
    Like,
}

/// Explains a finding: the rule, and what would mend it.
pub type Explain = fn(Desk, &Finding) -> El;

/// What knows of lyrics (词), once it has been fetched.
pub trait Lyrics: Send + Sync {
    /// The report on a text that is a lyric, in place of the one that takes it for other verse.
    fn read(&self, text: &str, options: &Options, verse: &Report) -> Option<Report>;
    /// The report on a text as a lyric of a tune, which the table calls so, and the sheet that is drawn of it;
    /// where the person fills it in, what is missing is open. The text on the desk has no part in it.
    fn draw(
        &self,
        text: &str,
        tune: &str,
        fills: bool,
        language: Language,
    ) -> Option<(Report, Sheet)>;
    /// Adds to the sheet of the text that was read last what only lyrics have: stanzas, changing rhymes.
    fn dress(&self, sheet: &mut Sheet);
    /// How many characters the form has in a line (from 1) of the text that was read last.
    fn length(&self, line: usize) -> Option<usize>;
    /// What the poets have at a place of the text that was read last, as sentences.
    fn evidence(&self, place: (usize, usize), language: Language) -> Vec<String>;
    /// A form of a tune, by any of its names and the form's number from 1, for who writes to it.
    fn form(&self, tune: &str, number: usize) -> Option<TuneForm>;
    /// The same of the text that was read last.
    fn read_form(&self) -> Option<TuneForm>;
    /// The name of a rule of lyrics, and what a student reads of it.
    fn explain(&self, code: &str, language: Language) -> Option<[String; 2]>;
}

/// Characters that are looked at together, at most: words of verse are no longer.
pub const MOST_REACH: usize = verse::diction::Span::MOST;
