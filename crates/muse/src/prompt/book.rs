//! What the prompts say of a rhyme book: models know the sound of their own day, and a book is of it
//! or is not.

use verse::RhymeBook;

/// By which sound the poem is written.
pub(super) fn sound(book: RhymeBook) -> String {
    let by = if book.is_modern() {
        "，即普通话的读音（一、二声为平，三、四声为仄，没有入声）"
    } else {
        "的古音，不按普通话"
    };
    format!("平仄与押韵一律按《{}》{by}", book.chinese())
}

/// The tones that are oblique.
pub(super) const fn oblique(book: RhymeBook) -> &'static str {
    if book.is_modern() {
        "上、去声"
    } else {
        "上、去、入声"
    }
}

/// The characters that are level today and were not; none in a modern book.
pub(super) const fn entering(book: RhymeBook) -> &'static str {
    if book.is_modern() { "" } else { "入声字" }
}

/// A group in a sentence: `东韵`, `第一部`.
pub(super) fn group(name: &str) -> String {
    match name {
        "" => String::new(),
        _ if name.ends_with('部') => name.to_owned(),
        _ => format!("{name}韵"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_old_books_have_an_entering_tone() {
        for book in RhymeBook::ALL {
            let old = !sound(book).contains("普通话的读音");
            assert_eq!(old, oblique(book).contains('入'));
            assert_eq!(old, !entering(book).is_empty());
            assert!(sound(book).contains(book.chinese()));
        }
    }

    #[test]
    fn groups_are_named_as_their_book_names_them() {
        assert_eq!(
            [group("东"), group("第一部"), group("")],
            ["东韵", "第一部", ""]
        );
    }
}
