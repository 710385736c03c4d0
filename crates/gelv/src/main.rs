//! 格律: checks regulated verse and lyrics on the command line.

mod arguments;
mod books;
mod check;
mod explain;
mod lyrics;
mod people;
mod template;
mod tunes;

use std::process::ExitCode;

const HELP: &str = "\
gelv: checks Chinese regulated verse (格律)

  gelv check [FILE] [--format people|json|jsonl] [--book 平水韵|词林正韵|中华新韵|中华通韵]
             [--form 五言绝句|…] [--strictness strict|usual|lenient] [--language zh|zh-hant|en]
             [--without-advice CODE]… [--tune 清平乐|… [--tune-form NUMBER]]

FILE is a poem in UTF-8; without one, or with -, standard input is read.
  people  a report for people (the default)
  json    the report as JSON, documented in crates/verse/REPORT.md
  jsonl   one JSON object {\"id\", \"text\"} a line in, one report a line out, in order
A text that has a tune's name as title, or that is no regulated verse and like a tune's form, is checked
as a lyric (词); its report has the kind \"ci\".

  gelv explain [CODE] [--language zh|zh-hant|en]          a rule and its example; without CODE all codes
  gelv lookup CHARACTER                           its readings in all books
  gelv rhymes GROUP [--book BOOK] [--traditional] the words of a group: 东, 去送, 第一部, 麻
  gelv template FORM [--opening 平起首句入韵|…]   the patterns of a form
  gelv tunes [TUNE [--form N]] [--language …]     the tunes of 词 with lengths and lyrics; the forms of one

All five print for people, or with --format json as JSON.

Exit status: 0 whatever the verdict, 2 if the input cannot be read or the call is wrong.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut rest = arguments.iter().map(String::as_str);
    let done = match rest.next() {
        Some("check") => check::run(rest),
        Some("explain") => explain::run(rest),
        Some("lookup") => books::lookup(rest),
        Some("rhymes") => books::rhymes(rest),
        Some("template") => template::run(rest),
        Some("tunes") => tunes::run(rest),
        Some("--help" | "-h" | "help") => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Some("--version" | "-V") => {
            println!("gelv {}", env!("CARGO_PKG_VERSION"));
            return ExitCode::SUCCESS;
        }
        Some(other) => Err(format!("unknown command {other}")),
        None => Err("what is to be done?".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("gelv: {error}\nTry: gelv --help");
            ExitCode::from(2)
        }
    }
}
