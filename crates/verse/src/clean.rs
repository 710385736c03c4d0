//! Text as it comes from a page, a book or a chat, without what is no verse there: markup, numbers before
//! lines, marks of notes, pinyin above the characters, line breaks of narrow columns.

use std::ops::Range;

use crate::text::{BLANK, piece::is_line_break, unseen::is_unseen};

/// A stretch of the text that is no verse.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Scrap {
    /// Where it is, in bytes.
    pub range: Range<usize>,
    /// Whether a line ends there, as at `<br>`.
    pub ends_line: bool,
}

impl Scrap {
    fn within(start: usize, stop: usize) -> Self {
        Self {
            range: start..stop,
            ends_line: false,
        }
    }
}

/// The scraps of a text, in their order; where it has none, the line breaks that fall into its lines.
fn scraps(text: &str) -> Vec<Scrap> {
    let scraps = strangers(text);
    if scraps.is_empty() {
        return breaks(text);
    }
    scraps
}

/// What is no verse. Most texts have nothing that could be: they are looked through once.
fn strangers(text: &str) -> Vec<Scrap> {
    let mut scraps = Vec::new();
    if !text.chars().any(is_suspect) {
        return scraps;
    }
    let has_verse = text.chars().any(is_verse);
    let mut start = 0;
    for paragraph in text.split_inclusive(is_line_break) {
        let line = paragraph.trim_end_matches(is_line_break);
        if has_verse && is_aside(line) {
            scraps.push(Scrap::within(start, start + line.len()));
        } else {
            of_paragraph(line, start, &mut scraps);
        }
        start += paragraph.len();
    }
    scraps
}

/// The text without its scraps and without code points that are not seen; spaces are plain ones.
pub fn clean(text: &str) -> String {
    clean_at(text, [0, 0]).0
}

/// The same, and where two places of the text are in it, in UTF-16 units: the ends of what is selected.
pub fn clean_at(text: &str, places: [usize; 2]) -> (String, [usize; 2]) {
    let mut scraps = scraps(text).into_iter().peekable();
    let mut clean = String::with_capacity(text.len());
    // How much of what is clean stands before each of the places, in bytes.
    let mut before = [0, 0];
    let mut units = 0;
    let note = |units: usize, clean: &str, before: &mut [usize; 2]| {
        for (before, place) in before.iter_mut().zip(places) {
            if units <= place {
                *before = clean.len();
            }
        }
    };
    for (at, c) in text.char_indices() {
        note(units, &clean, &mut before);
        units += c.len_utf16();
        while scraps.next_if(|scrap| scrap.range.end <= at).is_some() {}
        match scraps.peek() {
            Some(scrap) if scrap.range.start <= at => {
                if scrap.ends_line && scrap.range.start == at {
                    clean.push('\n');
                }
            }
            _ => match c {
                '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => clean.push(' '),
                // What joins pictures and chooses their shapes stays with them.
                '\u{200d}' | '\u{fe0f}' => clean.push(c),
                c if is_unseen(c) => {}
                '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
                c => clean.push(c),
            },
        }
    }
    note(units, &clean, &mut before);
    let places = before.map(|bytes| clean[..bytes].encode_utf16().count());
    (clean, places)
}

/// Line breaks in the middle of lines, as narrow columns have them: between two marks there is a line of
/// five or seven characters everywhere, and so the breaks between them mean nothing. What stands before
/// the first of these lines, its title, is in lines of its own.
fn breaks(text: &str) -> Vec<Scrap> {
    let mut breaks: Vec<Scrap> = Vec::new();
    // The breaks of the line that is being read, and how many characters stand before each.
    let mut open: Vec<(Scrap, usize)> = Vec::new();
    let (mut count, mut width) = (0, None);
    for (at, c) in text.char_indices() {
        if is_line_break(c) {
            if count > 0 {
                open.push((Scrap::within(at, at + c.len_utf8()), count));
            }
        } else if is_end(c) {
            if count == 0 {
                continue;
            }
            let title = match width {
                Some(width) => count.checked_sub(width),
                // Of the first line it is not known where it begins.
                None => [5, 7].into_iter().find_map(|width| {
                    let title = count.checked_sub(width)?;
                    (title == 0 || open.iter().any(|(_, before)| *before == title)).then_some(title)
                }),
            };
            let Some(title) = title.filter(|title| *title == 0 || width.is_none()) else {
                return Vec::new();
            };
            width = Some(count - title);
            let inner = open.drain(..).filter(|(_, before)| *before > title);
            breaks.extend(
                inner
                    .filter(|(_, before)| *before < count)
                    .map(|(scrap, _)| scrap),
            );
            count = 0;
        } else if is_verse(c) {
            count += 1;
        }
    }
    // The last mark may be missing.
    match width {
        Some(width) if count == width => {
            let inner = open.into_iter().filter(|(_, before)| *before < count);
            breaks.extend(inner.map(|(scrap, _)| scrap));
            breaks
        }
        Some(_) if count == 0 => breaks,
        _ => Vec::new(),
    }
}

/// Whether a mark ends a line of verse.
fn is_end(c: char) -> bool {
    matches!(
        c,
        '，' | '。' | '？' | '！' | '；' | ',' | '.' | '?' | '!' | ';'
    )
}

/// Whether a character may belong to a scrap.
fn is_suspect(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || is_note(c)
        || is_private(c)
        || is_wide_digit(c)
        || is_bullet(c)
        || c == '、'
}

/// Whether a character is one of verse.
fn is_verse(c: char) -> bool {
    c == BLANK || c > '\u{2e7f}' && c.is_alphabetic() && !is_private(c)
}

/// ①, ⑴, ¹.
fn is_note(c: char) -> bool {
    matches!(c, '\u{2460}'..='\u{24ff}' | '\u{2776}'..='\u{2793}' | '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{2070}'..='\u{2079}')
}

/// A character of some font's own: bullets, and what stands for a character that was lost.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}')
}

fn is_wide_digit(c: char) -> bool {
    matches!(c, '０'..='９')
}

fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '●' | '■' | '◆' | '▪' | '▶' | '►' | '★' | '※')
}

/// Whether a paragraph beside verse is none: letters and figures alone (pinyin, the number of a page).
fn is_aside(line: &str) -> bool {
    let is_letter = |c: char| c.is_alphanumeric() && c < '\u{2e80}' || is_wide_digit(c);
    line.chars().any(is_letter) && !line.chars().any(is_verse) && !line.contains(['<', '&'])
}

/// The scraps of a paragraph that starts at a byte.
fn of_paragraph(line: &str, start: usize, scraps: &mut Vec<Scrap>) {
    let head = head(line);
    if head > 0 {
        scraps.push(Scrap::within(start, start + head));
    }
    let tail = line.trim_end_matches(|c: char| {
        c.is_whitespace() || c.is_ascii_digit() || is_wide_digit(c) || is_private(c)
    });
    let mut skip = head;
    for (at, c) in line.char_indices() {
        if at < skip || at >= tail.len() {
            continue;
        }
        let rest = &line[at..];
        let found = match c {
            '<' => tag(rest),
            '&' => entity(rest).map(|length| (length, false)),
            c if is_note(c) => Some((c.len_utf8(), false)),
            _ => None,
        };
        if let Some((length, ends_line)) = found {
            skip = at + length;
            scraps.push(Scrap {
                range: start + at..start + skip,
                ends_line,
            });
        }
    }
    if tail.len() < line.len() && tail.len() >= skip {
        scraps.push(Scrap::within(start + tail.len(), start + line.len()));
    }
}

/// The length of a number or a bullet before a line: `1.`, `（二）`, `三、`, `④`, `•`.
fn head(line: &str) -> usize {
    let open = |c: char| c.is_whitespace() || is_bullet(c) || is_private(c) || is_note(c);
    let bare = line.trim_start_matches(open);
    let spaces = line.len() - bare.len();
    let is_marked = line.chars().any(|c| !c.is_whitespace() && open(c));
    let digits = bare.trim_start_matches(|c: char| c.is_ascii_digit() || is_wide_digit(c));
    if digits.len() < bare.len() {
        let rest = digits.trim_start_matches(|c: char| c.is_whitespace() || is_after_number(c));
        // A figure that something else follows is a word of somebody's.
        let is_before_verse = rest.chars().next().is_some_and(is_verse);
        return if is_before_verse {
            line.len() - rest.len()
        } else {
            0
        };
    }
    let numeral = bare.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    if numeral.len() < bare.len() && numeral.starts_with(['、', '．', '.']) {
        let rest = numeral.trim_start_matches(|c: char| c.is_whitespace() || is_after_number(c));
        if !rest.is_empty() {
            return line.len() - rest.len();
        }
    }
    let first = line.trim_start().chars().next();
    if is_marked && first.is_some_and(open) {
        spaces
    } else {
        0
    }
}

fn is_after_number(c: char) -> bool {
    matches!(c, '.' | '．' | '、' | ')' | '）' | ':' | '：' | ']' | '】')
}

/// The length of markup at the beginning of a text, and whether a line ends there.
fn tag(text: &str) -> Option<(usize, bool)> {
    const LONGEST: usize = 400;
    let inner = text.strip_prefix('<')?;
    let name = inner.trim_start_matches('/');
    name.chars().next().filter(char::is_ascii_alphabetic)?;
    let end = inner.find('>').filter(|end| *end < LONGEST)?;
    let length: usize = name.chars().take_while(char::is_ascii_alphanumeric).count();
    let name = name[..length].to_ascii_lowercase();
    let ends_line = matches!(&*name, "br" | "p" | "div" | "li" | "tr");
    Some((end + 2, ends_line))
}

/// The length of an entity at the beginning of a text: `&nbsp;`, `&#12288;`.
fn entity(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('&')?;
    let end = inner.find(';').filter(|end| (2..=8).contains(end))?;
    let name = &inner[..end];
    let is_name = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#');
    is_name.then_some(end + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_stays_between_the_characters_where_it_was() {
        for (text, place, found) in [
            ("白日\u{200b}依", 0, 0),
            ("\u{feff}白日\u{200b}依", 3, 2),
            ("\u{feff}白日\u{200b}依", 4, 2),
            ("\u{feff}白日\u{200b}依", 5, 3),
            ("𠮷\u{e0100}日", 4, 2),
            ("𠮷\u{e0100}日", 5, 3),
            ("一、白日", 2, 0),
            ("一、白日", 4, 2),
            ("白日<br>依山", 2, 2),
            ("白日<br>依山", 6, 3),
            ("白日&nbsp;", 8, 2),
            ("白日", 9, 2),
        ] {
            let (clean, [start, end]) = clean_at(text, [0, place]);
            assert_eq!((start, end), (0, found), "{text:?} {place}: {clean}");
        }
    }

    #[test]
    fn what_is_cleaned_is_what_a_person_would_have_typed() {
        for (pasted, clean_text) in [
            ("白日依山尽，\n黄河入海流。", "白日依山尽，\n黄河入海流。"),
            (
                "\u{feff}白日\u{200b}依山尽，\u{a0}黄河入海流。",
                "白日依山尽， 黄河入海流。",
            ),
            (
                "1. 白日依山尽，\n2. 黄河入海流。",
                "白日依山尽，\n黄河入海流。",
            ),
            ("一、白日依山尽", "白日依山尽"),
            ("白日依山尽①，黄河入海流²。", "白日依山尽，黄河入海流。"),
            (
                "白日依山尽，<br>黄河入海流。&nbsp;",
                "白日依山尽，\n黄河入海流。",
            ),
            ("<p style=\"x\">白日依山尽，</p>", "\n白日依山尽，\n"),
            ("bái rì yī shān jìn\n白日依山尽", "\n白日依山尽"),
            ("\u{f06c} 白日依山尽", "白日依山尽"),
            ("春眠👩\u{200d}🚀觉晓", "春眠👩\u{200d}🚀觉晓"),
            ("春眠ok觉晓", "春眠ok觉晓"),
            ("hello", "hello"),
            ("一片冰心在玉壶", "一片冰心在玉壶"),
            ("a < b & c", "a < b & c"),
        ] {
            assert_eq!(clean(pasted), clean_text, "{pasted}");
        }
    }

    #[test]
    fn breaks_inside_lines_are_taken_out_and_no_others() {
        for (broken, whole) in [
            ("白日依\n山尽，黄河入\n海流。", "白日依山尽，黄河入海流。"),
            (
                "登鹳雀楼\n王之涣\n白日依\n山尽，\n黄河入海流。",
                "登鹳雀楼\n王之涣\n白日依山尽，\n黄河入海流。",
            ),
            ("白日依山尽，\n黄河入海流。", "白日依山尽，\n黄河入海流。"),
            ("白日依\n黄河入海流，", "白日依\n黄河入海流，"),
            ("白日依\n山尽", "白日依\n山尽"),
            ("白日依山尽，黄河\n入海", "白日依山尽，黄河\n入海"),
        ] {
            assert_eq!(clean(broken), whole, "{broken}");
        }
    }

    #[test]
    fn scraps_are_in_order_and_apart() {
        let text = "1、<p>白①日&nbsp;依山尽 12</p>\n<br>x\nbái\n  • 黄河入海流 3";
        let found = scraps(text);
        for pair in found.windows(2) {
            assert!(pair[0].range.end <= pair[1].range.start, "{found:?}");
        }
        assert!(found.len() > 6);
    }
}
