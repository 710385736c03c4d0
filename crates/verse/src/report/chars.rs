//! The characters of a line.

use std::{
    fmt,
    ops::{Deref, DerefMut},
};

use super::Char;

/// The characters of nearly every line of verse: seven.
const FEW: usize = 7;

/// The characters of a line, a slice of [`Char`]. Those of a line of verse stand in it; only a longer
/// line needs memory of its own.
#[derive(Clone)]
pub struct Chars {
    few: [Char; FEW],
    count: u8,
    /// All of them, where they are more than a few.
    many: Vec<Char>,
}

impl Chars {
    /// No characters.
    pub const fn new() -> Self {
        Self {
            few: [Char::unknown(' ', 0); FEW],
            count: 0,
            many: Vec::new(),
        }
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

impl DerefMut for Chars {
    fn deref_mut(&mut self) -> &mut [Char] {
        if self.many.is_empty() {
            let count = usize::from(self.count);
            self.few.get_mut(..count).unwrap_or_default()
        } else {
            &mut self.many
        }
    }
}

impl FromIterator<Char> for Chars {
    fn from_iter<I: IntoIterator<Item = Char>>(all: I) -> Self {
        let mut all = all.into_iter();
        let mut chars = Self::new();
        for place in &mut chars.few {
            let Some(char) = all.next() else {
                return chars;
            };
            *place = char;
            chars.count += 1;
        }
        if let Some(char) = all.next() {
            chars.many = chars.few.to_vec();
            chars.many.push(char);
            chars.many.extend(all);
        }
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
            let mut chars: Chars = all.iter().copied().collect();
            assert_eq!(chars[..], all[..]);
            assert_eq!((&mut *chars).len(), length);
        }
    }
}
