//! Looking for a tune: by its name or another one, by how many characters it has, by how long its first
//! lines are, by what is said of its character.

use verse::ci::{Form, Tune, Tunes};

/// A tune that was found, by its number, the best first: those whose name begins so, then as often as
/// poets wrote to them.
pub fn found(tunes: &Tunes, query: &str) -> Vec<usize> {
    let words: Vec<&str> = query.split_whitespace().collect();
    let all = tunes.tunes().iter().enumerate();
    let mut found: Vec<(bool, usize)> = all
        .filter(|(number, tune)| {
            words
                .iter()
                .all(|word| is_meant(tunes, *number, tune, word))
        })
        .map(|(number, tune)| (!words.iter().any(|word| begins(tune, word)), number))
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, number)| number).collect()
}

fn begins(tune: &Tune, word: &str) -> bool {
    tune.name.starts_with(word) || tune.name_traditional.starts_with(word)
}

fn is_meant(tunes: &Tunes, number: usize, tune: &Tune, word: &str) -> bool {
    let digits: Option<Vec<usize>> = word
        .split(['-', '+', ',', '，', '、'])
        .map(|part| part.trim_end_matches('字').parse().ok())
        .collect();
    if let Some(numbers) = digits {
        return tunes
            .forms_of(number)
            .any(|form| has_shape(form, word, &numbers));
    }
    let has = |name: &str| name.contains(word);
    let mut others = tune.other_names.iter();
    has(&tune.name)
        || has(&tune.name_traditional)
        || others.any(|other| has(&other.simplified) || has(&other.traditional))
        || tune
            .note
            .as_deref()
            .is_some_and(|note| has(note) || !word.is_ascii() && has(&verse::traditional(note)))
}

/// Whether a form has so many characters, or first lines that long: `33`, `6-6-5`, `665`.
fn has_shape(form: &Form, word: &str, numbers: &[usize]) -> bool {
    let begins = |wanted: &[usize]| {
        let mut lengths = form.lengths();
        wanted.iter().all(|own| lengths.next() == Some(*own))
    };
    match numbers {
        [length] => {
            let each = word.chars().map(|c| Some(c.to_digit(10)? as usize));
            let shape: Option<Vec<usize>> = each.collect();
            form.length() == *length || shape.is_some_and(|s| s.len() > 1 && begins(&s))
        }
        several => begins(several),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(query: &str) -> Vec<String> {
        let tunes = Tunes::baked().unwrap();
        let name = |number: usize| tunes.tunes()[number].name.clone();
        found(&tunes, query).into_iter().map(name).collect()
    }

    #[test]
    fn by_name_in_both_scripts_and_by_another_name() {
        assert_eq!(names("如梦令")[0], "如梦令");
        assert_eq!(names("如夢")[0], "如梦令");
        assert!(names("酹江月").contains(&"念奴娇".to_owned()));
        assert!(names("百字令").contains(&"念奴娇".to_owned()));
        assert_eq!(names("没有这个词牌"), Vec::<String>::new());
    }

    #[test]
    fn by_length_and_by_shape() {
        assert!(names("33").contains(&"如梦令".to_owned()));
        assert!(names("33字").contains(&"如梦令".to_owned()));
        for shape in ["6-6-5", "665", "6,6,5,6"] {
            assert!(names(shape).contains(&"如梦令".to_owned()), "{shape}");
            assert!(!names(shape).contains(&"水调歌头".to_owned()), "{shape}");
        }
        assert!(names("如梦 33").len() < names("33").len());
    }

    #[test]
    fn without_a_query_the_commonest_come_first() {
        let all = names("");
        assert!(all.len() > 200);
        assert!(["浣溪沙", "水调歌头", "念奴娇", "鹧鸪天", "菩萨蛮"].contains(&all[0].as_str()));
    }
}
