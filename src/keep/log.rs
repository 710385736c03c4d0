//! What was said to models and what they answered: every request of the last runs.

use serde_json::Value;
use verse::Form;

use super::{Kept, number, object, text};

/// What all runs together may take on the device, in bytes of their texts; the oldest go first.
pub const MOST: usize = 240_000;
/// What they may take in the database: some two hundred short runs. They are in memory as well, and each time they
/// are kept as text, so that the page holds several times as much.
pub const MOST_OF_ALL: usize = 400_000;

/// The runs, oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Log {
    /// The list.
    pub runs: Vec<Talked>,
}

/// A run of a model.
#[derive(Clone, Debug, PartialEq)]
pub struct Talked {
    /// When it began, in milliseconds since 1970.
    pub at: u64,
    /// The model, by its name.
    pub model: String,
    /// The form that was asked for.
    pub form: Form,
    /// The tune, where a lyric was asked for and not that form; else empty.
    pub tune: String,
    /// The rhyme group that the poem has to have; empty where it is free.
    pub group: String,
    /// What was to be changed in a poem; empty where a new one was asked for.
    pub instruction: String,
    /// The requests, in the order in which they went out.
    pub calls: Vec<Called>,
}

/// A request, and what came of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Called {
    /// 0 for the first, then the round.
    pub round: u32,
    /// The lines that were asked for, from 1; none for a whole poem.
    pub open: Vec<usize>,
    /// The best text until then. The reasons are found by checking it, in whatever language the page
    /// has.
    pub base: String,
    /// The whole question.
    pub question: String,
    /// The whole answer.
    pub answer: String,
    /// Its tokens.
    pub tokens: u64,
    /// Whether it made the poem better; `None` where it brought no poem.
    pub better: Option<bool>,
}

impl Talked {
    /// No run yet.
    pub const fn none() -> Self {
        Self {
            at: 0,
            model: String::new(),
            form: Form::SevenQuatrain,
            tune: String::new(),
            group: String::new(),
            instruction: String::new(),
            calls: Vec::new(),
        }
    }
}

impl Called {
    fn bytes(&self) -> usize {
        self.base.len() + self.question.len() + self.answer.len()
    }
}

impl Log {
    /// Adds a run, and lets go of the oldest where they take too much.
    pub fn add(&mut self, run: Talked) {
        self.runs.push(run);
        self.trim(MOST_OF_ALL);
    }

    /// Adds the runs of another log that this one does not have, in the order of their times.
    pub fn join(&mut self, other: Self) {
        for run in other.runs {
            let is_known = |known: &Talked| (known.at, &known.model) == (run.at, &run.model);
            if !self.runs.iter().any(is_known) {
                self.runs.push(run);
            }
        }
        self.runs.sort_by_key(|run| run.at);
        self.trim(MOST_OF_ALL);
    }

    /// Lets go of the oldest runs where all take more than so many bytes.
    fn trim(&mut self, most: usize) {
        self.runs.drain(..self.past(most));
    }

    /// How many runs are too old for so many bytes. The newest stays, whatever it takes.
    fn past(&self, most: usize) -> usize {
        let bytes = |run: &Talked| run.calls.iter().map(Called::bytes).sum::<usize>();
        let mut left = most;
        let fits = |run: &&Talked| {
            let rest = left.checked_sub(bytes(run));
            left = rest.unwrap_or_default();
            rest.is_some()
        };
        let fitting = self.runs.iter().rev().take_while(fits).count();
        self.runs.len() - fitting.max(1).min(self.runs.len())
    }

    /// The text under which it is kept, as [`super::to_text`] has it, with the newest runs that take no more than
    /// so many bytes. It is put together run by run: all of them as values at once are several times their text.
    pub fn to_text(&self, most: usize) -> String {
        let mut text = format!(r#"{{"version":{},"value":["#, Self::VERSION);
        for (at, run) in self.runs.iter().skip(self.past(most)).enumerate() {
            if at > 0 {
                text.push(',');
            }
            text += &to_json(run).to_string();
        }
        text += "]}";
        text
    }
}

impl Kept for Log {
    const NAME: &'static str = "yinchuang.log";
    const VERSION: u64 = 1;

    fn to_json(&self) -> Value {
        self.runs.iter().map(to_json).collect()
    }

    fn from_json(value: &Value) -> Option<Self> {
        let runs = value.as_array()?.iter().map(run);
        Some(Self {
            runs: runs.collect::<Option<_>>()?,
        })
    }
}

fn to_json(run: &Talked) -> Value {
    let call = |call: &Called| {
        object([
            ("round", call.round.into()),
            ("open", call.open.iter().copied().collect()),
            ("base", call.base.as_str().into()),
            ("question", call.question.as_str().into()),
            ("answer", call.answer.as_str().into()),
            ("tokens", call.tokens.into()),
            ("better", call.better.map_or(Value::Null, Value::Bool)),
        ])
    };
    object([
        ("at", run.at.into()),
        ("model", run.model.as_str().into()),
        ("form", run.form.chinese().into()),
        ("tune", run.tune.as_str().into()),
        ("group", run.group.as_str().into()),
        ("instruction", run.instruction.as_str().into()),
        ("calls", run.calls.iter().map(call).collect()),
    ])
}

fn run(value: &Value) -> Option<Talked> {
    let form = text(value, "form")?;
    let calls = value.get("calls")?.as_array()?.iter().map(call);
    Some(Talked {
        at: number(value, "at")?,
        model: text(value, "model")?,
        form: Form::ALL.into_iter().find(|f| f.chinese() == form)?,
        // A page before this one asked for no lyrics.
        tune: text(value, "tune").unwrap_or_default(),
        group: text(value, "group")?,
        instruction: text(value, "instruction")?,
        calls: calls.collect::<Option<_>>()?,
    })
}

fn call(value: &Value) -> Option<Called> {
    let open = value.get("open")?.as_array()?.iter();
    let open = open.map(|line| line.as_u64().and_then(|n| usize::try_from(n).ok()));
    Some(Called {
        round: u32::try_from(number(value, "round")?).ok()?,
        open: open.collect::<Option<_>>()?,
        base: text(value, "base")?,
        question: text(value, "question")?,
        answer: text(value, "answer")?,
        tokens: number(value, "tokens")?,
        better: value.get("better").and_then(Value::as_bool),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keep::{Found, Store, load, memory::MemoryStore, to_text};

    fn talked(answer: &str) -> Talked {
        Talked {
            at: 1_790_000_000_000,
            model: "m-1".to_owned(),
            form: Form::SevenQuatrain,
            tune: "如梦令".to_owned(),
            group: "删".to_owned(),
            instruction: "第三句活泼些".to_owned(),
            calls: vec![
                Called::default(),
                Called {
                    round: 1,
                    open: vec![3, 4],
                    base: "远上寒山石径斜".to_owned(),
                    question: "请重写第三句".to_owned(),
                    answer: answer.to_owned(),
                    tokens: 812,
                    better: Some(false),
                },
            ],
        }
    }

    #[test]
    fn a_log_from_before_lyrics_is_read() {
        let store = MemoryStore::default();
        let mut log = Log::default();
        log.add(talked("白云生处有人家"));
        let old = to_text(&log).replace(r#""tune":"如梦令""#, r#""other":0"#);
        assert!(!old.contains("tune"));
        store.write(Log::NAME, &old).unwrap();
        let Found::Value(log) = load::<Log>(&store) else {
            unreachable!("an older log is read");
        };
        assert_eq!(log.runs[0].tune, "");
    }

    #[test]
    fn a_log_comes_back_as_it_was() {
        let store = MemoryStore::default();
        let mut log = Log::default();
        log.add(talked("停车坐爱枫林晚"));
        store.write(Log::NAME, &to_text(&log)).unwrap();
        assert_eq!(load(&store), Found::Value(log));
    }

    #[test]
    fn the_oldest_runs_go_and_the_newest_stays_whatever_it_takes() {
        let mut log = Log::default();
        for _ in 0..5 {
            log.add(talked(&"x".repeat(MOST_OF_ALL / 3)));
        }
        assert_eq!(log.runs.len(), 2);
        log.trim(MOST);
        assert_eq!(log.runs.len(), 1);
        log.add(talked(&"y".repeat(2 * MOST_OF_ALL)));
        assert_eq!(log.runs.len(), 1);
        assert!(log.runs[0].calls[1].answer.starts_with('y'));
    }

    #[test]
    fn the_text_is_that_of_the_newest_runs() {
        let mut log = Log::default();
        let store = MemoryStore::default();
        let load_text = |log: &Log, most| {
            store.write(Log::NAME, &log.to_text(most)).unwrap();
            load::<Log>(&store)
        };
        assert_eq!(load_text(&log, MOST), Found::Value(log.clone()));
        for answer in ["a", "b\"\n", "c"] {
            log.add(talked(answer));
        }
        assert_eq!(load_text(&log, MOST), Found::Value(log.clone()));
        let one = talked("c").calls[1].bytes();
        for (most, first) in [(0, 2), (one, 2), (2 * one, 2), (2 * one + 2, 1)] {
            let newest = Log {
                runs: log.runs[first..].to_vec(),
            };
            assert_eq!(load_text(&log, most), Found::Value(newest), "{most}");
        }
    }

    #[test]
    fn two_logs_become_one_in_the_order_of_time() {
        let at = |at, answer| Talked {
            at,
            ..talked(answer)
        };
        let mut log = Log {
            runs: vec![at(1, "a"), at(5, "c")],
        };
        log.join(Log {
            runs: vec![at(3, "b"), at(5, "c")],
        });
        let times: Vec<u64> = log.runs.iter().map(|run| run.at).collect();
        assert_eq!(times, [1, 3, 5]);
    }

    #[test]
    fn what_is_foreign_is_kept_aside() {
        let store = MemoryStore::default();
        let mut log = Log::default();
        log.add(talked(""));
        let foreign = to_text(&log).replace("七言绝句", "八言绝句");
        store.write(Log::NAME, &foreign).unwrap();
        assert!(matches!(load::<Log>(&store), Found::SetAside(_)));
    }
}
