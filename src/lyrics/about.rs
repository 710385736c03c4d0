//! What is said of the form that a lyric follows: what it rests on, its rhymes, the next best form, and
//! the ways to fix it or to say that the text is no lyric.

use verse::ci::CiReport;

use super::{
    Lyrics,
    evidence::form,
    title::titled,
    words::{in_script, lyric_words, note_in},
};
use crate::{
    keep::plan::Plan,
    ui::{El, div, el, fields},
};

/// Everything that is said; nothing where the text is no lyric and was not said to be none.
pub fn about(lyrics: Lyrics) -> El {
    let desk = lyrics.desk;
    div("lyric-here").part(move || {
        let plan = desk.plan.get();
        let words = lyric_words(desk.words);
        if let Some(own) = lyrics.read.get() {
            return Some(of(lyrics, &own, plan));
        }
        plan.no_lyric.then(|| {
            let back = move || change(lyrics, |plan| plan.no_lyric = false);
            div("lyric").el(button("as-lyric", words.as_lyric, back))
        })
    })
}

fn of(lyrics: Lyrics, own: &CiReport, plan: Plan) -> El {
    let desk = lyrics.desk;
    let (words, language) = (lyric_words(desk.words), desk.words.language());
    let tune = lyrics.tunes.find(&own.tune);
    let tune = tune.and_then(|number| lyrics.tunes.tunes().get(number));
    let mut all = div("lyric").id("lyric");
    if let Some(note) = tune.and_then(|tune| tune.note.as_deref()) {
        all = all.el(el("p")
            .class("note")
            .set("lang", words.tag)
            .text(note_in(language, note)));
    }
    all = all.el(el("p").class("form").text((words.form)(&own.form)));
    if own.rhymes.len() > 1 {
        let rhymes = own.rhymes.iter().enumerate();
        let item = |(at, rhyme)| el("li").text((words.rhyme)(at, rhyme));
        all = all.el(el("ol").class("rhyme-changes").children(rhymes.map(item)));
    }
    let parallel = form(lyrics.tunes, own).map(|form| {
        let lines = form.lines.iter().enumerate();
        lines.filter_map(|(at, line)| Some((at + 1, line.parallel_with_next?)))
    });
    for (line, share) in parallel.into_iter().flatten() {
        all = all.el(el("p").text((words.parallel)(line, share)));
    }
    if let Some(other) = &own.runner_up {
        let name = in_script(language, &other.tune, &other.tune_traditional).to_owned();
        let number = other.form.number;
        let said = if other.tune == own.tune { "" } else { &name };
        let said = (words.runner_up)(other, said);
        let tune = other.tune.clone();
        let take = move || write_to(lyrics, [&tune, &name], Some(number), |_| ());
        all = all.el(el("p")
            .class("runner-up")
            .el(el("span").text(said))
            .el(button("take-runner-up", words.take_form, take)));
    }
    let ways = div("ways");
    let ways = if plan.of_tune.is_some() {
        let find = move || change(lyrics, |plan| plan.of_tune = None);
        ways.el(button("find-form", words.find_form, find))
    } else {
        ways
    };
    let no_lyric = move || change(lyrics, |plan| plan.no_lyric = true);
    all.el(ways.el(button("no-lyric", words.no_lyric, no_lyric)))
}

fn button(id: &'static str, label: &str, press: impl FnMut() + 'static) -> El {
    fields::bare_button("quiet", press).id(id).text(label)
}

fn change(lyrics: Lyrics, change: fn(&mut Plan)) {
    lyrics.desk.plan.update(change);
}

/// Has the text written to a form of a tune (or to the one that is found). The tune goes by its name in the
/// table, and by the one that the title gets.
pub fn write_to(
    lyrics: Lyrics,
    [tune, name]: [&str; 2],
    form: Option<usize>,
    change: fn(&mut Plan),
) {
    let desk = lyrics.desk;
    let text = if desk.welcome.get_untracked() {
        String::new()
    } else {
        desk.text.get_untracked()
    };
    let title = desk.report.with_untracked(|report| report.title.clone());
    let titled = titled(&text, title.as_deref(), name, lyrics.tunes);
    if titled != text {
        desk.put(&titled);
    }
    lyrics.choose_of(tune);
    desk.plan.update(|plan| {
        plan.of_tune = form.map(|form| form as u64);
        plan.no_lyric = false;
        change(plan);
    });
}
