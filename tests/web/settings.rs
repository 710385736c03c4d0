//! Settings, and above all the key.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yinchuang::keep::Store;

use crate::stage::{Stage, World, document, plain_key, until};

const KEY: &str = "k-0123456789-secret";

fn value(stage: &Stage, selector: &str) -> String {
    stage.get::<HtmlInputElement>(selector).value()
}

fn root(name: &str) -> Option<String> {
    document().document_element().unwrap().get_attribute(name)
}

#[wasm_bindgen_test]
async fn the_key_lives_for_the_tab_and_is_in_no_attribute() {
    let world = World::default();
    let stage = world.open_at("#/settings").await;
    let field: HtmlInputElement = stage.get("#api-key");
    assert_eq!(field.type_(), "password");
    assert!(!stage.get::<HtmlInputElement>("#remember-key").checked());
    stage.fill("#api-key", KEY).await;
    let in_tab = || plain_key(&world.tab, "deepseek");
    until("the tab has the key", || in_tab().as_deref() == Some(KEY)).await;
    for name in world.device.names() {
        assert!(
            !world.device.read(&name).unwrap().unwrap().contains(KEY),
            "{name}"
        );
    }
    assert!(!stage.html().contains(KEY));
    let address = web_sys::window().unwrap().location().href().unwrap();
    assert!(!address.contains(KEY));
    drop(stage);

    let stage = world.open_at("#/settings").await;
    assert_eq!(value(&stage, "#api-key"), KEY);
    assert!(!stage.html().contains(KEY));
}

#[wasm_bindgen_test]
async fn remembering_moves_the_key_and_forgetting_erases_it() {
    let world = World::default();
    let stage = world.open_at("#/settings").await;
    stage.fill("#api-key", KEY).await;
    stage.check("#remember-key", true).await;
    assert_eq!(plain_key(&world.device, "deepseek").as_deref(), Some(KEY));
    assert!(world.tab.names().is_empty());
    drop(stage);

    let stage = world.open_at("#/settings").await;
    assert!(stage.get::<HtmlInputElement>("#remember-key").checked());
    stage.check("#remember-key", false).await;
    assert!(
        !world
            .device
            .names()
            .contains(&"yinchuang.key.deepseek".to_owned())
    );
    assert_eq!(plain_key(&world.tab, "deepseek").as_deref(), Some(KEY));
    stage.check("#remember-key", true).await;
    stage.click("#forget-key").await;
    assert!(
        !world
            .device
            .names()
            .contains(&"yinchuang.key.deepseek".to_owned())
    );
    assert!(world.tab.names().is_empty());
    assert_eq!(value(&stage, "#api-key"), "");
}

#[wasm_bindgen_test]
async fn a_provider_brings_its_address_and_keeps_what_was_typed() {
    let world = World::default();
    let stage = world.open_at("#/settings").await;
    assert_eq!(
        stage.get::<HtmlSelectElement>("#provider").value(),
        "deepseek"
    );
    assert_eq!(value(&stage, "#base-url"), "https://api.deepseek.com");
    stage.choose("#provider", "custom").await;
    assert_eq!(value(&stage, "#base-url"), "");
    stage.fill("#base-url", "http://example.org/v1").await;
    assert!(!stage.text("#base-url-wrong").is_empty());
    stage.fill("#base-url", "https://example.org/v1").await;
    assert_eq!(stage.text("#base-url-wrong"), "");
    stage.fill("#model", "m-1").await;
    stage.fill("#api-key", KEY).await;
    assert!(stage.text("#key-hint").contains("https://example.org/v1"));
    let in_tab = || plain_key(&world.tab, "custom");
    until("the tab has the key", || in_tab().as_deref() == Some(KEY)).await;
    world
        .until_kept("yinchuang.settings", |settings| settings.contains("m-1"))
        .await;
    drop(stage);

    let stage = world.open_at("#/settings").await;
    assert_eq!(
        stage.get::<HtmlSelectElement>("#provider").value(),
        "custom"
    );
    assert_eq!(value(&stage, "#base-url"), "https://example.org/v1");
    assert_eq!(value(&stage, "#model"), "m-1");
    stage.choose("#provider", "deepseek").await;
    assert_eq!(value(&stage, "#model"), "deepseek-flash");
}

#[wasm_bindgen_test]
async fn theme_and_language_reach_the_root() {
    let stage = World::default().open_at("#/settings").await;
    stage.choose("#theme", "dark").await;
    assert_eq!(root("data-theme").as_deref(), Some("dark"));
    stage.choose("#theme", "system").await;
    assert_eq!(root("data-theme").as_deref(), Some("system"));
    assert_eq!(root("lang").as_deref(), Some("zh-Hans"));
    stage.choose("#language", "en").await;
    assert_eq!(root("lang").as_deref(), Some("en"));
    assert_eq!(stage.text("nav a[href=\"#/compose\"]"), "Compose");
    assert!(
        stage
            .text("#verdict-form")
            .contains("level opening, first line rhymes")
    );
    let message = stage.text("#findings [data-code=\"borrowed-rhyme\"] .message");
    assert!(message.is_ascii() || message.contains("rhyme"), "{message}");
    stage.choose("#language", "zh").await;
    assert_eq!(stage.text("nav a[href=\"#/compose\"]"), "作诗");
}
