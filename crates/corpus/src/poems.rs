//! 全唐诗 and 全宋诗 from the package `chinese-poetry`.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use serde::Deserialize;

use crate::Result;

/// A poem of eight lines of five or seven characters, punctuation left out.
pub type Octave = Vec<Vec<char>>;

/// The fields of a poem that are read.
#[derive(Deserialize)]
struct Poem {
    #[serde(default)]
    author: String,
    #[serde(default)]
    title: String,
    paragraphs: Vec<String>,
}

/// A poem with its title.
pub struct Titled {
    pub author: String,
    pub title: String,
    pub text: String,
}

/// The files of a folder whose names start with `prefix`, in order.
fn files(folder: &Path, prefix: &str) -> Result<Vec<PathBuf>> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .map_err(|e| format!("cannot read {}: {e}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.file_name()
                .and_then(|n| n.to_str())
                .is_some_and(|n| n.starts_with(prefix))
        })
        .collect();
    files.sort();
    if files.is_empty() {
        return Err(format!("no {prefix}* in {}", folder.display()).into());
    }
    Ok(files)
}

fn poems(file: &Path) -> Result<Vec<Poem>> {
    Ok(serde_json::from_str(&fs::read_to_string(file)?)?)
}

/// The files of 全唐诗.
pub const TANG: &str = "poet.tang.";
/// The files of both collections.
pub const ALL: &str = "poet.";

/// All octaves of the files whose names start with `prefix`, in the order of the names.
pub fn octaves(folder: &Path, prefix: &str) -> Result<Vec<Octave>> {
    Ok(octaves_by_author(folder, prefix)?
        .into_iter()
        .map(|(_, octave)| octave)
        .collect())
}

/// The same, with their authors.
pub fn octaves_by_author(folder: &Path, prefix: &str) -> Result<Vec<(String, Octave)>> {
    let mut octaves = Vec::new();
    for file in files(folder, prefix)? {
        octaves.extend(poems(&file)?.into_iter().filter_map(|p| {
            let octave = octave(&p.paragraphs.concat())?;
            Some((p.author, octave))
        }));
    }
    Ok(octaves)
}

/// All poems of both collections, in the order of their files.
pub fn titled(folder: &Path) -> Result<Vec<Titled>> {
    let mut titled = Vec::new();
    for file in files(folder, ALL)? {
        titled.extend(poems(&file)?.into_iter().map(|poem| Titled {
            author: poem.author,
            title: poem.title,
            text: poem.paragraphs.concat(),
        }));
    }
    Ok(titled)
}

/// How often each character stands in the verse of both collections.
pub fn frequencies(folder: &Path) -> Result<BTreeMap<char, usize>> {
    let mut counts = BTreeMap::new();
    for file in files(folder, ALL)? {
        for c in poems(&file)?
            .iter()
            .flat_map(|p| &p.paragraphs)
            .flat_map(|t| t.chars())
        {
            if c >= '\u{3400}' && !('\u{fe00}'..='\u{ffff}').contains(&c) {
                *counts.entry(c).or_default() += 1;
            }
        }
    }
    Ok(counts)
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
