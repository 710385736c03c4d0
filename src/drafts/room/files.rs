//! Drafts into files, and out of them.

use leptos::{html, prelude::*, task::spawn_local};
use verse::Form;

use super::{Done, Room};
use crate::{
    browser::{clock, file},
    drafts::{
        exchange::{self, LARGEST, Refusal},
        keeper::{Keeper, judged},
        record::{Body, Head},
        words::words,
    },
    ui::{El, div, el},
};

/// Drafts that are listed in one go: the list is drawn anew each time.
const AT_ONCE: usize = 100;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Everything that is known of the drafts.
    Json,
    /// Their texts.
    Text,
}

/// Gives a draft as a file.
pub fn export_one(room: Room, id: String, kind: Kind) {
    spawn_local(async move {
        let Some(draft) = room.keeper.draft(&id).await else {
            return;
        };
        let name = plain(&draft.0.called());
        let text = match kind {
            Kind::Json => exchange::to_json([&draft].into_iter(), None),
            Kind::Text => exchange::to_text([&draft.0].into_iter()),
        };
        if !save(&name, kind, &text) {
            room.say(words(room.keeper.desk.words).not_saved.to_owned());
        }
    });
}

/// Gives all drafts as a file: what the database has, and in any case what is on the desk.
pub fn export_all(keeper: Keeper, kind: Kind) {
    spawn_local(async move {
        let mut drafts: Vec<(Head, Body)> = Vec::new();
        let is_kept = |head: &&Head| head.deleted.is_none();
        let ids = keeper.heads.with_untracked(|heads| {
            let kept = heads.iter().filter(is_kept);
            kept.map(|head| head.id.clone()).collect::<Vec<_>>()
        });
        let on_desk = keeper.on_desk();
        for id in ids {
            let is_open = on_desk.as_ref().is_some_and(|(head, _)| head.id == id);
            if !is_open && let Some(draft) = keeper.draft(&id).await {
                drafts.push(draft);
            }
        }
        drafts.extend(on_desk);
        let text = match kind {
            Kind::Json => {
                let log = keeper.run.log.get_untracked();
                exchange::to_json(drafts.iter(), Some(&log))
            }
            Kind::Text => exchange::to_text(drafts.iter().map(|(head, _)| head)),
        };
        save("yinchuang", kind, &text);
    });
}

fn save(name: &str, kind: Kind, text: &str) -> bool {
    let (ending, mime) = match kind {
        Kind::Json => ("json", "application/json"),
        Kind::Text => ("txt", "text/plain;charset=utf-8"),
    };
    let name = format!("{name}-{}.{ending}", clock::today());
    file::of_text(text, mime).is_some_and(|blob| file::save(&blob, &name))
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
    let options = keeper.desk.options_of(&head.draft);
    let checked = verdict(judged(&verse::check(&head.draft.text, &options)), &head);
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
