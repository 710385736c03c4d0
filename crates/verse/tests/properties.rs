//! What holds for any text.

// A helper of a test fails as a test does.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use verse::{Kind, Options, Report, check};

/// Characters that texts are made of: common ones, rare ones, marks, what does not belong.
fn character() -> impl Strategy<Value = char> {
    prop_oneof![
        6 => prop::sample::select("白日依山尽黄河入海流欲穷千里目更上一层楼风急天高猿啸哀渚清沙白鸟飞回不空看重".chars().collect::<Vec<_>>()),
        2 => prop::char::range('\u{4e00}', '\u{9fff}'),
        2 => prop::sample::select("，。！？；、 \n\r\u{3000}《》（）“”".chars().collect::<Vec<_>>()),
        1 => prop::char::any(),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(character(), 0..200).prop_map(|c| c.into_iter().collect())
}

/// The places of the report lie within the text, and its characters are those of the text there.
fn assert_places(text: &str, report: &Report) {
    let units: Vec<u16> = text.encode_utf16().collect();
    for line in &report.lines {
        assert!(line.start <= line.end && line.end <= units.len());
        for c in &line.chars {
            let mut buffer = [0; 2];
            let written = c.character.encode_utf16(&mut buffer);
            assert_eq!(&units[c.at..c.at + written.len()], written);
        }
    }
    let order = |f: &verse::Finding| (f.line, f.severity, f.chars.clone());
    assert!(report.findings.is_sorted_by_key(order), "{report:?}");
    for finding in &report.findings {
        assert!(finding.line >= 1 && finding.line <= report.lines.len().max(1));
        assert!(!finding.message.is_empty());
        let places = finding
            .chars
            .iter()
            .map(|c| (finding.line, *c))
            .chain(finding.related.clone());
        for (line, position) in places {
            let line = &report.lines[line - 1];
            assert!(position >= 1 && position <= line.chars.len(), "{finding:?}");
        }
    }
}

/// The JSON form says what the report says.
fn assert_json(report: &Report) {
    let json = serde_json::to_value(report).unwrap();
    assert_eq!(json["lines"].as_array().unwrap().len(), report.lines.len());
    for (line, json) in report.lines.iter().zip(json["lines"].as_array().unwrap()) {
        assert_eq!(json["text"], line.text());
        assert_eq!(json["end"], line.end);
        let chars = json["chars"].as_array().unwrap();
        assert_eq!(chars.len(), line.chars.len());
        for (c, json) in line.chars.iter().zip(chars) {
            assert_eq!(json["char"], c.character.to_string());
            assert_eq!(json["class"], serde_json::json!(c.class));
            assert_eq!(json["tone"], serde_json::json!(c.tone()));
            assert_eq!(json["group"], serde_json::json!(c.group.map(|g| g.name())));
            let traditional = c.traditional().map(String::from);
            assert_eq!(json["traditional"], serde_json::json!(traditional));
            assert_eq!(json["pinyin"], serde_json::json!(c.pinyin()));
            assert_eq!(json["alternatives"], serde_json::json!(c.alternatives()));
        }
    }
    let findings = json["findings"].as_array().unwrap();
    let messages: Vec<_> = findings.iter().map(|f| f["message"].as_str()).collect();
    let said: Vec<_> = report.findings.iter().map(|f| Some(&*f.message)).collect();
    assert_eq!(messages, said);
}

proptest! {
    #[test]
    fn any_text_gives_a_report(text in text()) {
        let report = check(&text, &Options::default());
        assert_places(&text, &report);
        assert_json(&report);
    }

    #[test]
    fn any_unicode_gives_a_report(text in any::<String>()) {
        assert_places(&text, &check(&text, &Options::default()));
    }

    #[test]
    fn marks_and_spaces_change_nothing(gaps in prop::collection::vec(0usize..6, 4)) {
        let lines = ["白日依山尽", "黄河入海流", "欲穷千里目", "更上一层楼"];
        let marks = ["，", "。\n", "！ ", "\r\n\r\n", "；", "　。"];
        let text: String = lines.iter().zip(&gaps).map(|(l, g)| format!("{l}{}", marks[*g])).collect();
        let plain = check(&lines.join("，"), &Options::default());
        let report = check(&text, &Options::default());
        prop_assert_eq!(report.kind, Kind::Regulated);
        prop_assert_eq!(report.line_types(), plain.line_types());
        prop_assert_eq!(report.findings, plain.findings);
    }
}

/// Poems whose simplified and traditional forms map one to one.
#[test]
fn both_scripts_get_the_same_verdict() {
    for (simplified, traditional) in [
        (
            "寂寂花时闭院门，美人相并立琼轩。含情欲说宫中事，鹦鹉前头不敢言。",
            "寂寂花時閉院門，美人相並立瓊軒。含情欲說宮中事，鸚鵡前頭不敢言。",
        ),
        (
            "两个黄鹂鸣翠柳，一行白鹭上青天。窗含西岭千秋雪，门泊东吴万里船。",
            "兩個黃鸝鳴翠柳，一行白鷺上青天。窗含西嶺千秋雪，門泊東吳萬里船。",
        ),
    ] {
        let [a, b] = [simplified, traditional].map(|t| check(t, &Options::default()));
        assert_eq!(
            (a.kind, &a.form, &a.opening, &a.rhyme),
            (b.kind, &b.form, &b.opening, &b.rhyme)
        );
        assert_eq!(a.line_types(), b.line_types());
        let codes = |r: &Report| -> Vec<_> {
            r.findings
                .iter()
                .map(|f| (f.line, f.code.clone(), f.chars.clone()))
                .collect()
        };
        assert_eq!(codes(&a), codes(&b));
        let classes = |r: &Report| -> Vec<_> {
            r.lines
                .iter()
                .flat_map(|l| &l.chars)
                .map(|c| (c.class, c.tone()))
                .collect()
        };
        assert_eq!(classes(&a), classes(&b));
    }
}
