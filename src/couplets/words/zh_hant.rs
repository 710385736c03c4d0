//! 繁體中文。Made from `zh.rs` by `tools/hant`.

use super::CoupletWords;

/// 全部文字。
pub static WORDS: CoupletWords = CoupletWords {
    title: "對仗",
    couplet: |number| format!("第 {number} 聯"),
    answering: "相對",
    flowing: "流水對",
    lacking: "應對而不成對",
    not_asked: "可以不對",
};
