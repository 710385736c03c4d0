//! The lyrics of 全宋词, 花间集 and 南唐二主词, cleaned.

use std::{collections::BTreeSet, fs, path::Path};

use serde::Deserialize;
use verse::ci::{Lyric, Mark};

use super::names::{LOST, Names};
use crate::{Result, simplify::Simplifier};

/// The fewest characters of a lyric: 十六字令 has so many. What is shorter is mostly a fragment.
const FEWEST: usize = 16;

/// Titles that name no tune: lost ones, speeches between dances, whole dances.
const NO_TUNE: [&str; 9] = [
    "失调名",
    "乐语",
    "花舞",
    "采莲舞",
    "渔夫舞",
    "太清舞",
    "柘枝舞",
    "剑舞",
    "大",
];

/// The fields that are read.
#[derive(Deserialize)]
struct Entry {
    #[serde(default)]
    author: String,
    #[serde(default)]
    rhythmic: Option<String>,
    paragraphs: Vec<String>,
}

/// A lyric with its tune's name.
#[derive(Clone, Debug)]
pub struct Song {
    /// The poet.
    pub author: String,
    /// The name that stands above it.
    pub title: String,
    /// The name under which its tune is kept.
    pub tune: String,
    /// Its text, in simplified script, with its marks.
    pub text: String,
    /// The same, read.
    pub lyric: Lyric,
}

/// What was left out, for the report.
#[derive(Clone, Copy, Debug, Default)]
pub struct LeftOut {
    /// Lyrics with lost characters, with notes or what is no Chinese character.
    pub spoilt: usize,
    /// Lyrics of no tune that is known.
    pub nameless: usize,
    /// Lyrics that were there before.
    pub twice: usize,
}

impl Song {
    /// The first line without its mark.
    pub fn first_line(&self) -> String {
        let is_line = |c: &char| Mark::of(*c).is_none();
        self.text.chars().take_while(is_line).collect()
    }

    /// The places (from 1: so many characters before) of its marks but the last.
    pub fn marked(&self) -> Vec<usize> {
        let last = self.lyric.length();
        (1..last)
            .filter(|at| self.lyric.is_marked(at - 1))
            .collect()
    }
}

/// All lyrics, in the order of the files.
pub fn songs(
    folder: &Path,
    simplifier: &Simplifier,
    names: &Names,
) -> Result<(Vec<Song>, LeftOut)> {
    let read =
        fs::read_dir(folder).map_err(|e| format!("cannot read {}: {e}", folder.display()))?;
    let mut files: Vec<_> = read.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    let mut songs = Vec::new();
    let mut left_out = LeftOut::default();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for file in files {
        let entries: Vec<Entry> = serde_json::from_str(&fs::read_to_string(&file)?)
            .map_err(|e| format!("{}: {e}", file.display()))?;
        for entry in entries {
            let Some(text) = clean(&simplified(simplifier, &entry.paragraphs.concat())) else {
                left_out.spoilt += 1;
                continue;
            };
            let title = title(&entry.rhythmic.unwrap_or_default(), simplifier);
            if title.is_empty() || NO_TUNE.contains(&title.as_str()) {
                left_out.nameless += 1;
                continue;
            }
            if !seen.insert(text.chars().filter(|c| Mark::of(*c).is_none()).collect()) {
                left_out.twice += 1;
                continue;
            }
            let lyric = Lyric::read(&text);
            let (title, tune) = names.tune(&title, lyric.length());
            if tune == LOST {
                left_out.spoilt += 1;
                continue;
            }
            songs.push(Song {
                author: simplified(simplifier, author(&entry.author)),
                title,
                tune,
                text,
                lyric,
            });
        }
    }
    Ok((songs, left_out))
}

fn simplified(simplifier: &Simplifier, text: &str) -> String {
    // 乾 and the like are left alone: character by character is what the words of verse need least.
    text.chars()
        .map(|c| {
            if c == '乾' || c == '著' {
                c
            } else {
                simplifier.character(c)
            }
        })
        .collect()
}

/// A poet without the number that the collection sets behind some names (姚述尧2).
fn author(name: &str) -> &str {
    name.trim().trim_end_matches(|c: char| c.is_ascii_digit())
}

/// A title without what follows it: 「（其二）」, numbers. A tone of the scale (徵) and 余 are written in one way.
fn title(title: &str, simplifier: &Simplifier) -> String {
    let end = title.find(['（', '(', '［', '[', ' ', '　', '·']);
    let title = title.get(..end.unwrap_or(title.len())).unwrap_or_default();
    let one_way = |c: char| match c {
        '徵' => c,
        '馀' => '余',
        c => simplifier.character(c),
    };
    title.trim().chars().map(one_way).collect()
}

/// The text with characters and marks alone; `None` if something is lost in it or it is too short. Title
/// marks are left out.
fn clean(text: &str) -> Option<String> {
    let mut clean = String::new();
    for c in text.chars() {
        match c {
            '《' | '》' | '“' | '”' | ' ' | '　' | '\n' => {}
            c if Mark::of(c).is_some() => clean.push(c),
            c if ('\u{3400}'..'\u{e000}').contains(&c) || c >= '\u{20000}' => clean.push(c),
            _ => return None,
        }
    }
    let count = clean.chars().filter(|c| Mark::of(*c).is_none()).count();
    let most = verse::ci::MOST_CHARACTERS;
    (FEWEST..most).contains(&count).then_some(clean)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_lost_is_told_by_its_signs() {
        assert_eq!(
            clean("《明月几时有》。把酒问青天，不知天上宫阙。").as_deref(),
            Some("明月几时有。把酒问青天，不知天上宫阙。")
        );
        for text in [
            "明月几时有。把酒问□天，不知天上宫阙。",
            "明月几时有。把酒问（一作对）青天，不知天上宫阙",
            "明月",
            "",
        ] {
            assert_eq!(clean(text), None, "{text}");
        }
    }

    #[test]
    fn a_poet_has_no_number() {
        assert_eq!(author(" 姚述尧2"), "姚述尧");
        assert_eq!(author("苏轼"), "苏轼");
    }

    #[test]
    fn a_title_is_written_in_one_way() {
        let title = |written| title(written, &Simplifier::default());
        assert_eq!(title("惜馀春慢"), "惜余春慢");
        assert_eq!(title("徵招"), "徵招");
    }

    #[test]
    fn a_title_ends_where_its_number_begins() {
        for written in ["浣溪沙", "浣溪沙（其二）", "浣溪沙·春色迷人", "浣溪沙 春"]
        {
            assert_eq!(title(written, &Simplifier::default()), "浣溪沙");
        }
    }
}
