//! The command as a person or a script calls it.

// A helper of a test fails as a test does.
#![allow(clippy::unwrap_used)]

use std::{
    io::{BufRead, BufReader, Write},
    process::{Command, Output, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

fn gelv(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_gelv"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

const POEM: &str = "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。";

#[test]
fn json_is_the_report() {
    let output = gelv(&["check", "--format", "json"], POEM.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["version"], 1);
    assert_eq!(json["kind"], "regulated");
    assert_eq!(json["form"], "五言绝句");
    assert_eq!(json["book"], "平水韵");
    assert_eq!(json["rhyme"]["group"], "尤");
    assert_eq!(json["rhyme"]["class"], "level");
    assert_eq!(json["rhyme"]["lines"], serde_json::json!([2, 4]));
    assert_eq!(json["lines"][0]["type"], "a");
    assert_eq!(json["lines"][0]["chars"][0]["char"], "白");
    assert_eq!(json["lines"][0]["chars"][0]["tone"], "entering");
    assert_eq!(json["lines"][0]["chars"][0]["pinyin"], "bái");
    assert_eq!(json["lines"][0]["chars"][0]["decided_by"], "only");
}

#[test]
fn the_book_decides_what_rhymes() {
    // 东 (东) and 冬 (冬) are two groups of 平水韵 and one part of 词林正韵.
    let poem = "大漠秋霜白，长天落日红。无人知此意，孤雁过残冬。".as_bytes();
    let group = |book| {
        let output = gelv(&["check", "--format", "json", "--book", book], poem);
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        (
            json["rhyme"]["group"].clone(),
            json["rhyme"]["borrowed"].clone(),
        )
    };
    assert_eq!(group("平水韵"), ("东".into(), serde_json::json!([4])));
    assert_eq!(group("词林正韵"), ("第一部".into(), serde_json::json!([])));
    assert_eq!(group("中华新韵"), ("庚".into(), serde_json::json!([])));
    assert_eq!(group("中华通韵"), ("雍".into(), serde_json::json!([])));
}

#[test]
fn jsonl_answers_in_order() {
    let mut input = String::new();
    for id in 0..50 {
        input += &serde_json::json!({ "id": format!("p{id}"), "text": POEM }).to_string();
        input.push('\n');
    }
    let output = gelv(&["check", "--format=jsonl", "-"], input.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let ids: Vec<String> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|l| {
            let report: serde_json::Value = serde_json::from_str(l).unwrap();
            report["id"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(ids, (0..50).map(|id| format!("p{id}")).collect::<Vec<_>>());
}

#[test]
fn jsonl_answers_while_the_input_is_open() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_gelv"))
        .args(["check", "--format", "jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let output = BufReader::new(child.stdout.take().unwrap());
    let (said, heard) = mpsc::channel();
    thread::spawn(move || {
        for line in output.lines() {
            said.send(line.unwrap()).unwrap();
        }
    });
    for id in ["one", "two"] {
        let poem = serde_json::json!({ "id": id, "text": POEM });
        writeln!(input, "{poem}").unwrap();
        // A command that reads its input to the end would never answer.
        let answer = heard.recv_timeout(Duration::from_secs(60)).unwrap();
        let report: serde_json::Value = serde_json::from_str(&answer).unwrap();
        assert_eq!(report["id"], id);
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_fault_is_no_failure() {
    let text = "百岁老翁不种田，惟知曝背乐残年。有时扪虱独搔首，目送归鸿篱下眠。";
    let output = gelv(&["check", "--language", "en"], text.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("[error] lone level (lone-level)"), "{text}");
}

#[test]
fn unreadable_input_is_two() {
    for (arguments, input) in [
        (&["check", "/no/such/file"][..], &b""[..]),
        (&["check"], b"\xff\xfe"),
        (&["check", "--format", "jsonl"], b"{not json}\n"),
        (&["check", "--format", "xml"], b""),
        (&["sing"], b""),
        (&["explain", "no-such-rule"], b""),
        (&["lookup", "看看"], b""),
        (&["rhymes", "平送"], b""),
        (&["template", "六言绝句"], b""),
        (&[], b""),
    ] {
        let output = gelv(arguments, input);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!output.stderr.is_empty(), "{arguments:?}");
    }
}

/// What a command prints as JSON.
fn json(arguments: &[&str]) -> serde_json::Value {
    let output = gelv(&[arguments, &["--format", "json"]].concat(), b"");
    assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// What a command prints for people.
fn people(arguments: &[&str]) -> String {
    let output = gelv(arguments, b"");
    assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn advice_can_be_left_out() {
    let text = "东风吹雨过青山，山色重看紫翠间。春水满溪人未懒，数声啼鸟落花闲。";
    let codes = |arguments: &[&str]| {
        let all = [&["check", "--format", "json"], arguments].concat();
        String::from_utf8(gelv(&all, text.as_bytes()).stdout).unwrap()
    };
    assert!(codes(&[]).contains("crowded-rhyme"));
    assert!(!codes(&["--without-advice", "crowded-rhyme"]).contains("crowded-rhyme"));
    let output = gelv(&["check", "--without-advice", "tone"], b"");
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_rule_is_explained() {
    let rule = json(&["explain", "lone-level"]);
    assert_eq!(rule["name"], "孤平");
    assert_eq!(rule["severity"], "error");
    assert_eq!(rule["source"], "李颀《野老曝背》");
    assert!(people(&["explain", "lone-level", "--language", "en"]).starts_with("lone level"));
    assert!(people(&["explain", "tone", "--language", "zh-hant"]).contains("失律"));
    assert!(people(&["explain", "off-rhyme", "--language", "zh-hant"]).contains("韻"));
    assert!(people(&["explain"]).lines().any(|code| code == "off-rhyme"));
}

#[test]
fn a_character_is_looked_up() {
    let look = json(&["lookup", "看"]);
    assert_eq!(look["books"][0]["book"], "平水韵");
    assert_eq!(look["books"][0]["readings"][0]["group"], "寒");
    assert_eq!(look["glosses"][1]["gloss"], "看见");
    assert!(people(&["lookup", "看"]).contains("平声 寒 看 kān 看守、相看"));
    assert!(people(&["lookup", "x"]).contains("韵书未收"));
}

#[test]
fn a_group_has_its_words() {
    let group = json(&["rhymes", "去送"]);
    assert_eq!(
        (&group["group"], &group["class"]),
        (&"送".into(), &"oblique".into())
    );
    assert_eq!(json(&["rhymes", "東"])["group"], "东");
    assert!(people(&["rhymes", "东"]).starts_with("平声东韵\n"));
    let part = people(&["rhymes", "--book", "词林正韵", "第一部", "--traditional"]);
    assert!(
        part.starts_with("平声第一部\n") && part.contains('風'),
        "{part}"
    );
}

#[test]
fn a_form_has_four_patterns() {
    let patterns = json(&["template", "五言绝句"]);
    assert_eq!(patterns.as_array().map(Vec::len), Some(4));
    let pattern = people(&["template", "五言绝句", "--opening", "仄起首句不入韵"]);
    assert_eq!(
        pattern,
        "五言绝句 仄起首句不入韵\n  a ⊙仄平平仄\n  B 平平⊙仄韵\n  b ⊙平平仄仄\n  A ⊙仄仄平韵\n"
    );
}

const LYRIC: &str = "别来春半，触目柔肠断。砌下落梅如雪乱，拂了一身还满。雁来音信无凭，路遥归梦难成。离恨恰如春草，更行更远还生。";

#[test]
fn a_lyric_has_a_report_of_its_own() {
    let check = |arguments: &[&str], text: &str| {
        let output = gelv(&[&["check"], arguments].concat(), text.as_bytes());
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stdout).unwrap()
    };
    for text in [LYRIC.to_owned(), format!("清平乐\n李煜\n{LYRIC}")] {
        let json: serde_json::Value =
            serde_json::from_str(&check(&["--format", "json"], &text)).unwrap();
        assert_eq!(
            (&json["kind"], &json["tune"]),
            (&"ci".into(), &"清平乐".into())
        );
        assert_eq!(json["form"]["characters"], 46);
        assert_eq!(json["book"], "词林正韵");
        assert_eq!(json["lines"][0]["text"], "别来春半");
        assert_eq!(json["lines"][0]["chars"][3]["slot"], "oblique");
        assert_eq!(json["rhymes"][1]["lines"], serde_json::json!([5, 6, 8]));
        assert_eq!(json["findings"], serde_json::json!([]));
    }
    let people = check(&[], LYRIC);
    assert!(people.starts_with("词 · 清平乐第1体46字 · "), "{people}");
    assert!(people.trim_end().ends_with("合谱。"));
    assert!(check(&["--language", "zh-hant"], LYRIC).starts_with("詞 · 清平樂第1體46字 · "));
    let spoilt = LYRIC.replace("音信无凭", "音信不凭");
    let people = check(&["--language", "en"], &spoilt);
    assert!(
        people.contains("wrong tone in a lyric (ci-tone)"),
        "{people}"
    );
    let fixed = check(
        &["--format", "json", "--tune", "清平樂"],
        &LYRIC.replace("别来春半，", ""),
    );
    assert!(fixed.contains("ci-missing-line"), "{fixed}");
    let line = serde_json::json!({ "id": "one", "text": LYRIC }).to_string();
    let json: serde_json::Value =
        serde_json::from_str(&check(&["--format", "jsonl"], &line)).unwrap();
    assert_eq!((&json["kind"], &json["id"]), (&"ci".into(), &"one".into()));
    assert_eq!(
        gelv(&["check", "--tune", "无此调"], b"").status.code(),
        Some(2)
    );
}

#[test]
fn regulated_verse_stays_what_it_is() {
    let quatrain = "醉别江楼橘柚香，江风引雨入舟凉。忆君遥在潇湘月，愁听清猿梦里长。";
    let kind = |text: &str| {
        let output = gelv(&["check", "--format", "json"], text.as_bytes());
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        json["kind"].clone()
    };
    assert_eq!(kind(&format!("竹枝词\n{POEM}")), "regulated");
    assert_eq!(kind(quatrain), "regulated");
    // One character is missing: 桂殿秋 has the same number in five lines.
    assert_eq!(
        kind(&quatrain.replace("醉别江楼橘柚香", "醉江楼橘柚香")),
        "malformed"
    );
    assert_eq!(kind(&POEM.replace("更上", "更")), "malformed");
}

#[test]
fn tunes_are_listed_and_shown() {
    let all = json(&["tunes"]);
    assert!(all.as_array().unwrap().len() >= 200);
    assert_eq!(all[0]["tune"], "浣溪沙");
    assert!(
        people(&["tunes"])
            .lines()
            .any(|line| line.starts_with("清平乐\t46 "))
    );
    let tune = json(&["tunes", "忆萝月"]);
    assert_eq!(tune["tune"], "清平乐");
    assert_eq!(tune["forms"][0]["lines"].as_array().map(Vec::len), Some(8));
    let shown = people(&["tunes", "清平乐"]);
    assert!(
        shown.contains("第1体：46字") && shown.contains("平韵2"),
        "{shown}"
    );
    assert_eq!(gelv(&["tunes", "无此调"], b"").status.code(), Some(2));
    let one = json(&["tunes", "如梦令", "--form", "1"]);
    assert_eq!(one["forms"].as_array().map(Vec::len), Some(1));
    let lines = &one["forms"][0]["lines"];
    assert_eq!(lines[0]["pattern"], "中仄中平中仄");
    assert_eq!(lines[0]["stanza"], true);
    assert_eq!(lines[5]["repeat_of"]["line"], 5);
    assert_eq!(lines[5]["rhyme"]["optional"], false);
    assert!(people(&["tunes", "如梦令"]).contains("叠第5句第1字起"));
    assert!(people(&["tunes", "柳梢青"]).contains("（可不押）"));
    assert!(people(&["tunes", "浣溪沙", "--language", "en"]).contains("parallel with the next"));
    let none = gelv(&["tunes", "如梦令", "--form", "99"], b"");
    assert_eq!(none.status.code(), Some(2));
    assert!(people(&["explain", "ci-tone"]).starts_with("词字平仄不合"));
}
