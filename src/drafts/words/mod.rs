//! The words of what is only seen where drafts are kept. They are fetched with it.

mod en;
mod zh;
mod zh_hant;

use verse::{Form, Language};

use super::{base::Failure, exchange::Refusal, room::files::Exported};
use crate::i18n::Words;

/// Every phrase of the room that the page's own table does not have.
pub struct Drafts {
    /// What this is.
    pub about: &'static str,
    /// The field to search in.
    pub search: &'static str,
    /// What can be typed there.
    pub search_example: &'static str,
    /// Begins a draft.
    pub begin: &'static str,
    /// Takes drafts from a file.
    pub import: &'static str,
    /// Gives all drafts as JSON.
    pub export_json: &'static str,
    /// Gives all drafts as text.
    pub export_text: &'static str,
    /// The list.
    pub list_label: &'static str,
    /// So many drafts are found, of so many.
    pub count: fn(usize, usize) -> String,
    /// So many are not listed yet.
    pub more: fn(usize) -> String,
    /// It is not known yet how many there are.
    pub opening: &'static str,
    /// There is none yet.
    pub none: &'static str,
    /// None has these words.
    pub none_found: &'static str,
    /// A draft without a word in it.
    pub empty: &'static str,
    /// The name of a form.
    pub form_name: fn(Form) -> &'static str,
    /// So many versions.
    pub versions: fn(u64) -> String,
    /// It is in the editor.
    pub here: &'static str,
    /// Lays a draft on the desk.
    pub open: &'static str,
    /// Shows its versions.
    pub compare: &'static str,
    /// Gives it a name.
    pub rename: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What an empty name does.
    pub name_hint: &'static str,
    /// Keeps the name.
    pub keep_name: &'static str,
    /// Leaves the name as it is.
    pub leave: &'static str,
    /// Gives one draft as JSON.
    pub json: &'static str,
    /// Gives one draft as text.
    pub text: &'static str,
    /// Throws it away.
    pub delete: &'static str,
    /// It was thrown away.
    pub deleted: fn(&str) -> String,
    /// Takes it out again.
    pub undo: &'static str,
    /// So many were thrown away.
    pub bin: fn(usize) -> String,
    /// How long they stay.
    pub bin_hint: &'static str,
    /// It is in the list again.
    pub taken_out: fn(&str) -> String,
    /// Why nothing can be opened now.
    pub busy: &'static str,
    /// So many drafts came from a file: new ones, such as were there, such as could not be read.
    pub imported: fn([usize; 3]) -> String,
    /// A file is being read.
    pub importing: &'static str,
    /// Why a file is not read.
    pub refused: fn(Refusal) -> &'static str,
    /// The browser did not give the file.
    pub unreadable: &'static str,
    /// The browser did not take the file.
    pub not_saved: &'static str,
    /// What is to be known of an export; mostly nothing.
    pub exported: fn(Exported) -> String,
    /// So many records cannot be read.
    pub unread: fn(usize) -> String,
    /// Why nothing is kept.
    pub failed: fn(Failure) -> &'static str,
    /// Gives what there is as a file.
    pub rescue: &'static str,
    /// The database no longer had the draft: its text is there, and its past is not.
    pub bare: &'static str,
    /// Another tab has changed the draft.
    pub behind: &'static str,
    /// Takes the other tab's text.
    pub take_theirs: &'static str,
    /// Goes on with this tab's.
    pub keep_ours: &'static str,
    /// Another tab has thrown the draft away.
    pub binned: &'static str,
    /// Takes it out again.
    pub put_back: &'static str,
    /// The buttons under the sheet.
    pub steps_label: &'static str,
    /// A step back.
    pub back: &'static str,
    /// A step forth.
    pub forth: &'static str,
    /// Keeps the text as a version.
    pub keep_version: &'static str,
    /// It was kept.
    pub version_kept: &'static str,
    /// It had been kept before.
    pub version_there: &'static str,
    /// The texts of a draft.
    pub texts_label: &'static str,
    /// How to compare.
    pub compare_hint: &'static str,
    /// The text as it stands.
    pub now: &'static str,
    /// The older of two that are compared.
    pub before: &'static str,
    /// The newer of two.
    pub after: &'static str,
    /// The difference.
    pub difference: &'static str,
    /// There is none.
    pub same: &'static str,
    /// They are too long for that.
    pub too_long: &'static str,
    /// There is one text only.
    pub only_one: &'static str,
    /// The list of versions beside the desk.
    pub versions_title: &'static str,
    /// The person, as the author of a version.
    pub you: &'static str,
    /// A model, as the author of a version, and its round.
    pub by_model: fn(&str, u64) -> String,
    /// So many errors and warnings.
    pub faults: fn(u64, u64) -> String,
    /// It ended before it was whole.
    pub partial: &'static str,
    /// The best of its run.
    pub best: &'static str,
    /// Puts a version into the field.
    pub take_version: &'static str,
}

/// The phrases in the language that the page has now.
pub fn words(words: Words) -> &'static Drafts {
    match words.language() {
        Language::Zh => &zh::DRAFTS,
        Language::Hant => &zh_hant::DRAFTS,
        Language::En => &en::DRAFTS,
    }
}
