//! Which paragraphs before the verse are its title and author.

use super::{
    piece::{Divided, Paragraph, Piece},
    unseen::is_plain,
};
use crate::form::Form;

/// What stands before the verse.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// The title.
    pub title: Option<String>,
    /// The author.
    pub author: Option<String>,
}

/// At most this many paragraphs are looked at: dynasty, title, author.
const MOST: usize = 3;
/// A title is not longer than this.
const LONGEST: usize = 40;

/// Finds title and author before the verse, and the first piece of the verse. They stand in
/// paragraphs of their own, without the marks of verse: such a paragraph is no verse if it has 《》, or
/// if the rest is verse with marks, or if its length is not that of the lines that follow. `form` is the
/// one that the person has chosen.
pub(super) fn find(text: &Divided<'_>, form: Option<Form>) -> (Head, usize) {
    let paragraphs = &text.paragraphs[..];
    let mut heads = 0;
    while heads < MOST && heads + 1 < paragraphs.len() {
        let (paragraph, rest) = (&paragraphs[heads], &paragraphs[heads + 1..]);
        if !is_head(text, paragraph, rest, form) {
            break;
        }
        heads += 1;
    }
    let first = paragraphs.get(heads).map_or(0, |p| p.pieces.start);
    (name(&paragraphs[..heads]), first)
}

/// Whether a paragraph is a title or an author, seen what follows.
fn is_head(
    text: &Divided<'_>,
    paragraph: &Paragraph<'_>,
    rest: &[Paragraph<'_>],
    form: Option<Form>,
) -> bool {
    if paragraph.punctuated && paragraph.quoted.is_none() || paragraph.length > LONGEST {
        return false;
    }
    if paragraph.quoted.is_some() {
        return true;
    }
    let following = text.pieces.get(paragraph.pieces.end..);
    let width = form.map(Form::width);
    let Some(width) = width.or_else(|| usual_width(following.unwrap_or_default())) else {
        return false;
    };
    // Lines with a space between them are verse, however many.
    let is_line = |length: usize| length > 0 && length.is_multiple_of(width);
    let own = text.pieces.get(paragraph.pieces.clone());
    let own = own.unwrap_or_default();
    if own.len() > 1 && own.iter().all(|p| is_line(p.len())) {
        return false;
    }
    // A line of verse that was begun is as long as the others or is one of them.
    let same_length = paragraph.length == width || paragraph.length == 2 * width;
    let lines: usize = rest.iter().map(|p| p.length.div_ceil(width)).sum();
    if same_length {
        // A title of as many characters as a line: told because what follows is whole without it.
        let whole = match form {
            Some(_) if rest.iter().all(|p| p.punctuated) => true,
            Some(form) => Form::of(width, lines) == Some(form),
            None => lines == 4 || lines >= 8 && lines.is_multiple_of(2),
        };
        paragraph.length == width && whole
    } else {
        // Two lines follow, or one with marks.
        lines >= 2 || rest.iter().any(|p| p.punctuated)
    }
}

/// The commonest of 5 and 7 among the lengths of the pieces, couplets without a mark counted
/// for their lines.
fn usual_width(pieces: &[Piece]) -> Option<usize> {
    let count = |width: usize| {
        pieces
            .iter()
            .filter(|piece| piece.len() >= width && piece.len().is_multiple_of(width))
            .count()
    };
    let (five, seven) = (count(5), count(7));
    match five.max(seven) {
        0 => None,
        most if most == seven => Some(7),
        _ => Some(5),
    }
}

/// Title and author from their paragraphs. 登高／杜甫, 杜甫《登高》, 登高 唐·杜甫, [唐]杜甫.
fn name(heads: &[Paragraph<'_>]) -> Head {
    let mut head = Head::default();
    for paragraph in heads {
        if let Some(quoted) = &paragraph.quoted {
            head.title = Some(quoted.trim().to_owned());
            let before = paragraph.text.split('《').next().unwrap_or_default();
            let after = paragraph.text.rsplit('》').next().unwrap_or_default();
            let author = [before, after]
                .into_iter()
                .map(author)
                .find(|a| !a.is_empty());
            head.author = author.or(head.author);
            continue;
        }
        match (&head.title, &head.author) {
            (None, _) => {
                let mut words = paragraph.text.split_whitespace();
                match (words.next(), words.next(), words.next()) {
                    (Some(title), Some(by), None) => {
                        head.title = Some(title.to_owned());
                        head.author = Some(author(by));
                    }
                    _ => head.title = Some(paragraph.text.to_owned()),
                }
            }
            (Some(_), None) => head.author = Some(author(paragraph.text)),
            // A third line of a head is a subtitle, a dedication or the author.
            (Some(_), Some(_)) => {}
        }
    }
    Head {
        title: head.title.map(plain),
        author: head.author.map(plain),
    }
}

/// A name without what is not seen: it is shown beside other words, and is not to turn or hide them.
fn plain(name: String) -> String {
    name.chars().filter(|c| is_plain(*c)).collect()
}

/// A name without its dynasty: （唐）杜甫, [唐]杜甫, 唐·杜甫.
fn author(text: &str) -> String {
    let text = text.trim();
    let text = text
        .rsplit(['·', '・', '）', ')', ']', '】', '〕', '：', ':'])
        .next()
        .unwrap_or(text);
    text.trim().trim_start_matches("作者").to_owned()
}

#[cfg(test)]
mod tests {
    use super::Form;
    use crate::text::read;

    #[test]
    fn a_name_has_nothing_in_it_that_is_not_seen() {
        let found = head(
            "《登\u{202e}鹳雀\u{2067}楼\u{301}》\n王\u{200b}之涣\u{61c}\n\n白日依山尽，\n黄河入海流。",
        );
        assert_eq!(found.0.as_deref(), Some("登鹳雀楼"));
        assert_eq!(found.1.as_deref(), Some("王之涣"));
    }

    fn head(text: &str) -> (Option<String>, Option<String>, usize) {
        let text = read(text, None, crate::RhymeBook::PingShui);
        let lines = text.lines().len();
        (text.title, text.author, lines)
    }

    fn named(title: &str, author: &str, lines: usize) -> (Option<String>, Option<String>, usize) {
        (Some(title.to_owned()), Some(author.to_owned()), lines)
    }

    const VERSE: &str = "朝辞白帝彩云间，千里江陵一日还。\n两岸猿声啼不住，轻舟已过万重山。";

    #[test]
    fn title_and_author_stand_before_the_verse() {
        for text in [
            "早发白帝城\n李白\n",
            "《早发白帝城》\n[唐]李白\n",
            "李白《早发白帝城》\n",
            "早发白帝城 唐·李白\n",
            "早发白帝城\n\n（唐）李白\n\n",
        ] {
            assert_eq!(
                head(&format!("{text}{VERSE}")),
                named("早发白帝城", "李白", 4),
                "{text}"
            );
        }
    }

    #[test]
    fn a_title_may_be_as_long_as_a_line() {
        let five = "早发白帝城\n白日依山尽，黄河入海流。\n欲穷千里目，更上一层楼。";
        assert_eq!(head(five).0.as_deref(), Some("早发白帝城"));
        let bare = "早发白帝城\n白日依山尽\n黄河入海流\n欲穷千里目\n更上一层楼";
        assert_eq!(
            (head(bare).0.as_deref(), head(bare).2),
            (Some("早发白帝城"), 4)
        );
    }

    #[test]
    fn a_line_of_a_form_that_was_chosen_is_no_title() {
        let begun =
            "风急天高猿啸哀\n渚清沙白鸟飞回\n无边落木萧萧下\n不尽长江滚滚来\n万里悲秋常作客";
        let read = |text: &str, form| {
            let text = read(text, Some(form), crate::RhymeBook::PingShui);
            (text.title.clone(), text.lines().len())
        };
        assert_eq!(read(begun, Form::SevenOctave), (None, 5));
        assert_eq!(read(begun, Form::SevenQuatrain).1, 4);
        let marked = "早发白帝城千里\n风急天高猿啸哀，\n渚清沙白鸟飞回。";
        assert_eq!(read(marked, Form::SevenOctave).1, 2);
    }

    #[test]
    fn verse_is_no_title() {
        assert_eq!(head(VERSE), (None, None, 4));
        assert_eq!(head("白日依山尽\n黄河入海流\n欲穷千里目\n更上一层楼").2, 4);
        assert_eq!(head("白日依山尽\n黄河入海流").2, 2);
        assert_eq!(head("白日依山尽\n黄河"), (None, None, 2));
        let spaced = "寥落古行宫　宫花寂寞红　白头宫女在\n闲坐说玄宗。";
        assert_eq!(head(spaced), (None, None, 4));
        assert_eq!(head("登高").2, 1);
    }
}
