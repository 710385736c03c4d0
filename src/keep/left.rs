//! What another tab has kept on the device: it may be the only copy, for a tab that is closed takes its own with it
//! before the database has it. It is laid beside, and whoever keeps the drafts takes it from there into the database.

use super::{Kept, Refused, Store, draft::Draft};
use crate::browser::clock;

/// Drafts that are left beside, at most.
pub const MOST: usize = 8;

/// The name under which something kept under a name is laid beside.
pub fn beside(name: &str, nth: usize) -> String {
    [name, ".left-", &nth.to_string()].concat()
}

/// The id of the draft that a kept text is, or that its versions are of; none where it has none yet. (Within the words
/// of the text no quotation mark stands without a backslash.)
pub fn owner(text: &str) -> Option<&str> {
    let mut marks = ["\"id\":\"", "\"draft\":\""].into_iter();
    let (_, rest) = marks.find_map(|mark| text.split_once(mark))?;
    let (id, _) = rest.split_once('"')?;
    (!id.is_empty()).then_some(id)
}

/// Lays beside what stands under a name in place of what is to be written there: the text of a draft, and versions of
/// another draft than those. Not so what this tab has written itself, and may have kept for itself: it was in the database
/// before its draft was left. What has no room beside, stays.
pub fn make_way(stores: [&dyn Store; 2], name: &str, last: &str, now: &str) -> Result<(), Refused> {
    let Ok(Some(there)) = stores[0].read(name) else {
        return Ok(());
    };
    let id = owner(&there);
    let own = stores[1].read(name);
    if id.is_none()
        || there == last
        || there == now
        || name != Draft::NAME && id == owner(now)
        || own.is_ok_and(|own| own.as_ref() == Some(&there))
    {
        return Ok(());
    }
    let left = [&clock::now().to_string(), " ", &there].concat();
    let is_free = |store: &dyn Store, name: &str| match store.read(name) {
        Ok(Some(other)) => owner(&other) == id,
        other => other.is_ok(),
    };
    for store in stores {
        for nth in 1..=MOST {
            let name = beside(name, nth);
            if is_free(store, &name) {
                match store.write(&name, &left) {
                    Ok(()) => return Ok(()),
                    // There is no room for it in this store at all.
                    Err(Refused) => break,
                }
            }
        }
    }
    Err(Refused)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keep::{
        Kept,
        draft::Draft,
        memory::MemoryStore,
        to_text,
        versions::{Version, Versions, Who},
    };

    const NAME: &str = Draft::NAME;

    fn draft(id: &str, text: &str) -> String {
        to_text(&Draft {
            id: id.to_owned(),
            text: text.to_owned(),
            ..Draft::default()
        })
    }

    fn versions(id: &str) -> String {
        let version = Version {
            id: 3,
            text: r#""id":"d7" "draft":"d8""#.to_owned(),
            who: Who::Person,
            round: 0,
            at: 1,
            errors: 0,
            warnings: 0,
            best: false,
            partial: false,
        };
        to_text(&Versions {
            draft: id.to_owned(),
            list: vec![version],
        })
    }

    fn left(store: &dyn Store, nth: usize) -> Option<String> {
        let left = store.read(&beside(NAME, nth)).unwrap()?;
        Some(left.split_once(' ').unwrap().1.to_owned())
    }

    #[test]
    fn whose_a_text_is_is_told_whatever_stands_in_it() {
        let draft = draft("d1", r#""id":"d7""#);
        assert_eq!(owner(&draft), Some("d1"));
        assert_eq!(owner(&versions("d2")), Some("d2"));
        assert_eq!([owner(&versions("")), owner("{oops")], [None, None]);
    }

    #[test]
    fn what_another_tab_has_of_another_draft_is_laid_beside_once() {
        let [device, tab] = [MemoryStore::default(), MemoryStore::default()];
        let stores: [&dyn Store; 2] = [&device, &tab];
        let make_way = |last: &str, now: &str| make_way(stores, NAME, last, now);
        let now = draft("d1", "春");
        assert_eq!(make_way("", &now), Ok(()));
        for same in [now.clone(), draft("", "秋"), "{oops".to_owned()] {
            device.write(NAME, &same).unwrap();
            assert_eq!(make_way("", &now), Ok(()));
        }
        let own = draft("d2", "夏");
        device.write(NAME, &own).unwrap();
        assert_eq!(make_way(&own, &now), Ok(()));
        tab.write(NAME, &own).unwrap();
        assert_eq!(make_way("", &now), Ok(()));
        tab.remove(NAME).unwrap();
        assert_eq!(left(&device, 1), None);
        let theirs = [("d2", "夏"), ("d2", "夏日"), ("d3", "冬"), ("d1", "秋")];
        for (id, text) in theirs {
            device.write(NAME, &draft(id, text)).unwrap();
            assert_eq!(make_way("", &now), Ok(()));
        }
        let all = [1, 2, 3, 4].map(|nth| left(&device, nth));
        let [second, third, own] =
            [("d2", "夏日"), ("d3", "冬"), ("d1", "秋")].map(|(id, text)| Some(draft(id, text)));
        assert_eq!(all, [second, third, own, None]);
    }

    #[test]
    fn versions_make_way_for_those_of_another_draft() {
        let [device, tab] = [MemoryStore::default(), MemoryStore::default()];
        let name = Versions::NAME;
        let now = to_text(&Versions {
            draft: "d1".to_owned(),
            ..Versions::default()
        });
        for (theirs, is_laid) in [("d1", false), ("d2", true)] {
            device.write(name, &versions(theirs)).unwrap();
            assert_eq!(make_way([&device, &tab], name, "", &now), Ok(()));
            let laid = device.read(&beside(name, 1)).unwrap();
            assert_eq!(laid.is_some(), is_laid, "{theirs}");
        }
    }

    #[test]
    fn where_the_device_has_no_room_the_tab_keeps_it_and_where_neither_has_it_stays() {
        let [device, tab] = [MemoryStore::default(), MemoryStore::default()];
        let now = draft("d1", "春");
        device.write(NAME, &draft("d2", "夏")).unwrap();
        device.refuse_writes(true);
        let stores: [&dyn Store; 2] = [&device, &tab];
        assert_eq!(make_way(stores, NAME, "", &now), Ok(()));
        assert_eq!(left(&tab, 1), Some(draft("d2", "夏")));
        tab.refuse_writes(true);
        assert_eq!(make_way(stores, NAME, "", &now), Err(Refused));
    }

    #[test]
    fn they_are_a_few_and_the_last_of_them_is_not_written_over() {
        let [device, tab] = [MemoryStore::default(), MemoryStore::default()];
        let stores: [&dyn Store; 2] = [&device, &tab];
        for nth in 0..=2 * MOST {
            let theirs = draft(&format!("d2{nth}"), "夏");
            device.write(NAME, &theirs).unwrap();
            let done = make_way(stores, NAME, "", &draft("d1", "春"));
            assert_eq!(done.is_ok(), nth < 2 * MOST);
        }
        assert_eq!(left(&device, 1), Some(draft("d20", "夏")));
    }
}
