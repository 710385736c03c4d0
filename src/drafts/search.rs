//! Which drafts are found by words.

use super::record::Head;
use crate::learn::library::fold::Fold;

/// Whether a draft has all the words, in its name, its title or its text, in whatever script.
pub fn finds(fold: &Fold, head: &Head, words: &str) -> bool {
    let folded = |text: &str| fold.text(text).to_lowercase();
    let texts = [&head.name, &head.title, &head.draft.text].map(|text| folded(text));
    let mut words = words.split_whitespace().map(folded);
    words.all(|word| texts.iter().any(|text| text.contains(&word)))
}

#[cfg(test)]
mod tests {
    use super::{super::record::tests::head, *};

    #[test]
    fn all_words_have_to_be_there_in_either_script() {
        let fold = Fold::new();
        let mut head = head("d1", "登鸛雀樓\n\n白日依山盡，黃河入海流。");
        head.name = "Anna 的".to_owned();
        for (words, found) in [
            ("", true),
            ("  ", true),
            ("登鹳雀楼", true),
            ("依山盡黄河", true),
            ("anna 黄河", true),
            ("黄河 长江", false),
            ("，", true),
        ] {
            assert_eq!(finds(&fold, &head, words), found, "{words}");
        }
    }
}
