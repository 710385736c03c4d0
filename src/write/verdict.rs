//! The verdict: form, line types, rhyme, counts, findings. A column where there is room; one line
//! that opens from below where there is not.

use verse::{Report, Severity};

use super::{findings::with_findings, line::severity_name, sheet::Sheet};
use crate::{
    browser::timer::Debounce,
    desk::{Desk, is_lyric},
    ui::{El, State, Worked, div, el, fields, memo, watch},
};

/// How long the verdict must have stood before it is read out.
const QUIET: u32 = 900;

/// The verdict. `picked` is what is said of a character that is looked at, `lyric` of the form of a lyric;
/// `more` stands below the findings.
pub fn verdict(desk: Desk, picked: El, lyric: El, more: El) -> El {
    let t = desk.words;
    let report = desk.beside;
    let open = State::new(false);
    let summary = memo(move || report.with(t.get().summary));
    let press = move || {
        let opens = !(open.get_untracked() || desk.picked.get_untracked().is_some());
        open.set(opens);
        if opens {
            desk.field.leave();
        } else {
            desk.picked.set(None);
        }
    };
    // A character that is looked at opens it, too.
    let is_open = memo(move || open.get() || desk.picked.get().is_some());
    let handle = fields::bare_button("handle", press)
        .id("verdict-handle")
        // Left by a press, the field would move this line away from under the finger.
        .on("mousedown", |event| event.prevent_default())
        .bind("aria-expanded", move || Some(is_open.get().to_string()))
        .set("aria-controls", "verdict-body")
        .el(el("span").class("summary").live(move || summary.get()))
        .el(el("span").class("chevron").set("aria-hidden", "true"));
    let fact = |id, name, value: El| [el("dt").say(t, name), value.id(id)];
    let types = el("dd").live(move || report.with(types));
    let rhyme = el("dd").live(move || report.with(t.get().verdict_rhyme));
    let facts = el("dl")
        .class("facts")
        .children(fact("verdict-types", |s| s.types, types))
        .children(fact("verdict-rhyme", |s| s.rhyme, rhyme));
    let body = div("verdict-body")
        .id("verdict-body")
        .el(picked)
        .el(el("h2")
            .id("verdict-form")
            .live(move || report.with(t.get().verdict_form)))
        .el(facts)
        .el(lyric)
        .el(counts(desk));
    el("section")
        .id("verdict")
        .class("verdict")
        .flag("data-open", move || is_open.get())
        .phrase("aria-label", t, |s| s.verdict_label)
        .el(handle)
        .el(with_findings(body, desk).el(more))
        .el(spoken(desk, summary))
}

/// The line types, or a dash where the poem has none; of a lyric how long its lines are.
fn types(report: &Report) -> String {
    if is_lyric(report) {
        let lengths = report.lines.iter().map(|line| line.chars.len().to_string());
        lengths.collect::<Vec<_>>().join(" ")
    } else if report.lines.iter().any(|line| line.line_type.is_some()) {
        report.line_types()
    } else {
        "—".to_owned()
    }
}

/// How many findings of each severity there are. All five stand there always, so that nothing
/// moves.
fn counts(desk: Desk) -> El {
    const ALL: [Severity; 5] = [
        Severity::Error,
        Severity::Warning,
        Severity::Note,
        Severity::Rescue,
        Severity::Advice,
    ];
    let t = desk.words;
    let items = ALL.map(|severity| {
        let count = move || desk.beside.with(|report| report.count(severity));
        el("li")
            .set("data-severity", severity_name(severity))
            .flag("data-none", move || count() == 0)
            .el(el("span")
                .class("name")
                .live(move || (t.get().severity)(severity).to_owned()))
            .el(el("span").class("count").live(move || count().to_string()))
    });
    el("ul").class("counts").children(items)
}

/// What a screen reader is told, politely and not at every keystroke: what is found in the line that
/// was written, and the verdict on the whole.
fn spoken(desk: Desk, summary: Worked<String>) -> El {
    let t = desk.words;
    let spoken = State::new(String::new());
    let known = State::new(Vec::new());
    let later = Debounce::new();
    watch(move |first| {
        let tell = t.get().line_label;
        let told = move || {
            let lines = |sheet: &Sheet| sheet.lines.iter().map(tell).collect::<Vec<_>>();
            desk.sheet.with_untracked(lines)
        };
        summary.track();
        desk.sheet.track();
        // What stands there when the page opens is found by reading; only changes are told.
        if first {
            known.set(told());
            return;
        }
        later.after(QUIET, move || {
            let lines = told();
            let words = known.with_untracked(|known| changed(known, &lines).map(str::to_owned));
            let summary = summary.get_untracked();
            spoken.set(format!("{}{summary}", words.unwrap_or_default()));
            known.set(lines);
        });
    });
    el("p")
        .id("verdict-spoken")
        .class("unseen")
        .set("role", "status")
        .live(move || spoken.get())
}

/// The one line that has changed; none where several have, as after pasting.
fn changed<'a>(before: &[String], now: &'a [String]) -> Option<&'a str> {
    let mut new = now
        .iter()
        .enumerate()
        .filter(|(at, line)| before.get(*at) != Some(line));
    match (new.next(), new.next()) {
        (Some((_, line)), None) => Some(line),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_changed_line_is_told_and_several_are_not() {
        let lines = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let before = lines("a b c");
        for (now, told) in [
            ("a b c", None),
            ("a x c", Some("x")),
            ("a b c d", Some("d")),
            ("a b", None),
            ("x y c", None),
        ] {
            assert_eq!(changed(&before, &lines(now)), told, "{now}");
        }
    }
}
