//! Where a tab is: which draft it has open, and what the text of that goes back to. Kept for the tab,
//! so that after a reload its own unfinished writing is not taken for another tab's.

use serde_json::Value;

use crate::keep::{Kept, object, text};

/// Where a tab is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The draft, by its id.
    pub draft: String,
    /// The stamp of the text that was read or written last, and of the one that was on its way.
    pub bases: Vec<String>,
}

impl Kept for Place {
    const NAME: &'static str = "yinchuang.place";
    const VERSION: u64 = 1;

    fn to_json(&self) -> Value {
        object([
            ("draft", self.draft.as_str().into()),
            ("bases", self.bases.iter().map(String::as_str).collect()),
        ])
    }

    fn from_json(value: &Value) -> Option<Self> {
        let bases = value.get("bases")?.as_array()?.iter();
        let bases = bases.map(|base| base.as_str().map(str::to_owned));
        Some(Self {
            draft: text(value, "draft")?,
            bases: bases.collect::<Option<_>>()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keep::{Found, Store, load, memory::MemoryStore, to_text};

    #[test]
    fn it_comes_back_as_it_was() {
        let store = MemoryStore::default();
        let place = Place {
            draft: "d1".to_owned(),
            bases: vec!["a-1".to_owned(), "a-2".to_owned()],
        };
        store.write(Place::NAME, &to_text(&place)).unwrap();
        assert_eq!(load(&store), Found::Value(place));
    }
}
