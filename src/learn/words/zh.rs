//! 简体中文。

use verse::{Form, Language};

use super::Learn;
use crate::write::rhyme_name::numbered_in;

/// 全部文字。
pub static LEARN: Learn = Learn {
    heading: "学诗",
    library: "诗库",
    library_hint: "《唐诗三百首》与《千家诗》里的近体诗。点一首，就在编辑器里逐字标注；编辑器里原来的文字留在版本里。韵部与特点按平水韵、通常的宽严查得。",
    search: "查找",
    search_example: "题目、作者或诗句，简繁皆可",
    form: "体裁",
    form_name: Form::chinese,
    group: "韵部",
    group_name: |group| numbered_in(Language::Zh, group.book(), group.name(), group.class()),
    author: "作者",
    shows: "特点",
    any: "不限",
    so_many: |name, count| format!("{name}（{count}）"),
    clean: "没有错误和警告",
    broken_waist: "折腰体",
    oblique_rhymed: "押仄韵",
    count: |found, all| {
        if found == all {
            format!("共 {all} 首")
        } else {
            format!("{all} 首中有 {found} 首")
        }
    },
    more: |count| format!("再列一些（还有 {count} 首）"),
    none: "没有这样的诗。请少选一两项，或者换一个词：题目、作者、诗句里连着的几个字都可以。",
    reset: "清除全部条件",
    list_label: "诗，点开即在编辑器中标注",
};
