//! Takes the white space out of the table of providers, and the rows that are always at hand out of
//! the table: a page may load the rest when somebody looks for it.

use std::{env, error::Error, fs, path::PathBuf};

use serde_json::Value;

const TABLE: &str = "data/providers.json";

/// What a page offers before it has the table: the usual provider, and any address.
const AT_HAND: [&str; 2] = ["deepseek", "custom"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={TABLE}");
    let rows: Vec<Value> = serde_json::from_str(&fs::read_to_string(TABLE)?)?;
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("providers.json"), serde_json::to_string(&rows)?)?;
    let at_hand = |row: &&Value| row["id"].as_str().is_some_and(|id| AT_HAND.contains(&id));
    let rows: Vec<&Value> = rows.iter().filter(at_hand).collect();
    fs::write(out.join("at_hand.json"), serde_json::to_string(&rows)?)?;
    Ok(())
}
