//! The view "settings".

use super::{
    key::with_key, look::look_fields, provider::provider_fields, rules::rule_fields,
    trial::trial_fields,
};
use crate::{
    browser::focus,
    desk::Desk,
    settings::words::of,
    ui::{El, el},
    view::View,
};

/// All settings.
pub fn settings_panel(desk: Desk) -> El {
    let t = desk.words;
    focus::follow(move || desk.view.get() == View::Settings, "#settings-title");
    let group = |title| el("fieldset").el(el("legend").say(t, title));
    let model = group(|s| of(s).settings_model)
        .el(el("p").class("hint").say(t, |s| of(s).settings_model_hint))
        .children(provider_fields(desk));
    el("section")
        .class("settings")
        .set("aria-labelledby", "settings-title")
        .flag("hidden", move || desk.view.get() != View::Settings)
        .el(el("h2")
            .id("settings-title")
            .set("tabindex", "-1")
            .say(t, |s| of(s).nav_settings))
        .el(group(|s| of(s).settings_rules).children(rule_fields(desk)))
        .el(with_key(model, desk).children(trial_fields(desk)))
        .el(group(|s| of(s).settings_look).children(look_fields(desk)))
}
