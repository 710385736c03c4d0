//! English.

use crate::learn::course::lesson::Text;

/// The words.
pub static TEXT: Text = Text {
    title: "The sixteen patterns",
    about: "Choose a form and an opening, and every tone of the poem follows.",
    words: &[
        "There seem to be many patterns: quatrain or octave, five characters or seven, level or oblique opening, a first line that rhymes or does not; sixteen in all. None has to be learnt by heart. They can be worked out.",
        "Three things are chosen: the length of the line, the class of its second character (that is the opening), and whether line 1 rhymes. Line 2 is opposed to line 1, line 3 adheres to line 2, line 4 is opposed to line 3, and so on. Even lines rhyme and end level; lines that do not rhyme end oblique.",
        "Choose below, press “Next line”, and watch the pattern grow. The two lit places are what each step compares.",
        "Four lines are a quatrain, eight an octave; going on in the same way gives extended verse.",
    ],
    things: &[
        "Form and opening are given. Work the pattern out, line by line: of which type is the next one? All sixteen are here; after a few you will know the rest.",
    ],
};
