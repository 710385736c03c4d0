//! English.

use crate::learn::course::lesson::Text;

/// The words.
pub static TEXT: Text = Text {
    title: "Rhyme",
    about: "The even lines end in one rhyme group; the first line may join.",
    words: &[
        "Rhyme is an echo at the ends of lines. In regulated verse the even lines rhyme, all in one group, and in a level tone. Line 1 may join or not; all other lines end oblique.",
        "Which characters rhyme is said by the rhyme book. The Pingshui rhymes have thirty level groups, each named by one of its characters: 东 dong, 阳 yang, 尤 you. Sounds have changed since: some characters that rhyme today stood in different groups, and some that did rhyme no longer sound so. The poem below rhymes in the group 麻 ma: 沙, 家, 花.",
        "Line 1 may borrow from a neighbouring group; poets of the Song were fond of it. In Qingming 清明 the first rhyme, 纷, is of group 文, while 魂 and 村 are of group 元.",
    ],
    things: &[
        "A rhyme is missing. Choose the character that fits: it must rhyme, and be level.",
        "One rhyme has been changed and rhymes no longer. Press it.",
    ],
};
