//! English.

use crate::learn::course::lesson::Text;

/// The words.
pub static TEXT: Text = Text {
    title: "Your own first quatrain",
    about: "Use what you have learnt, and say something of your own in four lines.",
    words: &[
        "How are four lines laid out? An old saying goes: begin, go on, turn, close. “Mooring by Maple Bridge” begins with what is before the eye and goes on to the traveller who cannot sleep; line 3 turns to a temple outside the city, and in line 4 its bell reaches the boat.",
        "Have something to say first, and fit it to the rules afterwards. Take something small that you saw today: rain at the window, a lamp, somebody far away. Say it in four short phrases, without rhyme.",
        "Then choose a rhyme. Let the character that matters most stand at the end of line 2 or 4, and look in the rhyme books for others of its group. Then set the tones line by line: where a word does not fit, take another of like meaning, or let two words change places.",
        "Write □ for a character that you have not found yet; it is never a fault. When all is there, read it aloud twice. A first quatrain need not be great. If it keeps the rules, that is much.",
    ],
    things: &[
        "The first three lines are by a poet of the Tang. Try the fourth: opposed, and rhyming. Leave the poet's own aside for now.",
        "Write a quatrain of five or seven characters, a line each. The marks follow as you write; with four lines and no error it is done.",
    ],
};
