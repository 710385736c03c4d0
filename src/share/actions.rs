//! What can be done with a card and with a poem.

use leptos::task::spawn_local;

use super::{
    link::clean::one_line,
    markdown::markdown,
    state::{Drawn, Giving, LONG, Said},
    words::{Phrases, phrases},
};
use crate::{
    browser::{
        clipboard, file,
        offer::{self, Offered},
        page,
    },
    ui::{El, div, el, fields},
};

/// Points of a picture for each unit of the card.
const POINTS: f64 = 2.0;
/// How long it is said what became of a press.
const TOLD: u32 = 6000;

/// Which phrase of the room.
type Pick = fn(&'static Phrases) -> &'static str;

/// The card as a file, on paper, in another program.
pub fn card_actions(giving: Giving) -> El {
    let none = move || giving.drawn.with(Option::is_none);
    let action = |class, id, label: Pick, act: fn(Giving, Drawn)| {
        let press = move || {
            if let Some(drawn) = giving.drawn.get_untracked() {
                act(giving, drawn);
            }
        };
        button(giving, class, id, label, press).property("disabled", none)
    };
    let share = offer::can_share().then(|| {
        action(
            "second",
            "share-picture",
            |p| p.share_picture,
            share_picture,
        )
    });
    div("actions")
        .set("role", "group")
        .bind("aria-label", move || {
            Some(phrases(giving.desk.words).take_card.to_owned())
        })
        .el(action("main", "save-png", |p| p.save_png, save_png))
        .children(share)
        .el(action(
            "second",
            "print-card",
            |p| p.print,
            |_, _| page::print(),
        ))
        .el(action(
            "second",
            "copy-picture",
            |p| p.copy_picture,
            copy_picture,
        ))
        .el(action("second", "save-svg", |p| p.save_svg, save_svg))
}

/// The poem as a link and as text.
pub fn poem_actions(giving: Giving) -> El {
    let t = giving.desk.words;
    let unlinked = move || giving.link.with(Option::is_none);
    let link = move || giving.link.get();
    let copy_link = move || {
        if let Some(link) = giving.link.get_untracked() {
            copy(giving, link);
        }
    };
    let share_link = move || {
        let (title, link) = (title(giving), giving.link.get_untracked());
        spawn_local(async move {
            let text = giving.desk.text.get_untracked();
            tell_offer(
                giving,
                offer::share_text(&title, &text, link.as_deref()).await,
            );
        });
    };
    let copy_markdown = move || {
        let desk = giving.desk;
        let verdict = desk.report.with_untracked(t.get().form_line);
        let legend = phrases(t).legend;
        copy(
            giving,
            desk.sheet
                .with_untracked(|sheet| markdown(sheet, &verdict, legend)),
        );
    };
    let share = offer::can_share()
        .then(|| button(giving, "second", "share-link", |p| p.share_link, share_link));
    let field = el("input")
        .id("share-link-field")
        .set("type", "text")
        .set("readonly", "")
        .set("aria-describedby", "share-link-hint")
        .bind("value", move || Some(link().unwrap_or_default()));
    let hint = move || {
        let words = phrases(t);
        if unlinked() {
            words.link_too_long
        } else {
            words.link_hint
        }
        .to_owned()
    };
    div("poem-actions")
        .el(el("h3").live(move || phrases(t).take_poem.to_owned()))
        .el(div("row")
            .el(el("label")
                .set("for", "share-link-field")
                .live(move || phrases(t).link.to_owned()))
            .el(field)
            .el(el("p").id("share-link-hint").class("hint").live(hint)))
        .el(div("actions")
            .el(
                button(giving, "second", "copy-link", |p| p.copy_link, copy_link)
                    .property("disabled", unlinked),
            )
            .children(share)
            .el(button(
                giving,
                "second",
                "copy-text",
                |p| p.copy_text,
                move || {
                    copy(giving, giving.desk.text.get_untracked());
                },
            ))
            .el(button(
                giving,
                "second",
                "copy-markdown",
                |p| p.copy_markdown,
                copy_markdown,
            )))
}

/// What became of the last press.
pub fn told(giving: Giving) -> El {
    let t = giving.desk.words;
    let words = move || giving.said.get().map(|said| (phrases(t).said)(said));
    el("p")
        .id("share-said")
        .class("said")
        .set("role", "status")
        .live(move || words().unwrap_or_default().to_owned())
}

fn button(
    giving: Giving,
    class: &'static str,
    id: &'static str,
    label: Pick,
    press: impl FnMut() + 'static,
) -> El {
    let t = giving.desk.words;
    fields::bare_button(class, press)
        .id(id)
        .live(move || label(phrases(t)).to_owned())
}

fn tell(giving: Giving, said: Said) {
    giving.said.set(Some(said));
    giving.forget.after(TOLD, move || giving.said.set(None));
}

fn tell_offer(giving: Giving, offered: Offered) {
    match offered {
        Offered::Taken => tell(giving, Said::Shared),
        Offered::Declined => {}
        Offered::Failed => tell(giving, Said::NotShared),
    }
}

fn copy(giving: Giving, text: String) {
    spawn_local(async move {
        let copied = clipboard::copy(&text).await;
        tell(
            giving,
            if copied {
                Said::Copied
            } else {
                Said::NotCopied
            },
        );
    });
}

/// The title of the card.
fn title(giving: Giving) -> String {
    let title = giving.card.with_untracked(|card| {
        let words = card.as_ref().ok().map(|card| card.words.title.clone());
        words.unwrap_or_default()
    });
    let name = one_line(&title, LONG);
    if name.is_empty() {
        phrases(giving.desk.words).file.to_owned()
    } else {
        name
    }
}

/// The name of a file: the title without what file systems forbid.
fn file_name(giving: Giving, extension: &str) -> String {
    let forbidden = |char: char| "/\\:*?\"<>|.".contains(char);
    let name = title(giving).replace(forbidden, " ");
    let name = match name.trim() {
        "" => phrases(giving.desk.words).file,
        name => name,
    };
    format!("{name}.{extension}")
}

async fn picture(drawn: Drawn) -> Option<web_sys::Blob> {
    let size = drawn.card.shape.size();
    file::picture(&drawn.svg, (size.width, size.height), POINTS).await
}

fn save_png(giving: Giving, drawn: Drawn) {
    let name = file_name(giving, "png");
    spawn_local(async move {
        let picture = picture(drawn).await;
        let saved = picture.is_some_and(|picture| file::save(&picture, &name));
        tell(giving, if saved { Said::Saved } else { Said::NoPicture });
    });
}

fn save_svg(giving: Giving, drawn: Drawn) {
    let name = file_name(giving, "svg");
    let file = file::of_text(&drawn.svg, file::SVG);
    let saved = file.is_some_and(|svg| file::save(&svg, &name));
    tell(giving, if saved { Said::Saved } else { Said::NoPicture });
}

fn copy_picture(giving: Giving, drawn: Drawn) {
    spawn_local(async move {
        let copied = offer::copy_picture(picture(drawn)).await;
        tell(
            giving,
            if copied {
                Said::Copied
            } else {
                Said::NotCopied
            },
        );
    });
}

fn share_picture(giving: Giving, drawn: Drawn) {
    let (title, name) = (title(giving), file_name(giving, "png"));
    spawn_local(async move {
        match picture(drawn).await {
            Some(picture) => {
                tell_offer(giving, offer::share_picture(&title, &picture, &name).await);
            }
            None => tell(giving, Said::NoPicture),
        }
    });
}
