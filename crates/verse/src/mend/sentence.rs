//! A mend in words.

use super::{Change, Mend};
use crate::{
    options::Language,
    words::{chinese_number, line, place},
};

impl Mend {
    /// The change as a sentence that says what to do.
    pub fn sentence(&self, language: Language) -> String {
        match self {
            Self::Tones(changes) => match language {
                Language::Zh => tones_zh(changes),
                Language::En => tones_en(changes),
            },
            Self::Character {
                line,
                position,
                now,
                group,
                such_as,
            } => {
                let here = place(*line, *position, *now, language);
                let list = |between: &str| {
                    let words: Vec<String> = such_as.iter().map(char::to_string).collect();
                    words.join(between)
                };
                match (language, group) {
                    (Language::Zh, Some(group)) => {
                        let group = group.name_in_sentence();
                        format!("{here}换成{group}的字，如{}。", list("、"))
                    }
                    (Language::Zh, None) => format!("{here}换一个字，如{}。", list("、")),
                    (Language::En, Some(group)) => format!(
                        "Put a character of {} in place of {here}, for example {}.",
                        group.name(),
                        list(", ")
                    ),
                    (Language::En, None) => format!(
                        "Put another character in place of {here}, for example {}.",
                        list(", ")
                    ),
                }
            }
            Self::Length { line: number, by } => {
                let (here, count) = (line(*number, language), by.unsigned_abs());
                match (language, *by > 0) {
                    (Language::Zh, true) => format!("给{here}补{}个字。", chinese_number(count)),
                    (Language::Zh, false) => {
                        format!("从{here}去掉{}个字。", chinese_number(count))
                    }
                    (Language::En, true) => format!("Add {} to {here}.", characters(count)),
                    (Language::En, false) => {
                        format!("Take {} out of {here}.", characters(count))
                    }
                }
            }
        }
    }
}

/// 把第二句第二字“来”换成平声字，第四字“去”换成仄声字，第三句第二字“人”换成仄声字。
fn tones_zh(changes: &[Change]) -> String {
    let mut text = "把".to_owned();
    for (number, change) in changes.iter().enumerate() {
        if number > 0 {
            text.push('，');
        }
        let before = number.checked_sub(1).and_then(|before| changes.get(before));
        if before.is_some_and(|before| before.line == change.line) {
            let position = chinese_number(change.position);
            text.push_str(&format!("第{position}字“{}”", change.now));
        } else {
            text.push_str(&place(
                change.line,
                change.position,
                change.now,
                Language::Zh,
            ));
        }
        text.push_str(&format!("换成{}声字", change.class.chinese()));
    }
    text.push('。');
    text
}

fn tones_en(changes: &[Change]) -> String {
    let mut text = String::new();
    for (number, change) in changes.iter().enumerate() {
        let article = match change.class {
            crate::ToneClass::Level => "a",
            crate::ToneClass::Oblique => "an",
        };
        let class = change.class.english();
        let here = place(change.line, change.position, change.now, Language::En);
        let words = if number == 0 {
            format!("Put {article} {class} character in place of {here}")
        } else {
            format!(", {article} {class} one in place of {here}")
        };
        text.push_str(&words);
    }
    text.push('.');
    text
}

fn characters(count: usize) -> String {
    match count {
        1 => "a character".to_owned(),
        count => format!("{count} characters"),
    }
}
