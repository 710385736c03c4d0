//! A key that never prints itself.

use std::fmt;

/// What stands where a key stood.
pub(crate) const STARS: &str = "******";

/// A run of at least this many characters of a key is masked even where the rest is missing:
/// some providers repeat only the head or the tail of the key that they refuse.
const PART: usize = 8;

/// A shorter key is masked where it is all that there is.
const WORD: usize = 4;

/// A key for a provider. It prints as stars, has no way into a serialised form, and its text is
/// only had by [`Secret::expose`], which the transport calls to fill a header.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// A key as it was typed or pasted; white space around it is no part of it.
    pub fn new(text: &str) -> Self {
        Self(text.trim().to_owned())
    }

    /// Whether there is no key.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text itself. For the header of a request and for nothing else.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether it is a text, or stands in one, where that is no chance: a short key may be part of a word.
    pub fn is_in(&self, text: &str) -> bool {
        let key = self.expose();
        !key.is_empty() && (text == key || key.len() >= PART && text.contains(key))
    }

    /// Whether it can stand in a header: visible ASCII only. A browser refuses anything else with
    /// an error that names no cause.
    pub fn fits_a_header(&self) -> bool {
        self.0.bytes().all(|b| b.is_ascii_graphic())
    }

    /// The text with the key, and every run of eight or more of its characters, as stars.
    pub fn mask_in(&self, text: &str) -> String {
        let mut masked = String::with_capacity(text.len());
        self.mask_onto(&mut masked, text, false);
        masked
    }

    /// Whether a text has something of the key that would be masked.
    pub fn shows_in(&self, text: &str) -> bool {
        let mut before = None;
        text.char_indices().any(|(at, next)| {
            let rest = &text[at..];
            self.is_hidden(before.replace(next), rest, self.run_at(rest))
        })
    }

    /// Writes the text, masked, behind what is there, which it goes on; where more of it may come, only as far as that can change
    /// nothing. Gives how many bytes were taken.
    pub(crate) fn mask_onto(&self, masked: &mut String, text: &str, more: bool) -> usize {
        let mut rest = text;
        while let Some(next) = rest.chars().next() {
            let run = self.run_at(rest);
            if more && run == rest.len() {
                break;
            }
            if self.is_hidden(masked.chars().next_back(), rest, run) {
                if !masked.ends_with(STARS) {
                    masked.push_str(STARS);
                }
                rest = &rest[run..];
            } else {
                masked.push(next);
                rest = &rest[next.len_utf8()..];
            }
        }
        text.len() - rest.len()
    }

    /// The bytes of the longest run of the key's characters at the start of `text`.
    fn run_at(&self, text: &str) -> usize {
        // A text is long, and most of its characters are in no key.
        let first = text.chars().next();
        let starts = first.into_iter().flat_map(|c| self.0.match_indices(c));
        let runs = starts.map(|(at, _)| common(&self.0[at..], text));
        runs.max().unwrap_or(0)
    }

    /// Whether a run of so many bytes at the start of `text` is not to be shown; `before` is what stands before it.
    /// A program on the own machine takes any word for a key: a short one is masked as a word of its own, and one
    /// that nobody would have to guess (`1`) where it is all that there is.
    fn is_hidden(&self, before: Option<char>, text: &str, run: usize) -> bool {
        if self.0.len() >= PART {
            return run >= PART && text[..run].chars().count() >= PART;
        }
        let after = text[run..].chars().next();
        let goes_on = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        let beside = |c: &char| self.0.len() < WORD || goes_on(*c);
        run > 0 && run == self.0.len() && !before.iter().chain(&after).any(beside)
    }
}

/// The bytes that two texts have in common at their starts, whole characters only.
fn common(a: &str, b: &str) -> usize {
    a.chars()
        .zip(b.chars())
        .take_while(|(x, y)| x == y)
        .map(|(x, _)| x.len_utf8())
        .sum()
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(STARS)
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(STARS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_prints_as_stars_of_one_length() {
        for key in ["", "k", "sk-0123456789abcdef"] {
            let secret = Secret::new(key);
            assert_eq!(
                format!("{secret} {secret:?} {secret:>40}"),
                "****** ****** ******"
            );
        }
    }

    #[test]
    fn white_space_around_a_pasted_key_goes() {
        assert_eq!(Secret::new("  sk-1\n").expose(), "sk-1");
    }

    #[test]
    fn a_key_is_found_in_a_text_and_a_short_one_only_alone() {
        let is_in = |key: &str, text| Secret::new(key).is_in(text);
        assert!(is_in("sk-0123456789", "https://a.cn/sk-0123456789"));
        assert!(is_in("m", "m") && !is_in("m", "model") && !is_in("", ""));
    }

    #[test]
    fn only_visible_ascii_fits_a_header() {
        assert!(Secret::new("sk-Az09_./+=").fits_a_header());
        for bad in ["sk-一二三", "sk-a b", "sk-a\nb", "sk-\u{200b}x"] {
            assert!(!Secret::new(bad).fits_a_header(), "{bad:?}");
        }
    }

    #[test]
    fn the_whole_key_is_masked_wherever_it_stands() {
        let key = Secret::new("sk-0123456789");
        let text =
            key.mask_in("密钥sk-0123456789无效（sk-0123456789）sk-0123456789sk-0123456789。");
        assert_eq!(text, "密钥******无效（******）******。");
    }

    #[test]
    fn a_long_part_of_it_is_masked_and_a_short_one_is_not() {
        let key = Secret::new("sk-0123456789abcdef");
        assert_eq!(key.mask_in("sk-01234****cdef"), "**********cdef");
        assert_eq!(
            key.mask_in("keys start with sk-0123"),
            "keys start with sk-0123"
        );
        assert_eq!(key.mask_in("…456789abcdef"), "…******");
    }

    #[test]
    fn a_short_key_is_masked_whole_and_no_key_masks_nothing() {
        let mask = |key: &str, text: &str| Secret::new(key).mask_in(text);
        assert_eq!(
            mask("k123", "bad k123，密钥k123无效"),
            "bad ******，密钥******无效"
        );
        assert_eq!(mask("k123", "k1234 or my-k123"), "k1234 or my-k123");
        assert_eq!(mask("1", "第1句，1"), "第1句，1");
        assert_eq!(mask("1", "1"), "******");
        assert_eq!(Secret::new("").mask_in("as it is"), "as it is");
        assert_eq!(Secret::new("sk-1").mask_in(""), "");
    }

    #[test]
    fn it_shows_in_a_text_where_something_would_be_masked() {
        let key = Secret::new("sk-0123456789abcdef");
        for text in ["sk-0123456789abcdef", "登鹳雀楼 456789abcdef", "sk-01234"] {
            assert!(key.shows_in(text), "{text}");
        }
        for text in ["", "登鹳雀楼", "sk-0123", "******"] {
            assert!(!key.shows_in(text), "{text}");
        }
        assert!(!Secret::new("").shows_in("as it is") && !Secret::new("").shows_in(""));
    }
}
