//! The classes of words that antithesis is taught by, after Wang Li's 《汉语诗律学》.

use std::borrow::Cow;

use crate::{options::Language, traditional::in_language};

/// A class of characters. What stands opposite should be of the same class, or of a near one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// 天文: 日 月 风 云.
    Sky,
    /// 地理: 山 水 江 城.
    Land,
    /// 时令: 春 秋 朝 暮.
    Time,
    /// 宫室: 楼 台 门 窗.
    Building,
    /// 器物: 舟 车 琴 剑.
    Tool,
    /// 衣饰: 衣 冠 袖 带.
    Dress,
    /// 饮食: 酒 茶 饭 羹.
    Food,
    /// 文学: 诗 书 笔 墨.
    Letters,
    /// 草木花果: 花 草 松 竹.
    Plant,
    /// 鸟兽虫鱼: 鸟 马 蝉 鱼.
    Animal,
    /// 形体: 头 眼 心 泪.
    Body,
    /// 人伦: 君 臣 客 僧.
    Person,
    /// 人事: 功 名 恩 愁.
    Affair,
    /// 代名: 我 君 谁 此.
    Pronoun,
    /// 方位: 东 西 上 下.
    Direction,
    /// 数目: 一 千 双 孤.
    Number,
    /// 颜色: 红 白 青 翠.
    Colour,
    /// 干支: 甲 丁 寅 酉.
    Stem,
    /// 专名: 秦 楚 尧 舜.
    Name,
    /// 副词: 不 已 犹 空.
    Adverb,
    /// 连介词: 与 因 如 虽.
    Connective,
    /// 助词: 也 矣 哉 乎.
    Particle,
    /// 动词: 来 去 看 吹.
    Verb,
    /// 形容词: 高 低 新 旧.
    Adjective,
}

impl Category {
    /// All, in the order of their numbers in the table, which start at 1.
    pub const ALL: [Self; 24] = [
        Self::Sky,
        Self::Land,
        Self::Time,
        Self::Building,
        Self::Tool,
        Self::Dress,
        Self::Food,
        Self::Letters,
        Self::Plant,
        Self::Animal,
        Self::Body,
        Self::Person,
        Self::Affair,
        Self::Pronoun,
        Self::Direction,
        Self::Number,
        Self::Colour,
        Self::Stem,
        Self::Name,
        Self::Adverb,
        Self::Connective,
        Self::Particle,
        Self::Verb,
        Self::Adjective,
    ];

    /// The category of a number in the table; 0 is none.
    pub(super) fn of_number(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number).checked_sub(1)?).copied()
    }

    /// Its name.
    pub fn name(self, language: Language) -> Cow<'static, str> {
        let (zh, en) = self.names();
        in_language(language, zh, en)
    }

    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Sky => ("天文", "sky"),
            Self::Land => ("地理", "land and water"),
            Self::Time => ("时令", "time"),
            Self::Building => ("宫室", "buildings"),
            Self::Tool => ("器物", "things in use"),
            Self::Dress => ("衣饰", "dress"),
            Self::Food => ("饮食", "food and drink"),
            Self::Letters => ("文学", "letters"),
            Self::Plant => ("草木花果", "plants"),
            Self::Animal => ("鸟兽虫鱼", "animals"),
            Self::Body => ("形体", "body"),
            Self::Person => ("人伦", "persons"),
            Self::Affair => ("人事", "affairs"),
            Self::Pronoun => ("代名", "pronouns"),
            Self::Direction => ("方位", "directions"),
            Self::Number => ("数目", "numbers"),
            Self::Colour => ("颜色", "colours"),
            Self::Stem => ("干支", "stems and branches"),
            Self::Name => ("专名", "names"),
            Self::Adverb => ("副词", "adverbs"),
            Self::Connective => ("连介词", "connectives"),
            Self::Particle => ("助词", "particles"),
            Self::Verb => ("动词", "verbs"),
            Self::Adjective => ("形容词", "adjectives"),
        }
    }

    /// Whether a member asks for a member: what stands opposite a number, a colour or a direction had
    /// better be one too.
    pub const fn is_strict(self) -> bool {
        matches!(
            self,
            Self::Number | Self::Colour | Self::Direction | Self::Stem
        )
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn numbers_and_names_are_unique() {
        for (at, category) in Category::ALL.into_iter().enumerate() {
            assert_eq!(Category::of_number(at as u8 + 1), Some(category));
        }
        assert_eq!(Category::of_number(0), None);
        assert_eq!(Category::of_number(25), None);
        for language in Language::ALL {
            let names: BTreeSet<_> = Category::ALL.iter().map(|c| c.name(language)).collect();
            assert_eq!(names.len(), Category::ALL.len());
        }
    }
}
