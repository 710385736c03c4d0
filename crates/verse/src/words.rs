//! Small pieces of the sentences that findings are made of.

use crate::{options::Language, traditional};

/// A number in Chinese, up to 9,999: 二十一.
pub(crate) fn chinese_number(number: usize) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    const UNITS: [(usize, &str); 3] = [(1_000, "千"), (100, "百"), (10, "十")];
    if number >= 10_000 {
        return number.to_string();
    }
    if number < 10 {
        return DIGITS[number].to_owned();
    }
    let mut text = String::new();
    let (mut rest, mut gap) = (number, false);
    for (unit, name) in UNITS {
        let digit = rest / unit;
        rest %= unit;
        if digit == 0 {
            gap = !text.is_empty();
            continue;
        }
        if gap {
            text.push('零');
            gap = false;
        }
        if digit > 1 || unit > 10 || !text.is_empty() {
            text.push_str(DIGITS[digit]);
        }
        text.push_str(name);
    }
    if rest > 0 {
        if gap {
            text.push('零');
        }
        text.push_str(DIGITS[rest]);
    }
    text
}

/// A line by its number from 1: 第三句, line 3. (What is said in traditional script is made of the whole
/// sentence.)
pub(crate) fn line(number: usize, language: Language) -> String {
    match language {
        Language::Zh | Language::Hant => format!("第{}句", chinese_number(number)),
        Language::En => format!("line {number}"),
    }
}

/// A character by its place: 第三句第六字“来”, “来” (line 3, character 6).
pub(crate) fn place(number: usize, position: usize, character: char, language: Language) -> String {
    match language {
        Language::Zh | Language::Hant => format!(
            "第{}句第{}字“{character}”",
            chinese_number(number),
            chinese_number(position)
        ),
        Language::En => format!("“{character}” (line {number}, character {position})"),
    }
}

/// The sentence of a finding. `zh` is in simplified script, from which the traditional one is made; `en` may
/// begin with a piece in small letters.
pub(crate) fn sentence(
    language: Language,
    zh: impl FnOnce() -> String,
    en: impl FnOnce() -> String,
) -> String {
    match language {
        Language::Zh => zh(),
        Language::Hant => traditional::sentence(&zh()),
        Language::En => capital(en()),
    }
}

/// A sentence with a capital letter at its beginning.
fn capital(text: String) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if first.is_ascii_lowercase() => {
            first.to_ascii_uppercase().to_string() + chars.as_str()
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_in_chinese() {
        let read = [1, 10, 12, 20, 35, 100, 101, 110, 115, 1_000, 1_001, 1_010].map(chinese_number);
        assert_eq!(
            read,
            [
                "一",
                "十",
                "十二",
                "二十",
                "三十五",
                "一百",
                "一百零一",
                "一百一十",
                "一百一十五",
                "一千",
                "一千零一",
                "一千零一十"
            ]
        );
    }
}
