//! Drafts into files, and out of them.

use gloo_timers::future::TimeoutFuture;
use leptos::{html, prelude::*, task::spawn_local};
use verse::Form;
use web_sys::Blob;

use super::{Done, Room};
use crate::{
    browser::{clock, file},
    drafts::{
        exchange::{self, DRAFTS, Files, LARGEST, Refusal},
        keeper::Keeper,
        record::Head,
        words::words,
    },
    ui::{El, div, el},
};

/// Drafts that are listed in one go: the list is drawn anew each time.
const AT_ONCE: usize = 100;
/// How long to wait between two files, in milliseconds.
const BETWEEN_FILES: u32 = 400;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Everything that is known of the drafts.
    Json,
    /// Their texts.
    Text,
}

impl Kind {
    fn ending(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Text => "txt",
        }
    }

    fn file(self, text: &str) -> Option<Blob> {
        let mime = match self {
            Self::Json => "application/json",
            Self::Text => "text/plain;charset=utf-8",
        };
        file::of_text(text, mime)
    }
}

/// What is to be said of an export.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exported {
    /// How many files it made.
    pub files: usize,
    /// Of how many drafts there is the text only.
    pub bare: usize,
    /// Whether the database was not opened, and there is only what is on the desk.
    pub is_desk_only: bool,
}

/// Gives a draft as a file.
pub fn export_one(room: Room, head: Head, kind: Kind) {
    spawn_local(async move {
        let (draft, is_whole) = room.keeper.gather(head).await;
        let name = plain(&draft.0.called());
        let text = match kind {
            Kind::Json => exchange::to_json([&draft].into_iter(), None),
            Kind::Text => exchange::to_text([&draft.0].into_iter()),
        };
        let exported = Exported {
            files: 1,
            bare: usize::from(kind == Kind::Json && !is_whole),
            ..Exported::default()
        };
        let said = save(room.keeper, &name, kind, &[kind.file(&text)], exported).await;
        if !said.is_empty() {
            room.say(said);
        }
    });
}

/// Gives all drafts as a file, or as several where they are too large for one: what the database has, what the list has of
/// the others, and in any case what is on the desk. Then says what has to be said of it; mostly that is nothing.
pub fn export_all(keeper: Keeper, kind: Kind, say: impl FnOnce(String) + 'static) {
    spawn_local(async move {
        let on_desk = keeper.on_desk();
        let is_listed = keeper.is_listed().await;
        let open = on_desk.as_ref().map(|(head, _)| head.id.clone());
        let is_asked = |head: &&Head| head.deleted.is_none() && Some(&head.id) != open.as_ref();
        let heads = keeper
            .heads
            .with_untracked(|heads| heads.iter().filter(is_asked).cloned().collect::<Vec<_>>());
        let mut exported = Exported {
            is_desk_only: !is_listed,
            ..Exported::default()
        };
        let files = match kind {
            Kind::Json => {
                let mut files = Files::default();
                // What is written is the browser's to hold.
                let mut written = Vec::new();
                for head in heads {
                    let (draft, is_whole) = keeper.gather(head).await;
                    exported.bare += usize::from(!is_whole);
                    written.extend(files.add(&draft).map(|text| kind.file(&text)));
                }
                let last = on_desk.and_then(|draft| files.add(&draft));
                written.extend(last.map(|text| kind.file(&text)));
                let log = keeper.run.log.get_untracked();
                written.push(kind.file(&files.end(Some(&log))));
                written
            }
            Kind::Text => {
                let mut heads = heads;
                heads.extend(on_desk.map(|(head, _)| head));
                let none = heads.is_empty().then_some(&heads[..]);
                let parts = heads.chunks(DRAFTS).chain(none);
                let text = |part: &[Head]| kind.file(&exchange::to_text(part.iter()));
                parts.map(text).collect()
            }
        };
        exported.files = files.len();
        say(save(keeper, "yinchuang", kind, &files, exported).await);
    });
}

/// Saves files under a name, with numbers where they are several. Gives what is to be said.
async fn save(
    keeper: Keeper,
    name: &str,
    kind: Kind,
    files: &[Option<Blob>],
    exported: Exported,
) -> String {
    let words = words(keeper.desk.words);
    let day = clock::today();
    for (blob, number) in files.iter().zip(1..) {
        let number = match files.len() {
            1 => String::new(),
            _ => format!("-{number}"),
        };
        let name = format!("{name}-{day}{number}.{}", kind.ending());
        if !blob.as_ref().is_some_and(|blob| file::save(blob, &name)) {
            return words.not_saved.to_owned();
        }
        if files.len() > 1 {
            // Of what a page saves in one go some browsers take the last only.
            TimeoutFuture::new(BETWEEN_FILES).await;
        }
    }
    (words.exported)(exported)
}

/// A name that every system takes for a file's.
fn plain(name: &str) -> String {
    let name: String = name
        .chars()
        .filter(|c| c.is_alphanumeric())
        .take(20)
        .collect();
    if name.is_empty() {
        "yinchuang".to_owned()
    } else {
        name
    }
}

/// The field that takes a file. It looks like a button, and is one for the keyboard.
pub fn import(room: Room) -> El {
    let t = room.keeper.desk.words;
    let field = NodeRef::<html::Input>::new();
    let took = move |_| {
        let file = field.get_untracked().and_then(|field| file::chosen(&field));
        if let Some(file) = file {
            room.say(words(t).importing.to_owned());
            spawn_local(async move {
                let said = take(room, &file).await;
                room.done.set(Some(Done::Said(said)));
            });
        }
    };
    div("import").el(el("label")
        .class("second")
        .el(el("span").live(move || words(t).import.to_owned()))
        .el(el("input")
            .id("drafts-import")
            .set("type", "file")
            .set("accept", ".json,.txt,application/json,text/plain")
            .node(field)
            .on("change", took)))
}

/// Takes the drafts out of a file; gives what is to be said of it.
async fn take(room: Room, file: &web_sys::File) -> String {
    let keeper = room.keeper;
    let words = words(keeper.desk.words);
    if file::size(file) > LARGEST as f64 {
        return (words.refused)(Refusal::TooLarge).to_owned();
    }
    let Some(bytes) = file::bytes(file).await else {
        return words.unreadable.to_owned();
    };
    let found = match exchange::find(&bytes) {
        Ok(found) => found,
        Err(why) => return (words.refused)(why).to_owned(),
    };
    let mut counts = [0; 3];
    let mut added = Vec::new();
    for draft in found.drafts() {
        let Some((head, body)) = draft else {
            counts[2] += 1;
            continue;
        };
        match keeper.add(fit(keeper, head), body).await {
            Ok(one) => {
                counts[usize::from(!one.is_new)] += 1;
                added.push(one);
            }
            Err(failure) => {
                keeper.list(added);
                keeper.tell(Err::<(), _>(failure));
                return (words.failed)(failure).to_owned();
            }
        }
        if added.len() == AT_ONCE {
            keeper.list(std::mem::take(&mut added));
        }
    }
    keeper.list(added);
    if counts[..2] == [0, 0] {
        return (words.refused)(Refusal::Foreign).to_owned();
    }
    if let Some(log) = found.log() {
        keeper.add_log(log);
    }
    (words.imported)(counts)
}

/// A head from a file as this page would have written it: the verdict is this page's, the times are
/// not to come.
fn fit(keeper: Keeper, head: Head) -> Head {
    let now = clock::now();
    let checked = verdict(keeper.judge(&head.draft), &head);
    let id = if head.id.is_empty() {
        keeper.new_id()
    } else {
        head.id
    };
    let mut draft = head.draft;
    draft.id.clone_from(&id);
    let time = |at: u64| if at == 0 { now } else { at.min(now) };
    Head {
        id,
        draft,
        stamp: keeper.new_stamp(),
        name: head.name,
        versions: head.versions,
        created: time(head.created),
        changed: time(head.changed),
        ..checked
    }
}

/// The verdict of this page on a draft, or the file's where that has it for a lyric: what knows of lyrics may not be
/// here, and judges it when it is opened.
fn verdict(checked: Head, filed: &Head) -> Head {
    let is_verse = |form: &str| Form::ALL.iter().any(|other| other.chinese() == form);
    if filed.form.is_empty() || is_verse(&filed.form) {
        return checked;
    }
    Head {
        title: filed.title.clone(),
        form: filed.form.clone(),
        errors: filed.errors,
        warnings: filed.warnings,
        ..checked
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lyric_keeps_the_verdict_of_the_file_and_verse_gets_this_pages() {
        let judged = |form: &str, errors| Head {
            form: form.to_owned(),
            errors,
            ..Head::default()
        };
        for (checked, filed, expected) in [
            (judged("", 8), judged("如梦令", 0), judged("如梦令", 0)),
            (judged("", 8), judged("", 0), judged("", 8)),
            (judged("", 8), judged("五言绝句", 0), judged("", 8)),
            // A tune may have the lines of a form of verse.
            (
                judged("五言律诗", 8),
                judged("生查子", 0),
                judged("生查子", 0),
            ),
        ] {
            assert_eq!(verdict(checked, &filed), expected);
        }
    }
}
