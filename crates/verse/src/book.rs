//! Rhyme books and their groups.

use serde::{Deserialize, Serialize};

use crate::tone::{Tone, ToneClass};

/// A rhyme book, by its Chinese name in JSON.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum RhymeBook {
    /// 平水韵 (佩文诗韵): 106 groups, the book of regulated verse.
    #[default]
    #[serde(rename = "平水韵")]
    PingShui,
}

impl RhymeBook {
    /// All books.
    pub const ALL: [Self; 1] = [Self::PingShui];

    /// The Chinese name.
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::PingShui => "平水韵",
        }
    }

    /// The English name.
    pub const fn english(self) -> &'static str {
        match self {
            Self::PingShui => "Pingshui rhymes",
        }
    }
}

/// The heads of the 106 groups of 平水韵 in simplified script: 30 level, 29 rising, 30 departing,
/// 17 entering. A group's number is its place here.
static HEADS: [char; COUNT as usize] = heads(
    "东冬江支微鱼虞齐佳灰真文元寒删先萧肴豪歌麻阳庚青蒸尤侵覃盐咸\
董肿讲纸尾语麌荠蟹贿轸吻阮旱潸铣筱巧皓哿马养梗迥有寝感琰豏\
送宋绛寘未御遇霁泰卦队震问愿翰谏霰啸效号个祃漾敬径宥沁勘艳陷\
屋沃觉质物月曷黠屑药陌锡职缉合叶洽",
);

/// The same in traditional script.
static HEADS_TRADITIONAL: [char; COUNT as usize] = heads(
    "東冬江支微魚虞齊佳灰真文元寒刪先蕭肴豪歌麻陽庚青蒸尤侵覃鹽咸\
董腫講紙尾語麌薺蟹賄軫吻阮旱潸銑篠巧皓哿馬養梗迥有寢感琰豏\
送宋絳寘未御遇霽泰卦隊震問願翰諫霰嘯效號箇禡漾敬徑宥沁勘豔陷\
屋沃覺質物月曷黠屑藥陌錫職緝合葉洽",
);

/// The characters of a text of [`COUNT`] characters of three bytes each.
const fn heads(text: &str) -> [char; COUNT as usize] {
    let bytes = text.as_bytes();
    let mut heads = ['?'; COUNT as usize];
    let mut at = 0;
    while at < heads.len() {
        let code = (bytes[at * 3] as u32 & 0x0f) << 12
            | (bytes[at * 3 + 1] as u32 & 0x3f) << 6
            | bytes[at * 3 + 2] as u32 & 0x3f;
        if let Some(head) = char::from_u32(code) {
            heads[at] = head;
        }
        at += 1;
    }
    heads
}

/// The bounds of the tones in [`HEADS`].
const RISING: u8 = 30;
const DEPARTING: u8 = 59;
const ENTERING: u8 = 89;
const COUNT: u8 = 106;

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

/// A rhyme group of 平水韵: its number from 0, level groups first, then rising, departing and
/// entering, each in the order of the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RhymeGroup(u8);

impl RhymeGroup {
    /// The group with this number, if there is one.
    pub const fn new(number: u8) -> Option<Self> {
        if number < COUNT {
            Some(Self(number))
        } else {
            None
        }
    }

    /// All groups in order.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..COUNT).map(Self)
    }

    /// The number from 0.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// The tone of the group.
    pub const fn tone(self) -> Tone {
        match self.0 {
            0..RISING => Tone::Level,
            RISING..DEPARTING => Tone::Rising,
            DEPARTING..ENTERING => Tone::Departing,
            _ => Tone::Entering,
        }
    }

    /// The class of the group.
    pub const fn class(self) -> ToneClass {
        self.tone().class()
    }

    /// The head character in simplified script: `东`.
    pub fn name(self) -> char {
        HEADS[usize::from(self.0)]
    }

    /// The head character in traditional script: `東`.
    pub fn traditional_name(self) -> char {
        HEADS_TRADITIONAL[usize::from(self.0)]
    }

    /// The group by tone and head character in either script (`平`, `東`), as data files name it.
    pub fn find(tone: Tone, head: char) -> Option<Self> {
        Self::all().find(|g| g.tone() == tone && (g.traditional_name() == head || g.name() == head))
    }

    /// Whether the two are different groups that lend each other rhymes (Wang Li).
    pub fn is_neighbour(self, other: Self) -> bool {
        let bits = NEIGHBOUR_BITS
            .get(usize::from(self.0))
            .copied()
            .unwrap_or(0);
        self != other && other.0 < RISING && bits >> other.0 & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_book_has_106_groups() {
        assert!(HEADS.iter().chain(&HEADS_TRADITIONAL).all(|c| *c != '?'));
        let count = |tone| RhymeGroup::all().filter(|g| g.tone() == tone).count();
        assert_eq!(
            [Tone::Level, Tone::Rising, Tone::Departing, Tone::Entering].map(count),
            [30, 29, 30, 17]
        );
    }

    #[test]
    fn heads_name_their_groups() {
        for group in RhymeGroup::all() {
            assert_eq!(RhymeGroup::find(group.tone(), group.name()), Some(group));
            assert_eq!(
                RhymeGroup::find(group.tone(), group.traditional_name()),
                Some(group)
            );
        }
        let name = |n| RhymeGroup::new(n).map(RhymeGroup::name);
        assert_eq!(
            [name(0), name(30), name(59), name(89), name(105), name(106)],
            [
                Some('东'),
                Some('董'),
                Some('送'),
                Some('屋'),
                Some('洽'),
                None
            ]
        );
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
