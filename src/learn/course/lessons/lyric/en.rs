//! English.

use crate::learn::course::lesson::Text;

/// The words.
pub static TEXT: Text = Text {
    title: "What a lyric is",
    about: "Written to a tune: lines of several lengths, with tones and rhymes in fixed places.",
    words: &[
        "Lyrics, ci 词, were once words for a melody. Most of the music is lost, but the patterns remain: a tune fixes how many lines there are, how long each is, where it is level or oblique and which lines rhyme. The name of the tune need not say what the words are about. The Rumengling 如梦令 below has 33 characters in seven lines, of 6, 6, 5, 6, 2, 2 and 6; lines 5 and 6 say the same.",
        "The rules of regulated verse do not apply here: there is neither opposition nor adhesion, and a rhyme may be oblique. What a place asks is seen from what the poets wrote there: nearly always level, and it must be level; nearly always oblique, and it must be oblique; where both are common it is free, written 中 in the pattern. A tune often has several forms; a lyric is compared with the one that is nearest.",
        "The rhymes are those of Cilin zhengyun 词林正韵, which are broader than those of poems: nineteen parts. Fourteen of them have level, rising and departing tones; level rhymes with level, while rising and departing may rhyme together. The last five have the entering tone, which rhymes apart. In the Busuanzi 卜算子 below 主 and 雨 are rising, 妒 and 故 departing; all are of part 4, and so they rhyme.",
        "The Yiqin’e 忆秦娥 has entering rhymes: 咽, 月, 别, 节, 绝, 阙, all of part 18, and no other tone among them. The gap in the middle parts the first stanza from the second.",
        "In some tunes the rhyme changes on the way. The Pusaman 菩萨蛮 takes another one every two lines, oblique first and then level, four in all. The signs 甲, 乙, 丙, 丁 behind the lines tell which of the rhymes a line has.",
    ],
    things: &[
        "Which lines rhyme? Press the last character of each that does; another press takes the mark away. Then check.",
        "One character has been changed and breaks its place. Press it.",
        "A rhyme is missing. Choose the character that fits, of the same part and of the right tone.",
    ],
};
