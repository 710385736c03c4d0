use std::{fs, path::Path};

use super::*;

/// The letters of a text, from the slices of this tree.
pub fn letters_for(text: &str) -> Letters {
    let mut letters = Letters::default();
    for (slice, address) in letters.wanted(text) {
        letters.add(slice, &slice_at(&address));
    }
    letters
}

fn slice_at(address: &str) -> Vec<u8> {
    let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("public");
    fs::read(public.join(address)).unwrap()
}

/// The poems of a table with a header: each its title, author and text.
fn poems(table: &str) -> Vec<String> {
    let rows = table.lines().filter(|row| !row.starts_with('#')).skip(1);
    rows.map(|row| {
        let fields: Vec<&str> = row.split('\t').collect();
        format!("{}{}{}", fields[1], fields[2], fields[4])
    })
    .collect()
}

const BOTH_SCRIPTS: [&str; 2] = [
    include_str!("../../learn/library/data/poems.tsv"),
    include_str!("../../../crates/verse/tests/anthologies/poems.tsv"),
];

#[test]
fn every_slice_is_there_and_has_all_its_characters_inside_the_em() {
    let index = Index::baked();
    let mut total = 0;
    let mut slice = 0;
    while !index.chars(slice).is_empty() {
        let bytes = slice_at(&index.address(slice));
        total += bytes.len();
        let mut letters = Letters::default();
        letters.add(slice, &bytes);
        for char in index.chars(slice) {
            let glyph = letters.glyph(*char).unwrap();
            let drawn = glyph.bounds();
            assert!(
                drawn.is_some() || char.is_whitespace() || *char == '\u{ad}',
                "{char}"
            );
            let [left, top, right, bottom] = drawn.unwrap_or_default();
            let wide = glyph.advance + 80;
            assert!(
                left > -80 && right < wide.max(460) && top > -80 && bottom < 460,
                "{char}: {drawn:?}"
            );
        }
        slice += 1;
    }
    assert!(slice > 100);
    assert!(total < 4_000_000, "{total}");
}

#[test]
fn both_anthologies_can_be_written_in_both_scripts() {
    let index = Index::baked();
    for table in BOTH_SCRIPTS {
        for char in poems(table).concat().chars() {
            assert!(index.slice_of(char).is_some(), "{char}");
        }
    }
}

#[test]
fn a_poem_of_the_anthologies_costs_less_than_it_may() {
    let letters = Letters::default();
    for table in BOTH_SCRIPTS {
        let cost = |poem: &String| -> (usize, usize) {
            let wanted = letters.wanted(poem);
            let bytes = wanted.values().map(|address| slice_at(address).len());
            (bytes.sum(), wanted.len())
        };
        let mut costs: Vec<_> = poems(table)
            .iter()
            .filter(|poem| poem.chars().count() < 90)
            .map(cost)
            .collect();
        costs.sort_unstable();
        let part = |share: usize| costs[(costs.len() - 1) * share / 100];
        println!(
            "{} poems: median {:?}, 95% {:?}, most {:?}",
            costs.len(),
            part(50),
            part(95),
            part(100)
        );
        assert!(
            part(100).0 + super::index::tests_size() < 300_000,
            "{:?}",
            part(100)
        );
    }
}

#[test]
fn a_letter_has_the_shape_of_the_letter() {
    let letters = letters_for("一十A，");
    let [left, top, right, bottom] = letters.glyph('一').and_then(Glyph::bounds).unwrap();
    assert!(right - left > 250 && bottom - top < 80, "one stroke across");
    assert!((120..280).contains(&((top + bottom) / 2)), "in the middle");
    assert!(letters.glyph('十').unwrap().path().starts_with('M'));
    assert!(letters.width('A') < 0.9 && (letters.width('一') - 1.0).abs() < 1e-9);
    assert!(letters.glyph('\u{e000}').is_none());
    assert_eq!(letters.wanted("一十A，\u{e000}"), BTreeMap::new());
}
