//! The tune's name in the title of a text: that is how a lyric says what it is written to.

use verse::ci::Tunes;

/// The text with a tune's name in its title, in place of another tune's where it names one, before
/// what the title says else; `title` is the title as it stands there.
pub fn titled(text: &str, title: Option<&str>, name: &str, tunes: &Tunes) -> String {
    let Some(at) = title.and_then(|title| text.find(title)) else {
        return [name, "\n", text.trim_start()].concat();
    };
    let title = title.unwrap_or_default();
    let names = title.split(|c: char| !is_hanzi(c));
    let old = names.filter(|part| !part.is_empty());
    let old = old.into_iter().find(|part| tunes.find(part).is_some());
    let new = match old {
        Some(old) => title.replacen(old, name, 1),
        None => [name, "·", title].concat(),
    };
    [&text[..at], &new, &text[at + title.len()..]].concat()
}

fn is_hanzi(c: char) -> bool {
    ('\u{3400}'..'\u{f900}').contains(&c) || c >= '\u{20000}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_is_put_where_titles_have_it() {
        let tunes = Tunes::baked().unwrap();
        for (text, title, expected) in [
            ("", None, "如梦令\n"),
            ("常记溪亭日暮，", None, "如梦令\n常记溪亭日暮，"),
            ("调笑令\n常记", Some("调笑令"), "如梦令\n常记"),
            (
                "《菩薩蠻·春日》\n常记",
                Some("菩薩蠻·春日"),
                "《如梦令·春日》\n常记",
            ),
            ("溪亭\n常记", Some("溪亭"), "如梦令·溪亭\n常记"),
        ] {
            assert_eq!(titled(text, title, "如梦令", &tunes), expected);
        }
    }
}
