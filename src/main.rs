//! Mounts the page.

use std::{panic, rc::Rc};

use leptos::{mount::mount_to_body, prelude::*};
use yinchuang::{
    App, Outside,
    browser::{clock::BrowserClock, fetch::Fetch, page, storage::BrowserStore},
};

fn main() {
    // Where a panic happened is said, and nothing of its message: it could quote a text or a key.
    // The style sheet then shows the sentence of index.html that tells what to do, and the draft.
    panic::set_hook(Box::new(|info| {
        let place = info
            .location()
            .map(|at| format!("{}:{}", at.file(), at.line()));
        leptos::logging::error!("stopped at {}", place.unwrap_or_default());
        page::stop();
    }));
    page::set_root("data-ready", "");
    mount_to_body(|| {
        let outside = Outside {
            device: Rc::new(BrowserStore::Device),
            tab: Rc::new(BrowserStore::Tab),
            transport: Rc::new(Fetch),
            clock: Rc::new(BrowserClock),
            base: None,
        };
        view! { <App outside /> }
    });
}
