//! What the lessons on lyrics say.

use verse::{
    Char, Kind, RhymeBook, RhymeGroup, Tone, ToneClass,
    ci::{self, SlotClass},
};

use super::*;
use crate::learn::course::{
    task::{self, TUNE, TUNE_LENGTH},
    verse::{first_fault, is_sound},
};

const LYRICS: [&str; 7] = ["ci-1", "ci-2", "ci-3", "ci-4", "ci-5", "ci-6", "ci-7"];

fn lyric(id: &'static str) -> Verse {
    let lines = Verse::of(id, 1, 1).lines().len();
    Verse::of(id, 1, lines)
}

/// The last characters of the lines that rhyme.
fn ends(report: &Report) -> Vec<&Char> {
    let lines = &report.rhyme.as_ref().unwrap().lines;
    lines
        .iter()
        .map(|line| report.lines[line - 1].chars.last().unwrap())
        .collect()
}

#[test]
fn every_lyric_is_whole_and_of_its_tune_in_both_scripts() {
    for id in LYRICS {
        let verse = lyric(id);
        for language in [ZH, Language::Hant] {
            let report = checker(language).report(verse);
            assert_eq!(report.kind, Kind::Ci, "{id}");
            assert!(is_sound(&report), "{id}: {:?}", report.findings);
            let lines: Vec<String> = report.lines.iter().map(verse::Line::text).collect();
            assert_eq!(lines, verse.lines_in(language), "{id}");
            // Without a word about the tune it is found, too.
            let text = verse.text_in(language);
            let found = ci::check(&text, &TUNES, &ci::Options::default()).unwrap();
            assert_eq!(Some(found.tune.as_str()), verse.tune(), "{id}");
        }
    }
}

#[test]
fn lyrics_in_traditional_script_are_as_books_print_them() {
    let hant = |id| lyric(id).text_in(Language::Hant);
    assert_eq!(
        hant("ci-1"),
        "常記溪亭日暮，沉醉不知歸路。興盡晚回舟，誤入藕花深處。爭渡，爭渡，驚起一灘鷗鷺。"
    );
    assert_eq!(
        hant("ci-2"),
        "昨夜雨疏風驟，濃睡不消殘酒。試問捲簾人，卻道海棠依舊。知否，知否，應是綠肥紅瘦。"
    );
    assert_eq!(
        hant("ci-3"),
        "江南好，風景舊曾諳。日出江花紅勝火，春來江水綠如藍。能不憶江南？"
    );
    assert_eq!(
        hant("ci-4"),
        "驛外斷橋邊，寂寞開無主。已是黃昏獨自愁，更著風和雨。無意苦爭春，一任群芳妒。零落成泥碾作塵，只有香如故。"
    );
    assert_eq!(
        hant("ci-5"),
        "簫聲咽，秦娥夢斷秦樓月。秦樓月，年年柳色，灞陵傷別。樂遊原上清秋節，咸陽古道音塵絕。音塵絕，西風殘照，漢家陵闕。"
    );
    assert_eq!(
        hant("ci-6"),
        "平林漠漠煙如織，寒山一帶傷心碧。暝色入高樓，有人樓上愁。玉階空佇立，宿鳥歸飛急。何處是歸程，長亭更短亭。"
    );
    assert_eq!(
        hant("ci-7"),
        "山下蘭芽短浸溪，松間沙路淨無泥。蕭蕭暮雨子規啼。誰道人生無再少，門前流水尚能西。休將白髮唱黃雞。"
    );
}

#[test]
fn the_tune_is_as_the_words_say() {
    let form = TUNES.form(TUNE, 1).unwrap();
    assert!(form.lengths().eq([6, 6, 5, 6, 2, 2, 6]));
    assert_eq!(form.length(), TUNE_LENGTH);
    assert_eq!(form.stanzas, [0]);
    for class in [SlotClass::Level, SlotClass::Oblique, SlotClass::Free] {
        assert!(form.slots().any(|slot| slot.class == class));
    }
    let rhyming = form.lines.iter().map(|line| line.rhyme.is_some());
    assert!(rhyming.eq([true, true, false, true, true, true, true]));
    let third = form.lines[2].slots.last().unwrap();
    assert_eq!(third.class, SlotClass::Level);
    for id in ["ci-1", "ci-2"] {
        let report = report(lyric(id));
        let rhyme = report.rhyme.as_ref().unwrap();
        assert_eq!(rhyme.lines, [1, 2, 4, 5, 6, 7]);
        assert_eq!(rhyme.class, ToneClass::Oblique);
        assert_eq!(report.lines[4].text(), report.lines[5].text());
    }
    // Many tunes have several forms.
    let several = (0..TUNES.tunes().len()).filter(|tune| TUNES.forms_of(*tune).count() > 1);
    assert!(several.count() > 50);
}

#[test]
fn the_rhymes_are_as_the_words_say() {
    let groups = || RhymeGroup::of_book(RhymeBook::Cilin);
    let parts: BTreeSet<u8> = groups().map(RhymeGroup::number).collect();
    assert_eq!(parts.len(), 19);
    for part in &parts {
        let own = groups().filter(|group| group.number() == *part);
        let mut tones: Vec<Tone> = own.map(RhymeGroup::tone).collect();
        tones.dedup();
        // Parts count from 0 here.
        if *part < 14 {
            assert_eq!(
                tones,
                [Tone::Level, Tone::Rising, Tone::Departing],
                "{part}"
            );
        } else {
            assert_eq!(tones, [Tone::Entering], "{part}");
        }
    }
    let plum = report(lyric("ci-4"));
    let read: Vec<(char, Option<Tone>)> = ends(&plum)
        .iter()
        .map(|c| (c.character, c.tone()))
        .collect();
    assert_eq!(
        read,
        [
            ('主', Some(Tone::Rising)),
            ('雨', Some(Tone::Rising)),
            ('妒', Some(Tone::Departing)),
            ('故', Some(Tone::Departing)),
        ]
    );
    assert_eq!(plum.rhyme.unwrap().group, "第四部");
    let flute = report(lyric("ci-5"));
    let rhyming: BTreeSet<char> = ends(&flute).iter().map(|c| c.character).collect();
    assert_eq!(rhyming, "咽月别节绝阙".chars().collect());
    assert!(
        ends(&flute)
            .iter()
            .all(|c| c.tone() == Some(Tone::Entering))
    );
    assert_eq!(flute.rhyme.unwrap().group, "第十八部");
}

#[test]
fn stanzas_and_changing_rhymes_are_drawn() {
    let letters = |id| -> String {
        let sheet = checker(ZH).sheet(lyric(id));
        sheet.lines.iter().filter_map(|line| line.letter).collect()
    };
    assert_eq!(letters("ci-6"), "甲甲乙乙丙丙丁丁");
    let woods = report(lyric("ci-6"));
    let classes: Vec<Option<ToneClass>> = ends(&woods).iter().map(|c| c.class).collect();
    let (level, oblique) = (Some(ToneClass::Level), Some(ToneClass::Oblique));
    let once = [oblique, oblique, level, level];
    assert_eq!(classes, [once, once].concat());
    let begins = |id| -> Vec<usize> {
        let sheet = checker(ZH).sheet(lyric(id));
        let lines = sheet.lines.iter().filter(|line| line.stanza);
        lines.map(|line| line.number).collect()
    };
    assert!(begins("ci-1").is_empty());
    assert_eq!(begins("ci-4"), [5]);
    assert_eq!(begins("ci-5"), [6]);
    assert_eq!(begins("ci-6"), [5]);
}

#[test]
fn lines_that_rhyme_are_marked_right_in_one_way() {
    for (_, task) in tasks() {
        let Task::Rhymes(verse) = task else {
            continue;
        };
        let sheet = checker(ZH).sheet(verse);
        assert!(sheet.lines.iter().all(|line| line.letter.is_none()));
        let report = report(verse);
        let lines = &report.rhyme.as_ref().unwrap().lines;
        let right: Vec<bool> = (1..=report.lines.len())
            .map(|line| lines.contains(&line))
            .collect();
        assert!(right.contains(&true) && right.contains(&false), "{verse:?}");
        assert!(task::wrong_rhymes(&report, &right).is_empty());
        for at in 0..right.len() {
            let mut wrong = right.clone();
            wrong[at] = !wrong[at];
            assert_eq!(task::wrong_rhymes(&report, &wrong), [at + 1]);
        }
    }
}

const WHOLE: &str =
    "常记溪亭日暮\n沉醉不知归路\n兴尽晚回舟\n误入藕花深处\n争渡\n争渡\n惊起一滩鸥鹭";

#[test]
fn a_lyric_of_ones_own_is_right_when_it_is_whole_and_fits() {
    let right = |text: &str| {
        let read = checker(ZH).lyric(text, TUNE, true);
        read.is_some_and(|(report, _)| task::is_lyric_right(&report))
    };
    assert!(right(WHOLE));
    assert!(right(&format!("如梦令\n{WHOLE}\n")));
    assert!(right(&lyric("ci-1").text()));
    assert!(right(&lyric("ci-2").text()));
    assert!(right(&lyric("ci-1").text_in(Language::Hant)));
    for at in WHOLE.char_indices().map(|(at, _)| at) {
        assert!(!right(&WHOLE[..at]), "{}", &WHOLE[..at]);
    }
    for wrong in [
        WHOLE.replace('鹭', "□"),
        WHOLE.replace("归路", "归山"),
        format!("{WHOLE}鹭"),
        lyric("ci-3").text(),
        "山".repeat(TUNE_LENGTH),
        "床前明月光，疑是地上霜。举头望明月，低头思故乡。".to_owned(),
    ] {
        assert!(!right(&wrong), "{wrong}");
    }
    // What some poets do is no error; but it is said.
    let text = WHOLE.replace('鹭', "鸟");
    let (report, _) = checker(ZH).lyric(&text, TUNE, true).unwrap();
    assert!(task::is_lyric_right(&report) && !is_sound(&report));
    assert!(first_fault(&report).unwrap().contains("第七句"));
}

#[test]
fn what_is_still_open_is_drawn() {
    let open = |text: &str| {
        let (report, sheet) = checker(ZH).lyric(text, TUNE, true).unwrap();
        assert_eq!(report.findings, [], "{text}");
        let widths: Vec<usize> = sheet.lines.iter().map(|line| line.cells.len()).collect();
        assert_eq!(widths, [6, 6, 5, 6, 2, 2, 6], "{text}");
        let cells = sheet.lines.iter().flat_map(|line| &line.cells);
        let open = cells.filter(|cell| !cell.is_written).count();
        (open, task::known(&report))
    };
    assert_eq!(open(""), (33, 0));
    assert_eq!(open("常记溪亭日暮\n沉醉"), (25, 8));
    assert_eq!(open(WHOLE), (0, 33));
}

#[test]
fn the_editor_takes_a_lyric_of_ones_own_for_what_it_is() {
    for language in [ZH, Language::Hant] {
        for (text, title) in [
            (WHOLE.to_owned(), None),
            (format!("春游\n{WHOLE}"), Some("春游")),
            (format!("如梦令\n{WHOLE}"), Some("如梦令")),
        ] {
            let paper = task::lyric_on_paper(&text, title, language);
            let tune = ci::named(&paper, &TUNES).unwrap();
            assert_eq!(TUNES.tunes()[tune].name, TUNE, "{paper}");
            assert!(paper.ends_with(WHOLE));
            let names = ["如梦令", "如夢令"].map(|name| paper.matches(name).count());
            assert_eq!(names.iter().sum::<usize>(), 1, "{paper}");
            let read = ci::check(&paper, &TUNES, &ci::Options::default()).unwrap();
            assert_eq!((read.tune.as_str(), read.findings.len()), (TUNE, 0));
        }
    }
}
