//! Traditional script as simplified, so that either finds the other.

/// Traditional characters in the order of their code points, each followed by its simplified form.
/// Made by crates/corpus.
const PAIRS: &str = include_str!("data/traditional.txt");

/// What folds texts.
pub struct Fold(Vec<(char, char)>);

impl Fold {
    /// Reads the table.
    pub fn new() -> Self {
        let mut characters = PAIRS.chars();
        let pair = || Some((characters.next()?, characters.next()?));
        Self(std::iter::from_fn(pair).collect())
    }

    /// The text in simplified script, without anything that is no letter: how lines are divided does
    /// not matter to who searches.
    pub fn text(&self, text: &str) -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.map(|c| self.character(c)).collect()
    }

    fn character(&self, c: char) -> char {
        let found = self.0.binary_search_by_key(&c, |pair| pair.0);
        found
            .ok()
            .and_then(|at| self.0.get(at))
            .map_or(c, |pair| pair.1)
    }
}

impl Default for Fold {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_scripts_are_one_and_marks_are_gone() {
        let fold = Fold::new();
        assert_eq!(fold.text("登鸛雀樓"), "登鹳雀楼");
        assert_eq!(
            fold.text("白日依山盡，黃河 入海流。"),
            "白日依山尽黄河入海流"
        );
        assert_eq!(fold.text("乾坤"), fold.text("干坤"));
    }

    #[test]
    fn the_table_is_in_order() {
        assert_eq!(PAIRS.chars().count() % 2, 0);
        assert!(Fold::new().0.is_sorted_by(|a, b| a.0 < b.0));
    }
}
