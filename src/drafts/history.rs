//! What stood in the field, step by step, so that one can go back and forth through it, after a
//! reload as well.

use serde_json::Value;

use crate::keep::{number, object, text};

/// Steps that are kept at most.
const STEPS: usize = 200;
/// What the texts of the steps before the newest may take, in bytes.
const BYTES: usize = 400_000;
/// So many times as much may be ahead of where one is: what comes from a file could be anything.
const FAR: usize = 10;
/// A text of more bytes is no poem but a book: where there is no room books go first, so that one that is pasted
/// over a poem does not push it out.
const BOOK: usize = 20_000;

/// What stood in the field, oldest first, and where one is in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    steps: Vec<Step>,
    here: usize,
}

/// A text that stood in the field.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    text: String,
    at: u64,
}

impl History {
    /// Notes what stands in the field now. Who has gone back and then writes on, goes on from there:
    /// what was ahead stays behind, it is not thrown away.
    pub fn note(&mut self, text: &str, at: u64) {
        let here = self.steps.get(self.here);
        if here.is_some_and(|step| step.text == text) {
            return;
        }
        let again = here.filter(|_| self.here + 1 < self.steps.len());
        let again = again.map(|step| Step { at, ..step.clone() });
        self.steps.extend(again);
        self.steps.push(Step {
            text: text.to_owned(),
            at,
        });
        self.here = self.steps.len() - 1;
        self.trim();
    }

    /// Goes a step back.
    pub fn back(&mut self) -> Option<&str> {
        self.go(self.here.checked_sub(1)?)
    }

    /// Goes a step forth.
    pub fn forth(&mut self) -> Option<&str> {
        self.go(self.here + 1)
    }

    fn go(&mut self, to: usize) -> Option<&str> {
        let step = self.steps.get(to)?;
        self.here = to;
        Some(&step.text)
    }

    /// Whether there are steps behind, and ahead.
    pub fn ways(&self) -> [bool; 2] {
        [self.here > 0, self.here + 1 < self.steps.len()]
    }

    /// Whether this is the text of the step where one is.
    pub fn is_at(&self, text: &str) -> bool {
        self.steps
            .get(self.here)
            .is_some_and(|step| step.text == text)
    }

    /// Whether this text has stood in the field.
    pub fn has(&self, text: &str) -> bool {
        self.steps.iter().any(|step| step.text == text)
    }

    /// The steps whose texts another history does not have.
    pub fn beyond(&self, other: &Self) -> Self {
        let new = self.steps.iter().filter(|step| !other.has(&step.text));
        Self {
            steps: new.cloned().collect(),
            here: 0,
        }
    }

    /// Adds the steps of another history of the same draft, in the order of their times. One stays
    /// where one is.
    pub fn merge(&mut self, other: &Self) {
        let new = other.steps.iter().filter(|step| !self.steps.contains(step));
        let new: Vec<Step> = new.cloned().collect();
        if new.is_empty() {
            return;
        }
        let Some(here) = self.steps.get(self.here).cloned() else {
            self.clone_from(other);
            return;
        };
        // After a reload there is the one text of the field: one is where one was with it.
        if self.steps.len() == 1 && other.is_at(&here.text) {
            self.clone_from(other);
            return;
        }
        self.steps.extend(new);
        self.steps.sort_by_key(|step| step.at);
        let same = self.steps.iter().rposition(|step| *step == here);
        self.here = same.unwrap_or(0);
        self.trim();
    }

    fn trim(&mut self) {
        let size = |step: &Step| step.text.len();
        self.keep_near();
        let before = self.steps.iter().rev().skip(1);
        let mut bytes: usize = before.map(size).sum();
        while self.here > 0 && bytes > BYTES {
            let is_book = |step: &Step| size(step) > BOOK;
            let gone = self.steps.iter().take(self.here).position(is_book);
            bytes -= size(&self.steps.remove(gone.unwrap_or(0)));
            self.here -= 1;
        }
        // What is ahead of where one is is what was written last, and stays unless it is no work of a hand.
        while bytes > BYTES * FAR && self.steps.len() > self.here + 1 {
            self.steps.pop();
            bytes -= self.steps.last().map_or(0, size).min(bytes);
        }
    }

    /// No more steps than are kept: the oldest go, and where a file has far too many, those farthest ahead.
    fn keep_near(&mut self) {
        let old = self.steps.len().saturating_sub(STEPS).min(self.here);
        self.steps.drain(..old);
        self.here -= old;
        self.steps.truncate(STEPS * FAR);
    }

    /// The history as it is kept.
    pub fn to_json(&self) -> Value {
        let step =
            |step: &Step| object([("text", step.text.as_str().into()), ("at", step.at.into())]);
        object([
            ("here", self.here.into()),
            ("steps", self.steps.iter().map(step).collect()),
        ])
    }

    /// The history as it was kept.
    pub fn from_json(value: &Value) -> Option<Self> {
        let step = |value: &Value| {
            Some(Step {
                text: text(value, "text")?,
                at: number(value, "at")?,
            })
        };
        let steps = value.get("steps")?.as_array()?.iter().map(step);
        let steps: Vec<Step> = steps.collect::<Option<_>>()?;
        let here = usize::try_from(number(value, "here")?).ok()?;
        let mut history = Self {
            here: here.min(steps.len().saturating_sub(1)),
            steps,
        };
        history.trim();
        Some(history)
    }

    /// The same with every text made anew.
    pub fn map(mut self, clean: impl Fn(&str) -> String) -> Self {
        for step in &mut self.steps {
            step.text = clean(&step.text);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn history(texts: &[&str]) -> History {
        let mut history = History::default();
        for (text, at) in texts.iter().zip(1..) {
            history.note(text, at);
        }
        history
    }

    fn texts(history: &History) -> Vec<&str> {
        history.steps.iter().map(|s| s.text.as_str()).collect()
    }

    #[test]
    fn one_goes_back_and_forth_and_the_same_is_noted_once() {
        let mut history = history(&["春", "春眠", "春眠", "春眠不"]);
        assert_eq!(history.ways(), [true, false]);
        assert_eq!(history.back(), Some("春眠"));
        assert_eq!(history.ways(), [true, true]);
        assert_eq!(history.back(), Some("春"));
        assert_eq!(history.back(), None);
        assert_eq!(history.ways(), [false, true]);
        assert_eq!(history.forth(), Some("春眠"));
        assert_eq!(history.forth(), Some("春眠不"));
        assert_eq!(history.forth(), None);
        assert_eq!(History::default().ways(), [false, false]);
    }

    #[test]
    fn writing_on_after_going_back_throws_nothing_away() {
        let mut history = history(&["一", "二", "三"]);
        history.back();
        history.back();
        history.note("四", 9);
        assert_eq!(texts(&history), ["一", "二", "三", "一", "四"]);
        assert_eq!(history.back(), Some("一"));
        assert_eq!(history.back(), Some("三"));
    }

    #[test]
    fn the_oldest_steps_go_and_the_newest_stays_whatever_it_takes() {
        let mut history = History::default();
        for at in 0..STEPS as u64 + 50 {
            history.note(&at.to_string(), at);
        }
        assert_eq!(history.steps.len(), STEPS);
        assert!(!history.has("0") && history.has("249"));
        let long = |text: &str| text.repeat(BOOK);
        for (at, text) in "一二三四五六七八九十".split("").enumerate() {
            history.note(&long(text), 900 + at as u64);
        }
        let bytes: usize = history.steps.iter().map(|s| s.text.len()).sum();
        assert!(bytes <= BYTES + long("十").len());
        assert!(history.has(&long("十")) && !history.has(&long("一")));
    }

    #[test]
    fn a_file_with_too_many_steps_is_cut_wherever_one_is_in_it() {
        let steps: Vec<String> = (0..50_000)
            .map(|at| format!(r#"{{"text":"{at}","at":{at}}}"#))
            .collect();
        for here in [0, 25_000, 9_999_999] {
            let text = format!(r#"{{"here":{here},"steps":[{}]}}"#, steps.join(","));
            let kept = History::from_json(&serde_json::from_str(&text).unwrap()).unwrap();
            assert!(kept.steps.len() <= STEPS * FAR);
            assert!(kept.is_at(&here.min(49_999).to_string()), "{here}");
        }
        let long = "x".repeat(BYTES);
        let mut history = History::default();
        for at in 0..30 {
            history.steps.push(Step {
                text: format!("{long}{at}"),
                at,
            });
        }
        history.trim();
        assert!(history.steps.len() <= FAR + 2 && history.is_at(&format!("{long}0")));
    }

    #[test]
    fn a_book_does_not_push_a_poem_out() {
        let mut history = history(&["春眠不觉晓"]);
        let book = "书".repeat(BYTES);
        for at in 5..9 {
            history.note(&format!("{book}{at}"), at);
        }
        assert_eq!(history.steps.len(), 2);
        assert_eq!(history.back(), Some("春眠不觉晓"));
    }

    #[test]
    fn two_histories_become_one_in_the_order_of_time() {
        let mut ours = history(&["一", "二"]);
        let mut theirs = history(&["一"]);
        theirs.note("三", 5);
        ours.note("四", 7);
        ours.back();
        ours.merge(&theirs);
        assert_eq!(texts(&ours), ["一", "二", "三", "四"]);
        assert_eq!(ours.forth(), Some("三"));
        let mut empty = History::default();
        empty.merge(&theirs);
        assert_eq!(empty, theirs);
        ours.merge(&theirs);
        assert_eq!(texts(&ours).len(), 4);
    }

    #[test]
    fn after_a_reload_one_is_where_one_was() {
        let mut kept = history(&["一", "二", "三"]);
        kept.back();
        let mut fresh = History::default();
        fresh.note("二", 99);
        fresh.merge(&kept);
        assert_eq!(fresh, kept);
        assert_eq!(fresh.forth(), Some("三"));
    }

    #[test]
    fn it_comes_back_as_it_was_and_foreign_places_are_mended() {
        let mut history = history(&["一", "二", "三"]);
        history.back();
        assert_eq!(History::from_json(&history.to_json()), Some(history));
        for (foreign, is_read) in [
            (r#"{"here":9,"steps":[{"text":"一","at":1}]}"#, true),
            (r#"{"here":9,"steps":[]}"#, true),
            (r#"{"here":-1,"steps":[]}"#, false),
            (r#"{"here":0,"steps":[{"text":"一"}]}"#, false),
            ("[]", false),
        ] {
            let read = History::from_json(&serde_json::from_str(foreign).unwrap());
            assert_eq!(read.is_some(), is_read, "{foreign}");
            assert!(read.is_none_or(|mut history| history.forth().is_none()));
        }
    }
}
