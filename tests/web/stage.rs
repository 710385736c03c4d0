//! A page of its own for each test, and hands to work it with.

use std::{cell::Cell, rc::Rc};

use gloo_timers::future::TimeoutFuture;
use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{
    CompositionEvent, CompositionEventInit, Element, Event, EventInit, HtmlElement,
    HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, InputEvent, InputEventInit,
    MutationObserver, MutationObserverInit,
};
use yinchuang::{
    App, Outside,
    browser::clock::BrowserClock,
    drafts::memory::MemoryBase,
    keep::{Store, key, memory::MemoryStore},
};

use crate::script::Script;

/// What outlives a page: stores and provider.
#[derive(Clone, Default)]
pub struct World {
    pub device: Rc<MemoryStore>,
    pub tab: Rc<MemoryStore>,
    pub script: Rc<Script>,
    pub base: MemoryBase,
}

/// A mounted page. It goes away when the test lets it go.
pub struct Stage {
    root: HtmlElement,
    page: Option<Box<dyn std::any::Any>>,
}

impl Drop for Stage {
    fn drop(&mut self) {
        drop(self.page.take());
        self.root.remove();
    }
}

pub fn document() -> web_sys::Document {
    web_sys::window().unwrap().document().unwrap()
}

/// Lets effects run, and what stands beside the sheet follow it: it does so when nothing has changed for 80 ms.
pub async fn settle() {
    drawn().await;
    TimeoutFuture::new(110).await;
    TimeoutFuture::new(0).await;
}

/// Lets effects run, and the next frame begin.
pub async fn drawn() {
    TimeoutFuture::new(0).await;
    next_frame().await;
}

async fn next_frame() {
    let frame = js_sys::Promise::new(&mut |drawn, _| {
        let window = web_sys::window().unwrap();
        window.request_animation_frame(&drawn).unwrap();
    });
    wasm_bindgen_futures::JsFuture::from(frame).await.unwrap();
}

pub async fn wait(milliseconds: u32) {
    TimeoutFuture::new(milliseconds).await;
    settle().await;
}

/// Waits until something holds; `what` says it where it never does.
pub async fn until(what: &str, mut holds: impl FnMut() -> bool) {
    const LOOKS: usize = 500;
    for _ in 0..LOOKS {
        if holds() {
            return settle().await;
        }
        TimeoutFuture::new(20).await;
    }
    panic!("never: {what}");
}

/// Goes to an address after `#`.
async fn go(hash: &str) {
    let location = web_sys::window().unwrap().location();
    location.set_hash(hash).unwrap();
    wait(20).await;
}

/// The key of a provider as a store has it, plain; without what it was given for.
pub fn plain_key(store: &MemoryStore, provider: &str) -> Option<String> {
    let kept = store.read(&[key::NAME, provider].concat()).unwrap();
    kept.map(|kept| key::Given::parse(&kept).key.expose().to_owned())
}

impl World {
    /// Opens the page at the address after `#`.
    pub async fn open_at(&self, hash: &str) -> Stage {
        // By way of the settings, where the language is; all rooms have been put together then.
        go("#/settings").await;
        let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&root).unwrap();
        let outside = Outside {
            device: self.device.clone(),
            tab: self.tab.clone(),
            transport: self.script.clone(),
            clock: Rc::new(BrowserClock),
            base: Some(Rc::new(self.base.clone())),
        };
        let page = mount_to(root.clone(), move || view! { <App outside /> });
        settle().await;
        let stage = Stage {
            root,
            page: Some(Box::new(page)),
        };
        // The tests read Chinese, whatever the browser under test speaks.
        stage.choose("#language", "zh").await;
        go(hash).await;
        stage
    }

    pub async fn open(&self) -> Stage {
        self.open_at("#/write").await
    }

    /// Waits until an entry on the device, if it is there, is as it should be.
    pub async fn until_kept(&self, name: &str, holds: impl Fn(&str) -> bool) {
        let kept = || matches!(self.device.read(name), Ok(Some(text)) if holds(&text));
        until(&format!("{name} is kept as it should be"), kept).await;
    }
}

impl Stage {
    pub fn find(&self, selector: &str) -> Option<Element> {
        self.root.query_selector(selector).unwrap()
    }

    pub fn get<T: JsCast>(&self, selector: &str) -> T {
        let found = self
            .find(selector)
            .unwrap_or_else(|| panic!("no {selector}"));
        found
            .dyn_into()
            .unwrap_or_else(|_| panic!("{selector} is of another kind"))
    }

    pub fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length())
            .map(|at| found.item(at).unwrap().unchecked_into())
            .collect()
    }

    pub fn text(&self, selector: &str) -> String {
        self.get::<Element>(selector)
            .text_content()
            .unwrap_or_default()
    }

    pub fn html(&self) -> String {
        self.root.outer_html()
    }

    /// What one attribute of several elements says.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<Option<String>> {
        self.all(selector)
            .iter()
            .map(|element| element.get_attribute(name))
            .collect()
    }

    /// The characters of a marked line.
    pub fn line(&self, number: usize) -> String {
        let hanzi = self.all(&format!("#marked [data-line=\"{number}\"] .hanzi"));
        hanzi
            .iter()
            .filter_map(|element| element.text_content())
            .collect()
    }

    /// The marks of a marked line.
    pub fn marks(&self, number: usize) -> Vec<String> {
        let cells = format!("#marked [data-line=\"{number}\"] [data-place]");
        self.attributes(&cells, "data-mark")
            .into_iter()
            .flatten()
            .collect()
    }

    pub fn poem(&self) -> HtmlTextAreaElement {
        self.get("#poem")
    }

    pub async fn click(&self, selector: &str) {
        self.press(selector).await;
        settle().await;
    }

    /// The same, without waiting for more than the next frame.
    pub async fn press(&self, selector: &str) {
        self.get::<HtmlElement>(selector).click();
        drawn().await;
    }

    /// Types or pastes a whole text into a field, outside any composition.
    pub async fn fill(&self, selector: &str, text: &str) {
        let element = self.get::<Element>(selector);
        match element.dyn_ref::<HtmlTextAreaElement>() {
            Some(area) => area.set_value(text),
            None => element.unchecked_ref::<HtmlInputElement>().set_value(text),
        }
        input(&element, false);
        settle().await;
    }

    pub async fn choose(&self, selector: &str, value: &str) {
        self.get::<HtmlSelectElement>(selector).set_value(value);
        self.change(selector).await;
    }

    pub async fn check(&self, selector: &str, checked: bool) {
        self.get::<HtmlInputElement>(selector).set_checked(checked);
        self.change(selector).await;
    }

    async fn change(&self, selector: &str) {
        let init = EventInit::new();
        init.set_bubbles(true);
        let event = Event::new_with_event_init_dict("change", &init).unwrap();
        self.get::<Element>(selector)
            .dispatch_event(&event)
            .unwrap();
        settle().await;
    }
}

/// Counts what changes in a part of the page.
pub struct Watch {
    changes: Rc<Cell<u32>>,
    observer: MutationObserver,
    _seen: Closure<dyn FnMut(js_sys::Array)>,
}

impl Watch {
    pub fn new(element: &Element) -> Self {
        let changes = Rc::new(Cell::new(0));
        let counted = changes.clone();
        let seen = Closure::new(move |records: js_sys::Array| {
            counted.set(counted.get() + records.length());
        });
        let observer = MutationObserver::new(seen.as_ref().unchecked_ref()).unwrap();
        let init = MutationObserverInit::new();
        init.set_attributes(true);
        init.set_character_data(true);
        init.set_child_list(true);
        init.set_subtree(true);
        observer.observe_with_options(element, &init).unwrap();
        Self {
            changes,
            observer,
            _seen: seen,
        }
    }

    /// The changes so far.
    pub fn changes(&self) -> u32 {
        self.changes.get()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Fires an `input` event.
pub fn input(element: &Element, is_composing: bool) {
    let init = InputEventInit::new();
    init.set_bubbles(true);
    init.set_is_composing(is_composing);
    let event = InputEvent::new_with_event_init_dict("input", &init).unwrap();
    element.dispatch_event(&event).unwrap();
}

/// Fires an event of a composition.
pub fn composition(element: &Element, name: &str) {
    let init = CompositionEventInit::new();
    init.set_bubbles(true);
    let event = CompositionEvent::new_with_event_init_dict(name, &init).unwrap();
    element.dispatch_event(&event).unwrap();
}
