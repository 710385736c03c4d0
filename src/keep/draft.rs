//! The draft: what stands in the text field, and the readings that the person has fixed in it.

use serde_json::Value;
use verse::Pin;

use super::{Kept, number, object, text};

/// The draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The id of the draft in the database; empty until the database has it.
    pub id: String,
    /// The text, exactly as it was written.
    pub text: String,
    /// The readings that the person has fixed.
    pub pins: Vec<Pin>,
}

impl Kept for Draft {
    const NAME: &'static str = "yinchuang.draft";
    const VERSION: u64 = 1;

    fn to_json(&self) -> Value {
        let pin = |pin: &Pin| {
            object([
                ("line", pin.line.into()),
                ("position", pin.position.into()),
                ("reading", pin.reading.as_str().into()),
            ])
        };
        object([
            ("id", self.id.as_str().into()),
            ("text", self.text.as_str().into()),
            ("pins", self.pins.iter().map(pin).collect()),
        ])
    }

    /// A page before this one knew no pins, and one draft only.
    fn from_json(value: &Value) -> Option<Self> {
        let pin = |value: &Value| {
            Some(Pin {
                line: usize::try_from(number(value, "line")?).ok()?,
                position: usize::try_from(number(value, "position")?).ok()?,
                reading: text(value, "reading")?,
            })
        };
        let pins = value.get("pins").and_then(Value::as_array);
        Some(Self {
            id: text(value, "id").unwrap_or_default(),
            text: text(value, "text")?,
            pins: pins.into_iter().flatten().filter_map(pin).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keep::{Found, Store, load, memory::MemoryStore, to_text};

    #[test]
    fn pins_are_kept_and_a_draft_without_them_is_read() {
        let store = MemoryStore::default();
        let draft = Draft {
            id: "d1".to_owned(),
            text: "两个黄鹂鸣翠柳".to_owned(),
            pins: vec![Pin {
                line: 1,
                position: 3,
                reading: "平阳".to_owned(),
            }],
        };
        store.write(Draft::NAME, &to_text(&draft)).unwrap();
        assert_eq!(load::<Draft>(&store), Found::Value(draft));
        let old = r#"{"version":1,"value":{"text":"a","pins":[{"line":-1},3]}}"#;
        store.write(Draft::NAME, old).unwrap();
        let Found::Value(draft) = load::<Draft>(&store) else {
            unreachable!("an older draft is read");
        };
        assert_eq!((draft.text.as_str(), draft.pins.len()), ("a", 0));
        assert_eq!(draft.id, "");
    }
}
