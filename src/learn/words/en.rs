//! English.

use verse::Form;

use super::Learn;
use crate::write::rhyme_name::numbered;

/// All phrases.
pub static LEARN: Learn = Learn {
    heading: "Learn",
    library: "Library",
    library_hint: "The regulated verse of Three Hundred Tang Poems and Poems of a Thousand Masters. Press a poem and it opens in the editor with its marks; what stood in the editor is kept among the versions. Rhyme groups and features are found by the Pingshui rhymes and usual strictness.",
    search: "Search",
    search_example: "Title, author or verse, in Chinese",
    form: "Form",
    form_name: Form::english,
    group: "Rhyme group",
    group_name: |group| numbered(group.book(), group.name(), group.class()),
    author: "Author",
    shows: "What it shows",
    any: "any",
    so_many: |name, count| format!("{name} ({count})"),
    clean: "no errors or warnings",
    broken_waist: "broken waist",
    oblique_rhymed: "oblique rhyme",
    count: |found, all| match (found, all) {
        (found, all) if found == all => format!("{all} poems"),
        (1, all) => format!("1 poem of {all}"),
        (found, all) => format!("{found} poems of {all}"),
    },
    more: |count| format!("List more ({count} are left)"),
    none: "There is no such poem. Take back a choice or two, or try other words: a title, an author, or some characters in a row, in Chinese.",
    reset: "Clear all conditions",
    list_label: "Poems; press one to open it in the editor with its marks",
};
