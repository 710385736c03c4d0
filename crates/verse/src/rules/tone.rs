//! 失律: a fixed place has the wrong class.

use super::{Context, Explanation, Rule};
use crate::{
    report::{Finding, Severity},
    rules::context::WholeLine,
    scan::tail::Tail,
    tone::ToneClass,
};

pub(super) static RULE: Rule = Rule {
    code: "tone",
    severity: Severity::Error,
    zh: "失律",
    en: "wrong tone",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "tone",
    zh: "格式中平仄固定的位置用了相反的字，又不属于拗救，叫失律。\
        不押韵的出句以平声收尾，也是失律。换一个平仄合适的字即可。",
    en: "A place where the pattern fixes the class has a character of the other class, and no \
        deviation or rescue explains it. An opening line that does not rhyme and ends level is such a \
        fault too. A character of the class that is asked mends it.",
    example: None,
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if !context.seen.off_pattern {
        return findings;
    }
    for line in context.whole_lines() {
        let pattern = line.read.line_type.pattern(context.width);
        for (at, (slot, c)) in pattern.iter().zip(line.chars).enumerate() {
            if let (Some(asked), Some(class)) = (*slot, c.class)
                && asked != class
                && is_off(context, &line, at + 1)
            {
                findings.push(one(context, line.number, at + 1, asked));
            }
        }
    }
    findings
}

/// Whether the wrong class at a fixed place of a line is a fault of tone.
fn is_off(context: &Context<'_>, line: &WholeLine<'_>, position: usize) -> bool {
    if position == context.of_five(3) {
        return matches!(line.read.tail, Tail::Wrong { third: true });
    }
    if position == context.of_five(4) {
        return matches!(line.read.tail, Tail::Wrong { .. });
    }
    // The first of the last five is free, or a matter of the lone level; the rhyme has rules of its
    // own.
    position != context.of_five(1)
        && !(position == context.width && context.must_rhyme(line.number))
}

fn one(context: &Context<'_>, line: usize, position: usize, asked: ToneClass) -> Finding {
    let place = || context.place(line, position);
    let ends_level = position == context.width && asked == ToneClass::Oblique;
    context.finding(
        &RULE,
        line,
        vec![position],
        || {
            if ends_level {
                format!("{}应仄：不押韵的句子以仄声收尾。", place())
            } else {
                format!(
                    "{}应{}，现为{}。",
                    place(),
                    asked.chinese(),
                    asked.opposite().chinese()
                )
            }
        },
        || {
            if ends_level {
                format!(
                    "{} should be oblique: a line that does not rhyme ends oblique.",
                    place()
                )
            } else {
                format!(
                    "{} should be {}, it is {}.",
                    place(),
                    asked.english(),
                    asked.opposite().english()
                )
            }
        },
    )
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{found, places};

    #[test]
    fn an_odd_line_that_ends_level() {
        let text = "一纸佳音传四方，满堂宾客喜洋洋。当年苦练今朝成，名字高悬金榜香。";
        assert_eq!(places(text, "tone"), [(3, vec![7])]);
    }

    #[test]
    fn a_wrong_character_at_an_even_place() {
        let text = "白日依山尽，黄河入海流。欲攀千里目，更上一层楼。";
        assert_eq!(found(text), Vec::<String>::new());
        let text = "白日依山尽，黄河入海流。欲上千里目，更上一层楼。";
        assert_eq!(places(text, "tone"), [(3, vec![2])]);
    }
}
