//! A lyric that is being written: blanks where the form has places that are still open.

use super::{
    align::{CHARACTER, align, segments},
    lyric::Lyric,
    options::Options,
    source,
    tunes::Tunes,
    types::Form,
};
use crate::text::BLANK;

/// What is written may differ by so many characters from the lines of the form that it is taken for.
const FAR: usize = 4;

/// What a lyric that is being written lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The text with a blank (□) at each open place behind what is written.
    pub text: String,
    /// The tune, by its number.
    pub tune: usize,
    /// Which form of the tune it is written to, from 1: the one of the options, else the commonest of
    /// those that fit best so far.
    pub form: usize,
}

/// Puts blanks behind the text for what its form still asks for. The tune is that of the options, or the
/// one that the title names; `None` where neither names one, or nothing is open.
pub fn fill(text: &str, tunes: &Tunes, options: &Options) -> Option<Filled> {
    let head = source::head(text, tunes);
    let chosen = options.tune.as_deref().and_then(|name| tunes.find(name));
    let tune = chosen.or(head.tune)?;
    let start = if chosen.is_some() && head.tune.is_none() {
        // A tune that is not named in the text takes a title for one where it stands alone.
        head.starts
            .last()
            .copied()
            .unwrap_or(head.usual)
            .min(head.usual)
    } else {
        head.usual
    };
    let lyric = Lyric::read_in(text.get(start..).unwrap_or_default(), options.book);
    let forms = tunes.forms_of(tune).enumerate();
    let meant = forms.filter(|(at, _)| options.form.is_none_or(|form| form == at + 1));
    let fits = meant.filter_map(|(at, form)| Some((fit(&lyric, form)?, at, form)));
    // Of those that fit alike the first, the commonest.
    let ((_, line, written), at, form) = fits.min_by_key(|((cost, ..), ..)| *cost)?;
    let open = form.lines.get(line..)?;
    if open.is_empty() {
        return None;
    }
    let mut filled = text.trim_end().to_owned();
    if lyric.length() == 0 {
        filled.push('\n');
    }
    for (number, line) in open.iter().enumerate() {
        let done = if number == 0 { written } else { 0 };
        filled.extend(std::iter::repeat_n(BLANK, line.slots.len() - done));
        filled.push(if line.rhyme.is_some() { '。' } else { '，' });
    }
    Some(Filled {
        text: filled,
        tune,
        form: at + 1,
    })
}

/// How badly the beginning of a form fits what is written, and where this ends: in which line (from 0),
/// after how many characters of it.
fn fit(lyric: &Lyric, form: &Form) -> Option<(u32, usize, usize)> {
    let mut done = segments(lyric);
    let is_open = lyric.marks.last().is_some_and(Option::is_none);
    let last = if is_open { done.pop() } else { None };
    let closed = done.last().map_or(0, |segment| segment.end);
    let mut best: Option<(u32, usize, usize)> = None;
    let mut length = 0_usize;
    for line in 0..=form.lines.len() {
        let asked = form.lines.get(line).map_or(0, |line| line.slots.len());
        let rest = last.as_ref().map_or(0, ExactSizeIterator::len);
        let over = rest.saturating_sub(asked);
        // The last line goes on into the next where nobody has set a mark.
        let next = form.lines.get(line + 1).map_or(0, |line| line.slots.len());
        let (line_there, written) = if over > 0 && over < next {
            (line + 1, over)
        } else {
            (line, rest.min(asked))
        };
        if length.abs_diff(closed) <= FAR && (over == 0 || over < next || line > 0 && over <= 2) {
            let begun = Form {
                lines: form.lines[..line].to_vec(),
                stanzas: Vec::new(),
                examples: Vec::new(),
                ..*form
            };
            let aligned = align(lyric, &done, &begun, u32::MAX)?.cost;
            let cost = aligned + CHARACTER * if over < next { 0 } else { over as u32 };
            if best.is_none_or(|(other, ..)| cost < other) {
                best = Some((cost, line_there, written));
            }
        }
        length += asked;
    }
    // A line that is whole is not open, whether a mark stands behind it or not.
    best.map(|(cost, line, written)| {
        let asked = form.lines.get(line).map_or(0, |line| line.slots.len());
        if written > 0 && written == asked {
            (cost, line + 1, 0)
        } else {
            (cost, line, written)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ci::check;

    fn filled(text: &str, options: &Options) -> Option<Filled> {
        fill(text, &Tunes::baked().unwrap(), options)
    }

    const LINES: [&str; 7] = [
        "常记溪亭日暮，",
        "沉醉不知归路。",
        "兴尽晚回舟，",
        "误入藕花深处。",
        "争渡，",
        "争渡，",
        "惊起一滩鸥鹭。",
    ];

    #[test]
    fn a_title_alone_asks_for_the_whole_form() {
        let found = filled("如梦令", &Options::default()).unwrap();
        assert_eq!(
            found.text,
            "如梦令\n□□□□□□。□□□□□□。□□□□□，□□□□□□。□□。□□。□□□□□□。"
        );
        assert_eq!(found.form, 1);
        assert_eq!(filled("春日", &Options::default()), None);
    }

    #[test]
    fn what_is_written_stays_and_the_rest_is_open() {
        let tunes = Tunes::baked().unwrap();
        let whole: String = LINES.concat();
        let end = whole.char_indices().map(|(at, _)| at);
        for at in end.skip(1) {
            let text = format!("如梦令\n{}", &whole[..at]);
            let found = filled(&text, &Options::default());
            let written = text.matches(|c: char| !"，。".contains(c)).count() - 4;
            if written == 33 {
                assert_eq!(found, None);
                continue;
            }
            let found = found.unwrap();
            assert!(found.text.starts_with(&text), "{}", found.text);
            assert_eq!(found.text.matches('□').count(), 33 - written, "{text}");
            let options = Options {
                form: Some(found.form),
                tune: Some("如梦令".to_owned()),
                ..Options::default()
            };
            let report = check(&found.text, &tunes, &options).unwrap();
            assert_eq!(report.lines.len(), 7, "{}", found.text);
            assert_eq!(report.findings, [], "{}", found.text);
        }
        let whole = format!("如梦令\n{whole}");
        assert_eq!(filled(&whole, &Options::default()), None);
    }

    #[test]
    fn a_tune_and_form_that_were_chosen_need_no_title() {
        let options = Options {
            tune: Some("菩萨蛮".to_owned()),
            form: Some(1),
            ..Options::default()
        };
        let found = filled("平林漠漠烟如织，寒山", &options).unwrap();
        assert!(found.text.starts_with("平林漠漠烟如织，寒山□□□□□。□□□□□"));
        assert_eq!(found.text.matches('□').count(), 44 - 9);
        let empty = filled("", &options).unwrap();
        assert_eq!(empty.text.matches('□').count(), 44);
    }

    #[test]
    fn the_form_is_the_one_that_fits_so_far() {
        // 苏轼 divides 4 + 7 what 岳飞's fellows divide 6 + 5.
        let found = filled(
            "水调歌头\n明月几时有，把酒问青天。不知天上宫阙，今夕是何年。",
            &Options::default(),
        )
        .unwrap();
        assert!(found.text.contains("今夕是何年。□"));
        let found = filled(
            "水调歌头\n明月几时有，把酒问青天。不知天上，宫阙今夕是何年。我欲",
            &Options::default(),
        );
        assert!(found.unwrap().text.contains("我欲□□□□，"));
    }
}
