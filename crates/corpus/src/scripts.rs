//! Simplified, traditional and variant shapes, from OpenCC's tables and a short list by hand.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use unicode_normalization::UnicodeNormalization;

use crate::{Result, table};

/// Which shapes stand for which.
#[derive(Default)]
pub struct Scripts {
    /// Simplified character to the traditional ones that it may stand for, commonest first.
    simplified: BTreeMap<char, Vec<char>>,
    /// A character to other shapes of it, in both directions.
    variants: BTreeMap<char, BTreeSet<char>>,
}

/// Reads OpenCC's tables from a folder and the list by hand (`char`, `same as`).
pub fn read(opencc: &Path, by_hand: &Path) -> Result<Scripts> {
    let mut variants: BTreeMap<char, BTreeSet<char>> = BTreeMap::new();
    for name in [
        "TWVariants.txt",
        "HKVariants.txt",
        "JPShinjitaiCharacters.txt",
    ] {
        for (c, others) in lists(&opencc.join(name))? {
            for other in others {
                variants.entry(c).or_default().insert(other);
                variants.entry(other).or_default().insert(c);
            }
        }
    }
    for row in table::read(by_hand)? {
        let (Some(c), Some(same)) = (row.first(), row.get(1)) else {
            continue;
        };
        let Some(c) = c.chars().next() else { continue };
        variants.entry(c).or_default().extend(same.chars());
    }
    for (c, others) in &mut variants {
        others.remove(c);
    }
    Ok(Scripts {
        simplified: lists(&opencc.join("STCharacters.txt"))?,
        variants,
    })
}

/// A table of OpenCC: character, tab, characters divided by spaces.
pub fn lists(path: &Path) -> Result<BTreeMap<char, Vec<char>>> {
    let text =
        fs::read_to_string(path).map_err(|e| format!("cannot read {}: {e}", path.display()))?;
    let row = |line: &str| {
        let (c, others) = line.split_once('\t')?;
        Some((
            c.chars().next()?,
            others.split(' ').filter_map(|o| o.chars().next()).collect(),
        ))
    };
    Ok(text
        .lines()
        .filter(|l| !l.starts_with('#'))
        .filter_map(row)
        .collect())
}

impl Scripts {
    /// Other shapes of a character.
    pub fn variants(&self, c: char) -> impl Iterator<Item = char> + '_ {
        self.variants.get(&c).into_iter().flatten().copied()
    }

    /// Whether any table has the character.
    pub fn knows(&self, c: char) -> bool {
        self.simplified.contains_key(&c) || self.variants.contains_key(&c)
    }

    /// The forms in the book that a character may stand for, where it is not only itself.
    fn forms(&self, c: char, has: &impl Fn(char) -> bool) -> Option<Vec<char>> {
        let in_book = |form: char| {
            if has(form) {
                Some(form)
            } else {
                self.variants(form).find(|v| has(*v))
            }
        };
        let mut forms: Vec<char> = Vec::new();
        match self.simplified.get(&c) {
            Some(traditional) => forms.extend(traditional.iter().filter_map(|t| in_book(*t))),
            None if has(c) => return None,
            None => forms.extend(self.variants(c).find(|v| has(*v))),
        }
        let mut seen = BTreeSet::new();
        forms.retain(|f| seen.insert(*f));
        (!forms.is_empty() && forms != [c]).then_some(forms)
    }

    /// The rows of `scripts.tsv`, for a book that has the characters of `has`.
    pub fn rows(&self, has: impl Fn(char) -> bool) -> Vec<String> {
        let all: BTreeSet<char> = self
            .simplified
            .keys()
            .chain(self.variants.keys())
            .copied()
            .collect();
        all.into_iter()
            .filter_map(|c| {
                let forms: String = self.forms(c, &has)?.into_iter().collect();
                Some(format!("{c}\t{forms}"))
            })
            .collect()
    }
}

/// The rows of `compatibility.tsv`: Kangxi radicals and compatibility ideographs.
pub fn compatibility_rows() -> Vec<String> {
    [
        '\u{2E80}'..='\u{2FDF}',
        '\u{F900}'..='\u{FAFF}',
        '\u{2F800}'..='\u{2FA1F}',
    ]
    .into_iter()
    .flatten()
    .filter_map(|c| {
        let normal: Vec<char> = std::iter::once(c).nfkc().collect();
        match normal[..] {
            [one] if one != c => Some(format!("{c}\t{one}")),
            _ => None,
        }
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_are_normalised() {
        let rows = compatibility_rows();
        assert!(rows.contains(&"\u{2F47}\t日".to_owned()));
        assert!(rows.contains(&"\u{F92D}\t來".to_owned()));
        assert!(rows.len() > 1_000);
    }

    #[test]
    fn a_form_that_the_book_lacks_is_replaced_by_its_variant() {
        let scripts = Scripts {
            simplified: [('为', vec!['爲']), ('后', vec!['后', '後'])].into(),
            variants: [
                ('爲', BTreeSet::from(['為'])),
                ('裡', BTreeSet::from(['裏'])),
            ]
            .into(),
        };
        let has = |c| "為后後裏".contains(c);
        assert_eq!(
            scripts.rows(has),
            ["为\t為", "后\t后後", "爲\t為", "裡\t裏"]
        );
    }
}
