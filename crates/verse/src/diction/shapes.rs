//! Characters in all their shapes, as numbers of classes and back.

use crate::{
    bytes::Bytes,
    fits::is_unusual,
    lexicon::{self, Script},
};

/// The shapes of the classes.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Shapes {
    /// Shapes by code point, with their classes.
    all: Vec<(char, u16)>,
    /// The shape of each class that is offered in simplified script.
    simplified: Vec<Option<char>>,
    /// Those that are offered in traditional script, commonest first.
    traditional: Vec<Vec<char>>,
}

/// Shapes of a class that are offered in traditional script, at most.
const MOST_SHAPES: usize = 3;
/// A shape that is so many times rarer than the commonest is not offered.
const RARER: u32 = 12;

impl Shapes {
    /// From the bytes of the table.
    pub(super) fn read(bytes: &mut Bytes<'_>, classes: usize) -> Option<Self> {
        let mut all = Vec::new();
        let mut simplified = vec![None; classes];
        let mut traditional: Vec<Vec<char>> = vec![Vec::new(); classes];
        let (mut code, mut begun) = (0u32, 0u16);
        for _ in 0..bytes.varint()? {
            let step = bytes.varint()?;
            code = code.checked_add(step >> 2)?;
            let class = if step & 1 == 1 {
                begun = begun.checked_add(1)?;
                begun
            } else {
                u16::try_from(bytes.varint()?).ok()?
            };
            let shape = char::from_u32(code)?;
            if step & 2 == 2 {
                *simplified.get_mut(usize::from(class))? = Some(shape);
            }
            traditional.get_mut(usize::from(class))?.push(shape);
            all.push((shape, class));
        }
        for shapes in &mut traditional {
            shapes.retain(|c| lexicon::is_of(*c, Script::Traditional) && !is_unusual(*c));
            shapes.sort_by_key(|c| (u32::MAX - lexicon::count(*c), *c));
            let most = shapes.first().map_or(0, |c| lexicon::count(*c));
            shapes.retain(|c| lexicon::count(*c) * RARER > most);
            shapes.truncate(MOST_SHAPES);
        }
        Some(Self {
            all,
            simplified,
            traditional,
        })
    }

    /// The number of a character's class; 0 if it has none.
    pub(super) fn class(&self, character: char) -> u16 {
        self.all
            .binary_search_by_key(&character, |(c, _)| *c)
            .map_or(0, |at| self.all[at].1)
    }

    /// The number of the last class and 1.
    pub(super) fn classes(&self) -> u16 {
        u16::try_from(self.simplified.len()).unwrap_or(u16::MAX)
    }

    /// What is offered of a class in a script.
    pub(super) fn offered(&self, class: u16, script: Script) -> &[char] {
        let class = usize::from(class);
        match script {
            Script::Simplified => self.simplified.get(class).map_or(&[], Option::as_slice),
            Script::Traditional => self.traditional.get(class).map_or(&[], Vec::as_slice),
        }
    }
}
