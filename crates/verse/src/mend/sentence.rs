//! A mend in words.

use super::{Change, Mend};
use crate::{
    options::Language,
    traditional,
    words::{chinese_number, line, place},
};

impl Mend {
    /// The change as a sentence that says what to do.
    pub fn sentence(&self, language: Language) -> String {
        match language {
            Language::Zh => self.said(true),
            Language::Hant => traditional::sentence(&self.said(true)),
            Language::En => self.said(false),
        }
    }

    /// The same, in simplified Chinese or in English.
    fn said(&self, zh: bool) -> String {
        let language = if zh { Language::Zh } else { Language::En };
        match self {
            Self::Tones(changes) if zh => tones_zh(changes),
            Self::Tones(changes) => tones_en(changes),
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
                match (zh, group) {
                    (true, Some(group)) => {
                        let group = group.name_in_sentence();
                        format!("{here}换成{group}的字，如{}。", list("、"))
                    }
                    (true, None) => format!("{here}换一个字，如{}。", list("、")),
                    (false, Some(group)) => format!(
                        "Put a character of {} in place of {here}, for example {}.",
                        group.name(),
                        list(", ")
                    ),
                    (false, None) => format!(
                        "Put another character in place of {here}, for example {}.",
                        list(", ")
                    ),
                }
            }
            Self::Length { line: number, by } => {
                let (here, count) = (line(*number, language), by.unsigned_abs());
                match (zh, *by > 0) {
                    (true, true) => format!("给{here}补{}个字。", chinese_number(count)),
                    (true, false) => {
                        format!("从{here}去掉{}个字。", chinese_number(count))
                    }
                    (false, true) => format!("Add {} to {here}.", characters(count)),
                    (false, false) => {
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
