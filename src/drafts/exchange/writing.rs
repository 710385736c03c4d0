//! Drafts into files, none of which is larger than what is read.

use super::{BETWEEN, DRAFTS, FORMAT, LARGEST, VERSION};
use crate::{
    drafts::record::{Body, Head},
    keep::{Kept, log::Log, object},
};

/// What the drafts of a file take at most, in bytes: there is room for one more, and for the log.
const FULL: usize = LARGEST / 2;

/// Files of JSON that are being written, draft by draft.
#[derive(Debug)]
pub struct Files {
    full: usize,
    most: usize,
    drafts: String,
    count: usize,
}

impl Default for Files {
    fn default() -> Self {
        Self {
            full: FULL,
            most: DRAFTS,
            drafts: String::new(),
            count: 0,
        }
    }
}

impl Files {
    /// Adds a draft; gives the file before it where that is full.
    pub fn add(&mut self, (head, body): &(Head, Body)) -> Option<String> {
        let draft = object([("head", head.to_json()), ("body", body.to_json())]).to_string();
        let is_full = self.count == self.most || self.drafts.len() + draft.len() > self.full;
        let before = (is_full && self.count > 0).then(|| self.end(None));
        if self.count > 0 {
            self.drafts.push(',');
        }
        self.drafts += &draft;
        self.count += 1;
        before
    }

    /// The last file. It has the log.
    pub fn end(&mut self, log: Option<&Log>) -> String {
        let drafts = std::mem::take(&mut self.drafts);
        self.count = 0;
        let log = log.map(|log| log.to_json().to_string());
        let log = log.as_deref().unwrap_or("null");
        format!(r#"{{"format":"{FORMAT}","version":{VERSION},"drafts":[{drafts}],"log":{log}}}"#)
    }
}

/// Drafts as one file of JSON.
pub fn to_json<'a>(drafts: impl Iterator<Item = &'a (Head, Body)>, log: Option<&Log>) -> String {
    let mut files = Files {
        full: usize::MAX,
        most: usize::MAX,
        ..Files::default()
    };
    for draft in drafts {
        files.add(draft);
    }
    files.end(log)
}

/// Drafts as plain text.
pub fn to_text<'a>(heads: impl Iterator<Item = &'a Head>) -> String {
    let texts: Vec<&str> = heads.map(|head| head.draft.text.trim_end()).collect();
    texts.join(&["\n\n", BETWEEN, "\n\n"].concat()) + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drafts::{
        exchange::read,
        record::tests::{body, head},
    };

    #[test]
    fn what_is_too_large_for_one_file_is_in_several_that_are_read_back() {
        let drafts: Vec<_> = (0..10)
            .map(|nth| (head(&format!("d{nth}"), "白日依山尽"), body("旧", nth)))
            .collect();
        let one = to_json(drafts[..1].iter(), None).len();
        for (full, most, expected) in [
            (usize::MAX, 4, vec![4, 4, 2]),
            (one * 3, usize::MAX, vec![3, 3, 3, 1]),
            (1, usize::MAX, vec![1; 10]),
        ] {
            let mut files = Files {
                full,
                most,
                ..Files::default()
            };
            let mut written: Vec<_> = drafts.iter().filter_map(|draft| files.add(draft)).collect();
            written.push(files.end(Some(&Log::default())));
            let came: Vec<_> = written
                .iter()
                .map(|file| read(file.as_bytes()).unwrap())
                .collect();
            let counts: Vec<_> = came.iter().map(|came| came.drafts.len()).collect();
            assert_eq!(counts, expected);
            let logs = came.iter().filter(|came| came.log.is_some()).count();
            assert_eq!(logs, 1);
            let again: Vec<_> = came.into_iter().flat_map(|came| came.drafts).collect();
            assert_eq!(again, drafts);
        }
    }
}
