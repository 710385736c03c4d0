//! English.

use crate::learn::course::lesson::Text;

/// The words.
pub static TEXT: Text = Text {
    title: "Old style and regulated verse",
    about: "A poem that breaks the rules is not always a poem with faults.",
    words: &[
        "Tang poets called the verse that keeps tones, opposition and adhesion the recent style; we call it regulated. What is free of them is old-style verse 古体. Everybody knows Li Bai's “Thoughts in a quiet night” by heart. The fourth characters of lines 1 and 2, 月 and 上, are not opposed; 头 in line 3 does not adhere to 是, and line 4 has 头 again in the same place. Nobody calls that a mistake: it is an old-style quatrain.",
        "So first ask for the form. Where nothing fits, the poem is of the old style; where all fits but a place or two, these are faults. Of an old-style poem this page says what it is and lists no errors.",
        "Old-style verse even avoids the lines of regulated verse on purpose. Three level tones at the end of a line are one of its marks; in regulated verse they are a fault:",
        "Between the two stands the oblique-rhymed quatrain: its tones are mostly regulated, but it rhymes in an oblique tone. “River snow” rhymes 绝, 灭 and 雪, all entering, as short and cold as what it tells of.",
        "Three questions tell them apart: is the rhyme level or oblique? Do the even places fit? Are the couplets opposed, and do they adhere?",
    ],
    things: &[
        "Read the poem and its marks. What sort of verse is it?",
        "In this couplet stands a three-level tail. Press one of its characters.",
    ],
};
