//! What a check costs, beside its physical floor: one look-up for each character.

use std::hint::black_box;

use divan::{Bencher, counter::ItemsCount};
use verse::{Form, Options, check, lexicon};

fn main() {
    divan::main();
}

const OCTAVE: &str = "风急天高猿啸哀，渚清沙白鸟飞回。无边落木萧萧下，不尽长江滚滚来。\
                      万里悲秋常作客，百年多病独登台。艰难苦恨繁霜鬓，潦倒新停浊酒杯。";

const QUATRAIN: &str = "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。";

/// One look-up in the book for each character of the octave: nothing that checks can do less.
#[divan::bench(sample_count = 200, sample_size = 50)]
fn floor_octave(bencher: Bencher<'_, '_>) {
    let characters: Vec<char> = OCTAVE
        .chars()
        .filter(|c| *c > '\u{3400}' && *c < '\u{ff00}')
        .collect();
    bencher.counter(ItemsCount::new(1usize)).bench_local(|| {
        characters
            .iter()
            .filter(|c| lexicon::is_known(black_box(**c)))
            .count()
    });
}

/// The whole check of an octave. Each report is dropped before the next is made, as in a batch: kept
/// ones would cost fresh pages of memory, which is no part of checking.
#[divan::bench(sample_count = 200, sample_size = 50)]
fn check_octave(bencher: Bencher<'_, '_>) {
    let options = Options::default();
    bencher
        .counter(ItemsCount::new(1usize))
        .bench_local(|| drop(black_box(check(black_box(OCTAVE), black_box(&options)))));
}

/// The whole check of a quatrain.
#[divan::bench(sample_count = 200, sample_size = 50)]
fn check_quatrain(bencher: Bencher<'_, '_>) {
    let options = Options::default();
    bencher.bench_local(|| drop(black_box(check(black_box(QUATRAIN), black_box(&options)))));
}

/// The lines of five characters of the anthologies, in their order: no line stands there twice, as in a
/// poem and unlike a repeated quatrain, which is mostly faults of repetition.
fn anthology_lines(lines: usize) -> String {
    let poems = include_str!("../tests/anthologies/poems.tsv");
    let of_five = poems.lines().filter_map(|poem| {
        let mut fields = poem.split('\t').skip(3);
        let is_of_five = fields.next()?.starts_with('五');
        fields.next().filter(|_| is_of_five)
    });
    let mut text = String::new();
    let lines = of_five
        .flat_map(|poem| poem.split_inclusive(['，', '。', '？', '！', '；']))
        .take(lines);
    text.extend(lines);
    text
}

/// Verse of more and more lines: the cost grows with them and not faster. The form is set, for lines of many
/// poems might else be taken for old-style verse, of which little is asked.
#[divan::bench(args = [1, 8, 100, 1_000], sample_count = 100, sample_size = 10)]
fn check_lines(bencher: Bencher<'_, '_>, lines: usize) {
    let text = anthology_lines(lines);
    let options = Options {
        form: Some(Form::FiveExtended),
        ..Options::default()
    };
    bencher
        .counter(ItemsCount::new(lines))
        .bench_local(|| drop(black_box(check(black_box(&text), black_box(&options)))));
}

/// The same where every line repeats another, so that what is found grows with the text too.
#[divan::bench(args = [8, 100, 1_000], sample_count = 100, sample_size = 10)]
fn check_repeated_lines(bencher: Bencher<'_, '_>, lines: usize) {
    let text = QUATRAIN.repeat(lines.div_ceil(4));
    let options = Options::default();
    bencher
        .counter(ItemsCount::new(lines))
        .bench_local(|| drop(black_box(check(black_box(&text), black_box(&options)))));
}
