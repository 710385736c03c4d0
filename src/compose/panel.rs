//! The panel of the view "compose".

use leptos::prelude::*;

use super::{brief::BriefFields, rounds::Rounds, run::Run, run::connection, status::Status};
use crate::{
    browser::{page, viewport},
    desk::Desk,
    view::View,
};

/// Brief, button, and what the run does.
#[component]
pub fn ComposePanel(
    /// The state of the page.
    desk: Desk,
    /// The run.
    run: Run,
) -> impl IntoView {
    let t = desk.words;
    let missing = Memo::new(move |_| connection(desk).err());
    let press = move |_| {
        if missing.with_untracked(Option::is_some) {
            page::go(View::Settings.hash());
        } else {
            run.start(desk);
            // On a narrow page the sheet may be out of sight when the poem begins to come.
            viewport::show_matching("#marked");
        }
    };
    let label = move || {
        if missing.with(Option::is_some) {
            t.get().to_settings
        } else {
            t.get().compose_start
        }
    };
    view! {
        <section
            class="compose"
            aria-label=t.say(|s| s.compose_label)
            hidden=move || desk.view.get() != View::Compose
        >
            <BriefFields desk />
            <p class="hint" id="compose-missing" hidden=move || missing.with(Option::is_none)>
                {move || missing.get().map(|error| error.sentence(t.language()))}
            </p>
            <p class="buttons">
                <button
                    type="button"
                    class="main"
                    id="compose-start"
                    disabled=move || run.is_running()
                    on:click=press
                >
                    {label}
                </button>
                <button
                    type="button"
                    class="second"
                    id="compose-stop"
                    disabled=move || !run.is_running()
                    on:click=move |_| run.stop()
                >
                    {t.say(|s| s.compose_stop)}
                </button>
            </p>
            <Status desk run />
            <Rounds desk run />
        </section>
    }
}
