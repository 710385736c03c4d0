//! The lyric is written to another tune than its title says.

use super::{Context, Rule};
use crate::{
    report::{Finding, Severity},
    rules::{Example, Explanation},
};

pub(super) static RULE: Rule = Rule {
    code: "ci-other-tune",
    severity: Severity::Warning,
    zh: "词牌不符",
    en: "another tune",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "ci-other-tune",
    zh: "题上的词牌与词的句式、平仄、用韵不符，而与另一词牌相合。传抄刊刻时题名偶有误植。",
    en: "The lyric follows another tune than the one in its title, in its lines, tones and rhymes. In \
        copying and printing titles were now and then exchanged.",
    example: Some(Example {
        text: "少年游\n霜降水痕收。浅碧鳞鳞露远洲。酒力渐消风力软，飕飕。破帽多情却恋头。佳节若为酬。但把清尊断送秋。万事到头都是梦，休休。明日黄花蝶也愁。",
        source: "苏轼《南乡子》",
    }),
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    let titled = context
        .titled
        .filter(|tune| *tune != context.found.form.tune);
    let Some(titled) = titled.and_then(|tune| context.tunes.tunes().get(tune)) else {
        return Vec::new();
    };
    let (titled, tune) = (context.name(titled), context.name(context.tune));
    vec![context.finding(
        &RULE,
        RULE.severity,
        (1, Vec::new()),
        || format!("题作“{titled}”，实为“{tune}”：句式、平仄、用韵都合后者。"),
        || format!("the title says “{titled}”, but this is a “{tune}”: lines, tones and rhymes are its."),
    )]
}

#[cfg(test)]
mod tests {
    use crate::{
        Language,
        ci::{
            Options,
            rules::testing::{SPRING, check},
        },
    };

    #[test]
    fn the_right_tune_is_named() {
        let text = super::EXPLANATION.example.as_ref().unwrap().text;
        let message = |language| {
            let options = Options {
                language,
                ..Options::default()
            };
            let report = check(text, &options);
            assert_eq!(report.tune, "南乡子");
            let own = report
                .findings
                .into_iter()
                .find(|f| f.code == super::RULE.code);
            own.unwrap().message
        };
        assert!(message(Language::Zh).contains("题作“少年游”，实为“南乡子”"));
        let traditional = message(Language::Hant);
        assert!(
            traditional.contains("題作「少年遊」，實為「南鄉子」"),
            "{traditional}"
        );
        let right = check(&format!("清平乐\n{SPRING}"), &Options::default());
        assert_eq!(right.findings, []);
    }
}
