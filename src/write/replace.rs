//! Putting something in the place of a piece of the text.

/// The text with another piece between two places, which are counted in UTF-16 units as reports count
/// them. `None` where they are not the ends of a piece.
pub fn replaced(text: &str, start: usize, end: usize, piece: &str) -> Option<String> {
    let byte = |units: usize| {
        let mut at = 0;
        let found = text.char_indices().find(|(_, c)| {
            let here = at >= units;
            at += c.len_utf16();
            here
        });
        found.map_or(text.len(), |(byte, _)| byte)
    };
    let before = text.get(..byte(start))?;
    let after = text.get(byte(end)..)?;
    (start <= end).then(|| [before, piece, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_in_units_of_utf_16() {
        // 𠮷 takes two units.
        let text = "𠮷日，月";
        assert_eq!(replaced(text, 2, 3, "山").as_deref(), Some("𠮷山，月"));
        assert_eq!(replaced(text, 0, 2, "").as_deref(), Some("日，月"));
        assert_eq!(replaced(text, 5, 5, "！").as_deref(), Some("𠮷日，月！"));
        assert_eq!(replaced(text, 3, 2, "山"), None);
    }
}
