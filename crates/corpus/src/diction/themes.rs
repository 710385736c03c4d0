//! The words of the themes.

use std::{collections::BTreeMap, path::Path};

use verse::diction::Theme;

use crate::{Result, antithesis::shapes::Shapes, table};

/// The words of each theme of `themes.tsv` as classes, in the order of the themes. A word one of whose
/// characters has no class is an error: it would never be found.
pub fn read(
    path: &Path,
    shapes: &Shapes,
    classes: &BTreeMap<char, u16>,
) -> Result<Vec<Vec<Vec<u16>>>> {
    let rows = table::read(path)?;
    let mut themes = Vec::new();
    for theme in Theme::ALL {
        let row = rows
            .iter()
            .find(|row| row.first().is_some_and(|code| code == theme.code()));
        let words = row
            .and_then(|row| row.get(1))
            .ok_or_else(|| format!("themes.tsv has no row for {}", theme.code()))?;
        let mut of_theme = Vec::new();
        for word in words.split(' ') {
            let number = |c: char| {
                let class = classes.get(&shapes.one(c)).copied();
                class.ok_or_else(|| {
                    format!("{c} of {word} ({}) is no common character", theme.code())
                })
            };
            let word: std::result::Result<Vec<u16>, String> = word.chars().map(number).collect();
            of_theme.push(word?);
        }
        of_theme.sort();
        of_theme.dedup();
        themes.push(of_theme);
    }
    Ok(themes)
}
