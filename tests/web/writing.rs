//! Writing: marks, verdict, findings.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

use crate::stage::{Watch, World, document, until};

const STORK: &str = "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。";
/// 明 stands where the pattern asks for an oblique character.
const FAULTY: &str = "白日依山尽，黄河入海流。欲穷千里目，更明一层楼。";

#[wasm_bindgen_test]
async fn a_first_visit_finds_a_classic_with_its_marks() {
    let stage = World::default().open().await;
    assert!(stage.poem().value().starts_with("清明\n杜牧\n"));
    assert_eq!(stage.text(".heading .title"), "清明");
    assert_eq!(stage.all("#marked > [data-line]").len(), 4);
    assert_eq!(stage.line(2), "路上行人欲断魂");
    assert_eq!(stage.marks(1)[6], "rhyme");
    assert_eq!(stage.marks(1)[3], "entering");
    assert!(stage.text("#verdict-form").contains("七言绝句"));
    assert_eq!(stage.text("#verdict-types"), "A B b A");
    assert!(stage.text("#verdict-rhyme").contains('元'));
    assert!(
        stage
            .find("#findings [data-code=\"borrowed-rhyme\"][data-line=\"1\"]")
            .is_some()
    );
    assert!(stage.find(".welcome").is_some());
}

#[wasm_bindgen_test]
async fn writing_ones_own_clears_the_sheet_and_ends_the_welcome() {
    let stage = World::default().open().await;
    stage.click("#write-own").await;
    assert_eq!(stage.poem().value(), "");
    assert!(stage.find(".welcome").is_none());
    assert!(stage.all("#marked > [data-line]").is_empty());
    // The classic is nobody's: it is not kept among the versions.
    assert!(stage.all("#versions [data-version]").is_empty());
}

#[wasm_bindgen_test]
async fn every_input_is_checked() {
    let stage = World::default().open().await;
    stage.fill("#poem", "白日").await;
    assert_eq!(stage.line(1), "白日");
    assert_eq!(stage.all("#marked > [data-line]").len(), 1);
    stage.fill("#poem", STORK).await;
    assert_eq!(stage.text("#verdict-types"), "a B b A");
    assert_eq!(stage.line(4), "更上一层楼");
    assert_eq!(stage.text("#marked [data-line=\"1\"] .stop"), "，");
    let slots = stage.attributes("#marked [data-line=\"1\"] [data-place]", "data-slot");
    let slots: Vec<_> = slots.iter().map(|slot| slot.as_deref()).collect();
    assert_eq!(slots[0], Some("free"));
    assert_eq!(
        &slots[1..4],
        [Some("oblique"), Some("level"), Some("level")]
    );
    stage.fill("#poem", "").await;
    assert!(stage.all("#marked > [data-line]").is_empty());
}

#[wasm_bindgen_test]
async fn a_fault_is_marked_named_and_explained() {
    let stage = World::default().open().await;
    stage.fill("#poem", FAULTY).await;
    let faulty = stage.all("#marked [data-fault=\"error\"]");
    assert!(!faulty.is_empty());
    let cell = &stage.get::<Element>("#marked [data-line=\"4\"] [data-place=\"2\"]");
    assert_eq!(cell.get_attribute("data-fault").as_deref(), Some("error"));
    assert!(cell.query_selector(".ring").unwrap().is_some());

    let finding = "#findings [data-severity=\"error\"][data-line=\"4\"]";
    let code = stage
        .get::<Element>(finding)
        .get_attribute("data-code")
        .unwrap();
    assert!(!stage.text(&format!("{finding} .message")).is_empty());
    assert!(stage.find("#marked [data-lit]").is_none());
    stage.click(&format!("{finding} button")).await;
    let rule = verse::rules::rule(&code).unwrap();
    assert!(
        stage
            .text(&format!("{finding} .explanation"))
            .contains(&*rule.explain(verse::Language::Zh))
    );
    assert!(
        stage
            .find("#marked [data-line=\"4\"] [data-place=\"2\"][data-lit]")
            .is_some()
    );
    stage.click(&format!("{finding} button")).await;
    assert!(stage.find(".explanation").is_none());
    assert!(stage.find("#marked [data-lit]").is_none());
}

#[wasm_bindgen_test]
async fn an_opened_finding_stays_open_when_others_come_and_go_before_it() {
    let stage = World::default().open().await;
    stage.fill("#poem", FAULTY).await;
    let finding = "#findings [data-severity=\"error\"][data-line=\"4\"]";
    let button = stage.get::<HtmlElement>(&format!("{finding} button"));
    stage.click(&format!("{finding} button")).await;
    button.focus().unwrap();
    let (own, first) = (stage.text(finding), stage.all("#findings > li").len());
    for (text, before) in [
        // 山 stands in the first line already.
        (FAULTY.replace("黄河", "黄山"), 1),
        (FAULTY.to_owned(), 0),
    ] {
        stage.fill("#poem", &text).await;
        assert_eq!(stage.all("#findings > li").len(), first + before);
        assert_eq!(stage.text(finding), own);
        assert_eq!(stage.all("#findings .explanation").len(), 1);
        assert_eq!(stage.all("#findings [aria-expanded=\"true\"]").len(), 1);
        let focused = document().active_element().unwrap();
        assert!(button.is_same_node(Some(&focused)));
    }
    // It is gone with its fault, and as any other when that comes back.
    stage.fill("#poem", STORK).await;
    assert!(stage.find("#findings .explanation").is_none());
    stage.fill("#poem", FAULTY).await;
    assert!(own.starts_with(&stage.text(finding)));
    assert!(stage.find("#findings .explanation").is_none());
}

#[wasm_bindgen_test]
async fn a_rescue_is_marked_at_both_ends_and_joined() {
    let stage = World::default().open().await;
    stage
        .fill("#poem", "离离原上草，一岁一枯荣。野火烧不尽，春风吹又生。")
        .await;
    assert!(
        stage
            .find("#marked [data-line=\"3\"] [data-place=\"4\"][data-rescue]")
            .is_some()
    );
    assert!(
        stage
            .find("#marked [data-line=\"4\"] [data-place=\"3\"][data-rescue]")
            .is_some()
    );
    assert_eq!(stage.all(".arcs path").len(), 1);
}

#[wasm_bindgen_test]
async fn a_line_that_stays_the_same_is_not_drawn_again() {
    let stage = World::default().open().await;
    stage.fill("#poem", STORK).await;
    let watches: Vec<_> = (1..=4)
        .map(|line| Watch::new(&stage.get(&format!("#marked [data-line=\"{line}\"]"))))
        .collect();
    stage.fill("#poem", FAULTY).await;
    let changed: Vec<bool> = watches.iter().map(|watch| watch.changes() > 0).collect();
    assert_eq!(changed, [false, false, false, true]);
}

#[wasm_bindgen_test]
async fn a_line_is_read_out_in_words_and_its_marks_are_not() {
    let stage = World::default().open().await;
    stage.fill("#poem", FAULTY).await;
    let label = |line: usize| {
        let cells = stage.get::<Element>(&format!("#marked [data-line=\"{line}\"] .cells"));
        cells.get_attribute("aria-label").unwrap()
    };
    assert!(label(1).contains("白日依山尽"), "{}", label(1));
    let message = stage.text("#findings [data-severity=\"error\"][data-line=\"4\"] .message");
    assert!(label(4).contains(&message), "{}", label(4));
    assert!(stage.all("#marked svg:not([aria-hidden])").is_empty());
}

#[wasm_bindgen_test]
async fn the_verdict_is_told_politely_and_after_a_pause() {
    let stage = World::default().open().await;
    stage.fill("#poem", FAULTY).await;
    assert_eq!(stage.text("#verdict-spoken"), "");
    until("it is told", || {
        stage.text("#verdict-spoken").contains("错误")
    })
    .await;
}

#[wasm_bindgen_test]
async fn pinyin_comes_and_goes() {
    let stage = World::default().open().await;
    assert!(stage.all("#marked .pinyin").is_empty());
    stage.check("#toggle-pinyin", true).await;
    assert_eq!(stage.all("#marked .pinyin").len(), 28);
    assert_eq!(
        stage.text("#marked [data-line=\"1\"] [data-place=\"1\"] .pinyin"),
        "qīng"
    );
    stage.check("#toggle-pinyin", false).await;
    assert!(stage.all("#marked .pinyin").is_empty());
}

#[wasm_bindgen_test]
async fn what_is_no_verse_has_a_place_and_a_sentence() {
    let stage = World::default().open().await;
    for text in [
        "a",
        "😀😀😀😀😀",
        "\u{fffd}",
        "□□□□□",
        "\u{0}\u{7}",
        "   \n\n",
    ] {
        stage.fill("#poem", text).await;
        assert_eq!(stage.poem().value(), text);
    }
    stage
        .fill("#poem", "白日依山□，黄河入海😀。欲穷千里目，更上一层楼。")
        .await;
    assert_eq!(stage.marks(1)[4], "blank");
    assert_eq!(stage.marks(2)[4], "unknown");
    assert!(
        stage
            .find("#findings [data-code=\"unknown-character\"][data-line=\"2\"]")
            .is_some()
    );
}

#[wasm_bindgen_test]
async fn a_book_that_is_pasted_is_drawn_in_part_and_says_so() {
    let stage = World::default().open().await;
    let book = "白日依山尽，\n黄河入海流。\n".repeat(250);
    stage.fill("#poem", &book).await;
    assert_eq!(stage.all("#marked > [data-line]").len(), 200);
    assert!(stage.text(".poem .more").contains("300"));
    assert!(stage.all("#findings > li").len() <= 100);
    assert_eq!(stage.poem().value(), book);
}

#[wasm_bindgen_test]
async fn traditional_script_is_marked_as_such() {
    let stage = World::default().open().await;
    assert_eq!(stage.poem().lang(), "zh-Hans");
    stage
        .fill("#poem", "白日依山盡，黃河入海流。欲窮千里目，更上一層樓。")
        .await;
    assert_eq!(stage.poem().lang(), "zh-Hant");
    assert_eq!(stage.text("#verdict-types"), "a B b A");
    assert_eq!(stage.get::<HtmlElement>(".poem").lang(), "zh-Hant");
}
