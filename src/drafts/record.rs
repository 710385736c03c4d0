//! A draft as it is kept: its head, which the list needs, and its body, which only who opens it
//! needs. Each is a text of JSON with the version of its form; what has another version, or cannot
//! be read, is left alone.

use serde_json::Value;

use super::{history::History, lost::Lost};
use crate::keep::{
    Kept,
    draft::Draft,
    number, object, text,
    versions::{Version, Versions, Who},
};

/// The version of the form of heads and bodies.
pub const VERSION: u64 = 1;

/// A draft without its past.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Head {
    /// Tells it from the others.
    pub id: String,
    /// Who wrote its text last: a name that every writing has of its own.
    pub stamp: String,
    /// What the person calls it; empty where its title or first line is enough.
    pub name: String,
    /// The title that the check has found.
    pub title: String,
    /// The text, and what the person has fixed in it.
    pub draft: Draft,
    /// The Chinese name of its form; empty where it has none.
    pub form: String,
    /// Its errors.
    pub errors: u64,
    /// Its warnings.
    pub warnings: u64,
    /// How many versions it has.
    pub versions: u64,
    /// When it was begun, in milliseconds since 1970.
    pub created: u64,
    /// When its text was changed last.
    pub changed: u64,
    /// When it was thrown away, where it was.
    pub deleted: Option<u64>,
}

/// The past of a draft.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Body {
    /// Its versions.
    pub versions: Versions,
    /// What stood in the field.
    pub history: History,
    /// The fixed readings of texts that stood in the field.
    pub lost: Lost,
}

impl Head {
    /// What it is called: the person's name for it, its title, or its first line; nothing where it is
    /// empty.
    pub fn called(&self) -> String {
        let named = [&self.name, &self.title]
            .into_iter()
            .find(|name| !name.is_empty());
        named
            .cloned()
            .unwrap_or_else(|| first_line(&self.draft.text))
    }

    /// The head as it is kept.
    pub fn to_json(&self) -> Value {
        object([
            ("v", VERSION.into()),
            ("id", self.id.as_str().into()),
            ("stamp", self.stamp.as_str().into()),
            ("name", self.name.as_str().into()),
            ("title", self.title.as_str().into()),
            ("draft", self.draft.to_json()),
            ("form", self.form.as_str().into()),
            ("errors", self.errors.into()),
            ("warnings", self.warnings.into()),
            ("versions", self.versions.into()),
            ("created", self.created.into()),
            ("changed", self.changed.into()),
            ("deleted", self.deleted.map_or(Value::Null, Value::from)),
        ])
    }

    /// The head as it was kept.
    pub fn from_json(value: &Value) -> Option<Self> {
        if number(value, "v")? != VERSION {
            return None;
        }
        let count = |field| number(value, field).unwrap_or(0);
        let word = |field| text(value, field).unwrap_or_default();
        let id = text(value, "id").filter(|id| is_id(id))?;
        let mut draft = Draft::from_json(value.get("draft")?)?;
        draft.id.clone_from(&id);
        Some(Self {
            id,
            draft,
            stamp: word("stamp"),
            name: word("name"),
            title: word("title"),
            form: word("form"),
            errors: count("errors"),
            warnings: count("warnings"),
            versions: count("versions"),
            created: count("created"),
            changed: count("changed"),
            deleted: number(value, "deleted"),
        })
    }
}

impl Body {
    /// The body as it is kept.
    pub fn to_json(&self) -> Value {
        let mut body = object([
            ("v", VERSION.into()),
            ("versions", self.versions.to_json()),
            ("history", self.history.to_json()),
        ]);
        // Where there are none, the body is as pages before this one kept it, and is not written anew.
        if self.lost != Lost::default() {
            body["lost"] = self.lost.to_json();
        }
        body
    }

    /// The body as it was kept.
    pub fn from_json(value: &Value) -> Option<Self> {
        if number(value, "v")? != VERSION {
            return None;
        }
        Some(Self {
            versions: Versions::from_json(value.get("versions")?)?,
            history: History::from_json(value.get("history")?)?,
            lost: Lost::from_json(value.get("lost")),
        })
    }

    /// Whether some version has this text, or it has stood in the field.
    pub fn knows(&self, text: &str) -> bool {
        self.history.has(text) || self.versions.has_text(text)
    }

    /// Adds what another body of the same draft has and this one does not.
    pub fn merge(&mut self, other: &Self) {
        self.history.merge(&other.history);
        self.lost.merge(&other.lost);
        let new = other.versions.list.iter();
        let new: Vec<Version> = new
            .filter(|theirs| !self.has(theirs))
            .map(|theirs| Version {
                best: false,
                ..theirs.clone()
            })
            .collect();
        if !new.is_empty() {
            self.versions.add_all(new);
        }
    }

    /// Whether some version is this one, whatever its number and whichever was the best.
    pub fn has(&self, version: &Version) -> bool {
        let same = |our: &Version| {
            (our.at, &our.text, &our.who) == (version.at, &version.text, &version.who)
        };
        self.versions.list.iter().any(same)
    }

    /// Adds the text of a tab that is behind since that time as a version of the person's. What it wrote before
    /// has the same time, and gives way; to nothing it does not.
    pub fn add_passing(&mut self, text: &str, at: u64, faults: [u64; 2]) {
        let is_own = |version: &Version| version.who == Who::Person && version.at == at;
        let mut own = self.versions.list.iter().filter(|version| is_own(version));
        if text.trim().is_empty() || own.any(|version| version.text == text) {
            return;
        }
        self.versions.list.retain(|version| !is_own(version));
        self.add_own(text, at, faults);
    }

    /// Adds a text as a version of the person's, unless it is nothing or there already.
    pub fn add_own(&mut self, text: &str, at: u64, [errors, warnings]: [u64; 2]) {
        if text.trim().is_empty() || self.versions.has_text(text) {
            return;
        }
        self.versions.add(Version {
            id: 0,
            text: text.to_owned(),
            who: Who::Person,
            round: 0,
            at,
            errors,
            warnings,
            best: false,
            partial: false,
        });
    }
}

/// Whether a text can be the id of a draft: what comes from a file could be anything.
pub fn is_id(id: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    id.starts_with('d') && id.len() <= 40 && id.bytes().all(is_plain)
}

/// Enough of a text to know it by.
pub fn first_line(text: &str) -> String {
    const MOST: usize = 18;
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let line = lines.next().unwrap_or_default();
    let mut short: String = line.chars().take(MOST).collect();
    if short.len() < line.len() {
        short.push('…');
    }
    short
}

/// Reads a record of the database.
pub fn read<T>(record: &str, from_json: fn(&Value) -> Option<T>) -> Option<T> {
    from_json(&serde_json::from_str(record).ok()?)
}

#[cfg(test)]
pub(super) mod tests {
    use verse::Pin;

    use super::*;

    /// A head with every field filled.
    pub fn head(id: &str, text: &str) -> Head {
        let pin = Pin {
            line: 1,
            position: 2,
            reading: "平阳".to_owned(),
        };
        let mut draft = Draft {
            text: text.to_owned(),
            pins: vec![pin],
            ..Draft::default()
        };
        draft.id = id.to_owned();
        Head {
            id: id.to_owned(),
            stamp: "w-1".to_owned(),
            name: String::new(),
            title: String::new(),
            draft,
            form: "五言绝句".to_owned(),
            errors: 1,
            warnings: 2,
            versions: 0,
            created: 5,
            changed: 7,
            deleted: None,
        }
    }

    /// A body with a version of a model's.
    pub fn body(text: &str, at: u64) -> Body {
        let mut body = Body::default();
        body.versions.add(Version {
            id: 0,
            text: text.to_owned(),
            who: Who::Model("m-1".to_owned()),
            round: 1,
            at,
            errors: 0,
            warnings: 0,
            best: true,
            partial: false,
        });
        body.history.note(text, at);
        body
    }

    #[test]
    fn heads_and_bodies_come_back_as_they_were() {
        let mut head = head("d1", "白日依山尽");
        head.deleted = Some(9);
        assert_eq!(Head::from_json(&head.to_json()), Some(head));
        let mut body = body("白日依山尽", 3);
        assert!(body.to_json().get("lost").is_none());
        for pins in [&[][..], &self::head("d1", "").draft.pins] {
            body.lost.note("白日", pins);
            assert_eq!(Body::from_json(&body.to_json()).as_ref(), Some(&body));
        }
    }

    #[test]
    fn what_is_of_another_version_is_not_read() {
        let head = head("d1", "白日").to_json().to_string();
        let body = body("白日", 1).to_json().to_string();
        assert!(read(&head, Head::from_json).is_some());
        let later = |text: &str| text.replace("\"v\":1", "\"v\":2");
        assert_eq!(read(&later(&head), Head::from_json), None);
        assert_eq!(read(&later(&body), Body::from_json), None);
        assert_eq!(read("{oops", Head::from_json), None);
        let foreign = head.replace("\"d1\"", "\"../x\"");
        assert_eq!(read(&foreign, Head::from_json), None);
    }

    #[test]
    fn a_draft_is_called_by_its_name_its_title_or_its_first_line() {
        let mut head = head("d1", "\n 清明 \n杜牧");
        assert_eq!(head.called(), "清明");
        head.title = "登高".to_owned();
        assert_eq!(head.called(), "登高");
        head.name = "给小满".to_owned();
        assert_eq!(head.called(), "给小满");
        assert_eq!(first_line(""), "");
        let long = first_line(&"山".repeat(40));
        assert_eq!(long, format!("{}…", "山".repeat(18)));
    }

    #[test]
    fn merging_adds_what_is_new_and_keeps_the_ids_apart() {
        let (mut ours, theirs) = (body("一", 1), body("二", 2));
        ours.merge(&theirs);
        ours.merge(&theirs);
        let list = &ours.versions.list;
        let texts: Vec<_> = list.iter().map(|v| (v.text.as_str(), v.best)).collect();
        assert_eq!(texts, [("一", true), ("二", false)]);
        assert_ne!(list[0].id, list[1].id);
        assert!(ours.knows("一") && ours.knows("二") && !ours.knows("三"));
    }

    #[test]
    fn of_too_many_versions_the_oldest_go_wherever_they_come_from() {
        let many = |name: &str, times: std::ops::Range<u64>| {
            let mut all = Body::default();
            for at in times {
                let mut one = body(&format!("{name}{at}"), at);
                one.versions.list[0].best = false;
                all.versions.add(one.versions.list.remove(0));
            }
            all
        };
        let mut ours = many("新", 1000..1120);
        let before = ours.versions.clone();
        ours.merge(&many("旧", 0..100));
        assert_eq!(ours.versions.list.len(), before.list.len());
        assert!(ours.knows("新1000") && !ours.knows("旧99"));
        let mut short = many("新", 1000..1090);
        short.merge(&many("旧", 0..100));
        assert!(short.knows("新1000") && short.knows("旧99") && !short.knows("旧0"));
    }

    #[test]
    fn a_later_text_of_a_tab_that_is_behind_takes_the_place_of_the_earlier() {
        let mut body = body("一", 1);
        body.add_passing("二", 8, [0, 0]);
        body.add_passing("二三", 8, [0, 0]);
        body.add_passing("一", 9, [0, 0]);
        body.add_passing(" \n", 9, [0, 0]);
        let texts: Vec<_> = body.versions.list.iter().map(|v| &v.text[..]).collect();
        assert_eq!(texts, ["一", "二三"]);
    }

    #[test]
    fn two_versions_may_have_the_same_time() {
        let mut body = body("一", 1);
        for text in ["二", "三", "二", "一", " \n"] {
            body.add_own(text, 8, [0, 0]);
        }
        let texts: Vec<_> = body.versions.list.iter().map(|v| &v.text[..]).collect();
        assert_eq!(texts, ["一", "二", "三"]);
    }

    #[test]
    fn an_id_is_plain() {
        for (id, is) in [
            ("d1k-9", true),
            ("", false),
            ("x1", false),
            ("d/..", false),
            ("dÄ", false),
        ] {
            assert_eq!(is_id(id), is, "{id}");
        }
        assert!(!is_id(&"d".repeat(41)));
    }
}
