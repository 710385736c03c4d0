//! The same in the browser: `cargo bench --target wasm32-unknown-unknown --bench web`.

#![cfg(target_arch = "wasm32")]

use std::hint::black_box;

use verse::{
    Options, check,
    diction::{Diction, Span, Wanted},
};
use wasm_bindgen_test::{Criterion, wasm_bindgen_bench, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The whole check of an eight-line poem of seven characters.
#[wasm_bindgen_bench]
fn check_octave(criterion: &mut Criterion) {
    let text = "风急天高猿啸哀，渚清沙白鸟飞回。无边落木萧萧下，不尽长江滚滚来。\
                万里悲秋常作客，百年多病独登台。艰难苦恨繁霜鬓，潦倒新停浊酒杯。";
    let options = Options::default();
    criterion.bench_function("check an octave", |b| {
        b.iter(|| check(black_box(text), black_box(&options)));
    });
}

const RIVER: &str = "江上春风起，山中暮雨来。故人千里去，明月一时开。";
const SPOILT: &str = "风急天高猿啸哀，渚清沙白鸟飞回。无边落木日萧下，不尽长江滚滚来。\
                      万里悲秋常作客，百年多病独登台。艰难苦恨繁霜鬓，潦倒新停浊酒杯。";

/// Offers for one place and for three, and the mending of a line of an octave.
#[wasm_bindgen_bench]
fn words_at_hand(criterion: &mut Criterion) {
    let options = Options::default();
    let Some(table) = Diction::baked() else {
        return;
    };
    for length in [1, 2, 3] {
        let span = Span {
            line: 2,
            position: 3,
            length,
        };
        criterion.bench_function(&format!("offers for {length}"), |b| {
            b.iter(|| table.offers(black_box(RIVER), &options, span, &Wanted::default(), 50));
        });
    }
    criterion.bench_function("mend a line", |b| {
        b.iter(|| table.mend_line(black_box(SPOILT), &options, 3));
    });
    criterion.bench_function("lines like one", |b| {
        b.iter(|| table.like(black_box(RIVER), &options, 3, None, 12));
    });
    criterion.bench_function("quotations of an octave", |b| {
        b.iter(|| table.quotations(black_box(SPOILT), &options));
    });
}
