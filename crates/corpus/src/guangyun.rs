//! 廣韻 in the compact text of the package `tshet-uinh`, its 206 rhymes merged to 106.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use verse::{RhymeGroup, Tone};

use crate::Result;

/// Readings by character.
pub type Readings = BTreeMap<char, BTreeSet<RhymeGroup>>;

/// Which rhymes of 廣韻 make up a group of 平水韵, tone by tone. 業, the entering rhyme of 嚴, goes
/// to 洽, 祭 with 霽, 夬 with 卦.
const MERGE: [(Tone, &str); 4] = [
    (
        Tone::Level,
        "東 冬鍾 江 支脂之 微 魚 虞模 齊 佳皆 灰咍 真諄臻 文欣 元魂痕 寒桓 刪山 先仙 蕭宵 肴 豪 \
         歌戈 麻 陽唐 庚耕清 青 蒸登 尤侯幽 侵 覃談 鹽添嚴 咸銜凡",
    ),
    (
        Tone::Rising,
        "董 腫 講 紙旨止 尾 語 麌姥 薺 蟹駭 賄海 軫準 吻隱 阮混很 旱緩 潸產 銑獮 篠小 巧 晧 哿果 \
         馬 養蕩 梗耿靜 迥拯等 有厚黝 寑 感敢 琰忝儼 豏檻范",
    ),
    (
        Tone::Departing,
        "送 宋用 絳 寘至志 未 御 遇暮 霽祭 泰 卦怪夬 隊代廢 震稕 問焮 願慁恨 翰換 諫襇 霰線 嘯笑 \
         效 号 箇過 禡 漾宕 映諍勁 徑證嶝 宥候幼 沁 勘闞 豔㮇釅 陷鑑梵",
    ),
    (
        Tone::Entering,
        "屋 沃燭 覺 質術櫛 物迄 月沒 曷末 黠鎋 屑薛 藥鐸 陌麥昔 錫 職德 緝 合盍 葉怗 洽狎業乏",
    ),
];

/// The group of each of the 206 rhymes, in the order of the book of 106.
fn merge() -> Result<BTreeMap<char, RhymeGroup>> {
    let mut groups = RhymeGroup::all();
    let mut map = BTreeMap::new();
    for (tone, rhymes) in MERGE {
        for rhyme in rhymes.split_whitespace() {
            let group = groups.next().ok_or("more merged rhymes than groups")?;
            if group.tone() != tone {
                return Err(format!("the merged rhyme {rhyme} stands in the wrong tone").into());
            }
            map.extend(rhyme.chars().map(|c| (c, group)));
        }
    }
    Ok(map)
}

/// The readings of the book.
pub fn read(path: &Path) -> Result<Readings> {
    let mut readings = Readings::new();
    each(path, |c, group, _| {
        readings.entry(c).or_default().insert(group);
    })?;
    Ok(readings)
}

/// Hands on every entry of the book: character, group, gloss. A line `#東` heads a rhyme; other lines
/// hold one 小韻: five characters for each sound (three of code, two of 反切), then entries divided by
/// `|`, each a character and its gloss.
pub fn each(path: &Path, mut take: impl FnMut(char, RhymeGroup, &str)) -> Result<()> {
    let text =
        fs::read_to_string(path).map_err(|e| format!("cannot read {}: {e}", path.display()))?;
    let merge = merge()?;
    let mut group = None;
    for line in text.lines().filter(|l| !l.is_empty()) {
        if let Some(rhyme) = line.strip_prefix('#') {
            let head = rhyme.chars().next().ok_or("a rhyme without a head")?;
            group = Some(*merge.get(&head).ok_or(format!("unknown rhyme {rhyme}"))?);
            continue;
        }
        let group = group.ok_or("an entry before the first rhyme")?;
        for entry in entries(line).split('|') {
            let mut rest = entry.chars();
            if let Some(c) = rest.next() {
                take(c, group, rest.as_str());
            }
        }
    }
    Ok(())
}

/// A line without the codes of its sounds.
fn entries(line: &str) -> &str {
    let mut rest = line;
    loop {
        let mut chars = rest.char_indices();
        let coded = (0..3).all(|_| {
            chars
                .next()
                .is_some_and(|(_, c)| c.is_ascii_alphanumeric() || "_$@".contains(c))
        });
        if !coded {
            return rest;
        }
        rest = chars.nth(2).map_or("", |(at, _)| &rest[at..]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_206_rhymes_are_merged() {
        assert_eq!(merge().unwrap().len(), 206);
    }

    #[test]
    fn codes_are_cut_off() {
        assert_eq!(entries("EAA德紅東春方也|菄東風菜"), "東春方也|菄東風菜");
        assert_eq!(entries("i0U香幽i0Y香幽飍a驚風|烋b美也"), "飍a驚風|烋b美也");
    }
}
