//! Word to the page's other tabs, and from them.

use leptos::prelude::on_cleanup;
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{BroadcastChannel, MessageEvent};

use crate::ui::State;

type Ears = Closure<dyn Fn(MessageEvent)>;

/// A line to the other tabs. Where the browser has none, nothing is said and nothing is heard.
#[derive(Clone, Copy)]
pub struct Channel(State<Option<SendWrapper<(BroadcastChannel, Ears)>>>);

impl Channel {
    /// Opens the line; it lives as long as the current owner.
    pub fn open(name: &str, hear: impl Fn(String) + 'static) -> Self {
        let line = BroadcastChannel::new(name).ok().map(|line| {
            let ears = Ears::new(move |event: MessageEvent| {
                if let Some(word) = event.data().as_string() {
                    hear(word);
                }
            });
            line.set_onmessage(Some(ears.as_ref().unchecked_ref()));
            SendWrapper::new((line, ears))
        });
        let held = State::new(line);
        on_cleanup(move || {
            if let Some(line) = held.change(Option::take).flatten() {
                line.0.set_onmessage(None);
                line.0.close();
            }
        });
        Self(held)
    }

    /// Says a word to the other tabs.
    pub fn say(self, word: &str) {
        self.0.change(|line| {
            if let Some(line) = line {
                let _ = line.0.post_message(&word.into());
            }
        });
    }
}
