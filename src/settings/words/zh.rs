//! 简体中文。

use verse::Strictness;

use super::Phrases;
use crate::keep::settings::Theme;

/// 全部文字。
pub static PHRASES: Phrases = Phrases {
    settings_model: "模型",
    settings_model_hint: "写作和检查不需要模型。请模型作诗时，本页用你的密钥直接向服务商请求，中间没有别的服务器。",
    settings_rules: "检查",
    strictness_name: |strictness| match strictness {
        Strictness::Strict => "从严",
        Strictness::Usual => "通常",
        Strictness::Lenient => "从宽",
    },
    strictness_hint: "从严如考试，警告也算错误；从宽如唐人，常见的变通只作说明。",
    settings_look: "外观",
    list_models: "列出模型",
    models_asking: "正在取模型列表……",
    models_listed: |n| format!("有 {n} 个模型，可在“模型”一栏里选；清空那一栏就能看到全部。"),
    models_none: "这个地址没有给出模型列表。",
    models_endless: "模型列表太长，没有取完。",
    models_by_hand: "模型名称也可以照服务商的文档直接填写。",
    api_key: "密钥",
    key_stays: "密钥不写入网址、草稿和出错信息。",
    key_goes_to: |address| format!("密钥只会发往 {address}"),
    key_page: "去服务商网站取得密钥",
    remember_key: "在这台设备上记住密钥",
    remember_hint: "不勾选时，关掉这个标签页，密钥就没有了。公用电脑上请不要勾选。",
    forget_key: "忘掉密钥",
    trial: "测试连接",
    trial_asking: "正在问模型一个字……",
    trial_good: "连上了，模型有回答。",
    theme_name: |theme| match theme {
        Theme::System => "随系统",
        Theme::Light => "浅色",
        Theme::Dark => "深色",
    },
    locked: |provider| format!("“{provider}”的密钥锁着：它用口令加密，存在这台设备上。"),
    locked_hint: "解锁后的密钥只在本页里，重新载入或关掉就没有了，再用时再输入口令。",
    passphrase: "口令",
    show: "显示口令",
    unlock: "解锁",
    unlocking: "正在解锁……",
    unlock_first: "先解锁密钥",
    seal: "在这台设备上记住密钥，用口令加密",
    wanted: "设好口令才保存；在那以前，新填的密钥只在本页里。",
    advice: "建议至少 12 个字符，例如几个互不相干的词。口令不存在任何地方；忘了口令，只能忘掉密钥，重新填写。",
    short: "这个口令短，容易被试出来；建议至少 12 个字符。",
    keep: "加密保存",
    sealing: "正在加密……",
    sealed: "密钥已用口令加密，存在这台设备上。下次打开本页，先要输入口令。",
    change: "换口令",
    wrong: "口令不对，或者存下的内容被改动过。请看看大小写和输入法，再试一次。",
    no_crypto: "本页不是经安全连接打开的，浏览器不给它加密的功能。请用 https 地址打开本页，或在本机打开。",
    failed: "浏览器没能完成加密或解密。请再试一次；还不行，请换一个浏览器。",
    no_room: "浏览器没有让本页保存：空间已满，或禁止了存储。密钥还在本页里，可以用；重新载入或关掉就没有了。",
    broken: "存下的加密密钥读不出来了，原样留着，没有改动。密钥可以重新填写，照常使用；按“忘掉密钥”才会删掉存下的那一份。",
    older: "存下的加密密钥是很早的版本写的，现在的本页读不了，原样留着，没有改动。密钥可以重新填写；按“忘掉密钥”才会删掉存下的那一份。",
    newer: "存下的加密密钥是更新的版本写的，现在的本页还读不了，原样留着，没有改动。请重新载入，换用新版本；按“忘掉密钥”才会删掉存下的那一份。",
};
