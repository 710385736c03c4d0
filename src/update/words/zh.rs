//! 简体中文。

use super::Phrases;

/// 全部文字。
pub static PHRASES: Phrases = Phrases {
    new_version: "本页有了新版本。换用时会重新载入，稿子不会丢。",
    waits: "本页有了新版本。模型还在回答，请等它答完再换用。",
    take: "换用",
    later: "以后再说",
};
