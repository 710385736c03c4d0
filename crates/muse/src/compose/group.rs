//! The rhyme group that the person chose, held against the one that a poem has.

use verse::{Report, ToneClass};

use crate::{brief::Brief, rhymes};

/// The lines, from 1, that should rhyme in the group that the person chose and do not, where the poem
/// rhymes in another. In a poem that does rhyme in it the check itself finds the others.
pub fn astray(report: &Report, brief: &Brief) -> Vec<usize> {
    let Some(chosen) = brief.chosen() else {
        return Vec::new();
    };
    let rhyme = report.rhyme.as_ref();
    if rhyme.is_some_and(|r| r.class == ToneClass::Level && r.group == chosen.name()) {
        return Vec::new();
    }
    let rhymes_now = |line: &usize| rhyme.is_some_and(|r| r.lines.contains(line));
    (1..=report.lines.len())
        .filter(|line| line % 2 == 0 || rhymes_now(line))
        .filter(|line| last(report, *line).is_none_or(|c| !rhymes::rhymes_in(c, chosen)))
        .collect()
}

/// Whether no line at all rhymes in the group: such a poem is written anew rather than mended.
pub(super) fn is_all_astray(report: &Report, brief: &Brief) -> bool {
    let even = report.lines.len() / 2;
    even > 0 && astray(report, brief).iter().filter(|n| *n % 2 == 0).count() == even
}

/// Why a line is astray, in Chinese.
pub(super) fn reason(report: &Report, line: usize, brief: &Brief) -> String {
    let chosen = chosen_in_sentence(brief);
    match last(report, line) {
        Some(end) => format!("韵脚“{end}”不在{chosen}：全诗须押{chosen}。"),
        None => format!("全诗须押{chosen}。"),
    }
}

/// Why a poem is written anew, in Chinese.
pub(super) fn reason_for_all(report: &Report, brief: &Brief) -> String {
    let chosen = chosen_in_sentence(brief);
    match &report.rhyme {
        Some(rhyme) => format!("应押{chosen}，上次押的是“{}”。", rhyme.group),
        None => format!("应押{chosen}，上次没有。"),
    }
}

fn chosen_in_sentence(brief: &Brief) -> String {
    let chosen = brief.chosen();
    chosen.map_or_else(String::new, verse::RhymeGroup::name_in_sentence)
}

/// The character at the end of a line.
fn last(report: &Report, line: usize) -> Option<char> {
    let line = report.lines.get(line.checked_sub(1)?)?;
    line.chars.last().map(|c| c.character)
}

#[cfg(test)]
mod tests {
    use super::*;
    use verse::Form;

    fn astray_of(text: &str, group: &str) -> Vec<usize> {
        let mut brief = Brief::new(Form::FiveQuatrain, "");
        brief.group = group.into();
        astray(&verse::check(text, &brief.options()), &brief)
    }

    #[test]
    fn a_poem_in_the_group_or_with_a_free_rhyme_is_not_astray() {
        let text = "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。";
        assert!(astray_of(text, "尤").is_empty());
        assert!(astray_of(text, "").is_empty());
        assert!(astray_of(text, "第一部").is_empty());
        // An off rhyme in a poem of the group is found by the check.
        let off = "白日依山尽，黄河入海流。欲穷千里目，更上一层山。";
        assert!(astray_of(off, "尤").is_empty());
    }

    #[test]
    fn of_a_poem_in_another_group_the_lines_that_do_not_rhyme_in_it() {
        let text = "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。";
        assert_eq!(astray_of(text, "东"), [2, 4]);
        let half = "白日依山尽，黄河入海流。欲穷千里目，更上一层山。";
        assert_eq!(astray_of(half, "删"), [2]);
    }
}
