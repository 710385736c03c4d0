//! Handing something to another program: by the system's own panel, or by the clipboard.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Blob, ClipboardItem, File, FilePropertyBag, Navigator, ShareData};

use super::file::PNG;

fn navigator() -> Option<Navigator> {
    web_sys::window().map(|window| window.navigator())
}

/// What became of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offered {
    /// It was taken.
    Taken,
    /// The person thought better of it.
    Declined,
    /// It could not be made.
    Failed,
}

/// Whether the system has a panel to share with.
pub fn can_share() -> bool {
    navigator().is_some_and(|navigator| has(&navigator, "share"))
}

fn has(navigator: &Navigator, name: &str) -> bool {
    Reflect::get(navigator, &name.into()).is_ok_and(|value| value.is_function())
}

/// Offers a text, and an address with it.
pub async fn share_text(title: &str, text: &str, address: Option<&str>) -> Offered {
    let data = ShareData::new();
    data.set_title(title);
    data.set_text(text);
    if let Some(address) = address {
        data.set_url(address);
    }
    share(&data).await
}

/// Offers a picture, where the panel takes pictures.
pub async fn share_picture(title: &str, picture: &Blob, name: &str) -> Offered {
    let Some(data) = with_file(title, picture, name) else {
        return Offered::Failed;
    };
    let takes =
        |navigator: Navigator| has(&navigator, "canShare") && navigator.can_share_with_data(&data);
    if !navigator().is_some_and(takes) {
        return Offered::Failed;
    }
    share(&data).await
}

fn with_file(title: &str, picture: &Blob, name: &str) -> Option<ShareData> {
    let options = FilePropertyBag::new();
    options.set_type(PNG);
    let parts = Array::of1(picture);
    let file = File::new_with_blob_sequence_and_options(&parts, name, &options).ok()?;
    let data = ShareData::new();
    data.set_title(title);
    Reflect::set(&data, &"files".into(), &Array::of1(&file)).ok()?;
    Some(data)
}

async fn share(data: &ShareData) -> Offered {
    let Some(navigator) = navigator().filter(|navigator| has(navigator, "share")) else {
        return Offered::Failed;
    };
    match JsFuture::from(navigator.share_with_data(data)).await {
        Ok(_) => Offered::Taken,
        Err(error) if name_of(&error).as_deref() == Some("AbortError") => Offered::Declined,
        Err(_) => Offered::Failed,
    }
}

fn name_of(error: &JsValue) -> Option<String> {
    Reflect::get(error, &"name".into()).ok()?.as_string()
}

/// Puts a picture on the clipboard. It may come a little later: some browsers want the word at once,
/// while the press of the button still counts.
pub async fn copy_picture(picture: impl Future<Output = Option<Blob>> + 'static) -> bool {
    let Some(window) = web_sys::window().filter(web_sys::Window::is_secure_context) else {
        return false;
    };
    let knows = Reflect::get(&window, &"ClipboardItem".into());
    if !knows.is_ok_and(|value| value.is_function()) {
        return false;
    }
    let coming: Promise = future_to_promise(async {
        let picture = picture.await;
        picture.map(JsValue::from).ok_or(JsValue::NULL)
    });
    let record = Object::new();
    if Reflect::set(&record, &PNG.into(), &coming).is_err() {
        return false;
    }
    let Ok(item) = ClipboardItem::new_with_record_from_str_to_blob_promise(&record) else {
        return false;
    };
    let clipboard = window.navigator().clipboard();
    let items = Array::of1(item.unchecked_ref());
    JsFuture::from(clipboard.write(&items)).await.is_ok()
}
