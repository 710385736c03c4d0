//! What providers answer: a poem, lines of one, candidates, an opinion; an error; the list of models.

use std::{
    collections::BTreeSet,
    sync::{Arc, LazyLock},
};

use muse::{
    Secret, TuneForm,
    answer::{self, Shape},
    critique::claims,
    wire::{models, said::Said, status},
};
use verse::{Form, Language, Options, Report, ci::Tunes};

use crate::{choose, one_of};

const KEY: &str = "sk-0123456789abcdef";
const POEM: &str = "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。";

/// What an opinion is about.
static REPORT: LazyLock<Report> = LazyLock::new(|| verse::check(POEM, &Options::default()));

/// Forms of tunes: without a change of rhyme and with three, with repeated words, a line of one character.
static LYRICS: LazyLock<Vec<TuneForm>> = LazyLock::new(|| {
    let tunes = Tunes::baked().map(Arc::new);
    let names = ["如梦令", "菩萨蛮", "忆秦娥", "十六字令", "念奴娇"];
    let forms = names
        .iter()
        .filter_map(|name| TuneForm::find(tunes.as_ref()?, name, 1));
    forms.collect()
});

/// Loads the forms.
pub fn load() {
    LazyLock::force(&LYRICS);
}

/// Two bytes choose the form and the lines that were asked for; the rest is the answer.
pub fn run(mut data: &[u8]) {
    let chosen = choose(&mut data);
    let bits = choose(&mut data);
    let text = String::from_utf8_lossy(data);
    let lyric = LYRICS.get(chosen % LYRICS.len().max(1));
    let lyric = lyric.map(|tune| Shape::lyric(tune.clone()));
    for shape in [Some(Shape::of(one_of(&Form::ALL, chosen))), lyric] {
        let Some(shape) = shape else { continue };
        let asked: Vec<usize> = (1..=8.min(shape.lines()))
            .filter(|n| bits >> (n - 1) & 1 == 1)
            .collect();
        verse_in(&text, &shape, &asked);
    }
    for claim in claims(&text, &REPORT) {
        assert!(!format!("{claim:?}").is_empty());
    }
    error_in(&text, bits);
}

fn verse_in(text: &str, shape: &Shape, asked: &[usize]) {
    if let Some(poem) = answer::poem(text, shape) {
        assert!(!poem.lines.is_empty());
        // What was taken for verse is written down, and read again as the same lines.
        let written = answer::text_of(&poem.lines);
        assert!(written.lines().count() >= 1, "{written:?}");
    }
    for line in answer::so_far(text, shape) {
        assert!(line.len() <= text.chars().count());
    }
    let mut numbers = BTreeSet::new();
    for (number, _) in answer::lines(text, shape, asked) {
        assert!(asked.contains(&number), "{number} was not asked for");
        assert!(numbers.insert(number), "each number once");
    }
    for (number, line) in answer::candidates(text, shape, asked) {
        assert!(asked.contains(&number) && !line.is_empty());
    }
}

/// The key is in no sentence, and none is long or has a line's end.
fn error_in(text: &str, status: usize) {
    let key = Secret::new(KEY);
    let said = Said::read(text, &key);
    let statuses = [400, 401, 402, 403, 404, 408, 429, 500, 503, 529, 418, 0];
    let error = status::error(one_of(&statuses, status), said.clone(), Some(text));
    for language in Language::ALL {
        let sentence = error.sentence(language);
        assert!(!sentence.is_empty() && !sentence.contains(KEY));
    }
    // An ellipsis, and the two that hold together what is written from right to left.
    assert!(said.text.chars().count() <= 203 && !said.text.contains(KEY));
    assert!(!said.text.contains(char::is_control));
    let Ok(value) = serde_json::from_str(text) else {
        return;
    };
    if let Some(names) = models::read(&value, &key) {
        assert!(names.len() <= 2000 && names.is_sorted());
        assert!(names.iter().all(|name| !name.contains(KEY)));
    }
}
