//! English.

use crate::learn::course::lesson::Text;

/// The words.
pub static TEXT: Text = Text {
    title: "Antithesis",
    about: "Two lines whose words answer each other, one by one.",
    words: &[
        "In antithesis (对仗) two lines have the same length, opposite tones, and words that answer each other in their places: noun to noun, verb to verb, number to number, colour to colour. The second and third couplets of an octave must be so; in a quatrain it is free. In the poem below both couplets are.",
        "Take the first couplet: “two” is answered by “one row”, a number; “yellow orioles” by “white egrets”, a colour and a bird; “sing” by “rise”, a movement; “green willows” by “blue sky”, a colour and a thing.",
        "The nearer the classes, the finer: sky to sky, plant to plant. But the two lines should not say the same; that is called joined palms 合掌, and wastes a line.",
        "“Boundless” is answered by “endless”, “falling leaves” by “the long river”, the doubled 萧萧 by the doubled 滚滚. One line is wide and the other long; nothing is said twice.",
        "Stillness and movement answer each other, too: above, the moon shines quietly; below, the spring runs over stones.",
    ],
    things: &[
        "Look at the character above the gap and choose one that answers it: of the same class of words, and with a tone that fits.",
        "The first line is a poet's. Write the one that answers: the tones opposed, the rhyme kept, the words facing each other as well as you can. The page checks the metre; how fine it is, you judge yourself.",
    ],
};
