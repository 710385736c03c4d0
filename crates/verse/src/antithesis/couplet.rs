//! One couplet, scored.

use super::{
    Category, Pair, Reason, Table, borrowed, figures, flowing,
    format::{LEAST_FOUND, logistic},
    synonyms::Synonyms,
};

/// The value that a couplet keeps at most if a doubled character is not answered by a doubled one,
/// less than the threshold. Of middle couplets that taught nothing fewer than one in a hundred are so,
/// of first and last ones eight.
const ONE_SIDED: f32 = -1.0;
/// By how much values are drawn together before the logistic curve makes them scores, so that scores
/// do not all stand at the two ends.
const SPREAD: f32 = 3.0;
/// Characters that poets set opposite each other so often waste no line, though they say much the same:
/// 似 and 如, 绿 and 青.
const OFTEN: u32 = 100;
/// The score under which a pair is said not to answer. At 0.5 it would be as likely as not.
const UNANSWERED: f32 = 0.4;
/// How many partners a pair names.
const PARTNERS: usize = 3;

/// How well two lines answer each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Antithesis {
    /// From 0 to 1. Under 0.5 the couplet is not held for antithetical; how often that is said of
    /// couplets that are is written in `crates/corpus/README.md`. The score ranks couplets; it is no
    /// probability.
    pub score: f32,
    /// Words that stand opposite each other, in the order of their places.
    pub pairs: Vec<Pair>,
    /// 合掌: nearly half of the places or more say the same in both lines.
    pub is_synonymous: bool,
    /// 流水对: the two lines seem to be one sentence.
    pub is_flowing: bool,
}

impl Antithesis {
    /// Whether the lines are not held for antithetical.
    pub fn is_lacking(&self) -> bool {
        self.score < 0.5
    }

    /// The pairs that do not answer each other, worst first.
    pub fn weak(&self) -> Vec<&Pair> {
        let mut weak: Vec<&Pair> = self
            .pairs
            .iter()
            .filter(|p| !p.reason.is_answer() && p.reason != Reason::Unknown)
            .collect();
        weak.sort_by(|a, b| a.score.total_cmp(&b.score));
        weak
    }
}

/// Two lines as the table sees them.
struct Couplet<'a> {
    table: &'a Table,
    /// As they are written.
    written: [Vec<char>; 2],
    /// In simplified script.
    simplified: [Vec<char>; 2],
    /// As classes.
    classes: [Vec<u16>; 2],
    /// Where a character stands for another.
    borrowed: Vec<Option<(char, Category)>>,
    /// The value of each place.
    values: Vec<f32>,
}

impl Table {
    /// Scores two lines, without punctuation; `None` if they are not of five or seven characters both.
    pub fn score(&self, opening: &str, closing: &str) -> Option<Antithesis> {
        let mut couplet = self.couplet(opening, closing)?;
        let mut value = couplet.value();
        let [opening, closing] = &couplet.classes;
        if figures::one_sided(opening, closing).is_some() {
            value = value.min(self.limits.threshold + ONE_SIDED);
        }
        let usual = |a, b| self.found_of(a, b) >= OFTEN;
        let synonymous = self.synonyms.places(opening, closing, usual);
        let [first, second] = couplet
            .simplified
            .each_ref()
            .map(|line| line.iter().collect::<String>());
        Some(Antithesis {
            score: logistic((value - self.limits.threshold) / SPREAD),
            is_synonymous: Synonyms::is_whole(synonymous.len(), couplet.length()),
            is_flowing: flowing::is_flowing(&first, &second),
            pairs: couplet.pairs(&synonymous),
        })
    }

    /// What was learnt says of two lines, before a limit makes it a score: higher is better. `None`
    /// where [`Table::score`] is.
    pub fn value(&self, opening: &str, closing: &str) -> Option<f32> {
        Some(self.couplet(opening, closing)?.value())
    }

    fn couplet(&self, opening: &str, closing: &str) -> Option<Couplet<'_>> {
        let written = [opening, closing].map(|line| line.chars().collect::<Vec<char>>());
        let length = written[0].len();
        if !matches!(length, 5 | 7) || written[1].len() != length {
            return None;
        }
        Some(Couplet {
            table: self,
            simplified: written
                .each_ref()
                .map(|line| line.iter().map(|c| self.simplified(*c)).collect()),
            classes: written.each_ref().map(|line| self.classes(line)),
            borrowed: vec![None; length],
            values: Vec::new(),
            written,
        })
    }
}

impl Couplet<'_> {
    fn length(&self) -> usize {
        self.classes[0].len()
    }

    /// The value of the couplet. A character that may stand for another does where the couplet gains.
    fn value(&mut self) -> f32 {
        let table = self.table;
        let [opening, closing] = &self.classes;
        let plain = table.model.values(opening, closing);
        self.values = plain.places;
        let mut whole = plain.whole;
        let mut meant = self.classes.clone();
        let mut borrowed = vec![None; self.length()];
        for at in 0..self.length() {
            for side in [0, 1] {
                let other = self.classes[1 - side][at];
                if let Some((stands_for, category)) =
                    borrowed::stands_for(&self.simplified[side], at)
                    && table.category_of(self.classes[side][at]) != Some(category)
                    && table.category_of(other) == Some(category)
                {
                    meant[side][at] = table.class(stands_for);
                    borrowed[at] = Some((stands_for, category));
                }
            }
        }
        if meant != self.classes {
            let values = table.model.values(&meant[0], &meant[1]);
            if values.whole > whole {
                whole = values.whole;
                self.values = values.places;
                self.borrowed = borrowed;
            }
        }
        whole
    }

    /// The pairs of the couplet: words of two characters where they are known as such, else characters.
    fn pairs(&self, synonymous: &[usize]) -> Vec<Pair> {
        let mut pairs = Vec::new();
        let mut at = 0;
        while at < self.length() {
            let word = self.word(at, synonymous);
            let size = if word.is_some() { 2 } else { 1 };
            pairs.push(word.unwrap_or_else(|| self.character(at, synonymous)));
            at += size;
        }
        pairs
    }

    /// The pair of words of two characters that begins at a place, if one does.
    fn word(&self, at: usize, synonymous: &[usize]) -> Option<Pair> {
        if at + 2 > self.length() {
            return None;
        }
        let table = self.table;
        let [a, b] = self.classes.each_ref().map(|line| [line[at], line[at + 1]]);
        let doubled = [a, b].map(|[first, second]| first == second && first != 0);
        // A word stands within a foot: 1-2, 3-4, or in the last three.
        let in_foot = at.is_multiple_of(2) || at + 3 >= self.length();
        let found = table.words_found(a, b);
        let both_names = table.is_name(a) && table.is_name(b);
        let borrowed = self.borrowed[at].is_some() && self.borrowed[at + 1].is_some();
        let reason = match doubled {
            [true, true] => Reason::Reduplication,
            [true, false] | [false, true] => Reason::OneSidedReduplication,
            _ if borrowed => {
                let (_, category) = self.borrowed[at]?;
                Reason::Borrowed(None, category)
            }
            _ if !in_foot || a == b || a.contains(&0) || b.contains(&0) => return None,
            _ if both_names => Reason::Category(Category::Name),
            _ if [at, at + 1].iter().all(|k| synonymous.contains(k)) => return None,
            _ if found > 0 => Reason::Found,
            _ => return None,
        };
        let value = (self.values[at] + self.values[at + 1]) / 2.0;
        let mut pair = self.pair(at, 2, value, reason);
        pair.found = found;
        if both_names {
            pair.opening_category = Some(Category::Name);
            pair.closing_category = Some(Category::Name);
        }
        Some(pair)
    }

    /// The pair of characters at a place.
    fn character(&self, at: usize, synonymous: &[usize]) -> Pair {
        let table = self.table;
        let [a, b] = self.classes.each_ref().map(|line| line[at]);
        let categories = (table.category_of(a), table.category_of(b));
        let found = table.found_of(a, b);
        let value = self.values[at];
        let reason = if a == 0 || b == 0 {
            Reason::Unknown
        } else if a == b {
            Reason::Same
        } else if synonymous.contains(&at) {
            Reason::Synonym
        } else if let Some((meant, category)) = self.borrowed[at] {
            Reason::Borrowed(Some(meant), category)
        } else {
            match categories {
                (Some(one), Some(other)) if one == other => Reason::Category(one),
                _ if self.score(value) < UNANSWERED => Reason::Unanswered,
                _ if found >= LEAST_FOUND => Reason::Found,
                _ => Reason::Near,
            }
        };
        let mut pair = self.pair(at, 1, value, reason);
        pair.found = found;
        (pair.opening_category, pair.closing_category) = categories;
        pair.partners = table
            .partners(self.written[0][at])
            .map(|(c, _)| c)
            .take(PARTNERS)
            .collect();
        pair
    }

    fn score(&self, value: f32) -> f32 {
        let limits = self.table.limits;
        logistic(value * limits.pair_scale + limits.pair_shift)
    }

    /// A pair with what all pairs have.
    fn pair(&self, at: usize, size: usize, value: f32, reason: Reason) -> Pair {
        let [opening, closing] = self
            .written
            .each_ref()
            .map(|line| line[at..at + size].iter().collect());
        Pair {
            place: at + 1,
            opening,
            closing,
            score: match reason {
                Reason::OneSidedReduplication | Reason::Same => 0.0,
                Reason::Unknown => 0.5,
                _ => self.score(value),
            },
            reason,
            opening_category: None,
            closing_category: None,
            found: 0,
            partners: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::antithesis::testing::{score, table};

    fn pair<'a>(antithesis: &'a Antithesis, opening: &str) -> &'a Pair {
        let found = antithesis.pairs.iter().find(|p| p.opening == opening);
        found.unwrap_or_else(|| panic!("{opening} is no pair of {:#?}", antithesis.pairs))
    }

    #[test]
    fn all_couplets_of_deng_gao_are_antithetical() {
        for couplet in [
            "风急天高猿啸哀，渚清沙白鸟飞回",
            "无边落木萧萧下，不尽长江滚滚来",
            "万里悲秋常作客，百年多病独登台",
            "艰难苦恨繁霜鬓，潦倒新停浊酒杯",
        ] {
            let antithesis = score(couplet);
            assert!(antithesis.score > 0.8, "{couplet}: {antithesis:#?}");
            assert!(!antithesis.is_synonymous);
        }
    }

    #[test]
    fn what_is_not_antithetical() {
        for couplet in [
            "黄鹤一去不复返，白云千载空悠悠",
            "登舟望秋月，空忆谢将军",
            "扣门无犬吠，欲去问西家",
            "床前明月光，疑是地上霜",
        ] {
            let antithesis = score(couplet);
            assert!(antithesis.is_lacking(), "{couplet}: {antithesis:#?}");
            assert!(!antithesis.weak().is_empty(), "{couplet}");
        }
    }

    #[test]
    fn script_changes_nothing() {
        let traditional = score("無邊落木蕭蕭下，不盡長江滾滾來");
        let simplified = score("无边落木萧萧下，不尽长江滚滚来");
        assert_eq!(traditional.score, simplified.score);
        assert_eq!(traditional.pairs[0].opening.chars().next(), Some('無'));
    }

    #[test]
    fn reduplication_wants_reduplication() {
        let answered = score("无边落木萧萧下，不尽长江滚滚来");
        assert_eq!(pair(&answered, "萧萧").reason, Reason::Reduplication);
        let not = score("黄鹤一去不复返，白云千载空悠悠");
        let pair = pair(&not, "复返");
        assert_eq!(pair.reason, Reason::OneSidedReduplication);
        assert_eq!((pair.place, pair.closing.as_str()), (6, "悠悠"));
    }

    #[test]
    fn numbers_colours_and_directions() {
        let antithesis = score("两个黄鹂鸣翠柳，一行白鹭上青天");
        for (opening, category) in [
            ("两", Category::Number),
            ("黄", Category::Colour),
            ("鹂", Category::Animal),
            ("翠", Category::Colour),
        ] {
            let pair = pair(&antithesis, opening);
            assert_eq!(pair.reason, Reason::Category(category), "{pair:?}");
        }
        let antithesis = score("窗含西岭千秋雪，门泊东吴万里船");
        let west = pair(&antithesis, "西");
        assert_eq!(west.reason, Reason::Category(Category::Direction));
        assert!(west.found > 200 && west.score > 0.9, "{west:?}");
        assert!(west.partners.contains(&'东'));
    }

    #[test]
    fn names_answer_names_and_a_sentence_flows() {
        let antithesis = score("即从巴峡穿巫峡，便下襄阳向洛阳");
        assert!(antithesis.is_flowing && !antithesis.is_lacking());
        for name in ["巴峡", "巫峡"] {
            let reason = pair(&antithesis, name).reason;
            assert_eq!(reason, Reason::Category(Category::Name));
        }
    }

    #[test]
    fn borrowed_by_sense_and_by_sound() {
        let antithesis = score("酒债寻常行处有，人生七十古来稀");
        assert_eq!(
            pair(&antithesis, "寻常").reason,
            Reason::Borrowed(None, Category::Number)
        );
        let antithesis = score("事直皇天在，归迟白发生");
        assert_eq!(
            pair(&antithesis, "皇").reason,
            Reason::Borrowed(Some('黄'), Category::Colour)
        );
    }

    #[test]
    fn lines_that_say_the_same() {
        assert!(score("神州千古秀，赤县万年春").is_synonymous);
        let antithesis = score("蝉噪林逾静，鸟鸣山更幽");
        assert!(antithesis.is_synonymous, "{antithesis:#?}");
        assert_eq!(pair(&antithesis, "噪").reason, Reason::Synonym);
    }

    #[test]
    fn the_same_character_does_not_answer() {
        let antithesis = score("昔人已乘黄鹤去，此地空余黄鹤楼");
        let yellow = pair(&antithesis, "黄");
        assert_eq!((yellow.reason, yellow.score), (Reason::Same, 0.0));
    }

    #[test]
    fn what_is_unknown_is_not_judged() {
        let antithesis = score("白日x山尽，黄河入海流");
        assert_eq!(pair(&antithesis, "x").reason, Reason::Unknown);
        assert!(antithesis.weak().iter().all(|p| p.opening != "x"));
    }

    #[test]
    fn other_lengths_have_no_score() {
        assert_eq!(table().score("白日依山", "黄河入海"), None);
        assert_eq!(table().score("白日依山尽", "黄河入海"), None);
        assert_eq!(table().score("", ""), None);
    }

    #[test]
    fn pairs_fill_the_line() {
        for couplet in ["风急天高猿啸哀，渚清沙白鸟飞回", "白日依山尽，黄河入海流"]
        {
            let antithesis = score(couplet);
            let opening: String = antithesis
                .pairs
                .iter()
                .map(|p| p.opening.as_str())
                .collect();
            let closing: String = antithesis
                .pairs
                .iter()
                .map(|p| p.closing.as_str())
                .collect();
            assert_eq!(format!("{opening}，{closing}"), couplet);
            assert!(
                antithesis
                    .pairs
                    .iter()
                    .all(|p| (0.0..=1.0).contains(&p.score))
            );
        }
    }
}
