//! Access to the baked tables. Every access is checked: a wrong table gives `None`, never a panic.

macro_rules! table {
    ($name:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $name))
    };
}

static PAGES: &[u8] = table!("pages.bin");
static READINGS_LOW: &[u8] = table!("readings_low.bin");
static READINGS_HIGH: &[u8] = table!("readings_high.bin");
static PINYIN_LOW: &[u8] = table!("pinyin_low.bin");
static PINYIN_HIGH: &[u8] = table!("pinyin_high.bin");
static ENTRIES: Pool = Pool {
    bytes: table!("entries.bin"),
    lengths: table!("entries_lengths.bin"),
};
static LISTS: Pool = Pool {
    bytes: table!("lists.bin"),
    lengths: table!("lists_lengths.bin"),
};
static COUNTS: &[u8] = table!("counts.bin");
static SOUNDS: &[u8] = table!("sounds.bin");
static WORDS: &[u8] = table!("words.bin");
static WORDS_INDEX: Columns = Columns::new(table!("words_index.bin"), 2);
static OWN: Columns = Columns::new(table!("own.bin"), 1);
static FORMS: [Columns; 3] = [
    Columns::new(table!("forms_one.bin"), 1),
    Columns::new(table!("forms_two.bin"), 2),
    Columns::new(table!("forms_more.bin"), 6),
];
static COMPATIBILITY: Columns = Columns::new(table!("compatibility.bin"), 1);

/// The syllables of Mandarin with tone marks, one after the other.
static SYLLABLES: &str = include_str!(concat!(env!("OUT_DIR"), "/syllables.txt"));
/// Where each syllable starts, two bytes each, and where the last one ends.
static SYLLABLE_STARTS: &[u8] = table!("syllables_starts.bin");

/// Byte strings one after the other, sorted by length. For each length: the number of its first
/// string, the length, and where it starts, two bytes each.
struct Pool {
    bytes: &'static [u8],
    lengths: &'static [u8],
}

impl Pool {
    /// A string by its number from 1.
    fn get(&self, string: usize) -> Option<&'static [u8]> {
        let string = string.checked_sub(1)?;
        let mut found = None;
        for [a, b, c, d, e, f] in self.lengths.as_chunks().0 {
            let first = of_pair([*a, *b]);
            if first > string {
                break;
            }
            let length = of_pair([*c, *d]);
            let start = of_pair([*e, *f]) + (string - first) * length;
            found = Some(start..start + length);
        }
        self.bytes.get(found?)
    }
}

/// A table sorted by character: a character and `most` numbers a row. Each number is three bytes,
/// lowest first, and each byte stands in a column of its own.
struct Columns {
    bytes: &'static [u8],
    most: usize,
    rows: usize,
    /// The first row of each block of code points.
    blocks: [u16; BLOCKS + 1],
}

/// Code points in a block of a sorted table: those that have the same higher bytes.
const BLOCK: u32 = 256;
/// The number of blocks; the last has everything behind U+9FFF.
const BLOCKS: usize = 0xa1;

impl Columns {
    const fn new(bytes: &'static [u8], most: usize) -> Self {
        let rows = bytes.len() / (3 * (most + 1));
        let mut blocks = [rows as u16; BLOCKS + 1];
        let (mut row, mut block) = (0, 0);
        while block < BLOCKS {
            // The second byte and the third of a character stand in columns of their own.
            while row < rows
                && (bytes[rows + row] as usize | (bytes[2 * rows + row] as usize) << 8) < block
            {
                row += 1;
            }
            blocks[block] = row as u16;
            block += 1;
        }
        Self {
            bytes,
            most,
            rows,
            blocks,
        }
    }

    /// A number by its row and its column (0: the character).
    fn cell(&self, row: usize, column: usize) -> Option<u32> {
        let byte = |n: usize| {
            self.bytes
                .get((column * 3 + n) * self.rows + row)
                .copied()
                .map(u32::from)
        };
        Some(byte(0)? | byte(1)? << 8 | byte(2)? << 16)
    }

    /// The row of a character.
    fn find(&self, character: char) -> Option<usize> {
        let wanted = u32::from(character);
        let block = (wanted / BLOCK).min(BLOCKS as u32 - 1) as usize;
        let [first, behind] = [self.blocks[block], self.blocks[block + 1]].map(usize::from);
        if block + 1 < BLOCKS {
            // In a block the lowest byte tells the characters apart; it stands in the first column.
            let lowest = self.bytes.get(first..behind)?;
            return Some(first + lowest.binary_search(&(wanted as u8)).ok()?);
        }
        let (mut row, mut end) = (first, behind);
        while row < end {
            let middle = row.midpoint(end);
            if self.cell(middle, 0)? < wanted {
                row = middle + 1;
            } else {
                end = middle;
            }
        }
        (self.cell(row, 0)? == wanted).then_some(row)
    }

    /// A number of a character's row, from 1.
    fn number(&self, character: char, column: usize) -> Option<u32> {
        self.cell(self.find(character)?, column)
    }
}

/// Code points on a page.
const PAGE: usize = 64;

/// Two bytes of a list: a reading of 平水韵 (group, then form and marks) or the number of a syllable.
pub(super) type Pair = [u8; 2];

/// The number that a pair stands for.
fn of_pair(pair: Pair) -> usize {
    usize::from(u16::from_le_bytes(pair))
}

/// Two bytes, lowest first.
fn number(table: &[u8], at: usize) -> Option<usize> {
    let pair = table.get(at..at + 2)?;
    Some(usize::from(pair[0]) | usize::from(pair[1]) << 8)
}

/// The place of a character on the pages.
fn place(character: char) -> Option<usize> {
    let code = character as usize;
    let page = number(PAGES, code / PAGE * 2)?.checked_sub(1)?;
    Some(page * PAGE + code % PAGE)
}

/// A value from two tables of bytes; 0 is none.
fn value(low: &[u8], high: &[u8], at: usize) -> Option<usize> {
    let value = usize::from(*low.get(at)?) | usize::from(*high.get(at)?) << 8;
    (value != 0).then_some(value)
}

/// About how often a character stands in the verse of Tang and Song: to within three in a hundred.
pub(super) fn count(character: char) -> u32 {
    let logarithm = place(character)
        .and_then(|at| COUNTS.get(at))
        .copied()
        .unwrap_or(0);
    (f64::from(logarithm) / 12.0).exp2().round() as u32 - 1
}

/// All characters that the tables have a page for.
pub(super) fn characters() -> impl Iterator<Item = char> {
    (0..(PAGES.len() / 2 * PAGE) as u32)
        .filter_map(char::from_u32)
        .filter(|c| place(*c).is_some())
}

/// The number of a character's entry.
pub(super) fn cell(character: char) -> Option<usize> {
    value(READINGS_LOW, READINGS_HIGH, place(character)?)
}

/// An entry by its number.
pub(super) fn entry(number: usize) -> Option<&'static [u8]> {
    ENTRIES.get(number)
}

/// Set in the number of a syllable that modern verse may not use.
const OLDER: usize = 0x8000;

/// The numbers of the Mandarin syllables of a character that modern verse may use.
pub(super) fn modern_syllables(character: char) -> &'static [Pair] {
    let all = syllables(character);
    let modern = all.iter().take_while(|pair| of_pair(**pair) & OLDER == 0);
    all.get(..modern.count()).unwrap_or_default()
}

/// The numbers of all of a character's Mandarin syllables.
pub(super) fn syllables(character: char) -> &'static [Pair] {
    let list = || LISTS.get(value(PINYIN_LOW, PINYIN_HIGH, place(character)?)?);
    list().unwrap_or_default().as_chunks().0
}

/// A syllable by its number.
pub(super) fn syllable(pair: Pair) -> Option<&'static str> {
    let at = (of_pair(pair) & !OLDER) * 2;
    SYLLABLES.get(number(SYLLABLE_STARTS, at)?..number(SYLLABLE_STARTS, at + 2)?)
}

/// The number of the entry of a character that has only its own readings, not those of the other
/// forms that it stands for in simplified script.
pub(super) fn own(character: char) -> Option<usize> {
    usize::try_from(OWN.number(character, 1)?).ok()
}

/// The row of a character in the tables of forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FormsRow {
    table: u8,
    row: u16,
}

impl FormsRow {
    /// The row of a character, if it stands for other forms than its own.
    pub(super) fn of(character: char) -> Option<Self> {
        FORMS.iter().enumerate().find_map(|(table, columns)| {
            let row = columns.find(character)?;
            Some(Self {
                table: u8::try_from(table).ok()?,
                row: u16::try_from(row).ok()?,
            })
        })
    }

    /// One of the traditional forms, from 0.
    pub(super) fn form(self, number: usize) -> Option<char> {
        let columns = FORMS
            .get(usize::from(self.table))
            .filter(|c| number < c.most)?;
        let code = columns.cell(usize::from(self.row), number + 1)?;
        (code != 0).then(|| char::from_u32(code)).flatten()
    }

    /// The traditional forms.
    pub(super) fn forms(self) -> impl Iterator<Item = char> {
        (0..6).map_while(move |n| self.form(n))
    }
}

/// Tone and groups of a syllable by its number: tone (0 to 4), group of 中华新韵, group of 中华通韵.
pub(super) fn sound(pair: Pair) -> Option<(u8, u8, u8)> {
    let at = (of_pair(pair) & !OLDER) * 3;
    let row = SOUNDS.get(at..at + 3)?;
    Some((row[0], row[1], row[2]))
}

/// The words that decide the reading of a traditional character, as `phrases` reads them.
pub(super) fn words(character: char) -> &'static [u8] {
    let list = || {
        let row = WORDS_INDEX.find(character)?;
        let cell = |column| usize::try_from(WORDS_INDEX.cell(row, column)?).ok();
        WORDS.get(cell(1)?..cell(2)?)
    };
    list().unwrap_or_default()
}

/// What a compatibility code point looks like.
pub(super) fn compatibility(character: char) -> Option<char> {
    // All of them stand in three blocks; most characters are answered without a search.
    if !matches!(character, '\u{2E80}'..='\u{2FDF}' | '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}')
    {
        return None;
    }
    char::from_u32(COMPATIBILITY.number(character, 1)?)
}
