//! 简体中文。

use verse::Form;

use super::Drafts;
use crate::drafts::{base::Failure, exchange::Refusal, room::files::Exported};

/// 全部文字。
pub static DRAFTS: Drafts = Drafts {
    about: "写过的诗稿和各个版本都在这里，只存在这台设备的浏览器里。清除浏览数据会一并清掉，要紧的请导出一份。",
    search: "查找",
    search_example: "名字、题目或诗句，简繁皆可",
    begin: "新诗稿",
    import: "导入文件",
    export_json: "全部导出（JSON）",
    export_text: "全部导出（文本）",
    list_label: "诗稿",
    count: |found, all| {
        if found == all {
            format!("共 {all} 篇")
        } else {
            format!("{all} 篇中有 {found} 篇")
        }
    },
    more: |count| format!("再列一些（还有 {count} 篇）"),
    opening: "正在打开诗稿库……",
    none: "还没有诗稿。写下第一句，它就会出现在这里。",
    none_found: "没有这样的诗稿。换一个词试试：名字、题目、诗句里连着的几个字都可以。",
    empty: "（空白）",
    form_name: Form::chinese,
    versions: |count| format!("{count} 个版本"),
    here: "在编辑器中",
    open: "打开",
    compare: "版本与异同",
    rename: "改名",
    name: "名字",
    name_hint: "留空就用诗题或第一行。",
    keep_name: "保存",
    leave: "取消",
    json: "JSON",
    text: "文本",
    delete: "删除",
    deleted: |name| format!("已删除“{name}”。"),
    undo: "撤销",
    bin: |count| format!("已删除的诗稿（{count}）"),
    bin_hint: "删除三十天后才真正清除。",
    taken_out: |name| format!("“{name}”已放回。"),
    busy: "模型正在写，写完或停下以后才能换诗稿。",
    imported: |[new, known, left]| {
        let mut told = format!("导入了 {new} 篇新诗稿");
        if known > 0 {
            told += &format!("，{known} 篇本来就有，不同的文字存为版本");
        }
        if left > 0 {
            told += &format!("，{left} 篇读不出来");
        }
        told + "。"
    },
    importing: "正在读取……",
    refused: |why| match why {
        Refusal::TooLarge => "文件超过 64 MB，没有读取。请分成几份再导入。",
        Refusal::TooMany => "文件里超过 5000 篇，没有读取。请分成几份再导入。",
        Refusal::NoText => "这不是文本文件。请选本页导出的 JSON，或 UTF-8 编码的纯文本。",
        Refusal::Foreign => {
            "读不出来：文件不完整，或不是本页导出的 JSON。请重新导出一份，或改用纯文本。"
        }
        Refusal::Later => "这个文件出自更新的版本。请重新载入本页，更新后再导入。",
        Refusal::Empty => "文件里没有诗稿。",
    },
    unreadable: "浏览器没有交出这个文件。请再选一次。",
    not_saved: "浏览器没有收下这个文件。请检查是否允许下载，再试一次。",
    exported: |Exported {
                   files,
                   bare,
                   is_desk_only,
               }| {
        let mut told = String::new();
        if files > 1 {
            told += &format!("诗稿较多，分成了 {files} 个文件，请都留好，导入时逐个选取。");
        }
        if is_desk_only {
            told += "诗稿库没有打开，文件里只有编辑器里的这一篇。";
        }
        if bare > 0 {
            told += &format!(
                "有 {bare} 篇在诗稿库里读不出来，文件里只有它们的文字，没有版本和改动的先后。"
            );
        }
        told
    },
    unread: |count| {
        format!(
            "有 {count} 份记录这个版本的页面读不出来，原样留着，没有改动。重新载入本页也许就能读了。"
        )
    },
    failed: |why| match why {
        Failure::Full => {
            "浏览器的存储空间满了，最近的改动还没有存进诗稿库。文字仍在页面上；请先导出一份，再腾出空间，下一次改动时会自动重试。"
        }
        Failure::Denied => {
            "浏览器不让本页使用数据库：可能是隐私窗口，或禁用了存储。现在只留得住编辑器里的这一篇；请导出一份，换普通窗口或允许存储后再导入。"
        }
        Failure::Later => {
            "诗稿库出自更新版本的页面，这里没有改动它。请重新载入本页；在那之前，请把编辑器里的文字导出一份。"
        }
        Failure::Slow => {
            "诗稿库迟迟打不开，可能被本站的另一个页面占着；关掉其他页面试试，打开以后会自动接着存。现在只留得住编辑器里的这一篇，请先导出一份。"
        }
        Failure::Broken => {
            "诗稿库出了故障，最近的改动没有存进去。文字仍在页面上；请先导出一份，再重新载入本页。"
        }
    },
    rescue: "导出",
    bare: "诗稿库里已经没有这篇诗稿，可能是浏览数据被清除了。文字按诗稿列表放了回来，版本和改动的先后没有了。",
    behind: "这篇诗稿在另一个标签页里改过了，两份文字都已留在版本里。要用哪一份？",
    take_theirs: "用那边的",
    keep_ours: "用这边的",
    binned: "这篇诗稿已在别处删除。接着写，或存为一版，它就会回到列表里；不然，删除三十天后会真正清除。",
    put_back: "放回",
    steps_label: "改动的先后",
    back: "上一步",
    forth: "下一步",
    keep_version: "存为一版",
    version_kept: "已存",
    version_there: "已有这一版",
    texts_label: "这篇诗稿的文字",
    compare_hint: "选两份文字，下面逐字列出异同。",
    now: "现在的文字",
    before: "旧",
    after: "新",
    difference: "异同",
    same: "两份文字相同。",
    too_long: "文字太长，不作比较。",
    only_one: "只有现在这一份文字，还没有别的版本。",
    versions_title: "版本",
    you: "你",
    by_model: |name, round| match round {
        0 => format!("{name} · 初稿"),
        round => format!("{name} · 第 {round} 轮"),
    },
    faults: |errors, warnings| match (errors, warnings) {
        (0, 0) => "合律".to_owned(),
        (errors, 0) => format!("误 {errors}"),
        (0, warnings) => format!("警 {warnings}"),
        (errors, warnings) => format!("误 {errors} · 警 {warnings}"),
    },
    partial: "未写完",
    best: "最好",
    take_version: "放入编辑器",
};
