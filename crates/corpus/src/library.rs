//! The library of the page: the poems of the two anthologies once each, in simplified script.
//!
//! The package has them in traditional script, into which a machine turned them from simplified (乾
//! became 幹 wherever it stands). The way back mends that.

use std::{collections::BTreeSet, fs, path::Path};

use crate::{Result, simplify::Simplifier, table};

/// Of the characters of two poems of one length at most one in so many may differ if they are the same
/// poem in two editions.
const SAME: usize = 5;

/// A poem of the library.
#[derive(Debug)]
struct Poem {
    id: String,
    title: String,
    author: String,
    /// 唐 for 唐诗三百首, 千 for 千家诗.
    books: String,
    text: String,
}

/// Writes `poems.tsv` and `traditional.txt` into a folder, from the fixture of `anthologies`.
pub fn write(fixture: &Path, simplifier: &Simplifier, folder: &Path) -> Result<()> {
    let poems = once_each(&table::read(fixture)?, simplifier)?;
    eprintln!("{} poems", poems.len());
    table::write(
        &folder.join("poems.tsv"),
        "The regulated verse of 唐诗三百首 and 千家诗, each poem once.",
        "id\ttitle\tauthor\tbooks\ttext",
        poems.iter().map(Poem::row),
    )?;
    let used: BTreeSet<char> = poems.iter().flat_map(Poem::characters).collect();
    fs::write(
        folder.join("traditional.txt"),
        simplifier.pairs(|c| used.contains(&c)),
    )?;
    Ok(())
}

/// The poems in simplified script, in the order of the books. What both have is taken as the first
/// has it.
fn once_each(rows: &[Vec<String>], simplifier: &Simplifier) -> Result<Vec<Poem>> {
    let mut poems: Vec<Poem> = Vec::new();
    for row in rows {
        let [id, title, author, _, text] = &row[..] else {
            return Err(format!("not a poem: {row:?}").into());
        };
        let book = match id.split('-').next() {
            Some("id") => continue,
            Some("tang") => "唐",
            Some("qian") => "千",
            _ => return Err(format!("of no book: {id}").into()),
        };
        let text = simplifier.text(text);
        if let Some(same) = poems.iter_mut().find(|poem| are_same(&poem.text, &text)) {
            if !same.books.contains(book) {
                same.books.push_str(book);
            }
            continue;
        }
        poems.push(Poem {
            id: id.clone(),
            title: simplifier.text(title),
            author: simplifier.text(author),
            books: book.to_owned(),
            text,
        });
    }
    Ok(poems)
}

/// Whether two texts are one poem, as far as editions differ.
fn are_same(one: &str, other: &str) -> bool {
    let characters = |text: &str| -> Vec<char> {
        let verse = text.chars().filter(|c| c.is_alphanumeric());
        verse.collect()
    };
    let (one, other) = (characters(one), characters(other));
    let differ = one.iter().zip(&other).filter(|(a, b)| a != b).count();
    one.len() == other.len() && differ * SAME <= one.len()
}

impl Poem {
    fn row(&self) -> String {
        let Self {
            id,
            title,
            author,
            books,
            text,
        } = self;
        format!("{id}\t{title}\t{author}\t{books}\t{text}")
    }

    fn characters(&self) -> impl Iterator<Item = char> + '_ {
        [&self.title, &self.author, &self.text]
            .into_iter()
            .flat_map(|text| text.chars())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editions_of_one_poem_are_one() {
        let one = "床前明月光，疑是地上霜。举头望明月，低头思故乡。";
        assert!(are_same(
            one,
            "床前看月光，疑是地上霜，举头望山月，低头思故乡。"
        ));
        assert!(!are_same(
            one,
            "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。"
        ));
        assert!(!are_same(one, "床前明月光，疑是地上霜。"));
    }
}
