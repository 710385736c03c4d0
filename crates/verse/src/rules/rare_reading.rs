//! A verdict that rests on a reading that poets seldom use.

use super::{Context, Explanation, Rule};
use crate::{
    lexicon::RARE,
    report::{Char, DecidedBy, Finding, Severity, Slot},
};

pub(super) static RULE: Rule = Rule {
    code: "rare-reading",
    severity: Severity::Note,
    zh: "罕用读音",
    en: "rare reading",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "rare-reading",
    zh: "此处按格律取了这个字不常用的读音，才算合律。若本意用的是常见读音，这里就不合平仄；\
        可以点选读音，或者换字。",
    en: "The place is in order only with a reading that poets seldom use. If the usual one is \
        meant, it is a fault; choose a reading, or another character.",
    example: None,
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if !context.seen.rare {
        return findings;
    }
    for line in context.whole_lines() {
        for (at, c) in line.chars.iter().enumerate() {
            if is_rare(context, line.number, at, c) {
                findings.push(note(context, line.number, at + 1, c));
            }
        }
    }
    findings
}

/// Whether a character is read, at a place that asks for it, in a class that costs as much as a
/// light fault.
fn is_rare(context: &Context<'_>, line: usize, at: usize, c: &Char) -> bool {
    if !matches!(c.decided_by, DecidedBy::Slot | DecidedBy::Rhyme) || c.slot == Some(Slot::Free) {
        return false;
    }
    let entry = context.text.line(line - 1).get(at).and_then(|g| g.entry);
    entry
        .zip(c.class)
        .is_some_and(|(entry, class)| entry.cost(class) >= RARE)
}

fn note(context: &Context<'_>, line: usize, position: usize, c: &Char) -> Finding {
    let class = c.class.unwrap_or(crate::ToneClass::Level);
    let usual = c
        .alternatives()
        .into_iter()
        .find(|a| a.group.class() != class)
        .and_then(|a| a.pinyin);
    context.finding(
        &RULE,
        line,
        vec![position],
        || {
            let usual = usual.map_or_else(String::new, |p| format!("（{p}）"));
            format!(
                "{}此处取{}声，较少见；常读{}声{usual}则不合。",
                context.place(line, position),
                class.chinese(),
                class.opposite().chinese()
            )
        },
        || {
            let usual = usual.map_or_else(String::new, |p| format!(" ({p})"));
            format!(
                "{} is read {} here, which is rare; the usual {} reading{usual} would not fit.",
                context.place(line, position),
                class.english(),
                class.opposite().english()
            )
        },
    )
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::places;

    #[test]
    fn the_usual_reading_needs_no_note() {
        let text = "离离原上草，一岁一枯荣。野火烧不尽，春风吹又生。远芳侵古道，晴翠接荒城。\
                    又送王孙去，萋萋满别情。";
        assert!(places(text, "rare-reading").is_empty());
    }

    #[test]
    fn a_rare_one_is_said_to_be() {
        // 间 is level nine times in ten; between, departing, it is what the place asks for here.
        let text = "白日依山尽，黄河入海流。欲穷间里目，更上一层楼。";
        assert!(places(text, "rare-reading").is_empty());
        let text = "白日依间尽，黄河入海流。欲穷千里目，更望一层楼。";
        assert!(places(text, "rare-reading").is_empty());
        let text = "白日依山尽，黄河间海流。欲穷千里目，更上一层楼。";
        assert!(places(text, "rare-reading").is_empty());
        let text = "白间依山尽，黄河入海流。欲穷千里目，更上一层楼。";
        assert_eq!(places(text, "rare-reading"), [(1, vec![2])]);
    }
}
