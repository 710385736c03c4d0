//! Rhyme books and their groups.

mod cilin;
pub(crate) mod finals;
mod heads;

use serde::{Deserialize, Serialize};

use crate::tone::{Tone, ToneClass};
use heads::{COUNT, DEPARTING, ENTERING, HEADS, HEADS_TRADITIONAL, RISING};

/// A rhyme book, by its Chinese name in JSON.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub enum RhymeBook {
    /// 平水韵 (佩文诗韵): 106 groups, the book of regulated verse.
    #[default]
    #[serde(rename = "平水韵")]
    PingShui,
    /// 词林正韵: 19 parts, the book of 词; its tones are those of 平水韵.
    #[serde(rename = "词林正韵")]
    Cilin,
    /// 中华新韵: 14 groups by today's Mandarin, without an entering tone.
    #[serde(rename = "中华新韵")]
    XinYun,
    /// 中华通韵: 16 groups by today's Mandarin (GF 0022-2019), without an entering tone.
    #[serde(rename = "中华通韵")]
    TongYun,
}

impl RhymeBook {
    /// All books.
    pub const ALL: [Self; 4] = [Self::PingShui, Self::Cilin, Self::XinYun, Self::TongYun];

    /// The Chinese name.
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::PingShui => "平水韵",
            Self::Cilin => "词林正韵",
            Self::XinYun => "中华新韵",
            Self::TongYun => "中华通韵",
        }
    }

    /// The same in traditional script.
    pub const fn traditional(self) -> &'static str {
        match self {
            Self::PingShui => "平水韻",
            Self::Cilin => "詞林正韻",
            Self::XinYun => "中華新韻",
            Self::TongYun => "中華通韻",
        }
    }

    /// The English name.
    pub const fn english(self) -> &'static str {
        match self {
            Self::PingShui => "Pingshui rhymes",
            Self::Cilin => "Cilin rhymes",
            Self::XinYun => "New Rhymes (Xinyun)",
            Self::TongYun => "Common Rhymes (Tongyun)",
        }
    }

    /// Whether tones and rhymes are those of today's Mandarin: first and second tone level, third
    /// and fourth oblique, no entering tone.
    pub const fn is_modern(self) -> bool {
        matches!(self, Self::XinYun | Self::TongYun)
    }

    /// The number of groups (for 平水韵 tone by tone, for the others without regard to tone).
    pub const fn group_count(self) -> u8 {
        match self {
            Self::PingShui => COUNT,
            Self::Cilin => 19,
            Self::XinYun => 14,
            Self::TongYun => 16,
        }
    }
}

/// The groups of the other books, as their handbooks name them.
const CILIN: [&str; 19] = [
    "第一部",
    "第二部",
    "第三部",
    "第四部",
    "第五部",
    "第六部",
    "第七部",
    "第八部",
    "第九部",
    "第十部",
    "第十一部",
    "第十二部",
    "第十三部",
    "第十四部",
    "第十五部",
    "第十六部",
    "第十七部",
    "第十八部",
    "第十九部",
];
const XINYUN: &str = "麻波皆开微豪尤寒文唐庚齐支姑";
const TONGYUN: &str = "啊喔鹅衣乌迂哀欸熬欧安恩昂英雍儿";

/// The level groups that Wang Li calls neighbours, those whose rhymes poets lent each other at
/// the ends of a poem, by their numbers: 东冬, 支微齐, 鱼虞, 佳灰, 真文元寒删先, 萧肴豪, 庚青蒸,
/// 覃盐咸, and two that are met with rarely: 江阳, 佳麻.
const NEIGHBOURS: [&[u8]; 10] = [
    &[0, 1],
    &[3, 4, 7],
    &[5, 6],
    &[8, 9],
    &[10, 11, 12, 13, 14, 15],
    &[16, 17, 18],
    &[22, 23, 24],
    &[27, 28, 29],
    &[2, 21],
    &[8, 20],
];

/// For each level group a bit for every neighbour, itself among them.
static NEIGHBOUR_BITS: [u32; RISING as usize] = {
    let mut bits = [0; RISING as usize];
    let mut set = 0;
    while set < NEIGHBOURS.len() {
        let mut own = 0;
        while own < NEIGHBOURS[set].len() {
            let mut other = 0;
            while other < NEIGHBOURS[set].len() {
                bits[NEIGHBOURS[set][own] as usize] |= 1 << NEIGHBOURS[set][other];
                other += 1;
            }
            own += 1;
        }
        set += 1;
    }
    bits
};

/// The tone of each group of 平水韵; a table is asked faster than four ranges.
static TONES: [Tone; COUNT as usize] = {
    let mut tones = [Tone::Level; COUNT as usize];
    let mut number = RISING;
    while number < COUNT {
        tones[number as usize] = match number {
            ..DEPARTING => Tone::Rising,
            DEPARTING..ENTERING => Tone::Departing,
            _ => Tone::Entering,
        };
        number += 1;
    }
    tones
};

/// A rhyme group of a book, in one tone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RhymeGroup {
    book: RhymeBook,
    number: u8,
    tone: Tone,
}

impl RhymeGroup {
    /// The group of 平水韵 with this number from 0: level groups first, then rising, departing and
    /// entering, each in the order of the book.
    pub const fn new(number: u8) -> Option<Self> {
        if number >= COUNT {
            return None;
        }
        Some(Self {
            book: RhymeBook::PingShui,
            number,
            tone: TONES[number as usize],
        })
    }

    /// A group of any book by its number from 0 and its tone; of 平水韵 the number tells the tone.
    pub(crate) fn of(book: RhymeBook, number: u8, tone: Tone) -> Option<Self> {
        match book {
            RhymeBook::PingShui => Self::new(number),
            _ => (number < book.group_count()).then_some(Self { book, number, tone }),
        }
    }

    /// The part of 词林正韵 that a group of 平水韵 belongs to; `other` for the characters that a
    /// divided group leaves to another part.
    pub(crate) fn to_cilin(self, other: bool) -> Self {
        let (part, others) = cilin::parts(self.number);
        Self {
            book: RhymeBook::Cilin,
            number: if other { others } else { part },
            tone: self.tone,
        }
    }

    /// All groups of 平水韵 in order.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..COUNT).filter_map(Self::new)
    }

    /// All groups of a book, those of 平水韵 tone by tone, the others in every tone that they may have
    /// (an entering tone in the last five parts of 词林正韵 alone, none in the modern books).
    pub fn of_book(book: RhymeBook) -> impl Iterator<Item = Self> {
        let tones = [Tone::Level, Tone::Rising, Tone::Departing, Tone::Entering];
        (0..book.group_count()).flat_map(move |number| {
            tones.into_iter().filter_map(move |tone| {
                let group = Self::of(book, number, tone)?;
                let may_have = match book {
                    RhymeBook::PingShui => group.tone == tone,
                    RhymeBook::Cilin => (number >= 14) == (tone == Tone::Entering),
                    RhymeBook::XinYun | RhymeBook::TongYun => tone != Tone::Entering,
                };
                may_have.then_some(group)
            })
        })
    }

    /// The number from 0.
    pub const fn number(self) -> u8 {
        self.number
    }

    /// The book.
    pub const fn book(self) -> RhymeBook {
        self.book
    }

    /// The tone of the group.
    pub const fn tone(self) -> Tone {
        self.tone
    }

    /// The class of the group.
    pub const fn class(self) -> ToneClass {
        self.tone.class()
    }

    /// The name in simplified script: `东`, `第一部`, `麻`, `啊`.
    pub fn name(self) -> &'static str {
        self.name_in(HEADS)
    }

    /// The name in traditional script: `東`; of the other books as in simplified script.
    pub fn traditional_name(self) -> &'static str {
        self.name_in(HEADS_TRADITIONAL)
    }

    /// The name as a Chinese sentence has it: `东韵`, but `第一部`.
    pub fn name_in_sentence(self) -> String {
        let mut name = self.name().to_owned();
        if self.book != RhymeBook::Cilin {
            name.push('韵');
        }
        name
    }

    fn name_in(self, heads: &'static str) -> &'static str {
        let number = usize::from(self.number);
        // Every head is one character of three bytes.
        let of = |heads: &'static str| heads.get(number * 3..number * 3 + 3).unwrap_or("?");
        match self.book {
            RhymeBook::PingShui => of(heads),
            RhymeBook::Cilin => CILIN.get(number).copied().unwrap_or("?"),
            RhymeBook::XinYun => of(XINYUN),
            RhymeBook::TongYun => of(TONGYUN),
        }
    }

    /// The group of 平水韵 by tone and head character in either script (`平`, `東`), as data files
    /// name it.
    pub fn find(tone: Tone, head: char) -> Option<Self> {
        let mut buffer = [0; 4];
        let head: &str = head.encode_utf8(&mut buffer);
        Self::all().find(|g| g.tone() == tone && (g.traditional_name() == head || g.name() == head))
    }

    /// Whether words of the two groups rhyme: one book, one group, both level or both oblique.
    pub fn rhymes_with(self, other: Self) -> bool {
        self.number == other.number && self.book == other.book && self.class() == other.class()
    }

    /// Whether the two are different groups of 平水韵 that lend each other rhymes (Wang Li).
    pub fn is_neighbour(self, other: Self) -> bool {
        let bits = NEIGHBOUR_BITS
            .get(usize::from(self.number))
            .copied()
            .unwrap_or(0);
        self.book == RhymeBook::PingShui
            && other.book == RhymeBook::PingShui
            && self.number != other.number
            && other.number < RISING
            && bits >> other.number & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_book_has_106_groups() {
        assert_eq!(HEADS.chars().count(), usize::from(COUNT));
        assert_eq!(HEADS_TRADITIONAL.chars().count(), usize::from(COUNT));
        let count = |tone| RhymeGroup::all().filter(|g| g.tone() == tone).count();
        assert_eq!(
            [Tone::Level, Tone::Rising, Tone::Departing, Tone::Entering].map(count),
            [30, 29, 30, 17]
        );
    }

    #[test]
    fn the_groups_of_each_book() {
        let count = |book| RhymeGroup::of_book(book).count();
        assert_eq!(RhymeBook::ALL.map(count), [106, 14 * 3 + 5, 14 * 3, 16 * 3]);
        assert!(RhymeGroup::of_book(RhymeBook::PingShui).eq(RhymeGroup::all()));
    }

    #[test]
    fn heads_name_their_groups() {
        let first = |name: &str| name.chars().next().unwrap();
        for group in RhymeGroup::all() {
            assert_eq!(
                RhymeGroup::find(group.tone(), first(group.name())),
                Some(group)
            );
            assert_eq!(
                RhymeGroup::find(group.tone(), first(group.traditional_name())),
                Some(group)
            );
        }
        let name = |n| RhymeGroup::new(n).map(RhymeGroup::name);
        assert_eq!(
            [name(0), name(30), name(59), name(89), name(105), name(106)],
            [
                Some("东"),
                Some("董"),
                Some("送"),
                Some("屋"),
                Some("洽"),
                None
            ]
        );
    }

    #[test]
    fn the_parts_of_cilin_are_those_of_the_handbook() {
        let part = |tone, head, other| RhymeGroup::find(tone, head).unwrap().to_cilin(other).name();
        assert_eq!(part(Tone::Level, '东', false), "第一部");
        assert_eq!(part(Tone::Level, '灰', false), "第三部");
        assert_eq!(part(Tone::Level, '灰', true), "第五部");
        assert_eq!(part(Tone::Level, '元', false), "第七部");
        assert_eq!(part(Tone::Level, '元', true), "第六部");
        assert_eq!(part(Tone::Level, '佳', true), "第十部");
        assert_eq!(part(Tone::Rising, '迥', false), "第十一部");
        assert_eq!(part(Tone::Rising, '有', false), "第十二部");
        assert_eq!(part(Tone::Rising, '豏', false), "第十四部");
        assert_eq!(part(Tone::Departing, '泰', false), "第三部");
        assert_eq!(part(Tone::Departing, '泰', true), "第五部");
        assert_eq!(part(Tone::Departing, '队', true), "第五部");
        assert_eq!(part(Tone::Departing, '漾', false), "第二部");
        assert_eq!(part(Tone::Departing, '陷', false), "第十四部");
        let entering = "屋沃觉质物月曷黠屑药陌锡职缉合叶洽".chars();
        let parts: Vec<_> = entering.map(|h| part(Tone::Entering, h, false)).collect();
        assert_eq!(
            parts,
            [
                "第十五部",
                "第十五部",
                "第十六部",
                "第十七部",
                "第十八部",
                "第十八部",
                "第十八部",
                "第十八部",
                "第十八部",
                "第十六部",
                "第十七部",
                "第十七部",
                "第十七部",
                "第十七部",
                "第十九部",
                "第十八部",
                "第十九部"
            ]
        );
    }

    #[test]
    fn syllables_fall_into_the_modern_groups() {
        let of = |text| {
            let (tone, new, common) = finals::syllable(text).unwrap();
            let tone_of = |n| if n < 3 { Tone::Level } else { Tone::Departing };
            (
                tone,
                RhymeGroup::of(RhymeBook::XinYun, new, tone_of(tone))
                    .unwrap()
                    .name(),
                RhymeGroup::of(RhymeBook::TongYun, common, tone_of(tone))
                    .unwrap()
                    .name(),
            )
        };
        assert_eq!(of("huā"), (1, "麻", "啊"));
        assert_eq!(of("gē"), (1, "波", "鹅"));
        assert_eq!(of("bō"), (1, "波", "喔"));
        assert_eq!(of("yuè"), (4, "皆", "鹅"));
        assert_eq!(of("lüè"), (4, "皆", "鹅"));
        assert_eq!(of("shī"), (1, "支", "衣"));
        assert_eq!(of("xī"), (1, "齐", "衣"));
        assert_eq!(of("yú"), (2, "齐", "迂"));
        assert_eq!(of("lǜ"), (4, "齐", "迂"));
        assert_eq!(of("lù"), (4, "姑", "乌"));
        assert_eq!(of("ér"), (2, "齐", "儿"));
        assert_eq!(of("dōng"), (1, "庚", "雍"));
        assert_eq!(of("fēng"), (1, "庚", "英"));
        assert_eq!(of("chūn"), (1, "文", "恩"));
        assert_eq!(of("yún"), (2, "文", "恩"));
        assert_eq!(of("liú"), (2, "尤", "欧"));
        assert_eq!(of("guī"), (1, "微", "欸"));
        assert_eq!(of("yuán"), (2, "寒", "安"));
        assert_eq!(of("ma"), (0, "麻", "啊"));
        assert_eq!(finals::syllable("ń"), None);
    }

    #[test]
    fn neighbours_are_wang_lis() {
        let find = |head| RhymeGroup::find(Tone::Level, head).unwrap();
        assert!(find('文').is_neighbour(find('元')));
        assert!(find('江').is_neighbour(find('阳')));
        assert!(find('佳').is_neighbour(find('麻')) && find('佳').is_neighbour(find('灰')));
        assert!(!find('侵').is_neighbour(find('真')) && !find('尤').is_neighbour(find('萧')));
        assert!(find('咸').is_neighbour(find('覃')) && find('先').is_neighbour(find('真')));
        assert!(!find('真').is_neighbour(find('侵')));
        assert!(!find('元').is_neighbour(find('元')));
        assert!(!find('真').is_neighbour(find('庚')));
    }
}
