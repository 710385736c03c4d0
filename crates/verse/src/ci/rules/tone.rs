//! A place that poets keep is of the other class.

use super::{Context, Rule};
use crate::{
    report::{Finding, Severity},
    rules::{Example, Explanation},
    tone::ToneClass,
    words::chinese_number,
};

/// Where fewer poets in a hundred broke a place it is a fault; half a lyric is added on both sides, so that
/// few lyrics never make one.
const FAULT: f64 = 0.02;
/// Where fewer did it is a warning, else a note. (A place that a tenth broke asks for nothing.)
const WARNING: f64 = 0.06;

pub(super) static RULE: Rule = Rule {
    code: "ci-tone",
    severity: Severity::Error,
    zh: "词字平仄不合",
    en: "wrong tone in a lyric",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "ci-tone",
    zh: "词谱由历代词作统计而来：某字绝大多数词人用平或用仄，即为定字，违者指出。轻重看有多少词人用过：极少为误，略多为提醒，再多只作说明。",
    en: "The pattern is counted from the poets' own lyrics: a place asks for level or oblique where \
        nearly all of them have it. How much a deviation weighs depends on how many poets have it \
        too: very few, a fault; some, a warning; more, a note.",
    example: Some(Example {
        text: "大江东去，浪淘尽、千古风流人物。故垒西边人道是，三国周郎赤壁。乱石穿空，惊涛拍岸，卷起千堆雪。江山如画，一时多少豪杰。遥想公瑾当年，小乔初嫁了，雄姿英发。羽扇纶巾谈笑间，强虏灰飞烟灭。故国神游，多情应笑，我早生华发。人间如梦，一尊还酹江月。",
        source: "苏轼《念奴娇·赤壁怀古》",
    }),
};

/// The weight of a deviation that so many of so many lyrics have.
fn severity(other: u16, all: u16) -> Severity {
    let share = (f64::from(other) + 0.5) / (f64::from(all) + 1.0);
    if share < FAULT {
        Severity::Error
    } else if share < WARNING {
        Severity::Warning
    } else {
        Severity::Note
    }
}

fn find(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, line) in context.lines.iter().enumerate() {
        for (place, own) in line.chars.iter().enumerate() {
            let asked = own.slot.and_then(super::super::SlotClass::asked);
            let (Some(asked), Some(class)) = (asked, own.class) else {
                continue;
            };
            if asked == class {
                continue;
            }
            let other = match class {
                ToneClass::Level => own.level,
                ToneClass::Oblique => own.oblique,
            };
            let all = own.level.saturating_add(own.oblique);
            let place = place + 1;
            findings.push(context.finding(
                &RULE,
                severity(other, all),
                (at + 1, vec![place]),
                || {
                    let who = context.place(at + 1, place);
                    let (is, asked) = (class.chinese(), asked.chinese());
                    let all = chinese_number(all.into());
                    if other == 0 {
                        format!("{who}是{is}声，此处用{asked}：历代词作{all}首，无一用{is}。")
                    } else {
                        let other = chinese_number(other.into());
                        format!("{who}是{is}声，此处用{asked}：历代词作{all}首，用{is}的{other}首。")
                    }
                },
                || {
                    let who = context.place(at + 1, place);
                    let (is, asked) = (class.english(), asked.english());
                    let other = if other == 0 { "none".to_owned() } else { other.to_string() };
                    format!("{who} is {is} where poets have {asked}: of {all} lyrics {other} have it so.")
                },
            ));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ci::{
        Options,
        rules::testing::{SPRING, check, found},
    };

    #[test]
    fn a_wrong_tone_is_said_with_its_evidence() {
        assert_eq!(found(SPRING), [] as [&str; 0]);
        let text = SPRING.replace("音信无凭", "音信不凭");
        assert_eq!(found(&text), ["5:ci-tone"]);
        for (language, part) in [
            (crate::Language::Zh, "历代词作"),
            (crate::Language::Hant, "歷代詞作"),
            (crate::Language::En, "lyrics"),
        ] {
            let options = Options {
                language,
                ..Options::default()
            };
            let findings = check(&text, &options).findings;
            assert!(findings[0].message.contains(part), "{findings:?}");
            assert_eq!(findings[0].chars, [5]);
        }
    }

    #[test]
    fn what_more_poets_do_weighs_less() {
        assert_eq!(severity(0, 393), Severity::Error);
        assert_eq!(severity(12, 393), Severity::Warning);
        assert_eq!(severity(35, 393), Severity::Note);
        assert_eq!(severity(0, 5), Severity::Note);
    }
}
