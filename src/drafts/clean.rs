//! Texts from a file, without what a reader cannot see.

/// A text without control characters, without marks that turn the direction of writing, and without
/// characters that have no width; line ends are plain.
pub fn clean(text: &str) -> String {
    let lines = text.replace("\r\n", "\n");
    let char = |c: char| match c {
        '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\n' | '\t' => Some(c),
        _ if c.is_control() || verse::is_unseen(c) => None,
        _ => Some(c),
    };
    lines.chars().filter_map(char).collect()
}

/// The same in one line.
pub fn clean_line(text: &str) -> String {
    const MOST: usize = 200;
    let text = clean(text).replace(['\n', '\t'], " ");
    let line: String = text.trim().chars().take(MOST).collect();
    line.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_is_gone_and_verse_stays() {
        assert_eq!(
            clean("\u{feff}白日\u{202e}依山尽，\r\n黄\u{200b}河\0入海流。\r"),
            "白日依山尽，\n黄河入海流。\n"
        );
        let verse = "《清明》\n〔唐〕杜牧\n\n清明時節雨紛紛，𠮷□\t(a)";
        assert_eq!(clean(verse), verse);
    }

    #[test]
    fn a_name_is_one_line_and_no_longer_than_a_name() {
        assert_eq!(clean_line(" 给\n小满\u{2067} "), "给 小满");
        assert_eq!(clean_line(&"长".repeat(900)).chars().count(), 200);
        let cut = clean_line(&"长 ".repeat(900));
        assert_eq!(clean_line(&cut), cut, "it stays as it is");
    }
}
