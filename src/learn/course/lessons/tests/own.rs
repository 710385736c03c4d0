//! The exercises in which characters, a line or a poem of one's own are put in.

use verse::antithesis::Table;

use super::*;
use crate::learn::course::{
    task,
    verse::{first_fault, is_sound},
};

#[test]
fn one_of_the_characters_that_are_offered_fits_and_it_is_the_poets() {
    for (_, task) in tasks() {
        let Task::Fill(verse, place, others) = task else {
            continue;
        };
        let offered = task::offered(verse, place, others);
        assert_eq!(offered.len(), others.chars().count() + 1);
        assert_eq!(offered.iter().collect::<BTreeSet<_>>().len(), offered.len());
        for character in offered {
            let report = task::filled(&checker(ZH), verse, place, character);
            let is_poets = verse.character(place) == Some(character);
            assert_eq!(
                is_sound(&report),
                is_poets,
                "{verse:?} {character}: {:?}",
                report.findings
            );
            assert_eq!(
                first_fault(&report).is_none(),
                is_poets,
                "{verse:?} {character}"
            );
        }
    }
}

#[test]
fn one_word_answers_and_the_table_of_antithesis_agrees() {
    let table = Table::from_bytes(include_bytes!(
        "../../../../../crates/verse/data/antithesis.bin"
    ))
    .unwrap();
    for (_, task) in tasks() {
        let Task::Answer(verse, place, asked, choices) = task else {
            continue;
        };
        let above = verse.character((place.0 - 1, place.1)).unwrap();
        assert_eq!(table.category(above), Some(asked), "{above}");
        let opening = verse.lines()[place.0 - 2];
        let mut scores = Vec::new();
        for (character, category) in choices {
            assert_eq!(table.category(*character), Some(*category), "{character}");
            let report = task::filled(&checker(ZH), verse, place, *character);
            let is_right = task::answers(&report, asked, *category);
            let is_poets = verse.character(place) == Some(*character);
            assert_eq!(is_right, is_poets, "{verse:?} {character}");
            let closing = report.lines[place.0 - 1].text();
            scores.push((table.score(opening, &closing).unwrap().score, is_poets));
        }
        let best = scores.iter().max_by(|a, b| a.0.total_cmp(&b.0)).unwrap();
        assert!(best.1, "{verse:?}: {scores:?}");
    }
}

#[test]
fn a_line_of_ones_own_is_right_as_the_poet_has_it_and_not_half_done() {
    for (_, task) in tasks() {
        let Task::Line(verse, line) = task else {
            continue;
        };
        let own = verse.lines()[line - 1];
        let width = own.chars().count();
        let right = |typed: &str| {
            let (report, _) = task::with_own_line(&checker(ZH), verse, line, typed);
            task::is_own_line_right(&report, line, width)
        };
        assert!(right(own), "{verse:?}");
        assert!(right(&format!(" {own}。\n")));
        let half: String = own.chars().take(3).collect();
        for wrong in [
            "",
            "山",
            &half,
            &format!("{own}山"),
            &"山".repeat(width),
            &"□".repeat(width),
        ] {
            assert!(!right(wrong), "{verse:?} {wrong}");
        }
        // The line before it does not rhyme and is not opposed to itself; of a lyric line 3 has another
        // length.
        let other = if verse.is_lyric() { 3 } else { line - 1 };
        assert!(!right(verse.lines()[other - 1]), "{verse:?}");
    }
}

#[test]
fn a_quatrain_of_ones_own_is_whole_and_without_error() {
    let right = |text: &str| task::is_quatrain_right(&task::own_quatrain(text, ZH));
    for (id, task) in tasks() {
        if let (Task::Tones(verse, _) | Task::Line(verse, _), "own") = (task, id) {
            assert!(right(&verse.text()), "{verse:?}");
        }
    }
    assert!(right(
        "月落乌啼霜满天\n江枫渔火对愁眠\n姑苏城外寒山寺\n夜半钟声到客船"
    ));
    assert!(right(
        "枫桥夜泊\n张继\n\n月落乌啼霜满天，\n江枫渔火对愁眠。\n姑苏城外寒山寺，\n夜半钟声到客船。"
    ));
    for wrong in [
        "",
        "月落乌啼霜满天",
        "月落乌啼霜满天，江枫渔火对愁眠。姑苏城外寒山寺，",
        "月落乌啼霜满天，江枫渔火对愁眠。姑苏城外寒山寺，夜半钟声到客□。",
        "月落乌啼霜满天，江枫渔火对愁眠。姑苏城外寒山寺，夜半钟声到客舟。",
        // Old-style verse has no errors of its own, and is no regulated quatrain.
        "床前明月光，疑是地上霜。举头望明月，低头思故乡。",
        "千山鸟飞绝，万径人踪灭。孤舟蓑笠翁，独钓寒江雪。",
        "国破山河在，城春草木深。感时花溅泪，恨别鸟惊心。烽火连三月，家书抵万金。白头搔更短，浑欲不胜簪。",
    ] {
        assert!(!right(wrong), "{wrong}");
    }
}
