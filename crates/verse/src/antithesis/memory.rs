//! Couplets that were scored lately.
//!
//! A poem is judged at every key, and a key changes one couplet: the others need not be scored again.

use std::{cell::RefCell, collections::BTreeMap, mem, sync::Arc};

use super::{Antithesis, Table};
use crate::{options::Options, report::Report};

/// So many couplets are remembered before the older ones are forgotten: those of a text of so many lines that
/// a key need not wait for all of it.
const MOST: usize = 128;

/// A table and what it said lately. What it says is what the table says.
pub struct Memory {
    table: Table,
    known: RefCell<Known>,
}

/// What was said of couplets, each by its two lines with a break between.
#[derive(Default)]
struct Known {
    newer: BTreeMap<String, Option<Arc<Antithesis>>>,
    /// Those that `newer` was full of before: what is asked for again stays, what is not goes.
    older: BTreeMap<String, Option<Arc<Antithesis>>>,
}

impl Memory {
    /// Nothing has been asked yet.
    pub fn new(table: Table) -> Self {
        Self {
            table,
            known: RefCell::default(),
        }
    }

    /// As [`Table::score`].
    pub fn score(&self, opening: &str, closing: &str) -> Option<Arc<Antithesis>> {
        let couplet = format!("{opening}\n{closing}");
        let mut known = self.known.borrow_mut();
        if let Some(said) = known.newer.get(&couplet) {
            return said.clone();
        }
        let said = known
            .older
            .remove(&couplet)
            .unwrap_or_else(|| self.table.score(opening, closing).map(Arc::new));
        if known.newer.len() >= MOST {
            known.older = mem::take(&mut known.newer);
        }
        known.newer.insert(couplet, said.clone());
        said
    }

    /// As [`Table::judge`].
    pub fn judge(&self, report: &mut Report, options: &Options) {
        super::judge::judge(report, options, |opening, closing| {
            self.score(opening, closing)
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check;

    const POEM: &str = "昔人已乘黄鹤去，此地空余黄鹤楼。黄鹤一去不复返，白云千载空悠悠。\
        晴川历历汉阳树，芳草萋萋鹦鹉洲。日暮乡关何处是，烟波江上使人愁。";

    fn memory() -> Memory {
        Memory::new(Table::baked().unwrap())
    }

    fn length(memory: &Memory) -> (usize, usize) {
        let known = memory.known.borrow();
        (known.newer.len(), known.older.len())
    }

    #[test]
    fn it_says_what_the_table_says() {
        let memory = memory();
        for text in [POEM, &POEM.replace('乡', "□"), POEM] {
            let options = Options::default();
            let mut reports = [(); 3].map(|()| check(text, &options));
            memory.table.judge(&mut reports[0], &options);
            memory.judge(&mut reports[1], &options);
            assert_eq!(reports[0].findings, reports[1].findings);
            assert_ne!(reports[1].findings, reports[2].findings);
        }
        // The last couplet is judged twice only.
        assert_eq!(length(&memory), (5, 0));
        assert_eq!(memory.score("白日依山", "黄河入海"), None);
    }

    #[test]
    fn what_nobody_asks_for_is_forgotten() {
        let memory = memory();
        let usual = ["白日依山尽", "黄河入海流"];
        for number in 0..3 * MOST {
            let other = format!("{}", 10_000 + number);
            assert!(memory.score(&other, usual[1]).is_some());
            let table = memory.table.score(usual[0], usual[1]);
            assert_eq!(memory.score(usual[0], usual[1]).as_deref(), table.as_ref());
            let (newer, older) = length(&memory);
            assert!(newer <= MOST && older <= MOST);
        }
        let key = usual.join("\n");
        let known = memory.known.borrow();
        assert!(known.newer.contains_key(&key) && known.older.contains_key("10300\n黄河入海流"));
        assert!(!known.newer.contains_key("10000\n黄河入海流"));
    }
}
