//! A line does not say again what most lyrics of the form do.

use super::{Context, Rule};
use crate::{
    report::{Finding, Severity},
    rules::Explanation,
    words::{self, chinese_number},
};

pub(super) static RULE: Rule = Rule {
    code: "ci-repeat",
    severity: Severity::Advice,
    zh: "叠句不叠",
    en: "no repeat in a lyric",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "ci-repeat",
    zh: "有些词牌照例叠句，如如梦令第六句重复第五句，忆秦娥的三字句重复前句句尾。此体词作过半如此，不叠也不算错。",
    en: "Some tunes have words said again: line 6 of 如梦令 repeats line 5, the lines of three characters in \
        忆秦娥 repeat the end of the line before. More than half of the lyrics do so; not to is no fault.",
    example: None,
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    let lines = context.found.form.lines.iter().enumerate();
    let finding = |(at, own): (usize, &crate::ci::FormLine)| {
        let repeat = own.repeat_of?;
        let (number, line) = context.line_of(at)?;
        let (said, earlier) = context.line_of(repeat.line)?;
        // In lines of another length nobody knows which words are meant.
        let asked = context.found.form.lines.get(repeat.line)?.slots.len();
        if line.chars.len() != own.slots.len() || earlier.chars.len() != asked {
            return None;
        }
        let words = earlier
            .chars
            .get(repeat.from..repeat.from + own.slots.len())?;
        let mut pairs = line.chars.iter().zip(words);
        // An open place may be anything.
        if pairs.all(|(a, b)| a.character == b.character || a.is_open() || b.is_open()) {
            return None;
        }
        let words: String = words.iter().map(|c| c.character).collect();
        let mut found = context.finding(
            &RULE,
            RULE.severity,
            (number, Vec::new()),
            || {
                let (who, whose) = (
                    words::line(number, context.language),
                    chinese_number(said),
                );
                format!("{who}未叠第{whose}句的“{words}”：此体词作过半叠用。")
            },
            || {
                let who = words::line(number, context.language);
                format!("{who} does not repeat “{words}” of line {said}, as more than half of the lyrics do.")
            },
        );
        let from = repeat.from + 1;
        found.related = (from..from + line.chars.len())
            .map(|place| (said, place))
            .collect();
        Some(found)
    };
    lines.filter_map(finding).collect()
}

#[cfg(test)]
mod tests {
    use crate::{
        Language, Severity,
        ci::{
            Options,
            rules::testing::{check, found},
        },
    };

    /// 李清照《如梦令》.
    const DREAM: &str =
        "昨夜雨疏风骤。浓睡不消残酒。试问卷帘人，却道海棠依旧。知否。知否。应是绿肥红瘦。";

    #[test]
    fn a_line_that_is_not_doubled_is_advised_of() {
        assert_eq!(found(DREAM), [] as [&str; 0]);
        let text = DREAM.replace("知否。知否。", "知否。归否。");
        for (language, part) in [
            (Language::Zh, "第六句未叠第五句的“知否”"),
            (Language::Hant, "第六句未疊第五句的「知否」"),
            (Language::En, "does not repeat “知否” of line 5"),
        ] {
            let options = Options {
                language,
                ..Options::default()
            };
            let findings = check(&text, &options).findings;
            let own = findings.iter().find(|f| f.code == "ci-repeat").unwrap();
            assert!(own.message.contains(part), "{}", own.message);
            assert_eq!((own.line, own.severity), (6, Severity::Advice));
            assert_eq!(own.related, [(5, 1), (5, 2)]);
        }
    }

    #[test]
    fn open_places_and_ends_of_lines() {
        let open = DREAM.replace("知否。知否。", "知否。□□。");
        assert_eq!(found(&open), [] as [&str; 0]);
        // 李白《忆秦娥》.
        let moon = "箫声咽。秦娥梦断秦楼月。秦楼月。年年柳色，灞陵伤别。乐游原上清秋节。咸阳古道音尘绝。音尘绝。西风残照，汉家陵阙。";
        let codes = found(moon);
        assert!(
            codes.iter().all(|code| !code.ends_with("ci-repeat")),
            "{codes:?}"
        );
        let other = found(&moon.replacen("秦楼月。秦楼月", "秦楼月。江楼月", 1));
        assert!(other.contains(&"3:ci-repeat".to_owned()), "{other:?}");
    }
}
