//! Elements of one type.
//!
//! `view!` gives every piece of a page a type of its own, and the compiler builds each of them
//! anew: this page had 250 KB of code (gzip) that way, of which 180 are allowed. Here every element
//! is an [`El`], every text and attribute that changes is the same kind of boxed function, and
//! Leptos builds, changes and cleans up one kind of thing.

mod after;
pub mod fields;
pub mod picture;
mod piece;
pub mod quoted;
mod state;

use std::sync::{Arc, Mutex};

use leptos::{
    attr::{
        any_attribute::{AnyAttribute, IntoAnyAttribute},
        custom,
    },
    ev,
    html::{self, ElementType},
    prelude::*,
    svg,
    tachys::html::{event, node_ref::node_ref, property::prop},
};
use web_sys::Event;

pub use after::After;
pub use piece::{Piece, draw, draw_then, piece};
pub use state::{Held, State, Worked, memo, places};

use crate::i18n::{Strings, Words};

/// What is asked again whenever something that it looked at has changed.
pub type Live<T> = Arc<Mutex<dyn FnMut() -> T + Send>>;

/// Makes a [`Live`].
pub fn live<T: 'static>(ask: impl FnMut() -> T + Send + 'static) -> Live<T> {
    Arc::new(Mutex::new(ask))
}

/// An element that is being put together. (Boxed, since it is handed from call to call: a pointer
/// takes less code to move than what it points at.)
pub struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element with this tag.
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }))
}

/// A `div` of a class, the commonest element.
pub fn div(class: &'static str) -> El {
    el("div").class(class)
}

impl El {
    /// An attribute that stays as it is.
    pub fn set(mut self, name: &'static str, value: &str) -> Self {
        self.0.attributes.push(fixed(name, value));
        self
    }

    /// The class.
    pub fn class(self, class: &'static str) -> Self {
        self.set("class", class)
    }

    /// The id.
    pub fn id(self, id: &'static str) -> Self {
        self.set("id", id)
    }

    /// An attribute that is there or not, and stays so.
    pub fn set_some(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    /// An attribute that changes.
    pub fn bind(
        self,
        name: &'static str,
        value: impl FnMut() -> Option<String> + Send + 'static,
    ) -> Self {
        self.bind_live(name, live(value))
    }

    /// An attribute that comes and goes.
    pub fn flag(self, name: &'static str, mut on: impl FnMut() -> bool + Send + 'static) -> Self {
        self.bind(name, move || on().then(String::new))
    }

    /// An attribute that is a phrase of the page.
    pub fn phrase(self, name: &'static str, words: Words, pick: Pick) -> Self {
        self.bind(name, move || Some(pick(words.get()).to_owned()))
    }

    fn bind_live(mut self, name: &'static str, value: Live<Option<String>>) -> Self {
        self.0
            .attributes
            .push(custom::custom_attribute(name, value).into_any_attr());
        self
    }

    /// A property that is true or false.
    pub fn property(
        mut self,
        name: &'static str,
        on: impl FnMut() -> bool + Send + 'static,
    ) -> Self {
        self.0.attributes.push(prop(name, live(on)).into_any_attr());
        self
    }

    /// What happens at an event.
    pub fn on(self, name: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        self.on_boxed(name, Box::new(act))
    }

    fn on_boxed(mut self, name: &'static str, act: Box<dyn FnMut(Event)>) -> Self {
        self.0
            .attributes
            .push(event::on(ev::Custom::<Event>::new(name), act).into_any_attr());
        self
    }

    /// A handle on the element, filled when the element is there.
    pub fn node<E>(mut self, node: NodeRef<E>) -> Self
    where
        E: ElementType + 'static,
        E::Output: wasm_bindgen::JsCast + Clone + 'static,
    {
        self.0
            .attributes
            .push(node_ref::<E, _>(node).into_any_attr());
        self
    }

    /// Text that stays as it is.
    pub fn text(self, text: impl Into<String>) -> Self {
        let text: String = text.into();
        self.child(text.into_any())
    }

    /// Text that changes.
    pub fn live(self, text: impl FnMut() -> String + Send + 'static) -> Self {
        self.child(live(text).into_any())
    }

    /// A phrase of the page.
    pub fn say(self, words: Words, pick: Pick) -> Self {
        self.live(move || pick(words.get()).to_owned())
    }

    /// A part that comes and goes, or changes as a whole.
    pub fn part(self, part: impl FnMut() -> Option<El> + Send + 'static) -> Self {
        self.part_boxed(Box::new(part))
    }

    fn part_boxed(self, mut part: Box<dyn FnMut() -> Option<El> + Send>) -> Self {
        self.list_boxed(Box::new(move || part().into_iter().collect()))
    }

    /// Elements that come and go, or change, all together.
    pub fn list(self, list: impl FnMut() -> Vec<El> + Send + 'static) -> Self {
        self.list_boxed(Box::new(list))
    }

    // What follows is compiled once, for all lists.
    fn list_boxed(self, mut list: Box<dyn FnMut() -> Vec<El> + Send>) -> Self {
        let views = move || list().into_iter().map(Self::view).collect::<Vec<_>>();
        self.child(live(views).into_any())
    }

    /// A part that is there while something is so. It is put together anew only when that changes.
    pub fn when(
        self,
        so: impl Fn() -> bool + Send + Sync + 'static,
        part: impl Fn() -> El + Send + 'static,
    ) -> Self {
        let so = memo(so);
        self.part(move || so.get().then(&part))
    }

    /// An element inside.
    pub fn el(self, child: El) -> Self {
        self.child(child.view())
    }

    /// Anything inside.
    pub fn child(mut self, child: AnyView) -> Self {
        self.0.children.push(child);
        self
    }

    /// Several things inside.
    pub fn children(mut self, children: impl IntoIterator<Item = El>) -> Self {
        self.0.children.extend(children.into_iter().map(Self::view));
        self
    }

    /// The finished element.
    pub fn view(self) -> AnyView {
        let Parts {
            tag,
            attributes,
            children,
        } = *self.0;
        match tag {
            // These two are of another name space.
            "svg" => svg::svg()
                .add_any_attr(attributes)
                .child(children)
                .into_any(),
            "path" => svg::path().add_any_attr(attributes).into_any(),
            _ if children.is_empty() => html::custom(tag).add_any_attr(attributes).into_any(),
            _ => html::custom(tag)
                .add_any_attr(attributes)
                .child(children)
                .into_any(),
        }
    }
}

/// Which phrase.
pub type Pick = fn(&'static Strings) -> &'static str;

/// An attribute that stays as it is.
fn fixed(name: &'static str, value: &str) -> AnyAttribute {
    custom::custom_attribute(name, value.to_owned()).into_any_attr()
}

/// Does something now and whenever something that it looked at has changed. It is told whether it
/// is done for the first time.
pub fn watch(act: impl FnMut(bool) + 'static) {
    watch_boxed(Box::new(act));
}

fn watch_boxed(mut act: Box<dyn FnMut(bool)>) {
    Effect::new(move |before: Option<()>| act(before.is_none()));
}
