//! 繁體中文。Made from `zh.rs` by `tools/hant`.

use super::Phrases;

/// 全部文字。
pub static PHRASES: Phrases = Phrases {
    new_version: "本頁有了新版本。換用時會重新載入，稿子不會丟。",
    waits: "本頁有了新版本。模型還在回答，請等它答完再換用。",
    take: "換用",
    later: "以後再說",
};
