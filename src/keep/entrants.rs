//! The models that are compared: the last choice.

use serde_json::Value;

use super::{Kept, object, text};

/// How few and how many are compared.
pub const FEWEST: usize = 2;
/// See [`FEWEST`].
pub const MOST: usize = 4;

/// The models of the last comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entrants {
    /// The list.
    pub list: Vec<Entrant>,
}

/// A model that takes part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entrant {
    /// The provider, by its id; empty for the one that the settings name.
    pub provider: String,
    /// The model; empty for one that the provider offers.
    pub model: String,
    /// What a million tokens of questions cost, as it was typed.
    pub price_in: String,
    /// What a million tokens of answers cost, as it was typed.
    pub price_out: String,
}

impl Entrant {
    /// What so many tokens cost, in millionths of whatever money the prices were given in; `None`
    /// where a price is missing or no number.
    pub fn cost(&self, questions: u64, answers: u64) -> Option<u64> {
        let (into, out) = (millionths(&self.price_in)?, millionths(&self.price_out)?);
        let all = u128::from(questions) * u128::from(into) + u128::from(answers) * u128::from(out);
        u64::try_from(all / 1_000_000).ok()
    }
}

/// A price as it was typed, in millionths. (By hand: the tables by which the library reads a
/// floating point number take 10 KB of the page.)
fn millionths(typed: &str) -> Option<u64> {
    let typed = typed.trim().replace(['，', ',', '。'], ".");
    let (whole, part) = typed.split_once('.').unwrap_or((&typed, ""));
    let is_number = |digits: &str| digits.bytes().all(|b| b.is_ascii_digit());
    if whole.len() + part.len() == 0 || part.len() > 6 || !is_number(whole) || !is_number(part) {
        return None;
    }
    let whole: u64 = if whole.is_empty() {
        0
    } else {
        whole.parse().ok()?
    };
    let part: u64 = format!("{part:0<6}").parse().ok()?;
    whole.checked_mul(1_000_000)?.checked_add(part)
}

impl Kept for Entrants {
    const NAME: &'static str = "yinchuang.entrants";
    const VERSION: u64 = 1;

    fn to_json(&self) -> Value {
        let entrant = |entrant: &Entrant| {
            object([
                ("provider", entrant.provider.as_str().into()),
                ("model", entrant.model.as_str().into()),
                ("priceIn", entrant.price_in.as_str().into()),
                ("priceOut", entrant.price_out.as_str().into()),
            ])
        };
        self.list.iter().map(entrant).collect()
    }

    fn from_json(value: &Value) -> Option<Self> {
        let entrant = |value: &Value| {
            Some(Entrant {
                provider: text(value, "provider")?,
                model: text(value, "model")?,
                price_in: text(value, "priceIn")?,
                price_out: text(value, "priceOut")?,
            })
        };
        let list = value.as_array()?.iter().take(MOST).map(entrant);
        Some(Self {
            list: list.collect::<Option<_>>()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keep::{Found, Store, load, memory::MemoryStore, to_text};

    fn entrant(price_in: &str, price_out: &str) -> Entrant {
        Entrant {
            provider: "deepseek".to_owned(),
            model: "m-1".to_owned(),
            price_in: price_in.to_owned(),
            price_out: price_out.to_owned(),
        }
    }

    #[test]
    fn they_come_back_as_they_were() {
        let store = MemoryStore::default();
        let entrants = Entrants {
            list: vec![entrant("2", "8"), entrant("", "")],
        };
        store.write(Entrants::NAME, &to_text(&entrants)).unwrap();
        assert_eq!(load(&store), Found::Value(entrants));
    }

    #[test]
    fn a_cost_needs_two_prices() {
        assert_eq!(entrant("2", "8").cost(500_000, 250_000), Some(3_000_000));
        assert_eq!(entrant(" 0,5 ", "0").cost(1_000_000, 9), Some(500_000));
        for (into, out) in [
            ("", "8"),
            ("2", ""),
            ("两元", "8"),
            ("-1", "8"),
            ("inf", "1"),
            (".", "1"),
            ("1.2.3", "1"),
            ("99999999999999999999", "1"),
        ] {
            assert_eq!(entrant(into, out).cost(1, 1), None, "{into} {out}");
        }
    }
}
