//! What each reading of a character with several readings means: a word or two.
//!
//! A gloss by hand decides; else the words that verse uses in the reading (`phrases.tsv`); else the
//! first sense that 廣韻 gives. All are written in simplified script.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use verse::{RhymeGroup, Tone};

use crate::{Result, data_folder, guangyun, scripts, table};

/// Characters that are rarer than this many others get no gloss.
const MOST_CHARACTERS: usize = 8_000;
/// A sense that is longer is left out: cut anywhere it would mislead.
const LONGEST: usize = 12;
/// Example words of one reading.
const MOST_WORDS: usize = 2;

/// A reading of a traditional character.
type Key = (char, RhymeGroup);

/// Writes the table.
pub fn build(sources: &Path) -> Result<()> {
    let data = data_folder();
    let simplified = simplified(&sources.join("opencc/STCharacters.txt"))?;
    let simplify = |text: &str| -> String {
        text.chars()
            .map(|c| *simplified.get(&c).unwrap_or(&c))
            .collect()
    };
    let by_hand = rulings(&data)?;
    let words = words(&data)?;
    let senses = senses(&sources.join("guangyun.txt"))?;
    let (mut rows, mut missing) = (Vec::new(), 0);
    for (c, groups) in several_readings(&data)? {
        for group in groups {
            let key = (c, group);
            let found = by_hand
                .get(&key)
                .map(|gloss| (gloss.clone(), "hand"))
                .or_else(|| words.get(&key).map(|words| (simplify(words), "verse")))
                .or_else(|| senses.get(&key).map(|sense| (simplify(sense), "guangyun")));
            match found {
                Some((gloss, from)) => {
                    let reading = format!("{}{}", group.tone().chinese(), group.name());
                    rows.push(format!("{c}\t{reading}\t{gloss}\t{from}"));
                }
                None => missing += 1,
            }
        }
    }
    eprintln!("{} glosses, {missing} readings without", rows.len());
    table::write(
        &data.join("glosses.tsv"),
        "What each reading of a traditional character with several readings means.",
        "char\treading\tgloss\tfrom",
        rows,
    )
}

/// A reading as tables name it: `平東`.
fn group(reading: &str) -> Option<RhymeGroup> {
    let mut chars = reading.chars();
    let tone = match chars.next()? {
        '平' => Tone::Level,
        '上' => Tone::Rising,
        '去' => Tone::Departing,
        _ => Tone::Entering,
    };
    RhymeGroup::find(tone, chars.next()?)
}

fn first(cell: &str) -> Option<char> {
    cell.chars().next()
}

/// The commonest characters with several readings, and those.
fn several_readings(data: &Path) -> Result<BTreeMap<char, Vec<RhymeGroup>>> {
    let mut counts: Vec<(u32, char)> = Vec::new();
    for row in table::read(&data.join("frequency.tsv"))? {
        let c = row.first().and_then(|cell| first(cell));
        counts.push((
            row.get(1).ok_or("no count")?.parse()?,
            c.ok_or("no character")?,
        ));
    }
    counts.sort_unstable();
    let common: BTreeSet<char> = counts
        .iter()
        .rev()
        .take(MOST_CHARACTERS)
        .map(|(_, c)| *c)
        .collect();
    let mut several = BTreeMap::new();
    for row in table::read(&data.join("pingshui.tsv"))? {
        let groups: Vec<RhymeGroup> = row
            .get(1)
            .map(|cell| cell.split(' ').filter_map(group).collect())
            .unwrap_or_default();
        if let Some(c) = row.first().and_then(|cell| first(cell))
            && groups.len() > 1
            && common.contains(&c)
        {
            several.insert(c, groups);
        }
    }
    Ok(several)
}

/// Traditional characters to the simplified ones that are written for them, where that is certain:
/// a character that simplified script has too (乾) stays.
fn simplified(table: &Path) -> Result<BTreeMap<char, char>> {
    let lists = scripts::lists(table)?;
    let mut map = BTreeMap::new();
    for (c, forms) in &lists {
        for form in forms.iter().filter(|f| *f != c && !lists.contains_key(f)) {
            map.entry(*form).or_insert(*c);
        }
    }
    Ok(map)
}

/// The glosses by hand.
fn rulings(data: &Path) -> Result<BTreeMap<Key, String>> {
    let mut glosses = BTreeMap::new();
    for row in table::read(&data.join("gloss-rulings.tsv"))? {
        let [c, reading, gloss] = &row[..] else {
            return Err(format!("gloss-rulings.tsv: {row:?}").into());
        };
        let key = first(c)
            .zip(group(reading))
            .ok_or(format!("no reading: {row:?}"))?;
        glosses.insert(key, gloss.clone());
    }
    Ok(glosses)
}

/// The words of each reading that verse uses most.
fn words(data: &Path) -> Result<BTreeMap<Key, String>> {
    let mut found: BTreeMap<Key, Vec<(u32, String)>> = BTreeMap::new();
    for row in table::read(&data.join("phrases.tsv"))? {
        let [word, place, reading, from] = &row[..] else {
            continue;
        };
        let Ok(place) = place.parse::<usize>() else {
            continue;
        };
        let key = word
            .chars()
            .nth(place.saturating_sub(1))
            .zip(group(reading));
        let uses = from
            .split(' ')
            .nth(1)
            .and_then(|c| c.split('/').next()?.parse().ok());
        if let Some(key) = key {
            found
                .entry(key)
                .or_default()
                .push((uses.unwrap_or(0), word.clone()));
        }
    }
    Ok(found
        .into_iter()
        .map(|(key, mut words)| {
            words.sort_by_key(|(uses, word)| (u32::MAX - uses, word.chars().count()));
            let words: Vec<String> = words.into_iter().take(MOST_WORDS).map(|(_, w)| w).collect();
            (key, words.join("、"))
        })
        .collect())
}

/// The first sense that 廣韻 gives for each reading.
fn senses(path: &Path) -> Result<BTreeMap<Key, String>> {
    let mut senses = BTreeMap::new();
    guangyun::each(path, |c, group, gloss| {
        if let Some(sense) = sense(gloss) {
            senses.entry((c, group)).or_insert(sense);
        }
    })?;
    Ok(senses)
}

/// The first sense of a gloss, if it is short: 春方也說文曰動也 gives 春方.
fn sense(gloss: &str) -> Option<String> {
    // 上同（春方也…）: what is above is repeated in brackets.
    let gloss = match gloss.split_once('（') {
        Some((_, inner)) => inner.trim_end_matches('）'),
        None => gloss,
    };
    let ends = [
        "也", "又", "亦", "出", "說文", "爾雅", "廣雅", "俗", "或", "案", "同上", "上同",
    ];
    let end = ends
        .iter()
        .filter_map(|end| gloss.find(end))
        .min()
        .unwrap_or(gloss.len());
    let sense = &gloss[..end];
    let length = sense.chars().count();
    // 苦寒切七 is a sound, no sense; a quotation (詩曰…) does not say what is meant.
    let is_sense = (1..=LONGEST).contains(&length)
        && !sense.starts_with("漢書")
        && !sense.contains(['切', '曰', '云', '注', '謂']);
    is_sense.then(|| sense.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sense_is_taken() {
        assert_eq!(sense("視也苦寒切七").as_deref(), Some("視"));
        assert_eq!(sense("水名出廣漢郡亦關名").as_deref(), Some("水名"));
        assert_eq!(sense("上同（春方也說文曰動也）").as_deref(), Some("春方"));
        assert_eq!(sense("又苦干切"), None);
        assert_eq!(sense("月令曰清明之日桐始華"), None);
    }
}
