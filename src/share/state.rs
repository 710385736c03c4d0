//! What is chosen and written for a card.

use leptos::{html, prelude::*};
use send_wrapper::SendWrapper;

use super::{
    card::{Card, Cut, Direction, Shape, Words, seal, words},
    designs::Design,
    kept::Making,
    letters::Letters,
    link::{Parcel, clean::one_line},
};
use crate::{
    browser::{file::Address, page, timer::Debounce},
    desk::Desk,
    entry,
    ui::{State, Worked, memo, watch},
};

/// What became of a press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// The browser saves a file.
    Saved,
    /// Something is on the clipboard.
    Copied,
    /// Something was shared.
    Shared,
    /// The clipboard is closed.
    NotCopied,
    /// No picture came about.
    NoPicture,
    /// The panel took nothing.
    NotShared,
}

/// A line that the person may write. Until then it follows the poem.
#[derive(Clone, Copy)]
pub struct Line {
    /// Where it is written.
    pub node: NodeRef<html::Input>,
    /// What was written.
    pub typed: State<Option<String>>,
}

impl Line {
    fn new() -> Self {
        Self {
            node: NodeRef::new(),
            typed: State::new(None),
        }
    }

    /// Writes into the line in the person's place.
    pub fn write(self, text: &str) {
        if let Some(node) = self.node.get_untracked() {
            node.set_value(text);
        }
        self.typed.set(Some(text.to_owned()));
    }
}

/// A card that has been drawn.
#[derive(Clone)]
pub struct Drawn {
    /// What was drawn.
    pub card: Card,
    /// The drawing.
    pub svg: String,
    /// Where the page sees it.
    pub address: SendWrapper<std::rc::Rc<Address>>,
    /// Characters that are the system's.
    pub lacking: String,
    /// Whether letters are missing because they could not be fetched.
    pub unfetched: bool,
}

/// The state of the room.
#[derive(Clone, Copy)]
pub struct Giving {
    /// The page.
    pub desk: Desk,
    /// The title.
    pub title: Line,
    /// The dedication.
    pub dedication: Line,
    /// The signature.
    pub signature: Line,
    /// The date.
    pub date: Line,
    /// The seal.
    pub seal: Line,
    /// How it is cut.
    pub cut: State<Cut>,
    /// The paper.
    pub design: State<Design>,
    /// The direction.
    pub direction: State<Direction>,
    /// The shape.
    pub shape: State<Shape>,
    /// What was signed with last, and the seal beside it.
    pub own: State<(String, String)>,
    /// The letters that have been fetched.
    pub letters: State<Letters>,
    /// The card as it is wanted.
    pub card: Worked<Result<Card, words::Unfit>>,
    /// The card as it was drawn last.
    pub drawn: State<Option<Drawn>>,
    /// The link, unless the poem is too long.
    pub link: Worked<Option<String>>,
    /// What became of the last press.
    pub said: State<Option<Said>>,
    /// Until it is forgotten.
    pub forget: Debounce,
}

/// Characters of a title or a dedication, at most.
pub const LONG: usize = 40;
/// Characters of a signature or a date, at most.
pub const SHORT: usize = 20;

impl Giving {
    /// Nothing is chosen yet.
    pub fn new(desk: Desk) -> Self {
        let [title, dedication, signature, date, seal] = [(); 5].map(|()| Line::new());
        let making = entry::open::<Making>(desk);
        let cut = State::new(making.cut);
        let design = State::new(making.design);
        let direction = State::new(making.direction);
        let shape = State::new(making.shape);
        let own = State::new((making.name.clone(), making.seal.clone()));
        let card = memo(move || {
            Ok(Card {
                words: Words {
                    lines: desk.sheet.with(words::verse)?,
                    title: title_of(desk, title),
                    dedication: typed(dedication, LONG),
                    signature: signature_of(desk, signature, own),
                    date: typed(date, SHORT),
                },
                seal: seal_of(desk, seal, signature, own),
                cut: cut.get(),
                design: design.get(),
                direction: direction.get(),
                shape: shape.get(),
            })
        });
        let link = memo(move || {
            let parcel = Parcel {
                text: desk.text.get(),
                form: desk.form.get(),
                book: Some(desk.settings.with(|settings| settings.book)),
            };
            Some(page::address() + &parcel.to_fragment()?)
        });
        let making = State::new(making);
        entry::keep_saved(desk, making, |_| ());
        let giving = Self {
            desk,
            title,
            dedication,
            signature,
            date,
            seal,
            cut,
            design,
            direction,
            shape,
            own,
            letters: State::new(Letters::default()),
            card,
            drawn: State::new(None),
            link,
            said: State::new(None),
            forget: Debounce::new(),
        };
        watch(move |first| {
            let now = giving.making();
            if !first {
                making.set(now);
            }
        });
        // What another tab has chosen is chosen here.
        watch(move |_| {
            let now = making.get();
            if untrack(|| giving.making()) == now {
                return;
            }
            cut.set(now.cut);
            design.set(now.design);
            direction.set(now.direction);
            shape.set(now.shape);
            own.set((now.name, now.seal));
        });
        giving
    }

    /// How the card is made now. A name is the person's own once it has been written, not the poet's
    /// that stood there; a seal is remembered beside it.
    fn making(self) -> Making {
        let (mut name, mut seal) = self.own.get_untracked();
        let written = typed(self.signature, SHORT);
        if !written.is_empty() && written != name {
            (name, seal) = (written, String::new());
        }
        if self.seal.typed.with(Option::is_some)
            && signature_of(self.desk, self.signature, self.own) == name
        {
            seal = typed(self.seal, LONG);
        }
        Making {
            design: self.design.get(),
            direction: self.direction.get(),
            shape: self.shape.get(),
            cut: self.cut.get(),
            name,
            seal,
        }
    }
}

fn typed(line: Line, most: usize) -> String {
    line.typed
        .with(|typed| one_line(typed.as_deref().unwrap_or_default(), most))
}

fn typed_or(line: Line, most: usize, otherwise: impl Fn() -> String) -> String {
    if line.typed.with(Option::is_some) {
        typed(line, most)
    } else {
        one_line(&otherwise(), most)
    }
}

/// The title: the poem's own, until another is written.
pub fn title_of(desk: Desk, line: Line) -> String {
    let own = || {
        desk.sheet
            .with(|sheet| sheet.title.clone())
            .unwrap_or_default()
    };
    typed_or(line, LONG, own)
}

/// The signature: the poet's name, or where the poem has none the name that was signed with last, until
/// another is written.
pub fn signature_of(desk: Desk, line: Line, own: State<(String, String)>) -> String {
    let follows = || {
        let author = desk.sheet.with(|sheet| sheet.author.clone());
        author.unwrap_or_else(|| own.with(|(name, _)| name.clone()))
    };
    typed_or(line, SHORT, follows)
}

/// The seal: the signature's name, or the seal that stood beside it last, until another is written.
pub fn seal_of(desk: Desk, line: Line, signature: Line, own: State<(String, String)>) -> String {
    let follows = || {
        let signed = signature_of(desk, signature, own);
        own.with(|(name, seal)| {
            if *name == signed && !seal.is_empty() {
                seal.clone()
            } else {
                seal::of_name(&signed)
            }
        })
    };
    let text = typed_or(line, LONG, follows);
    seal::characters(&text).into_iter().collect()
}
