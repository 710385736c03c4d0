//! What a tab that is gone has left on the device of a draft, and what becomes of it.

use std::mem::replace;

use super::{
    history::History,
    merge::{Ours, keep},
    record::{Body, Head, is_id},
};
use crate::keep::{Kept, draft::Draft, left::owner, read, versions::Versions};

/// What was left of a draft: its text, or its versions.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    /// The draft. Where only versions were left its text is that of the last.
    pub draft: Draft,
    /// Whether the text is one that was in the field.
    pub is_text: bool,
    /// Its versions.
    pub versions: Versions,
    /// When another tab laid it beside, in milliseconds since 1970.
    pub at: u64,
}

impl Left {
    /// Reads what was laid beside. What cannot be read is for a later page.
    pub fn read(text: &str) -> Option<Self> {
        let (at, kept) = text.split_once(' ')?;
        let at = at.parse().ok()?;
        let id = owner(kept).filter(|id| is_id(id))?.to_owned();
        if let Some(draft) = read(kept, Draft::VERSION, Draft::from_json) {
            return Some(Self {
                draft,
                is_text: true,
                versions: Versions::default(),
                at,
            });
        }
        let versions = read(kept, Versions::VERSION, Versions::from_json)?;
        let text = versions.list.last().map(|version| version.text.clone());
        let draft = Draft {
            id,
            text: text.unwrap_or_default(),
            ..Draft::default()
        };
        Some(Self {
            draft,
            is_text: false,
            versions,
            at,
        })
    }

    /// What is to be written in place of what was found; `judged` is what the check says of the text, with the stamp of
    /// the writing. Nothing that the database has, or has had, changes by it.
    pub fn taken(self, judged: Head, found: Option<(Head, Body)>) -> Option<(Head, Body)> {
        let Self {
            draft,
            is_text,
            versions,
            at,
        } = self;
        let text = draft.text.clone();
        let is_something = !text.trim().is_empty();
        let mut body = Body {
            versions,
            ..Body::default()
        };
        let mut bases = Vec::new();
        if let Some((head, past)) = &found {
            let same = head.draft.text == text;
            let is_new = is_text && is_something && !same && !past.knows(&text);
            let is_marked = is_text && same && head.draft != draft;
            let is_last = head.changed <= at && head.deleted.is_none();
            if !(is_last && (is_new || is_marked)) {
                let new = is_new.then_some((&text[..], at));
                return found.map(|(head, past)| beside(head, past, &body, new));
            }
            // The tab went on from there: it is no other writing.
            if past.history.has(&head.draft.text) {
                bases.push(head.stamp.clone());
            }
            // What the database has comes first: it knows which version was the best.
            let left = replace(&mut body, past.clone());
            body.merge(&left);
        }
        if is_something {
            body.history.note(&text, at);
        }
        let head = Head {
            id: draft.id.clone(),
            draft,
            created: at,
            changed: at,
            ..judged
        };
        let ours = Ours {
            head,
            body,
            bases,
            writer: "-".to_owned(),
            behind_since: None,
        };
        keep(&ours, found).0
    }
}

/// The draft as it is, with what was left among its past. A draft that was thrown away stays so; there a new text is a
/// version, for whoever takes it out again.
fn beside(mut head: Head, mut past: Body, left: &Body, new: Option<(&str, u64)>) -> (Head, Body) {
    past.merge(left);
    if let Some((text, at)) = new {
        let mut step = History::default();
        step.note(text, at);
        past.history.merge(&step);
        if head.deleted.is_some() {
            past.add_own(text, at, [0, 0]);
        }
    }
    head.versions = past.versions.list.len() as u64;
    (head, past)
}

#[cfg(test)]
mod tests {
    use super::{
        super::record::tests::{body, head},
        *,
    };
    use crate::keep::to_text;

    fn draft(text: &str) -> Draft {
        Draft {
            id: "d1".to_owned(),
            text: text.to_owned(),
            ..Draft::default()
        }
    }

    fn taken(text: &str, found: Option<(Head, Body)>) -> Option<(Head, Body)> {
        let left = Left::read(&["60 ", &to_text(&draft(text))].concat()).unwrap();
        let judged = Head {
            stamp: "l-1".to_owned(),
            ..Head::default()
        };
        left.taken(judged, found)
    }

    /// A draft of the database, changed at some time, whose text has been noted.
    fn found(text: &str, changed: u64) -> (Head, Body) {
        let mut head = head("d1", text);
        head.changed = changed;
        head.versions = 1;
        let mut body = body("旧", 3);
        body.history.note("春", 4);
        body.history.note(text, changed);
        (head, body)
    }

    fn versions(body: &Body) -> Vec<&str> {
        body.versions.list.iter().map(|v| v.text.as_str()).collect()
    }

    #[test]
    fn what_the_database_has_or_has_had_changes_nothing() {
        for text in ["春眠", "春", "旧", " ", ""] {
            let mut there = found("春眠", 9);
            there.0.draft.pins.clear();
            assert_eq!(taken(text, Some(there.clone())), Some(there), "{text}");
        }
    }

    #[test]
    fn what_was_written_last_is_the_text_and_no_version_comes_of_it() {
        let (head, past) = taken("春眠不觉晓", Some(found("春眠", 9))).unwrap();
        assert_eq!(
            (&head.draft.text[..], &head.stamp[..]),
            ("春眠不觉晓", "l-1")
        );
        assert_eq!((head.changed, head.created), (60, 5));
        assert_eq!(versions(&past), ["旧"]);
        assert!(past.history.has("春眠") && past.history.is_at("春眠不觉晓"));
        // Nobody knows that the database's text has stood in a field.
        let mut other = found("春眠", 9);
        other.1.history = History::default();
        let (_, past) = taken("春眠不觉晓", Some(other)).unwrap();
        assert_eq!(versions(&past), ["旧", "春眠"]);
    }

    #[test]
    fn readings_that_were_fixed_last_are_the_drafts() {
        let (head, past) = taken("春眠", Some(found("春眠", 9))).unwrap();
        assert!(head.draft.pins.is_empty() && versions(&past) == ["旧"]);
        let (head, _) = taken("春眠", Some(found("春眠", 99))).unwrap();
        assert_eq!(head.draft.pins.len(), 1);
    }

    #[test]
    fn where_the_draft_was_written_on_since_it_is_a_step_back() {
        let (head, past) = taken("春眠不", Some(found("春眠不觉晓", 99))).unwrap();
        assert_eq!((&head.draft.text[..], head.changed), ("春眠不觉晓", 99));
        assert_eq!(versions(&past), ["旧"]);
        assert!(past.history.has("春眠不") && past.history.is_at("春眠不觉晓"));
    }

    #[test]
    fn a_draft_that_was_thrown_away_stays_so_and_loses_nothing() {
        let mut there = found("春眠", 9);
        there.0.deleted = Some(20);
        let (head, past) = taken("春眠不觉晓", Some(there)).unwrap();
        assert_eq!((&head.draft.text[..], head.deleted), ("春眠", Some(20)));
        assert_eq!(versions(&past), ["旧", "春眠不觉晓"]);
        assert_eq!(head.versions, 2);
    }

    #[test]
    fn a_draft_that_the_database_never_had_is_written() {
        let (head, past) = taken("春眠", None).unwrap();
        assert_eq!((&head.id[..], &head.draft.text[..]), ("d1", "春眠"));
        assert!(past.history.is_at("春眠"));
        assert_eq!(taken(" ", None), None);
    }

    #[test]
    fn versions_that_were_left_alone_come_to_those_that_are_there() {
        let mut all = body("新", 50).versions;
        all.draft = "d1".to_owned();
        let left = Left::read(&["60 ", &to_text(&all)].concat()).unwrap();
        assert_eq!((&left.draft.id[..], &left.draft.text[..]), ("d1", "新"));
        let there = found("春眠", 9);
        let (head, past) = left.clone().taken(Head::default(), Some(there)).unwrap();
        assert_eq!((&head.draft.text[..], head.versions), ("春眠", 2));
        assert_eq!(versions(&past), ["旧", "新"]);
        assert!(!past.history.has("新"));
        let (head, past) = left.taken(Head::default(), None).unwrap();
        assert_eq!((&head.draft.text[..], versions(&past)), ("新", vec!["新"]));
    }

    #[test]
    fn what_cannot_be_read_is_left() {
        for text in [
            "",
            "60",
            "x {}",
            "60 {oops",
            r#"60 {"version":9,"value":{"id":"d1"}}"#,
            r#"60 {"version":1,"value":{"id":"log","text":"x"}}"#,
        ] {
            assert_eq!(Left::read(text), None, "{text}");
        }
    }
}
