//! A line is too short or too long.

use super::{Context, Explanation, Rule};
use crate::{
    report::{Finding, Severity},
    words::chinese_number,
};

pub(super) static RULE: Rule = Rule {
    code: "wrong-length",
    severity: Severity::Error,
    zh: "字数不合",
    en: "wrong length",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "wrong-length",
    zh: "近体诗每句五字或七字，全诗一律。多字或缺字的句子无法论平仄，其余各句照常检查。",
    en: "A line of regulated verse has five or seven characters, all lines the same number. A line \
        with more or fewer cannot be scanned; the others are checked as usual.",
    example: None,
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    let lengths = context.lines.iter().map(|l| l.chars.len()).enumerate();
    let wrong: Vec<(usize, usize)> = lengths
        .filter(|(_, length)| *length != context.width)
        .map(|(at, n)| (at + 1, n))
        .collect();
    if let Some(form) = context.wanted
        && let [(line, length), rest @ ..] = &wrong[..]
        && !rest.is_empty()
        && wrong.len() == context.lines.len()
        && rest.iter().all(|(_, other)| other == length)
    {
        // All lines are of the other length: one sentence says that the form is another.
        return vec![context.finding(
            &RULE,
            *line,
            Vec::new(),
            || {
                format!(
                    "现在每句{}字：选定的是{}，每句应为{}字。",
                    chinese_number(*length),
                    form.chinese(),
                    chinese_number(form.width())
                )
            },
            || {
                format!(
                    "all lines have {length} characters: a {} was chosen, whose lines have {}.",
                    form.english(),
                    form.width()
                )
            },
        )];
    }
    if context.width == 0 {
        // No line has five or seven characters: one sentence for the whole text.
        return wrong
            .first()
            .map(|(line, length)| {
                context.finding(
                    &RULE,
                    *line,
                    Vec::new(),
                    || {
                        format!(
                            "{}有{}字：近体诗每句五字或七字，这样的句子不论平仄。",
                            context.line(*line),
                            chinese_number(*length)
                        )
                    },
                    || {
                        format!(
                            "{} has {length} characters: regulated verse has lines of five or seven.",
                            context.line(*line)
                        )
                    },
                )
            })
            .into_iter()
            .collect();
    }
    wrong
        .into_iter()
        .map(|(line, length)| {
            let width = context.width;
            context.finding(
                &RULE,
                line,
                Vec::new(),
                || {
                    let (word, by) = if length < width {
                        ("缺", width - length)
                    } else {
                        ("多", length - width)
                    };
                    format!(
                        "{}有{}字，应为{}字，{word}{}字。",
                        context.line(line),
                        chinese_number(length),
                        chinese_number(width),
                        chinese_number(by)
                    )
                },
                || {
                    format!(
                        "{} has {length} characters, it should have {width}.",
                        context.line(line)
                    )
                },
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::{Form, Language, Options, check, rules::testing::found};

    #[test]
    fn the_line_is_named_and_no_fault_of_tone_built_on_it() {
        assert_eq!(
            found("白日依山尽，黄河入海流。欲穷千里目，更上层楼。"),
            ["4:wrong-length"]
        );
        assert_eq!(
            found("白日依山尽，黄河入大海流。欲穷千里目，更上一层楼。"),
            ["2:wrong-length"]
        );
    }

    #[test]
    fn lines_of_another_form_get_one_sentence() {
        let text = "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。";
        let messages = |language| -> Vec<String> {
            let options = Options {
                form: Some(Form::SevenQuatrain),
                language,
                ..Options::default()
            };
            let findings = check(text, &options).findings;
            findings.into_iter().map(|f| f.message).collect()
        };
        assert_eq!(
            messages(Language::Zh),
            ["现在每句五字：选定的是七言绝句，每句应为七字。"]
        );
        assert_eq!(
            messages(Language::En),
            [
                "All lines have 5 characters: a seven-character quatrain was chosen, whose lines have 7."
            ]
        );
    }

    #[test]
    fn six_characters_get_one_sentence() {
        assert_eq!(
            found("桃红复含宿雨，柳绿更带朝烟。花落家童未扫，莺啼山客犹眠。"),
            ["1:wrong-length"]
        );
    }
}
