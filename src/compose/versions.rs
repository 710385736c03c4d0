//! The versions: who wrote each, when, how many faults it has; each can go back into the field.

use leptos::prelude::*;

use crate::{
    browser::clock,
    desk::Desk,
    keep::versions::{Version, Who},
};

/// All versions, newest first.
#[component]
pub fn VersionList(
    /// The state of the page.
    desk: Desk,
) -> impl IntoView {
    let t = desk.words;
    let any = Memo::new(move |_| desk.versions.with(|versions| !versions.list.is_empty()));
    let newest_first = move || {
        desk.versions
            .with(|v| v.list.iter().rev().cloned().collect::<Vec<_>>())
    };
    view! {
        <section class="versions" hidden=move || !any.get() aria-labelledby="versions-title">
            <h2 id="versions-title">{t.say(|s| s.versions)}</h2>
            <ol id="versions">
                <For
                    each=newest_first
                    key=|version| (version.id, version.best)
                    children=move |version| view! { <VersionItem desk version /> }
                />
            </ol>
        </section>
    }
}

/// One version.
#[component]
fn VersionItem(
    /// The state of the page.
    desk: Desk,
    /// The version.
    version: Version,
) -> impl IntoView {
    let t = desk.words;
    let id = version.id;
    let is_here = {
        let text = version.text.clone();
        Memo::new(move |_| desk.text.with(|now| *now == text))
    };
    let take = move |_| {
        let text = desk
            .versions
            .with_untracked(|v| v.find(id).map(|v| v.text.clone()));
        if let Some(text) = text {
            desk.put(&text);
        }
    };
    let author = {
        let version = version.clone();
        move || match &version.who {
            Who::Person => t.get().you.to_owned(),
            Who::Model(name) => (t.get().by_model)(name, version.round),
        }
    };
    let (errors, warnings, partial) = (version.errors, version.warnings, version.partial);
    view! {
        <li
            data-version=id.to_string()
            data-errors=errors.to_string()
            data-best=version.best.then_some("")
            data-here=move || is_here.get().then_some("")
        >
            <p class="verse" lang="zh">{first_line(&version.text)}</p>
            <p class="about">
                <span>{author}</span>
                <span>{move || (t.get().faults)(errors, warnings)}</span>
                {partial.then(|| view! { <span>{t.say(|s| s.partial)}</span> })}
                {version.best.then(|| view! { <span class="best">{t.say(|s| s.best)}</span> })}
                <time>{clock::label(version.at)}</time>
            </p>
            <button
                type="button"
                class="quiet"
                disabled=move || is_here.get()
                on:click=take
            >
                {move || if is_here.get() { t.get().version_here } else { t.get().take_version }}
            </button>
        </li>
    }
}

/// Enough of a text to know it by.
fn first_line(text: &str) -> String {
    const MOST: usize = 18;
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let line = lines.next().unwrap_or_default();
    let mut short: String = line.chars().take(MOST).collect();
    if short.len() < line.len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_known_by_its_first_line() {
        assert_eq!(first_line("\n 清明 \n杜牧"), "清明");
        assert_eq!(first_line(""), "");
        let long = first_line(&"山".repeat(40));
        assert_eq!(long, format!("{}…", "山".repeat(18)));
    }
}
