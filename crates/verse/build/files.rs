//! The tables as files: readable ones with tabs, and baked ones.

use std::{fs, path::Path};

/// The character of a cell.
pub(crate) fn first(text: &str) -> char {
    text.chars().next().expect("a cell with a character")
}

/// The rows of a readable table, its head and remarks left out, by their cells.
pub(crate) fn rows(data: &Path, name: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(data.join(name)).expect("the tables are checked in");
    text.lines()
        .filter(|l| {
            !l.is_empty()
                && !l.starts_with('#')
                && !l.starts_with("char\t")
                && !l.starts_with("word\t")
        })
        .map(|l| l.split('\t').map(str::to_owned).collect())
        .collect()
}

/// Writes a baked table.
pub(crate) fn write(out: &Path, name: &str, bytes: impl IntoIterator<Item = u8>) {
    fs::write(out.join(name), bytes.into_iter().collect::<Vec<u8>>()).expect("OUT_DIR takes files");
}

/// A sorted table for binary search: a character and up to `most` numbers a row, the rest 0. Each
/// number is three bytes, and each byte is a column of its own: columns compress better than rows.
pub(crate) fn write_columns(out: &Path, name: &str, rows: Vec<(char, Vec<u32>)>, most: usize) {
    let mut columns: Vec<Vec<u8>> = vec![Vec::new(); 3 * (most + 1)];
    for (c, numbers) in rows {
        assert!(numbers.len() <= most, "{c} has too many forms");
        let cells = std::iter::once(c as u32)
            .chain(numbers)
            .chain(std::iter::repeat(0));
        for (at, cell) in cells.take(most + 1).enumerate() {
            for (byte, value) in cell.to_le_bytes()[..3].iter().enumerate() {
                columns[at * 3 + byte].push(*value);
            }
        }
    }
    write(out, name, columns.concat());
}
