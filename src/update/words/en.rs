//! English.

use super::Phrases;

/// All phrases.
pub static PHRASES: Phrases = Phrases {
    new_version: "There is a new version of this page. Using it loads the page again; your draft is kept.",
    waits: "There is a new version of this page. A model is answering; please use it when that is done.",
    take: "Use it now",
    later: "Later",
};
