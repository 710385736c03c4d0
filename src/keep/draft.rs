//! The draft: what stands in the text field, the readings that the person has fixed in it, the
//! characters that are locked, and the pattern that it is written into.

use muse::Lock;
use serde_json::Value;
use verse::Pin;

use super::{Kept, number, object, plan::Plan, text};

/// The draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The id of the draft in the database; empty until the database has it.
    pub id: String,
    /// The text, exactly as it was written.
    pub text: String,
    /// The readings that the person has fixed.
    pub pins: Vec<Pin>,
    /// The characters that are locked.
    pub locks: Vec<Lock>,
    /// The pattern.
    pub plan: Plan,
}

/// A fixed reading as it is kept.
pub(crate) fn pin_to_json(pin: &Pin) -> Value {
    object([
        ("line", pin.line.into()),
        ("position", pin.position.into()),
        ("reading", pin.reading.as_str().into()),
    ])
}

/// A fixed reading as it was kept.
pub(crate) fn pin(value: &Value) -> Option<Pin> {
    Some(Pin {
        line: place(value, "line")?,
        position: place(value, "position")?,
        reading: text(value, "reading")?,
    })
}

fn place(value: &Value, field: &str) -> Option<usize> {
    usize::try_from(number(value, field)?).ok()
}

impl Kept for Draft {
    const NAME: &'static str = "yinchuang.draft";
    const VERSION: u64 = 1;

    fn to_json(&self) -> Value {
        let lock = |lock: &Lock| {
            object([
                ("line", lock.line.into()),
                ("position", lock.position.into()),
                ("character", lock.character.to_string().into()),
            ])
        };
        object([
            ("id", self.id.as_str().into()),
            ("text", self.text.as_str().into()),
            ("pins", self.pins.iter().map(pin_to_json).collect()),
            ("locks", self.locks.iter().map(lock).collect()),
            ("plan", self.plan.to_json()),
        ])
    }

    /// Pages before this one knew no pins, no locks, no pattern, and one draft only.
    fn from_json(value: &Value) -> Option<Self> {
        let lock = |value: &Value| {
            Some(Lock {
                line: place(value, "line")?,
                position: place(value, "position")?,
                character: text(value, "character")?.chars().next()?,
            })
        };
        let list = |field| value.get(field).and_then(Value::as_array);
        let (pins, locks) = (list("pins"), list("locks"));
        Some(Self {
            id: text(value, "id").unwrap_or_default(),
            text: text(value, "text")?,
            pins: pins.into_iter().flatten().filter_map(pin).collect(),
            locks: locks.into_iter().flatten().filter_map(lock).collect(),
            plan: value.get("plan").map(Plan::from_json).unwrap_or_default(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keep::{Found, Store, load, memory::MemoryStore, to_text};

    #[test]
    fn what_belongs_to_a_text_is_kept_and_a_draft_without_it_is_read() {
        let store = MemoryStore::default();
        let draft = Draft {
            id: "d1".to_owned(),
            text: "两个黄鹂鸣翠柳".to_owned(),
            pins: vec![Pin {
                line: 1,
                position: 3,
                reading: "平阳".to_owned(),
            }],
            locks: vec![Lock {
                line: 1,
                position: 1,
                character: '两',
            }],
            plan: Plan {
                on: true,
                form: Some(verse::Form::SevenQuatrain),
                opening: None,
                ..Plan::default()
            },
        };
        store.write(Draft::NAME, &to_text(&draft)).unwrap();
        assert_eq!(load::<Draft>(&store), Found::Value(draft));
        let old = r#"{"version":1,"value":{"text":"a","pins":[{"line":-1},3],"locks":[{"line":1,"position":1,"character":""}]}}"#;
        store.write(Draft::NAME, old).unwrap();
        let Found::Value(draft) = load::<Draft>(&store) else {
            unreachable!("an older draft is read");
        };
        assert_eq!((draft.text.as_str(), draft.pins.len()), ("a", 0));
        assert_eq!((draft.locks.len(), draft.plan), (0, Plan::default()));
        assert_eq!(draft.id, "");
    }
}
