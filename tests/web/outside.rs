//! The browser's own stores and its `fetch`.

use futures_util::StreamExt;
use muse::{Request, Secret, Transport, TransportError};
use wasm_bindgen_test::wasm_bindgen_test;
use yinchuang::{
    browser::{fetch::Fetch, storage::BrowserStore},
    keep::Store,
};

#[wasm_bindgen_test]
fn both_stores_of_the_browser_keep_and_forget() {
    for store in [BrowserStore::Device, BrowserStore::Tab] {
        store.write("yinchuang.test", "山").unwrap();
        assert_eq!(store.read("yinchuang.test").unwrap().as_deref(), Some("山"));
        store.remove("yinchuang.test").unwrap();
        assert_eq!(store.read("yinchuang.test").unwrap(), None);
    }
    // More than any browser keeps.
    let much = "x".repeat(12 << 20);
    assert!(BrowserStore::Device.write("yinchuang.test", &much).is_err());
    assert_eq!(BrowserStore::Device.read("yinchuang.test").unwrap(), None);
}

fn request(url: String) -> Request {
    Request {
        url,
        headers: vec![("content-type", Secret::new("application/json"))],
        body: "{}".to_owned(),
    }
}

#[wasm_bindgen_test]
async fn any_status_is_an_answer_with_a_body_that_ends() {
    let origin = web_sys::window().unwrap().location().origin().unwrap();
    let response = Fetch.post(request(format!("{origin}/no/such/thing"))).await;
    let mut response = response.unwrap_or_else(|error| panic!("{error:?}"));
    assert!(response.status >= 400, "{}", response.status);
    while let Some(piece) = response.body.next().await {
        assert!(piece.is_ok());
    }
}

#[wasm_bindgen_test]
async fn a_host_that_is_not_there_is_unreachable() {
    // Nothing listens on the first port.
    let error = Fetch
        .post(request("http://127.0.0.1:1/v1".to_owned()))
        .await
        .err();
    assert_eq!(error, Some(TransportError::Unreachable));
}
