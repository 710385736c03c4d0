//! A code point that only looks like a character.

use super::{Context, Explanation, Rule};
use crate::report::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "compatibility-character",
    severity: Severity::Note,
    zh: "部首码或兼容码",
    en: "compatibility character",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "compatibility-character",
    zh: "从 PDF 等处复制的文字有时用了康熙部首或兼容汉字的编码，看着与通行字一样。\
        检查时按通行字处理，原文不改。",
    en: "Text copied from a PDF sometimes has code points of radicals or compatibility forms that \
        only look like the usual characters. They are read as those; the text is not changed.",
    example: None,
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    if !context.seen.compatibility {
        return Vec::new();
    }
    context
        .text
        .lines()
        .enumerate()
        .filter(|(_, line)| line.iter().any(|g| g.written != g.read))
        .map(|(at, line)| {
            let changed: Vec<usize> = line
                .iter()
                .enumerate()
                .filter(|(_, g)| g.written != g.read)
                .map(|(position, _)| position + 1)
                .collect();
            let words: String = changed.iter().map(|p| line[p - 1].read).collect();
            context.finding(
                &RULE,
                at + 1,
                changed,
                || {
                    format!(
                        "{}有部首码或兼容码，已按“{words}”检查。",
                        context.line(at + 1)
                    )
                },
                || {
                    format!(
                        "{} has compatibility code points, read as “{words}”.",
                        context.line(at + 1)
                    )
                },
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::places;

    #[test]
    fn radicals_are_read_and_named() {
        let text = "⽩⽇依⼭尽，黄河⼊海流。欲穷千⾥⽬，更上⼀层楼。";
        assert_eq!(places(text, "compatibility-character").len(), 4);
        assert!(places(text, "unknown-character").is_empty());
    }
}
