//! Input methods: the three orders in which browsers end a composition, and the ways in which one
//! gets lost.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use crate::stage::{Stage, Watch, World, composition, input, settle};

/// Begins to compose after 白日: letters stand in the field, nothing is taken.
async fn begin(stage: &Stage) -> Element {
    stage.fill("#poem", "白日").await;
    let poem: Element = stage.poem().into();
    composition(&poem, "compositionstart");
    for letters in ["白日y", "白日yi", "白日yi'shan"] {
        stage.poem().set_value(letters);
        input(&poem, true);
        settle().await;
        assert_eq!(stage.line(1), "白日");
    }
    poem
}

#[wasm_bindgen_test]
async fn the_last_input_comes_before_the_end() {
    let stage = World::default().open().await;
    let poem = begin(&stage).await;
    stage.poem().set_value("白日依山");
    input(&poem, true);
    settle().await;
    assert_eq!(stage.line(1), "白日");
    composition(&poem, "compositionend");
    settle().await;
    assert_eq!(stage.line(1), "白日依山");
}

#[wasm_bindgen_test]
async fn the_last_input_comes_after_the_end_and_is_not_taken_twice() {
    let stage = World::default().open().await;
    let poem = begin(&stage).await;
    stage.poem().set_value("白日依山");
    composition(&poem, "compositionend");
    settle().await;
    assert_eq!(stage.line(1), "白日依山");
    let (sheet, verdict) = (
        Watch::new(&stage.get("#marked")),
        Watch::new(&stage.get("#verdict")),
    );
    input(&poem, false);
    settle().await;
    assert_eq!(stage.line(1), "白日依山");
    assert_eq!([sheet.changes(), verdict.changes()], [0, 0]);
}

#[wasm_bindgen_test]
async fn the_end_comes_alone() {
    let stage = World::default().open().await;
    let poem = begin(&stage).await;
    stage.poem().set_value("白日依");
    composition(&poem, "compositionend");
    settle().await;
    assert_eq!(stage.line(1), "白日依");
}

#[wasm_bindgen_test]
async fn a_lost_end_is_made_good_by_the_next_input_or_by_leaving() {
    let stage = World::default().open().await;
    let poem = begin(&stage).await;
    stage.poem().set_value("白日依山尽");
    input(&poem, false);
    settle().await;
    assert_eq!(stage.line(1), "白日依山尽");

    let poem = begin(&stage).await;
    stage.poem().set_value("白日依");
    poem.dispatch_event(&web_sys::Event::new("blur").unwrap())
        .unwrap();
    settle().await;
    assert_eq!(stage.line(1), "白日依");
}

#[wasm_bindgen_test]
async fn the_field_is_never_written_while_composing() {
    let stage = World::default().open().await;
    begin(&stage).await;
    // Everything that the page can do by itself meanwhile.
    stage.choose("#theme", "dark").await;
    stage.choose("#language", "en").await;
    stage.check("#toggle-pinyin", true).await;
    assert_eq!(stage.poem().value(), "白日yi'shan");
}
