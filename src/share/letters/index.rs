//! Which slice has which character.

/// Made by `tools/letters/make.py`: the name of this making, then the characters of each slice.
static INDEX: &[u8] = include_bytes!("index.bin");
/// The name of a making has so many letters.
const TAG: usize = 8;

/// The characters of every slice, each slice in the order of code points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index {
    tag: String,
    slices: Vec<Vec<char>>,
}

impl Index {
    /// The index of the letters that belong to this page.
    pub fn baked() -> Self {
        Self::read(INDEX)
    }

    fn read(bytes: &[u8]) -> Self {
        let (tag, rest) = bytes.split_at(bytes.len().min(TAG));
        let mut numbers = Numbers(rest.iter());
        let mut slices = Vec::new();
        while let Some(count) = numbers.next() {
            let mut code = 0u32;
            let chars = numbers.by_ref().take(count as usize).filter_map(|step| {
                code = code.wrapping_add(step);
                char::from_u32(code)
            });
            slices.push(chars.collect());
        }
        Self {
            tag: String::from_utf8_lossy(tag).into_owned(),
            slices,
        }
    }

    /// The slice that has a character.
    pub fn slice_of(&self, char: char) -> Option<usize> {
        self.slices
            .iter()
            .position(|chars| chars.binary_search(&char).is_ok())
    }

    /// The characters of a slice.
    pub fn chars(&self, slice: usize) -> &[char] {
        self.slices.get(slice).map_or(&[], Vec::as_slice)
    }

    /// Where a slice is, seen from the page.
    pub fn address(&self, slice: usize) -> String {
        format!("letters/{}/{slice}.bin", self.tag)
    }
}

/// What the index itself takes.
#[cfg(test)]
pub const fn tests_size() -> usize {
    INDEX.len()
}

/// Numbers of seven bits a byte, lowest first.
struct Numbers<'a>(std::slice::Iter<'a, u8>);

impl Iterator for Numbers<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let mut value = 0;
        for shift in (0..32).step_by(7) {
            let byte = *self.0.next()?;
            value |= u32::from(byte & 127) << shift;
            if byte & 128 == 0 {
                break;
            }
        }
        Some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_and_characters_are_found() {
        let index = Index::read(b"abcdefgh\x02\x61\x02\x01\x80\x9c\x01");
        assert_eq!(index.chars(0), ['a', 'c']);
        assert_eq!(index.chars(1), ['一']);
        assert_eq!(index.slice_of('一'), Some(1));
        assert_eq!(index.slice_of('b'), None);
        assert_eq!(index.address(1), "letters/abcdefgh/1.bin");
        assert_eq!(index.chars(2), [] as [char; 0]);
    }

    #[test]
    fn a_broken_index_is_no_fault() {
        for bytes in [
            &b""[..],
            b"abc",
            b"abcdefgh\xff\xff\xff\xff\xff\xff",
            b"abcdefgh\x05a",
        ] {
            let _ = Index::read(bytes).slice_of('a');
        }
    }
}
