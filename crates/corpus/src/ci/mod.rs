//! Derives the forms of 词 from the lyrics of Song and the Five Dynasties: `verse`'s `tunes.bin` and a text
//! file a tune. `README.md` says how, and what it is worth.

mod count;
mod decide;
mod derive;
mod door;
mod entering;
mod evaluate;
mod faults;
mod form;
mod lines;
mod misnamed;
mod mixture;
mod names;
mod parallel;
mod read;
mod repeat;
mod rhyme;
mod shape;
mod slots;
mod split;
mod stanza;
mod text;
mod write;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use verse::{
    antithesis::Table,
    ci::{Form, Name, Tune, Tunes},
};

use self::{
    derive::Derived,
    names::Names,
    read::{LeftOut, Song},
    stanza::Stanzas,
};
pub use self::{entering::print as print_entering, evaluate::evaluate};
use crate::{Result, data_folder, simplify, table};

/// Everything that forms are derived from.
struct Sources {
    songs: Vec<Song>,
    left_out: LeftOut,
    names: Names,
    stanzas: Stanzas,
    notes: BTreeMap<String, String>,
    antithesis: Table,
}

impl Sources {
    fn read(sources: &Path) -> Result<Self> {
        let data = data_folder();
        let opencc = sources.join("opencc");
        let names = names::read(&data, &opencc)?;
        let simplifier = simplify::read(&opencc)?;
        let (songs, left_out) = read::songs(&sources.join("lyrics"), &simplifier, &names)?;
        let mut notes = BTreeMap::new();
        for row in table::read(&data.join("tune-notes.tsv"))? {
            let [tune, note] = &row[..] else {
                return Err(format!("tune-notes.tsv: not two columns: {row:?}").into());
            };
            notes.insert(tune.clone(), note.clone());
        }
        Ok(Self {
            songs,
            left_out,
            names,
            stanzas: stanza::read(&data.join("tune-stanzas.tsv"))?,
            notes,
            antithesis: Table::baked().ok_or("antithesis.bin is no table of this version")?,
        })
    }

    fn derive(&self, learn: &[usize]) -> Derived {
        derive::derive(&self.songs, learn, &self.stanzas, &self.antithesis)
    }

    /// The tunes with their forms.
    fn tunes(&self, derived: &Derived) -> Vec<(Tune, Vec<Form>)> {
        let mut tunes: Vec<(Tune, Vec<Form>)> = Vec::new();
        let mut others: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for draft in &derived.drafts {
            let own = others.entry(&draft.tune).or_default();
            let titles = draft.songs.iter().map(|n| self.songs[*n].title.clone());
            own.extend(titles.filter(|title| *title != draft.tune));
        }
        for draft in &derived.drafts {
            if tunes.last().is_none_or(|(tune, _)| tune.name != draft.tune) {
                let mut names = others.remove(draft.tune.as_str()).unwrap_or_default();
                names.extend(self.names.others(&draft.tune));
                let is_own = |name: &String| derived.drafts.iter().any(|d| d.tune == *name);
                names.retain(|name| !is_own(name) || self.names.is_other(name, &draft.tune));
                names.retain(|name| !self.names.is_mistake(name, &draft.tune));
                // Of some titles characters are lost.
                names.retain(|name| !name.contains('□'));
                let name = |simplified: String| Name {
                    traditional: self.names.traditional(&simplified),
                    simplified,
                };
                let tune = Tune {
                    name: draft.tune.clone(),
                    name_traditional: self.names.traditional(&draft.tune),
                    other_names: names.into_iter().map(name).collect(),
                    note: self.notes.get(&draft.tune).cloned(),
                };
                tunes.push((tune, Vec::new()));
            }
            let number = tunes.len() - 1;
            if let Some((_, forms)) = tunes.last_mut() {
                forms.push(Form {
                    tune: number,
                    ..draft.form.clone()
                });
            }
        }
        tunes
    }
}

/// Derives the forms and writes the table.
pub fn build(sources: &Path) -> Result<()> {
    let sources = Sources::read(sources)?;
    let all: Vec<usize> = (0..sources.songs.len()).collect();
    let derived = sources.derive(&all);
    let tunes = sources.tunes(&derived);
    let is_tune = |name: &&String| tunes.iter().any(|(tune, _)| tune.name == **name);
    if let Some(name) = sources.notes.keys().find(|name| !is_tune(name)) {
        return Err(format!("tune-notes.tsv: there is no tune {name}").into());
    }
    let bytes = write::bytes(&tunes);
    Tunes::from_bytes(&bytes).ok_or("what was written cannot be read")?;
    let path = data_folder().join("tunes.bin");
    fs::write(&path, &bytes).map_err(|e| format!("cannot write {}: {e}", path.display()))?;
    write_texts(&tunes)?;
    let used: usize = derived.drafts.iter().map(|draft| draft.songs.len()).sum();
    let forms = || tunes.iter().flat_map(|(_, forms)| forms);
    println!(
        "{} lyrics ({:?} left out), {used} in {} forms ({} weak) of {} tunes, {} misfits, {} misnamed, {:.2} % of decided places wrong, {} bytes",
        all.len(),
        sources.left_out,
        forms().count(),
        forms().filter(|form| form.weak).count(),
        tunes.len(),
        derived.misfits,
        derived.misnamed,
        100.0 * derived.wrong,
        bytes.len()
    );
    Ok(())
}

/// Writes a text file a tune, and takes away those of tunes that are no more.
fn write_texts(tunes: &[(Tune, Vec<Form>)]) -> Result<()> {
    let folder = data_folder().join("tunes");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("README.md"), text::LEGEND)?;
    for (tune, forms) in tunes {
        let path = folder.join(format!("{}.txt", tune.name));
        fs::write(path, text::tune(tune, forms))?;
    }
    Ok(())
}
