//! Lyrics that everybody knows, and what goes wrong in lyrics, through the door that the page and the
//! command line use.

#![allow(clippy::unwrap_used)]

mod river_all_red;

use river_all_red::{LEVEL_RED, RIVER_ALL_RED};
use verse::{
    Language, Severity,
    ci::{CiReport, Options, RhymeClass, SlotClass, Tunes, check},
};

const SPRING: &str = "别来春半，触目柔肠断。砌下落梅如雪乱，拂了一身还满。雁来音信无凭，路遥归梦难成。\
    离恨恰如春草，更行更远还生。";
const RED_CLIFF: &str = "大江东去，浪淘尽、千古风流人物。故垒西边人道是，三国周郎赤壁。乱石穿空，惊涛拍岸，\
    卷起千堆雪。江山如画，一时多少豪杰。遥想公瑾当年，小乔初嫁了，雄姿英发。羽扇纶巾谈笑间，强虏灰飞烟灭。\
    故国神游，多情应笑，我早生华发。人间如梦，一尊还酹江月。";
const SLOW: &str = "寻寻觅觅，冷冷清清，凄凄惨惨戚戚。乍暖还寒时候，最难将息。三杯两盏淡酒，怎敌他、晚来风急。\
    雁过也，正伤心，却是旧时相识。满地黄花堆积。憔悴损，如今有谁堪摘。守著窗儿，独自怎生得黑。梧桐更兼细雨，\
    到黄昏、点点滴滴。这次第，怎一个、愁字了得。";
const BRIDEGROOM: &str = "甚矣吾衰矣。怅平生、交游零落，只今馀几。白发空垂三千丈，一笑人间万事。问何物、能令公喜。\
    我见青山多妩媚，料青山、见我应如是。情与貌，略相似。一尊搔首东窗里。想渊明、停云诗就，此时风味。\
    江左沈酣求名者，岂识浊醪妙理。回首叫、云飞风起。不恨古人吾不见，恨古人、不见吾狂耳。知我者，二三子。";
const FROST: &str = "霜降水痕收。浅碧鳞鳞露远洲。酒力渐消风力软，飕飕。破帽多情却恋头。佳节若为酬。但把清尊断送秋。\
    万事到头都是梦，休休。明日黄花蝶也愁。";
const PLUM: &str = "驿外断桥边，寂寞开无主。已是黄昏独自愁，更著风和雨。无意苦争春，一任群芳妒。零落成泥碾作尘，\
    只有香如故。";
const BODHISATTVA: &str = "平林漠漠烟如织。寒山一带伤心碧。暝色入高楼。有人楼上愁。玉阶空伫立。宿鸟归飞急。\
    何处是归程。长亭更短亭。";

fn tunes() -> Tunes {
    Tunes::baked().unwrap()
}

#[track_caller]
fn of(text: &str) -> CiReport {
    check(text, &tunes(), &Options::default()).unwrap()
}

fn codes(report: &CiReport) -> Vec<String> {
    let findings = report.findings.iter();
    findings.map(|f| format!("{}:{}", f.line, f.code)).collect()
}

#[test]
fn qing_ping_yue_of_five_poets_passes() {
    for text in [
        SPRING,
        "春归何处。寂寞无行路。若有人知春去处。唤取归来同住。春无踪迹谁知。除非问取黄鹂。百啭无人能解，因风飞过蔷薇。",
        "红笺小字。说尽平生意。鸿雁在云鱼在水。惆怅此情难寄。斜阳独倚西楼。遥山恰对帘钩。人面不知何处，绿波依旧东流。",
        "留春不住。费尽莺儿语。满地残红宫锦污。昨夜南园风雨。小怜初上琵琶。晓来思绕天涯。不肯画堂朱户，春风自在杨花。",
        "留人不住。醉解兰舟去。一棹碧涛春水路。过尽晓莺啼处。渡头杨柳青青。枝枝叶叶离情。此后锦书休寄，画楼云雨无凭。",
    ] {
        let report = of(text);
        assert_eq!(report.tune, "清平乐");
        assert_eq!(codes(&report), [] as [&str; 0], "{text}");
    }
}

#[test]
fn what_stands_before_the_verse_is_no_verse() {
    let plain = of(SPRING);
    for before in [
        "清平乐\n",
        "《清平乐·别来春半》\n李煜\n",
        "清平樂　李煜\n",
        "忆萝月\n\n",
    ] {
        let report = of(&format!("{before}{SPRING}"));
        assert_eq!(
            (&report.tune, &report.form),
            (&plain.tune, &plain.form),
            "{before}"
        );
        assert_eq!(codes(&report), [] as [&str; 0]);
        assert!(report.title.is_some());
    }
    let moon = "水调歌头\n丙辰中秋，欢饮达旦，大醉，作此篇，兼怀子由。\n明月几时有，把酒问青天。不知天上宫阙，今夕是何年。\
        我欲乘风归去，又恐琼楼玉宇，高处不胜寒。起舞弄清影，何似在人间。\n转朱阁，低绮户，照无眠。不应有恨，\
        何事长向别时圆。人有悲欢离合，月有阴晴圆缺，此事古难全。但愿人长久，千里共婵娟。";
    let report = of(moon);
    assert_eq!(report.tune, "水调歌头");
    assert_eq!(report.lines[0].text(), "明月几时有");
    assert_eq!(report.count(Severity::Error), 0, "{:?}", report.findings);
}

#[test]
fn marks_do_not_matter() {
    let report = of(BRIDEGROOM);
    assert_eq!(report.tune, "贺新郎");
    for text in [BRIDEGROOM.replace('、', ""), BRIDEGROOM.replace('、', "，")] {
        let other = of(&text);
        assert_eq!(other.form, report.form);
        assert_eq!(codes(&other), codes(&report));
        assert!(
            other
                .lines
                .iter()
                .map(|l| l.text())
                .eq(report.lines.iter().map(|l| l.text()))
        );
    }
    let bare: String = SPRING.chars().filter(|c| !"，。".contains(*c)).collect();
    assert_eq!(of(&bare).tune, "清平乐");
}

#[test]
fn rhymes_change() {
    let report = of(BODHISATTVA);
    assert_eq!(report.tune, "菩萨蛮");
    let lines: Vec<&[usize]> = report.rhymes.iter().map(|r| &r.lines[..]).collect();
    assert_eq!(lines, [[1, 2], [3, 4], [5, 6], [7, 8]]);
    let groups: Vec<_> = report.rhymes.iter().map(|r| r.group).collect();
    assert_eq!(
        groups,
        [
            Some("第十七部"),
            Some("第十二部"),
            Some("第十七部"),
            Some("第十一部")
        ]
    );
}

#[test]
fn a_wrong_title_is_told() {
    let report = of(&format!("少年游\n{FROST}"));
    assert_eq!(report.tune, "南乡子");
    assert!(
        codes(&report).contains(&"1:ci-other-tune".to_owned()),
        "{report:?}"
    );
    assert!(report.findings.iter().any(|f| f.message.contains("南乡子")));
    assert!(!codes(&of(FROST)).contains(&"1:ci-other-tune".to_owned()));
}

#[test]
fn an_added_character_is_a_form() {
    let report = of(PLUM);
    assert_eq!((&*report.tune, report.form.characters), ("卜算子", 44));
    assert_eq!(codes(&report), [] as [&str; 0]);
    // 李之仪 ends with one character more.
    let added = "我住长江头，君住长江尾。日日思君不见君，共饮长江水。此水几时休，此恨何时已。只愿君心似我心，定不负、相思意。";
    let report = of(added);
    assert_eq!((&*report.tune, report.form.characters), ("卜算子", 45));
    assert!(
        !codes(&report)
            .iter()
            .any(|c| c.contains("length") || c.contains("line"))
    );
}

#[test]
fn level_and_oblique_forms_are_apart() {
    let [oblique, level] = [RIVER_ALL_RED, LEVEL_RED].map(of);
    assert_eq!((&*oblique.tune, &*level.tune), ("满江红", "满江红"));
    assert_ne!(oblique.form, level.form);
    assert_eq!(level.rhymes[0].class, RhymeClass::Level);
    assert_ne!(oblique.rhymes[0].class, RhymeClass::Level);
    assert!(oblique.findings.len() <= 1, "{:?}", oblique.findings);
}

#[test]
fn red_cliff_is_no_ruin() {
    let report = of(&format!("念奴娇·赤壁怀古\n{RED_CLIFF}"));
    assert_eq!(report.tune, "念奴娇");
    assert_eq!(codes(&report), ["4:ci-off-rhyme", "13:ci-tone"]);
    let tone = &report.findings[1];
    assert_eq!(tone.chars, [7]);
    let char = &report.lines[12].chars[6];
    assert_eq!(
        (char.character, char.slot),
        ('间', Some(SlotClass::Oblique))
    );
    let english = Options {
        language: Language::En,
        ..Options::default()
    };
    let report = check(RED_CLIFF, &tunes(), &english).unwrap();
    let all = char.level + char.oblique;
    let evidence = format!("of {all} lyrics {} have it so", char.level);
    assert!(
        report.findings[1].message.contains(&evidence),
        "{:?}",
        report.findings
    );
}

#[test]
fn li_qingzhao_passes_with_little() {
    let report = of(SLOW);
    assert_eq!(report.tune, "声声慢");
    assert!(report.findings.len() <= 4, "{:?}", report.findings);
}

#[test]
fn the_writer_may_fix_the_tune() {
    let options = |tune: &str| Options {
        tune: Some(tune.to_owned()),
        ..Options::default()
    };
    let report = check(FROST, &tunes(), &options("南鄉子")).unwrap();
    assert_eq!(report.tune, "南乡子");
    // What is fixed is taken, though the text is another.
    let report = check(FROST, &tunes(), &options("少年游")).unwrap();
    assert_eq!(report.tune, "少年游");
    assert!(!report.findings.is_empty());
    let second = Options {
        form: Some(2),
        ..options("卜算子")
    };
    let report = check(PLUM, &tunes(), &second).unwrap();
    assert_eq!(report.form.number, 2);
}

#[test]
fn what_is_no_lyric_is_none() {
    for text in [
        "",
        "，。",
        "hello",
        "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。",
        "白日依山尽，黄河入海流。欲穷千里目，更上层楼。",
        "今天天气很好，我们一起去公园里散步。路上遇见了一位老朋友，聊了很久才分开。晚上回家写了一封信，然后睡觉。",
    ] {
        assert!(
            check(text, &tunes(), &Options::default()).is_none(),
            "{text}"
        );
    }
}

#[test]
fn a_lyric_that_rhymes_across_the_parts_is_told_by_its_lines() {
    // 毛滂《清平乐》: 烬 is of the sixth part, 影 of the eleventh, 锦 of the thirteenth.
    let report = of(
        "风摇灺烬。吹下桃花影。醉倒碧铺眠碎锦。谁伴香迷酒凝。少年不解孤春。年来减尽春心。犹下绣帘遮定，不教风雨侵凌。",
    );
    assert_eq!(report.tune, "清平乐");
    assert!(
        codes(&report)
            .iter()
            .any(|code| code.ends_with("ci-off-rhyme"))
    );
}

#[test]
fn no_rule_of_regulated_verse_is_applied() {
    for text in [
        SPRING,
        RED_CLIFF,
        RIVER_ALL_RED,
        SLOW,
        BRIDEGROOM,
        FROST,
        PLUM,
    ] {
        assert!(of(text).findings.iter().all(|f| f.code.starts_with("ci-")));
    }
}

#[test]
fn what_is_longer_than_any_tune_is_one_by_its_name_only() {
    let longest = tunes().forms().iter().map(|f| f.length()).max().unwrap();
    let lines = SPRING.split_inclusive('。').collect::<Vec<_>>();
    let long = lines.repeat(longest / 46 + 2).concat();
    assert_eq!(check(&long, &tunes(), &Options::default()), None);
    let fixed = Options {
        tune: Some("清平乐".to_owned()),
        ..Options::default()
    };
    let report = check(&long, &tunes(), &fixed).unwrap();
    assert_eq!(report.tune, "清平乐");
}
