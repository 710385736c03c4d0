//! What a first visit is told: one sentence, and two ways on.

use leptos::prelude::*;

use crate::{browser::page, desk::Desk, view::View};

/// The welcome. It goes away with the first thing that the person does to the text.
#[component]
pub fn Welcome(
    /// The state of the page.
    desk: Desk,
) -> impl IntoView {
    let t = desk.words;
    let begin = move |_| {
        desk.put("");
        desk.field.focus();
    };
    view! {
        <Show when=move || desk.welcome.get() && desk.view.get() == View::Write>
            <div class="welcome">
                <p>{t.say(|s| s.welcome)}</p>
                <p class="ways">
                    <button type="button" class="main" id="write-own" on:click=begin>
                        {t.say(|s| s.write_own)}
                    </button>
                    <button
                        type="button"
                        class="second"
                        id="celebrate"
                        on:click=move |_| page::go(View::Compose.hash())
                    >
                        {t.say(|s| s.celebrate)}
                    </button>
                </p>
            </div>
        </Show>
    }
}
