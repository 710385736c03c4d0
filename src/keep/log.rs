//! What was said to models and what they answered: every request of the last runs.

use serde_json::Value;
use verse::Form;

use super::{Kept, number, object, text};
use crate::browser::clock;

/// What all runs together may take on the device, in bytes of their texts; the oldest go first.
pub const MOST: usize = 240_000;
/// What they may take in the database: some two hundred short runs. They are in memory as well, and each time they
/// are kept as text, so that the page holds several times as much.
pub const MOST_OF_ALL: usize = 400_000;

/// What a run or a request takes beside its texts, in bytes: names of fields, numbers, marks.
const FRAME: usize = 100;
/// The longest name that is kept, in bytes.
const LONGEST_NAME: usize = 800;
/// The longest of the other texts, in bytes. Answers are written down as far as this.
pub const LONGEST: usize = 40_000;
/// The most requests of a run: three times what the budget allows.
const CALLS: usize = 100;
/// The most lines that a request asks for.
const LINES: usize = 200;
/// A clock may be wrong by so much, in milliseconds: a day.
const AHEAD: u64 = 24 * 60 * 60 * 1000;

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

    fn bytes(&self) -> usize {
        let texts = [&self.model, &self.tune, &self.group, &self.instruction];
        let texts: usize = texts.into_iter().map(String::len).sum();
        FRAME + texts + self.calls.iter().map(Called::bytes).sum::<usize>()
    }

    /// As much of it as is kept: what a page before this one, or somebody else, has written knows no bounds. A
    /// run that has not begun yet would be the newest for ever, and push out all that come: it counts as the oldest.
    fn bound(&mut self, now: u64) {
        if self.at > now.saturating_add(AHEAD) {
            self.at = 0;
        }
        for name in [&mut self.model, &mut self.tune, &mut self.group] {
            cut(name, LONGEST_NAME);
        }
        cut(&mut self.instruction, LONGEST);
        self.calls.truncate(CALLS);
        self.calls.iter_mut().for_each(Called::bound);
        while self.bytes() > MOST_OF_ALL && self.calls.pop().is_some() {}
    }
}

/// Leaves so many bytes of a text, or the character less that does not fit.
fn cut(text: &mut String, most: usize) {
    let mut most = most.min(text.len());
    while !text.is_char_boundary(most) {
        most -= 1;
    }
    text.truncate(most);
}

impl Called {
    fn bytes(&self) -> usize {
        // A number and its comma.
        let open = self.open.len() * 4;
        FRAME + self.base.len() + self.question.len() + self.answer.len() + open
    }

    /// As much of it as is kept.
    fn bound(&mut self) {
        self.open.truncate(LINES);
        for text in [&mut self.base, &mut self.question, &mut self.answer] {
            cut(text, LONGEST);
        }
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
        self.settle();
    }

    /// The same log within the bounds of what is kept. `now` is the time.
    fn bounded(mut self, now: u64) -> Self {
        self.runs.iter_mut().for_each(|run| run.bound(now));
        self.settle();
        self
    }

    /// Puts the runs in the order of their times, and lets go of the oldest where they take too much.
    fn settle(&mut self) {
        self.runs.sort_by_key(|run| run.at);
        self.trim(MOST_OF_ALL);
    }

    /// Lets go of the oldest runs where all take more than so many bytes.
    fn trim(&mut self, most: usize) {
        self.runs.drain(..self.past(most));
    }

    /// How many runs are too old for so many bytes. The newest stays, whatever it takes.
    fn past(&self, most: usize) -> usize {
        let mut left = most;
        let fits = |run: &&Talked| {
            let rest = left.checked_sub(run.bytes());
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
        let log = Self {
            runs: runs.collect::<Option<_>>()?,
        };
        Some(log.bounded(clock::now()))
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
        let one = talked("c").bytes();
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

    /// What a page that knows of no bounds has kept, or a file brings, read back.
    fn read(runs: Vec<Talked>) -> Log {
        let text = to_text(&Log { runs });
        crate::keep::read::<Log>(&text, Log::VERSION, Log::from_json).unwrap()
    }

    #[test]
    fn what_is_long_is_cut_when_it_is_read() {
        let long = "长".repeat(5_000_000 / 3);
        let log = read(vec![Talked {
            model: long.clone(),
            tune: long.clone(),
            group: long.clone(),
            instruction: long.clone(),
            calls: vec![Called {
                base: long.clone(),
                question: long.clone(),
                answer: long.clone(),
                open: vec![1; 10_000],
                ..Called::default()
            }],
            ..talked("")
        }]);
        let run = &log.runs[0];
        assert_eq!((run.model.len(), run.instruction.len()), (798, 39_999));
        assert!(run.bytes() < 170_000, "{}", run.bytes());
        assert_eq!(read(log.runs.clone()), log, "it stays as it is");
    }

    #[test]
    fn many_requests_without_words_take_room_as_well() {
        let call = || Called {
            answer: "答".repeat(13_000),
            ..Called::default()
        };
        let long = Talked {
            calls: vec![call(); 40],
            ..talked("")
        };
        let many = Talked {
            calls: vec![Called::default(); 100_000],
            ..talked("")
        };
        let log = read(vec![many.clone()]);
        assert_eq!(log.runs[0].calls.len(), CALLS);
        let log = read(vec![long]);
        assert!(log.runs[0].bytes() <= MOST_OF_ALL);
        assert_eq!(log.runs[0].calls.len(), 10);
        let empty = Talked {
            calls: Vec::new(),
            ..talked("")
        };
        let log = read(vec![empty; 100_000]);
        assert!(log.runs.len() <= MOST_OF_ALL / FRAME, "{}", log.runs.len());
        let text = log.to_text(MOST);
        assert!(text.len() < 3 * MOST, "{}", text.len());
    }

    #[test]
    fn a_run_that_has_not_begun_yet_is_the_oldest() {
        let at = |at, answer: &str| Talked {
            at,
            ..talked(answer)
        };
        let (soon, later) = (clock::now() + AHEAD / 2, 4_102_444_800_000);
        let mut log = read(vec![at(1, "a"), at(soon, "b"), at(later, "c")]);
        let times: Vec<u64> = log.runs.iter().map(|run| run.at).collect();
        assert_eq!(times, [0, 1, soon]);
        log.join(read(vec![at(later, "c")]));
        assert_eq!(log.runs.len(), 3, "it is known again");
        log.add(at(soon, &"x".repeat(MOST_OF_ALL - 5000)));
        assert_eq!(log.runs.len(), 4);
        log.add(at(soon, &"x".repeat(5000)));
        assert!(
            log.runs.iter().all(|run| run.at > 0),
            "it is the first to go"
        );
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
