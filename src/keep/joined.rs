//! Two tabs keep one thing under one name: what each has changed of it since they last agreed, of both.

use serde_json::Value;

use super::{Kept, Store, read};

/// What is kept under the name now, where another tab has changed it since it was `last` read or written here.
pub fn elsewhere<T: Kept>(store: &dyn Store, last: &str) -> Option<T> {
    let text = store.read(T::NAME).ok().flatten()?;
    let is_new = text != last;
    is_new
        .then(|| read(&text, T::VERSION, T::from_json))
        .flatten()
}

/// A thing with what this tab has changed of it since both agreed on `base`, and what the other has. Of what both
/// have changed, this tab's stays. `base` is a text that [`super::to_text`] gave; where it is something else, all of ours is
/// taken for changed.
pub fn join<T: Kept>(base: &str, ours: &T, theirs: &T) -> Option<T> {
    let base: Value = serde_json::from_str(base).unwrap_or_default();
    let base = base.get("value").unwrap_or(&Value::Null);
    T::from_json(&joined(base, ours.to_json(), &theirs.to_json()))
}

fn joined(base: &Value, ours: Value, theirs: &Value) -> Value {
    if theirs == base || ours == *theirs {
        return ours;
    }
    if ours == *base {
        return theirs.clone();
    }
    match (ours, theirs) {
        (Value::Object(mut ours), Value::Object(theirs)) => {
            for (name, theirs) in theirs {
                let our = ours.get(name).cloned().unwrap_or_default();
                let base = base.get(name).unwrap_or(&Value::Null);
                ours.insert(name.clone(), joined(base, our, theirs));
            }
            Value::Object(ours)
        }
        // A set of words. (In other lists a place means something: of what both have changed, ours stays.)
        (Value::Array(mut ours), Value::Array(theirs))
            if ours.iter().chain(theirs).all(Value::is_string) =>
        {
            let none = Vec::new();
            let base = base.as_array().unwrap_or(&none);
            ours.retain(|value| theirs.contains(value) || !base.contains(value));
            let new = |value: &&Value| !base.contains(value);
            for value in theirs.iter().filter(new) {
                if !ours.contains(value) {
                    ours.push(value.clone());
                }
            }
            Value::Array(ours)
        }
        (ours, _) => ours,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keep::{Found, load, memory::MemoryStore, progress::Progress, to_text};

    fn progress(solved: &[&str], own: &str) -> Progress {
        Progress {
            solved: solved.iter().map(|&id| id.to_owned()).collect(),
            own: own.to_owned(),
            ..Progress::default()
        }
    }

    #[test]
    fn what_was_solved_in_either_is_solved_and_what_is_gone_is_gone() {
        let base = to_text(&progress(&["a", "b"], ""));
        let both = join(
            &base,
            &progress(&["b", "c"], ""),
            &progress(&["a", "b", "d"], "山中"),
        );
        assert_eq!(both, Some(progress(&["b", "c", "d"], "山中")));
    }

    #[test]
    fn of_what_both_have_changed_ours_stays() {
        let base = to_text(&progress(&[], "春"));
        let both = join(&base, &progress(&[], "春眠"), &progress(&["a"], "春风"));
        assert_eq!(both, Some(progress(&["a"], "春眠")));
        // A base that cannot be read.
        let both = join("", &progress(&[], "春眠"), &progress(&[], "春风"));
        assert_eq!(both, Some(progress(&[], "春眠")));
    }

    #[test]
    fn only_what_another_has_written_is_looked_at() {
        let store = MemoryStore::default();
        let ours = to_text(&Progress::default());
        assert_eq!(elsewhere::<Progress>(&store, &ours), None);
        store.write(Progress::NAME, &ours).unwrap();
        assert_eq!(elsewhere::<Progress>(&store, &ours), None);
        let theirs = progress(&["a"], "");
        store.write(Progress::NAME, &to_text(&theirs)).unwrap();
        assert_eq!(elsewhere(&store, &ours), Some(theirs));
        store.write(Progress::NAME, "{oops").unwrap();
        assert_eq!(elsewhere::<Progress>(&store, &ours), None);
        assert!(matches!(load::<Progress>(&store), Found::SetAside(_)));
    }
}
