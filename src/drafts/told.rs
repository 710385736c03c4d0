//! What has to be said of the drafts whatever room one is in: that nothing is kept, that another
//! tab has changed the draft or thrown it away, or that its past is gone.

use leptos::task::spawn_local;

use super::{
    base::Failure,
    keeper::{Keeper, Standing},
    record::Head,
    room::files,
    words::words,
};
use crate::ui::{El, State, div, el, fields, memo, watch};

/// What is said.
pub fn told(keeper: Keeper) -> El {
    // The failure that the person has seen.
    let seen = State::new(None::<Failure>);
    // What comes again after all was well is told again.
    watch(move |_| {
        if keeper.standing.get() == Standing::Open && seen.get_untracked().is_some() {
            seen.set(None);
        }
    });
    let failed = move || match keeper.standing.get() {
        Standing::Failed(failure) if seen.get() != Some(failure) => Some(failure),
        _ => None,
    };
    let is_binned = memo(move || {
        let open = keeper.desk.draft.get();
        let is_it = |head: &Head| head.id == open && head.deleted.is_some();
        keeper.heads.with(|heads| heads.iter().any(is_it))
    });
    div("told")
        .part(move || failed().map(|failure| not_kept(keeper, failure, seen)))
        .when(move || keeper.is_bare.get(), move || bare(keeper))
        .when(
            move || keeper.behind.with(Option::is_some),
            move || behind(keeper),
        )
        .when(move || is_binned.get(), move || binned(keeper))
}

fn not_kept(keeper: Keeper, failure: Failure, seen: State<Option<Failure>>) -> El {
    let t = keeper.desk.words;
    let said = State::new(String::new());
    let rescue = fields::bare_button("quiet", move || {
        files::export_all(keeper, files::Kind::Json, move |what| said.set(what));
    })
    .id("drafts-rescue")
    .live(move || words(t).rescue.to_owned());
    let away = fields::bare_button("quiet", move || seen.set(Some(failure))).say(t, |s| s.put_away);
    let words = move || {
        let failed = (words(t).failed)(failure);
        [failed, &said.get()].join(" ").trim_end().to_owned()
    };
    notice("drafts-failed", words, [rescue, away])
}

/// The text of a draft comes from the list, without its past.
fn bare(keeper: Keeper) -> El {
    let t = keeper.desk.words;
    let away = fields::bare_button("quiet", move || keeper.is_bare.set(false));
    let away = away.say(t, |s| s.put_away);
    notice("draft-bare", move || words(t).bare.to_owned(), [away])
}

fn binned(keeper: Keeper) -> El {
    let t = keeper.desk.words;
    let back = move || {
        let id = keeper.desk.draft.get_untracked();
        spawn_local(async move {
            keeper.take_out(&id).await;
        });
    };
    let back = fields::bare_button("quiet", back)
        .id("put-back")
        .live(move || words(t).put_back.to_owned());
    notice("draft-binned", move || words(t).binned.to_owned(), [back])
}

fn behind(keeper: Keeper) -> El {
    let t = keeper.desk.words;
    let theirs = fields::bare_button("quiet", move || keeper.take_theirs())
        .id("take-theirs")
        .live(move || words(t).take_theirs.to_owned());
    let ours = fields::bare_button("quiet", move || keeper.keep_ours())
        .id("keep-ours")
        .live(move || words(t).keep_ours.to_owned());
    let said = move || words(t).behind.to_owned();
    notice("draft-behind", said, [theirs, ours])
}

/// A sentence, and the ways on.
fn notice<const WAYS: usize>(
    id: &'static str,
    said: impl Fn() -> String + Send + 'static,
    ways: [El; WAYS],
) -> El {
    el("p")
        .id(id)
        .class("notice")
        .el(el("span").live(said))
        .el(el("span").class("ways").children(ways))
}
