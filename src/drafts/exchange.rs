//! Drafts as a file: all of them or one, as JSON that can be read back without loss, or as plain
//! text. What is read comes from anywhere and is taken with caution.

mod joining;

use serde_json::Value;
use verse::Form;

pub use self::joining::{join, take_marks};
use super::{
    clean::{clean, clean_line},
    record::{Body, Head},
};
use crate::keep::{
    Kept,
    log::Log,
    number, object, text,
    versions::{MOST, Version, Versions, Who},
};

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 16 << 20;
/// The most drafts that are taken from one file.
pub const DRAFTS: usize = 5000;
const PINS: usize = 500;

const FORMAT: &str = "yinchuang.drafts";
const VERSION: u64 = 1;
/// What stands between two drafts in a plain text.
const BETWEEN: &str = "* * *";

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is larger than [`LARGEST`].
    TooLarge,
    /// It has more than [`DRAFTS`] drafts.
    TooMany,
    /// It is no text.
    NoText,
    /// It is JSON that is broken, or of something else.
    Foreign,
    /// A later version of the page has written it.
    Later,
    /// There is nothing in it.
    Empty,
}

/// What was read.
#[derive(Debug, Default, PartialEq)]
pub struct Came {
    /// The drafts. Those of a plain text have no id.
    pub drafts: Vec<(Head, Body)>,
    /// The log of what was said to models.
    pub log: Option<Log>,
    /// How many drafts could not be read.
    pub left: usize,
}

/// Drafts as JSON.
pub fn to_json<'a>(drafts: impl Iterator<Item = &'a (Head, Body)>, log: Option<&Log>) -> String {
    let draft =
        |(head, body): &(Head, Body)| object([("head", head.to_json()), ("body", body.to_json())]);
    object([
        ("format", FORMAT.into()),
        ("version", VERSION.into()),
        ("drafts", drafts.map(draft).collect()),
        ("log", log.map_or(Value::Null, Log::to_json)),
    ])
    .to_string()
}

/// Drafts as plain text.
pub fn to_text<'a>(heads: impl Iterator<Item = &'a Head>) -> String {
    let texts: Vec<&str> = heads.map(|head| head.draft.text.trim_end()).collect();
    texts.join(&["\n\n", BETWEEN, "\n\n"].concat()) + "\n"
}

/// Reads a file.
pub fn read(file: &[u8]) -> Result<Came, Refusal> {
    if file.len() > LARGEST {
        return Err(Refusal::TooLarge);
    }
    let text = std::str::from_utf8(file).map_err(|_| Refusal::NoText)?;
    if text.contains('\0') {
        return Err(Refusal::NoText);
    }
    let begin = text.trim_start_matches('\u{feff}').trim_start();
    let came = if begin.starts_with(['{', '[']) {
        from_json(&serde_json::from_str(begin).map_err(|_| Refusal::Foreign)?)?
    } else {
        from_text(begin)
    };
    match came.drafts.len() {
        0 if came.left == 0 => Err(Refusal::Empty),
        0 => Err(Refusal::Foreign),
        1..=DRAFTS => Ok(came),
        _ => Err(Refusal::TooMany),
    }
}

fn from_text(text: &str) -> Came {
    let text = clean(text);
    let mut texts = vec![String::new()];
    for line in text.lines() {
        match texts.last_mut() {
            Some(last) if line.trim() != BETWEEN => *last += &[line, "\n"].concat(),
            _ => texts.push(String::new()),
        }
    }
    let draft = |text: String| {
        let mut head = Head::default();
        head.draft.text = text.trim().to_owned();
        (!head.draft.text.is_empty()).then(|| (head, Body::default()))
    };
    Came {
        drafts: texts.into_iter().filter_map(draft).collect(),
        ..Came::default()
    }
}

fn from_json(value: &Value) -> Result<Came, Refusal> {
    if text(value, "format").as_deref() != Some(FORMAT) {
        return Err(Refusal::Foreign);
    }
    match number(value, "version") {
        Some(VERSION) => {}
        Some(later) if later > VERSION => return Err(Refusal::Later),
        _ => return Err(Refusal::Foreign),
    }
    let all = value.get("drafts").and_then(Value::as_array);
    let all = all.ok_or(Refusal::Foreign)?;
    let draft = |value: &Value| {
        let head = Head::from_json(value.get("head")?)?;
        let body = Body::from_json(value.get("body")?)?;
        Some((clean_head(head), clean_body(body)))
    };
    let drafts: Vec<_> = all.iter().filter_map(draft).collect();
    Ok(Came {
        left: all.len() - drafts.len(),
        drafts,
        log: value.get("log").and_then(Log::from_json).map(clean_log),
    })
}

fn clean_head(mut head: Head) -> Head {
    head.name = clean_line(&head.name);
    head.title = clean_line(&head.title);
    head.draft.text = clean(&head.draft.text);
    head.draft.pins.truncate(PINS);
    head.draft.locks.truncate(PINS);
    if !Form::ALL.iter().any(|form| form.chinese() == head.form) {
        head.form.clear();
    }
    head.deleted = None;
    head
}

fn clean_body(body: Body) -> Body {
    let mut versions = Versions::default();
    let all = body.versions.list;
    let from = all.len().saturating_sub(MOST);
    for version in all.into_iter().skip(from) {
        versions.add(Version {
            text: clean(&version.text),
            who: match version.who {
                Who::Person => Who::Person,
                Who::Model(name) => Who::Model(clean_line(&name)),
            },
            ..version
        });
    }
    Body {
        versions,
        history: body.history.map(clean),
    }
}

/// The names in a log are shown in lines of the page. The words of models stay as they came: they are shown as such.
fn clean_log(mut log: Log) -> Log {
    for run in &mut log.runs {
        for name in [&mut run.model, &mut run.tune, &mut run.group] {
            *name = clean_line(name);
        }
        run.instruction = clean(&run.instruction);
    }
    log
}

#[cfg(test)]
mod tests {
    use super::{
        super::record::tests::{body, head},
        *,
    };
    use crate::keep::log::{Called, Talked};

    fn drafts() -> Vec<(Head, Body)> {
        vec![
            (head("d1", "白日依山尽，\n黄河入海流。"), body("旧", 3)),
            (head("d2", "春眠不觉晓"), Body::default()),
        ]
    }

    fn read_text(text: &str) -> Result<Came, Refusal> {
        read(text.as_bytes())
    }

    #[test]
    fn json_is_read_back_without_loss() {
        let drafts = drafts();
        let file = to_json(drafts.iter(), Some(&Log::default()));
        let came = read_text(&file).unwrap();
        assert_eq!((came.drafts, came.left), (drafts, 0));
        assert_eq!(came.log, Some(Log::default()));
    }

    #[test]
    fn plain_text_is_read_back_a_draft_each() {
        let drafts = drafts();
        let file = to_text(drafts.iter().map(|(head, _)| head));
        assert_eq!(file, "白日依山尽，\n黄河入海流。\n\n* * *\n\n春眠不觉晓\n");
        let came = read_text(&file).unwrap().drafts;
        let texts: Vec<_> = came.iter().map(|(head, _)| &head.draft.text[..]).collect();
        assert_eq!(texts, ["白日依山尽，\n黄河入海流。", "春眠不觉晓"]);
        assert!(came.iter().all(|(head, _)| head.id.is_empty()));
    }

    #[test]
    fn what_is_no_file_of_drafts_is_refused_with_the_reason() {
        let whole = to_json(drafts().iter(), None);
        let half: String = whole.chars().take(whole.chars().count() / 2).collect();
        for (file, why) in [
            ("", Refusal::Empty),
            (" \n* * *\n ", Refusal::Empty),
            ("[1,2]", Refusal::Foreign),
            (
                r#"{"format":"other","version":1,"drafts":[]}"#,
                Refusal::Foreign,
            ),
            (
                r#"{"format":"yinchuang.drafts","version":1}"#,
                Refusal::Foreign,
            ),
            (
                r#"{"format":"yinchuang.drafts","drafts":[]}"#,
                Refusal::Foreign,
            ),
            (
                r#"{"format":"yinchuang.drafts","version":1,"drafts":[]}"#,
                Refusal::Empty,
            ),
            (
                r#"{"format":"yinchuang.drafts","version":1,"drafts":[7]}"#,
                Refusal::Foreign,
            ),
            (
                r#"{"format":"yinchuang.drafts","version":2,"drafts":{}}"#,
                Refusal::Later,
            ),
            (&half, Refusal::Foreign),
            (&"[".repeat(100_000), Refusal::Foreign),
            ("a\0b", Refusal::NoText),
        ] {
            assert_eq!(
                read_text(file),
                Err(why),
                "{}",
                file.get(..40).unwrap_or(file)
            );
        }
        assert_eq!(read(&[0xff, 0xfe, 0x31]), Err(Refusal::NoText));
        assert_eq!(read(&vec![b'a'; LARGEST + 1]), Err(Refusal::TooLarge));
        let many = "诗\n* * *\n".repeat(DRAFTS + 1);
        assert_eq!(read_text(&many), Err(Refusal::TooMany));
    }

    #[test]
    fn one_bad_draft_does_not_take_the_others_with_it() {
        let file = to_json(drafts().iter(), None).replace("\"d2\"", "\"no id\"");
        let came = read_text(&file).unwrap();
        assert_eq!((came.drafts.len(), came.left), (1, 1));
    }

    #[test]
    fn hidden_characters_are_gone_from_every_text() {
        let mut drafts = drafts();
        let (head, body) = &mut drafts[0];
        head.name = "名\u{202e}字\n".to_owned();
        head.form = "八言绝句".to_owned();
        head.draft.text = "白\u{200b}日".to_owned();
        head.deleted = Some(4);
        let version = &mut body.versions.list[0];
        version.text = "旧\u{2066}".to_owned();
        version.who = Who::Model("m\u{202e}\n1".to_owned());
        body.history.note("新\u{202e}", 9);
        let came = read_text(&to_json(drafts.iter(), None)).unwrap().drafts;
        let (head, body) = &came[0];
        assert_eq!(
            (&head.name[..], &head.draft.text[..], &head.form[..]),
            ("名字", "白日", "")
        );
        assert_eq!(head.deleted, None);
        let version = &body.versions.list[0];
        assert_eq!(version.text, "旧");
        assert_eq!(version.who, Who::Model("m 1".to_owned()));
        assert!(body.history.has("新") && !body.history.has("新\u{202e}"));
    }

    #[test]
    fn a_log_is_cleaned_and_bounded() {
        let talked = Talked {
            at: 4_102_444_800_000,
            model: "m\u{202e}\n".repeat(1_000_000),
            instruction: "活泼\u{200b}些".to_owned(),
            calls: vec![Called::default(); 100_000],
            ..Talked::none()
        };
        let log = Log { runs: vec![talked] };
        let came = read_text(&to_json(drafts().iter(), Some(&log))).unwrap();
        let run = &came.log.unwrap().runs[0];
        assert_eq!((run.at, &run.instruction[..]), (0, "活泼些"));
        assert!(run.model.starts_with("m m") && run.model.chars().count() <= 200);
        assert!(run.calls.len() <= 100, "{}", run.calls.len());
    }
}
