//! Drawings: paths in an `svg`.

use std::borrow::Cow;

use super::{El, Piece, piece};

/// A drawing that nobody reads out: paths, each of a class.
pub fn picture(
    class: &'static str,
    view_box: &str,
    paths: impl IntoIterator<Item = (&'static str, String)>,
) -> El {
    drawing(class, view_box.to_owned(), paths).el()
}

/// The same, to be changed in place.
pub fn drawing(
    class: &'static str,
    view_box: impl Into<Cow<'static, str>>,
    paths: impl IntoIterator<Item = (&'static str, impl Into<Cow<'static, str>>)>,
) -> Piece {
    let path = |(class, path)| piece("path").class(class).set("d", path);
    piece("svg")
        .class(class)
        .set("viewBox", view_box)
        .set("aria-hidden", "true")
        .with(paths.into_iter().map(path))
}
