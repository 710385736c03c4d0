//! A text from outside, made fit for the desk: what cannot be seen could make it look like another.

/// Characters of a poem at most; the longest extended verse has fewer.
pub const MOST: usize = 4000;
/// Lines at most.
pub const MOST_LINES: usize = 240;

/// The text without what is not seen, or `None` where it is too long or nothing is left.
pub fn clean(text: &str) -> Option<String> {
    let ends = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let seen: String = ends.chars().filter(|char| is_seen(*char)).collect();
    let lines: Vec<&str> = seen.split('\n').map(str::trim_end).collect();
    let cleaned = lines.join("\n").trim_matches('\n').to_owned();
    let fits = cleaned.chars().count() <= MOST && lines.len() <= MOST_LINES;
    (fits && !cleaned.trim().is_empty()).then_some(cleaned)
}

/// One line of so many characters at most, without what is not seen.
pub fn one_line(text: &str, most: usize) -> String {
    let seen = text.chars().filter(|char| *char != '\n' && is_seen(*char));
    let line: String = seen.take(most).collect();
    line.trim().to_owned()
}

/// Whether a character is seen, and where it stands.
fn is_seen(char: char) -> bool {
    char == '\n' || verse::is_plain(char)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_goes_and_what_is_seen_stays() {
        let hidden =
            "清\u{200b}明\u{202e}时\u{fe0f}节\u{feff}\u{2066}雨\u{e0041}纷\u{301}\u{0}纷\u{7f}";
        assert_eq!(clean(hidden).as_deref(), Some("清明时节雨纷纷"));
        let markup = "<img src=x onerror=alert(1)>\n清明 & \u{3000}𠮷";
        assert_eq!(clean(markup).as_deref(), Some(markup));
    }

    #[test]
    fn line_ends_are_one_kind() {
        assert_eq!(
            clean("一\r\n二\r三\u{2028}四  \n\n").as_deref(),
            Some("一\n二\n三\n四")
        );
    }

    #[test]
    fn one_line_is_one_line() {
        assert_eq!(one_line(" 贺\n生\u{202e}日 ", 40), "贺生日");
        assert_eq!(one_line(&"长".repeat(50), 40).chars().count(), 40);
    }

    #[test]
    fn nothing_and_too_much_are_refused() {
        for nothing in ["", " \n ", "\u{200b}\u{202e}"] {
            assert_eq!(clean(nothing), None);
        }
        assert!(clean(&"诗".repeat(MOST)).is_some());
        assert_eq!(clean(&"诗".repeat(MOST + 1)), None);
        assert_eq!(clean(&"诗\n".repeat(MOST_LINES + 1)), None);
    }
}
