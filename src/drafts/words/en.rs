//! English.

use verse::Form;

use super::Drafts;
use crate::{
    drafts::{base::Failure, exchange::Refusal, room::files::Exported},
    i18n::{dotted, en::counted},
};

/// All phrases.
pub static DRAFTS: Drafts = Drafts {
    about: "What you have written, with all its versions. It is kept in this browser only, and goes when its data are cleared: export what matters to you.",
    search: "Search",
    search_example: "Name, title or verse, in either script",
    begin: "New draft",
    import: "Import a file",
    export_json: "Export all (JSON)",
    export_text: "Export all (text)",
    list_label: "Drafts",
    count: |found, all| match (found, all) {
        (1, 1) => "1 draft".to_owned(),
        (found, all) if found == all => format!("{all} drafts"),
        (1, all) => format!("1 draft of {all}"),
        (found, all) => format!("{found} drafts of {all}"),
    },
    more: |count| format!("List more ({count} are left)"),
    opening: "Opening your drafts…",
    none: "There is no draft yet. Write a first line, and it will be here.",
    none_found: "No draft has these words. Try others: a name, a title, or some characters in a row.",
    empty: "(empty)",
    form_name: Form::english,
    versions: |count| match count {
        1 => "1 version".to_owned(),
        count => format!("{count} versions"),
    },
    here: "in the editor",
    open: "Open",
    compare: "Versions and differences",
    rename: "Rename",
    name: "Name",
    name_hint: "Left empty, the title or the first line serves.",
    keep_name: "Keep",
    leave: "Cancel",
    json: "JSON",
    text: "Text",
    delete: "Delete",
    deleted: |name| format!("Deleted “{name}”."),
    undo: "Undo",
    bin: |count| format!("Deleted drafts ({count})"),
    bin_hint: "They are cleared thirty days after they were deleted.",
    taken_out: |name| format!("“{name}” is back."),
    busy: "A model is writing. When it has ended or is stopped, another draft can be opened.",
    imported: |[new, known, left]| {
        let drafts = |count: usize| match count {
            1 => "1 draft".to_owned(),
            count => format!("{count} drafts"),
        };
        let mut told = format!("Imported {} as new", drafts(new));
        if known > 0 {
            told += &format!(
                "; {} were here already, and what differed was kept as a version",
                drafts(known)
            );
        }
        if left > 0 {
            told += &format!("; {} could not be read", drafts(left));
        }
        told + "."
    },
    importing: "Reading…",
    refused: |why| match why {
        Refusal::TooLarge => {
            "The file is larger than 64 MB and was not read. Divide it and import the parts."
        }
        Refusal::TooMany => {
            "The file has more than 5000 drafts and was not read. Divide it and import the parts."
        }
        Refusal::NoText => {
            "This is no text file. Choose a JSON file that this page has exported, or plain text in UTF-8."
        }
        Refusal::Foreign => {
            "This cannot be read: the file is incomplete, or it is JSON of something else. Export it anew, or use plain text."
        }
        Refusal::Later => {
            "A newer version of this page has written this file. Load the page again, then import it."
        }
        Refusal::Empty => "There is no draft in this file.",
    },
    unreadable: "The browser did not hand over this file. Choose it once more.",
    not_saved: "The browser did not take the file. See whether downloads are allowed, and try again.",
    exported: |Exported {
                   files,
                   bare,
                   is_desk_only,
               }| {
        let mut told = Vec::new();
        if files > 1 {
            told.push(format!(
                "The drafts are in {files} files: keep them all, and import one after the other."
            ));
        }
        if is_desk_only {
            told.push(
                "The drafts could not be opened: the file has only the one in the editor."
                    .to_owned(),
            );
        }
        match bare {
            0 => {}
            1 => told.push("1 draft could not be read: the file has its text, but not its versions and steps.".to_owned()),
            _ => told.push(format!("{bare} drafts could not be read: the file has their texts, but not their versions and steps.")),
        }
        told.join(" ")
    },
    unread: |count| {
        match count {
        1 => "1 record cannot be read by this version of the page. It stays as it is; loading the page again may help.".to_owned(),
        count => format!("{count} records cannot be read by this version of the page. They stay as they are; loading the page again may help."),
    }
    },
    failed: |why| match why {
        Failure::Full => {
            "The browser's store is full, and your last changes are not among the drafts yet. The text is still on the page: export it first, then make room; the next change tries again."
        }
        Failure::Denied => {
            "The browser gives this page no database: the window may be a private one, or storage is switched off. Only the draft in the editor can be kept now. Export it, and import it where storage is allowed."
        }
        Failure::Later => {
            "A newer version of this page has written the drafts, and nothing was changed here. Load the page again; until then, export what is in the editor."
        }
        Failure::Slow => {
            "The drafts cannot be opened yet; another page of this site may be holding them. Close other pages: once they open, saving goes on by itself. Until then only the draft in the editor is kept: export it."
        }
        Failure::Broken => {
            "The drafts could not be written; your last changes are not among them. The text is still on the page: export it first, then load the page again."
        }
    },
    rescue: "Export",
    bare: "This draft was no longer among the drafts; the browser's data may have been cleared. Its text is back from the list; its versions and steps are gone.",
    behind: "This draft was changed in another tab. Both texts are among the versions. Which one shall stay?",
    take_theirs: "The other tab's",
    keep_ours: "This one",
    binned: "This draft has been deleted elsewhere. Write on or keep a version, and it is in the list again; otherwise it is cleared thirty days after it was deleted.",
    put_back: "Put back",
    steps_label: "Steps of writing",
    back: "Step back",
    forth: "Step forward",
    keep_version: "Keep as a version",
    version_kept: "Kept",
    version_there: "Kept before",
    texts_label: "Texts of this draft",
    compare_hint: "Choose two texts; they are compared below, character by character.",
    now: "As it stands",
    before: "old",
    after: "new",
    difference: "Difference",
    same: "Both texts are the same.",
    too_long: "The texts are too long to be compared.",
    only_one: "There is the text as it stands, and no other version yet.",
    versions_title: "Versions",
    you: "You",
    by_model: |name, round| match round {
        0 => format!("{name} · draft"),
        round => format!("{name} · round {round}"),
    },
    faults: |errors, warnings| match (errors, warnings) {
        (0, 0) => "keeps the rules".to_owned(),
        (errors, 0) => counted(errors, "error"),
        (0, warnings) => counted(warnings, "warning"),
        (errors, warnings) => dotted(&[&counted(errors, "error"), &counted(warnings, "warning")]),
    },
    partial: "unfinished",
    best: "best",
    take_version: "Put into the editor",
};
