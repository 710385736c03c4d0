//! English.

use crate::learn::course::lesson::Text;

/// The words.
pub static TEXT: Text = Text {
    title: "The four line types",
    about: "All lines of regulated verse, of five characters or seven, are of four types.",
    words: &[
        "The tone changes every two characters: level level oblique oblique, and so on. Five characters in such pairs, with one left over, give four types of line. Scholars call them a, A, b and B. A capital ends level and can rhyme; a small letter ends oblique.",
        "⊙ is a free place. A line of seven is a line of five with two characters before it, of the class opposite to the pair that follows. Who knows the lines of five knows the lines of seven.",
        "The four lines below are of four different types; letter and pattern stand behind each. Look at the second and the fourth character: within a line one of them is always level, the other oblique.",
        "Lines of seven do the same at the second, fourth and sixth character. A saying goes: “one, three and five do not matter; two, four and six are strict.” It is easy to keep and not quite true: the first character of type B (the third of seven) does matter, as lesson 6 shows.",
        "The last three characters want care, too: they must not all be level, and had better not all be oblique.",
        "A character of the wrong class at a fixed place is a wrong tone:",
    ],
    things: &[
        "Read the line; look at the even places and at the last character. Of which type is it?",
        "One character has been changed, and the tones no longer fit. Compare the marks with the pattern behind each line, and press that character.",
    ],
};
