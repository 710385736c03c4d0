//! Sealing a key under a passphrase, and opening it again, by the browser's own WebCrypto.
//!
//! PBKDF2-HMAC-SHA256 makes of the passphrase a key for AES-GCM with 256 bits that the browser does not
//! give out, not even to this page. Every sealing has a salt and a nonce of its own. The provider's
//! name is bound in as additional data: what was sealed for one cannot be laid under another.

use js_sys::{Array, JsString, Object, Promise, Reflect, Uint8Array};
use muse::Secret;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AesDerivedKeyParams, AesGcmParams, Crypto, CryptoKey, DomException, Pbkdf2Params, SubtleCrypto,
};

use crate::keep::sealed::{NONCE, ROUNDS, SALT, Sealed};

const AES: &str = "AES-GCM";
const PBKDF2: &str = "PBKDF2";

/// Bits of the key of AES.
const BITS: u32 = 256;

/// Why nothing was sealed or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The passphrase is another, or what was sealed has been altered: the two cannot be told apart.
    WrongPassphrase,
    /// The browser gives a page that came over a plain connection no cryptography.
    NoCrypto,
    /// The browser did not do it, for reasons of its own.
    Failed,
}

/// Seals a key under a passphrase for a provider.
pub async fn seal(passphrase: &str, provider: &str, key: &Secret) -> Result<Sealed, Failure> {
    let (crypto, subtle) = crypto()?;
    let (mut salt, mut nonce) = ([0; SALT], [0; NONCE]);
    for random in [&mut salt[..], &mut nonce[..]] {
        crypto
            .get_random_values_with_u8_array(random)
            .map_err(|_| Failure::Failed)?;
    }
    let aes = derive(&subtle, passphrase, &salt, ROUNDS, "encrypt").await?;
    let plain = Uint8Array::from(key.expose().as_bytes());
    let asked = subtle.encrypt_with_object_and_js_u8_array(&with(&nonce, provider), &aes, &plain);
    let sealed = come(asked).await;
    plain.fill(0, 0, plain.length());
    let bytes = Uint8Array::new(&sealed.map_err(|_| Failure::Failed)?).to_vec();
    Ok(Sealed {
        rounds: ROUNDS,
        salt,
        nonce,
        bytes,
    })
}

/// Opens what was sealed for a provider.
pub async fn open(passphrase: &str, provider: &str, sealed: &Sealed) -> Result<Secret, Failure> {
    let (_, subtle) = crypto()?;
    let aes = derive(&subtle, passphrase, &sealed.salt, sealed.rounds, "decrypt").await?;
    let bytes = Uint8Array::from(&sealed.bytes[..]);
    let how = with(&sealed.nonce, provider);
    let opened = come(subtle.decrypt_with_object_and_js_u8_array(&how, &aes, &bytes)).await;
    let plain = Uint8Array::new(&opened.map_err(|error| cause(&error))?);
    let key = String::from_utf8(plain.to_vec()).map_err(|_| Failure::Failed)?;
    plain.fill(0, 0, plain.length());
    Ok(Secret::new(&key))
}

/// What the browser has, if it has it.
fn crypto() -> Result<(Crypto, SubtleCrypto), Failure> {
    let part = |of: &JsValue, name: &str| {
        Reflect::get(of, &name.into())
            .ok()
            .filter(JsValue::is_object)
            .ok_or(Failure::NoCrypto)
    };
    // Taken by name: `subtle` is not there at all where the connection is not secure.
    let crypto = part(&js_sys::global(), "crypto")?;
    let subtle = part(&crypto, "subtle")?;
    Ok((crypto.unchecked_into(), subtle.unchecked_into()))
}

/// Makes the key of AES, for one use.
async fn derive(
    subtle: &SubtleCrypto,
    passphrase: &str,
    salt: &[u8],
    rounds: u32,
    usage: &str,
) -> Result<CryptoKey, Failure> {
    // The same letters may be typed in two forms, on one system composed and on another not.
    let normal = normal(passphrase);
    let bytes = Uint8Array::from(normal.as_bytes());
    let usages = |usage: &str| JsValue::from(Array::of1(&usage.into()));
    let asked = subtle.import_key_with_str("raw", &bytes, PBKDF2, false, &usages("deriveKey"));
    let base = come(asked).await;
    bytes.fill(0, 0, bytes.length());
    let base: CryptoKey = base.map_err(|_| Failure::Failed)?.unchecked_into();

    let rounds = Pbkdf2Params::new_with_str(PBKDF2, "SHA-256", rounds, &Uint8Array::from(salt));
    let kind = AesDerivedKeyParams::new(AES, BITS);
    let asked =
        subtle.derive_key_with_object_and_object(&rounds, &base, &kind, false, &usages(usage));
    let aes = come(asked).await.map_err(|_| Failure::Failed)?;
    Ok(aes.unchecked_into())
}

/// The form C of Unicode.
fn normal(passphrase: &str) -> String {
    JsString::from(passphrase).normalize("NFC").into()
}

fn with(nonce: &[u8], provider: &str) -> Object {
    let how = AesGcmParams::new_with_u8_array(AES, &Uint8Array::from(nonce));
    how.set_additional_data_u8_array(&Uint8Array::from(provider.as_bytes()));
    how.unchecked_into()
}

async fn come(asked: Result<Promise, JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(asked?).await
}

/// What the browser says of bytes whose mark does not fit is an `OperationError`, and no more.
fn cause(error: &JsValue) -> Failure {
    let named = error.dyn_ref::<DomException>();
    if named.is_some_and(|error| error.name() == "OperationError") {
        Failure::WrongPassphrase
    } else {
        Failure::Failed
    }
}
