//! Which poems are wanted.

use super::{fold::Fold, poem::Poem, shows::Found};

/// The conditions. An empty one asks for nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wanted {
    /// Words that all have to be there, in title, author, book or verse.
    pub words: String,
    /// The Chinese name of the form.
    pub form: String,
    /// The name of the rhyme group.
    pub group: String,
    /// The author.
    pub author: String,
    /// The code of what the poem shows.
    pub shows: String,
}

impl Wanted {
    /// The places of the poems that are wanted. What is found by its title or author comes before what is
    /// found by its verse. (`found` is empty until the poems have been checked.)
    pub fn choose(&self, poems: &[Poem], found: &[Found], fold: &Fold) -> Vec<usize> {
        let words = self.words.split_whitespace().map(|word| fold.text(word));
        let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
        let (mut by_name, mut by_verse) = (Vec::new(), Vec::new());
        for (at, poem) in poems.iter().enumerate() {
            if !self.takes(poem, found.get(at)) {
                continue;
            }
            if words.iter().all(|word| poem.head.contains(word)) {
                by_name.push(at);
            } else if words
                .iter()
                .all(|word| poem.head.contains(word) || poem.body.contains(word))
            {
                by_verse.push(at);
            }
        }
        by_name.append(&mut by_verse);
        by_name
    }

    fn takes(&self, poem: &Poem, found: Option<&Found>) -> bool {
        let is = |wanted: &String, value: Option<&str>| {
            wanted.is_empty() || value == Some(wanted.as_str())
        };
        let group = found.and_then(|found| found.group);
        is(&self.form, poem.form.map(|form| form.chinese()))
            && is(&self.author, Some(poem.author))
            && is(&self.group, group.map(|group| group.name()))
            && (self.shows.is_empty() || found.is_some_and(|found| found.has(&self.shows)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The titles that are found, with conditions set by `set`.
    fn titles(set: impl FnOnce(&mut Wanted)) -> Vec<&'static str> {
        let fold = Fold::new();
        let poems = Poem::all(&fold);
        let found: Vec<Found> = poems.iter().map(Found::of).collect();
        let mut wanted = Wanted::default();
        set(&mut wanted);
        let chosen = wanted.choose(&poems, &found, &fold);
        chosen.into_iter().map(|at| poems[at].title).collect()
    }

    fn by_words(words: &str) -> Vec<&'static str> {
        titles(|wanted| wanted.words = words.to_owned())
    }

    #[test]
    fn words_find_title_author_and_verse_in_either_script() {
        let all = by_words("").len();
        assert!(all >= 300 && by_words(" ，").len() == all);
        assert_eq!(by_words("登鸛雀樓"), ["登鹳雀楼"]);
        assert_eq!(by_words("千里目"), ["登鹳雀楼", "登柳州城楼寄漳汀封连四州"]);
        assert_eq!(by_words("黄河入海流，欲穷"), ["登鹳雀楼"]);
        assert!(by_words("杜甫").len() > 30);
        assert_eq!(by_words("月夜 杜甫")[..2], ["月夜忆舍弟", "月夜"]);
        assert_eq!(by_words("Du Fu"), Vec::<&str>::new());
        assert!((100..all).contains(&by_words("千家诗").len()));
    }

    #[test]
    fn titles_come_before_verse() {
        let found = by_words("春晓");
        assert_eq!(found.first(), Some(&"春晓"), "{found:?}");
        let found = by_words("月夜");
        assert!(found.len() > 1 && found[0].contains("月夜"), "{found:?}");
    }

    #[test]
    fn conditions_are_joined() {
        let both = titles(|wanted| {
            wanted.form = "五言绝句".to_owned();
            wanted.group = "尤".to_owned();
        });
        assert!(both.contains(&"登鹳雀楼"), "{both:?}");
        let three = titles(|wanted| {
            wanted.form = "五言绝句".to_owned();
            wanted.group = "尤".to_owned();
            wanted.author = "王之涣".to_owned();
        });
        assert_eq!(three, ["登鹳雀楼"]);
        let shown = titles(|wanted| wanted.shows = "broken-waist".to_owned());
        assert!(shown.contains(&"渭城曲"), "{shown:?}");
        let none = titles(|wanted| {
            wanted.shows = "broken-waist".to_owned();
            wanted.form = "七言律诗".to_owned();
        });
        assert!(none.is_empty());
    }
}
