//! English.

use crate::learn::course::lesson::Text;

/// The words.
pub static TEXT: Text = Text {
    title: "Opposition and adhesion",
    about: "How lines join into couplets, and couplets into a poem.",
    words: &[
        "Two lines are a couplet: an opening line and a closing line. Within a couplet the tones are opposed (对): where the one is level, the other is oblique, so that they complete each other.",
        "It shows best at the second character. In the poem below, lines 1 and 2 have 日 and 河 there, oblique and level; lines 3 and 4 have 穷 and 上, level and oblique. Both couplets are opposed.",
        "From couplet to couplet the second characters agree; that is adhesion (粘, sticking). Without it the second couplet would repeat the tune of the first.",
        "In the poem above 河 is level and so is 穷: the couplets stick together. Opposition brings change within a couplet, adhesion keeps the poem from repeating itself. Below is an exception that Tang poets allowed themselves now and then: 君 in line 3 does not agree with 舍 in line 2. It is called the broken waist.",
    ],
    things: &[
        "The first line stands. Put the other three back in order with “up” and “down”, then press “Check”. Ask: which is opposed to which, which adheres, which rhymes?",
        "In this poem adhesion is lost in one place. Press one of the two characters that do not agree.",
    ],
};
