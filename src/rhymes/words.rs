//! Lists of characters: of a group, or of a sound.

use verse::{RhymeGroup, rhymes, sounds};

use super::{Looking, character::character, groups::name, phrases::phrases};
use crate::{
    browser::focus,
    desk::Desk,
    ui::{El, State, div, el, fields},
};

/// A character in a list.
#[derive(Clone, Copy)]
struct Listed {
    hanzi: char,
    has_others: bool,
}

/// The characters of a group.
pub fn of_group(desk: Desk, looking: Looking, group: RhymeGroup) -> El {
    let script = looking.script();
    let all = rhymes(group, script);
    let listed = |word: &verse::RhymeWord| Listed {
        hanzi: word.character,
        has_others: word.has_others,
    };
    let (common, seldom): (Vec<_>, Vec<_>) = all.iter().partition(|w| w.count > 0 && !w.rare);
    let title = name(group, script);
    list(
        desk,
        looking,
        &title,
        common.into_iter().map(listed).collect(),
        seldom.into_iter().map(listed).collect(),
    )
}

/// The characters with a sound.
pub fn of_sound(desk: Desk, looking: Looking, sound: &str) -> El {
    let t = desk.words;
    let all = sounds(sound, looking.script());
    if all.is_empty() {
        return el("p")
            .class("nothing")
            .set("role", "status")
            .live(move || phrases(t).nothing.to_owned());
    }
    let listed = |word: &verse::SoundWord| Listed {
        hanzi: word.character,
        has_others: false,
    };
    let (common, seldom): (Vec<_>, Vec<_>) = all.iter().partition(|word| word.count > 0);
    list(
        desk,
        looking,
        sound,
        common.into_iter().map(listed).collect(),
        seldom.into_iter().map(listed).collect(),
    )
}

/// A list with its title; a press shows what the books say of a character.
fn list(desk: Desk, looking: Looking, title: &str, common: Vec<Listed>, seldom: Vec<Listed>) -> El {
    let t = desk.words;
    let all = common.len() + seldom.len();
    let few = seldom.len();
    let is_open = State::new(common.is_empty());
    let show_seldom = move || {
        is_open.set(true);
        // The button is gone then, and they are where it was.
        focus::go_on_soon(".seldom .hanzi".to_owned());
    };
    let more = fields::bare_button("quiet", show_seldom)
        .id("seldom")
        .flag("hidden", move || few == 0 || is_open.get())
        .live(move || (phrases(t).seldom)(few));
    let looked_at = div("looked-at").part(move || {
        let hanzi = looking.chosen.get()?;
        Some(character(desk, looking, hanzi))
    });
    div("list")
        .el(el("h3")
            .el(el("span").set("lang", "zh").text(title))
            .el(el("span")
                .class("count")
                .live(move || (phrases(t).count)(all))))
        .el(looked_at)
        .el(buttons(desk, looking, &common))
        .el(more)
        .when(
            move || is_open.get() && few > 0,
            move || {
                div("seldom")
                    .el(el("h4").live(move || phrases(t).seldom_title.to_owned()))
                    .el(buttons(desk, looking, &seldom))
            },
        )
}

fn buttons(desk: Desk, looking: Looking, listed: &[Listed]) -> El {
    let t = desk.words;
    let items = listed.iter().map(|word| {
        let Listed { hanzi, has_others } = *word;
        let press = move || looking.chosen.set(Some(hanzi));
        el("li").el(fields::bare_button("hanzi", press)
            .flag("data-others", move || has_others)
            .bind("title", move || {
                has_others.then(|| phrases(t).has_others.to_owned())
            })
            .bind("aria-pressed", move || {
                Some((looking.chosen.get() == Some(hanzi)).to_string())
            })
            .text(hanzi))
    });
    el("ul")
        .class("hanzi-list")
        .set("lang", "zh")
        .children(items)
}
