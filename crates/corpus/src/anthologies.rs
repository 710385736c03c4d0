//! 唐詩三百首 and 千家詩 from the package `chinese-poetry`: the poems that they class as regulated.
//!
//! 唐詩三百首 has a section of 樂府. As the printed book places them, its quatrains and its one
//! seven-character octave (獨不見) stand with the regulated verse, the longer ones with the old
//! style.

use std::{fs, path::Path};

use serde::Deserialize;

use crate::Result;

/// The files, and how the ids of their poems begin.
const BOOKS: [(&str, &str); 2] = [
    ("tangshisanbaishou.json", "tang"),
    ("qianjiashi.json", "qian"),
];

/// A poem of the fixture.
pub struct Poem {
    id: String,
    title: String,
    author: String,
    class: &'static str,
    text: String,
}

impl Poem {
    /// Its row in the table.
    pub fn row(&self) -> String {
        let Self {
            id,
            title,
            author,
            class,
            text,
        } = self;
        format!("{id}\t{title}\t{author}\t{class}\t{text}")
    }
}

#[derive(Deserialize)]
struct Anthology {
    content: Vec<Section>,
}

#[derive(Deserialize)]
struct Section {
    #[serde(rename = "type")]
    class: String,
    content: Vec<Piece>,
}

#[derive(Deserialize)]
struct Piece {
    chapter: String,
    author: String,
    paragraphs: Vec<Paragraph>,
}

/// A line of verse, or one of several poems under one title.
#[derive(Deserialize)]
#[serde(untagged)]
enum Paragraph {
    Verse(String),
    Part {
        subchapter: String,
        paragraphs: Vec<String>,
    },
}

/// The regulated poems of both books, in their order.
pub fn read(folder: &Path) -> Result<Vec<Poem>> {
    let mut poems = Vec::new();
    for (file, prefix) in BOOKS {
        let anthology = anthology(&folder.join(file))?;
        let mut number = 0;
        for section in &anthology.content {
            for (title, author, text) in section.content.iter().flat_map(pieces) {
                number += 1;
                let Some(class) = class(&section.class, &text) else {
                    continue;
                };
                poems.push(Poem {
                    id: format!("{prefix}-{number:03}"),
                    title,
                    author,
                    class,
                    text,
                });
            }
        }
    }
    Ok(poems)
}

/// All poems of both books: title, author, text.
pub fn all(folder: &Path) -> Result<Vec<(String, String, String)>> {
    let mut poems = Vec::new();
    for (file, _) in BOOKS {
        let anthology = anthology(&folder.join(file))?;
        poems.extend(
            anthology
                .content
                .iter()
                .flat_map(|section| &section.content)
                .flat_map(pieces),
        );
    }
    Ok(poems)
}

fn anthology(path: &Path) -> Result<Anthology> {
    let text =
        fs::read_to_string(path).map_err(|e| format!("cannot read {}: {e}", path.display()))?;
    Ok(serde_json::from_str(&text)?)
}

/// The poems of a piece, each with title and author.
fn pieces(piece: &Piece) -> Vec<(String, String, String)> {
    let mut verse = String::new();
    let mut poems = Vec::new();
    let author = without_notes(&piece.author);
    for paragraph in &piece.paragraphs {
        match paragraph {
            Paragraph::Verse(text) => verse.push_str(text),
            Paragraph::Part {
                subchapter,
                paragraphs,
            } => poems.push((
                format!("{}·{subchapter}", piece.chapter),
                author.clone(),
                without_notes(&paragraphs.concat()),
            )),
        }
    }
    if !verse.is_empty() {
        poems.push((piece.chapter.clone(), author, without_notes(&verse)));
    }
    poems
}

/// A text without what stands in brackets: readings of other editions, dynasties.
fn without_notes(text: &str) -> String {
    let mut depth = 0u32;
    let mut kept = String::new();
    for c in text.chars() {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            _ if depth == 0 && !c.is_whitespace() => kept.push(c),
            _ => {}
        }
    }
    kept
}

/// The class of a poem, if the anthology holds it for regulated.
fn class(section: &str, text: &str) -> Option<&'static str> {
    let lines: Vec<usize> = text
        .split(['，', '。', '？', '！', '；', '、'])
        .map(|line| line.chars().count())
        .filter(|n| *n > 0)
        .collect();
    match section {
        "五言絕句" => Some("五言絕句"),
        "七言絕句" => Some("七言絕句"),
        "五言律詩" => Some("五言律詩"),
        "七言律詩" => Some("七言律詩"),
        "樂府" => match lines[..] {
            [5, 5, 5, 5] => Some("五言絕句"),
            [7, 7, 7, 7] => Some("七言絕句"),
            [7, 7, 7, 7, 7, 7, 7, 7] => Some("七言律詩"),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_of_editions_are_cut() {
        assert_eq!(
            without_notes("名成八陣圖。（名成 一作：名高）江流石不轉，(一作)遺恨失吞吳。"),
            "名成八陣圖。江流石不轉，遺恨失吞吳。"
        );
        assert_eq!(without_notes("（唐）杜甫"), "杜甫");
    }

    #[test]
    fn of_the_yuefu_quatrains_are_regulated() {
        let quatrain = "君家何處住？妾住在橫塘。停船暫借問，或恐是同鄉。";
        assert_eq!(class("樂府", quatrain), Some("五言絕句"));
        assert_eq!(class("樂府", &quatrain.repeat(2)), None);
        assert_eq!(class("五言古詩", quatrain), None);
        assert_eq!(class("五言律詩", &quatrain.repeat(2)), Some("五言律詩"));
    }

    #[test]
    fn poems_under_one_title_are_told_apart() {
        let json = r#"{"chapter": "宮詞", "author": "（宋）林洪", "paragraphs":
            [{"subchapter": "其一", "paragraphs": ["金殿", "當頭"]}, {"subchapter": "其二", "paragraphs": ["殿上"]}]}"#;
        let piece: Piece = serde_json::from_str(json).unwrap();
        let titles: Vec<(String, String, String)> = pieces(&piece);
        assert_eq!(titles[0].0, "宮詞·其一");
        assert_eq!(titles[0].2, "金殿當頭");
        assert_eq!(titles[1].1, "林洪");
    }
}
