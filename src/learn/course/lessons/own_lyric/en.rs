//! English.

use crate::learn::course::lesson::Text;

/// The words.
pub static TEXT: Text = Text {
    title: "Fill in a Rumengling",
    about: "Seven lines, 33 characters: a lyric of your own, step by step.",
    words: &[
        "Look at the pattern first. The Rumengling 如梦令 has one stanza of seven lines and a single oblique rhyme. Line 3 alone does not rhyme and ends level. Lines 5 and 6 have two characters each and by custom say the same. Here is another one by Li Qingzhao.",
        "Choose something small to tell, then a rhyme. Six lines rhyme, and two of them are the same, so five oblique characters of one part are enough: rising and departing may stand together, entering keeps apart. Try to find the last line first and let everything go towards it.",
        "Then fill in line by line. The pattern stands behind each line: level where it has 平, oblique where it has 仄, as you like where it has 中. If a word does not fit, take another of like meaning or let two words change places. The short lines should be quick, as if something had just come to mind.",
        "Write □ for a character that you have not found yet. When all is there, read it aloud and hear whether long and short lines go well together.",
    ],
    things: &[
        "A line of Li Qingzhao’s lyric is missing. Write one yourself, with the length, the tones and the rhyme that the pattern asks. Leave the poet’s own aside for now.",
        "Fill in a Rumengling of your own, a line each. Places that are still open are drawn below; with 33 characters and no error it is done.",
    ],
};
