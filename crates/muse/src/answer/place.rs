//! Which line a row says it is: 第三句, 3：, 颔联.

/// What a row says it is, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// 第三句, 3：
    Line(usize),
    /// 颔联
    Couplet(usize),
}

/// The place that a row names at its beginning, and the rest.
pub(super) fn place(text: &str) -> (Option<Place>, &str) {
    let couplets = [
        "首联", "颔联", "颈联", "尾联", "首聯", "頷聯", "頸聯", "尾聯",
    ];
    for (index, name) in couplets.iter().enumerate() {
        if let Some(rest) = text.strip_prefix(name) {
            return (
                Some(Place::Couplet(index % 4 + 1)),
                after_separator(rest).unwrap_or(rest),
            );
        }
    }
    let trimmed = text.trim_start_matches(['（', '(', '【', '[', ' ']);
    let named = trimmed.strip_prefix('第').map(str::trim_start);
    let Some((number, rest)) = number(named.unwrap_or(trimmed)) else {
        return (None, text);
    };
    let unit = |units: &[char]| {
        rest.trim_start()
            .strip_prefix(units)
            .map(|r| after_separator(r).unwrap_or(r))
    };
    if let Some(rest) = unit(&['句', '行']).filter(|_| named.is_some()) {
        return (Some(Place::Line(number)), rest);
    }
    if let Some(rest) = unit(&['联', '聯']).filter(|_| named.is_some()) {
        return (Some(Place::Couplet(number)), rest);
    }
    // A space after a Chinese digit parts no label from a line: verse may be written with spaces.
    let digits = trimmed.starts_with(|c: char| c.is_ascii_digit());
    let circled = trimmed.starts_with(|c| ('①'..='⑳').contains(&c));
    let parted = digits || !rest.starts_with(char::is_whitespace);
    match after_separator(rest)
        .filter(|_| parted)
        .or_else(|| circled.then_some(rest))
    {
        Some(rest) if named.is_none() => (Some(Place::Line(number)), rest),
        _ => (None, text),
    }
}

/// The stanza of a lyric that a row names at its beginning, from 1, and the rest. Verse may begin with such
/// words; a label ends there, or has a separator after it.
pub(super) fn stanza(text: &str) -> (Option<usize>, &str) {
    let trimmed = text.trim_start_matches(['（', '(', '【', '[', ' ']);
    let mut chars = trimmed.chars();
    let number = match chars.next() {
        Some('上' | '前') => 1,
        Some('下' | '后' | '後') => 2,
        _ => return (None, text),
    };
    let Some(rest) = chars
        .as_str()
        .strip_prefix(['片', '阕', '闋', '阙', '闕', '段', '叠'])
    else {
        return (None, text);
    };
    match after_separator(rest) {
        Some(rest) => (Some(number), rest),
        None if rest.is_empty() || rest.starts_with('第') => (Some(number), rest),
        None => (None, text),
    }
}

/// What stands after a separator of a label, where one stands.
fn after_separator(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches([
        '：', ':', '、', '.', '．', ')', '）', ']', '】', ' ', '\t', '\u{3000}',
    ]);
    (rest.len() < text.len()).then_some(rest)
}

/// A number at the beginning, in Western or Chinese digits or in a circle, from 1 to 99.
pub(crate) fn number(text: &str) -> Option<(usize, &str)> {
    let circled = text.chars().next().and_then(|c| {
        let n = u32::from(c).checked_sub(u32::from('①'))?;
        (n < 20).then_some((n as usize + 1, c.len_utf8()))
    });
    if let Some((n, length)) = circled {
        return Some((n, &text[length..]));
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let n = text[..digits]
            .parse()
            .ok()
            .filter(|n| (1..100).contains(n))?;
        return Some((n, &text[digits..]));
    }
    let ones = "一二三四五六七八九";
    let one = |c: char| ones.chars().position(|d| d == c).map(|n| n + 1);
    let mut chars = text.chars();
    let first = chars.next()?;
    let rest = chars.as_str();
    let (tens, rest) = match (one(first), rest.strip_prefix('十')) {
        (Some(n), Some(rest)) => (n, rest),
        (Some(n), None) => return Some((n, rest)),
        (None, _) if first == '十' => (1, rest),
        (None, _) => return None,
    };
    match rest.chars().next().and_then(one) {
        Some(n) => Some((10 * tens + n, &rest['一'.len_utf8()..])),
        None => Some((10 * tens, rest)),
    }
}
