//! The words of what is only seen in the room of the models. They are fetched with it: in the table
//! of the page they would cost every first visit.

mod en;
mod zh;
mod zh_hant;

use muse::critique::{Claim, Fault};
use verse::Language;

use crate::i18n::Words;

/// Every phrase of the room that the page's own table does not have.
pub struct Talk {
    /// Runs before this one.
    pub earlier_runs: &'static str,
    /// The first request for a new poem.
    pub draft: &'static str,
    /// The first request that changes one.
    pub change: fn(&str) -> String,
    /// The answer was better than all before it.
    pub better: &'static str,
    /// It was not.
    pub no_better: &'static str,
    /// Shows what was said.
    pub words_said: &'static str,
    /// What was asked.
    pub question: &'static str,
    /// What was answered.
    pub answer: &'static str,
    /// What a run changed.
    pub difference: &'static str,
    /// Puts the old line back.
    pub use_old: &'static str,
    /// Takes the new line.
    pub use_new: &'static str,
    /// Puts the old poem back.
    pub refuse_all: &'static str,
    /// Takes the new poem.
    pub take_all: &'static str,
    /// A model's opinion.
    pub critique: &'static str,
    /// What it is worth.
    pub critique_hint: &'static str,
    /// Asks for it.
    pub critique_start: &'static str,
    /// It is on its way.
    pub critique_asking: &'static str,
    /// The poem has changed since.
    pub critique_old: &'static str,
    /// What the page itself says.
    pub own_verdict: &'static str,
    /// The claims, checked.
    pub claims: &'static str,
    /// There is none.
    pub no_claims: &'static str,
    /// A claim that holds.
    pub confirmed: &'static str,
    /// A claim that does not.
    pub disproved: &'static str,
    /// A claim that the check does not decide.
    pub undecided: &'static str,
    /// What is claimed.
    pub fault: fn(Fault) -> &'static str,
    /// Why a claim does not hold, with the reading; empty for one that does.
    pub why: fn(&Claim) -> String,
    /// Several models side by side.
    pub contest: &'static str,
    /// What that is.
    pub contest_hint: &'static str,
    /// The number of a model that takes part.
    pub entrant: fn(usize) -> String,
    /// The provider that the settings name.
    pub as_in_the_settings: &'static str,
    /// Another takes part.
    pub add_entrant: &'static str,
    /// One takes part no more.
    pub remove_entrant: &'static str,
    /// What a million tokens of questions cost.
    pub price_in: &'static str,
    /// What a million tokens of answers cost.
    pub price_out: &'static str,
    /// Prices are optional.
    pub prices: &'static str,
    /// Begins.
    pub contest_start: &'static str,
    /// Ends all of them.
    pub contest_stop: &'static str,
    /// The place in the order.
    pub place: fn(usize) -> String,
    /// Nothing came of it.
    pub no_poem: &'static str,
    /// Takes the poem.
    pub take: &'static str,
    /// It stands in the field.
    pub taken: &'static str,
    /// So many errors, warnings and pieces of advice.
    pub found: fn(usize, usize, usize) -> String,
    /// Characters that had to stay and did not.
    pub lost: fn(usize) -> String,
    /// It has another form than was asked for.
    pub other_form: &'static str,
    /// It rhymes in another group than was asked for.
    pub other_group: &'static str,
    /// So many milliseconds, as seconds.
    pub seconds: fn(u64) -> String,
    /// So many tokens.
    pub tokens: fn(u64) -> String,
    /// So many millionths of some money.
    pub cost: fn(u64) -> String,
    /// How the order is made.
    pub order: &'static str,
}

/// The phrases in the language that the page has now.
pub fn talk(words: Words) -> &'static Talk {
    match words.language() {
        Language::Zh => &zh::TALK,
        Language::Hant => &zh_hant::TALK,
        Language::En => &en::TALK,
    }
}

/// Millionths of a sum of money, without the zeros at its end.
fn money(amount: u64) -> String {
    let (whole, part) = (amount / 1_000_000, amount % 1_000_000);
    let digits = format!("{part:06}");
    match digits.trim_end_matches('0') {
        "" => whole.to_string(),
        digits => format!("{whole}.{digits}"),
    }
}

/// Milliseconds as seconds, to the tenth.
fn tenths(milliseconds: u64) -> String {
    let tenths = milliseconds.div_ceil(100);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use muse::critique::claims;

    #[test]
    fn a_claim_that_does_not_hold_is_answered_with_the_reading() {
        let poem = "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。";
        let report = verse::check(poem, &verse::Options::default());
        let prose = "第三句第五字“目”应平而用仄。第四句“楼”出韵。";
        let found = claims(prose, &report);
        assert_eq!(found.len(), 2, "{found:?}");
        let said: Vec<String> = found.iter().map(zh::TALK.why).collect();
        assert!(
            said[0].contains('目') && said[0].contains("入声"),
            "{said:?}"
        );
        assert!(said[1].contains('楼') && said[1].contains("尤"), "{said:?}");
        for (claim, said) in found.iter().zip(found.iter().map(en::TALK.why)) {
            assert!(said.contains(['目', '楼']), "{said} {claim:?}");
        }
    }

    #[test]
    fn small_sums_are_not_shown_as_nothing() {
        assert_eq!(money(420), "0.00042");
        assert_eq!(money(1_500_000), "1.5");
        assert_eq!(money(2_000_000), "2");
        assert_eq!(
            [tenths(0), tenths(1), tenths(12_340)],
            ["0.0", "0.1", "12.4"]
        );
    }
}
