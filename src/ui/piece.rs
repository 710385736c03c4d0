//! What is drawn anew often, and is nearly the same as before: changed in place, where it differs.
//!
//! Leptos knows what may change in an element and follows each of it by itself. A sheet has thousands of
//! cells that may change in eight ways each, and a key changes a few of them: here the whole is described
//! anew, compared with what stands there, and what differs is written.

use std::borrow::Cow;

use leptos::{html::ElementType, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node};

use super::{El, el, watch};

/// A value of an attribute.
type Text = Cow<'static, str>;

/// The description of an element: what it is, and what is in it, a text or elements.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    tag: &'static str,
    key: Text,
    attributes: Vec<(&'static str, Text)>,
    text: Text,
    children: Vec<Piece>,
}

/// An element with this tag.
pub fn piece(tag: &'static str) -> Piece {
    Piece {
        tag,
        key: Cow::Borrowed(""),
        attributes: Vec::new(),
        text: Cow::Borrowed(""),
        children: Vec::new(),
    }
}

impl Piece {
    /// An attribute.
    pub fn set(mut self, name: &'static str, value: impl Into<Text>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// An attribute that is there or not.
    pub fn set_some(self, name: &'static str, value: Option<&'static str>) -> Self {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    /// What it is told by among others: where something comes or goes before or behind those that stay, they
    /// keep their elements. Without it a piece is known by its place.
    pub fn key(mut self, key: impl Into<Text>) -> Self {
        self.key = key.into();
        self
    }

    /// The class.
    pub fn class(self, class: &'static str) -> Self {
        self.set("class", class)
    }

    /// The text in it, in place of elements.
    pub fn text(mut self, text: impl Into<Text>) -> Self {
        self.text = text.into();
        self
    }

    /// Elements in it, behind those that are there.
    pub fn with(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children);
        self
    }

    /// The same as an element of Leptos, for what is drawn once.
    pub fn el(self) -> El {
        let element = self
            .attributes
            .iter()
            .fold(el(self.tag), |element, (name, value)| {
                element.set(name, value)
            });
        if !self.text.is_empty() {
            return element.text(self.text);
        }
        element.children(self.children.into_iter().map(Self::el))
    }
}

/// Draws pieces into an element, behind nothing else, now and whenever something that `pieces` looked at
/// has changed.
pub fn draw<E>(host: NodeRef<E>, pieces: impl FnMut() -> Vec<Piece> + 'static)
where
    E: ElementType + 'static,
    E::Output: JsCast + Clone + AsRef<Element> + 'static,
{
    draw_then(host, pieces, |_| {});
}

/// The same, with what is to be done to the element whenever it was drawn.
pub fn draw_then<E>(
    host: NodeRef<E>,
    pieces: impl FnMut() -> Vec<Piece> + 'static,
    then: impl FnMut(&Element) + 'static,
) where
    E: ElementType + 'static,
    E::Output: JsCast + Clone + AsRef<Element> + 'static,
{
    let host = move || {
        host.get()
            .map(|host| AsRef::<Element>::as_ref(&host).clone())
    };
    draw_boxed(Box::new(host), Box::new(pieces), Box::new(then));
}

// What follows is compiled once, for all kinds of elements.
fn draw_boxed(
    host: Box<dyn Fn() -> Option<Element>>,
    mut pieces: Box<dyn FnMut() -> Vec<Piece>>,
    mut then: Box<dyn FnMut(&Element)>,
) {
    let mut drawn = Vec::new();
    watch(move |_| {
        if let Some(host) = host() {
            redraw(&host, &mut drawn, pieces());
            then(&host);
        }
    });
}

/// A piece that stands in the page.
struct Drawn {
    piece: Piece,
    node: Element,
    /// What has been drawn of its children, which are here and no longer in `piece`.
    children: Vec<Drawn>,
}

fn redraw(parent: &Element, drawn: &mut Vec<Drawn>, pieces: Vec<Piece>) {
    let Some(document) = parent.owner_document() else {
        return;
    };
    let behind = alike_behind(drawn, &pieces);
    let (old, new) = (drawn.len() - behind, pieces.len() - behind);
    for gone in drawn.drain(old.min(new)..old) {
        gone.node.remove();
    }
    for (at, piece) in pieces.into_iter().enumerate() {
        // As many as are missing come before those behind, which then have their places.
        let is_missing = at >= old && at < new;
        match drawn.get_mut(at).filter(|_| !is_missing) {
            Some(old) if old.piece.tag == piece.tag => old.become_like(piece),
            Some(old) => {
                if let Some(new) = Drawn::new(&document, piece) {
                    let _ = old.node.replace_with_with_node_1(&new.node);
                    *old = new;
                }
            }
            None => {
                if let Some(new) = Drawn::new(&document, piece) {
                    let next = drawn.get(at).map(|next| -> &Node { &next.node });
                    let _ = parent.insert_before(&new.node, next);
                    drawn.insert(at.min(drawn.len()), new);
                }
            }
        }
    }
}

/// How many pieces at the end have the keys of those that stand there, as far as those at the beginning have not.
fn alike_behind(drawn: &[Drawn], pieces: &[Piece]) -> usize {
    let pairs = drawn.iter().zip(pieces);
    let before = pairs.take_while(|(old, new)| old.piece.key == new.key);
    let before = before.count();
    let pairs = drawn[before..]
        .iter()
        .rev()
        .zip(pieces[before..].iter().rev());
    let behind = pairs.take_while(|(old, new)| old.piece.key == new.key);
    behind.count()
}

impl Drawn {
    fn new(document: &Document, mut piece: Piece) -> Option<Self> {
        const SVG: &str = "http://www.w3.org/2000/svg";
        let node = match piece.tag {
            "svg" | "path" => document.create_element_ns(Some(SVG), piece.tag),
            tag => document.create_element(tag),
        }
        .ok()?;
        for (name, value) in &piece.attributes {
            let _ = node.set_attribute(name, value);
        }
        if !piece.text.is_empty() {
            node.set_text_content(Some(&piece.text));
        }
        let mut children = Vec::new();
        redraw(&node, &mut children, std::mem::take(&mut piece.children));
        Some(Self {
            piece,
            node,
            children,
        })
    }

    /// Writes what differs.
    fn become_like(&mut self, mut piece: Piece) {
        let old = &self.piece;
        if old.attributes != piece.attributes {
            for (name, value) in &piece.attributes {
                if !old
                    .attributes
                    .iter()
                    .any(|one| one.0 == *name && one.1 == *value)
                {
                    let _ = self.node.set_attribute(name, value);
                }
            }
            for (name, _) in &old.attributes {
                if !piece.attributes.iter().any(|(other, _)| other == name) {
                    let _ = self.node.remove_attribute(name);
                }
            }
        }
        if old.text != piece.text {
            self.node.set_text_content(Some(&piece.text));
        }
        let children = std::mem::take(&mut piece.children);
        redraw(&self.node, &mut self.children, children);
        self.piece = piece;
    }
}
