//! 繁體中文。Made from `zh.rs` by `tools/hant`.

use verse::Form;

use super::Drafts;
use crate::drafts::{base::Failure, exchange::Refusal, room::files::Exported};

/// 全部文字。
pub static DRAFTS: Drafts = Drafts {
    about: "寫過的詩稿和各個版本都在這裡，只存在這台裝置的瀏覽器裡。清除瀏覽資料會一併清掉，要緊的請匯出一份。",
    search: "查詢",
    search_example: "名字、題目或詩句，簡繁皆可",
    begin: "新詩稿",
    import: "匯入檔案",
    export_json: "全部匯出（JSON）",
    export_text: "全部匯出（文本）",
    list_label: "詩稿",
    count: |found, all| {
        if found == all {
            format!("共 {all} 篇")
        } else {
            format!("{all} 篇中有 {found} 篇")
        }
    },
    more: |count| format!("再列一些（還有 {count} 篇）"),
    opening: "正在開啟詩稿庫……",
    none: "還沒有詩稿。寫下第一句，它就會出現在這裡。",
    none_found: "沒有這樣的詩稿。換一個詞試試：名字、題目、詩句裡連著的幾個字都可以。",
    empty: "（空白）",
    form_name: Form::traditional,
    versions: |count| format!("{count} 個版本"),
    here: "在編輯器中",
    open: "開啟",
    compare: "版本與異同",
    rename: "改名",
    name: "名字",
    name_hint: "留空就用詩題或第一行。",
    keep_name: "儲存",
    leave: "取消",
    json: "JSON",
    text: "文本",
    delete: "刪除",
    deleted: |name| format!("已刪除「{name}」。"),
    undo: "撤銷",
    bin: |count| format!("已刪除的詩稿（{count}）"),
    bin_hint: "刪除三十天後才真正清除。",
    taken_out: |name| format!("「{name}」已放回。"),
    busy: "模型正在寫，寫完或停下以後才能換詩稿。",
    imported: |[new, known, left]| {
        let mut told = format!("匯入了 {new} 篇新詩稿");
        if known > 0 {
            told += &format!("，{known} 篇本來就有，不同的文字存為版本");
        }
        if left > 0 {
            told += &format!("，{left} 篇讀不出來");
        }
        told + "。"
    },
    importing: "正在讀取……",
    refused: |why| match why {
        Refusal::TooLarge => "檔案超過 64 MB，沒有讀取。請分成幾份再匯入。",
        Refusal::TooMany => "檔案裡超過 5000 篇，沒有讀取。請分成幾份再匯入。",
        Refusal::NoText => "這不是文本檔案。請選本頁匯出的 JSON，或 UTF-8 編碼的純文本。",
        Refusal::Foreign => {
            "讀不出來：檔案不完整，或不是本頁匯出的 JSON。請重新匯出一份，或改用純文本。"
        }
        Refusal::Later => "這個檔案出自更新的版本。請重新載入本頁，更新後再匯入。",
        Refusal::Empty => "檔案裡沒有詩稿。",
    },
    unreadable: "瀏覽器沒有交出這個檔案。請再選一次。",
    not_saved: "瀏覽器沒有收下這個檔案。請檢查是否允許下載，再試一次。",
    exported: |Exported {
                   files,
                   bare,
                   is_desk_only,
               }| {
        let mut told = String::new();
        if files > 1 {
            told += &format!("詩稿較多，分成了 {files} 個檔案，請都留好，匯入時逐個選取。");
        }
        if is_desk_only {
            told += "詩稿庫沒有開啟，檔案裡只有編輯器裡的這一篇。";
        }
        if bare > 0 {
            told += &format!(
                "有 {bare} 篇在詩稿庫裡讀不出來，檔案裡只有它們的文字，沒有版本和改動的先後。"
            );
        }
        told
    },
    unread: |count| {
        format!(
            "有 {count} 份記錄這個版本的頁面讀不出來，原樣留著，沒有改動。重新載入本頁也許就能讀了。"
        )
    },
    failed: |why| match why {
        Failure::Full => {
            "瀏覽器的儲存空間滿了，最近的改動還沒有存進詩稿庫。文字仍在頁面上；請先匯出一份，再騰出空間，下一次改動時會自動重試。"
        }
        Failure::Denied => {
            "瀏覽器不讓本頁使用資料庫：可能是隱私視窗，或停用了儲存。現在只留得住編輯器裡的這一篇；請匯出一份，換普通視窗或允許儲存後再匯入。"
        }
        Failure::Later => {
            "詩稿庫出自更新版本的頁面，這裡沒有改動它。請重新載入本頁；在那之前，請把編輯器裡的文字匯出一份。"
        }
        Failure::Slow => {
            "詩稿庫遲遲打不開，可能被本站的另一個頁面佔著；關掉其他頁面試試，開啟以後會自動接著存。現在只留得住編輯器裡的這一篇，請先匯出一份。"
        }
        Failure::Broken => {
            "詩稿庫出了故障，最近的改動沒有存進去。文字仍在頁面上；請先匯出一份，再重新載入本頁。"
        }
    },
    rescue: "匯出",
    bare: "詩稿庫裡已經沒有這篇詩稿，可能是瀏覽資料被清除了。文字按詩稿列表放了回來，版本和改動的先後沒有了。",
    behind: "這篇詩稿在另一個標籤頁裡改過了，兩份文字都已留在版本裡。要用哪一份？",
    take_theirs: "用那邊的",
    keep_ours: "用這邊的",
    binned: "這篇詩稿已在別處刪除。接著寫，或存為一版，它就會回到列表裡；不然，刪除三十天後會真正清除。",
    put_back: "放回",
    steps_label: "改動的先後",
    back: "上一步",
    forth: "下一步",
    keep_version: "存為一版",
    version_kept: "已存",
    version_there: "已有這一版",
    texts_label: "這篇詩稿的文字",
    compare_hint: "選兩份文字，下面逐字列出異同。",
    now: "現在的文字",
    before: "舊",
    after: "新",
    difference: "異同",
    same: "兩份文字相同。",
    too_long: "文字太長，不作比較。",
    only_one: "只有現在這一份文字，還沒有別的版本。",
    versions_title: "版本",
    you: "你",
    by_model: |name, round| match round {
        0 => format!("{name} · 初稿"),
        round => format!("{name} · 第 {round} 輪"),
    },
    faults: |errors, warnings| match (errors, warnings) {
        (0, 0) => "合律".to_owned(),
        (errors, 0) => format!("誤 {errors}"),
        (0, warnings) => format!("警 {warnings}"),
        (errors, warnings) => format!("誤 {errors} · 警 {warnings}"),
    },
    partial: "未寫完",
    best: "最好",
    take_version: "放入編輯器",
};
