//! A character that the rhyme book lacks, or that is no Chinese character.

use super::{Context, Explanation, Rule};
use crate::{
    lexicon::mandarin,
    report::{DecidedBy, Finding, Severity},
    text::BLANK,
};

pub(super) static RULE: Rule = Rule {
    code: "unknown-character",
    severity: Severity::Error,
    zh: "未收字",
    en: "unknown character",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "unknown-character",
    zh: "韵书没有收这个字（后起的字，如癌、啤），或者它不是汉字。它的平仄无从判断，\
        也不据此判别处有误；今音只供参考。",
    en: "The rhyme book lacks the character (a modern one such as 癌), or it is not a Chinese \
        character. Its tone cannot be told, and no fault of tone is built on it; the Mandarin sound is \
        only a hint.",
    example: None,
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    if !context.seen.unknown {
        return Vec::new();
    }
    context
        .lines
        .iter()
        .enumerate()
        .filter(|(_, line)| {
            let mut chars = line.chars.iter();
            chars.any(|c| c.decided_by == DecidedBy::Unknown)
        })
        .filter_map(|(at, line)| {
            let unknown: Vec<usize> = line
                .chars
                .iter()
                .enumerate()
                .filter(|(_, c)| c.decided_by == DecidedBy::Unknown && c.character != BLANK)
                .map(|(position, _)| position + 1)
                .collect();
            let position = *unknown.first()?;
            let words: String = unknown
                .iter()
                .map(|p| line.chars[p - 1].character)
                .collect();
            let hint = hint(line.chars[position - 1].character).filter(|_| unknown.len() == 1);
            Some(context.finding(
                &RULE,
                at + 1,
                unknown,
                || {
                    let hint = hint.map_or_else(String::new, |(pinyin, level)| {
                        let class = if level { "平" } else { "仄" };
                        format!("今音{pinyin}，可暂作{class}看。")
                    });
                    format!(
                        "{}的“{words}”不在韵书中，平仄未定。{hint}",
                        context.line(at + 1)
                    )
                },
                || {
                    let hint = hint.map_or_else(String::new, |(pinyin, level)| {
                        let class = if level { "level" } else { "oblique" };
                        format!(" Its Mandarin sound {pinyin} would be {class}.")
                    });
                    format!(
                        "“{words}” in {} is not in the rhyme book.{hint}",
                        context.line(at + 1)
                    )
                },
            ))
        })
        .collect()
}

/// The Mandarin sound and whether its tone would be level today.
fn hint(character: char) -> Option<(&'static str, bool)> {
    let pinyin = mandarin::pinyin(character).next()?;
    match mandarin::mandarin_tone(pinyin) {
        1 | 2 => Some((pinyin, true)),
        3 | 4 => Some((pinyin, false)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{found, places};

    #[test]
    fn named_and_nothing_built_on_it() {
        let text = "白日依😀尽，黄河入海流。欲穷千里目，更上一层楼。";
        assert_eq!(found(text), ["1:unknown-character"]);
        assert_eq!(places(text, "unknown-character"), [(1, vec![4])]);
    }

    #[test]
    fn blanks_are_no_fault() {
        assert!(found("白日□山尽，黄河入海流。欲穷千□目，更上一层楼。").is_empty());
    }
}
