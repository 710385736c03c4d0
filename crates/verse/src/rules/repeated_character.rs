//! 重字: a character stands in two places.

use super::{Context, Explanation, Rule, firsts::Firsts};
use crate::report::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "repeated-character",
    severity: Severity::Advice,
    zh: "重字",
    en: "repeated character",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "repeated-character",
    zh: "一首诗字数有限，同一个字出现两次，多半可以换一个。叠字（萧萧）和一句之中有意的重复\
        （一…一…）不算。",
    en: "A character stands in two lines. Verse has few characters, and another one often says \
        more. Reduplication (萧萧) and repetition within one line on purpose do not count.",
    example: None,
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    if context.reading.is_none() {
        return Vec::new();
    }
    let mut findings = Vec::new();
    let mut firsts = Firsts::new(context.lines.iter().map(|line| line.chars.len()).sum());
    for (at, line) in context.lines.iter().enumerate() {
        for (position, c) in line.chars.iter().enumerate() {
            if c.class.is_none() {
                continue;
            }
            match firsts.meet(c.character, at, position) {
                // Within one line it is reduplication or a figure; and the first is not repeated.
                Some((first, _)) if first >= at => {}
                Some((first, place)) => {
                    let (first, place) = (first + 1, place + 1);
                    let rhymes_twice = position + 1 == context.width
                        && place == context.width
                        && context.must_rhyme(at + 1)
                        && context.must_rhyme(first);
                    if rhymes_twice {
                        continue;
                    }
                    let mut finding = context.finding(
                        &RULE,
                        at + 1,
                        vec![position + 1],
                        || {
                            format!(
                                "重字：{}在{}已用过。",
                                context.place(at + 1, position + 1),
                                context.line(first)
                            )
                        },
                        || {
                            format!(
                                "repeated character: {} stands in {} already.",
                                context.place(at + 1, position + 1),
                                context.line(first)
                            )
                        },
                    );
                    finding.related.push((first, place));
                    findings.push(finding);
                }
                None => {}
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::places;

    #[test]
    fn in_two_lines_but_not_in_one() {
        let text = "白日依山尽，黄河入海流。欲穷千里目，更上一山楼。";
        assert_eq!(places(text, "repeated-character"), [(4, vec![4])]);
        let text = "无边落木萧萧下，不尽长江滚滚来。";
        assert!(places(text, "repeated-character").is_empty());
    }
}
