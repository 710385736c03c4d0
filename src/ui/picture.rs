//! Drawings: paths in an `svg`.

use super::{El, el};

/// A drawing that nobody reads out: paths, each of a class.
pub fn picture(
    class: &'static str,
    view_box: &str,
    paths: impl IntoIterator<Item = (&'static str, String)>,
) -> El {
    let path = |(class, path): (&'static str, String)| el("path").class(class).set("d", &path);
    el("svg")
        .class(class)
        .set("viewBox", view_box)
        .set("aria-hidden", "true")
        .children(paths.into_iter().map(path))
}
