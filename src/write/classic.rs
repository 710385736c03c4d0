//! The poem that lies on the desk at a first visit.

/// 杜牧《清明》: known by heart wherever Chinese is read, and its borrowed first rhyme shows at
/// once that the page sees more than a reader does.
pub const TEXT: &str =
    "清明\n杜牧\n\n清明时节雨纷纷，\n路上行人欲断魂。\n借问酒家何处有，\n牧童遥指杏花村。";
