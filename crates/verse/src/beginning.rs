//! The form that a poem is on its way to.

use crate::{book::RhymeBook, form::Form, text};

/// The form that the lines of a text may become, by what there is of them: five or seven characters by
/// the longest line that has not more, four lines until there is a fifth. Nothing may become anything:
/// it is taken for a quatrain of seven.
pub fn beginning(text: &str) -> Form {
    let text = text::read(text, None, RhymeBook::PingShui);
    let lengths = || text.lines().map(<[_]>::len);
    let lines = lengths().len();
    let longest = lengths().filter(|length| *length <= 7).max();
    let is_five = longest.is_some_and(|longest| longest <= 5);
    match (is_five, lines) {
        (true, 0..=4) => Form::FiveQuatrain,
        (true, 5..=8) => Form::FiveOctave,
        (true, _) => Form::FiveExtended,
        (false, 0..=4) => Form::SevenQuatrain,
        (false, 5..=8) => Form::SevenOctave,
        (false, _) => Form::SevenExtended,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_grows_with_the_text() {
        for (text, form) in [
            ("", Form::SevenQuatrain),
            ("白日依", Form::FiveQuatrain),
            ("白日依山尽，黄河入海流。", Form::FiveQuatrain),
            ("朝辞白帝彩", Form::FiveQuatrain),
            ("朝辞白帝彩云", Form::SevenQuatrain),
            (
                "国破山河在，城春草木深。感时花溅泪，恨别鸟惊心。烽",
                Form::FiveOctave,
            ),
        ] {
            assert_eq!(beginning(text), form, "{text}");
        }
        assert_eq!(beginning(&"白日依山尽，".repeat(9)), Form::FiveExtended);
        assert_eq!(
            beginning(&"朝辞白帝彩云间，".repeat(12)),
            Form::SevenExtended
        );
        assert_eq!(beginning(&"朝辞白帝彩云间，".repeat(6)), Form::SevenOctave);
    }
}
