//! The octaves of 全唐诗 from the package `chinese-poetry`.

use std::{fs, path::Path};

use serde::Deserialize;

use crate::Result;

/// A poem of eight lines of five or seven characters, punctuation left out.
pub type Octave = Vec<Vec<char>>;

/// The fields of a poem that are read.
#[derive(Deserialize)]
struct Poem {
    paragraphs: Vec<String>,
}

/// All octaves in the files `poet.tang.*.json` of a folder, in the order of the file names.
pub fn octaves(folder: &Path) -> Result<Vec<Octave>> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .map_err(|e| format!("cannot read {}: {e}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.file_name()
                .and_then(|n| n.to_str())
                .is_some_and(|n| n.starts_with("poet.tang."))
        })
        .collect();
    files.sort();
    let mut octaves = Vec::new();
    for file in files {
        let poems: Vec<Poem> = serde_json::from_str(&fs::read_to_string(&file)?)?;
        octaves.extend(poems.iter().filter_map(|p| octave(&p.paragraphs.concat())));
    }
    Ok(octaves)
}

/// The lines of a text, if it is an octave.
fn octave(text: &str) -> Option<Octave> {
    let lines: Octave = text
        .split(['，', '。', '？', '！', '；', '\n'])
        .map(|line| line.trim().chars().collect::<Vec<char>>())
        .filter(|line| !line.is_empty())
        .collect();
    let width = lines.first()?.len();
    let fits = lines.len() == 8
        && (width == 5 || width == 7)
        && lines
            .iter()
            .all(|l| l.len() == width && l.iter().all(|c| *c >= '\u{3400}'));
    fits.then_some(lines)
}
