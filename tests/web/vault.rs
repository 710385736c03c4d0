//! Sealing and opening by the browser's own cryptography.

use js_sys::{Object, Reflect};
use muse::Secret;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use yinchuang::{
    browser::vault::{Failure, open, seal},
    keep::sealed::{ROUNDS, Sealed},
};

const KEY: &str = "sk-0123456789-secret";
const WORDS: &str = "春江 潮水 連海平 ✓";

fn key() -> Secret {
    Secret::new(KEY)
}

#[wasm_bindgen_test]
async fn what_is_sealed_is_opened_by_its_passphrase_alone() {
    let sealed = seal(WORDS, "deepseek", &key()).await.unwrap();
    assert_eq!(sealed.rounds, ROUNDS);
    assert_eq!(sealed.bytes.len(), KEY.len() + 16);
    let kept = Sealed::parse(&sealed.print()).unwrap();
    assert_eq!(open(WORDS, "deepseek", &kept).await, Ok(key()));
    for wrong in ["", "春江", "春江 潮水 連海平 ✓ ", "春江 潮水 连海平 ✓"] {
        let opened = open(wrong, "deepseek", &kept).await;
        assert_eq!(opened, Err(Failure::WrongPassphrase), "{wrong}");
    }
}

#[wasm_bindgen_test]
async fn what_is_altered_or_laid_under_another_provider_is_not_opened() {
    let sealed = seal(WORDS, "deepseek", &key()).await.unwrap();
    let wrong = Err(Failure::WrongPassphrase);
    assert_eq!(open(WORDS, "openai", &sealed).await, wrong);
    let mut altered = [(); 5].map(|()| sealed.clone());
    altered[0].bytes[0] ^= 1;
    altered[1].bytes.pop();
    altered[2].nonce[11] ^= 0x80;
    altered[3].salt[0] ^= 1;
    altered[4].rounds -= 1;
    for altered in altered {
        assert_eq!(open(WORDS, "deepseek", &altered).await, wrong);
    }
}

#[wasm_bindgen_test]
async fn every_sealing_is_another_and_one_with_fewer_rounds_is_opened() {
    let first = seal(WORDS, "deepseek", &key()).await.unwrap();
    let second = seal(WORDS, "deepseek", &key()).await.unwrap();
    assert_ne!(first.salt, second.salt);
    assert_ne!(first.nonce, second.nonce);
    assert_ne!(first.bytes, second.bytes);
    // Made by OpenSSL, by way of Node: another hand than the browser's.
    let elsewhere = include_str!("sealed-elsewhere.json");
    let sealed = Sealed::parse(elsewhere).unwrap();
    assert_eq!(sealed.rounds, 1000);
    assert_eq!(
        open("correct horse", "openai", &sealed).await,
        Ok(Secret::new("sk-made-elsewhere"))
    );
}

#[wasm_bindgen_test]
async fn the_same_letters_in_another_form_are_the_same_passphrase() {
    let sealed = seal("caf\u{e9} \u{ac00}", "deepseek", &key())
        .await
        .unwrap();
    let opened = open("cafe\u{301} \u{1100}\u{1161}", "deepseek", &sealed).await;
    assert_eq!(opened, Ok(key()));
}

#[wasm_bindgen_test]
async fn without_cryptography_it_says_so() {
    let sealed = seal(WORDS, "deepseek", &key()).await.unwrap();
    // As where the connection is not secure: the property is there for nobody.
    let crypto: Object = Reflect::get(&js_sys::global(), &"crypto".into())
        .unwrap()
        .unchecked_into();
    let nothing = Object::new();
    Reflect::set(&nothing, &"value".into(), &JsValue::UNDEFINED).unwrap();
    Reflect::set(&nothing, &"configurable".into(), &true.into()).unwrap();
    Object::define_property(&crypto, &"subtle".into(), &nothing);
    let outcomes = (
        seal(WORDS, "deepseek", &key()).await,
        open(WORDS, "deepseek", &sealed).await,
    );
    Reflect::delete_property(&crypto, &"subtle".into()).unwrap();
    assert_eq!(outcomes, (Err(Failure::NoCrypto), Err(Failure::NoCrypto)));
    assert_eq!(open(WORDS, "deepseek", &sealed).await, Ok(key()));
}
