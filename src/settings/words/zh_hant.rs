//! 繁體中文。Made from `zh.rs` by `tools/hant`.

use verse::Strictness;

use super::Phrases;
use crate::keep::settings::Theme;

/// 全部文字。
pub static PHRASES: Phrases = Phrases {
    settings_model: "模型",
    settings_model_hint: "寫作和檢查不需要模型。請模型作詩時，本頁用你的金鑰直接向服務商請求，中間沒有別的伺服器。",
    settings_rules: "檢查",
    strictness_name: |strictness| match strictness {
        Strictness::Strict => "從嚴",
        Strictness::Usual => "通常",
        Strictness::Lenient => "從寬",
    },
    strictness_hint: "從嚴如考試，警告也算錯誤；從寬如唐人，常見的變通只作說明。",
    settings_look: "外觀",
    list_models: "列出模型",
    models_asking: "正在取模型列表……",
    models_listed: |n| format!("有 {n} 個模型，可在「模型」一欄裡選；清空那一欄就能看到全部。"),
    models_none: "這個地址沒有給出模型列表。",
    models_endless: "模型列表太長，沒有取完。",
    models_by_hand: "模型名稱也可以照服務商的文件直接填寫。",
    api_key: "金鑰",
    key_stays: "金鑰不寫入網址、草稿和出錯資訊。",
    key_goes_to: |address| format!("金鑰只會發往 {address}"),
    key_page: "去服務商網站取得金鑰",
    remember_key: "在這台裝置上記住金鑰",
    remember_hint: "不勾選時，關掉這個標籤頁，金鑰就沒有了。公用電腦上請不要勾選。",
    forget_key: "忘掉金鑰",
    trial: "測試連線",
    trial_asking: "正在問模型一個字……",
    trial_good: "連上了，模型有回答。",
    theme_name: |theme| match theme {
        Theme::System => "隨系統",
        Theme::Light => "淺色",
        Theme::Dark => "深色",
    },
    locked: |provider| format!("「{provider}」的金鑰鎖著：它用口令加密，存在這台裝置上。"),
    locked_hint: "解鎖後的金鑰只在本頁裡，重新載入或關掉就沒有了，再用時再輸入口令。",
    passphrase: "口令",
    show: "顯示口令",
    unlock: "解鎖",
    unlocking: "正在解鎖……",
    unlock_first: "先解鎖金鑰",
    seal: "在這台裝置上記住金鑰，用口令加密",
    wanted: "設好口令才儲存；在那以前，新填的金鑰只在本頁裡。",
    advice: "建議至少 12 個字元，例如幾個互不相干的詞。口令不存在任何地方；忘了口令，只能忘掉金鑰，重新填寫。",
    short: "這個口令短，容易被試出來；建議至少 12 個字元。",
    keep: "加密儲存",
    sealing: "正在加密……",
    sealed: "金鑰已用口令加密，存在這台裝置上。下次開啟本頁，先要輸入口令。",
    change: "換口令",
    wrong: "口令不對，或者存下的內容被改動過。請看看大小寫和輸入法，再試一次。",
    no_crypto: "本頁不是經安全連線開啟的，瀏覽器不給它加密的功能。請用 https 地址開啟本頁，或在本機開啟。",
    failed: "瀏覽器沒能完成加密或解密。請再試一次；還不行，請換一個瀏覽器。",
    no_room: "瀏覽器沒有讓本頁儲存：空間已滿，或禁止了儲存。金鑰還在本頁裡，可以用；重新載入或關掉就沒有了。",
    broken: "存下的加密金鑰讀不出來了，原樣留著，沒有改動。金鑰可以重新填寫，照常使用；按「忘掉金鑰」才會刪掉存下的那一份。",
    older: "存下的加密金鑰是很早的版本寫的，現在的本頁讀不了，原樣留著，沒有改動。金鑰可以重新填寫；按「忘掉金鑰」才會刪掉存下的那一份。",
    newer: "存下的加密金鑰是更新的版本寫的，現在的本頁還讀不了，原樣留著，沒有改動。請重新載入，換用新版本；按「忘掉金鑰」才會刪掉存下的那一份。",
};
