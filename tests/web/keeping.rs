//! Reloading, full stores, unreadable stores.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, HtmlInputElement};
use yinchuang::keep::Store;

use crate::stage::{World, settle, until, wait};

const NAMES: [&str; 3] = [
    "yinchuang.draft",
    "yinchuang.settings",
    "yinchuang.versions",
];

#[wasm_bindgen_test]
async fn draft_settings_and_versions_survive_a_reload() {
    let world = World::default();
    let stage = world.open().await;
    stage.fill("#poem", "白日依山尽，\n黄河入海流。\n").await;
    stage.check("#toggle-pinyin", true).await;
    stage.choose("#theme", "dark").await;
    let heads = || {
        let pairs = world.base.pairs();
        pairs.values().filter(|pair| pair.head.is_some()).count()
    };
    // Before it is in the database it is no draft that another could be begun beside.
    until("there is a draft", || heads() == 1).await;
    stage.click("#clear").await;
    until("the sheet is empty", || stage.poem().value().is_empty()).await;
    stage.fill("#poem", "欲穷千里目").await;
    // The database has made another draft of it, and the device knows that: its versions are not those
    // of the poem before.
    until("there are two drafts", || heads() == 2).await;
    world
        .until_kept(NAMES[0], |draft| {
            draft.contains("欲穷千里目") && !draft.contains("\"id\":\"\"")
        })
        .await;
    world
        .until_kept(NAMES[2], |versions| !versions.contains("黄河入海流"))
        .await;
    drop(stage);
    assert_eq!(world.device.names(), NAMES);

    let stage = world.open().await;
    assert_eq!(stage.poem().value(), "欲穷千里目");
    assert_eq!(stage.line(1), "欲穷千里目");
    assert!(stage.find(".welcome").is_none());
    assert!(stage.get::<HtmlInputElement>("#toggle-pinyin").checked());
    // What stood there before is another draft, and the versions are those of this one.
    assert_eq!(stage.all("#versions [data-version]").len(), 0);
    let drafts = world.base.pairs();
    assert_eq!(
        drafts.values().filter(|pair| pair.head.is_some()).count(),
        2
    );
    let has = |text| {
        drafts
            .values()
            .any(|pair| format!("{pair:?}").contains(text))
    };
    assert!(has("黄河入海流") && has("欲穷千里目"));
    stage.choose("#theme", "system").await;
}

#[wasm_bindgen_test]
async fn an_empty_sheet_survives_too_and_the_classic_does_not_come_back() {
    let world = World::default();
    let stage = world.open().await;
    stage.click("#write-own").await;
    world.until_kept(NAMES[0], |_| true).await;
    drop(stage);
    let stage = world.open().await;
    assert_eq!(stage.poem().value(), "");
    assert!(stage.find(".welcome").is_none());
}

#[wasm_bindgen_test]
async fn leaving_saves_at_once() {
    let world = World::default();
    let stage = world.open().await;
    stage.fill("#poem", "白日依山尽").await;
    assert!(!world.device.names().contains(&NAMES[0].to_owned()));
    let window = web_sys::window().unwrap();
    window
        .dispatch_event(&Event::new("pagehide").unwrap())
        .unwrap();
    let draft = world.device.read(NAMES[0]).unwrap().unwrap();
    assert!(draft.contains("白日依山尽"), "{draft}");
}

#[wasm_bindgen_test]
async fn a_full_store_gives_one_sentence_and_nothing_is_lost() {
    let world = World::default();
    let stage = world.open().await;
    world.device.refuse_writes(true);
    stage.fill("#poem", "白日依山尽").await;
    until("it is said", || stage.find("#notice").is_some()).await;
    assert!(stage.text("#notice").contains("没有让本页保存"));
    stage.fill("#poem", "白日依山尽，黄河入海流").await;
    // Longer than saving waits: it has been tried again.
    wait(1_000).await;
    assert_eq!(stage.all("#notice").len(), 1);
    assert_eq!(stage.line(2), "黄河入海流");
    // As soon as there is room, it is saved, and the sentence goes.
    world.device.refuse_writes(false);
    stage.fill("#poem", "白日依山尽，黄河入海流。").await;
    world
        .until_kept(NAMES[0], |draft| draft.contains("黄河入海流。"))
        .await;
    until("the sentence goes", || stage.find("#notice").is_none()).await;
}

#[wasm_bindgen_test]
async fn a_denied_store_leaves_a_page_that_works() {
    let world = World::default();
    world.device.refuse_reads(true);
    world.device.refuse_writes(true);
    let stage = world.open().await;
    assert!(stage.find("#notice").is_some());
    stage.fill("#poem", "白日依山尽").await;
    assert_eq!(stage.line(1), "白日依山尽");
}

#[wasm_bindgen_test]
async fn what_cannot_be_read_is_kept_aside() {
    let world = World::default();
    for name in NAMES {
        world.device.write(name, "{\"foreign\":true}").unwrap();
    }
    let stage = world.open().await;
    assert!(stage.text("#notice").contains("读不出来"));
    stage.fill("#poem", "白日依山尽").await;
    world
        .until_kept(NAMES[0], |draft| draft.contains("白日依山尽"))
        .await;
    for name in NAMES {
        let aside = world.device.read(&format!("{name}.aside-1")).unwrap();
        assert_eq!(aside.as_deref(), Some("{\"foreign\":true}"));
    }
    drop(stage);
    settle().await;
}
