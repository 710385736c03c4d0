//! What was typed into the field.

/// What is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Query {
    /// Nothing: the book lies open.
    Nothing,
    /// These characters.
    Characters(Vec<char>),
    /// A Mandarin sound.
    Sound(String),
}

/// Characters that are looked up at once, at most.
const MOST: usize = 8;

impl Query {
    /// Reads what was typed. Where there are characters, they count, and nothing beside them.
    pub fn read(typed: &str) -> Self {
        let mut characters: Vec<char> = Vec::new();
        for c in typed.chars().filter(|c| is_character(*c)) {
            if characters.len() < MOST && !characters.contains(&c) {
                characters.push(c);
            }
        }
        let typed = typed.trim();
        if !characters.is_empty() {
            Self::Characters(characters)
        } else if typed.is_empty() {
            Self::Nothing
        } else {
            Self::Sound(typed.chars().take(12).collect())
        }
    }
}

/// Whether it is a Chinese character.
const fn is_character(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' | '〇')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_count_before_sounds() {
        assert_eq!(Query::read("  "), Query::Nothing);
        assert_eq!(Query::read(" lou2 "), Query::Sound("lou2".to_owned()));
        let two = Query::Characters(vec!['楼', '流']);
        for typed in ["楼流", "楼、流", "楼流楼", "lou 楼流！"] {
            assert_eq!(Query::read(typed), two, "{typed}");
        }
        assert!(matches!(Query::read(&"<b>".repeat(99)), Query::Sound(s) if s.len() == 12));
    }
}
