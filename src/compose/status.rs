//! What the run is doing, why it failed, and what the model thinks.

use leptos::prelude::*;

use super::run::Run;
use crate::desk::Desk;

/// The status line, the error and the thinking.
#[component]
pub fn Status(
    /// The state of the page.
    desk: Desk,
    /// The run.
    run: Run,
) -> impl IntoView {
    let t = desk.words;
    let doing = move || {
        run.phase
            .with(|phase| (t.get().phase)(phase, run.round.get()))
    };
    let tokens = move || {
        let tokens = run.tokens.get();
        (tokens > 0).then(|| (t.get().tokens)(tokens))
    };
    let thought = Memo::new(move |_| run.thoughts.with(|thoughts| !thoughts.is_empty()));
    view! {
        <div class="status">
            <p id="compose-status" role="status">{doing}</p>
            <p class="tokens">{tokens}</p>
        </div>
        <Show when=move || run.yielded.get()>
            <p class="hint" id="compose-yielded">{t.say(|s| s.yielded)}</p>
        </Show>
        {move || {
            run.error.get().map(|error| {
                view! {
                    <p id="compose-error" class="error" role="alert" data-code=error.code()>
                        {error.sentence(t.language())}
                    </p>
                }
            })
        }}
        <Show when=move || thought.get()>
            <details class="thoughts" id="compose-thoughts">
                <summary>{t.say(|s| s.thoughts)}</summary>
                <p>{move || run.thoughts.get()}</p>
            </details>
        </Show>
    }
}
