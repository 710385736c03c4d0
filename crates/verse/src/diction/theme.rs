//! What verse is about.

use crate::{options::Language, traditional::in_language};

macro_rules! themes {
    ($($(#[$doc:meta])* $name:ident $code:literal $zh:literal $en:literal,)*) => {
        /// A theme of verse. Its words stand in `data/themes.tsv`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Theme {
            $($(#[$doc])* $name,)*
        }

        impl Theme {
            /// All themes, in the order of the table.
            pub const ALL: [Self; 31] = [$(Self::$name),*];

            /// Its name in data and addresses.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),* }
            }

            const fn names(self) -> (&'static str, &'static str) {
                match self { $(Self::$name => ($zh, $en)),* }
            }
        }
    };
}

themes! {
    /// 春
    Spring "spring" "春" "Spring",
    /// 夏
    Summer "summer" "夏" "Summer",
    /// 秋
    Autumn "autumn" "秋" "Autumn",
    /// 冬
    Winter "winter" "冬" "Winter",
    /// 月
    Moon "moon" "月" "The moon",
    /// 风雨
    WindAndRain "wind-and-rain" "风雨" "Wind and rain",
    /// 雪
    Snow "snow" "雪" "Snow",
    /// 山
    Mountains "mountains" "山" "Mountains",
    /// 水
    Water "water" "水" "Rivers and lakes",
    /// 花
    Flowers "flowers" "花" "Flowers",
    /// 草木
    Trees "trees" "草木" "Trees and grass",
    /// 鸟
    Birds "birds" "鸟" "Birds",
    /// 送别
    Farewell "farewell" "送别" "Farewell",
    /// 思乡行旅
    Journey "journey" "思乡行旅" "Home and journey",
    /// 友情
    Friendship "friendship" "友情" "Friendship",
    /// 爱情
    Love "love" "爱情" "Love",
    /// 亲情
    Family "family" "亲情" "Family",
    /// 儿童
    Children "children" "儿童" "Children",
    /// 生日
    Birthday "birthday" "生日" "Birthday",
    /// 祝寿
    LongLife "long-life" "祝寿" "Long life",
    /// 酒
    Wine "wine" "酒" "Wine",
    /// 茶
    Tea "tea" "茶" "Tea",
    /// 读书
    Study "study" "读书" "Study",
    /// 琴棋
    Music "music" "琴棋" "Music and chess",
    /// 怀古
    Past "past" "怀古" "The past",
    /// 边塞
    Frontier "frontier" "边塞" "The frontier",
    /// 隐逸
    Seclusion "seclusion" "隐逸" "Seclusion",
    /// 田园
    Village "village" "田园" "Field and village",
    /// 寺观
    Temples "temples" "寺观" "Temples and monks",
    /// 节令
    Festivals "festivals" "节令" "Festivals",
    /// 家国
    Duty "duty" "家国" "Country and duty",
}

impl Theme {
    /// The theme with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.code() == code)
    }

    /// Its name.
    pub fn name(self, language: Language) -> String {
        let (chinese, english) = self.names();
        in_language(language, chinese, english).into_owned()
    }

    /// Its number, from 0.
    pub(crate) const fn number(self) -> usize {
        self as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_has_its_row() {
        let table = include_str!("../../data/themes.tsv");
        let rows = table.lines().filter(|l| !l.starts_with('#')).skip(1);
        let codes: Vec<&str> = rows.map(|row| row.split('\t').next().unwrap()).collect();
        let own: Vec<&str> = Theme::ALL.iter().map(|theme| theme.code()).collect();
        assert_eq!(codes, own);
        for (number, theme) in Theme::ALL.into_iter().enumerate() {
            assert_eq!(theme.number(), number);
            assert_eq!(Theme::from_code(theme.code()), Some(theme));
        }
        assert_eq!(Theme::from_code("x"), None);
        assert_eq!(Theme::Wine.name(Language::En), "Wine");
        assert_eq!(Theme::Children.name(Language::Hant), "兒童");
    }
}
