//! The places where the page's module is cut.

// The attribute that marks a place to cut at expands to code that calls into the other module.
#![allow(unsafe_code)]

use leptos::prelude::Owner;
use verse::glosses::Table;

use super::NotFetched;
use crate::{
    compose::{panel::compose_panel, run::Run},
    desk::Desk,
    drafts::drafts,
    learn::learn_room,
    rhymes::rhymes_room,
    settings::panel::settings_panel,
    ui::El,
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
    /// The keeping of drafts: the room, the buttons under the sheet, what is to be said of it.
    keep_drafts as cut_drafts(owner: Owner, desk: Desk, run: Run) -> [El; 3] = owner.with(|| drafts(desk, run))
}

part! {
    /// The glosses of readings.
    glosses as cut_glosses() -> Table = Table::baked()
}
