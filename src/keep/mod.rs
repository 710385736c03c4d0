//! What survives a reload: the draft, the versions, the settings, and the key where it may.
//!
//! Everything goes through [`Store`], so that all of this is tested without a browser. What is
//! found and cannot be read is never deleted: it is kept aside under another name.

pub mod draft;
pub mod entrants;
pub mod joined;
pub mod key;
pub mod left;
pub mod log;
pub mod memory;
pub mod plan;
pub mod progress;
pub mod sealed;
pub mod settings;
pub mod versions;
pub mod wish;
pub mod written;

use serde_json::Value;

/// A place for named texts.
pub trait Store {
    /// The text under a name, if there is one.
    fn read(&self, name: &str) -> Result<Option<String>, Refused>;
    /// Puts a text under a name.
    fn write(&self, name: &str, text: &str) -> Result<(), Refused>;
    /// Takes away what stands under a name.
    fn remove(&self, name: &str) -> Result<(), Refused>;
}

/// The store does not do it: it is full, or the browser denies it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

/// Something that is kept under a name.
///
/// The form is written and read by hand: what `derive` makes for a handful of small types is 5 KB
/// of code (gzip), and what is read here must be taken with caution anyway.
pub trait Kept: Sized {
    /// The name in the store.
    const NAME: &'static str;
    /// The version of the form in which it is kept. Another version counts as unreadable.
    const VERSION: u64;

    /// The thing as it is kept.
    fn to_json(&self) -> Value;

    /// The thing as it was kept, unless it is something else.
    fn from_json(value: &Value) -> Option<Self>;
}

/// An object with these fields. (The macro of serde_json writes all of this out at every place.)
pub(crate) fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    object_of(&mut fields.into_iter())
}

fn object_of(fields: &mut dyn Iterator<Item = (&str, Value)>) -> Value {
    let mut object = serde_json::Map::new();
    // One by one: `collect` would sort them first, with a sort of its own.
    for (name, value) in fields {
        object.insert(name.to_owned(), value);
    }
    Value::Object(object)
}

/// The text in a field of an object.
pub(crate) fn text(value: &Value, field: &str) -> Option<String> {
    value.get(field)?.as_str().map(str::to_owned)
}

/// The whole number in a field of an object.
pub(crate) fn number(value: &Value, field: &str) -> Option<u64> {
    value.get(field)?.as_u64()
}

/// Whether a field of an object is true.
pub(crate) fn is_true(value: &Value, field: &str) -> bool {
    value.get(field).and_then(Value::as_bool).unwrap_or(false)
}

/// What was found in a store.
#[derive(Debug, PartialEq)]
pub enum Found<T> {
    /// Nothing: a first visit.
    Nothing,
    /// The thing itself.
    Value(T),
    /// Something else, which has been kept aside under this name.
    SetAside(String),
    /// The store does not answer, or has no room to keep aside what cannot be read. Nothing may
    /// be written under the name.
    Refused,
}

/// Reads what is kept.
pub fn load<T: Kept>(store: &dyn Store) -> Found<T> {
    let text = match store.read(T::NAME) {
        Ok(Some(text)) => text,
        Ok(None) => return Found::Nothing,
        Err(Refused) => return Found::Refused,
    };
    match read(&text, T::VERSION, T::from_json) {
        Some(value) => Found::Value(value),
        None => set_aside(store, T::NAME, &text).map_or(Found::Refused, Found::SetAside),
    }
}

/// Reads what a text that was kept holds, where it is of this version.
pub(crate) fn read<T>(text: &str, version: u64, from_json: fn(&Value) -> Option<T>) -> Option<T> {
    let envelope: Value = serde_json::from_str(text).ok()?;
    if number(&envelope, "version")? != version {
        return None;
    }
    from_json(envelope.get("value")?)
}

/// The text under which a value is kept.
pub fn to_text<T: Kept>(value: &T) -> String {
    object([("version", T::VERSION.into()), ("value", value.to_json())]).to_string()
}

/// How many unreadable things are kept aside under one name, at most.
const ASIDE: usize = 20;

/// Moves a text to the first free name beside `name`, without ever writing over anything.
fn set_aside(store: &dyn Store, name: &str, text: &str) -> Result<String, Refused> {
    for number in 1..=ASIDE {
        let aside = format!("{name}.aside-{number}");
        match store.read(&aside)? {
            Some(same) if same == text => {}
            Some(_) => continue,
            None => store.write(&aside, text)?,
        }
        store.remove(name)?;
        return Ok(aside);
    }
    Err(Refused)
}

#[cfg(test)]
mod tests {
    use super::{memory::MemoryStore, *};

    #[derive(Debug, PartialEq)]
    struct Note {
        text: String,
    }

    impl Kept for Note {
        const NAME: &'static str = "note";
        const VERSION: u64 = 2;

        fn to_json(&self) -> Value {
            object([("text", self.text.as_str().into())])
        }

        fn from_json(value: &Value) -> Option<Self> {
            text(value, "text").map(|text| Self { text })
        }
    }

    #[test]
    fn what_is_kept_comes_back() {
        let store = MemoryStore::default();
        assert_eq!(load::<Note>(&store), Found::Nothing);
        let note = Note {
            text: "山\u{1F600}\n".to_owned(),
        };
        store.write("note", &to_text(&note)).unwrap();
        assert_eq!(load(&store), Found::Value(note));
    }

    #[test]
    fn the_unreadable_is_kept_aside_and_nothing_is_written_over() {
        let store = MemoryStore::default();
        let foreign = [
            "{oops",
            "",
            "[1,2]",
            r#"{"version":2,"value":{"tune":"水调歌头"}}"#,
            r#"{"version":9,"value":{"text":"later"}}"#,
        ];
        for (index, text) in foreign.into_iter().enumerate() {
            store.write("note", text).unwrap();
            let aside = format!("note.aside-{}", index + 1);
            assert_eq!(load::<Note>(&store), Found::SetAside(aside.clone()));
            assert_eq!(store.read(&aside).unwrap().as_deref(), Some(text));
            assert_eq!(store.read("note").unwrap(), None);
        }
        store.write("note", foreign[0]).unwrap();
        assert_eq!(
            load::<Note>(&store),
            Found::SetAside("note.aside-1".to_owned())
        );
    }

    #[test]
    fn without_room_the_unreadable_stays_where_it_is() {
        let store = MemoryStore::default();
        store.write("note", "{oops").unwrap();
        store.refuse_writes(true);
        assert_eq!(load::<Note>(&store), Found::Refused);
        assert_eq!(store.read("note").unwrap().as_deref(), Some("{oops"));
    }

    #[test]
    fn a_denied_store_says_so() {
        let store = MemoryStore::default();
        store.refuse_reads(true);
        assert_eq!(load::<Note>(&store), Found::Refused);
    }
}
