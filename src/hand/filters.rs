//! What is wanted of the words and lines: a theme, a sound.

use leptos::prelude::NodeRef;
use verse::{
    RhymeBook, RhymeGroup,
    diction::{Theme, Wanted},
};

use super::words::hand_words;
use crate::{
    desk::{Desk, Hand, MOST_REACH},
    ui::{
        El, State, div, el,
        fields::{self, Choice},
    },
};

/// The choices; they stay from one place to the next.
#[derive(Clone, Copy)]
pub struct Filters {
    /// The theme.
    pub theme: State<Option<Theme>>,
    /// What was typed: a Mandarin sound or the name of a rhyme group.
    sound: State<String>,
}

impl Filters {
    /// Nothing is wanted.
    pub fn new() -> Self {
        Self {
            theme: State::new(None),
            sound: State::new(String::new()),
        }
    }

    /// What is wanted, in a poem that rhymes by this book.
    pub fn wanted(self, book: RhymeBook) -> Wanted {
        let (pinyin, group) = self.sound.with(|typed| sound(typed, book));
        Wanted {
            theme: self.theme.get(),
            pinyin,
            group,
        }
    }
}

/// What was typed, as the name of a rhyme group of the book where it is one, else as a sound.
fn sound(typed: &str, book: RhymeBook) -> (Option<String>, Option<RhymeGroup>) {
    let typed = typed.trim();
    let name = typed.trim_end_matches(['韵', '韻']);
    let is_named = |group: &RhymeGroup| group.name() == name || group.traditional_name() == name;
    let group = RhymeGroup::of_book(book).find(is_named);
    let is_sound = group.is_none() && !typed.is_empty();
    (is_sound.then(|| typed.to_lowercase()), group)
}

/// The row of choices; `hand` is what is open. A theme is chosen for words and for lines, the rest for
/// words.
pub fn filter_row(
    desk: Desk,
    filters: Filters,
    hand: impl Fn() -> Option<Hand> + Copy + Send + Sync + 'static,
) -> El {
    let t = desk.words;
    let name = move |label: fn(&super::words::HandWords) -> &'static str| {
        move || label(hand_words(t)).to_owned()
    };
    let row = |id: &'static str, label: fn(&super::words::HandWords) -> &'static str, field: El| {
        div("row")
            .el(el("label").set("for", id).live(name(label)))
            .el(field.id(id))
    };
    let sound = fields::input("text", NodeRef::new(), move |typed| {
        filters.sound.set(typed.chars().take(16).collect());
    })
    .bind("placeholder", move || {
        Some(hand_words(t).sound_example.to_owned())
    });
    div("hand-filters")
        .flag("hidden", move || {
            !matches!(hand(), Some(Hand::Offers | Hand::Like))
        })
        .el(row("hand-theme", |s| s.theme, themes(desk, filters)))
        .el(row("hand-sound", |s| s.sound, sound)
            .flag("hidden", move || hand() != Some(Hand::Offers)))
        .el(reaches(desk).flag("hidden", move || hand() != Some(Hand::Offers)))
}

fn themes(desk: Desk, filters: Filters) -> El {
    let t = desk.words;
    let mut choices = vec![Choice {
        value: "",
        name: Box::new(move || hand_words(t).any.to_owned()),
        chosen: Box::new(move || filters.theme.get().is_none()),
    }];
    for theme in Theme::ALL {
        choices.push(Choice {
            value: theme.code(),
            name: Box::new(move || theme.name(t.language())),
            chosen: Box::new(move || filters.theme.get() == Some(theme)),
        });
    }
    fields::select(choices, move |code| {
        filters.theme.set(Theme::from_code(&code))
    })
}

/// How many characters are looked at.
fn reaches(desk: Desk) -> El {
    let t = desk.words;
    let buttons = (1..=MOST_REACH).map(|reach| {
        let press = move || {
            let room = desk.picked.get_untracked().map_or(0, |(line, place)| {
                let width = |sheet: &crate::write::sheet::Sheet| {
                    sheet.line(line).map_or(0, |line| line.cells.len())
                };
                (desk.sheet.with_untracked(width) + 1).saturating_sub(place)
            });
            desk.reach.set(reach.min(room.max(1)));
        };
        fields::bare_button("reach", press)
            .bind("aria-pressed", move || {
                Some((desk.reach.get() == reach).to_string())
            })
            .live(move || (hand_words(t).reach)(reach))
    });
    div("reaches")
        .set("role", "group")
        .bind("aria-label", move || {
            Some(hand_words(t).reach_label.to_owned())
        })
        .children(buttons.collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_a_group_or_a_sound() {
        let read = |typed: &str| {
            let (pinyin, group) = sound(typed, RhymeBook::PingShui);
            (pinyin, group.map(RhymeGroup::name))
        };
        assert_eq!(read(" "), (None, None));
        assert_eq!(read("Feng "), (Some("feng".to_owned()), None));
        assert_eq!(read("东"), (None, Some("东")));
        assert_eq!(read("東韻"), (None, Some("东")));
        assert_eq!(read("fēng"), (Some("fēng".to_owned()), None));
        let (pinyin, group) = sound("第一部", RhymeBook::Cilin);
        assert_eq!((pinyin, group.is_some()), (None, true));
    }
}
