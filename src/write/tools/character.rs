//! One character, looked at: how it is read here and why, what its place allows and which characters
//! fit it, its other readings, any of which the person can fix, and what all books say of it.

use muse::Lock;
use verse::{Char, RhymeBook, Slot, Tone, ToneClass, slot};

use super::{books::books, fitting::fitting, words::words};
use crate::{
    browser::{focus, viewport},
    desk::{Desk, Hand, is_lyric},
    ui::{El, State, div, el, fields, memo, watch},
    view::View,
    write::rhyme_name::numbered_in,
};

/// The character that is picked, or nothing.
pub fn picked_character(desk: Desk) -> El {
    // Whether the characters that fit are shown stays as it is from one place to the next.
    let open = State::new(false);
    // It is drawn anew, and read out, when something is another, not with every key elsewhere.
    let looked_at = memo(move || {
        let place = desk.picked.get()?;
        desk.beside.with(|report| {
            let line = report.lines.get(place.0.checked_sub(1)?)?;
            let char = line.chars.get(place.1.checked_sub(1)?)?;
            Some((place, *char, report.book, is_lyric(report)))
        })
    });
    // There it would stand over what is asked of the models. Whoever first looks at one there is shown it.
    watch(move |first| {
        if desk.view.get() == View::Compose && !first && viewport::is_narrow() {
            desk.picked.set(None);
        }
    });
    div("picked")
        .id("picked")
        .set("role", "status")
        .part(move || {
            let (place, char, book, is_lyric) = looked_at.get()?;
            // A reading that was fixed is no longer among the others.
            focus::keep("#picked", &["#unpin", "#picked .reading", "#unpick"]);
            Some(character(desk, place, &char, (book, is_lyric), open))
        })
}

fn character(
    desk: Desk,
    place: (usize, usize),
    char: &Char,
    (book, is_lyric): (RhymeBook, bool),
    open: State<bool>,
) -> El {
    let t = desk.words;
    let read = |tone, group: &str, traditional: Option<char>, pinyin: Option<&str>| {
        let form = traditional.unwrap_or(char.character);
        let shown = traditional.filter(|form| *form != char.character);
        let name = reading(desk, tone, group, shown, pinyin, book);
        let gloss = desk.glosses.with(|table| {
            let gloss = table.as_ref()?.gloss(form, tone, group)?;
            Some(gloss.to_owned())
        });
        [
            el("span").text(name),
            el("span")
                .class("gloss")
                .set("lang", "zh-Hans")
                .text(gloss.unwrap_or_default()),
        ]
    };
    let own = match char.group {
        Some(group) => {
            let words = read(
                group.tone(),
                group.name(),
                char.traditional(),
                char.pinyin(),
            );
            el("dd").children(words)
        }
        None => el("dd").text("—"),
    };
    let pinned = desk
        .pins
        .with(|pins| pins.iter().any(|pin| (pin.line, pin.position) == place));
    let own_words = words(t);
    let fact = |name: &str, value: El| [el("dt").text(name), value];
    let decided = (own_words.decided_by)(char.decided_by);
    let mut facts = el("dl").class("facts");
    if !char.is_open() {
        facts = facts
            .children(fact(own_words.read_as, own))
            .children(fact(own_words.because, el("dd").text(decided)));
    }
    let facts = facts.children(fact(
        own_words.place_allows,
        el("dd").live(allowed(desk, place, char, is_lyric)),
    ));
    let close = move || {
        desk.picked.set(None);
        viewport::focus_matching(".lines");
    };
    let head = div("picked-head")
        .el(el("h2").el(el("span")
            .class("hanzi")
            .set("lang", "zh")
            .text(char.character)))
        .el(lock_button(desk, place, char))
        .el(fields::button("quiet", "unpick", t, |s| s.close, close));
    let mut others: Vec<El> = Vec::new();
    for other in char.alternatives() {
        let (tone, group) = (other.group.tone(), other.group.name());
        let name = [tone.chinese(), group].concat();
        let words = read(tone, group, Some(other.traditional), other.pinyin);
        let press = move || desk.pin(place, Some(name.clone()));
        others.push(el("li").el(fields::bare_button("reading", press).children(words)));
    }
    if pinned {
        let press = move || desk.pin(place, None);
        let back = fields::bare_button("reading", press)
            .id("unpin")
            .text(own_words.unpin);
        others.push(el("li").el(back));
    }
    let mut whole = vec![head, facts];
    if !others.is_empty() {
        whole.push(el("p").class("label").text(own_words.other_readings));
        whole.push(el("ul").class("readings").children(others));
    }
    // What fits and what mends is found by the rules of regulated verse.
    if is_lyric {
        whole.push(div("evidence").id("evidence").part(move || {
            let lyrics = desk.lyrics.get()?;
            let said = desk.beside.with(|_| lyrics.evidence(place, t.language()));
            Some(div("sentences").children(said.into_iter().map(|sentence| el("p").text(sentence))))
        }));
    } else {
        whole.push(fitting(desk, place, open));
        whole.push(hands(desk));
    }
    if !char.is_open() {
        whole.push(books(desk, char.character));
    }
    div("character")
        .set("data-decided", decided_name(char.decided_by))
        .children(whole)
}

/// The ways to what is at hand for the place and its line.
fn hands(desk: Desk) -> El {
    let t = desk.words;
    let button = |hand: Hand, id: &'static str| {
        let is_open = move || desk.hand.get() == Some(hand);
        let press = move || {
            let was = desk.hand.get_untracked() == Some(hand);
            desk.hand.set((!was).then_some(hand));
        };
        fields::bare_button("fold", press)
            .id(id)
            .bind("aria-expanded", move || Some(is_open().to_string()))
            .set("aria-controls", "hand")
            .live(move || (words(t).hand)(hand).to_owned())
    };
    div("hands")
        .el(button(Hand::Offers, "hand-offers"))
        .el(button(Hand::Mends, "hand-mends"))
        .el(button(Hand::Like, "hand-like"))
}

/// Locks a character, or lets go of it again. A place without one has nothing to lock.
fn lock_button(desk: Desk, (line, position): (usize, usize), char: &Char) -> El {
    let t = desk.words;
    let character = char.character;
    let is_own = move |lock: &Lock| (lock.line, lock.position) == (line, position);
    let is_locked = move || desk.locks.with(|locks| locks.iter().any(is_own));
    let press = move || {
        let was = desk.locks.with_untracked(|locks| locks.iter().any(is_own));
        desk.locks.update(|locks| {
            locks.retain(|lock| !is_own(lock));
            if !was {
                locks.push(Lock {
                    line,
                    position,
                    character,
                });
            }
        });
    };
    fields::bare_button("quiet", press)
        .id("lock")
        .set_some("hidden", char.is_open().then_some(""))
        .bind("aria-pressed", move || Some(is_locked().to_string()))
        .live(move || {
            let words = words(t);
            let label = if is_locked() {
                words.unlock
            } else {
                words.lock
            };
            label.to_owned()
        })
}

/// A reading in words: 去声 · 十五翰 · kàn.
fn reading(
    desk: Desk,
    tone: Tone,
    group: &str,
    traditional: Option<char>,
    pinyin: Option<&str>,
    book: RhymeBook,
) -> String {
    let group = numbered_in(desk.words.language(), book, group, tone.class());
    let mut words = [(desk.words.get().tone)(tone), " · ", &group].concat();
    for part in [pinyin, traditional.map(String::from).as_deref()]
        .into_iter()
        .flatten()
    {
        words.push_str(" · ");
        words.push_str(part);
    }
    words
}

/// What the place allows, and what the other class would bring about, as the poem is at the time.
fn allowed(
    desk: Desk,
    (line, position): (usize, usize),
    char: &Char,
    is_lyric: bool,
) -> impl Fn() -> String + 'static {
    let t = words(desk.words);
    let in_lyric = is_lyric.then(|| {
        let asked = char.slot.map(|slot| match slot {
            Slot::Level => Some(ToneClass::Level),
            Slot::Oblique => Some(ToneClass::Oblique),
            Slot::Rhyme => char.class,
            Slot::Free => None,
        });
        asked.map_or("—", |asked| (t.slot_asks)(asked)).to_owned()
    });
    move || {
        if let Some(asked) = &in_lyric {
            return asked.clone();
        }
        let advice = desk.beside.with(|_| {
            desk.text
                .with_untracked(|text| slot(text, &desk.options(), line, position))
        });
        let Some(advice) = advice else {
            return "—".to_owned();
        };
        let asked = advice.asked();
        let mut words = (t.slot_asks)(asked).to_owned();
        // Why not the other: the first thing that it would bring.
        if let Some(asked) = asked {
            let other = match asked {
                ToneClass::Level => &advice.oblique,
                ToneClass::Oblique => &advice.level,
            };
            if let Some(finding) = other.findings.first() {
                words.push_str(t.otherwise);
                words.push_str(&finding.message);
            }
        }
        words
    }
}

const fn decided_name(by: verse::DecidedBy) -> &'static str {
    use verse::DecidedBy;
    match by {
        DecidedBy::Only => "only",
        DecidedBy::Slot => "slot",
        DecidedBy::Rhyme => "rhyme",
        DecidedBy::Phrase => "phrase",
        DecidedBy::Usage => "usage",
        DecidedBy::Pin => "pin",
        DecidedBy::Unknown => "unknown",
    }
}
