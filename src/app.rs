//! The whole page.

use leptos::prelude::*;

use crate::{
    browser::page,
    compose::{panel::ComposePanel, run::Run, versions::VersionList},
    desk::{Desk, Notice, Outside},
    persist::keep_saved,
    settings::panel::SettingsPanel,
    view::View,
    write::{
        field::TextField, head::SheetHead, marked::Marked, verdict::Verdict, welcome::Welcome,
    },
};

/// The page.
#[component]
pub fn App(
    /// What it needs from outside.
    outside: Outside,
) -> impl IntoView {
    let desk = Desk::open(outside);
    let run = Run::new();
    keep_saved(desk);
    page::on_hash(move |hash| desk.view.set(View::of(&hash)));
    Effect::new(move || {
        let theme = desk.settings.with(|settings| settings.theme);
        page::set_root("data-theme", theme.name());
    });
    let t = desk.words;
    Effect::new(move || page::set_root("lang", t.get().tag));
    let settings_open = move || desk.view.get() == View::Settings;
    view! {
        <div class="house" data-view=move || desk.view.get().name()>
            <Bar desk />
            <NoticeBar desk />
            <main>
            <div class="room" hidden=settings_open>
                <section class="paper" aria-label=t.say(|s| s.sheet_label)>
                    <Welcome desk />
                    <SheetHead desk />
                    <div class="sheet">
                        <TextField desk />
                        <Marked desk />
                    </div>
                </section>
                <div class="margin">
                    <ComposePanel desk run />
                    <Verdict desk />
                    <VersionList desk />
                </div>
            </div>
            <SettingsPanel desk />
            </main>
        </div>
    }
}

/// The thin bar with the ways through the page.
#[component]
fn Bar(
    /// The state of the page.
    desk: Desk,
) -> impl IntoView {
    let t = desk.words;
    let links: Vec<_> = View::ALL
        .into_iter()
        .map(|view| {
            let here = move || (desk.view.get() == view).then_some("page");
            view! {
                <a href=view.hash() aria-current=here>{move || (t.get().nav)(view)}</a>
            }
        })
        .collect();
    view! {
        <header class="bar">
            <h1 class="brand" lang="zh-Hans">{t.say(|s| s.brand)}</h1>
            <nav aria-label=t.say(|s| s.nav_label)>{links}</nav>
        </header>
    }
}

/// What the person should know about keeping, until it is put away.
#[component]
fn NoticeBar(
    /// The state of the page.
    desk: Desk,
) -> impl IntoView {
    let t = desk.words;
    let words = move |notice| match notice {
        Notice::NotKept => t.get().not_kept,
        Notice::SetAside => t.get().set_aside,
    };
    view! {
        <div class="notices" role="status">
            {move || {
                desk.notice.get().map(|notice| {
                    view! {
                        <p id="notice" class="notice">
                            <span>{move || words(notice)}</span>
                            <button
                                type="button"
                                class="quiet"
                                on:click=move |_| desk.notice.set(None)
                            >
                                {t.say(|s| s.put_away)}
                            </button>
                        </p>
                    }
                })
            }}
        </div>
    }
}
