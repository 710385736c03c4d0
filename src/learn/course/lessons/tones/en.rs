//! English.

use crate::learn::course::lesson::Text;

/// The words.
pub static TEXT: Text = Text {
    title: "Tones and the entering tone",
    about: "Every syllable has a tone; verse sorts the tones into level and oblique.",
    words: &[
        "Speech rises and falls, and Chinese verse makes its rhythm of that. The language of the Tang had four tones: level 平, rising 上, departing 去 and entering 入. A level syllable is even and can be drawn out; a rising or departing one moves; an entering one is cut short, for it ended in p, t or k.",
        "Verse tells only two classes apart: level (平, ping) and oblique (仄, ze), which is all the rest. Level and oblique take turns, and that is what the ear hears as rhythm.",
        "With Mandarin you come a long way: first and second tones are mostly level, third and fourth oblique. Only the entering tone misleads. Mandarin has lost it, and many of its characters sound level today: 白 bái, 国 guó, 竹 zhú, 一 yī, 十 shí, 绝 jué. In verse they are oblique. Cantonese, Min, Hakka and Wu have kept the short ending.",
        "Look at the poem below. ○ is level, ● oblique, ● with a notch the entering tone, ◎ a level rhyme; where the mark is lighter, the place is free. In the first line 白 is read bái today, and yet it is marked as entering.",
        "Nobody learns all entering-tone characters at once. Note each one that you meet; one or two hundred are common. This page looks them up in the Pingshui rhymes 平水韵, the book that poets have gone by since the end of the Song.",
    ],
    things: &[
        "Press each character to mark its class: once for level, twice for oblique. Then press “Check”.",
        "Somewhere in these lines stands an entering-tone character. Find one and press it.",
    ],
};
