//! 上尾: the opening lines all end in one oblique tone.

use super::{Context, Explanation, Rule};
use crate::{
    report::{Finding, Severity},
    tone::Tone,
};

pub(super) static RULE: Rule = Rule {
    code: "like-endings",
    severity: Severity::Advice,
    zh: "上尾",
    en: "like endings",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "like-endings",
    zh: "各联出句的末字最好上、去、入三声交替；都用同一声，叫上尾，读来单调。",
    en: "The last characters of the opening lines had better vary between rising, departing and \
        entering tone; all in one tone they sound monotonous.",
    example: None,
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    if context.form.is_none() || context.lines.len() < 8 {
        return Vec::new();
    }
    let ends = || {
        context
            .whole_lines()
            .filter(|l| l.number % 2 == 1 && !context.must_rhyme(l.number))
            .filter_map(|l| {
                let tone = l.chars.last()?.tone()?;
                (tone != Tone::Level).then_some((l.number, tone))
            })
    };
    let Some((_, tone)) = ends().next() else {
        return Vec::new();
    };
    if ends().any(|(_, other)| other != tone) {
        return Vec::new();
    }
    let mut ends: Vec<usize> = ends().map(|(number, _)| number).collect();
    let Some(last) = ends.pop().filter(|_| ends.len() >= 2) else {
        return Vec::new();
    };
    let mut finding = context.finding(
        &RULE,
        last,
        vec![context.width],
        || format!("上尾：各联出句都以{}声收尾，宜有变化。", tone.chinese()),
        || "like endings: all opening lines end in the same oblique tone.".to_owned(),
    );
    finding.related = ends.iter().map(|n| (*n, context.width)).collect();
    vec![finding]
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::places;

    #[test]
    fn all_in_one_tone_or_varied() {
        // 下 作 鬓: departing (or rising), entering, departing.
        let varied = "风急天高猿啸哀，渚清沙白鸟飞回。无边落木萧萧下，不尽长江滚滚来。万里悲秋常作客，\
                      百年多病独登台。艰难苦恨繁霜鬓，潦倒新停浊酒杯。";
        assert!(places(varied, "like-endings").is_empty());
        let alike = "风急天高猿啸哀，渚清沙白鸟飞回。无边落木萧萧叶，不尽长江滚滚来。万里悲秋常作客，\
                     百年多病独登台。艰难苦恨繁霜雪，潦倒新停浊酒杯。";
        assert_eq!(places(alike, "like-endings"), [(7, vec![7])]);
    }
}
