//! The bytes of `data/diction.bin`, which `crates/corpus` writes and [`super::Diction`] reads, and what
//! of a poem foretells a character.
//!
//! Numbers are little-endian; `varint` is seven bits a byte, the lowest first, the highest bit set where
//! more follow. A *class* is one character in all its shapes (云 雲), numbered from 1 in the order of the
//! smallest code point among them; 0 is an unknown character or an open place. A *letter* is a
//! character of the lines, in traditional script, numbered from 0, commonest first.
//!
//! | part | bytes |
//! |---|---|
//! | [`MAGIC`] | 4 |
//! | number of classes and 1 | u16 |
//! | scale of each dimension | [`D`] × f32 |
//! | vectors of the classes, 0 first, one dimension after the other | [`D`] × classes i8 |
//! | scale, and how likely each class is of itself | f32, classes × i8 |
//! | for each of [`RELATIONS`]: scale, matrix by columns | f32, [`D`] × [`H`] i8 |
//! | scale, a vector for each of [`PLACES`] and each of [`ROLES`] | f32, 18 × [`H`] i8 |
//! | scale, matrix back by rows | f32, [`H`] × [`D`] i8 |
//! | shapes: how many; for each the code point less the one before, times 4, plus 2 if it is the one to show in simplified script, plus 1 if a class begins with it; else its class follows | varint, varints |
//! | themes: for each of [`super::Theme::ALL`] how many words; for each its length, its classes | varints |
//! | letters: how many; the code point of each | varint, u16s |
//! | letters that have another shape in simplified script: how many; letter less the one before, code point | varint, (varint, u16)s |
//! | authors: how many; for each its length, its letters | varint, varints |
//! | poems: how many; for each author, length of the title and its letters, number of lines, length of a line (0: each line's follows) | varint, varints |
//! | how many letters the lines have; their low bytes, then their high bytes | varint, bytes, bytes |
//! | places of the lines that keep their traditional shape (乾坤): how many; each less the one before | varint, varints |
//!
//! How well a character goes to a place is the inner product of its vector and W·h, plus how likely it is
//! of itself; h is x / √(1 + x²) of the sum of the matrices times the vectors of what stands around, and
//! of the vectors of the place and of the role of the line (see [`Context`]).

/// How the bytes begin; the third is the version.
pub const MAGIC: [u8; 4] = *b"ZC\x01\n";
/// Numbers of a vector.
pub const D: usize = 32;
/// Numbers between.
pub const H: usize = 64;
/// Kinds of what stands around: two before, two after, the one opposite and its two neighbours (in a
/// couplet that is asked to be antithetical, and in another), the rest of the line, the rest of the poem.
pub const RELATIONS: usize = 12;
/// Places in lines of five and of seven.
pub const PLACES: usize = 12;
/// Opening and closing lines of the first couplet, of those between, of the last.
pub const ROLES: usize = 6;

/// The rest of the line.
pub const OF_LINE: usize = 10;
/// The rest of the poem.
pub const OF_POEM: usize = 11;

/// What stands around a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// What is near, each with its relation.
    pub near: Vec<(usize, u16)>,
    /// The other known characters of the line that are not near.
    pub line: Vec<u16>,
    /// The known characters of the other lines.
    pub poem: Vec<u16>,
    /// The place, of [`PLACES`].
    pub place: usize,
    /// The role of the line, of [`ROLES`].
    pub role: usize,
}

/// The number of a place (from 0) in a line; lines of other lengths count as those of seven.
pub const fn place(length: usize, at: usize) -> usize {
    if length == 5 && at < 5 {
        at
    } else if at < 7 {
        5 + at
    } else {
        11
    }
}

impl Context {
    /// What stands around a place (from 0) of a line (from 0) of a poem.
    pub fn of(lines: &[Vec<u16>], line: usize, at: usize) -> Self {
        let mut context = Self::default();
        let Some(own) = lines.get(line) else {
            return context;
        };
        let last_couplet = lines.len().saturating_sub(1) / 2;
        let is_middle = line / 2 > 0 && line / 2 < last_couplet;
        let couplet = match line / 2 {
            0 => 0,
            _ if is_middle => 1,
            _ => 2,
        };
        context.role = couplet * 2 + line % 2;
        context.place = place(own.len(), at);
        let of = |line: Option<&Vec<u16>>, at: Option<usize>| line?.get(at?).copied();
        let opposite = lines.get(line ^ 1);
        let base = if is_middle { 4 } else { 7 };
        for (relation, class) in [
            (0, of(Some(own), at.checked_sub(1))),
            (1, of(Some(own), at.checked_sub(2))),
            (2, of(Some(own), Some(at + 1))),
            (3, of(Some(own), Some(at + 2))),
            (base, of(opposite, Some(at))),
            (base + 1, of(opposite, at.checked_sub(1))),
            (base + 2, of(opposite, Some(at + 1))),
        ] {
            context.near.extend(class.map(|class| (relation, class)));
        }
        let far = own.iter().enumerate().filter(|(n, _)| n.abs_diff(at) > 2);
        context.line = far.map(|(_, c)| *c).filter(|c| *c != 0).collect();
        let others = lines.iter().enumerate().filter(|(n, _)| *n != line);
        context.poem = others
            .flat_map(|(_, line)| line)
            .copied()
            .filter(|c| *c != 0)
            .collect();
        context
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around() {
        let lines: Vec<Vec<u16>> = (0..8u16)
            .map(|l| (1..=5).map(|c| l * 10 + c).collect())
            .collect();
        let context = Context::of(&lines, 3, 1);
        let near = [(0, 31), (2, 33), (3, 34), (4, 22), (5, 21), (6, 23)];
        assert_eq!(context.near, near);
        assert_eq!(context.line, [35]);
        assert_eq!(context.poem.len(), 35);
        assert_eq!((context.place, context.role), (1, 3));
        let first = Context::of(&lines, 0, 4);
        assert_eq!(first.near, [(0, 4), (1, 3), (7, 15), (8, 14)]);
        assert_eq!((first.place, first.role), (4, 0));
        assert_eq!(Context::of(&lines, 7, 0).role, 5);
        // Of a quatrain both couplets are at an end.
        assert_eq!(Context::of(&lines[..4], 2, 0).role, 4);
        assert_eq!(Context::of(&lines, 9, 0), Context::default());
        assert_eq!(
            [place(7, 0), place(7, 6), place(6, 5), place(9, 8)],
            [5, 11, 10, 11]
        );
    }
}
