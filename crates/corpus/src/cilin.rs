//! 词林正韵: the part of each character whose group of 平水韵 is split between parts.
//!
//! Most of the 106 groups stand whole in one of the 19 parts. Nine are split along the rhymes of
//! 廣韻 that they were merged from, so a character goes to the part of the rhyme under which 廣韻
//! has it. 泰 is one rhyme: its closed syllables (合口) and those after lip sounds go to part 3, the
//! open ones (開口) to 5. Of 佳 and 卦 the closed ones go to 10, with 麻. 蟹, the rising tone of
//! 佳, stands whole in 5. What 廣韻 has not in the group, and what poets use otherwise, is ruled
//! by hand.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use verse::RhymeGroup;

use crate::{Result, reconcile::Book, rulings, scripts::Scripts};

/// The parts of each character by group.
pub type Parts = BTreeMap<(char, RhymeGroup), BTreeSet<u8>>;

/// The groups, with the rhymes of 廣韻 in them and the part of each.
const SPLIT: [(&str, &str); 10] = [
    ("平佳", "佳5 皆5"),
    ("平灰", "灰3 咍5"),
    ("平元", "元7 魂6 痕6"),
    ("上蟹", "蟹5 駭5"),
    ("上賄", "賄3 海5"),
    ("上阮", "阮7 混6 很6"),
    ("去泰", "泰5"),
    ("去卦", "卦5 怪5 夬5"),
    ("去隊", "隊3 廢3 代5"),
    ("去願", "願7 慁6 恨6"),
];

/// Rulings: group, parts (the commoner first), characters.
///
/// - Characters that 廣韻 has not in the group: by their phonetic and their Mandarin final.
/// - 佳 and 涯, open in 廣韻, stand in part 10 and are often listed in 5 too. In Song ci 38 and 414
///   of the rhymes beside them are of part 10, none of 5. 娃 哇 洼, open as well, go with 蛙, which
///   has the same phonetic. 喎 and 竵, closed, have the final of 歪.
/// - 話, of 夬, goes with 麻: 113 rhymes beside it are of part 10, none of 5, where 夬 belongs. 衩
///   is read with 麻 today.
/// - 外, closed, is often listed in 5 too: 369 rhymes beside it are of part 3, 43 of 5.
/// - 倍, of 海, has as many of 3 beside it as of 5.
/// - 鴛 goes with 元, though 廣韻 has it under 魂 too.
const RULINGS: [(&str, &str, &str); 24] = [
    ("平佳", "5", "挨簁睚捱喎竵歪"),
    ("平佳", "10 5", "佳涯"),
    ("平佳", "10", "娃哇洼"),
    ("平灰", "3", "隗胚玫掊坏漼焞擂賠"),
    ("平灰", "5", "腮鎧抬"),
    ("平元", "6", "魂崑純崙溷蘊瘟囤焞蜳涽炖睧緷薞鷷們圇"),
    ("平元", "7", "蹇湲騫圈咺晅鴛"),
    ("上蟹", "5", "撮纚罫妳洒"),
    ("上賄", "3", "塊痿痗椳腇瘰嶵"),
    ("上賄", "5", "靉靆閡僾胲睬踩"),
    ("上賄", "5 3", "倍"),
    ("上阮", "6", "滾腯捆"),
    ("上阮", "7", "沅犍甗晅"),
    ("去泰", "3", "沬梖癐眛燴"),
    ("去泰", "5", "賚"),
    ("去泰", "3 5", "外"),
    ("去卦", "5", "塊煞澮瞶搤嗌糒攦筷"),
    ("去卦", "5 10", "衩"),
    ("去卦", "10 5", "話"),
    ("去卦", "10", "褂"),
    ("去隊", "3", "敦秣焙柿筏朏擂"),
    ("去隊", "5", "玳襶咳褦"),
    ("去願", "6", "褪腯硍"),
    ("去願", "7", "畹鍵瑗"),
];

/// Whether a syllable is open (開口), closed (合口), or neither: after lips 廣韻 does not tell them
/// apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mouth {
    Neutral,
    Open,
    Closed,
}

/// The digits of a sound's code, by value.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789$_";

/// Reads 廣韻 in the text of the package `tshet-uinh`, whose layout `guangyun` describes.
pub fn read(path: &Path) -> Result<Parts> {
    let text =
        fs::read_to_string(path).map_err(|e| format!("cannot read {}: {e}", path.display()))?;
    parse(&text)
}

fn parse(text: &str) -> Result<Parts> {
    let rhymes = rhymes()?;
    let mut parts = Parts::new();
    let mut rhyme = None;
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix('#') {
            let head = heading.chars().next().ok_or("a rhyme without a head")?;
            rhyme = rhymes.get_key_value(&head);
            continue;
        }
        let Some((head, (group, part))) = rhyme else {
            continue;
        };
        let (sounds, entries) = sounds(line);
        for entry in entries.split('|') {
            let mut chars = entry.chars();
            let Some(c) = chars.next() else { continue };
            // A letter after the character says which of the sounds is its own.
            let own = chars
                .next()
                .and_then(|letter| "abcd".find(letter))
                .and_then(|at| sounds.get(at));
            let heard = own.map_or(&sounds[..], std::slice::from_ref);
            let set = parts.entry((c, *group)).or_default();
            set.extend(heard.iter().map(|mouth| part_of(*head, *part, *mouth)));
        }
    }
    Ok(parts)
}

/// The part of a rhyme, where it does not depend on the mouth, or of the syllable.
fn part_of(rhyme: char, part: u8, mouth: Mouth) -> u8 {
    match (rhyme, mouth) {
        ('泰', Mouth::Neutral | Mouth::Closed) => 3,
        ('佳' | '卦', Mouth::Closed) => 10,
        _ => part,
    }
}

/// Group and part of each rhyme that is in [`SPLIT`].
fn rhymes() -> Result<BTreeMap<char, (RhymeGroup, u8)>> {
    let mut map = BTreeMap::new();
    for (group, rhymes) in SPLIT {
        let group = rulings::reading(group).ok_or("a split group that is not in the book")?;
        for rhyme in rhymes.split(' ') {
            let (head, part) = rhyme.split_at(rhyme.len() - 1);
            let head = head.chars().next().ok_or("a part without a rhyme")?;
            map.insert(head, (group, part.parse()?));
        }
    }
    Ok(map)
}

/// The sounds at the start of a line, each as its mouth, and the rest: the entries.
fn sounds(line: &str) -> (Vec<Mouth>, &str) {
    let mut mouths = Vec::new();
    let mut rest = line;
    loop {
        let mut chars = rest.char_indices();
        let code: Option<Vec<usize>> = (0..3)
            .map(|_| {
                let (_, c) = chars.next()?;
                DIGITS.iter().position(|d| char::from(*d) == c)
            })
            .collect();
        let Some([_, _, last]) = code.as_deref() else {
            return (mouths, rest);
        };
        mouths.push(match last >> 4 {
            0 => Mouth::Neutral,
            1 => Mouth::Open,
            _ => Mouth::Closed,
        });
        rest = chars.nth(2).map_or("", |(at, _)| &rest[at..]);
    }
}

/// The rulings: parts as they are written in the table.
fn ruled() -> Result<BTreeMap<(char, RhymeGroup), &'static str>> {
    let mut map = BTreeMap::new();
    for (group, parts, characters) in RULINGS {
        let group = rulings::reading(group).ok_or("a ruling on a group that is not in the book")?;
        for c in characters.chars() {
            if map.insert((c, group), parts).is_some() {
                return Err(format!("{c} is ruled twice").into());
            }
        }
    }
    Ok(map)
}

/// The rows of `cilin-rulings.tsv`: every character of the book with a reading, sure or rare, in a
/// split group. A character that 廣韻 has in another shape takes the part of that shape.
pub fn rows(parts: &Parts, book: &Book, scripts: &Scripts) -> Result<Vec<String>> {
    let ruled = ruled()?;
    let split: BTreeSet<RhymeGroup> = rhymes()?.into_values().map(|(group, _)| group).collect();
    let mut rows = Vec::new();
    for c in '\u{3400}'..='\u{323AF}' {
        let Some(entry) = book.entry(c) else { continue };
        let groups: BTreeSet<RhymeGroup> = entry.sure.iter().chain(&entry.rare).copied().collect();
        for group in groups.intersection(&split) {
            let name = format!("{}{}", group.tone().chinese(), group.traditional_name());
            let (part, from) = match ruled.get(&(c, *group)) {
                Some(parts) => ((*parts).to_owned(), "ruling"),
                None => {
                    let set = std::iter::once(c)
                        .chain(scripts.variants(c))
                        .find_map(|shape| parts.get(&(shape, *group)))
                        .ok_or(format!("{c} has no part for its reading in {name}"))?;
                    let numbers: Vec<String> = set.iter().map(u8::to_string).collect();
                    (numbers.join(" "), "guangyun")
                }
            };
            rows.push(format!("{c}\t{name}\t{part}\t{from}"));
        }
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts_of(parts: &Parts, c: char) -> Vec<u8> {
        parts
            .iter()
            .filter(|((of, _), _)| *of == c)
            .flat_map(|(_, set)| set.iter().copied())
            .collect()
    }

    #[test]
    fn a_rhyme_has_one_part_but_for_closed_finals() {
        assert_eq!(part_of('咍', 5, Mouth::Open), 5);
        assert_eq!(part_of('泰', 5, Mouth::Open), 5);
        assert_eq!(part_of('泰', 5, Mouth::Closed), 3);
        assert_eq!(part_of('泰', 5, Mouth::Neutral), 3);
        assert_eq!(part_of('佳', 5, Mouth::Closed), 10);
        assert_eq!(part_of('皆', 5, Mouth::Closed), 5);
    }

    #[test]
    fn the_mouth_is_read_off_the_code() {
        let text = "#泰\nFOS他蓋泰大也|忕奢也\nAOC博蓋貝海介蟲\njOi黃外會合也\n#江\nAAA古雙江水名";
        let parts = parse(text).unwrap();
        assert_eq!(parts_of(&parts, '泰'), [5]);
        assert_eq!(parts_of(&parts, '忕'), [5]);
        assert_eq!(parts_of(&parts, '貝'), [3]);
        assert_eq!(parts_of(&parts, '會'), [3]);
        assert!(parts_of(&parts, '江').is_empty());
    }

    #[test]
    fn a_letter_chooses_the_sound() {
        let (mouths, rest) = sounds("AOS他蓋AOi黃外泰a大也|會b合也|兌悅也");
        assert_eq!(mouths, [Mouth::Open, Mouth::Closed]);
        assert_eq!(rest, "泰a大也|會b合也|兌悅也");
        let parts = parse("#泰\nAOS他蓋AOi黃外泰a大也|會b合也|兌悅也").unwrap();
        assert_eq!(parts_of(&parts, '泰'), [5]);
        assert_eq!(parts_of(&parts, '會'), [3]);
        assert_eq!(parts_of(&parts, '兌'), [3, 5]);
    }

    #[test]
    fn rulings_and_rhymes_name_groups_of_the_book() {
        assert_eq!(rhymes().unwrap().len(), 24);
        assert_eq!(ruled().unwrap().len(), 112);
    }
}
