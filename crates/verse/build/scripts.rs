//! Simplified and traditional script: the traditional forms that a character stands for.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use crate::files::{first, rows, write_columns};

/// Both scripts, as far as they change readings.
pub(crate) struct Scripts {
    /// By a character that stands for others, or for others too: what it stands for.
    pub(crate) forms: BTreeMap<char, Vec<char>>,
    /// The characters that are simplified only.
    pub(crate) simplified_only: BTreeSet<char>,
    /// The characters that are traditional only.
    pub(crate) traditional: BTreeSet<char>,
}

impl Scripts {
    /// Reads the table.
    pub(crate) fn read(data: &Path) -> Self {
        let forms: BTreeMap<char, Vec<char>> = rows(data, "scripts.tsv")
            .iter()
            .map(|r| (first(&r[0]), r[1].chars().collect()))
            .collect();
        let simplified_only = forms
            .iter()
            .filter(|(c, forms)| !forms.contains(c))
            .map(|(c, _)| *c)
            .collect();
        // A character that only variants of it stand for (明 for 眀) belongs to both scripts.
        let unusual = fs::read_to_string(data.join("unusual.txt")).expect("unusual.txt is there");
        let traditional = forms
            .iter()
            .filter(|(c, _)| !unusual.contains(**c))
            .flat_map(|(c, forms)| forms.iter().filter(move |f| *f != c))
            .filter(|f| !forms.contains_key(f))
            .copied()
            .collect();
        Self {
            forms,
            simplified_only,
            traditional,
        }
    }

    /// Writes the forms. Most characters with other forms have one; the rest stand in tables of their own.
    pub(crate) fn write(&self, out: &Path) {
        for (name, most, is_here) in [
            ("forms_one.bin", 1, (|n| n == 1) as fn(usize) -> bool),
            ("forms_two.bin", 2, |n| n == 2),
            ("forms_more.bin", 6, |n| n > 2),
        ] {
            let rows = self
                .forms
                .iter()
                .filter(|(_, forms)| is_here(forms.len()))
                .map(|(c, forms)| (*c, forms.iter().map(|f| *f as u32).collect()));
            write_columns(out, name, rows.collect(), most);
        }
    }
}

/// Writes the compatibility code points and what they stand for.
pub(crate) fn compatibility(data: &Path, out: &Path) {
    let compatibility = rows(data, "compatibility.tsv");
    let rows = compatibility
        .iter()
        .map(|row| (first(&row[0]), vec![first(&row[1]) as u32]));
    write_columns(out, "compatibility.bin", rows.collect(), 1);
}
