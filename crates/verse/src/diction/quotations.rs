//! What of a poem poets have written before.

use crate::{check, gap::script, options::Options};

use super::{Diction, Quote};

/// Characters in a row that a poet has too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The line, from 1.
    pub line: usize,
    /// The first place, from 1.
    pub position: usize,
    /// How many characters.
    pub length: usize,
    /// The line that they stand in.
    pub quote: Quote,
}

/// Fewer characters in a row are anybody's.
const LEAST: usize = 5;

impl Diction {
    /// Where five or more characters in a row are a known poet's, for each line the longest such row.
    pub fn quotations(&self, text: &str, options: &Options) -> Vec<Quotation> {
        let report = check(text, options);
        let all = report
            .lines
            .iter()
            .flat_map(|line| line.chars.iter().map(|c| c.character));
        let script = script(all);
        let mut found = Vec::new();
        for (line, number) in report.lines.iter().zip(1..) {
            let characters: Vec<char> = line.chars.iter().map(|c| c.character).collect();
            let own = self.classes(&characters);
            if let Some((at, length, known)) = self.longest(&own) {
                found.push(Quotation {
                    line: number,
                    position: at + 1,
                    length,
                    quote: self.store.quote(known, script),
                });
            }
        }
        found
    }

    /// The longest row of a line that stands in a known one: where it begins, its length, the number of
    /// the known line.
    fn longest(&self, own: &[u16]) -> Option<(usize, usize, usize)> {
        let mut best: Option<(usize, usize, usize)> = None;
        for (start, row) in own.windows(LEAST).enumerate() {
            if row.contains(&0) {
                continue;
            }
            // By the rarest of them the fewest lines are looked at.
            let rarest = (0..LEAST).min_by_key(|at| self.store.frequency(row[*at]))?;
            for (number, at) in self.store.places(row[rarest]) {
                let Some(first) = at.checked_sub(rarest) else {
                    continue;
                };
                let known = self.store.line(number).get(first..).unwrap_or_default();
                let pairs = own.get(start..).unwrap_or_default().iter().zip(known);
                let length = pairs.take_while(|(a, b)| a == b && **a != 0).count();
                if length >= LEAST && best.is_none_or(|(_, most, _)| length > most) {
                    best = Some((start, length, number));
                }
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diction::testing::table;

    fn found(text: &str) -> Vec<(usize, usize, usize, String)> {
        let all = table().quotations(text, &Options::default());
        let short = |q: Quotation| {
            let source = format!("{}《{}》", q.quote.author, q.quote.title);
            (q.line, q.position, q.length, source)
        };
        all.into_iter().map(short).collect()
    }

    #[test]
    fn a_poets_words_are_known_in_both_scripts() {
        let of = |line, at, length, source: &str| (line, at, length, source.to_owned());
        let text = "江上春风起，疑是地上霜。故人千里去，低头思故乡。";
        assert_eq!(
            found(text),
            [of(2, 1, 5, "李白《静夜思》"), of(4, 1, 5, "李白《静夜思》")]
        );
        let text = "江上春風起，疑是地上霜。故人千里去，明月一時開。";
        assert_eq!(found(text), [of(2, 1, 5, "李白《靜夜思》")]);
        let text = "我看不尽长江滚滚来";
        assert_eq!(found(text), [of(1, 3, 7, "杜甫《登高》")]);
    }

    #[test]
    fn what_is_the_writers_own_is_not() {
        assert!(found("江上春风起，山中暮雨来。故人千里去，明月一时开。").is_empty());
        assert!(found("疑是地上").is_empty());
        assert!(found("疑是□上霜").is_empty());
        assert!(found("").is_empty());
    }
}
