//! What a student reads about a rule: its name, why it is one, its classic example.

use verse::{Language, rules};

use crate::{
    desk::Desk,
    ui::{El, el},
};

/// The rule with this code, in the language of the page; nothing if there is none.
pub fn rule_text(desk: Desk, code: &str) -> Vec<El> {
    let language = desk.words.language();
    let Some(rule) = rules::rule(code) else {
        let lyrics = desk.lyrics.get();
        let [name, why] = match lyrics.and_then(|lyrics| lyrics.explain(code, language)) {
            Some(words) => words,
            None => return Vec::new(),
        };
        return vec![el("p").class("rule").text(name), el("p").text(why)];
    };
    let mut parts = vec![
        el("p").class("rule").text(rule.name(language)),
        el("p").text(rule.explain(language)),
    ];
    if let Some(example) = rule.example() {
        let (tag, text, source) = match language {
            Language::Hant => {
                let [text, source] = [example.text, example.source].map(verse::traditional);
                ("zh-Hant", text, source)
            }
            _ => (
                "zh-Hans",
                example.text.to_owned(),
                example.source.to_owned(),
            ),
        };
        parts.push(
            el("p")
                .class("example")
                .set("lang", tag)
                .el(el("span").text(text))
                .el(el("cite").text(source)),
        );
    }
    parts
}
