//! The bytes of `data/tunes.bin`, which `crates/corpus` writes and [`super::Tunes`] reads.
//!
//! `varint` is seven bits a byte, the lowest first, the highest bit set where more follow; a *text* is
//! a varint with the number of its bytes, then UTF-8.
//!
//! | part | bytes |
//! |---|---|
//! | [`MAGIC`] | 4 |
//! | number of tunes | varint |
//! | for each tune: name, the same in traditional script | texts |
//! | its other names: how many, then each in both scripts | varint, texts |
//! | its note, empty where there is none | text |
//! | its forms: how many, then each | varint |
//!
//! A form:
//!
//! | part | bytes |
//! |---|---|
//! | lyrics; poets; 1 if it is weak, else 0 | varint, varint, byte |
//! | examples: how many; for each author and first line | varint, texts |
//! | lines: how many, then each | varint |
//!
//! A line:
//!
//! | part | bytes |
//! |---|---|
//! | characters; flags: [`STANZA`], [`RHYME`], [`PARALLEL`], [`REPEAT`], [`PAUSES`] | byte, byte |
//! | lyrics that have a mark after it, where they are not all: how many have none | varint |
//! | classes of the slots, two bits each, four slots a byte, the first lowest: 0 level, 1 oblique, 2 free | bytes |
//! | for each slot how many have the other class (of a free slot: oblique), and how many tell nothing | varints |
//! | if there are pauses: how many; for each the number of characters before it, lyrics that mark it | varint, (byte, varint)s |
//! | if it rhymes: group; class (0 level, 1 rising and departing, 2 entering, 3 oblique of any tone); lyrics that do not rhyme there | byte, byte, varint |
//! | if parallel to the next: of a hundred lyrics how many | byte |
//! | if it repeats: how many lines before; first character (from 0) there | byte, byte |

/// How the bytes begin; the third is the version.
pub const MAGIC: [u8; 4] = *b"ZT\x01\n";

/// The line begins a stanza.
pub const STANZA: u8 = 1;
/// The line rhymes.
pub const RHYME: u8 = 2;
/// Poets make the line and the next one parallel.
pub const PARALLEL: u8 = 4;
/// The line repeats an earlier one, or a part of it.
pub const REPEAT: u8 = 8;
/// The line has pauses.
pub const PAUSES: u8 = 16;

/// The most characters of a line; the longest that a poet wrote without a mark has fewer.
pub const LONGEST_LINE: usize = 24;
/// The most lines of a form; 莺啼序, the longest tune, has about sixty.
pub const MOST_LINES: usize = 120;
