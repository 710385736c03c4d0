//! How much a run may spend: three fields, each with what has been used.

use std::time::Duration;

use leptos::{html, prelude::*};
use muse::Budget;

use super::run::Run;
use crate::{
    browser::{clock, timer::Debounce},
    compose::words::{phrases, phrases_of},
    desk::Desk,
    keep::wish::{Field, Wish},
    ui::{El, State, div, el, fields, memo, watch},
};

/// A field of the budget: what may stand in it, and the amount where nothing does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The field.
    pub field: Field,
    /// The least.
    pub least: u64,
    /// The most.
    pub most: u64,
    /// What is usual.
    pub usual: u64,
}

/// The three fields. Four rounds leave one for another rhyme; see [`Budget`].
pub const LIMITS: [Limit; 3] = [
    Limit {
        field: Field::Rounds,
        least: 0,
        most: 30,
        usual: 4,
    },
    Limit {
        field: Field::Tokens,
        least: 1000,
        most: 10_000_000,
        usual: 50_000,
    },
    Limit {
        field: Field::Seconds,
        least: 10,
        most: 86_400,
        usual: 600,
    },
];

impl Limit {
    /// The amount that a text says; the usual one if it says nothing, `None` if it is no amount or
    /// out of bounds. Digits of either width are taken, and marks between thousands.
    pub fn read(self, text: &str) -> Option<u64> {
        let text = text.trim();
        if text.is_empty() {
            return Some(self.usual);
        }
        let mut amount: u64 = 0;
        for c in text
            .chars()
            .filter(|c| !matches!(c, ',' | '，' | '_' | ' '))
        {
            let digit = match c {
                '０'..='９' => Some(u32::from(c) - u32::from('０')),
                c => c.to_digit(10),
            }?;
            amount = amount.checked_mul(10)?.checked_add(digit.into())?;
        }
        (self.least..=self.most).contains(&amount).then_some(amount)
    }

    /// The amount that holds: the usual one in place of what cannot be read.
    fn of(self, wish: &Wish) -> u64 {
        self.read(wish.text(self.field)).unwrap_or(self.usual)
    }
}

/// The budget that the person has set.
pub fn budget(wish: &Wish) -> Budget {
    let [rounds, tokens, seconds] = LIMITS.map(|limit| limit.of(wish));
    Budget {
        rounds: u32::try_from(rounds).unwrap_or(u32::MAX),
        tokens: Some(tokens),
        time: Some(Duration::from_secs(seconds)),
    }
}

/// The fields, closed at first; the line that opens them says what holds.
pub fn budget_fields(desk: Desk, run: Run) -> El {
    let t = desk.words;
    let holds = move || {
        let amounts = desk.wish.with(|wish| LIMITS.map(|limit| limit.of(wish)));
        (phrases(t).budget)(amounts)
    };
    let seconds = elapsed(run);
    let used = move |field| match field {
        Field::Tokens => run.tokens.get(),
        Field::Seconds => seconds.get(),
        _ => run.round.get().into(),
    };
    el("details")
        .class("limits")
        .id("budget")
        .el(el("summary").live(holds))
        .children(LIMITS.map(|limit| row(desk, limit, move || used(limit.field))))
        .el(el("p").class("hint").say(t, |s| phrases_of(s).budget_hint))
}

/// One field, what has been used of it, and what is wrong with what stands in it.
fn row(desk: Desk, limit: Limit, used: impl Fn() -> u64 + Send + 'static) -> El {
    let t = desk.words;
    let field = limit.field;
    let (id, note) = match field {
        Field::Tokens => ("budget-tokens", "budget-tokens-used"),
        Field::Seconds => ("budget-seconds", "budget-seconds-used"),
        _ => ("budget-rounds", "budget-rounds-used"),
    };
    let node = NodeRef::<html::Input>::new();
    fields::follow(node, move || {
        desk.wish.with(|wish| wish.text(field).to_owned())
    });
    let input = fields::input("text", node, move |typed| {
        desk.wish.update(|wish| wish.set(field, typed));
    });
    let amount = memo(move || desk.wish.with(|wish| limit.read(wish.text(field))));
    let usual = move || Some(limit.usual.to_string());
    let told = move || match amount.get() {
        Some(most) => (phrases(t).budget_used)(used(), most),
        None => (phrases(t).budget_bad)(limit),
    };
    let invalid = move || amount.get().is_none().then(|| "true".to_owned());
    div("row")
        .el(el("label")
            .set("for", id)
            .live(move || (phrases(t).brief_field)(field).0.to_owned()))
        .el(input
            .id(id)
            .set("inputmode", "numeric")
            .set("aria-describedby", note)
            .bind("aria-invalid", invalid)
            .bind("placeholder", usual))
        .el(el("p")
            .id(note)
            .bind("class", move || {
                Some(
                    if amount.get().is_some() {
                        "hint"
                    } else {
                        "error"
                    }
                    .to_owned(),
                )
            })
            .live(told))
}

/// The seconds of the run, counted while it goes on.
fn elapsed(run: Run) -> State<u64> {
    let (seconds, since) = (State::new(0), State::new(0));
    let later = Debounce::new();
    let running = memo(move || run.is_running());
    watch(move |first| {
        if running.get() {
            since.set(clock::now());
            tick(running, seconds, since, later);
        } else if !first {
            count(seconds, since);
        }
    });
    seconds
}

fn count(seconds: State<u64>, since: State<u64>) {
    seconds.set(clock::now().saturating_sub(since.get_untracked()) / 1000);
}

fn tick(running: crate::ui::Worked<bool>, seconds: State<u64>, since: State<u64>, later: Debounce) {
    count(seconds, since);
    if running.get_untracked() {
        later.after(1000, move || tick(running, seconds, since, later));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_field_is_as_usual_and_that_is_the_budget_of_muse() {
        assert_eq!(budget(&Wish::default()), Budget::default());
    }

    #[test]
    fn amounts_may_be_written_as_people_write_them() {
        let [rounds, tokens, _] = LIMITS;
        for text in ["20000", " 20,000 ", "２００００", "20 000", "20，000"] {
            assert_eq!(tokens.read(text), Some(20_000), "{text}");
        }
        assert_eq!((rounds.read("0"), rounds.read("30")), (Some(0), Some(30)));
    }

    #[test]
    fn what_is_no_amount_or_out_of_bounds_is_told_and_does_not_hold() {
        let [rounds, tokens, seconds] = LIMITS;
        for text in ["31", "-1", "2.5", "两轮", "4轮", "99999999999999999999999"] {
            assert_eq!(rounds.read(text), None, "{text}");
        }
        assert_eq!((tokens.read("999"), seconds.read("9")), (None, None));
        let mut wish = Wish::default();
        wish.set(Field::Rounds, "两轮".to_owned());
        wish.set(Field::Seconds, "30".to_owned());
        let budget = budget(&wish);
        assert_eq!(budget.rounds, 4);
        assert_eq!(budget.time, Some(Duration::from_secs(30)));
        assert_eq!(wish.text(Field::Rounds), "两轮");
    }
}
