//! 简体中文。

use super::CoupletWords;

/// 全部文字。
pub static WORDS: CoupletWords = CoupletWords {
    title: "对仗",
    couplet: |number| format!("第 {number} 联"),
    answering: "相对",
    flowing: "流水对",
    lacking: "应对而不成对",
    not_asked: "可以不对",
};
