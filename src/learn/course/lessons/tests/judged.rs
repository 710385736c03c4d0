//! What the check judges right and wrong in the exercises that ask for places, types, orders and kinds.

use verse::{Kind, LineType, Severity, ToneClass};

use super::*;
use crate::learn::course::{
    task,
    verse::{check, is_sound},
};

/// Of the exercises that the check judges by single characters nothing changes in the other script.
#[test]
fn in_traditional_script_the_same_is_right() {
    let hant = Language::Hant;
    for (_, task) in tasks() {
        let Some(verse) = verse(task) else { continue };
        let (simplified, traditional) = (report(verse), checker(hant).report(verse));
        let places = places(verse, &simplified);
        assert_eq!(simplified.kind, traditional.kind, "{verse:?}");
        assert_eq!(
            simplified.line_types(),
            traditional.line_types(),
            "{verse:?}"
        );
        let class = |report: &Report, place: &Place| task::char_at(report, *place).unwrap().class;
        for place in &places {
            assert_eq!(
                class(&simplified, place),
                class(&traditional, place),
                "{verse:?} {place:?}"
            );
        }
        let right = |is: &dyn Fn(&Report, Place) -> bool, report: &Report| {
            places
                .iter()
                .map(|place| is(report, *place))
                .collect::<Vec<bool>>()
        };
        let same = |is: &dyn Fn(&Report, Place) -> bool| {
            assert_eq!(right(is, &simplified), right(is, &traditional), "{task:?}");
        };
        let fills = |place: Place, character: char| {
            let is = [ZH, hant].map(|language| {
                is_sound(&task::filled(&checker(language), verse, place, character))
            });
            assert_eq!(is[0], is[1], "{task:?} {character}");
        };
        match task {
            Task::Fault(_, code) => same(&|report, place| task::is_fault(report, code, place)),
            Task::Entering(_) => same(&task::is_entering),
            Task::Fill(_, place, others) => {
                let offered = task::offered(verse, place, others);
                offered.into_iter().for_each(|c| fills(place, c));
            }
            Task::Answer(_, place, _, choices) => {
                choices.iter().for_each(|(c, _)| fills(place, *c))
            }
            Task::Line(_, line) => {
                let own = verse.lines_in(hant).swap_remove(line - 1);
                let width = own.chars().count();
                let (report, _) = task::with_own_line(&checker(hant), verse, line, &own);
                assert!(task::is_own_line_right(&report, line, width), "{task:?}");
            }
            _ => {}
        }
    }
}

#[test]
fn marks_are_right_as_the_check_has_them_and_wrong_otherwise() {
    for (_, task) in tasks() {
        let Task::Tones(verse, line) = task else {
            continue;
        };
        let report = report(verse);
        let chars = &report.lines[line - 1].chars;
        let right: Vec<Option<ToneClass>> = chars.iter().map(|c| c.class).collect();
        assert!(right.iter().all(Option::is_some), "{verse:?}");
        assert!(task::wrong_tones(&report, line, &right).is_empty());
        for at in 0..right.len() {
            let mut wrong = right.clone();
            wrong[at] = right[at].map(ToneClass::opposite);
            assert_eq!(task::wrong_tones(&report, line, &wrong), [at + 1]);
            wrong[at] = None;
            assert_eq!(task::wrong_tones(&report, line, &wrong), [at + 1]);
        }
    }
}

#[test]
fn entering_tones_are_there_and_not_everywhere() {
    for (_, task) in tasks() {
        let Task::Entering(verse) = task else {
            continue;
        };
        let report = report(verse);
        let places = places(verse, &report);
        let right = places
            .iter()
            .filter(|place| task::is_entering(&report, **place));
        let count = right.count();
        assert!(
            (1..=places.len() / 2).contains(&count),
            "{verse:?}: {count}"
        );
    }
}

#[test]
fn a_line_has_one_type() {
    for (_, task) in tasks() {
        let Task::Type(verse, line) = task else {
            continue;
        };
        let report = report(verse);
        assert!(is_sound(&report), "{verse:?}");
        let own = report.lines[line - 1].line_type.unwrap();
        let fits = |other: &LineType| {
            let chars = report.lines[line - 1].chars.iter();
            let pattern = other.pattern(chars.len()).iter();
            chars
                .zip(pattern)
                .all(|(c, slot)| slot.is_none() || *slot == c.class)
        };
        let fitting: Vec<LineType> = LineType::ALL.into_iter().filter(fits).collect();
        assert_eq!(fitting, [own], "{verse:?}");
    }
}

#[test]
fn a_fault_is_where_it_is_said_to_be_and_nowhere_else() {
    for (_, task) in tasks() {
        let Task::Fault(verse, code) = task else {
            continue;
        };
        let report = report(verse);
        let places = places(verse, &report);
        let right: Vec<&Place> = places
            .iter()
            .filter(|place| task::is_fault(&report, code, **place))
            .collect();
        assert!(
            (1..=3).contains(&right.len()),
            "{verse:?} {code}: {:?}",
            report.findings
        );
        if let Some((place, _)) = verse.change {
            assert!(right.contains(&&place), "{verse:?}: {right:?}");
            let faults = report
                .findings
                .iter()
                .filter(|f| f.severity <= Severity::Warning);
            assert_eq!(faults.count(), 1, "{verse:?}: {:?}", report.findings);
        }
    }
}

#[test]
fn lines_have_one_order() {
    let orders = [
        [2, 3, 4],
        [2, 4, 3],
        [3, 2, 4],
        [3, 4, 2],
        [4, 2, 3],
        [4, 3, 2],
    ];
    for (_, task) in tasks() {
        let Task::Order(poem, start) = task else {
            continue;
        };
        let right: Vec<[usize; 3]> = orders
            .into_iter()
            .filter(|[b, c, d]| {
                let text = task::arranged(poem, [1, *b, *c, *d]);
                is_sound(&check(&text, ZH))
            })
            .collect();
        assert_eq!(right, [[2, 3, 4]], "{poem}");
        assert_ne!(start, [2, 3, 4]);
    }
}

#[test]
fn sixteen_patterns_each_once() {
    let mut seen = BTreeSet::new();
    for (_, task) in tasks() {
        let Task::Pattern(form, opening) = task else {
            continue;
        };
        let types: Vec<LineType> = (0..form.lines())
            .map_while(|line| task::pattern_line(form, opening, line))
            .collect();
        assert_eq!(types, opening.line_types(form.width(), form.lines()));
        assert_eq!(task::pattern_line(form, opening, form.lines()), None);
        assert!(seen.insert((form.chinese(), opening.chinese())));
    }
    assert_eq!(seen.len(), 16);
}

#[test]
fn kinds_are_all_asked_for() {
    let kinds = tasks().filter_map(|(_, task)| match task {
        Task::Kind(verse) => Some(report(verse).kind),
        _ => None,
    });
    let kinds: Vec<Kind> = kinds.collect();
    for kind in [Kind::Regulated, Kind::ObliqueRhymed, Kind::OldStyle] {
        assert!(kinds.contains(&kind), "{kind:?}");
    }
    assert!(!kinds.contains(&Kind::Malformed));
}
