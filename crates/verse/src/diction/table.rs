//! The table, from its bytes.

use crate::bytes::Bytes;

use super::{format::MAGIC, model::Model, shapes::Shapes, store::Store, theme::Theme};

/// How many bytes the table of this version has.
pub const SIZE: usize = include_bytes!("../../data/diction.bin").len();

/// The most classes of a table; more would not fit what is checked in.
const MOST_CLASSES: usize = 20_000;

/// What was learnt of words, and lines of poets: `data/diction.bin`, laid out as [`super::format`] says.
#[derive(Clone, Debug, PartialEq)]
pub struct Diction {
    pub(super) shapes: Shapes,
    pub(super) model: Model,
    pub(super) store: Store,
    themes: Vec<Words>,
}

/// The words of a theme, as classes.
#[derive(Clone, Debug, Default, PartialEq)]
struct Words {
    /// Those of one character, in order.
    single: Vec<u16>,
    longer: Vec<Vec<u16>>,
}

impl Words {
    fn read(bytes: &mut Bytes<'_>) -> Option<Self> {
        let mut words = Self::default();
        for _ in 0..bytes.varint()? {
            let word = (0..bytes.varint()?)
                .map(|_| u16::try_from(bytes.varint()?).ok())
                .collect::<Option<Vec<u16>>>()?;
            match word[..] {
                [] => return None,
                [one] => words.single.push(one),
                _ => words.longer.push(word),
            }
        }
        words.single.sort_unstable();
        Some(words)
    }

    fn stand_in(&self, classes: &[u16]) -> bool {
        let is_single = |class: &u16| self.single.binary_search(class).is_ok();
        let stands = |word: &Vec<u16>| classes.windows(word.len()).any(|w| w == word.as_slice());
        classes.iter().any(is_single) || self.longer.iter().any(stands)
    }
}

impl Diction {
    /// The table from the bytes of `data/diction.bin`; `None` if they are something else.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut bytes = Bytes(bytes);
        if bytes.take(MAGIC.len())? != MAGIC {
            return None;
        }
        let classes = usize::from(bytes.short()?);
        if classes == 0 || classes > MOST_CLASSES {
            return None;
        }
        let model = Model::read(&mut bytes, classes)?;
        let shapes = Shapes::read(&mut bytes, classes)?;
        let themes = Theme::ALL
            .iter()
            .map(|_| Words::read(&mut bytes))
            .collect::<Option<_>>()?;
        let store = Store::read(&mut bytes, &shapes, classes)?;
        let table = Self {
            shapes,
            model,
            store,
            themes,
        };
        bytes.0.is_empty().then_some(table)
    }

    /// The table of this version. Whoever calls this carries its bytes in the program.
    pub fn baked() -> Option<Self> {
        Self::from_bytes(include_bytes!("../../data/diction.bin"))
    }

    /// How many lines of poets the table has.
    pub fn lines(&self) -> usize {
        self.store.count()
    }

    /// Whether some word of a theme stands in these classes.
    pub(super) fn is_about(&self, theme: Theme, classes: &[u16]) -> bool {
        let of = self.themes.get(theme.number());
        of.is_some_and(|words| words.stand_in(classes))
    }

    /// Whether a word of several characters of a theme begins so.
    pub(super) fn may_begin(&self, theme: Theme, class: u16) -> bool {
        let of = self.themes.get(theme.number());
        of.is_some_and(|words| words.longer.iter().any(|word| word.first() == Some(&class)))
    }

    /// The classes of a line.
    pub(super) fn classes(&self, line: &[char]) -> Vec<u16> {
        line.iter().map(|c| self.shapes.class(*c)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Options,
        diction::{
            Span, Wanted,
            testing::{BYTES, table},
        },
    };

    #[test]
    fn the_table_has_lines_of_poets() {
        assert!(table().lines() > 40_000, "{}", table().lines());
        assert_eq!(SIZE, BYTES.len());
        assert!(table().is_about(Theme::Moon, &table().classes(&['明', '月'])));
        assert!(!table().is_about(Theme::Moon, &table().classes(&['酒'])));
        assert!(table().may_begin(Theme::Farewell, table().classes(&['长'])[0]));
    }

    #[test]
    fn other_bytes_are_no_table() {
        assert_eq!(Diction::from_bytes(b""), None);
        assert_eq!(Diction::from_bytes(b"DZ\x01\n"), None);
        assert_eq!(Diction::from_bytes(b"ZC\x02\n"), None);
        assert_eq!(Diction::from_bytes(&BYTES[..BYTES.len() - 1]), None);
        let longer: Vec<u8> = BYTES.iter().copied().chain([0]).collect();
        assert_eq!(Diction::from_bytes(&longer), None);
        for cut in (0..BYTES.len()).step_by(59_973) {
            assert_eq!(Diction::from_bytes(&BYTES[..cut]), None);
        }
    }

    #[test]
    fn spoilt_bytes_do_no_harm() {
        let span = Span {
            line: 1,
            position: 2,
            length: 1,
        };
        let text = "江上春风起，山中暮雨来。故人千里去，明月一时开。";
        let options = Options::default();
        for at in (4..BYTES.len()).step_by(BYTES.len() / 24) {
            let mut bytes = BYTES.to_vec();
            bytes[at] ^= 0xa5;
            if let Some(table) = Diction::from_bytes(&bytes) {
                table.offers(text, &options, span, &Wanted::default(), 3);
                table.like(text, &options, 1, None, 3);
                table.quotations(text, &options);
            }
        }
    }

    #[test]
    fn the_table_fits_what_a_page_may_load() {
        // 600 KB after gzip, which tests/size measures.
        assert!(BYTES.len() <= 850_000, "{}", BYTES.len());
    }
}
