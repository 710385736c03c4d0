//! Checks the poems on standard input, one a line, again and again, and prints how many poems that is for each
//! second. `bench/compare.py` sets it beside another checker.
//!
//! usage: rate TIMES < POEMS

use std::{hint::black_box, io::Read, process::ExitCode, time::Instant};

use verse::{Options, check};

fn main() -> ExitCode {
    match run() {
        Ok(rate) => {
            println!("{rate:.0}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("rate: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<f64, Box<dyn std::error::Error>> {
    let times: u32 = std::env::args().nth(1).ok_or("how many times?")?.parse()?;
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let poems: Vec<&str> = text.lines().collect();
    let options = Options::default();
    let round = || {
        for poem in &poems {
            drop(black_box(check(black_box(poem), black_box(&options))));
        }
    };
    // The tables are unpacked by the first check; they are no part of any other.
    round();
    let begin = Instant::now();
    (0..times).for_each(|_| round());
    Ok(f64::from(times) * poems.len() as f64 / begin.elapsed().as_secs_f64())
}
