//! The same in the browser: `cargo bench --target wasm32-unknown-unknown --bench web`.

#![cfg(target_arch = "wasm32")]

use std::hint::black_box;

use verse::{Options, check};
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
