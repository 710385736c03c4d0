//! 出韵: a rhyme word outside the poem's group.

use super::{Context, Explanation, Rule};
use crate::{
    book::RhymeBook,
    lexicon::Reading,
    report::{Finding, Severity},
    scan::rhyme::Part,
};

pub(super) static RULE: Rule = Rule {
    code: "off-rhyme",
    severity: Severity::Error,
    zh: "出韵",
    en: "off rhyme",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "off-rhyme",
    zh: "偶句的末字要押韵，而且要在同一韵部；不在这一韵部，或用了仄声（包括今读平声的入声字，\
        如国、竹、白），叫出韵。",
    en: "The last characters of the even lines stand in one rhyme group and are level. One from \
        another group, or an oblique one (an entering tone that is level in Mandarin too: 国 竹 白), \
        is an off rhyme.",
    example: None,
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    let Some(rhyme) = context.rhyme else {
        return Vec::new();
    };
    let is_off = |number: usize| {
        rhyme.parts.get(number - 1) == Some(&Part::Off)
            && context.must_rhyme(number)
            && context.lines[number - 1].chars.len() == context.width
    };
    (1..=context.lines.len())
        .filter(|number| is_off(*number))
        .map(|number| {
            let own = groups(context, number);
            let group = rhyme.group.name();
            let class = rhyme.class();
            let oblique = own.iter().all(|r| r.class() != class);
            context.finding(
                &RULE,
                number,
                vec![context.width],
                || {
                    let own = list(&own);
                    let place = context.place(number, context.width);
                    let group = rhyme.group.name_in_sentence();
                    if oblique {
                        format!(
                            "出韵：{place}是{}声（{own}），全诗押{}声{group}。",
                            class.opposite().chinese(),
                            class.chinese()
                        )
                    } else {
                        format!("出韵：{place}在{own}，不在{group}。")
                    }
                },
                || {
                    let own = list(&own);
                    let place = context.place(number, context.width);
                    if oblique {
                        format!(
                            "off rhyme: {place} is {} ({own}); the poem rhymes in {group}, {}.",
                            class.opposite().english(),
                            class.english()
                        )
                    } else {
                        format!("off rhyme: {place} belongs to {own}, not to {group}.")
                    }
                },
            )
        })
        .collect()
}

/// The readings of a line's last character.
fn groups(context: &Context<'_>, number: usize) -> Vec<Reading> {
    let last = context.text.line(number - 1).last();
    last.and_then(|g| g.entry)
        .map(|entry| entry.readings().filter(|r| !r.rare).collect())
        .unwrap_or_default()
}

/// 平东、去送; 平声第一部.
fn list(readings: &[Reading]) -> String {
    let mut names: Vec<String> = readings
        .iter()
        .map(|r| {
            let tone = match r.group.book() {
                RhymeBook::Cilin => "声",
                _ => "",
            };
            format!("{}{tone}{}", r.tone().chinese(), r.group.name())
        })
        .collect();
    names.dedup();
    names.join("、")
}

#[cfg(test)]
mod tests {
    use crate::{
        Options, RhymeBook, check,
        rules::testing::{found, places},
    };

    #[test]
    fn an_entering_tone_is_no_rhyme() {
        let text = "万里江山万里歌，春风吹遍我中国。今朝共饮杯中酒，岁岁年年乐事多。";
        assert_eq!(places(text, "off-rhyme"), [(2, vec![7])]);
    }

    #[test]
    fn a_neighbouring_group_in_the_middle_is_off() {
        let text = "昨夜星辰昨夜风，画楼西畔桂堂东。身无彩凤双飞翼，心有灵犀一点浓。隔座送钩春酒暖，\
                    分曹射覆蜡灯红。嗟余听鼓应官去，走马兰台类转蓬。";
        assert_eq!(found(text), ["4:off-rhyme"]);
    }

    #[test]
    fn line_one_of_oblique_rhymed_verse_may_stay_out() {
        let text = "独坐幽篁里，弹琴复长啸。深林人不知，明月来相照。";
        assert!(places(text, "off-rhyme").is_empty());
        let text = "返照入闾巷，忧来谁共语。古道少人行，秋风动禾黍。";
        assert!(places(text, "off-rhyme").is_empty());
        assert!(places(text, "old-style").is_empty());
    }

    #[test]
    fn a_part_of_cilin_is_named_as_such() {
        let text = "白日依山尽，黄河入海流。欲穷千里目，更上一层山。";
        let message = |book| {
            let options = Options {
                book,
                ..Options::default()
            };
            let mut findings = check(text, &options).findings.into_iter();
            findings
                .find(|f| f.code == super::RULE.code)
                .map(|f| f.message)
        };
        assert_eq!(
            message(RhymeBook::PingShui).as_deref(),
            Some("出韵：第四句第五字“山”在平删，不在尤韵。")
        );
        assert_eq!(
            message(RhymeBook::Cilin).as_deref(),
            Some("出韵：第四句第五字“山”在平声第七部，不在第十二部。")
        );
    }
}
