//! Theme, language, pinyin.

use verse::Language;

use crate::{
    desk::Desk,
    i18n::strings,
    keep::settings::{Theme, language, tag},
    settings::words::{of, words},
    ui::{
        El,
        fields::{self, Choice},
    },
    write::head::pinyin_box,
};

/// How the page looks and speaks.
pub fn look_fields(desk: Desk) -> [El; 3] {
    let t = desk.words;
    let settings = desk.settings;
    let themes = Theme::ALL.into_iter().map(|theme| Choice {
        value: theme.name(),
        name: Box::new(move || (words(t).theme_name)(theme).to_owned()),
        chosen: Box::new(move || settings.with(|settings| settings.theme == theme)),
    });
    let choose_theme = move |name: String| {
        if let Some(theme) = Theme::find(&name) {
            settings.update(|settings| settings.theme = theme);
        }
    };
    let languages = Language::ALL.into_iter().map(|language| Choice {
        value: tag(language),
        name: Box::new(move || strings(language).own_name.to_owned()),
        chosen: Box::new(move || t.language() == language),
    });
    let choose_language = move |name: String| {
        let chosen = language(&name);
        settings.update(|settings| settings.language = chosen);
    };
    [
        fields::row(
            "theme",
            t,
            |s| of(s).theme,
            fields::select(themes.collect(), choose_theme),
        ),
        fields::row(
            "language",
            t,
            |s| of(s).language,
            fields::select(languages.collect(), choose_language),
        ),
        crate::ui::div("row").el(pinyin_box(desk, "pinyin", |s| s.pinyin_long)),
    ]
}
