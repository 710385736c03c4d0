//! Files that the page makes: shown, drawn as pictures, taken home; and files that a person gives it.

use gloo_timers::callback::Timeout;
use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, File, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, HtmlInputElement, Url,
};

/// The type of an SVG.
pub const SVG: &str = "image/svg+xml";
/// The type of a PNG.
pub const PNG: &str = "image/png";

/// No side of a picture has more points: beyond that phones draw nothing.
const MOST_POINTS: f64 = 4096.0;
/// How long a file stays after the browser was told to save it.
const UNTIL_SAVED: u32 = 60_000;

/// A file of a text.
pub fn of_text(text: &str, kind: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).ok()
}

/// An address under which the page can see a file, as long as this is kept.
#[derive(Debug)]
pub struct Address(String);

impl Address {
    /// Gives a file an address.
    pub fn of(blob: &Blob) -> Option<Self> {
        Url::create_object_url_with_blob(blob).ok().map(Self)
    }

    /// The address.
    pub fn get(&self) -> &str {
        &self.0
    }
}

impl Drop for Address {
    fn drop(&mut self) {
        let _ = Url::revoke_object_url(&self.0);
    }
}

/// Lets the browser save a file under a name.
pub fn save(blob: &Blob, name: &str) -> bool {
    let Some(address) = Address::of(blob) else {
        return false;
    };
    let link = create("a").and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    let Some(link) = link else {
        return false;
    };
    link.set_href(address.get());
    link.set_download(name);
    link.click();
    Timeout::new(UNTIL_SAVED, move || drop(address)).forget();
    true
}

/// Draws an SVG as a PNG, with so many points for each of its units where that can be.
pub async fn picture(svg: &str, (width, height): (f64, f64), points: f64) -> Option<Blob> {
    let address = Address::of(&of_text(svg, SVG)?)?;
    let image = HtmlImageElement::new().ok()?;
    image.set_src(address.get());
    JsFuture::from(image.decode()).await.ok()?;
    let scale = points.min(MOST_POINTS / width.max(height));
    let (width, height) = (width * scale, height * scale);
    let canvas = create("canvas")?.dyn_into::<HtmlCanvasElement>().ok()?;
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context = canvas.get_context("2d").ok()??;
    let context = context.dyn_into::<CanvasRenderingContext2d>().ok()?;
    context
        .draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)
        .ok()?;
    to_png(&canvas).await
}

async fn to_png(canvas: &HtmlCanvasElement) -> Option<Blob> {
    let promise = Promise::new(&mut |done, failed| {
        let take = Closure::once_into_js(move |blob: JsValue| {
            let _ = done.call1(&JsValue::NULL, &blob);
        });
        if canvas.to_blob(take.unchecked_ref()).is_err() {
            let _ = failed.call0(&JsValue::NULL);
        }
    });
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}

fn create(tag: &str) -> Option<web_sys::Element> {
    web_sys::window()?.document()?.create_element(tag).ok()
}

/// The file that was chosen in a field, which forgets it: the same can be chosen again.
pub fn chosen(field: &HtmlInputElement) -> Option<File> {
    let file = field.files()?.get(0);
    field.set_value("");
    file
}

/// How large a file is, in bytes.
pub fn size(file: &File) -> f64 {
    file.size()
}

/// What is in a file.
pub async fn bytes(file: &File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
