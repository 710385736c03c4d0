//! How far a person has come in the course.

use serde_json::Value;

use super::{Kept, object, text};

/// Solved exercises that are kept; far more than the course has.
const MOST: usize = 1000;

/// How far a person has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// The ids of the exercises that have been solved.
    pub solved: Vec<String>,
    /// The id of the lesson that was open last.
    pub last: Option<String>,
    /// The person's own quatrain, as it was written.
    pub own: String,
    /// The person's own lyric, likewise.
    pub own_lyric: String,
}

impl Progress {
    /// Whether an exercise has been solved.
    pub fn has(&self, id: &str) -> bool {
        self.solved.iter().any(|solved| solved == id)
    }

    /// Notes that an exercise has been solved.
    pub fn add(&mut self, id: &str) {
        if !self.has(id) && self.solved.len() < MOST {
            self.solved.push(id.to_owned());
        }
    }
}

impl Kept for Progress {
    const NAME: &'static str = "yinchuang.progress";
    const VERSION: u64 = 1;

    fn to_json(&self) -> Value {
        let solved = self.solved.iter().map(|id| Value::from(id.as_str()));
        object([
            ("solved", solved.collect()),
            ("last", self.last.clone().into()),
            ("own", self.own.as_str().into()),
            ("own_lyric", self.own_lyric.as_str().into()),
        ])
    }

    fn from_json(value: &Value) -> Option<Self> {
        let solved = value.get("solved")?.as_array()?.iter().take(MOST);
        Some(Self {
            solved: solved
                .map(|id| id.as_str().map(str::to_owned))
                .collect::<Option<_>>()?,
            last: text(value, "last"),
            own: text(value, "own")?,
            // Older progress has none.
            own_lyric: text(value, "own_lyric").unwrap_or_default(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keep::{Found, Store, load, memory::MemoryStore, to_text};

    #[test]
    fn what_was_solved_comes_back_and_is_noted_once() {
        let store = MemoryStore::default();
        let mut progress = Progress::default();
        progress.add("tones.mark.tang-002.1");
        progress.add("tones.mark.tang-002.1");
        assert_eq!(progress.solved.len(), 1);
        progress.last = Some("tones".to_owned());
        progress.own = "山中\n".to_owned();
        progress.own_lyric = "常记\n".to_owned();
        store.write(Progress::NAME, &to_text(&progress)).unwrap();
        assert_eq!(load(&store), Found::Value(progress));
    }

    #[test]
    fn one_that_nobody_has_begun_comes_back_too() {
        let store = MemoryStore::default();
        let none = to_text(&Progress::default());
        store.write(Progress::NAME, &none).unwrap();
        assert_eq!(load(&store), Found::Value(Progress::default()));
    }

    #[test]
    fn what_was_kept_before_there_were_lyrics_is_read() {
        let store = MemoryStore::default();
        let old = r#"{"version":1,"value":{"solved":["own.quatrain"],"last":"own","own":"山中"}}"#;
        store.write(Progress::NAME, old).unwrap();
        let Found::Value(progress) = load::<Progress>(&store) else {
            panic!("it is no progress");
        };
        assert!(progress.has("own.quatrain"));
        assert_eq!(progress.last.as_deref(), Some("own"));
        assert_eq!(progress.own, "山中");
        assert_eq!(progress.own_lyric, "");
    }

    #[test]
    fn something_else_is_no_progress() {
        let store = MemoryStore::default();
        for text in [
            r#"{"version":1,"value":{"solved":[3],"own":""}}"#,
            r#"{"version":1,"value":{"own":""}}"#,
            r#"{"version":2,"value":{"solved":[],"own":""}}"#,
        ] {
            store.write(Progress::NAME, text).unwrap();
            assert!(matches!(load::<Progress>(&store), Found::SetAside(_)));
        }
    }
}
