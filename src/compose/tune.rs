//! The tune of a lyric that is asked for in place of regulated verse.

use leptos::{html, prelude::*};
use muse::{Brief, TuneForm};
use verse::{Options, Report};

use crate::{
    compose::words::{phrases, phrases_of},
    desk::{Desk, is_lyric},
    keep::wish::Field,
    ui::{El, el, fields, watch},
};

/// Why a tune cannot be written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lacking {
    /// The table of tunes is on its way.
    Table,
    /// It has no such tune, or no such form of it.
    Tune,
}

/// The form that the brief asks for: that of the tune whose name is written there, the commonest or the
/// one whose number stands behind it (`水调歌头 2`). `Ok(None)` where regulated verse is asked for.
pub fn asked(desk: Desk) -> Result<Option<TuneForm>, Lacking> {
    let written = desk.wish.with(|wish| wish.text(Field::Tune).to_owned());
    let Some((name, form)) = name_and_form(&written) else {
        return Ok(None);
    };
    let lyrics = desk.lyrics.get().ok_or(Lacking::Table)?;
    lyrics.form(name, form).ok_or(Lacking::Tune).map(Some)
}

/// A name, and the number of a form (from 1); nothing where nothing is written.
fn name_and_form(written: &str) -> Option<(&str, usize)> {
    let written = written.trim();
    let name = written.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = written.get(name.len()..).unwrap_or_default();
    let name = name.trim();
    (!name.is_empty()).then(|| (name, number.parse().unwrap_or(1)))
}

/// The form of the lyric that stands on the desk, where one does.
pub fn on_desk(desk: Desk) -> Option<TuneForm> {
    let is_lyric = desk.report.with_untracked(is_lyric);
    let lyrics = desk.lyrics.get_untracked().filter(|_| is_lyric)?;
    lyrics.read_form()
}

/// What the check says of a poem that was written to a brief: as a lyric, where one was asked for.
pub fn checked(desk: Desk, text: &str, options: &Options, tune: Option<&str>) -> Report {
    let lyric = tune.and_then(|tune| {
        let lyrics = desk.lyrics.get_untracked()?;
        let (report, _) = lyrics.draw(text, tune, false, options.language)?;
        Some(report)
    });
    lyric.unwrap_or_else(|| verse::check(text, options))
}

/// The tune that a brief asks for, as the table calls it; empty where it asks for regulated verse.
pub fn name(brief: &Brief) -> String {
    let tune = brief.tune.as_ref().map(|tune| tune.tune().name.clone());
    tune.unwrap_or_default()
}

/// The title of what was written to a brief: of a lyric it names the tune.
pub fn title(brief: &Brief, title: Option<&str>) -> Option<String> {
    let title = title.map(str::trim).filter(|title| !title.is_empty());
    let Some(tune) = &brief.tune else {
        return title.map(str::to_owned);
    };
    let tune = tune.tune();
    let name = match brief.script {
        muse::Script::Traditional => &tune.name_traditional,
        muse::Script::Simplified => &tune.name,
    };
    let is_named = |title: &str| {
        [&tune.name, &tune.name_traditional]
            .iter()
            .any(|name| title.contains(name.as_str()))
    };
    Some(match title {
        Some(title) if is_named(title) => title.to_owned(),
        Some(title) => [name, "·", title].concat(),
        None => name.clone(),
    })
}

/// The field for the tune, and what is said of it.
pub fn tune_field(desk: Desk) -> El {
    let t = desk.words;
    watch(move |_| {
        if desk
            .wish
            .with(|wish| !wish.text(Field::Tune).trim().is_empty())
        {
            desk.needs_lyrics.set(true);
        }
    });
    let node = NodeRef::<html::Input>::new();
    fields::follow(node, move || {
        desk.wish.with(|wish| wish.text(Field::Tune).to_owned())
    });
    let typed = move |text| desk.wish.update(|wish| wish.set(Field::Tune, text));
    let field = fields::input("text", node, typed);
    let example = move || Some((phrases_of(t.get()).brief_field)(Field::Tune).1.to_owned());
    let said = move || {
        let phrases = phrases(t);
        match asked(desk) {
            Ok(None) => String::new(),
            Ok(Some(tune)) => (phrases.tune_form)(tune.number(), tune.form().length()),
            Err(Lacking::Table) => phrases.tune_coming.to_owned(),
            Err(Lacking::Tune) => phrases.tune_unknown.to_owned(),
        }
    };
    fields::row(
        "brief-tune",
        t,
        |s| (phrases_of(s).brief_field)(Field::Tune).0,
        field.bind("placeholder", example),
    )
    .el(el("p")
        .id("brief-tune-said")
        .class("hint")
        .set("role", "status")
        .live(said))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use verse::{Form, ci::Tunes};

    use super::*;

    #[test]
    fn a_number_behind_the_name_is_that_of_a_form() {
        assert_eq!(name_and_form("如梦令"), Some(("如梦令", 1)));
        assert_eq!(name_and_form(" 水调歌头 2 "), Some(("水调歌头", 2)));
        assert_eq!(name_and_form("水调歌头3"), Some(("水调歌头", 3)));
        for nothing in ["", "  ", "12"] {
            assert_eq!(name_and_form(nothing), None);
        }
    }

    #[test]
    fn the_title_of_a_lyric_names_its_tune() {
        let tunes = Arc::new(Tunes::baked().unwrap());
        let tune = TuneForm::find(&tunes, "如梦令", 1).unwrap();
        let mut brief = Brief::lyric(tune, "");
        assert_eq!(title(&brief, None).as_deref(), Some("如梦令"));
        assert_eq!(title(&brief, Some("溪亭")).as_deref(), Some("如梦令·溪亭"));
        let named = title(&brief, Some("如夢令·溪亭"));
        assert_eq!(named.as_deref(), Some("如夢令·溪亭"));
        brief.script = muse::Script::Traditional;
        assert_eq!(title(&brief, Some(" ")).as_deref(), Some("如夢令"));
        let verse = Brief::new(Form::FiveQuatrain, "");
        assert_eq!(title(&verse, Some("")), None);
        assert_eq!(title(&verse, Some("春晓")).as_deref(), Some("春晓"));
    }
}
