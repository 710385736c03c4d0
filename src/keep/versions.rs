//! The versions of a poem: what the models wrote, and what stood in the field before.

use serde_json::Value;

use super::{Kept, is_true, number, object, text};

/// Versions that are kept; the oldest go first, but never a best one before the others.
pub const MOST: usize = 120;

/// The versions, oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Versions {
    /// The id of the draft that they are of; empty until the database has it.
    pub draft: String,
    /// The list.
    pub list: Vec<Version>,
}

/// A poem as it stood at some time.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// Tells it from the others.
    pub id: u64,
    /// The text.
    pub text: String,
    /// Who wrote it.
    pub who: Who,
    /// 0 for a draft, then the round of revision.
    pub round: u64,
    /// When, in milliseconds since 1970.
    pub at: u64,
    /// Its errors.
    pub errors: u64,
    /// Its warnings.
    pub warnings: u64,
    /// Whether it is the best of the last run.
    pub best: bool,
    /// Whether it ended before it was whole.
    pub partial: bool,
}

/// Who wrote a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// The person at the desk.
    Person,
    /// A model, by its name.
    Model(String),
}

impl Versions {
    /// Adds a version and gives back its id. Its own id is not looked at.
    pub fn add(&mut self, version: Version) -> u64 {
        let id = self.next_id();
        self.list.push(Version { id, ..version });
        self.trim();
        id
    }

    /// Adds several among the others, in the order of their times: where they are too many, the oldest of all
    /// go. Their own ids are not looked at.
    pub fn add_all(&mut self, versions: Vec<Version>) {
        for version in versions {
            let id = self.next_id();
            self.list.push(Version { id, ..version });
        }
        self.list.sort_by_key(|version| version.at);
        self.trim();
    }

    fn next_id(&self) -> u64 {
        let ids = self.list.iter().map(|version| version.id);
        ids.max().unwrap_or(0).saturating_add(1)
    }

    fn trim(&mut self) {
        while self.list.len() > MOST {
            let oldest = self.list.iter().position(|other| !other.best).unwrap_or(0);
            self.list.remove(oldest);
        }
    }

    /// Whether some version has this text.
    pub fn has_text(&self, text: &str) -> bool {
        self.list
            .iter()
            .any(|version| version.text.trim() == text.trim())
    }

    /// Makes one version the best, and no other.
    pub fn set_best(&mut self, id: Option<u64>) {
        for version in &mut self.list {
            version.best = Some(version.id) == id;
        }
    }

    /// The version with this id.
    pub fn find(&self, id: u64) -> Option<&Version> {
        self.list.iter().find(|version| version.id == id)
    }
}

impl Kept for Versions {
    const NAME: &'static str = "yinchuang.versions";
    const VERSION: u64 = 1;

    fn to_json(&self) -> Value {
        let version = |version: &Version| {
            let model = match &version.who {
                Who::Person => Value::Null,
                Who::Model(name) => name.as_str().into(),
            };
            object([
                ("id", version.id.into()),
                ("text", version.text.as_str().into()),
                ("model", model),
                ("round", version.round.into()),
                ("at", version.at.into()),
                ("errors", version.errors.into()),
                ("warnings", version.warnings.into()),
                ("best", version.best.into()),
                ("partial", version.partial.into()),
            ])
        };
        let list: Value = self.list.iter().map(version).collect();
        if self.draft.is_empty() {
            return list;
        }
        object([("draft", self.draft.as_str().into()), ("list", list)])
    }

    /// A page that knew one draft only kept the bare list. All versions, or nothing: a list with one that cannot be read is kept aside as a whole.
    fn from_json(value: &Value) -> Option<Self> {
        let version = |value: &Value| {
            Some(Version {
                id: number(value, "id")?,
                text: text(value, "text")?,
                who: text(value, "model").map_or(Who::Person, Who::Model),
                round: number(value, "round")?,
                at: number(value, "at")?,
                errors: number(value, "errors")?,
                warnings: number(value, "warnings")?,
                best: is_true(value, "best"),
                partial: is_true(value, "partial"),
            })
        };
        let list = value
            .get("list")
            .unwrap_or(value)
            .as_array()?
            .iter()
            .map(version)
            .collect::<Option<Vec<_>>>()?;
        Some(Self {
            draft: text(value, "draft").unwrap_or_default(),
            list,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keep::{Found, Store, load, memory::MemoryStore, to_text};

    fn version(text: &str) -> Version {
        Version {
            id: 0,
            text: text.to_owned(),
            who: Who::Model("m-1".to_owned()),
            round: 1,
            at: 1_790_000_000_000,
            errors: 2,
            warnings: 0,
            best: false,
            partial: false,
        }
    }

    #[test]
    fn every_version_has_an_id_of_its_own() {
        let mut versions = Versions::default();
        assert_eq!(
            [versions.add(version("一")), versions.add(version("二"))],
            [1, 2]
        );
        assert_eq!(versions.find(2).unwrap().text, "二");
        assert!(versions.has_text(" 一\n"));
        assert!(!versions.has_text("三"));
    }

    #[test]
    fn one_is_the_best() {
        let mut versions = Versions::default();
        let ids = ["一", "二"].map(|text| versions.add(version(text)));
        versions.set_best(Some(ids[0]));
        versions.set_best(Some(ids[1]));
        let best: Vec<_> = versions
            .list
            .iter()
            .filter(|v| v.best)
            .map(|v| v.id)
            .collect();
        assert_eq!(best, [ids[1]]);
        versions.set_best(None);
        assert!(versions.list.iter().all(|v| !v.best));
    }

    #[test]
    fn the_oldest_go_and_the_best_stays() {
        let mut versions = Versions::default();
        let best = versions.add(version("best"));
        versions.set_best(Some(best));
        for number in 0..MOST {
            versions.add(version(&number.to_string()));
        }
        assert_eq!(versions.list.len(), MOST);
        assert!(versions.find(best).is_some());
        assert!(!versions.has_text("0"));
        assert!(versions.has_text(&(MOST - 1).to_string()));
    }

    #[test]
    fn versions_come_back_as_they_were() {
        let store = MemoryStore::default();
        let mut versions = Versions::default();
        versions.add(version("远上寒山石径斜\n"));
        versions.add(Version {
            who: Who::Person,
            ..version("霜叶")
        });
        for draft in ["", "d1"] {
            versions.draft = draft.to_owned();
            store.write(Versions::NAME, &to_text(&versions)).unwrap();
            assert_eq!(load(&store), Found::Value(versions.clone()));
        }
    }

    #[test]
    fn a_list_with_something_foreign_in_it_is_kept_aside_whole() {
        let store = MemoryStore::default();
        let mut versions = Versions::default();
        versions.add(version("远上寒山石径斜\n"));
        let foreign = to_text(&versions).replace("\"round\":1", "\"round\":-1");
        store.write(Versions::NAME, &foreign).unwrap();
        let aside = "yinchuang.versions.aside-1";
        assert_eq!(load::<Versions>(&store), Found::SetAside(aside.to_owned()));
        assert_eq!(store.read(aside).unwrap(), Some(foreign));
    }
}
