//! Names of tunes: which are one tune's, in both scripts.

use std::{collections::BTreeMap, path::Path};

use crate::{Result, scripts::lists, table};

/// What a reason says if the name is another name of the tune even though a tune of its own has it too.
const NAME: &str = "又名";
/// What it says if the name stands above lyrics of the tune by mistake and is none of it.
const MISTAKE: &str = "题误";
/// Stands for the tune of lyrics that have lost characters.
pub const LOST: &str = "-";

/// A row of `tune-names.tsv`: lyrics of a name, all or those of a length, are of a tune.
#[derive(Clone, Debug)]
struct Row {
    tune: String,
    /// The number of characters of the lyrics that it is true of; `None`: of all.
    length: Option<usize>,
    /// Whether the name is truly another name of the tune, not a title that stands there by mistake.
    is_name: bool,
    /// Whether it is a mistake in so many words.
    is_mistake: bool,
}

/// The names.
#[derive(Default)]
pub struct Names {
    rows: BTreeMap<String, Vec<Row>>,
    /// Traditional names where they do not go character by character.
    traditional: BTreeMap<String, String>,
    characters: BTreeMap<char, Vec<char>>,
}

/// Reads the tables: names (`name`, `tune`, `length` or `-`, `why`), notes (`tune`, traditional name
/// or `-`, note), and OpenCC's characters.
pub fn read(data: &Path, opencc: &Path) -> Result<Names> {
    let mut names = Names {
        characters: lists(&opencc.join("STCharacters.txt"))?,
        ..Names::default()
    };
    for row in table::read(&data.join("tune-names.tsv"))? {
        let [name, tune, length, why] = &row[..] else {
            return Err(format!("tune-names.tsv: not four columns: {row:?}").into());
        };
        let length = match length.as_str() {
            "-" => None,
            length => Some(length.parse()?),
        };
        let row = Row {
            tune: tune.clone(),
            length,
            is_name: why.contains(NAME),
            is_mistake: why.contains(MISTAKE),
        };
        names.rows.entry(name.clone()).or_default().push(row);
    }
    for row in table::read(&data.join("tune-traditional.tsv"))? {
        if let [name, traditional, ..] = &row[..] {
            names.traditional.insert(name.clone(), traditional.clone());
        }
    }
    Ok(names)
}

impl Names {
    /// The name that stands above a lyric and that of its tune. The collection writes 「酹江月・念奴娇」 where
    /// its editors know the tune by another name; the table by hand decides before them.
    pub fn tune(&self, title: &str, length: usize) -> (String, String) {
        let (own, editors) = title.split_once('・').unwrap_or((title, title));
        let tune = self.ruled(own, length);
        let tune = tune.or_else(|| self.ruled(editors, length));
        (own.to_owned(), tune.unwrap_or(editors).to_owned())
    }

    fn ruled(&self, name: &str, length: usize) -> Option<&str> {
        let rows = self.rows.get(name)?;
        let of_length = rows.iter().find(|row| row.length == Some(length));
        let row = of_length.or_else(|| rows.iter().find(|row| row.length.is_none()));
        row.map(|row| row.tune.as_str())
    }

    /// The names that the table gives to a tune.
    pub fn others(&self, tune: &str) -> Vec<String> {
        let rows = self.rows.iter();
        let own = rows.filter(|(name, rows)| {
            name.as_str() != tune && rows.iter().any(|row| row.tune == tune)
        });
        own.map(|(name, _)| name.clone()).collect()
    }

    /// Whether the table calls a name another name of a tune outright. Names of other tunes that stand
    /// above lyrics of it by mistake, or because the tunes were mixed up, are none.
    pub fn is_other(&self, name: &str, tune: &str) -> bool {
        let mut rows = self.rows.get(name).into_iter().flatten();
        rows.any(|row| row.tune == tune && row.is_name)
    }

    /// Whether the table says that a name stands above lyrics of a tune by mistake.
    pub fn is_mistake(&self, name: &str, tune: &str) -> bool {
        let mut rows = self.rows.get(name).into_iter().flatten();
        rows.any(|row| row.tune == tune && row.is_mistake)
    }

    /// A name in traditional script.
    pub fn traditional(&self, name: &str) -> String {
        if let Some(traditional) = self.traditional.get(name) {
            return traditional.clone();
        }
        let first = |c: char| self.characters.get(&c).and_then(|t| t.first().copied());
        name.chars().map(|c| first(c).unwrap_or(c)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        let row = |tune: &str, length| Row {
            tune: tune.to_owned(),
            length,
            is_name: length.is_none(),
            is_mistake: length == Some(62),
        };
        Names {
            rows: [
                ("酹江月".to_owned(), vec![row("念奴娇", None)]),
                ("乌夜啼".to_owned(), vec![row("相见欢", Some(36))]),
                ("早梅芳".to_owned(), vec![row("早梅芳", None)]),
                (
                    "渔父词".to_owned(),
                    vec![row("渔家傲", Some(62)), row("渔父", None)],
                ),
            ]
            .into(),
            traditional: [("一丛花".to_owned(), "一叢花".to_owned())].into(),
            characters: [('乌', vec!['烏']), ('夜', vec!['夜'])].into(),
        }
    }

    #[test]
    fn the_table_decides_before_the_editors() {
        let names = names();
        let tune = |title, length| names.tune(title, length).1;
        assert_eq!(tune("酹江月", 100), "念奴娇");
        assert_eq!(tune("壶中天・念奴娇", 100), "念奴娇");
        assert_eq!(tune("早梅芳・喜迁莺", 82), "早梅芳");
        assert_eq!(tune("乌夜啼", 36), "相见欢");
        assert_eq!(tune("乌夜啼", 47), "乌夜啼");
        assert_eq!(names.others("念奴娇"), ["酹江月"]);
        assert!(names.is_other("酹江月", "念奴娇"));
        assert!(!names.is_other("乌夜啼", "相见欢"));
        assert_eq!(tune("渔父词", 62), "渔家傲");
        assert!(names.is_mistake("渔父词", "渔家傲") && !names.is_mistake("渔父词", "渔父"));
    }

    #[test]
    fn both_scripts() {
        assert_eq!(names().traditional("乌夜啼"), "烏夜啼");
        assert_eq!(names().traditional("一丛花"), "一叢花");
    }
}
