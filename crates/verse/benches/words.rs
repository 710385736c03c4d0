//! What words at hand cost, beside one check of the poem.

use std::hint::black_box;

use divan::Bencher;
use verse::{
    Options, check,
    diction::{Diction, Span, Wanted},
};

fn main() {
    divan::main();
}

const RIVER: &str = "江上春风起，山中暮雨来。故人千里去，明月一时开。";
const SPOILT: &str = "风急天高猿啸哀，渚清沙白鸟飞回。无边落木日萧下，不尽长江滚滚来。\
                      万里悲秋常作客，百年多病独登台。艰难苦恨繁霜鬓，潦倒新停浊酒杯。";

fn table() -> Diction {
    Diction::baked().unwrap_or_else(|| unreachable!("the table is of this version"))
}

/// One check, for comparison.
#[divan::bench]
fn check_the_poem(bencher: Bencher<'_, '_>) {
    let options = Options::default();
    bencher.bench_local(|| check(black_box(SPOILT), &options));
}

/// The table from its bytes.
#[divan::bench(sample_count = 20)]
fn read_the_table() -> Diction {
    table()
}

/// Offers for one place, two and three.
#[divan::bench(args = [1, 2, 3])]
fn offers(bencher: Bencher<'_, '_>, length: usize) {
    let (table, options) = (table(), Options::default());
    let span = Span {
        line: 2,
        position: 3,
        length,
    };
    bencher.bench_local(|| table.offers(black_box(RIVER), &options, span, &Wanted::default(), 50));
}

/// The mending of a line of an octave.
#[divan::bench]
fn mend_a_line(bencher: Bencher<'_, '_>) {
    let (table, options) = (table(), Options::default());
    bencher.bench_local(|| table.mend_line(black_box(SPOILT), &options, 3));
}

/// Lines like one.
#[divan::bench]
fn lines_like_one(bencher: Bencher<'_, '_>) {
    let (table, options) = (table(), Options::default());
    bencher.bench_local(|| table.like(black_box(RIVER), &options, 3, None, 12));
}

/// What of an octave was written before.
#[divan::bench]
fn quotations(bencher: Bencher<'_, '_>) {
    let (table, options) = (table(), Options::default());
    bencher.bench_local(|| table.quotations(black_box(SPOILT), &options));
}
