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
    ui::{El, Worked, memo, watch},
};

/// What the parts of the room share.
#[derive(Clone, Copy)]
struct Lyrics {
    desk: Desk,
    /// The table lives as long as the page: the report holds names out of it.
    tunes: &'static Tunes,
    /// What was read of the text on the desk, where it is a lyric.
    read: Worked<Option<Arc<CiReport>>>,
}

/// The choice of a tune, and what is said of the form. From now on the page's check knows lyrics. `None` if the table that this version carries cannot be read.
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
    let lyrics = Lyrics { desk, tunes, read };
    forget_form_with_tune(lyrics);
    Some([chooser::chooser(lyrics), about::about(lyrics)])
}

/// A form is one of its tune: where the title names another, the choice is over.
fn forget_form_with_tune(lyrics: Lyrics) {
    let tune = memo(move || {
        lyrics
            .read
            .with(|read| read.as_ref().map(|read| read.tune.clone()))
    });
    let before = crate::ui::State::new(None::<String>);
    watch(move |_| {
        let Some(now) = tune.get() else {
            return;
        };
        let was = before.get_untracked();
        before.set(Some(now.clone()));
        let plan = lyrics.desk.plan;
        if was.is_some_and(|was| was != now) && plan.with_untracked(|p| p.of_tune.is_some()) {
            plan.update(|plan| plan.of_tune = None);
        }
    });
}
