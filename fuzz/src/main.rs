//! libFuzzer with the target that `FUZZ_TARGET` names; the seeds are put into the folder `FUZZ_SEEDS` first.
//! `./dev fuzz` runs it.

#![no_main]
// The engine's way in is a C function, which the macro writes.
#![allow(unsafe_code)]

use std::{env, fs, path::Path, process, sync::LazyLock};

use fuzz::{Target, seeds};

static TARGET: LazyLock<&Target> = LazyLock::new(|| {
    let name = env::var("FUZZ_TARGET").unwrap_or_default();
    fuzz::target(&name).unwrap_or_else(|| {
        eprintln!("FUZZ_TARGET is one of verse lyrics stream answers link drafts, not '{name}'");
        process::exit(2)
    })
});

/// The engine reads its folders after this.
fn write_seeds() {
    let Ok(folder) = env::var("FUZZ_SEEDS") else {
        return;
    };
    for (at, seed) in seeds::seeds(TARGET.name).iter().enumerate() {
        if let Err(error) = fs::write(Path::new(&folder).join(format!("seed-{at}")), seed) {
            eprintln!("{folder}: {error}");
            process::exit(2)
        }
    }
}

libfuzzer_sys::fuzz_target!(init: write_seeds(), |data: &[u8]| TARGET.take(data));
