//! English.

use crate::learn::course::lesson::Text;

/// The words.
pub static TEXT: Text = Text {
    title: "Deviations and rescues",
    about: "A character out of the pattern, and another that makes it good.",
    words: &[
        "A tone out of the pattern is a deviation (拗); a change elsewhere that makes up for it is a rescue (救). A deviation that is rescued is correct, and many a great line is the stronger for it.",
        "In the first line above, 不 stands where a level tone is asked; the level 吹 of the next line catches it. A thin arc joins the two. A lighter case is an oblique third character in type a, a minor deviation:",
        "It may be rescued or not; Du Fu rescues it with 秋. And there is the crossed tail: in type b the third and fourth characters change places, 平平仄平仄. It needs no rescue, and Tang poets were fond of it:",
        "One character may rescue twice. In Xu Hun's couplet below, 日 is a minor deviation and 欲 makes a lone level in its own line; the single 风 rescues both.",
    ],
    things: &[
        "One character here is out of the usual pattern. Press it (not the one that rescues it).",
        "The first line deviates. Choose the character that rescues it in the second.",
    ],
};
