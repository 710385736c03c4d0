//! Pieces are changed in place, where they differ.

use std::{cell::Cell, rc::Rc};

use leptos::{html, mount::mount_to, prelude::*};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};
use yinchuang::ui::{Piece, State, draw, el, piece};

use crate::stage::{document, settle};

/// A list in which pieces are drawn, and a way to draw others.
struct Drawn {
    root: HtmlElement,
    pieces: State<Vec<Piece>>,
    _page: Box<dyn std::any::Any>,
}

impl Drawn {
    async fn new(pieces: Vec<Piece>) -> Self {
        let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&root).unwrap();
        let made = Rc::new(Cell::new(None));
        let out = Rc::clone(&made);
        let page = mount_to(root.clone(), move || {
            let pieces = State::new(pieces);
            out.set(Some(pieces));
            let host = NodeRef::<html::Li>::new();
            draw(host, move || pieces.get());
            el("li").node(host).view()
        });
        settle().await;
        Self {
            root,
            pieces: made.get().unwrap(),
            _page: Box::new(page),
        }
    }

    /// What stands in the list after other pieces were drawn.
    async fn with(&self, pieces: Vec<Piece>) -> String {
        self.pieces.set(pieces);
        settle().await;
        self.html()
    }

    fn html(&self) -> String {
        // Leptos keeps its place in an element by a comment.
        self.find("li").inner_html().replace("<!---->", "")
    }

    fn find(&self, selector: &str) -> Element {
        self.root.query_selector(selector).unwrap().unwrap()
    }
}

impl Drop for Drawn {
    fn drop(&mut self) {
        self.root.remove();
    }
}

fn word(text: &'static str) -> Piece {
    piece("b").class("word").text(text)
}

#[wasm_bindgen_test]
async fn what_differs_is_written_and_the_rest_stays() {
    let list = Drawn::new(vec![word("山"), word("水").set("data-lit", "")]).await;
    assert_eq!(
        list.html(),
        r#"<b class="word">山</b><b class="word" data-lit="">水</b>"#
    );
    let second = list.find("b:nth-child(2)");
    assert_eq!(
        list.with(vec![word("山"), word("风").set("lang", "zh")])
            .await,
        r#"<b class="word">山</b><b class="word" lang="zh">风</b>"#
    );
    assert!(second.is_same_node(Some(&list.find("b:nth-child(2)"))));
}

#[wasm_bindgen_test]
async fn elements_come_go_and_become_others() {
    let list = Drawn::new(vec![word("山")]).await;
    let nested = piece("i").with([word("云"), piece("u").text("月")]);
    assert_eq!(
        list.with(vec![nested.clone(), word("水")]).await,
        r#"<i><b class="word">云</b><u>月</u></i><b class="word">水</b>"#
    );
    assert_eq!(
        list.with(vec![nested.with([word("星")])]).await,
        r#"<i><b class="word">云</b><u>月</u><b class="word">星</b></i>"#
    );
    assert_eq!(
        list.with(vec![piece("i").with([piece("u").text("月")])])
            .await,
        "<i><u>月</u></i>"
    );
    assert_eq!(list.with(Vec::new()).await, "");
}

#[wasm_bindgen_test]
async fn pieces_with_keys_keep_their_elements_when_others_come_and_go() {
    let all = |keys: &'static str| {
        let keyed = keys.char_indices().map(|(at, key)| {
            let text = &keys[at..at + key.len_utf8()];
            word(text).key(text)
        });
        keyed.collect::<Vec<_>>()
    };
    let list = Drawn::new(all("abcd")).await;
    let text = || list.find("li").text_content().unwrap();
    let elements = || -> Vec<Element> {
        let children = list.find("li").children();
        let all = 0..children.length();
        all.filter_map(|at| children.item(at)).collect()
    };
    // Two are gone from the middle, and come back there.
    let first = elements();
    list.with(all("ad")).await;
    assert_eq!(text(), "ad");
    assert!([&first[0], &first[3]].into_iter().eq(elements().iter()));
    list.with(all("abcdy")).await;
    assert_eq!(text(), "abcdy");
    assert!(first[0].is_same_node(Some(&elements()[0])));
    // One is gone before those that stay, and one comes in between.
    let before = elements();
    list.with(all("bcdy")).await;
    assert!(before[1..].iter().eq(elements().iter()));
    list.with(all("bcxdy")).await;
    let now = elements();
    assert_eq!(text(), "bcxdy");
    assert!(before[1..3].iter().eq(now[..2].iter()));
    assert!(before[3..].iter().eq(now[3..].iter()));
    // What is in between becomes another in place.
    list.with(all("bcyzdy")).await;
    assert_eq!(text(), "bcyzdy");
    assert!(now[2].is_same_node(Some(&elements()[2])));
    list.with(Vec::new()).await;
    assert_eq!(text(), "");
}

#[wasm_bindgen_test]
async fn text_is_text_and_drawings_are_drawings() {
    let drawing = piece("svg").with([piece("path").set("d", "M0 0h1")]);
    let list = Drawn::new(vec![word("<img>"), drawing]).await;
    assert_eq!(list.find("b").text_content().as_deref(), Some("<img>"));
    assert_eq!(list.find("b").child_element_count(), 0);
    for name in ["svg", "path"] {
        let space = list.find(name).namespace_uri();
        assert_eq!(space.as_deref(), Some("http://www.w3.org/2000/svg"));
    }
}
