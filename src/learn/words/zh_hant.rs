//! 繁體中文。Made from `zh.rs` by `tools/hant`.

use verse::{Form, Language};

use super::Learn;
use crate::write::rhyme_name::numbered_in;

/// 全部文字。
pub static LEARN: Learn = Learn {
    heading: "學詩",
    library: "詩庫",
    library_hint: "《唐詩三百首》與《千家詩》裡的近體詩。點一首，就在編輯器裡逐字標註；編輯器裡原來的文字留在版本裡。韻部與特點按平水韻、通常的寬嚴查得。",
    search: "查詢",
    search_example: "題目、作者或詩句，簡繁皆可",
    form: "體裁",
    form_name: Form::traditional,
    group: "韻部",
    group_name: |group| numbered_in(Language::Hant, group.book(), group.name(), group.class()),
    author: "作者",
    shows: "特點",
    any: "不限",
    so_many: |name, count| format!("{name}（{count}）"),
    clean: "沒有錯誤和警告",
    broken_waist: "折腰體",
    oblique_rhymed: "押仄韻",
    count: |found, all| {
        if found == all {
            format!("共 {all} 首")
        } else {
            format!("{all} 首中有 {found} 首")
        }
    },
    more: |count| format!("再列一些（還有 {count} 首）"),
    none: "沒有這樣的詩。請少選一兩項，或者換一個詞：題目、作者、詩句裡連著的幾個字都可以。",
    reset: "清除全部條件",
    list_label: "詩，點開即在編輯器中標註",
};
