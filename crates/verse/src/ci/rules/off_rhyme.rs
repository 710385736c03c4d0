//! A line that rhymes in the form does not rhyme.

use super::{Context, Rule};
use crate::{
    ci::check::part_name,
    report::{Finding, Severity},
    rules::Explanation,
    words::chinese_number,
};

/// Of a hundred lyrics so many rhyme in one part, else a line that does not is no fault: poets rhyme across
/// the parts of 词林正韵 too.
const KEPT: u32 = 97;

pub(super) static RULE: Rule = Rule {
    code: "ci-off-rhyme",
    severity: Severity::Error,
    zh: "词韵不合",
    en: "off rhyme in a lyric",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "ci-off-rhyme",
    zh: "词韵按词林正韵分十九部，同一组韵脚应在一部之内。词人时有邻部通押，所以附上该处押韵的词作数。",
    en: "Lyrics rhyme by the nineteen parts of 词林正韵; lines that rhyme with each other stand in one \
        part. Poets do rhyme across parts now and then, so the number of lyrics that rhyme here is said.",
    example: None,
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    let form = &context.found.form;
    let mut findings = Vec::new();
    for group in context.groups {
        for line in &group.off {
            let Some((number, own)) = context.line_of(*line) else {
                continue;
            };
            let place = own.chars.len();
            let rhyme = form.lines.get(*line).and_then(|own| own.rhyme);
            let (Some(rhyme), Some(last)) = (rhyme, own.chars.last()) else {
                continue;
            };
            // What the book lacks, and an open place, may rhyme.
            if form.is_optional(rhyme) || last.class.is_none() {
                continue;
            }
            let all = form.lyrics;
            let is_kept = u32::from(rhyme.lyrics) * 100 >= u32::from(all) * KEPT;
            let severity = if is_kept {
                Severity::Error
            } else {
                Severity::Warning
            };
            let rhymes = group.lines.len() > group.off.len() + 1;
            let part = part_name(context.book, group.part).filter(|_| rhymes);
            findings.push(context.finding(
                &RULE,
                severity,
                (number, vec![place]),
                || {
                    let who = context.place(number, place);
                    let with = part.map_or_else(|| "同组韵脚".to_owned(), |part| format!("{part}韵"));
                    let kept = chinese_number(rhyme.lyrics.into());
                    let all = chinese_number(all.into());
                    let class = rhyme.class.class().chinese();
                    format!("{who}与{with}（{class}声）不押：历代词作{all}首，此处押韵的{kept}首。")
                },
                || {
                    let who = context.place(number, place);
                    let with = part.unwrap_or("the other lines");
                    let (kept, class) = (rhyme.lyrics, rhyme.class.class().english());
                    format!("{who} does not rhyme with {with} ({class}): of {all} lyrics {kept} rhyme here.")
                },
            ));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use crate::ci::rules::testing::{SPRING, found};

    #[test]
    fn each_group_has_its_own_rhyme() {
        assert_eq!(
            found(&SPRING.replace("更远还生", "更远还来")),
            ["8:ci-off-rhyme"]
        );
        assert_eq!(
            found(&SPRING.replace("一身还满", "一身还湿")),
            ["4:ci-off-rhyme"]
        );
        // An open place may rhyme.
        assert_eq!(
            found(&SPRING.replace("更远还生", "更远还□")),
            [] as [&str; 0]
        );
    }
}
