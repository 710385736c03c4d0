//! Where the verse begins in a text: before it may stand the tune's name, a title, the poet, a preface.

use super::{
    lyric::{Mark, is_written, outside_notes},
    tunes::Tunes,
};

/// At most so many pieces before the verse are looked at.
const PIECES: usize = 6;
/// The tune's name stands among so many first ones.
const NAMES: usize = 3;

/// What stands before the verse, as far as it can be told without the verse.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// The tune that is named, by its number.
    pub tune: Option<usize>,
    /// All names in the piece that names it; a name may be several tunes'.
    pub names: Vec<String>,
    /// Where the verse may begin, in bytes of the text.
    pub starts: Vec<usize>,
    /// Which of these is likeliest where none gives a form.
    pub usual: usize,
}

/// A stretch of the text between line breaks, spaces and marks of titles.
struct Piece<'a> {
    text: &'a str,
    start: usize,
}

impl Piece<'_> {
    /// Whether it has marks of verse.
    fn is_marked(&self) -> bool {
        self.text
            .chars()
            .any(|c| matches!(Mark::of(c), Some(Mark::Comma | Mark::Stop)))
    }
}

/// Reads what stands before the verse.
pub(super) fn head(text: &str, tunes: &Tunes) -> Head {
    let pieces = pieces(text);
    let unmarked = pieces.iter().take_while(|piece| !piece.is_marked()).count();
    let first = pieces.iter().take(NAMES.min(unmarked));
    let named = first
        .enumerate()
        .find_map(|(at, piece)| Some((at, tune(piece.text, tunes)?)));
    let after = |count: usize| pieces.get(count).map(|piece| piece.start);
    let (from, most) = match named {
        Some((at, _)) => (at + 1, PIECES),
        None => (0, unmarked.min(NAMES)),
    };
    let starts: Vec<usize> = (from..=most).filter_map(after).collect();
    // A title and the poet have no marks; where nothing has any, only the name is left out.
    let has_marks = unmarked < pieces.len();
    let usual = if has_marks { unmarked.max(from) } else { from };
    let title = named.and_then(|(at, _)| pieces.get(at));
    let names = title.iter().flat_map(|piece| names(piece.text));
    Head {
        tune: named.map(|(_, tune)| tune),
        names: names.map(str::to_owned).collect(),
        usual: after(usual)
            .or(starts.first().copied())
            .unwrap_or(text.len()),
        starts,
    }
}

/// The title that stands before the verse, if there is one: its first piece.
pub(super) fn title(text: &str, verse: usize) -> Option<String> {
    let pieces = pieces(text);
    let first = pieces.first().filter(|piece| piece.start < verse)?;
    Some(first.text.trim().to_owned())
}

/// The tune that a title names before a point or a bracket, or behind it: 念奴娇·赤壁怀古. 全宋词 writes
/// the poet's own name of the tune and then the usual one, with ・ between: 江南好・忆江南.
fn tune(title: &str, tunes: &Tunes) -> Option<usize> {
    let mut named = names(title).filter_map(|name| tunes.find(name));
    if title.contains('・') {
        named.next_back()
    } else {
        named.next()
    }
}

/// What stands between the marks of a title.
fn names(title: &str) -> impl DoubleEndedIterator<Item = &str> {
    let names = title.split(|c: char| !is_written(c));
    names.filter(|name| !name.is_empty())
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let is_break =
        |c: char| c.is_whitespace() || matches!(c, '《' | '》' | '【' | '】' | '〈' | '〉');
    for part in text.split_inclusive(is_break) {
        let own = part.trim_end_matches(is_break);
        if own.chars().any(is_written) {
            pieces.push(Piece { text: own, start });
        }
        start += part.len();
        if pieces.len() > PIECES {
            break;
        }
    }
    pieces
}

/// The characters of verse behind a place of the text: where each starts and ends, in UTF-16 units.
pub(super) fn places(text: &str, verse: usize) -> Vec<(usize, usize)> {
    let (before, own) = text.split_at_checked(verse).unwrap_or((text, ""));
    let mut places = Vec::new();
    let mut at = before.encode_utf16().count();
    let mut read = 0;
    for (byte, character) in outside_notes(own) {
        at += own
            .get(read..byte)
            .unwrap_or_default()
            .encode_utf16()
            .count();
        let next = at + character.len_utf16();
        if is_written(character) {
            places.push((at, next));
        }
        (at, read) = (next, byte + character.len_utf8());
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<String>, &str, Option<String>) {
        let tunes = Tunes::baked().unwrap();
        let head = head(text, &tunes);
        let tune = head.tune.map(|n| tunes.tunes()[n].name.clone());
        (tune, &text[head.usual..], title(text, head.usual))
    }

    #[test]
    fn names_are_found_before_the_verse() {
        let verse = "大江东去，浪淘尽。";
        for before in [
            "念奴娇·赤壁怀古\n",
            "《念奴娇》 苏轼\n",
            "【酹江月】",
            "苏轼 念奴嬌（赤壁）\n",
        ] {
            let text = format!("{before}{verse}");
            let (tune, rest, title) = read(&text);
            assert_eq!((tune.as_deref(), rest), (Some("念奴娇"), verse), "{before}");
            assert!(title.is_some());
        }
        let (tune, ..) = read("江南好・忆江南\n大江东去，浪淘尽。");
        assert_eq!(tune.as_deref(), Some("忆江南"));
        assert_eq!(read(verse), (None, verse, None));
        assert_eq!(read(""), (None, "", None));
    }

    #[test]
    fn places_count_utf16() {
        assert_eq!(places("a明，𠀀月", 1), [(1, 2), (3, 5), (5, 6)]);
        assert_eq!(places("𠀀明（一作𠀀）月", 4), [(2, 3), (9, 10)]);
    }
}
