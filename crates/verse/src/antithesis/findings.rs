//! What antithesis a poem lacks: `no-antithesis` and `synonymous-antithesis`.

use std::sync::Arc;

use super::Antithesis;
use crate::{options::Language, report::Severity, traditional::traditional, words::chinese_number};

/// The code of a couplet that the form wants antithetical and that is not.
pub const NO_ANTITHESIS: &str = "no-antithesis";
/// The code of a couplet whose lines say the same.
pub const SYNONYMOUS_ANTITHESIS: &str = "synonymous-antithesis";

/// A couplet of which something is to be said.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// [`NO_ANTITHESIS`] or [`SYNONYMOUS_ANTITHESIS`].
    pub code: &'static str,
    /// A warning or advice.
    pub severity: Severity,
    /// The couplet, from 1; its closing line is the line of the finding.
    pub couplet: usize,
    /// The places of the closing line that it is about, from 1.
    pub places: Vec<usize>,
    /// The couplet's score.
    pub antithesis: Arc<Antithesis>,
}

/// Whether a poem of so many lines wants a couplet (from 1) antithetical: the second and third of an
/// octave, all but the first and last of an extended poem.
pub const fn is_asked(lines: usize, couplet: usize) -> bool {
    lines >= 8 && lines.is_multiple_of(2) && couplet > 1 && couplet < lines / 2
}

/// What antithesis the lines of a poem lack, in the order of the couplets, by what scores one
/// ([`super::Table::score`]). Lines are given without punctuation; couplets of other lengths than five and
/// seven are passed over. That a couplet says the same twice is found wherever it stands.
pub fn findings(
    mut score: impl FnMut(&str, &str) -> Option<Arc<Antithesis>>,
    lines: &[&str],
) -> Vec<Found> {
    let mut found = Vec::new();
    for (at, couplet) in lines.chunks_exact(2).enumerate() {
        let Some(antithesis) = score(couplet[0], couplet[1]) else {
            continue;
        };
        let couplet = at + 1;
        if antithesis.is_synonymous {
            let say_the_same = |p: &&super::Pair| p.reason == super::Reason::Synonym;
            found.push(Found {
                code: SYNONYMOUS_ANTITHESIS,
                severity: Severity::Advice,
                couplet,
                places: places(antithesis.pairs.iter().filter(say_the_same)),
                antithesis,
            });
        } else if is_asked(lines.len(), couplet) && antithesis.is_lacking() {
            found.push(Found {
                code: NO_ANTITHESIS,
                severity: Severity::Warning,
                couplet,
                places: places(antithesis.weak().into_iter()),
                antithesis,
            });
        }
    }
    found
}

/// The places of pairs, in order.
fn places<'a>(pairs: impl Iterator<Item = &'a super::Pair>) -> Vec<usize> {
    let mut places: Vec<usize> = pairs
        .flat_map(|p| p.place..p.place + p.opening.chars().count())
        .collect();
    places.sort_unstable();
    places
}

impl Found {
    /// The number of the closing line, from 1.
    pub const fn line(&self) -> usize {
        self.couplet * 2
    }

    /// What it is, as plain text.
    pub fn message(&self, language: Language) -> String {
        let zh = language.is_chinese();
        let number = chinese_number(self.couplet);
        let say = |sentence: String| match language {
            Language::Hant => traditional(&sentence),
            _ => sentence,
        };
        if self.code == SYNONYMOUS_ANTITHESIS {
            return if zh {
                say(format!("合掌：第{number}联上下句意思重复。"))
            } else {
                format!(
                    "synonymous antithesis: both lines of couplet {} say the same.",
                    self.couplet
                )
            };
        }
        let worst = self.antithesis.weak().into_iter().next();
        let mut text = if zh {
            say(format!("失对仗：第{number}联应当对仗，上下句不成对"))
        } else {
            format!(
                "no antithesis: the lines of couplet {} should answer each other and do not",
                self.couplet
            )
        };
        match worst {
            Some(pair) if zh => text += &format!("。{}", pair.explain(language)),
            Some(pair) => text += &format!(". {}", pair.explain(language)),
            None => text.push(if zh { '。' } else { '.' }),
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::antithesis::testing::table;

    fn of(poem: &str) -> Vec<Found> {
        let lines: Vec<&str> = poem.split(['，', '。']).filter(|l| !l.is_empty()).collect();
        findings(|one, other| table().score(one, other).map(Arc::new), &lines)
    }

    #[test]
    fn the_form_asks() {
        let asked = |lines| -> Vec<usize> { (1..=9).filter(|c| is_asked(lines, *c)).collect() };
        assert_eq!(asked(4), [0usize; 0]);
        assert_eq!(asked(8), [2, 3]);
        assert_eq!(asked(12), [2, 3, 4, 5]);
        assert_eq!(asked(9), [0usize; 0]);
    }

    #[test]
    fn deng_gao_lacks_nothing() {
        let poem = "风急天高猿啸哀，渚清沙白鸟飞回。无边落木萧萧下，不尽长江滚滚来。\
            万里悲秋常作客，百年多病独登台。艰难苦恨繁霜鬓，潦倒新停浊酒杯。";
        assert_eq!(of(poem), []);
    }

    #[test]
    fn yellow_crane_tower_lacks_it_in_the_second_couplet() {
        let found = of(
            "昔人已乘黄鹤去，此地空余黄鹤楼。黄鹤一去不复返，白云千载空悠悠。\
            晴川历历汉阳树，芳草萋萋鹦鹉洲。日暮乡关何处是，烟波江上使人愁。",
        );
        let [found] = &found[..] else {
            panic!("{found:#?}");
        };
        assert_eq!(
            (found.code, found.severity),
            (NO_ANTITHESIS, Severity::Warning)
        );
        assert_eq!((found.couplet, found.line()), (2, 4));
        assert!(found.places.contains(&6) && found.places.contains(&7));
        let message = found.message(Language::Zh);
        assert!(message.starts_with("失对仗：第二联"), "{message}");
        assert!(
            message.contains("复返对悠悠：叠字须以叠字相对"),
            "{message}"
        );
        assert!(found.message(Language::En).contains("couplet 2"));
    }

    #[test]
    fn a_quatrain_is_not_asked() {
        assert_eq!(of("床前明月光，疑是地上霜。举头望明月，低头思故乡。"), []);
    }

    #[test]
    fn saying_the_same_is_advice_anywhere() {
        let found = of("蝉噪林逾静，鸟鸣山更幽。此地动归念，长年悲倦游。");
        let [found] = &found[..] else {
            panic!("{found:#?}");
        };
        assert_eq!(found.code, SYNONYMOUS_ANTITHESIS);
        assert_eq!(found.severity, Severity::Advice);
        assert_eq!((found.couplet, &found.places[..]), (1, &[2, 4, 5][..]));
        assert!(found.message(Language::Zh).starts_with("合掌"));
    }
}
