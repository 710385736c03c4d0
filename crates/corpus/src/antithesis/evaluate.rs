//! Measures the table on poets that taught nothing.

use std::{fs, path::Path};

use verse::antithesis::{Antithesis, Table};

use super::{
    Corpus,
    baseline::Baseline,
    couplets::{Couplet, Part},
    measure::{Scores, auc, mismatched},
};
use crate::Result;

const AREAS: &str = "| | last couplets | another's closing line | of the same tonal type | first couplets |\n|---|---|---|---|---|";
const SHARES: &str = "| | middle | last | another's closing line | of the same tonal type | first |\n|---|---|---|---|---|---|";

/// Prints the figures of `README.md`.
pub fn evaluate(sources: &Path) -> Result<()> {
    let path = crate::data_folder().join("antithesis.bin");
    let bytes = fs::read(&path).map_err(|e| format!("cannot read {}: {e}", path.display()))?;
    let table = Table::from_bytes(&bytes).ok_or("antithesis.bin is no table of this version")?;
    let corpus = Corpus::read(sources)?;
    for part in [Part::Learn, Part::Settle, Part::Measure, Part::Aside] {
        let poems = corpus.of(part).count();
        let pattern = corpus.of(part).filter(|p| p.pattern.is_some()).count();
        println!("{part:?}: {poems} octaves, {pattern} follow a pattern");
    }
    let score = |couplet: &Couplet| {
        let [opening, closing] = corpus.text(couplet);
        table.score(&opening, &closing).map_or(0.5, |a| a.score)
    };
    let learn = corpus.couplets(Part::Learn, true);
    let baseline = Baseline::learn(&learn.middle, corpus.classes.len() + 1);
    println!("\nareas under the curve, middle couplets above\n{AREAS}");
    let mut shares = Vec::new();
    for (name, follows) in [("all octaves", false), ("those of a pattern", true)] {
        let couplets = corpus.couplets(Part::Measure, follows);
        let scores = Scores::of(&couplets, score);
        println!("| {name} | {} |", scores.areas());
        let of_baseline = Scores::of(&couplets, |c| baseline.score(c));
        println!("| {name}, baseline | {} |", of_baseline.areas());
        shares.push(format!("| {name} | {} |", scores.under(0.5)));
    }
    println!(
        "\nshares that are warned of\n{SHARES}\n{}",
        shares.join("\n")
    );
    let couplets = corpus.couplets(Part::Measure, true);
    let all = |couplets: &[Couplet]| -> Vec<Antithesis> {
        let texts = couplets.iter().map(|c| corpus.text(c));
        texts.filter_map(|[a, b]| table.score(&a, &b)).collect()
    };
    let middle = all(&couplets.middle);
    places(&middle, &all(&mismatched(&couplets, true)));
    for (name, couplets) in [("middle", &middle), ("last", &all(&couplets.last))] {
        let share = |is: fn(&Antithesis) -> bool| {
            let count = couplets.iter().filter(|a| is(a)).count();
            100.0 * count as f64 / couplets.len() as f64
        };
        println!(
            "{name} couplets of a pattern: synonymous {:.3} %, flowing {:.2} %",
            share(|a| a.is_synonymous),
            share(|a| a.is_flowing)
        );
    }
    anthologies(&corpus, &table);
    Ok(())
}

/// How well the score of a pair tells what poets set opposite from what was put there by chance.
fn places(middle: &[Antithesis], mismatched: &[Antithesis]) {
    let scores = |couplets: &[Antithesis]| -> Vec<f32> {
        let pairs = couplets.iter().flat_map(|a| &a.pairs);
        pairs.map(|p| p.score).collect()
    };
    let (pairs, others) = (scores(middle), scores(mismatched));
    let unanswered = |couplets: &[Antithesis]| {
        let pairs = couplets.iter().flat_map(|a| &a.pairs);
        let (all, bad) = pairs.fold((0, 0), |(all, bad), p| {
            (all + 1u32, bad + u32::from(!p.reason.is_answer()))
        });
        100.0 * f64::from(bad) / f64::from(all)
    };
    println!(
        "\npairs of middle couplets against those with another's closing line of the same tonal type: \
         area {:.4}; not held for answers {:.1} % against {:.1} %",
        auc(&pairs, &others),
        unanswered(middle),
        unanswered(mismatched)
    );
}

/// What is said of the anthologies, which were set aside.
fn anthologies(corpus: &Corpus, table: &Table) {
    for (prefix, name) in [("tang", "唐诗三百首"), ("qian", "千家诗")] {
        let scored: Vec<(&[String; 2], Antithesis)> = corpus
            .anthologies
            .iter()
            .filter(|(id, _)| id.starts_with(prefix))
            .filter_map(|(_, lines)| Some((lines, table.score(&lines[0], &lines[1])?)))
            .collect();
        let count = |is: fn(&Antithesis) -> bool| scored.iter().filter(|(_, a)| is(a)).count();
        println!(
            "\n{name}: {} middle couplets; warned of {}, synonymous {}, flowing {}",
            scored.len(),
            count(Antithesis::is_lacking),
            count(|a| a.is_synonymous),
            count(|a| a.is_flowing),
        );
        let of_note = |a: &Antithesis| a.is_lacking() || a.is_synonymous;
        for ([opening, closing], antithesis) in scored.iter().filter(|(_, a)| of_note(a)) {
            println!("  {:.3} {opening}，{closing}", antithesis.score);
        }
    }
}
