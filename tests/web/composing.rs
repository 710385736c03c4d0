//! A model writes: the run, its end, and what is left of it.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlButtonElement, HtmlDetailsElement};

use crate::{
    script::Scripted,
    stage::{Stage, World, composition, drawn, input, settle, wait},
};

const KEY: &str = "k-0123456789-secret";
const GOOD: &str = "朝辞白帝彩云间，\n千里江陵一日还。\n两岸猿声啼不住，\n轻舟已过万重山。";
/// 天 is level where 日 (entering, oblique) stood, at a place that is not free.
const FAULTY: &str = "朝辞白帝彩云间，\n千里江陵一天还。\n两岸猿声啼不住，\n轻舟已过万重山。";

/// The page with a provider that needs nothing more.
async fn ready(world: &World) -> Stage {
    let stage = world.open_at("#/compose").await;
    stage.choose("#provider", "custom").await;
    stage.fill("#base-url", "https://example.org/v1").await;
    stage.fill("#model", "m-1").await;
    stage.fill("#api-key", KEY).await;
    stage.choose("#brief-form", "七言绝句").await;
    stage.fill("#brief-text", "下江陵").await;
    stage
}

/// Waits until the run is over.
async fn finished(stage: &Stage) {
    for _ in 0..400 {
        if stage.get::<HtmlButtonElement>("#compose-stop").disabled() {
            return settle().await;
        }
        wait(10).await;
    }
    panic!("the run does not end: {}", stage.text("#compose-status"));
}

#[wasm_bindgen_test]
async fn without_a_key_the_button_says_what_to_do_and_goes_there() {
    let stage = World::default().open_at("#/compose").await;
    assert_eq!(stage.text("#compose-start"), "先去设置");
    assert!(stage.text("#compose-missing").contains("密钥"));
    stage.click("#compose-start").await;
    assert_eq!(
        web_sys::window().unwrap().location().hash().unwrap(),
        "#/settings"
    );
}

#[wasm_bindgen_test]
async fn a_good_poem_arrives_and_stays() {
    let world = World::default();
    let stage = ready(&world).await;
    stage.fill("#poem", "我的旧稿").await;
    world
        .script
        .add(Scripted::says(GOOD).thinks_first("先想韵脚").at_pace(20));
    stage.press("#compose-start").await;
    assert!(!stage.get::<HtmlButtonElement>("#compose-stop").disabled());
    let mut seen = Vec::new();
    for _ in 0..40 {
        drawn().await;
        seen.push(stage.line(1).chars().count());
    }
    // It came piece by piece: some piece was seen that was not yet the line.
    assert!(seen.iter().any(|count| (1..7).contains(count)), "{seen:?}");
    finished(&stage).await;
    assert_eq!(stage.poem().value().trim(), GOOD);
    assert_eq!(stage.line(4), "轻舟已过万重山");
    assert!(stage.find("#compose-error").is_none());
    let details: HtmlDetailsElement = stage.get("#compose-thoughts");
    assert!(!details.open());
    assert!(stage.text("#compose-thoughts").contains("先想韵脚"));
    let best: Element = stage.get("#versions [data-best]");
    assert_eq!(best.get_attribute("data-errors").as_deref(), Some("0"));
    // The draft that stood in the field before is a version of its own.
    assert_eq!(stage.all("#versions [data-version]").len(), 2);
    assert_eq!(world.script.requests().len(), 1);
    let request = &world.script.requests()[0];
    assert_eq!(request.url, "https://example.org/v1/chat/completions");
    assert!(!request.body.contains(KEY));
}

#[wasm_bindgen_test]
async fn faulty_lines_are_sent_back_with_reasons_and_the_best_stays() {
    let world = World::default();
    let stage = ready(&world).await;
    world.script.add(Scripted::says(FAULTY));
    world.script.add(Scripted::says(GOOD));
    stage.click("#compose-start").await;
    finished(&stage).await;
    assert_eq!(stage.poem().value().trim(), GOOD);
    // The draft and the round.
    assert_eq!(stage.all("#rounds [data-round]").len(), 2);
    assert!(stage.text("#rounds").contains("第 1 轮"));
    assert!(stage.all("#rounds [data-round=\"0\"] ul li").is_empty());
    assert!(!stage.all("#rounds [data-round=\"1\"] ul li").is_empty());
    let errors: Vec<_> = stage
        .attributes("#versions [data-version]", "data-errors")
        .into_iter()
        .flatten()
        .collect();
    assert_eq!(errors.len(), 2);
    assert_eq!(errors[0], "0");
    assert_ne!(errors[1], "0");
    // The draft can be had back.
    stage
        .click("#versions [data-version]:last-child button")
        .await;
    assert_eq!(stage.poem().value().trim(), FAULTY);
    assert!(
        stage
            .find("#marked [data-line=\"2\"] [data-fault=\"error\"]")
            .is_some()
    );
}

#[wasm_bindgen_test]
async fn stopping_works_at_once_and_lets_the_answer_go() {
    let world = World::default();
    let stage = ready(&world).await;
    stage.fill("#poem", "我的旧稿").await;
    world
        .script
        .add(Scripted::says("朝辞白帝彩云间，\n千里江").and_hangs());
    stage.click("#compose-start").await;
    wait(200).await;
    assert_eq!(stage.line(1), "朝辞白帝彩云间");
    assert_eq!(world.script.ended(), 0);
    stage.click("#compose-stop").await;
    settle().await;
    assert!(stage.get::<HtmlButtonElement>("#compose-stop").disabled());
    assert_eq!(stage.text("#compose-status"), "已停止。");
    assert!(stage.find("#compose-error").is_none());
    assert_eq!(world.script.ended(), 1);
    let kept: Vec<_> = stage
        .all("#versions .verse")
        .iter()
        .filter_map(|v| v.text_content())
        .collect();
    assert!(kept.contains(&"我的旧稿".to_owned()), "{kept:?}");
    assert!(stage.poem().value().starts_with("朝辞白帝彩云间"));
}

#[wasm_bindgen_test]
async fn a_run_that_brings_nothing_puts_back_what_was_there() {
    let world = World::default();
    let stage = ready(&world).await;
    stage.fill("#poem", "我的旧稿").await;
    let body = format!(r#"{{"error":{{"message":"no such key {KEY}"}}}}"#);
    world.script.add(Scripted::refuses(401, &body));
    stage.click("#compose-start").await;
    finished(&stage).await;
    let error: Element = stage.get("#compose-error");
    assert_eq!(error.get_attribute("role").as_deref(), Some("alert"));
    assert_eq!(error.get_attribute("data-code").as_deref(), Some("key"));
    assert!(stage.text("#compose-error").contains("401"));
    assert!(!stage.html().contains(KEY));
    assert_eq!(stage.poem().value(), "我的旧稿");
    // The next run begins without the old error.
    world.script.add(Scripted::says(GOOD));
    stage.click("#compose-start").await;
    assert!(stage.find("#compose-error").is_none());
    finished(&stage).await;
    assert_eq!(stage.poem().value().trim(), GOOD);
}

#[wasm_bindgen_test]
async fn a_composition_is_left_alone_and_what_the_person_writes_stays() {
    let world = World::default();
    let stage = ready(&world).await;
    stage.fill("#poem", "").await;
    world.script.add(Scripted::says(GOOD).at_pace(5));
    stage.click("#compose-start").await;
    wait(60).await;
    let poem: Element = stage.poem().into();
    composition(&poem, "compositionstart");
    stage.poem().set_value("shan");
    input(&poem, true);
    wait(60).await;
    assert_eq!(stage.poem().value(), "shan");
    stage.poem().set_value("山");
    composition(&poem, "compositionend");
    finished(&stage).await;
    assert_eq!(stage.poem().value(), "山");
    assert_eq!(stage.line(1), "山");
    assert!(stage.find("#compose-yielded").is_some());
    stage.click("#versions [data-best] button").await;
    assert_eq!(stage.poem().value().trim(), GOOD);
}

#[wasm_bindgen_test]
async fn what_a_model_says_is_text() {
    let world = World::default();
    let stage = ready(&world).await;
    let sly = "<img src=x onerror=alert(1)>\n".to_owned() + GOOD;
    world
        .script
        .add(Scripted::says(&sly).thinks_first("<b>想</b>"));
    stage.click("#compose-start").await;
    finished(&stage).await;
    assert!(stage.find("img").is_none());
    assert!(stage.find("#compose-thoughts b").is_none());
    assert!(stage.text("#compose-thoughts").contains("<b>想</b>"));
}
