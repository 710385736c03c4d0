//! The number of lines makes no form.

use super::{Context, Explanation, Rule};
use crate::{
    form::Form,
    report::{Finding, Severity},
    words::chinese_number,
};

pub(super) static RULE: Rule = Rule {
    code: "wrong-number-of-lines",
    severity: Severity::Error,
    zh: "句数不合",
    en: "wrong number of lines",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "wrong-number-of-lines",
    zh: "绝句四句，律诗八句，排律十句以上，句数为偶数。",
    en: "A quatrain has four lines, an octave eight, extended verse ten or more, an even number.",
    example: None,
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    let lines = context.lines.len();
    let form = Form::of(context.width, lines);
    let fits = match context.wanted {
        Some(wanted) => form == Some(wanted),
        None => form.is_some(),
    };
    if context.width == 0 || lines == 0 || fits {
        return Vec::new();
    }
    vec![context.finding(
        &RULE,
        lines,
        Vec::new(),
        || {
            let now = chinese_number(lines);
            match context.wanted {
                None => format!("现在共{now}句：绝句四句，律诗八句，排律十句以上且为偶数。"),
                Some(form) => {
                    let asked = chinese_number(form.lines());
                    let more = if form.lines() > 8 {
                        "以上且为偶数"
                    } else {
                        ""
                    };
                    let form = form.chinese();
                    format!("现在共{now}句：选定的是{form}，应为{asked}句{more}。")
                }
            }
        },
        || {
            let now = if lines == 1 {
                "1 line".to_owned()
            } else {
                format!("{lines} lines")
            };
            match context.wanted {
                None => format!(
                    "{now}: a quatrain has four, an octave eight, extended verse ten or more, an \
                     even number."
                ),
                Some(form) => {
                    let (asked, name) = (form.lines(), form.english());
                    let more = if asked > 8 {
                        " or more, an even number"
                    } else {
                        ""
                    };
                    format!("{now}: a {name} was chosen, which has {asked}{more}.")
                }
            }
        },
    )]
}

#[cfg(test)]
mod tests {
    use crate::{Form, Language, Options, check, rules::testing::places};

    #[test]
    fn six_lines_are_neither() {
        let text = "镜湖三百里，菡萏发荷花。五月西施采，人看隘若耶。回舟不待月，归去越王家。";
        assert_eq!(places(text, "wrong-number-of-lines"), [(6, vec![])]);
        assert_eq!(places("白日依山尽", "wrong-number-of-lines"), [(1, vec![])]);
    }

    #[test]
    fn the_form_that_was_chosen_is_asked_for() {
        let quatrain = "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。";
        let message = |form, language| {
            let options = Options {
                form: Some(form),
                language,
                ..Options::default()
            };
            let findings = check(quatrain, &options).findings;
            let mut own = findings
                .into_iter()
                .filter(|f| f.code == super::RULE.code)
                .map(|f| f.message);
            (own.next(), own.next())
        };
        let says = |sentence: &str| (Some(sentence.to_owned()), None);
        assert_eq!(message(Form::FiveQuatrain, Language::Zh), (None, None));
        assert_eq!(
            message(Form::FiveOctave, Language::Zh),
            says("现在共四句：选定的是五言律诗，应为八句。")
        );
        assert_eq!(
            message(Form::FiveExtended, Language::Zh),
            says("现在共四句：选定的是五言排律，应为十句以上且为偶数。")
        );
        assert_eq!(
            message(Form::FiveOctave, Language::En),
            says("4 lines: a five-character octave was chosen, which has 8.")
        );
    }
}
