//! What a prompt asks for, read from its words.

use crate::poems::{Classic, classic, forms};

/// A request, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Question {
    /// The poem of the form that it names.
    pub classic: &'static Classic,
    /// The lines that it wants written anew, from 1; none, if it wants a whole poem.
    pub asked: Vec<usize>,
    /// Whether it says that the last answer would not do as a whole.
    pub again: bool,
    /// Whether it asks for an opinion, and for no poem.
    pub opinion: bool,
    /// The key that came with it.
    pub key: String,
}

impl Question {
    /// Reads the words of a prompt: the form by its name, the lines by the rows
    /// `第3句，格律：…` of a prompt that asks for some lines only.
    pub fn read(prompt: &str) -> Self {
        let named = forms().filter_map(|form| Some((prompt.find(form)?, form)));
        let form = named.min().map_or("", |(_, form)| form);
        let asked = prompt
            .lines()
            .filter(|line| line.contains("句，格律："))
            .filter_map(|line| line.strip_prefix('第')?.split('句').next()?.parse().ok())
            .collect();
        Self {
            classic: classic(form),
            asked,
            again: prompt.contains("上一次的回答"),
            opinion: prompt.contains("请评这首"),
            key: String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_that_is_named_first_counts() {
        let title = |prompt: &str| Question::read(prompt).classic.title;
        assert_eq!(title("请写一首五言律诗，不要七言绝句"), "山居秋暝");
        assert_eq!(title("请写一首七言绝句"), "早发白帝城");
        assert_eq!(title("hello"), "早发白帝城");
    }

    #[test]
    fn an_opinion_is_no_poem() {
        assert!(Question::read("请评这首五言绝句。\n\n【全诗】").opinion);
        assert!(!Question::read("请写一首五言绝句").opinion);
    }

    #[test]
    fn the_lines_that_are_asked_for() {
        let prompt = "第1句（不改）：…\n第3句，格律：⊙平⊙仄平平仄\n  - 失律\n第12句，格律：…";
        assert_eq!(Question::read(prompt).asked, [3, 12]);
        assert!(Question::read("第3句：⊙平").asked.is_empty());
    }
}
