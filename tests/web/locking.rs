//! A key under a passphrase, from the settings and the view "compose".

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlButtonElement, HtmlElement, HtmlInputElement};
use yinchuang::keep::Store;

use crate::stage::{Stage, World, plain_key, until, wait};

const KEY: &str = "k-0123456789-secret";
const WORDS: &str = "four words for locking";
const SEALED: &str = "yinchuang.sealed.deepseek";
const PLAIN: &str = "yinchuang.key.deepseek";

fn value(stage: &Stage, selector: &str) -> String {
    stage.get::<HtmlInputElement>(selector).value()
}

fn is_seen(stage: &Stage, selector: &str) -> bool {
    let found = stage.find(selector);
    found.is_some_and(|element| element.closest("[hidden]").unwrap().is_none())
}

fn is_off(stage: &Stage, selector: &str) -> bool {
    stage.get::<HtmlButtonElement>(selector).disabled()
}

fn nothing_plain(world: &World) {
    for (place, store) in [("device", &world.device), ("tab", &world.tab)] {
        for name in store.names() {
            let text = store.read(&name).unwrap().unwrap();
            assert!(!text.contains(KEY), "{name} ({place})");
            assert!(!text.contains(WORDS), "{name} ({place})");
        }
    }
}

/// Opens the settings and puts the key under the passphrase.
async fn seal(world: &World) -> Stage {
    let stage = world.open_at("#/settings").await;
    stage.fill("#api-key", KEY).await;
    stage.check("#seal-key", true).await;
    stage.fill("#seal-passphrase", WORDS).await;
    stage.click("#seal").await;
    until("the key is sealed", || stage.find("#sealed").is_some()).await;
    stage
}

#[wasm_bindgen_test]
async fn a_key_under_a_passphrase_is_locked_when_the_page_opens_and_unlocked_by_it() {
    let world = World::default();
    let stage = seal(&world).await;
    assert_eq!(value(&stage, "#api-key"), KEY);
    assert!(stage.get::<HtmlInputElement>("#seal-key").checked());
    assert!(!is_seen(&stage, "#remember-key"));
    assert!(world.tab.read(PLAIN).unwrap().is_none());
    assert!(world.device.read(PLAIN).unwrap().is_none());
    nothing_plain(&world);
    assert!(!stage.html().contains(KEY) && !stage.html().contains(WORDS));
    drop(stage);

    let stage = world.open_at("#/settings").await;
    assert!(is_seen(&stage, "#unlock-passphrase"));
    assert!(!is_seen(&stage, "#api-key") && !is_seen(&stage, "#seal-key"));
    assert_eq!(value(&stage, "#api-key"), "");
    assert_eq!(
        stage.get::<HtmlElement>("#compose-start").inner_text(),
        "先解锁密钥"
    );
    stage.fill("#unlock-passphrase", "another").await;
    stage.click("#unlock").await;
    until("it is told", || !stage.text("#unlock-told").is_empty()).await;
    assert!(stage.text("#unlock-told").contains("口令不对"));
    stage.fill("#unlock-passphrase", WORDS).await;
    assert_eq!(stage.text("#unlock-told"), "");
    stage.click("#unlock").await;
    until("it is unlocked", || value(&stage, "#api-key") == KEY).await;
    assert!(stage.find("#unlock-passphrase").is_none());
    assert!(stage.find("#compose-passphrase").is_none());
    nothing_plain(&world);
    // Another provider has its own, and the unlocked one is still there afterwards.
    stage.choose("#provider", "openai").await;
    assert_eq!(value(&stage, "#api-key"), "");
    assert!(!stage.get::<HtmlInputElement>("#seal-key").checked());
    stage.choose("#provider", "deepseek").await;
    assert_eq!(value(&stage, "#api-key"), KEY);
    assert!(stage.find("#sealed").is_some());
    nothing_plain(&world);
}

#[wasm_bindgen_test]
async fn a_remembered_key_is_plain_until_the_passphrase_is_given_and_not_after() {
    let world = World::default();
    let stage = world.open_at("#/settings").await;
    stage.fill("#api-key", KEY).await;
    stage.check("#remember-key", true).await;
    stage.check("#seal-key", true).await;
    let plain = || plain_key(&world.device, "deepseek");
    assert_eq!(plain().as_deref(), Some(KEY));
    assert!(is_off(&stage, "#seal"));
    stage.fill("#seal-passphrase", "short").await;
    assert!(stage.text("#seal-advice").contains("短"));
    stage.fill("#seal-passphrase", WORDS).await;
    assert!(!stage.text("#seal-advice").contains("这个口令短"));
    stage.click("#seal").await;
    until("the key is sealed", || stage.find("#sealed").is_some()).await;
    assert_eq!(plain(), None);
    nothing_plain(&world);
    // The same key again changes nothing; another is in memory until it is sealed, too.
    stage.fill("#api-key", KEY).await;
    assert!(stage.find("#sealed").is_some());
    let before = world.device.read(SEALED).unwrap();
    stage.fill("#api-key", "k-another").await;
    assert!(stage.find("#sealed").is_none());
    assert_eq!(world.device.read(SEALED).unwrap(), before);
    assert!(world.tab.read(PLAIN).unwrap().is_none());
    // No passphrase any more: for the tab only.
    stage.check("#seal-key", false).await;
    assert_eq!(world.device.read(SEALED).unwrap(), None);
    assert_eq!(plain(), None);
    assert_eq!(
        plain_key(&world.tab, "deepseek").as_deref(),
        Some("k-another")
    );
}

#[wasm_bindgen_test]
async fn forgetting_a_locked_key_takes_it_away() {
    for (at, button) in [
        ("#/settings", "#forget-key"),
        ("#/compose", "#compose-forget-key"),
    ] {
        let world = World::default();
        drop(seal(&world).await);
        let stage = world.open_at(at).await;
        stage.click(button).await;
        assert_eq!(world.device.read(SEALED).unwrap(), None);
        assert!(stage.find("#unlock-passphrase").is_none());
        assert!(is_off(&stage, "#forget-key"));
    }
}

#[wasm_bindgen_test]
async fn what_cannot_be_read_is_told_and_left_alone() {
    for (kept, sentence) in [
        ("{oops", "读不出来"),
        (r#"{"version":0,"value":{}}"#, "很早的版本"),
        (r#"{"version":2,"value":{"argon2":1}}"#, "更新的版本"),
    ] {
        let world = World::default();
        world.device.write(SEALED, kept).unwrap();
        let stage = world.open_at("#/settings").await;
        assert!(stage.text("#seal-unreadable").contains(sentence), "{kept}");
        // A key can be had all the same.
        stage.fill("#api-key", KEY).await;
        stage.check("#remember-key", true).await;
        stage.check("#remember-key", false).await;
        assert_eq!(world.device.read(SEALED).unwrap().as_deref(), Some(kept));
        stage.click("#forget-key").await;
        assert_eq!(world.device.read(SEALED).unwrap(), None);
        assert!(stage.find("#seal-unreadable").is_none());
    }
}

#[wasm_bindgen_test]
async fn an_entry_that_comes_from_a_later_page_meanwhile_is_not_written_over() {
    let world = World::default();
    let stage = world.open_at("#/settings").await;
    stage.fill("#api-key", KEY).await;
    stage.check("#seal-key", true).await;
    stage.fill("#seal-passphrase", WORDS).await;
    let later = r#"{"version":2,"value":{"argon2":1}}"#;
    world.device.write(SEALED, later).unwrap();
    stage.click("#seal").await;
    until("it is told", || stage.find("#seal-unreadable").is_some()).await;
    assert_eq!(world.device.read(SEALED).unwrap().as_deref(), Some(later));
    // The key is there to be used.
    assert_eq!(value(&stage, "#api-key"), KEY);
}

#[wasm_bindgen_test]
async fn what_is_forgotten_or_changed_while_it_is_sealed_is_not_sealed() {
    let world = World::default();
    let stage = world.open_at("#/settings").await;
    for forgotten in [true, false] {
        stage.fill("#api-key", KEY).await;
        stage.check("#seal-key", true).await;
        stage.fill("#seal-passphrase", WORDS).await;
        stage.press("#seal").await;
        assert!(is_off(&stage, "#seal"));
        if forgotten {
            stage.click("#forget-key").await;
        } else {
            stage.fill("#api-key", "k-another").await;
        }
        // Longer than it takes.
        wait(1500).await;
        assert_eq!(world.device.read(SEALED).unwrap(), None);
        assert!(stage.find("#sealed").is_none());
        let now = if forgotten { "" } else { "k-another" };
        assert_eq!(value(&stage, "#api-key"), now);
    }
}

#[wasm_bindgen_test]
async fn without_room_the_key_is_in_the_page_only_and_that_is_told() {
    let world = World::default();
    let stage = world.open_at("#/settings").await;
    stage.fill("#api-key", KEY).await;
    stage.check("#seal-key", true).await;
    stage.fill("#seal-passphrase", WORDS).await;
    world.device.refuse_writes(true);
    stage.click("#seal").await;
    until("it is told", || !stage.text("#seal-told").is_empty()).await;
    assert!(stage.text("#seal-told").contains("空间已满"));
    assert_eq!(value(&stage, "#api-key"), KEY);
    nothing_plain(&world);
    world.device.refuse_writes(false);
    stage.click("#seal").await;
    until("the key is sealed", || stage.find("#sealed").is_some()).await;
    nothing_plain(&world);
}
