//! The places where the page's module is cut.

// The attribute that marks a place to cut at expands to code that calls into the other module.
#![allow(unsafe_code)]

use leptos::prelude::Owner;
use send_wrapper::SendWrapper;
use verse::glosses::Table;

use super::NotFetched;
use crate::{
    compose::{panel::compose_panel, run::Run},
    couplets::{Judge, couplets},
    desk::Desk,
    drafts::drafts,
    hand::hand_room,
    learn::learn_room,
    lyrics::lyrics_room,
    rhymes::rhymes_room,
    settings::{gone, panel::settings_panel},
    share::share_room,
    ui::El,
    update::{self, Take},
    write::tools::writing_tools,
};

#[cfg(feature = "split")]
impl From<leptos::wasm_split::SplitLoaderError> for NotFetched {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// Defines a part: an async function that fetches it. Where the page is not cut, what it does is done
/// at once.
macro_rules! part {
    ($(#[$doc:meta])* $name:ident as $cut:ident ($($argument:ident: $type:ty),*) -> $result:ty = $body:expr) => {
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split($cut, wasm_split_path = ::leptos::wasm_split, fallible)]
        fn $cut($($argument: $type),*) -> Result<$result, NotFetched> {
            Ok($body)
        }

        $(#[$doc])*
        pub(super) async fn $name($($argument: $type),*) -> Result<$result, NotFetched> {
            #[cfg(feature = "split")]
            return $cut($($argument),*).await;
            #[cfg(not(feature = "split"))]
            Ok($body)
        }
    };
}

part! {
    /// The rooms of the models, put together among what belongs to `owner`.
    models as cut_models(owner: Owner, desk: Desk, run: Run) -> [El; 3] = owner.with(|| {
        // Before anything asks for a connection. (The page's first module does without the table of providers.)
        gone::settle(desk);
        let [compose, board] = compose_panel(desk, run);
        [compose, board, settings_panel(desk)]
    })
}

part! {
    /// The room of reading and learning.
    learn as cut_learn(owner: Owner, desk: Desk) -> El = owner.with(|| learn_room(desk))
}

part! {
    /// The room of the rhyme books.
    rhymes as cut_rhymes(owner: Owner, desk: Desk) -> El = owner.with(|| rhymes_room(desk))
}

part! {
    /// Antithesis: what judges it, and the list beside the findings.
    antithesis as cut_antithesis(owner: Owner, desk: Desk) -> Option<(SendWrapper<Judge>, El)> = owner.with(|| couplets(desk))
}

part! {
    /// The offer of a new version of the page.
    offer as cut_offer(owner: Owner, desk: Desk, run: Run, take: Take) -> El =
        owner.with(|| update::offer(desk, run, take))
}

part! {
    /// What is looked at while writing.
    tools as cut_tools(owner: Owner, desk: Desk) -> [El; 3] = owner.with(|| writing_tools(desk))
}

part! {
    /// The room of giving away, and what is said of a poem that came.
    share as cut_share(owner: Owner, desk: Desk) -> [El; 2] = owner.with(|| share_room(desk))
}

part! {
    /// The keeping of drafts: the room, the buttons under the sheet, what is to be said of it, and the versions of the
    /// draft.
    keep_drafts as cut_drafts(owner: Owner, desk: Desk, run: Run) -> [El; 4] = owner.with(|| drafts(desk, run))
}

part! {
    /// What is at hand for the places that are looked at, and what poets have written before.
    hand as cut_hand(owner: Owner, desk: Desk) -> [El; 2] = owner.with(|| hand_room(desk))
}

part! {
    /// What knows of lyrics: the choice of a tune, and what is said of a form. `None` if the table of this version
    /// cannot be read.
    lyrics as cut_lyrics(owner: Owner, desk: Desk) -> Option<[El; 2]> = owner.with(|| lyrics_room(desk))
}

part! {
    /// The glosses of readings.
    glosses as cut_glosses() -> Table = Table::baked()
}
