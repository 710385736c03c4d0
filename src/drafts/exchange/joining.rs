//! A draft from a file beside the one of the same id that is there.

use crate::{
    drafts::record::{Body, Head},
    keep::{draft::Draft, plan::Plan},
};

/// Makes one draft of both. The text that is there stays, and the other is a version of it. What the other has of its
/// own and this one does not comes along: its name, and, where the text is the same, what was fixed in it.
pub fn join(there: (Head, Body), came: (Head, Body)) -> (Head, Body) {
    let (mut head, mut body) = there;
    let (other, past) = came;
    body.merge(&past);
    let is_same = other.draft.text == head.draft.text;
    if !is_same && !body.history.has(&other.draft.text) {
        body.add_own(
            &other.draft.text,
            other.changed,
            [other.errors, other.warnings],
        );
    }
    if is_same && take_marks(&mut head.draft, &other.draft) {
        // Who has this draft open takes them too: it is a writing that goes back to nothing he knows.
        head.stamp = other.stamp;
        (head.title, head.form) = (other.title, other.form);
        (head.errors, head.warnings) = (other.errors, other.warnings);
    }
    if head.name.is_empty() {
        head.name = other.name;
    }
    head.versions = body.versions.list.len() as u64;
    head.deleted = None;
    (head, body)
}

/// Takes the readings, the locks and the pattern of another draft of the same text where there are none. Says whether
/// there were some.
pub fn take_marks(ours: &mut Draft, theirs: &Draft) -> bool {
    let before = ours.clone();
    if ours.pins.is_empty() {
        ours.pins.clone_from(&theirs.pins);
    }
    if ours.locks.is_empty() {
        ours.locks.clone_from(&theirs.locks);
    }
    if ours.plan == Plan::default() {
        ours.plan = theirs.plan;
    }
    *ours != before
}

#[cfg(test)]
mod tests {
    use muse::Lock;

    use super::*;
    use crate::drafts::record::tests::{body, head};

    #[test]
    fn a_draft_that_is_there_keeps_its_text_and_gets_the_other_as_a_version() {
        let there = (head("d1", "今"), body("今", 5));
        let came = (head("d1", "昔"), body("旧", 3));
        let (head, body) = join(there.clone(), came.clone());
        assert_eq!(head.draft.text, "今");
        let texts: Vec<_> = body.versions.list.iter().map(|v| &v.text[..]).collect();
        assert_eq!(texts, ["旧", "今", "昔"]);
        assert_eq!(head.versions, 3);
        // The same file once more changes nothing.
        assert_eq!(join((head.clone(), body.clone()), came), (head, body));
    }

    #[test]
    fn a_name_comes_along_where_there_is_none() {
        let mut named = head("d1", "昔");
        named.name = "登高".to_owned();
        let joined = |name: &str| {
            let mut there = head("d1", "今");
            there.name = name.to_owned();
            let (head, _) = join((there, Body::default()), (named.clone(), Body::default()));
            head.name
        };
        assert_eq!([joined(""), joined("旧名")], ["登高", "旧名"]);
    }

    #[test]
    fn what_is_fixed_comes_along_with_the_same_text_where_nothing_is() {
        let mut marked = head("d1", "今");
        marked.stamp = "w-9".to_owned();
        marked.errors = 7;
        marked.draft.locks = vec![Lock {
            line: 1,
            position: 1,
            character: '今',
        }];
        marked.draft.plan = Plan {
            on: true,
            ..Plan::default()
        };
        let joined = |there: &Head| {
            let (head, _) = join(
                (there.clone(), Body::default()),
                (marked.clone(), Body::default()),
            );
            head
        };
        let mut bare = head("d1", "今");
        bare.draft.pins.clear();
        let taken = joined(&bare);
        assert_eq!(taken.draft, marked.draft);
        assert_eq!((&taken.stamp[..], taken.errors), ("w-9", 7));
        let mut own = marked.clone();
        own.stamp = "w-2".to_owned();
        own.draft.pins[0].reading = "平东".to_owned();
        assert_eq!(joined(&own), own);
        let mut other = head("d1", "昔");
        other.draft.pins.clear();
        assert_eq!(joined(&other).draft, other.draft);
    }

    #[test]
    fn a_version_of_the_same_time_stays() {
        let mut past = Body::default();
        past.add_own("自存的一版", 7, [0, 0]);
        let there = (head("d1", "今"), past);
        let (_, body) = join(there, (head("d1", "昔"), Body::default()));
        assert!(body.versions.has_text("自存的一版") && body.versions.has_text("昔"));
    }
}
