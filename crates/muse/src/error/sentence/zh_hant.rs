//! 繁體中文。Made from `zh.rs` by `tools/hant`.

use verse::Language;

use super::seconds;
use crate::{error::Error, provider::Browser};

/// 發生了什麼，先試什麼。
pub(in crate::error) fn sentence(error: &Error) -> String {
    match error {
        Error::Address(e) => e.sentence(Language::Hant).into_owned(),
        Error::NoKey => "請先在設定裡填寫這家服務商的金鑰。".into(),
        Error::LockedKey => "這家服務商的金鑰鎖著。請在設定裡選中它，輸入口令解鎖。".into(),
        Error::OtherHost { given, now } if given.is_empty() => format!(
            "填寫這個金鑰時還沒有API 地址，所以沒有發給 {now}。請在設定裡重新填寫金鑰，或確認用於這個地址。"
        ),
        Error::OtherHost { given, now } => format!(
            "這個金鑰是為 {given} 填寫的，現在的API 地址卻是 {now}，所以沒有發出。請在設定裡重新填寫金鑰，或確認用於新的地址。"
        ),
        Error::BadKey => "金鑰裡有空格、漢字或看不見的字元，請重新複製，整段貼上。".into(),
        Error::MisplacedKey => {
            "金鑰填到了地址或模型一欄裡。請把它移到「金鑰」一欄；沒有發出任何請求。".into()
        }
        Error::NoModel => "請先在設定裡填寫模型名稱，寫法以服務商的文件為準。".into(),
        Error::Key { status, said } => with_said(
            &format!(
                "服務商不接受這個金鑰（{status}）。請檢查金鑰是否完整、是否屬於這家服務商、是否已被停用或限制了用途。"
            ),
            said,
        ),
        Error::Money { said } => with_said(
            "賬戶餘額不足，或額度已經用完。請到服務商的網站充值或調整額度，然後再試；等待沒有用。",
            said,
        ),
        Error::NotFound { said } => with_said(
            "服務商說沒有這個地址或模型（404）。先檢查模型名稱；再檢查API 地址（多數以 /v1 結尾）。",
            said,
        ),
        Error::Refused { status, said } => with_said(
            &format!(
                "服務商不接受這個請求（{status}）。請檢查模型名稱是否適合對話，再按它的說明調整。"
            ),
            said,
        ),
        Error::Busy { retry_after, said } => {
            let wait = retry_after.map_or_else(
                || "請過一兩分鐘再試，或換一個模型。".into(),
                |t| format!("它要求等 {} 秒再試。", seconds(t)),
            );
            with_said(&format!("請求太頻繁，服務商暫不接受（429）。{wait}"), said)
        }
        Error::Down { status, said } => with_said(
            &format!(
                "服務商那邊出了問題（{status}），重試幾次都沒有成功。請過幾分鐘再試，或換一家服務商。"
            ),
            said,
        ),
        Error::Inside { said } => {
            with_said("服務商在回答途中報告了錯誤。請再試一次；若仍如此，換一個模型。", said)
        }
        Error::Html => {
            "收到的是網頁，不是模型的回答。請檢查API 地址（多數以 /v1 結尾）；若在公司或公共網路裡，先在瀏覽器裡登入網路。".into()
        }
        Error::Malformed { said } => with_said(
            "收到的內容看不懂，不是這類API 的格式。請檢查API 地址，以及選的服務商是否與它相符。",
            said,
        ),
        Error::Broken => "回答中途斷了。請檢查網路，再試一次；已收到的都保留著。".into(),
        Error::Stalled { after, begun: false } => format!(
            "等了 {} 秒還沒有回答。服務商可能很忙，請再試一次，或換一個更快的模型。",
            seconds(*after)
        ),
        Error::Stalled { after, begun: true } => format!(
            "回答停住了，{} 秒沒有新內容。請再試一次；已收到的都保留著。",
            seconds(*after)
        ),
        Error::Offline => "現在沒有網路。寫作和檢查照常可用；連上網路後再請模型作詩。".into(),
        Error::Unreachable { local: true, .. } => {
            "連不上本機的模型。請依次檢查：一、程式是否已啟動，埠是否寫對；二、它是否允許本頁訪問（Ollama 要設定 OLLAMA_ORIGINS）；三、瀏覽器是否允許本頁訪問本地網路。".into()
        }
        Error::Unreachable { browser: Browser::No, .. } => {
            "這家服務商不允許網頁直接訪問。請換一家服務商，或經由本機轉接。".into()
        }
        Error::Unreachable { browser: Browser::Yes, .. } => {
            "連不上服務商，瀏覽器沒有說明原因。請依次檢查：一、金鑰是否正確（有的服務商遇到錯誤金鑰會這樣）；二、網路和代理；三、API 地址的拼寫；四、廣告攔截外掛，關掉再試。".into()
        }
        Error::Unreachable { browser: Browser::Unknown, .. } => {
            "連不上服務商，瀏覽器沒有說明原因。請依次檢查：一、API 地址的拼寫；二、金鑰是否正確；三、網路和代理；四、廣告攔截外掛，關掉再試；五、這家服務商可能不允許網頁訪問，那就換一家。".into()
        }
        Error::Empty { thought: false } => {
            "模型的回答是空的。請再試一次；若仍如此，換一個模型。".into()
        }
        Error::Empty { thought: true } => {
            "模型只思考，沒有寫出回答。請再試一次，或換一個不作長篇思考的模型。".into()
        }
        Error::TooLong => "回答太長，在寫完詩之前就到了上限。請再試一次，或換一個模型。".into(),
        Error::Filtered => "服務商的內容稽核擋住了這次回答。請換一種說法再試。".into(),
        Error::NoVerse { said } => {
            with_said("模型的回答裡沒有找到詩句。請把要求寫得更明白些，或換一個模型。", said)
        }
        Error::Stopped => "已停止。".into(),
    }
}

fn with_said(sentence: &str, said: &str) -> String {
    if said.is_empty() {
        sentence.to_owned()
    } else {
        format!("{sentence}對方的原話：「{said}」")
    }
}
