//! The table of tunes that is shipped, on lyrics that everybody knows.

#![allow(clippy::unwrap_used)]

mod river_all_red;

use river_all_red::{LEVEL_RED, RIVER_ALL_RED};
use verse::ci::{Form, Lyric, RhymeClass, Score, Tunes, score};

fn tunes() -> Tunes {
    Tunes::baked().unwrap()
}

/// The form that a lyric follows best, whatever its tune is called.
fn best<'a>(tunes: &'a Tunes, text: &str) -> (&'a str, &'a Form, Score) {
    let lyric = Lyric::read(text);
    let scores = tunes
        .forms()
        .iter()
        .filter_map(|form| Some((form, score(&lyric, form)?)));
    let best = scores.max_by(|a, b| a.1.log_likelihood.total_cmp(&b.1.log_likelihood));
    let (form, score) = best.unwrap();
    (&tunes.tune_of(form).unwrap().name, form, score)
}

#[track_caller]
fn assert_follows(tune: &str, most_wrong: usize, text: &str) {
    let tunes = tunes();
    let (name, _, score) = best(&tunes, text);
    assert_eq!(name, tune, "{text}");
    assert!(score.wrong.len() <= most_wrong, "{text}: {:?}", score.wrong);
}

#[test]
fn there_are_many_tunes_and_forms() {
    let tunes = tunes();
    assert!(tunes.tunes().len() >= 200);
    let strong = tunes.forms().iter().filter(|form| !form.weak);
    assert!(strong.clone().count() >= 300);
    assert!(
        strong
            .clone()
            .all(|form| form.lyrics >= 5 && form.examples.len() == 3)
    );
    let noted = tunes
        .tunes()
        .iter()
        .take(60)
        .filter(|tune| tune.note.is_some());
    assert_eq!(noted.count(), 60);
}

#[test]
fn tunes_are_found_by_any_name() {
    let tunes = tunes();
    let find = |name: &str| tunes.find(name).map(|n| tunes.tunes()[n].name.as_str());
    for name in [
        "念奴娇",
        "念奴嬌",
        "百字令",
        "酹江月",
        "大江东去",
        "大江東去",
        "壶中天",
    ] {
        assert_eq!(find(name), Some("念奴娇"), "{name}");
    }
    assert_eq!(find("金缕曲"), Some("贺新郎"));
    assert_eq!(find("过秦楼"), Some("选冠子"));
    assert_eq!(find("思佳客"), Some("鹧鸪天"));
    assert_eq!(find("渔歌子"), Some("渔父"));
    assert_eq!(find("渔父词"), Some("渔父"));
    assert_eq!(find("归国谣"), Some("归自谣"));
    assert_eq!(
        find("乌夜啼"),
        Some("乌夜啼"),
        "its own name before another's"
    );
    assert_eq!(find("七言绝句"), None);
}

#[test]
fn known_lyrics_are_recognised_without_their_names() {
    assert_follows(
        "清平乐",
        0,
        "别来春半，触目柔肠断。砌下落梅如雪乱，拂了一身还满。雁来音信无凭，路遥归梦难成。离恨恰如春草，更行更远还生。",
    );
    assert_follows(
        "清平乐",
        1,
        "春归何处。寂寞无行路。若有人知春去处。唤取归来同住。春无踪迹谁知。除非问取黄鹂。百啭无人能解，因风飞过蔷薇。",
    );
    assert_follows("满江红", 1, RIVER_ALL_RED);
    assert_follows(
        "声声慢",
        3,
        "寻寻觅觅，冷冷清清，凄凄惨惨戚戚。乍暖还寒时候，最难将息。三杯两盏淡酒，怎敌他、晚来风急。雁过也，\
        正伤心，却是旧时相识。满地黄花堆积。憔悴损，如今有谁堪摘。守著窗儿，独自怎生得黑。梧桐更兼细雨，\
        到黄昏、点点滴滴。这次第，怎一个、愁字了得。",
    );
}

/// 黄庭坚, 晏殊, 王安国 and 晏几道: books that copy one poet's pattern find fault with them.
#[test]
fn what_poets_do_is_no_fault() {
    for text in [
        "春归何处。寂寞无行路。若有人知春去处。唤取归来同住。春无踪迹谁知。除非问取黄鹂。百啭无人能解，因风飞过蔷薇。",
        "红笺小字。说尽平生意。鸿雁在云鱼在水。惆怅此情难寄。斜阳独倚西楼。遥山恰对帘钩。人面不知何处，绿波依旧东流。",
        "留春不住。费尽莺儿语。满地残红宫锦污。昨夜南园风雨。小怜初上琵琶。晓来思绕天涯。不肯画堂朱户，春风自在杨花。",
        "留人不住。醉解兰舟去。一棹碧涛春水路。过尽晓莺啼处。渡头杨柳青青。枝枝叶叶离情。此后锦书休寄，画楼云雨无凭。",
    ] {
        assert_follows("清平乐", 0, text);
    }
}

/// 苏轼's 赤壁怀古 breaks what others keep in two places, and no more.
#[test]
fn known_deviations_are_named() {
    let tunes = tunes();
    let (name, form, score) = best(
        &tunes,
        "大江东去，浪淘尽、千古风流人物。故垒西边人道是，三国周郎赤壁。乱石穿空，惊涛拍岸，卷起千堆雪。\
        江山如画，一时多少豪杰。遥想公瑾当年，小乔初嫁了，雄姿英发。羽扇纶巾谈笑间，强虏灰飞烟灭。\
        故国神游，多情应笑，我早生华发。人间如梦，一尊还酹江月。",
    );
    assert_eq!(name, "念奴娇");
    // 间 of 谈笑间, where all others have an oblique character.
    assert_eq!(score.wrong, [70]);
    let slot = form.slots().nth(70).unwrap();
    assert!(slot.level * 10 < slot.oblique);
    // 壁 is of another part than 物, 雪, 杰, 发, 灭 and 月.
    assert_eq!(score.off_rhyme, [3]);
}

#[test]
fn a_wrong_title_does_not_matter() {
    assert_follows(
        "南乡子",
        1,
        "霜降水痕收。浅碧鳞鳞露远洲。酒力渐消风力软，飕飕。破帽多情却恋头。佳节若为酬。但把清尊断送秋。\
        万事到头都是梦，休休。明日黄花蝶也愁。",
    );
}

#[test]
fn level_and_oblique_rhymes_are_two_forms_of_one_shape() {
    let tunes = tunes();
    let (name, oblique, _) = best(&tunes, RIVER_ALL_RED);
    let (other, level, _) = best(&tunes, LEVEL_RED);
    assert_eq!((name, other), ("满江红", "满江红"));
    assert!(oblique.lengths().eq(level.lengths()));
    let class = |form: &Form| {
        form.lines
            .last()
            .and_then(|line| line.rhyme)
            .map(|r| r.class)
    };
    assert_eq!(class(level), Some(RhymeClass::Level));
    assert!(matches!(
        class(oblique),
        Some(RhymeClass::Oblique | RhymeClass::Entering)
    ));
}

#[test]
fn a_pause_more_or_less_is_one_form() {
    let tunes = tunes();
    let text = "甚矣吾衰矣。怅平生、交游零落，只今馀几。白发空垂三千丈，一笑人间万事。问何物、能令公喜。\
        我见青山多妩媚，料青山、见我应如是。情与貌，略相似。一尊搔首东窗里。想渊明、停云诗就，此时风味。\
        江左沈酣求名者，岂识浊醪妙理。回首叫、云飞风起。不恨古人吾不见，恨古人、不见吾狂耳。知我者，二三子。";
    let (name, form, _) = best(&tunes, text);
    let (_, without, _) = best(&tunes, &text.replace('、', ""));
    assert_eq!(name, "贺新郎");
    assert_eq!(form, without);
}

#[test]
fn rhymes_change_where_poets_change_them() {
    let tunes = tunes();
    let groups = |name: &str| -> Vec<Option<(u8, bool)>> {
        let form = tunes.forms_of(tunes.find(name).unwrap()).next().unwrap();
        let rhymes = form.lines.iter().map(|line| line.rhyme);
        rhymes
            .map(|r| r.map(|r| (r.group, r.class == RhymeClass::Level)))
            .collect()
    };
    let pu_sa_man = [
        (0, false),
        (0, false),
        (1, true),
        (1, true),
        (2, false),
        (2, false),
        (3, true),
        (3, true),
    ];
    assert_eq!(groups("菩萨蛮"), pu_sa_man.map(Some));
    let half = [None, Some((0, true)), Some((0, true)), Some((0, false))];
    assert_eq!(groups("西江月"), [half, half].concat());
    let qing_ping_yue = groups("清平乐");
    assert_eq!(qing_ping_yue[..4], [Some((0, false)); 4]);
    assert_eq!(
        qing_ping_yue[4..],
        [Some((1, true)), Some((1, true)), None, Some((1, true))]
    );
}

#[test]
fn stanzas_and_repeats() {
    let tunes = tunes();
    let form = |name: &str| tunes.forms_of(tunes.find(name).unwrap()).next().unwrap();
    for (name, count) in [("如梦令", 1), ("水调歌头", 2), ("兰陵王", 3), ("莺啼序", 4)]
    {
        assert_eq!(form(name).stanzas.len(), count, "{name}");
    }
    let repeats = |name: &str| -> Vec<usize> {
        let lines = form(name).lines.iter().enumerate();
        lines
            .filter(|(_, line)| line.repeat_of.is_some())
            .map(|(n, _)| n)
            .collect()
    };
    assert_eq!(repeats("如梦令"), [5]);
    assert_eq!(repeats("忆秦娥"), [2, 7]);
    assert_eq!(repeats("浣溪沙"), [] as [usize; 0]);
}

#[test]
fn added_characters_are_forms_of_their_own() {
    let tunes = tunes();
    let lengths: Vec<usize> = tunes
        .forms_of(tunes.find("卜算子").unwrap())
        .map(Form::length)
        .collect();
    assert_eq!(lengths[0], 44);
    assert!(
        lengths.contains(&45) && lengths.contains(&46),
        "{lengths:?}"
    );
}

#[test]
fn spoilt_bytes_are_read_or_refused() {
    let whole = include_bytes!("../data/tunes.bin");
    for length in (0..whole.len()).step_by(9_973) {
        assert_eq!(Tunes::from_bytes(&whole[..length]), None, "{length}");
    }
    let lyric = Lyric::read(RIVER_ALL_RED);
    for at in (4..whole.len()).step_by(12_007) {
        for byte in [0, 1, 0x7f, 0x80, 0xff] {
            let mut spoilt = whole.to_vec();
            spoilt[at] = byte;
            if let Some(tunes) = Tunes::from_bytes(&spoilt) {
                // Whatever the forms are now, to score by them is no danger.
                for form in tunes.forms() {
                    let _ = score(&lyric, form);
                }
            }
        }
    }
}
