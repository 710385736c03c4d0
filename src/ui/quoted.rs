//! What others said, fit to be shown as it came.

use std::fmt::Write;

/// Marks piled on one character that are still taken for writing: pinyin in parts has two (`ǜ`).
const MOST_PILED: usize = 2;

/// A text of a model or a server as it came, but that nothing in it is hidden and nothing turns what stands
/// beside it: in place of what is not seen stands its number, `⟨202E⟩`. What chooses the shape of pictures
/// stays, and of marks that are piled up the first few.
pub fn quoted(text: &str) -> String {
    quoted_on(&mut 0, text)
}

/// The same of a piece of a text. `piled` is how many marks are piled up at the end of what came before it.
pub fn quoted_on(piled: &mut usize, text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        *piled = if verse::is_piled(c) { *piled + 1 } else { 0 };
        let is_shape = matches!(c, '\u{200d}' | '\u{fe00}'..='\u{fe0f}');
        if *piled > MOST_PILED {
            continue;
        }
        if verse::is_unseen(c) && !is_shape {
            // A text never refuses what is written into it.
            let _ = write!(shown, "⟨{:04X}⟩", u32::from(c));
        } else {
            shown.push(c);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::{quoted, quoted_on};

    #[test]
    fn what_is_hidden_is_shown_and_what_is_seen_stays() {
        let seen = "第一句：白日依山尽。\n\tlǜ lu\u{308}\u{300} 👩\u{200d}🚀 ✍\u{fe0f} <b>שלום</b>";
        assert_eq!(quoted(seen), seen);
        assert_eq!(
            quoted("a\u{202e}b\u{200b}c\u{0}\u{1b}\u{9f}d\u{e0041}"),
            "a⟨202E⟩b⟨200B⟩c⟨0000⟩⟨001B⟩⟨009F⟩d⟨E0041⟩"
        );
        assert_eq!(
            quoted(&["a", &"\u{301}".repeat(90)].concat()),
            "a\u{301}\u{301}"
        );
        let mut piled = 0;
        let mut piece = |text| quoted_on(&mut piled, text);
        let pieces = ["a\u{301}", "\u{301}", "", "\u{301}", "b\u{301}"].map(&mut piece);
        assert_eq!(pieces.concat(), "a\u{301}\u{301}b\u{301}");
    }
}
