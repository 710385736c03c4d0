// The parts of 词林正韵 (from 0) by groups of 平水韵. Shared with the build script, which marks the
// characters that a divided group leaves to another part; this file names nothing else.

/// Parts of the level groups 东 to 咸.
const LEVEL: [u8; 30] = [
    0, 0, 1, 2, 2, 3, 3, 2, 4, 2, 5, 5, 6, 6, 6, 6, 7, 7, 7, 8, 9, 1, 10, 10, 10, 11, 12, 13, 13,
    13,
];
/// Parts of the rising groups 董 to 豏.
const RISING: [u8; 29] = [
    0, 0, 1, 2, 2, 3, 3, 2, 4, 2, 5, 5, 6, 6, 6, 6, 7, 7, 7, 8, 9, 1, 10, 10, 11, 12, 13, 13, 13,
];
/// Parts of the departing groups 送 to 陷; 泰 stands alone, before 卦.
const DEPARTING: [u8; 30] = [
    0, 0, 1, 2, 2, 3, 3, 2, 2, 4, 2, 5, 5, 6, 6, 6, 6, 7, 7, 7, 8, 9, 1, 10, 10, 11, 12, 13, 13, 13,
];
/// Parts of the entering groups 屋 to 洽.
const ENTERING: [u8; 17] = [
    14, 14, 15, 16, 17, 17, 17, 17, 17, 15, 16, 16, 16, 16, 18, 17, 18,
];

/// The part of a group, and the part of its other characters where it is divided.
pub const fn parts(group: u8) -> (u8, u8) {
    let part = match group {
        0..30 => LEVEL[group as usize],
        30..59 => RISING[group as usize - 30],
        59..89 => DEPARTING[group as usize - 59],
        _ => ENTERING[(group as usize - 89) % 17],
    };
    let other = match group {
        // 灰 賄 泰 隊: the open ones (咍 海 代) to part 5.
        9 | 39 | 67 | 69 => 4,
        // 元 阮 願: 魂痕 and theirs to part 6.
        12 | 42 | 72 => 5,
        // 佳 卦: 佳 涯 娃, 卦 挂 畫 to part 10.
        8 | 68 => 9,
        _ => part,
    };
    (part, other)
}
