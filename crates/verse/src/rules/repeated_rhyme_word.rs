//! 重韵: one character rhymes twice.

use super::{Context, Explanation, Rule, firsts::Firsts};
use crate::report::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "repeated-rhyme-word",
    severity: Severity::Error,
    zh: "重韵",
    en: "repeated rhyme word",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "repeated-rhyme-word",
    zh: "一首诗中同一个字不能两次作韵脚，叫重韵。换一个同韵部的字即可。",
    en: "One character rhymes twice in a poem. Another one of the same group mends it.",
    example: None,
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    if context.reading.is_none() {
        return Vec::new();
    }
    let words: Vec<(usize, char)> = context
        .lines
        .iter()
        .enumerate()
        .filter(|(at, line)| line.chars.len() == context.width && context.must_rhyme(at + 1))
        .filter_map(|(at, line)| {
            let last = line.chars.last()?;
            // The traditional form tells 后 from 後; two words that are written alike in
            // simplified script are no repetition.
            last.class?;
            let taken = context.last_form(at + 1);
            Some((at + 1, taken.map_or(last.character, |(_, form)| form)))
        })
        .collect();
    let mut firsts = Firsts::new(words.len());
    words
        .iter()
        .filter_map(|(line, word)| {
            let (first, place) = firsts.meet(*word, *line, context.width)?;
            let mut finding = context.finding(
                &RULE,
                *line,
                vec![context.width],
                || {
                    format!(
                        "重韵：{}在{}已作韵脚。",
                        context.place(*line, context.width),
                        context.line(first)
                    )
                },
                || {
                    format!(
                        "repeated rhyme word: {} rhymes in {} already.",
                        context.place(*line, context.width),
                        context.line(first)
                    )
                },
            );
            finding.related.push((first, place));
            Some(finding)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{found, places};

    #[test]
    fn the_same_word_at_two_ends() {
        let text = "小阁灯残漏未停，一帘风雨不堪听。梅花落尽无人管，犹自闲吟到漏停。";
        assert_eq!(found(text), ["4:repeated-rhyme-word"]);
        assert_eq!(places(text, "repeated-rhyme-word"), [(4, vec![7])]);
    }
}
