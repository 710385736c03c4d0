//! 撞韵: a line that does not rhyme ends in the rhyme's final.

use super::{Context, Explanation, Rule};
use crate::{
    lexicon::mandarin::rhyme_of,
    report::{Finding, Severity},
};

pub(super) static RULE: Rule = Rule {
    code: "rhyme-clash",
    severity: Severity::Advice,
    zh: "撞韵",
    en: "rhyme clash",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "rhyme-clash",
    zh: "不押韵的出句，末字用了与韵脚同韵母的仄声字，读来像押韵，叫撞韵，宜避。",
    en: "A line that does not rhyme ends, in an oblique tone, on the very final of the rhyme: it \
        sounds like a rhyme that is out of place. Better avoided.",
    example: None,
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    if context.reading.is_none() || context.rhyme.is_none() {
        return Vec::new();
    }
    // How many lines rhyme in each group of today's Mandarin.
    let mut counts = [0usize; 16];
    let sound = |number: usize| {
        let (last, form) = context.last_form(number)?;
        rhyme_of(form, last.tone()?, last.read()).map(usize::from)
    };
    let numbers = 1..=context.lines.len();
    for number in numbers.clone().filter(|n| context.must_rhyme(*n)) {
        if let Some(count) = sound(number).and_then(|own| counts.get_mut(own)) {
            *count += 1;
        }
    }
    // The finals of one group may differ in Mandarin; a clash is with the one that most lines have.
    let all: usize = counts.iter().sum();
    let Some(common) = counts.iter().position(|count| count * 2 > all) else {
        return Vec::new();
    };
    numbers
        .filter(|n| !context.must_rhyme(*n))
        .filter(|n| sound(*n) == Some(common))
        .map(|line| {
            context.finding(
                &RULE,
                line,
                vec![context.width],
                || {
                    format!(
                        "撞韵：{}与韵脚同韵母，读来像押韵，宜换。",
                        context.place(line, context.width)
                    )
                },
                || {
                    format!(
                        "rhyme clash: {} has the final of the rhyme.",
                        context.place(line, context.width)
                    )
                },
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::places;

    #[test]
    fn the_final_of_the_rhyme_in_an_oblique_tone() {
        let text = "白日依山久，黄河入海流。欲穷千里目，更上一层楼。";
        assert_eq!(places(text, "rhyme-clash"), [(1, vec![5])]);
        let text = "一夜东风起，千山草木齐。人家临水住，春鸟隔花啼。";
        assert_eq!(places(text, "rhyme-clash"), [(1, vec![5])]);
    }
}
