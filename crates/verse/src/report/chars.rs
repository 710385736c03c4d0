//! The characters of a line.

use std::{fmt, ops::Deref};

use super::Char;

/// The characters of nearly every line of verse: seven.
const FEW: usize = 7;
/// What stands at a place before its character is put there.
const BLANK: Char = Char::unknown(' ', 0);

/// The characters of a line, a slice of [`Char`]. Those of a line of verse stand in it; only a longer
/// line needs memory of its own.
#[derive(Clone)]
pub struct Chars {
    few: [Char; FEW],
    /// How many of these there are.
    count: u8,
    /// All of them, where they are more than a few.
    many: Vec<Char>,
}

impl Chars {
    /// No characters.
    pub const fn new() -> Self {
        Self {
            few: [BLANK; FEW],
            count: 0,
            many: Vec::new(),
        }
    }

    /// Puts a character behind the others.
    pub fn push(&mut self, char: Char) {
        *self.next() = char;
    }

    /// A place behind the others, with a character that nothing is known of.
    #[inline]
    pub(crate) fn next(&mut self) -> &mut Char {
        let count = usize::from(self.count);
        if count < FEW {
            self.count += 1;
            &mut self.few[count]
        } else {
            self.next_of_many()
        }
    }

    fn next_of_many(&mut self) -> &mut Char {
        if self.many.is_empty() {
            self.many = self.few.to_vec();
        }
        self.many.push(BLANK);
        let last = self.many.len() - 1;
        &mut self.many[last]
    }
}

impl Default for Chars {
    fn default() -> Self {
        Self::new()
    }
}

impl Deref for Chars {
    type Target = [Char];

    fn deref(&self) -> &[Char] {
        if self.many.is_empty() {
            self.few.get(..usize::from(self.count)).unwrap_or_default()
        } else {
            &self.many
        }
    }
}

impl FromIterator<Char> for Chars {
    fn from_iter<I: IntoIterator<Item = Char>>(all: I) -> Self {
        let mut chars = Self::new();
        all.into_iter().for_each(|char| chars.push(char));
        chars
    }
}

impl<'a> IntoIterator for &'a Chars {
    type Item = &'a Char;
    type IntoIter = std::slice::Iter<'a, Char>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl PartialEq for Chars {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl fmt::Debug for Chars {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_any_length() {
        for length in [0, 5, 7, 8, 64] {
            let all: Vec<Char> = (0..length).map(|at| Char::unknown('平', at)).collect();
            let chars: Chars = all.iter().copied().collect();
            assert_eq!(chars[..], all[..]);
        }
    }
}
