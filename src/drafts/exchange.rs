//! Drafts as a file: all of them or one, as JSON that can be read back without loss, or as plain
//! text. What is read comes from anywhere and is taken with caution.

mod joining;
mod parts;
mod writing;

use serde_json::Value;

pub use self::{
    joining::{join, take_marks},
    writing::{Files, to_json, to_text},
};
use super::{
    clean::{clean, clean_line},
    record::{Body, Head},
};
use crate::keep::{
    Kept,
    log::Log,
    versions::{MOST, Version, Versions, Who},
};

/// The largest file that is read, in bytes. What is larger is written into several.
pub const LARGEST: usize = 64 << 20;
/// The most drafts that are taken from one file.
pub const DRAFTS: usize = 5000;
const PINS: usize = 500;
/// The longest name of a form, in characters.
const FORM: usize = 20;

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

/// A file that is drafts, none of which has been read yet: one after the other takes less room than all at once, and
/// leaves the page time between them.
#[derive(Debug)]
pub struct Found<'a> {
    drafts: Vec<Piece<'a>>,
    log: Option<&'a str>,
}

/// A draft in a file.
#[derive(Debug)]
enum Piece<'a> {
    Json(&'a str),
    Text(String),
}

impl Found<'_> {
    /// The drafts one by one, `None` for one that cannot be read.
    pub fn drafts(&self) -> impl Iterator<Item = Option<(Head, Body)>> {
        self.drafts.iter().map(Piece::read)
    }

    /// The log.
    pub fn log(&self) -> Option<Log> {
        let log = serde_json::from_str(self.log?).ok()?;
        Log::from_json(&log).map(clean_log)
    }
}

impl Piece<'_> {
    fn read(&self) -> Option<(Head, Body)> {
        match self {
            Self::Json(text) => {
                let value: Value = serde_json::from_str(text).ok()?;
                let head = Head::from_json(value.get("head")?)?;
                let body = Body::from_json(value.get("body")?)?;
                Some((clean_head(head), clean_body(body)))
            }
            Self::Text(text) => {
                let mut head = Head::default();
                head.draft.text.clone_from(text);
                Some((head, Body::default()))
            }
        }
    }
}

/// Looks through a file.
pub fn find(file: &[u8]) -> Result<Found<'_>, Refusal> {
    if file.len() > LARGEST {
        return Err(Refusal::TooLarge);
    }
    let text = std::str::from_utf8(file).map_err(|_| Refusal::NoText)?;
    if text.contains('\0') {
        return Err(Refusal::NoText);
    }
    let begin = text.trim_start_matches('\u{feff}').trim_start();
    let found = if begin.starts_with(['{', '[']) {
        in_json(begin)?
    } else {
        in_text(begin)
    };
    match found.drafts.len() {
        0 => Err(Refusal::Empty),
        1..=DRAFTS => Ok(found),
        _ => Err(Refusal::TooMany),
    }
}

/// Reads a whole file.
pub fn read(file: &[u8]) -> Result<Came, Refusal> {
    let found = find(file)?;
    let drafts: Vec<_> = found.drafts().flatten().collect();
    if drafts.is_empty() {
        return Err(Refusal::Foreign);
    }
    Ok(Came {
        left: found.drafts.len() - drafts.len(),
        drafts,
        log: found.log(),
    })
}

fn in_text(text: &str) -> Found<'static> {
    let text = clean(text);
    let mut texts = vec![String::new()];
    for line in text.lines() {
        match texts.last_mut() {
            Some(last) if line.trim() != BETWEEN => *last += &[line, "\n"].concat(),
            _ => texts.push(String::new()),
        }
    }
    let draft = |text: String| {
        let text = text.trim();
        (!text.is_empty()).then(|| Piece::Text(text.to_owned()))
    };
    Found {
        drafts: texts.into_iter().filter_map(draft).collect(),
        log: None,
    }
}

fn in_json(json: &str) -> Result<Found<'_>, Refusal> {
    let fields = parts::fields(json).ok_or(Refusal::Foreign)?;
    let field = |name: &str| fields.iter().rfind(|(field, _)| *field == name);
    let field = |name| field(name).map(|(_, value)| *value);
    let value = |name| field(name).and_then(|value| serde_json::from_str::<Value>(value).ok());
    if value("format") != Some(FORMAT.into()) {
        return Err(Refusal::Foreign);
    }
    match value("version").and_then(|version| version.as_u64()) {
        Some(VERSION) => {}
        Some(later) if later > VERSION => return Err(Refusal::Later),
        _ => return Err(Refusal::Foreign),
    }
    let drafts = field("drafts").ok_or(Refusal::Foreign)?;
    let drafts = parts::items(drafts, DRAFTS + 1).ok_or(Refusal::Foreign)?;
    Ok(Found {
        drafts: drafts.into_iter().map(Piece::Json).collect(),
        log: field("log"),
    })
}

fn clean_head(mut head: Head) -> Head {
    head.name = clean_line(&head.name);
    head.title = clean_line(&head.title);
    head.draft.text = clean(&head.draft.text);
    head.draft.pins.truncate(PINS);
    head.draft.locks.truncate(PINS);
    let form: String = clean_line(&head.form).chars().take(FORM).collect();
    form.trim_end().clone_into(&mut head.form);
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
        lost: body.lost.map(clean, PINS),
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
            (&[&whole, "x"].concat(), Refusal::Foreign),
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
        let many = whole.replace("[{", &["[", &"{},".repeat(DRAFTS), "{"].concat());
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
        head.form = "如梦\u{202e}令".repeat(9);
        head.draft.text = "白\u{200b}日".to_owned();
        head.deleted = Some(4);
        let version = &mut body.versions.list[0];
        version.text = "旧\u{2066}".to_owned();
        version.who = Who::Model("m\u{202e}\n1".to_owned());
        body.history.note("新\u{202e}", 9);
        let came = read_text(&to_json(drafts.iter(), None)).unwrap().drafts;
        let (head, body) = &came[0];
        assert_eq!((&head.name[..], &head.draft.text[..]), ("名字", "白日"));
        assert_eq!(head.form, "如梦令如梦令如梦令如梦令如梦令如梦令如梦");
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
