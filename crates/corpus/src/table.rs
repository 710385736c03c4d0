//! Tab-separated tables: a comment, a heading, one row a line.

use std::{fs, path::Path};

use crate::Result;

/// Writes a table. The comment says what it holds; where it comes from is said beside it.
pub fn write(
    path: &Path,
    comment: &str,
    heading: &str,
    rows: impl IntoIterator<Item = String>,
) -> Result<()> {
    let mut text = format!("# {comment} Made by crates/corpus; see SOURCES.md.\n{heading}\n");
    for row in rows {
        text.push_str(&row);
        text.push('\n');
    }
    fs::write(path, text).map_err(|e| format!("cannot write {}: {e}", path.display()))?;
    Ok(())
}

/// The rows of a table as cells, without comments and, if it has one, the heading `char…`.
pub fn read(path: &Path) -> Result<Vec<Vec<String>>> {
    let text =
        fs::read_to_string(path).map_err(|e| format!("cannot read {}: {e}", path.display()))?;
    Ok(text
        .lines()
        .filter(|l| !l.is_empty() && !l.starts_with('#') && !l.starts_with("char\t"))
        .map(|l| l.split('\t').map(str::to_owned).collect())
        .collect())
}
