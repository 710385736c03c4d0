//! The poems of the library.

use verse::Form;

use super::fold::Fold;

/// `id`, title, author, books, text. Made by crates/corpus; see `data/SOURCES.md`.
const TABLE: &str = include_str!("data/poems.tsv");

/// A poem.
#[derive(Debug)]
pub struct Poem {
    /// What it is told from the others by.
    pub id: &'static str,
    /// The title.
    pub title: &'static str,
    /// The author.
    pub author: &'static str,
    /// The verse, with its punctuation.
    pub text: &'static str,
    /// The form, by its shape.
    pub form: Option<Form>,
    /// Title, author and books, folded, each in a line.
    pub head: String,
    /// The verse, folded.
    pub body: String,
}

impl Poem {
    /// All poems, in the order of the books.
    pub fn all(fold: &Fold) -> Vec<Self> {
        let rows = TABLE.lines().skip_while(|line| !line.starts_with("id\t"));
        rows.skip(1)
            .filter_map(|row| Self::of_row(row, fold))
            .collect()
    }

    fn of_row(row: &'static str, fold: &Fold) -> Option<Self> {
        let mut cells = row.split('\t');
        let [id, title, author, books, text] = [(); 5].map(|()| cells.next().unwrap_or_default());
        let body = fold.text(text);
        let lines = lines(text).count();
        let width = body.chars().count().checked_div(lines)?;
        let books = books.chars().map(book).map(|name| fold.text(name));
        let names = [title, author].map(|name| fold.text(name));
        Some(Self {
            id,
            title,
            author,
            text,
            form: Form::of(width, lines),
            head: names
                .into_iter()
                .chain(books)
                .collect::<Vec<_>>()
                .join("\n"),
            body,
        })
    }

    /// The first line, without the mark at its end.
    pub fn first_line(&self) -> &'static str {
        let line = lines(self.text).next().unwrap_or_default();
        line.trim_end_matches(|c: char| !c.is_alphanumeric())
    }

    /// The poem as it is put into the field: title, author, a line each.
    pub fn on_paper(&self) -> String {
        let Self { title, author, .. } = self;
        let verse: Vec<&str> = lines(self.text).collect();
        let verse = verse.join("\n");
        let width = self.form.map_or(0, Form::width);
        // As long as a line or two, a title would be taken for verse.
        let length = title.chars().filter(|c| c.is_alphanumeric()).count();
        if [width, width * 2].contains(&length) {
            format!("《{title}》\n{author}\n\n{verse}")
        } else {
            format!("{title}\n{author}\n\n{verse}")
        }
    }
}

/// Title, author and text of a poem.
pub fn find(id: &str) -> Option<[&'static str; 3]> {
    find_in(TABLE, id)
}

/// The same, in a table of that form.
pub fn find_in(table: &'static str, id: &str) -> Option<[&'static str; 3]> {
    table.lines().find_map(|row| {
        let mut cells = row.strip_prefix(id)?.strip_prefix('\t')?.split('\t');
        let (title, author) = (cells.next()?, cells.next()?);
        Some([title, author, cells.nth(1)?])
    })
}

/// The lines of a text with the marks that end them.
pub fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.split_inclusive(|c: char| !c.is_alphanumeric())
}

/// The name of the book that a letter in the table stands for.
fn book(letter: char) -> &'static str {
    match letter {
        '唐' => "唐诗三百首",
        '千' => "千家诗",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn all() -> Vec<Poem> {
        Poem::all(&Fold::new())
    }

    #[test]
    fn there_are_at_least_three_hundred_and_none_twice() {
        let poems = all();
        assert!(poems.len() >= 300, "{}", poems.len());
        let ids: BTreeSet<&str> = poems.iter().map(|poem| poem.id).collect();
        let bodies: BTreeSet<&str> = poems.iter().map(|poem| poem.body.as_str()).collect();
        assert_eq!([ids.len(), bodies.len()], [poems.len(); 2]);
    }

    #[test]
    fn every_poem_is_whole() {
        for poem in all() {
            assert!(poem.form.is_some(), "{poem:?}");
            assert!(poem.text.ends_with(['。', '？', '！']), "{poem:?}");
            for name in [poem.title, poem.author] {
                assert!(!name.is_empty() && name.trim() == name, "{poem:?}");
            }
            let text = [poem.title, poem.author, poem.text].concat();
            let is_clean = |c: char| {
                let is_han = ('\u{3400}'..='\u{9fff}').contains(&c);
                is_han || "，。？！·（）".contains(c)
            };
            assert!(text.chars().all(is_clean), "{poem:?}");
            let form = poem.form.unwrap();
            for line in lines(poem.text) {
                assert_eq!(line.chars().count(), form.width() + 1, "{poem:?}");
            }
        }
    }

    #[test]
    fn title_and_author_are_not_taken_for_verse() {
        for poem in all() {
            let paper = poem.on_paper();
            let report = verse::check(&paper, &verse::Options::default());
            let lines: String = report.lines.iter().map(verse::Line::text).collect();
            let verse: String = poem.text.chars().filter(|c| c.is_alphanumeric()).collect();
            assert_eq!(lines, verse, "{paper}");
            assert_eq!(report.title.as_deref(), Some(poem.title), "{paper}");
            assert_eq!(report.author.as_deref(), Some(poem.author), "{paper}");
        }
    }

    #[test]
    fn a_poem_is_found_by_its_id() {
        let found = find("tang-002").unwrap();
        assert_eq!(found[..2], ["登鹳雀楼", "王之涣"]);
        assert!(found[2].starts_with("白日依山尽，"));
        assert_eq!(find("tang-00"), None);
        assert_eq!(find("id2"), None);
    }

    #[test]
    fn a_first_line_has_no_mark() {
        let poems = all();
        let poem = poems.iter().find(|poem| poem.title == "登鹳雀楼").unwrap();
        assert_eq!(poem.first_line(), "白日依山尽");
        assert_eq!(poem.head, "登鹳雀楼\n王之涣\n唐诗三百首\n千家诗");
    }
}
