//! Everything that the books say of one character.

use std::borrow::Cow;

use serde::Serialize;

use crate::{
    book::RhymeBook,
    lexicon::{self, Reading, mandarin},
    tone::{Tone, ToneClass},
};

/// What the books say of a character.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lookup {
    /// The character.
    #[serde(rename = "char")]
    pub character: char,
    /// The traditional forms that it may stand for; itself where it is traditional.
    pub traditional: Vec<char>,
    /// Its Mandarin readings, commonest first.
    pub pinyin: Vec<&'static str>,
    /// About how often it, or the commonest of its traditional forms, stands in the verse of Tang and
    /// Song.
    pub count: u32,
    /// Its readings, book by book; a book that lacks it is left out.
    pub books: Vec<BookEntry>,
}

/// The readings of a character in one book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BookEntry {
    /// The book.
    pub book: RhymeBook,
    /// Its readings there, sure ones first.
    pub readings: Vec<BookReading>,
}

/// One reading of a character in one book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BookReading {
    /// Level or oblique.
    pub class: ToneClass,
    /// The tone.
    pub tone: Tone,
    /// The rhyme group.
    pub group: Cow<'static, str>,
    /// The traditional form that has the reading.
    pub traditional: char,
    /// The Mandarin reading that goes with it.
    pub pinyin: Option<&'static str>,
    /// Whether only one source has it, or it is seldom met with.
    pub rare: bool,
}

/// Looks a character up in all books.
pub fn lookup(character: char) -> Lookup {
    let books: Vec<BookEntry> = RhymeBook::ALL
        .into_iter()
        .map(|book| BookEntry {
            book,
            readings: lexicon::readings(character, book)
                .into_iter()
                .map(|r| reading(r, character))
                .collect(),
        })
        .filter(|entry| !entry.readings.is_empty())
        .collect();
    let mut traditional: Vec<char> = Vec::new();
    for form in lexicon::readings(character, RhymeBook::PingShui)
        .iter()
        .map(|r| r.form)
    {
        if !traditional.contains(&form) {
            traditional.push(form);
        }
    }
    Lookup {
        character,
        traditional,
        pinyin: mandarin::pinyin(character).collect(),
        count: lexicon::count_in_any_form(character),
        books,
    }
}

fn reading(reading: Reading, character: char) -> BookReading {
    BookReading {
        class: reading.class(),
        tone: reading.tone(),
        group: Cow::Borrowed(reading.group.name()),
        traditional: reading.form,
        pinyin: mandarin::pinyin_of(reading, character),
        rare: reading.rare,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_simplified_character_is_as_common_as_its_traditional_form() {
        assert_eq!(lookup('楼').count, lookup('樓').count);
        assert!(lookup('楼').count > 1000);
    }

    #[test]
    fn a_character_in_all_books() {
        let look = lookup('发');
        assert_eq!(look.traditional, ['發', '髮']);
        assert_eq!(look.books.len(), 4);
        assert!(
            look.books[0]
                .readings
                .iter()
                .all(|r| r.tone == Tone::Entering)
        );
        let modern: Vec<_> = look.books[2].readings.iter().map(|r| r.pinyin).collect();
        assert_eq!(modern, [Some("fā"), Some("fà")]);
    }

    #[test]
    fn what_a_book_lacks_is_left_out() {
        let books: Vec<_> = lookup('癌').books.iter().map(|b| b.book).collect();
        assert_eq!(books, [RhymeBook::XinYun, RhymeBook::TongYun]);
        assert!(lookup('x').books.is_empty());
    }
}
