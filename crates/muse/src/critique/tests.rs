use super::*;

const GOOD: &str = "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。";
/// A wrong tone at the fourth place of line 2 (上), an off rhyme in line 4 (峰).
const FAULTY: &str = "朝辞白帝彩云间，千里江上一日还。两岸猿声啼不住，轻舟已过万重峰。";

/// `line.position fault verdict` for each claim.
fn judged(prose: &str, poem: &str) -> Vec<String> {
    let report = verse::check(poem, &verse::Options::default());
    claims(prose, &report)
        .into_iter()
        .map(|c| {
            let number = |n: Option<usize>| n.map_or("?".to_owned(), |n| n.to_string());
            let verdict = match c.verdict {
                Verdict::Confirmed(code) => code,
                Verdict::Disproved { why, reading } => {
                    let shown = reading.map_or(String::new(), |r| format!(" {}", r.character));
                    format!("{why:?}{shown}")
                }
                Verdict::Undecided => "undecided".into(),
            };
            format!(
                "{}.{} {:?} {verdict}",
                number(c.line),
                number(c.position),
                c.fault
            )
        })
        .collect()
}

#[test]
fn a_claim_of_a_wrong_tone_is_held_against_the_reading() {
    for (prose, expected) in [
        // 白 is an entering tone: oblique, as the critic wants it.
        (
            "首句“白日依山尽”第一字“白”应为仄声。",
            "1.1 Should(Oblique) HasIt 白",
        ),
        ("第三句第一字应平。", "3.1 Should(Level) Free 欲"),
        (
            "第二句第二字“河”应该是仄声。",
            "2.2 Should(Oblique) AskedOtherwise 河",
        ),
        ("第3句第5字宜用平声", "3.5 Should(Level) AskedOtherwise 目"),
        (
            "第三句“千”字，此处须仄。",
            "3.3 Should(Oblique) AskedOtherwise 千",
        ),
        (
            "第四句末字不应为平声。",
            "4.5 Should(Oblique) AskedOtherwise 楼",
        ),
        ("第九句第一字应平。", "9.1 Should(Level) undecided"),
        (
            "第二、三句的第四个字应平。",
            "2.4 Should(Level) AskedOtherwise 海",
        ),
        ("“山”应为仄声。", "1.4 Should(Oblique) AskedOtherwise 山"),
    ] {
        assert_eq!(judged(prose, GOOD), [expected], "{prose}");
    }
}

#[test]
fn a_true_claim_is_confirmed() {
    for prose in [
        "第二句第四字“上”应为平声",
        "第二句“上”字失律",
        "「上」字应平",
        "“千里江上一日还”一句，第四字当用平声。",
    ] {
        let found = judged(prose, FAULTY);
        assert_eq!(found.len(), 1, "{prose}");
        assert!(
            found[0].starts_with("2.4 ") && found[0].ends_with(" tone"),
            "{found:?}"
        );
    }
    assert_eq!(judged("第二句平仄不合。", FAULTY), ["2.? Tone tone"]);
}

#[test]
fn rhymes_are_judged_by_their_group() {
    assert_eq!(judged("“楼”不押韵。", GOOD), ["4.5 OffRhyme Rhymes 楼"]);
    assert_eq!(
        judged("第三句出韵。", GOOD),
        ["3.? OffRhyme NeedsNoRhyme 目"]
    );
    assert_eq!(
        judged("第四句“峰”字出韵。", FAULTY),
        ["4.7 OffRhyme off-rhyme"]
    );
    assert_eq!(
        judged("全诗有出韵之处。", FAULTY),
        ["?.? OffRhyme off-rhyme"]
    );
    assert_eq!(judged("全诗出韵。", GOOD), ["?.? OffRhyme NotFound"]);
    let borrowed = "清明时节雨纷纷，路上行人欲断魂。借问酒家何处有，牧童遥指杏花村。";
    assert_eq!(
        judged("首句“纷”不押韵", borrowed),
        ["1.7 OffRhyme undecided"]
    );
}

#[test]
fn structure_is_found_at_either_line() {
    let lost = "渭城朝雨浥轻尘，客舍青青柳色新。劝君更尽一杯酒，西出阳关无故人。";
    let strict = verse::Options {
        strictness: verse::Strictness::Strict,
        ..verse::Options::default()
    };
    let report = verse::check(lost, &strict);
    for prose in [
        "第三句与第二句失粘",
        "第二句与第三句失粘",
        "“劝君更尽一杯酒”一句，此句失粘。",
    ] {
        let found = claims(prose, &report);
        assert_eq!(found.len(), 1, "{prose}");
        assert_eq!(
            found[0].verdict,
            Verdict::Confirmed("adhesion".into()),
            "{prose}"
        );
    }
    assert_eq!(judged("第三句失粘。", GOOD), ["3.? Adhesion NotFound"]);
    assert_eq!(judged("第三、四句失对", GOOD), ["3.? Opposition NotFound"]);
    assert_eq!(judged("首联失对", GOOD), ["?.? Opposition NotFound"]);
}

#[test]
fn a_rescue_is_no_fault() {
    let rescued = "人事有代谢，往来成古今。江山留胜迹，我辈复登临。\
                   水落鱼梁浅，天寒梦泽深。羊公碑尚在，读罢泪沾襟。";
    assert_eq!(judged("第二句犯孤平。", rescued), ["2.? LoneLevel Rescued"]);
    assert_eq!(
        judged("第一句第四字应平。", rescued),
        ["1.4 Should(Level) Rescued 代"]
    );
}

#[test]
fn what_denies_a_fault_claims_nothing() {
    for prose in [
        "全诗合律，没有失粘失对。",
        "并无出韵，也未犯孤平。",
        "第二句孤平拗救，合律。",
        "如果第三句第一字应平，则另当别论。",
        "首句不入韵，用仄起式。",
        "平仄和谐，押尤韵，对仗工整，应该平实一些。",
        "避免了三平尾。",
        "颔联失对仗之工。",
        "",
    ] {
        assert_eq!(judged(prose, GOOD), [] as [&str; 0], "{prose}");
    }
}

#[test]
fn it_never_panics_on_any_prefix_of_odd_text() {
    let odd = "第\n第十\n第三、\n第三句第九字应平，“”「”\n首联对句末字应\n第〇联出句失粘\n第0联下句\n“白日，黄河\n\
               第99句第99字应为仄\n尾联上句“𠀀”出韵\0";
    for (at, c) in odd.char_indices() {
        for poem in [GOOD, "", "白日", "白日依山尽，□□入海流。"] {
            let report = verse::check(poem, &verse::Options::default());
            for claim in claims(&odd[..at + c.len_utf8()], &report) {
                let known = claim.line.is_none_or(|l| l <= report.lines.len());
                assert!(known || claim.verdict == Verdict::Undecided, "{claim:?}");
            }
        }
    }
}

#[test]
fn a_whole_opinion_gives_each_claim_once() {
    let prose = "1. 立意：登高望远，境界开阔。\n\
                 2. 字句：最好的是“欲穷千里目，更上一层楼”，最弱的是首句。\n\
                 3. 格律：第一句第一字“白”是平声，应为仄声；第三句第四字“里”应平，\
                 且此句失粘。第三句失粘，是大毛病。\n";
    assert_eq!(
        judged(prose, GOOD),
        [
            "1.1 Should(Oblique) HasIt 白",
            "3.4 Should(Level) AskedOtherwise 里",
            "3.4 Adhesion NotFound 里",
            "3.? Adhesion NotFound",
        ]
    );
}

#[test]
fn a_claim_survives_storage() {
    let report = verse::check(GOOD, &verse::Options::default());
    let found = claims("第一句第一字“白”应为仄声。“楼”不押韵。", &report);
    let json = serde_json::to_string(&found).unwrap();
    assert_eq!(serde_json::from_str::<Vec<Claim>>(&json).unwrap(), found);
}
