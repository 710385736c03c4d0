//! Code points that are not seen.

/// Whether a code point is not seen in a poem: what turns the direction of writing, joins, fills, chooses
/// a shape or tags; and controls, line ends and tabs left out. (Unicode: the code points with the property
/// `Default_Ignorable_Code_Point`, and those between lines, U+FFF9 to U+FFFB.)
pub const fn is_unseen(c: char) -> bool {
    // Of characters that are seen, nearly all stand in this block.
    if matches!(c, '\u{3165}'..='\u{fdff}') {
        return false;
    }
    if c.is_ascii() {
        return c.is_ascii_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}');
    }
    matches!(c,
        '\u{80}'..='\u{84}' | '\u{86}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}'
        | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a code point is a mark that is piled on what stands before it. (Unicode: its blocks of combining
/// marks, and those of Cyrillic.)
pub const fn is_piled(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Whether a code point is seen, where it stands and for what it is: none that is not seen, no control, no mark
/// that is piled on what stands before it, and none that is private or no character at all.
pub const fn is_plain(c: char) -> bool {
    match c {
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' | '\u{fdd0}'..='\u{fdef}' => false,
        '\u{80}'..='\u{9f}' | '\u{2028}' | '\u{2029}' => false,
        c if c.is_ascii_control() || is_unseen(c) || is_piled(c) => false,
        c => c as u32 & 0xFFFE != 0xFFFE,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_plain, is_unseen};

    #[test]
    fn what_hides_is_unseen_and_what_is_written_is_not() {
        let hidden = "\0\u{1b}\u{7f}\u{80}\u{ad}\u{200b}\u{200d}\u{202e}\u{2066}\u{feff}\u{fe0f}\u{e0041}\u{e0100}\u{3164}";
        assert!(hidden.chars().all(is_unseen));
        let seen = "白𠮷□，。、《》a1 \t\n\r\u{85}\u{2028}\u{3000}é\u{e000}";
        assert!(!seen.chars().any(is_unseen));
    }

    #[test]
    fn what_is_plain_stands_where_it_is_seen() {
        let hidden = "\0\n\u{85}\u{2029}\u{202e}\u{feff}\u{301}\u{20dd}\u{e000}\u{f0001}\u{fdd0}\u{fffe}\u{1ffff}";
        assert!(!hidden.chars().any(is_plain));
        assert!("白𠮷□，。、《》a1 \u{3000}éם".chars().all(is_plain));
    }
}
