//! Lyrics (词): what reads a text as one, the choice of a tune, and what is said of a form and of a place
//! in it. Fetched, with the table of tunes, when a text looks like a lyric or somebody looks for a tune.

mod about;
mod chooser;
pub mod drawn;
mod evidence;
mod reader;
mod search;
mod title;
mod words;

use std::sync::Arc;

use verse::ci::{CiReport, Tunes};

use self::reader::Reader;
use crate::{
    desk::{Desk, is_lyric},
    ui::{El, State, Worked, memo, watch},
};

/// What the parts of the room share.
#[derive(Clone, Copy)]
struct Lyrics {
    desk: Desk,
    /// The table lives as long as the page: the report holds names out of it.
    tunes: &'static Tunes,
    /// What was read of the text on the desk, where it is a lyric.
    read: Worked<Option<Arc<CiReport>>>,
    /// Whose form was chosen, where one was.
    chosen_of: State<Option<ChosenOf>>,
}

/// The tune, as the table calls it, of which a form was chosen, and the draft that is written to it.
#[derive(Clone)]
struct ChosenOf {
    draft: String,
    tune: String,
}

impl Lyrics {
    /// The form that is chosen is one of this tune, for the draft on the desk.
    fn choose_of(self, tune: &str) {
        self.chosen_of.set(Some(ChosenOf {
            draft: self.desk.draft.get_untracked(),
            tune: tune.to_owned(),
        }));
    }
}

/// The choice of a tune, and what is said of the form. From now on the page's check knows lyrics. `None` if the
/// table that this version carries cannot be read.
pub fn lyrics_room(desk: Desk) -> Option<[El; 2]> {
    let tunes: &'static Arc<Tunes> = Box::leak(Box::new(Arc::new(Tunes::baked()?)));
    let reader = Arc::new(Reader::new(desk, tunes));
    desk.lyrics.set(Some(reader.clone()));
    let read = memo(move || {
        let is_lyric = desk.report.with(is_lyric);
        // The report may stay the same where the form becomes another.
        desk.plan.track();
        reader.last().filter(|_| is_lyric)
    });
    let lyrics = Lyrics {
        desk,
        tunes,
        read,
        chosen_of: State::new(None),
    };
    forget_form_with_tune(lyrics);
    Some([chooser::chooser(lyrics), about::about(lyrics)])
}

/// A form is one of its tune: where the title names another, the choice is over.
fn forget_form_with_tune(lyrics: Lyrics) {
    let read = lyrics.read;
    let tune = memo(move || read.with(|read| read.as_ref().map(|read| read.tune.clone())));
    let desk = lyrics.desk;
    watch(move |_| {
        let Some(now) = tune.get() else {
            return;
        };
        if desk.plan.with_untracked(|plan| plan.of_tune.is_none()) {
            return;
        }
        let here = desk.draft.get_untracked();
        let chosen = lyrics.chosen_of.get_untracked();
        match chosen.filter(|chosen| chosen.draft == here) {
            // A draft that was kept, or laid on the desk, has brought its form along.
            None => lyrics.choose_of(&now),
            Some(chosen) if chosen.tune != now => desk.plan.update(|plan| plan.of_tune = None),
            Some(_) => {}
        }
    });
}
