//! How the loop does with a simulated poet, as the tables of README.md have it:
//! `cargo run -p muse --release --example simulation`.

#[path = "../tests/simulation/mod.rs"]
mod simulation;

use simulation::{poet::Habits, simulate, words};
use verse::Form;

fn main() {
    let poems = std::env::args().nth(1).and_then(|n| n.parse().ok());
    let poems = poems.unwrap_or(200);
    let known = words::load();
    println!("| slots wrong | form | pattern | draft | 1 | 2 | 3 | calls | tokens |");
    println!("|---|---|---|---|---|---|---|---|---|");
    for percent in [5, 15, 30, 50] {
        let habits = Habits {
            slot_error: f64::from(percent) / 100.0,
            obedience: 0.8,
            nonsense: 0.02,
        };
        for form in Form::ALL.into_iter().filter(|f| f.lines() <= 8) {
            for patterns in [true, false] {
                let tally = simulate(form, habits, poems, patterns, &known);
                let runs = f64::from(tally.runs);
                let share = |n: u32| format!("{:.1} %", 100.0 * f64::from(n) / runs);
                println!(
                    "| {percent} % | {} | {} | {} | {:.2} | {:.0} |",
                    form.chinese(),
                    if patterns { "yes" } else { "no" },
                    tally.clean.map(share).join(" | "),
                    f64::from(tally.calls) / runs,
                    tally.tokens as f64 / runs,
                );
            }
        }
    }
}
