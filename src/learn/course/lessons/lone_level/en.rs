//! English.

use crate::learn::course::lesson::Text;

/// The words.
pub static TEXT: Text = Text {
    title: "The lone level",
    about: "A line of type B with a single level tone left is strictly avoided.",
    words: &[
        "Of the four types, B (平平⊙仄平) wants most care. Besides the rhyme it has two level tones side by side. With an oblique first character a single one is left between oblique neighbours: a lone level 孤平. Tang poets hardly ever wrote it.",
        "If the first character has to be oblique, make the third level: 仄平平仄平. Again two level tones stand together. The line has rescued itself; this is the lone-level rescue.",
        "A line of seven has two characters more in front: there it is the third that matters, and the fifth that rescues. Types a, A and b know no lone level.",
    ],
    things: &[
        "One of these lines has a lone level (the first poem is as its poet wrote it, the others have one character changed). Press a character that should be level.",
        "Choose the character that keeps the line from a lone level.",
    ],
};
