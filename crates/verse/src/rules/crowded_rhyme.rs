//! 挤韵: characters of the rhyme group inside a line.

use super::{Context, Explanation, Rule};
use crate::report::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "crowded-rhyme",
    severity: Severity::Advice,
    zh: "挤韵",
    en: "crowded rhyme",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "crowded-rhyme",
    zh: "句中（韵脚以外）用了与韵脚同韵部的字，读来拥挤，叫挤韵。名家也常不避，仅供推敲。",
    en: "A character of the rhyme group inside a line competes with the rhyme. Great poets often \
        did not mind; a hint for polishing.",
    example: None,
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    let Some(rhyme) = context
        .rhyme
        .filter(|_| context.reading.is_some() && context.seen.crowded)
    else {
        return Vec::new();
    };
    let group = rhyme.group.name();
    context
        .whole_lines()
        .filter_map(|line| {
            let inside: Vec<usize> = line.chars[..context.width - 1]
                .iter()
                .enumerate()
                .filter(|(_, c)| c.group.is_some_and(|own| own.rhymes_with(rhyme.group)))
                .map(|(at, _)| at + 1)
                .collect();
            let words: String = inside.iter().map(|p| line.chars[p - 1].character).collect();
            (!inside.is_empty()).then(|| {
                context.finding(
                    &RULE,
                    line.number,
                    inside,
                    || {
                        format!(
                            "挤韵：{}的“{words}”也在{}。",
                            context.line(line.number),
                            rhyme.group.name_in_sentence()
                        )
                    },
                    || {
                        format!(
                            "crowded rhyme: “{words}” in {} is of the rhyme group {group} too.",
                            context.line(line.number)
                        )
                    },
                )
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::places;

    #[test]
    fn a_character_of_the_group_inside_a_line() {
        let text = "山居秋夜静，流水绕高楼。明月松间照，孤云日暮收。";
        assert_eq!(places(text, "crowded-rhyme"), [(1, vec![3]), (2, vec![1])]);
    }
}
