//! A page that has fetched the table takes it in place of what is built in.

use muse::Provider;

#[test]
fn the_table_is_taken_once() {
    let rows = r#"[{"id":"one","zh":"一","en":"One","wire":"gemini","base_url":"https://a.cn"}]"#;
    assert!(Provider::find("one").is_none());
    assert!(!Provider::load("no table"));
    assert!(Provider::load(rows));
    assert_eq!(Provider::all().len(), 1);
    assert_eq!(
        Provider::find("one").map(|p| p.wire),
        Some(muse::Wire::Gemini)
    );
    assert!(!Provider::load(include_str!("../data/providers.json")));
    assert!(Provider::find("deepseek").is_none());
}
