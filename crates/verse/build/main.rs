//! Bakes the readable tables of `data/` into the compact ones of `src/lexicon`, so that nothing is
//! parsed at run time. The layout is described there.

// A build that cannot read its tables must stop, and say where.
#![allow(clippy::expect_used)]

mod book;
#[path = "../src/book/cilin.rs"]
mod cilin;
mod entries;
mod files;
#[path = "../src/book/finals.rs"]
mod finals;
#[path = "../src/book/heads.rs"]
mod heads;
mod pages;
mod pinyin;
mod pool;
mod scripts;
mod usage;
mod words;

use std::{
    env,
    path::{Path, PathBuf},
};

use entries::Entries;
use pages::Pages;
use pinyin::Pinyin;
use scripts::Scripts;

fn main() {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=build");
    let data =
        PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo names the folder")).join("data");
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo names the folder"));
    bake(&data, &out);
}

fn bake(data: &Path, out: &Path) {
    let scripts = Scripts::read(data);
    let words = words::read(data);
    let entries = Entries::read(data, &scripts, &words);
    let pinyin = Pinyin::read(data);

    let pages = Pages::of(entries.cells.keys().chain(pinyin.cells.keys()));
    pages.write(out);
    pages.write_numbers(out, "readings", &entries.pool, &entries.cells);
    pages.write_numbers(out, "pinyin", &pinyin.pool, &pinyin.cells);
    pages.write_counts(out, &usage::counts(data));

    entries.write(out);
    pinyin.write(out);
    words::write(out, &words);
    scripts.write(out);
    scripts::compatibility(data, out);
}
