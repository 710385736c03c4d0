// The heads of the 106 groups of 平水韵: 30 level, 29 rising, 30 departing, 17 entering. A group's
// number is its place here. Shared with the build script, which is why this file names nothing else.

/// In simplified script.
pub const HEADS: &str = "东冬江支微鱼虞齐佳灰真文元寒删先萧肴豪歌麻阳庚青蒸尤侵覃盐咸\
董肿讲纸尾语麌荠蟹贿轸吻阮旱潸铣筱巧皓哿马养梗迥有寝感琰豏\
送宋绛寘未御遇霁泰卦队震问愿翰谏霰啸效号个祃漾敬径宥沁勘艳陷\
屋沃觉质物月曷黠屑药陌锡职缉合叶洽";

/// In traditional script.
pub const HEADS_TRADITIONAL: &str = "東冬江支微魚虞齊佳灰真文元寒刪先蕭肴豪歌麻陽庚青蒸尤侵覃鹽咸\
董腫講紙尾語麌薺蟹賄軫吻阮旱潸銑篠巧皓哿馬養梗迥有寢感琰豏\
送宋絳寘未御遇霽泰卦隊震問願翰諫霰嘯效號箇禡漾敬徑宥沁勘豔陷\
屋沃覺質物月曷黠屑藥陌錫職緝合葉洽";

/// The first rising group.
pub const RISING: u8 = 30;
/// The first departing group.
pub const DEPARTING: u8 = 59;
/// The first entering group.
pub const ENTERING: u8 = 89;
/// The number of groups.
pub const COUNT: u8 = 106;
