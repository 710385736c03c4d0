//! Writing a draft that another tab may have written meanwhile. Whatever comes of it, both texts are
//! there afterwards.

use super::{
    lost::Lost,
    record::{Body, Head},
};

/// A draft as a tab has it.
#[derive(Clone, Debug)]
pub struct Ours {
    /// The draft. Its stamp is the one that this writing gets; name, times of beginning and deletion
    /// are the database's.
    pub head: Head,
    /// Its past.
    pub body: Body,
    /// The stamps that its text goes back to: what was read or written last, and what may have been
    /// written before the page went. None where nobody knows.
    pub bases: Vec<String>,
    /// The beginning of all stamps of this tab.
    pub writer: String,
    /// Since when this tab has been behind another, in milliseconds since 1970.
    pub behind_since: Option<u64>,
}

/// What came of a writing.
#[derive(Clone, Debug, PartialEq)]
pub enum Fate {
    /// The draft has our text now.
    Kept,
    /// Another tab has given it this text; ours is among the versions.
    Behind(Box<Head>),
    /// Another tab has the same text with these readings, locks and pattern, which are the draft's now.
    Marked(Box<Head>),
    /// There is nothing to keep.
    Nothing,
}

/// What is to be written in place of what was found, and what has come of ours.
pub fn keep(ours: &Ours, found: Option<(Head, Body)>) -> (Option<(Head, Body)>, Fate) {
    let mut head = ours.head.clone();
    let mut body = ours.body.clone();
    let text = &ours.head.draft.text;
    let Some((theirs, their_body)) = found else {
        if text.trim().is_empty() && body.versions.list.is_empty() {
            return (None, Fate::Nothing);
        }
        head.versions = body.versions.list.len() as u64;
        return (Some((head, body)), Fate::Kept);
    };
    let same = theirs.draft.text == *text;
    let own = ours.bases.contains(&theirs.stamp) || theirs.stamp.starts_with(&ours.writer);
    let unknown = ours.bases.is_empty();
    // Nobody knows what our text goes back to, and the draft has been further on than it.
    let old = unknown && !same && (text.trim().is_empty() || their_body.knows(text));
    if same || own || (unknown && !old) {
        let mut versions = body.versions.list.iter();
        let has_new = versions.any(|version| !their_body.has(version));
        body.merge(&their_body);
        if !same && head.draft.pins.len() < theirs.draft.pins.len() {
            // A page that went amid a model's work knows no more of what its text was before.
            let mut lost = Lost::default();
            lost.note(&theirs.draft.text, &theirs.draft.pins);
            body.lost.merge(&lost);
        }
        if !same && !own {
            let faults = [theirs.errors, theirs.warnings];
            body.add_own(&theirs.draft.text, theirs.changed, faults);
        }
        if theirs.draft == head.draft {
            // Nothing but the past may have become more. Who keeps a version of a draft that was thrown away wants it.
            head = theirs;
            head.deleted = head.deleted.filter(|_| !has_new);
            head.versions = body.versions.list.len() as u64;
            return (Some((head, body)), Fate::Kept);
        }
        if same && !own && !unknown {
            // Were each to put its own over the other's, two tabs would never come to rest.
            let mut head = theirs;
            head.versions = body.versions.list.len() as u64;
            return (Some((head.clone(), body)), Fate::Marked(Box::new(head)));
        }
        head.name = theirs.name;
        head.created = theirs.created;
        head.versions = body.versions.list.len() as u64;
        return (Some((head, body)), Fate::Kept);
    }
    let mut behind = their_body.clone();
    body.history = body.history.beyond(&their_body.history);
    behind.merge(&body);
    if let Some(at) = ours.behind_since
        && !their_body.history.has(text)
    {
        behind.add_passing(text, at, [head.errors, head.warnings]);
    }
    let mut theirs = theirs;
    theirs.versions = behind.versions.list.len() as u64;
    (
        Some((theirs.clone(), behind)),
        Fate::Behind(Box::new(theirs)),
    )
}

#[cfg(test)]
mod tests {
    use super::{
        super::record::tests::{body, head},
        *,
    };

    fn ours(text: &str, bases: &[&str]) -> Ours {
        let mut head = head("d1", text);
        head.stamp = "b-1".to_owned();
        head.changed = 90;
        Ours {
            head,
            body: Body::default(),
            bases: bases.iter().map(|&base| base.to_owned()).collect(),
            writer: "b-".to_owned(),
            behind_since: Some(50),
        }
    }

    fn theirs(text: &str, stamp: &str) -> (Head, Body) {
        let mut head = head("d1", text);
        head.stamp = stamp.to_owned();
        head.name = "名".to_owned();
        head.created = 1;
        (head, body("旧", 3))
    }

    fn texts(body: &Body) -> Vec<&str> {
        body.versions.list.iter().map(|v| v.text.as_str()).collect()
    }

    #[test]
    fn a_new_draft_is_written_and_an_empty_one_is_not() {
        let (written, fate) = keep(&ours("春", &[]), None);
        assert_eq!(
            (written.unwrap().0.stamp.as_str(), fate),
            ("b-1", Fate::Kept)
        );
        assert_eq!(keep(&ours(" \n", &[]), None), (None, Fate::Nothing));
        let mut cleared = ours("", &[]);
        cleared.body = body("旧", 3);
        assert!(keep(&cleared, None).0.is_some());
    }

    #[test]
    fn what_we_go_on_from_is_written_over_and_its_past_stays() {
        for base in [&["a-1"][..], &["x", "a-1"], &[]] {
            let (written, fate) = keep(&ours("春眠", base), Some(theirs("春", "a-1")));
            let (head, past) = written.unwrap();
            assert_eq!(fate, Fate::Kept);
            assert_eq!(
                (head.draft.text.as_str(), head.stamp.as_str()),
                ("春眠", "b-1")
            );
            assert_eq!(
                (head.name.as_str(), head.created, head.changed),
                ("名", 1, 90)
            );
            // Where nobody knows, the other text stays as a version.
            let kept = if base.is_empty() {
                &["旧", "春"][..]
            } else {
                &["旧"]
            };
            assert_eq!(texts(&past), kept);
            assert_eq!(head.versions, kept.len() as u64);
        }
    }

    #[test]
    fn our_own_writing_of_which_no_word_came_back_is_no_conflict() {
        let (written, fate) = keep(&ours("春眠", &["a-1"]), Some(theirs("春", "b-0")));
        assert_eq!((texts(&written.unwrap().1), fate), (vec!["旧"], Fate::Kept));
    }

    #[test]
    fn of_two_tabs_the_one_behind_is_told_and_both_texts_survive() {
        let mut ours = ours("春眠不觉晓", &["a-1"]);
        let (written, fate) = keep(&ours, Some(theirs("春风", "c-7")));
        let (head, past) = written.unwrap();
        assert!(matches!(fate, Fate::Behind(ref other) if other.draft.text == "春风"));
        assert_eq!(
            (head.draft.text.as_str(), head.stamp.as_str()),
            ("春风", "c-7")
        );
        assert_eq!(texts(&past), ["旧", "春眠不觉晓"]);
        assert_eq!(head.versions, 2);
        // Writing on while being behind makes no heap of versions.
        ours.head.draft.text = "春眠不觉晓，".to_owned();
        let (written, _) = keep(&ours, Some((head, past)));
        let (mut head, past) = written.unwrap();
        assert_eq!(texts(&past), ["旧", "春眠不觉晓，"]);
        // Going on with ours: theirs is a version then.
        ours.bases = vec!["c-7".to_owned()];
        ours.body.add_own(&head.draft.text, 60, [0, 0]);
        head.changed = 60;
        let (written, fate) = keep(&ours, Some((head, past)));
        let (head, past) = written.unwrap();
        assert_eq!(
            (head.draft.text.as_str(), fate),
            ("春眠不觉晓，", Fate::Kept)
        );
        assert!(texts(&past).contains(&"春风"));
    }

    #[test]
    fn what_a_tab_that_is_behind_wrote_is_there_when_it_has_replaced_it() {
        let mut ours = ours("春眠不觉晓", &["a-1"]);
        ours.body.history.note("春眠不觉晓", 60);
        let (written, _) = keep(&ours, Some(theirs("春风", "c-7")));
        for (text, versions) in [("", &["旧", "春眠不觉晓"]), ("秋", &["旧", "秋"])] {
            ours.head.draft.text = text.to_owned();
            let (written, fate) = keep(&ours, written.clone());
            let (head, past) = written.unwrap();
            assert!(matches!(fate, Fate::Behind(_)) && head.draft.text == "春风");
            assert!(past.history.has("春眠不觉晓"), "{text}");
            assert_eq!(texts(&past), versions);
        }
    }

    #[test]
    fn what_a_tab_that_is_behind_has_in_common_with_the_other_is_no_new_step() {
        let mut ours = ours("春", &["a-1"]);
        ours.body.history.note("春", 60);
        let mut other = theirs("春风", "c-7");
        other.1.history.note("春", 2);
        other.1.history.note("春风", 3);
        let (written, _) = keep(&ours, Some(other.clone()));
        assert_eq!(written.unwrap().1.history, other.1.history);
    }

    #[test]
    fn the_readings_of_a_text_that_is_written_over_are_remembered() {
        let found = theirs("春", "a-1");
        let pins = found.0.draft.pins.clone();
        let mut other = ours("秋", &["a-1"]);
        // Where they went along with their characters, nothing is lost.
        for lost in [&[][..], &pins] {
            let (written, _) = keep(&other, Some(found.clone()));
            assert_eq!(written.unwrap().1.lost.of("春"), lost);
            other.head.draft.pins.clear();
        }
        // Of the same text they were let go on purpose.
        let mut same = ours("春", &["a-1"]);
        same.head.draft.pins.clear();
        let (written, _) = keep(&same, Some(found));
        assert!(!written.unwrap().1.lost.knows("春"));
    }

    #[test]
    fn a_tab_that_has_nothing_new_is_told_and_adds_nothing() {
        let mut other = theirs("春风", "c-7");
        other.1.history.note("春", 2);
        let (written, fate) = keep(&ours("春", &["a-1"]), Some(other));
        assert!(matches!(fate, Fate::Behind(_)));
        assert_eq!(texts(&written.unwrap().1), ["旧"]);
    }

    #[test]
    fn an_old_text_of_which_nobody_knows_the_base_does_not_take_the_place_of_a_newer() {
        for old in ["旧", ""] {
            let (written, fate) = keep(&ours(old, &[]), Some(theirs("春风", "c-7")));
            assert!(matches!(fate, Fate::Behind(_)), "{old}");
            assert_eq!(written.unwrap().0.draft.text, "春风");
        }
    }

    #[test]
    fn the_same_text_in_both_is_no_conflict_and_the_pasts_become_one() {
        let mut ours = ours("春", &["a-1"]);
        ours.body = body("新", 8);
        let (written, fate) = keep(&ours, Some(theirs("春", "c-7")));
        let (head, past) = written.unwrap();
        assert_eq!(fate, Fate::Kept);
        assert_eq!(texts(&past), ["旧", "新"]);
        assert_eq!(
            (head.changed, &head.stamp[..]),
            (7, "c-7"),
            "nothing was changed"
        );
    }

    #[test]
    fn of_two_tabs_with_one_text_the_later_takes_the_marks_of_the_other() {
        let mut ours = ours("春", &["a-1"]);
        ours.head.draft.pins.clear();
        let (written, fate) = keep(&ours, Some(theirs("春", "c-7")));
        let (head, _) = written.unwrap();
        assert_eq!((head.stamp.as_str(), head.draft.pins.len()), ("c-7", 1));
        assert_eq!(fate, Fate::Marked(Box::new(head.clone())));
        // From there they are ours to change.
        ours.bases = vec!["c-7".to_owned()];
        let (written, fate) = keep(&ours, Some((head, Body::default())));
        assert_eq!((written.unwrap().0.draft.pins.len(), fate), (0, Fate::Kept));
    }

    #[test]
    fn only_who_writes_on_or_keeps_a_version_takes_out_again_what_was_thrown_away() {
        let mut found = theirs("春", "a-1");
        found.0.deleted = Some(40);
        let (written, _) = keep(&ours("春眠", &["a-1"]), Some(found.clone()));
        assert_eq!(written.unwrap().0.deleted, None);
        let (written, _) = keep(&ours("春", &["a-1"]), Some(found.clone()));
        assert_eq!(written.unwrap().0.deleted, Some(40));
        // What the database has as well is no version that was kept since.
        let mut keeping = ours("春", &["a-1"]);
        for (body, deleted) in [(body("旧", 3), Some(40)), (body("春", 50), None)] {
            keeping.body = body;
            let (written, _) = keep(&keeping, Some(found.clone()));
            assert_eq!(written.unwrap().0.deleted, deleted);
        }
    }
}
