//! The marked sheet: the poem in cells, each with its mark.

use leptos::prelude::*;

use super::{arcs::Arcs, line::LineView};
use crate::desk::Desk;

/// The marked sheet.
#[component]
pub fn Marked(
    /// The state of the page.
    desk: Desk,
) -> impl IntoView {
    let t = desk.words;
    let sheet = desk.sheet;
    let count = Memo::new(move |_| sheet.with(|sheet| sheet.lines.len()));
    let heading = Memo::new(move |_| sheet.with(|s| (s.title.clone(), s.author.clone())));
    let wide = Memo::new(move |_| sheet.with(|sheet| sheet.width > 7));
    let hidden = Memo::new(move |_| sheet.with(|sheet| sheet.hidden));
    let traditional = Memo::new(move |_| desk.report.with(super::sheet::is_traditional));
    view! {
        <div
            class="poem"
            lang=move || if traditional.get() { "zh-Hant" } else { "zh-Hans" }
            data-pinyin=move || desk.settings.with(|settings| settings.pinyin).then_some("")
            data-wide=move || wide.get().then_some("")
        >
            <p class="heading">
                <span class="title">{move || heading.get().0}</span>
                <span class="author">{move || heading.get().1}</span>
            </p>
            <div class="grid">
                <ol id="marked" class="marked" aria-label=t.say(|s| s.marked_label)>
                    <For
                        each=move || 1..=count.get()
                        key=|number| *number
                        children=move |number| view! { <LineView desk number /> }
                    />
                </ol>
                <Arcs sheet />
                <p class="empty" hidden=move || count.get() != 0>{t.say(|s| s.sheet_empty)}</p>
            </div>
            {move || {
                let hidden = hidden.get();
                (hidden > 0).then(|| view! { <p class="more">{(t.get().lines_hidden)(hidden)}</p> })
            }}
        </div>
    }
}
