//! What would mend the finding that is open.

use verse::mends;

use crate::{
    desk::{Advice, Desk},
    ui::watch,
};

/// Works out what would mend the finding that is open, whenever it or the poem changes.
pub fn mend_what_is_asked(desk: Desk) {
    watch(move |_| {
        desk.report.track();
        let language = desk.words.language();
        let Some(finding) = desk.asked.get() else {
            return;
        };
        let options = desk.options();
        let found = desk
            .text
            .with_untracked(|text| mends(text, &options, &finding));
        let advice = found
            .iter()
            .map(|mend| -> Advice { (mend.sentence(language), mend.place()) });
        desk.mends.set(Some(advice.collect()));
    });
}
