//! The marks, drawn as small shapes: fonts disagree about ○ and ◉, and a screen reader should not
//! read them out.

use leptos::{either::EitherOf7, prelude::*};
use verse::Severity;

use super::sheet::Mark;

/// One mark. The shape carries the meaning; the style sheet repeats it in colour.
#[component]
pub fn MarkShape(
    /// The shape.
    mark: Mark,
    /// Whether the place is free.
    free: bool,
    /// The fault that rings it.
    fault: Option<Severity>,
    /// Whether it belongs to a rescue.
    rescue: bool,
) -> impl IntoView {
    // A free place has the same shape, smaller and lighter.
    let r = if free { "4" } else { "5" };
    let shape = match mark {
        Mark::Level => EitherOf7::A(view! { <circle class="line" cx="10" cy="10" r=r /> }),
        Mark::Oblique => EitherOf7::B(view! { <circle class="solid" cx="10" cy="10" r=r /> }),
        // Solid, with a wedge cut out at the upper right: the tone that was cut short.
        Mark::Entering => EitherOf7::C(view! {
            <path class="solid" d=if free { NOTCHED_SMALL } else { NOTCHED } />
        }),
        Mark::Rhyme => EitherOf7::D(view! {
            <circle class="line" cx="10" cy="10" r="5.5" />
            <circle class="line" cx="10" cy="10" r="2.2" />
        }),
        Mark::ObliqueRhyme => EitherOf7::E(view! {
            <circle class="line" cx="10" cy="10" r="5.5" />
            <circle class="solid" cx="10" cy="10" r="3" />
        }),
        Mark::Unknown => EitherOf7::F(view! {
            <circle class="line dotted" cx="10" cy="10" r="5" />
            <circle class="solid" cx="10" cy="10" r="1" />
        }),
        Mark::Blank => EitherOf7::G(view! { <path class="line" d="M5 10h10" /> }),
    };
    let ring = fault.map(|severity| {
        let class = if severity == Severity::Error {
            "ring"
        } else {
            "ring dotted"
        };
        view! { <circle class=class cx="10" cy="10" r="8.5" /> }
    });
    let tie = rescue.then(|| view! { <path class="tie" d="M4 17.5q6 3.4 12 0" /> });
    view! {
        <svg class="mark" viewBox="0 0 20 20" aria-hidden="true">
            {shape}
            {ring}
            {tie}
        </svg>
    }
}

const NOTCHED: &str = "M10 10L10 5A5 5 0 1 0 15 10Z";
const NOTCHED_SMALL: &str = "M10 10L10 6A4 4 0 1 0 14 10Z";
