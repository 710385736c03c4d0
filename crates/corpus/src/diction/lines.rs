//! Lines of poets, to be shown as examples and known again: both anthologies whole, then regulated verse
//! of poets that readers know, as far as there is room.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use crate::{Result, anthologies, bytes::varint, poems, simplify::Simplifier};

/// Poets that readers know, in the order in which room is given; each has so many poems at most.
const POETS: [(&str, usize); 62] = [
    ("杜甫", 620),
    ("李白", 260),
    ("王維", 240),
    ("李商隱", 300),
    ("白居易", 280),
    ("杜牧", 220),
    ("劉禹錫", 180),
    ("孟浩然", 150),
    ("蘇軾", 280),
    ("陸游", 250),
    ("王安石", 180),
    ("黄庭堅", 150),
    ("楊萬里", 150),
    ("范成大", 110),
    ("王昌齡", 80),
    ("岑參", 110),
    ("高適", 50),
    ("韋應物", 90),
    ("柳宗元", 60),
    ("韓愈", 60),
    ("元稹", 90),
    ("劉長卿", 120),
    ("溫庭筠", 90),
    ("許渾", 120),
    ("賈島", 90),
    ("張籍", 90),
    ("王建", 80),
    ("韓翃", 40),
    ("盧綸", 50),
    ("李益", 40),
    ("錢起", 70),
    ("王勃", 20),
    ("楊炯", 10),
    ("盧照鄰", 15),
    ("駱賓王", 20),
    ("沈佺期", 30),
    ("宋之問", 30),
    ("杜審言", 20),
    ("張九齡", 30),
    ("張說", 30),
    ("賀知章", 10),
    ("王之渙", 6),
    ("李賀", 30),
    ("羅隱", 60),
    ("韋莊", 70),
    ("鄭谷", 50),
    ("杜荀鶴", 50),
    ("韓偓", 50),
    ("皮日休", 30),
    ("陸龜蒙", 30),
    ("魚玄機", 20),
    ("薛濤", 25),
    ("林逋", 60),
    ("歐陽修", 80),
    ("梅堯臣", 70),
    ("晏殊", 30),
    ("曾鞏", 25),
    ("秦觀", 40),
    ("陳師道", 40),
    ("陳與義", 60),
    ("朱熹", 60),
    ("文天祥", 40),
];

/// Longer titles are cut, and end with a mark.
const LONGEST_TITLE: usize = 16;

/// A poem of the store.
struct Poem {
    author: String,
    title: String,
    lines: Vec<String>,
}

/// The lines, by poem.
pub struct Lines {
    poems: Vec<Poem>,
    simplifier: Simplifier,
}

impl Lines {
    /// From the folder of the packages.
    pub fn read(sources: &Path, simplifier: Simplifier) -> Result<Self> {
        let mut poems = Vec::new();
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let mut take = |author: &str, title: &str, text: &str| {
            let lines = lines(text);
            let is_verse = lines
                .iter()
                .all(|line| (3..=9).contains(&line.chars().count()));
            let is_new =
                lines.iter().filter(|line| !seen.contains(*line)).count() * 2 > lines.len();
            if !is_verse || !is_new {
                return false;
            }
            seen.extend(lines.iter().cloned());
            poems.push(Poem {
                author: author.to_owned(),
                title: short(title),
                lines,
            });
            true
        };
        for (title, author, text) in anthologies::all(&sources.join("anthologies"))? {
            take(&author, &title, &text);
        }
        let mut of_poets: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
        for poem in poems::titled(&sources.join("poems"))? {
            of_poets
                .entry(poem.author)
                .or_default()
                .push((poem.title, poem.text));
        }
        for (poet, most) in POETS {
            let own = of_poets
                .get(poet)
                .ok_or_else(|| format!("no poem of {poet}"))?;
            let fits = own.iter().filter(|(_, text)| is_regular(text));
            let mut count = 0;
            for (title, text) in fits {
                if count < most && take(poet, title, text) {
                    count += 1;
                }
            }
        }
        Ok(Self { poems, simplifier })
    }

    /// All lines.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.poems
            .iter()
            .flat_map(|poem| &poem.lines)
            .map(String::as_str)
    }

    /// As bytes.
    pub fn write(&self, bytes: &mut Vec<u8>) {
        let letters = self.letters();
        let numbers: BTreeMap<char, usize> = letters.iter().copied().zip(0..).collect();
        varint(bytes, letters.len());
        for letter in &letters {
            bytes.extend((u32::from(*letter) as u16).to_le_bytes());
        }
        let simplified: Vec<(usize, char)> = letters
            .iter()
            .enumerate()
            .map(|(at, c)| (at, self.simplifier.character(*c)))
            .filter(|(at, c)| letters[*at] != *c)
            .collect();
        varint(bytes, simplified.len());
        let mut before = 0;
        for (at, c) in simplified {
            varint(bytes, at - before);
            before = at;
            bytes.extend((u32::from(c) as u16).to_le_bytes());
        }
        let name = |bytes: &mut Vec<u8>, name: &str| {
            varint(bytes, name.chars().count());
            for c in name.chars() {
                varint(bytes, numbers[&c]);
            }
        };
        let authors: BTreeSet<&str> = self.poems.iter().map(|poem| poem.author.as_str()).collect();
        let authors: Vec<&str> = authors.into_iter().collect();
        varint(bytes, authors.len());
        for author in &authors {
            name(bytes, author);
        }
        varint(bytes, self.poems.len());
        for poem in &self.poems {
            let author = authors.binary_search(&poem.author.as_str());
            varint(bytes, author.unwrap_or_default());
            name(bytes, &poem.title);
            let lengths: Vec<usize> = poem.lines.iter().map(|line| line.chars().count()).collect();
            varint(bytes, lengths.len());
            let even = lengths.windows(2).all(|two| two[0] == two[1]);
            varint(
                bytes,
                if even {
                    lengths.first().copied().unwrap_or(0)
                } else {
                    0
                },
            );
            for length in lengths.iter().filter(|_| !even) {
                varint(bytes, *length);
            }
        }
        let text: Vec<char> = self.all().flat_map(str::chars).collect();
        varint(bytes, text.len());
        bytes.extend(text.iter().map(|c| numbers[c] as u8));
        bytes.extend(text.iter().map(|c| (numbers[c] >> 8) as u8));
        let kept = self.kept();
        varint(bytes, kept.len());
        let mut before = 0;
        for at in kept {
            varint(bytes, at - before);
            before = at;
        }
    }

    /// All characters, commonest first.
    fn letters(&self) -> Vec<char> {
        let mut counts: BTreeMap<char, usize> = BTreeMap::new();
        let names = self
            .poems
            .iter()
            .flat_map(|poem| [&poem.author, &poem.title]);
        for c in names
            .flat_map(|name| name.chars())
            .chain(self.all().flat_map(str::chars))
        {
            *counts.entry(c).or_default() += 1;
        }
        let mut letters: Vec<(usize, char)> = counts.into_iter().map(|(c, n)| (n, c)).collect();
        letters.sort_by_key(|(count, c)| (usize::MAX - count, *c));
        letters.into_iter().map(|(_, c)| c).collect()
    }

    /// Places of the text where words decide that a character keeps its traditional shape.
    fn kept(&self) -> Vec<usize> {
        let mut kept = Vec::new();
        let mut at = 0;
        for line in self.all() {
            for (own, simplified) in line.chars().zip(self.simplifier.text(line).chars()) {
                if own == simplified && self.simplifier.character(own) != own {
                    kept.push(at);
                }
                at += 1;
            }
        }
        kept
    }
}

/// The lines of a text.
fn lines(text: &str) -> Vec<String> {
    let lines = text.split(['，', '。', '？', '！', '；', '：', '、', '\n', '\r']);
    lines
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}

/// Whether a text is four or eight lines of five or seven characters that all devices know.
fn is_regular(text: &str) -> bool {
    let lines = lines(text);
    let width = lines.first().map_or(0, |line| line.chars().count());
    matches!(lines.len(), 4 | 8)
        && matches!(width, 5 | 7)
        && lines.iter().all(|line| {
            line.chars().count() == width
                && line.chars().all(|c| ('\u{4e00}'..'\u{9fff}').contains(&c))
        })
}

/// A title without notes, and not longer than what is shown.
fn short(title: &str) -> String {
    let own: String = title
        .chars()
        .take_while(|c| !"（(〔".contains(*c))
        .filter(|c| *c <= '\u{ffff}')
        .collect();
    let own = own.trim();
    if own.chars().count() <= LONGEST_TITLE {
        return own.to_owned();
    }
    own.chars().take(LONGEST_TITLE - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_divided_and_titles_cut() {
        assert_eq!(
            lines("白日依山尽，黄河入海流。\n"),
            ["白日依山尽", "黄河入海流"]
        );
        assert_eq!(short("登樓（一作登高） 二"), "登樓");
        assert_eq!(short(&"長".repeat(30)).chars().count(), LONGEST_TITLE);
        assert!(is_regular(
            "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。"
        ));
        assert!(!is_regular(
            "白日依山尽，黄河入海流。欲穷千里目，更上一层高楼。"
        ));
        assert!(!is_regular("白日依山尽，黄河入海流。"));
        assert!(!is_regular(
            "白日依□尽，黄河入海流。欲穷千里目，更上一层楼。"
        ));
    }
}
