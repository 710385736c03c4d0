//! A text that is read as a lyric of a tune, and what the sheet of a lyric has that others lack.

use verse::{
    Language, Report,
    ci::{self, CiReport, Tune, Tunes},
};

use super::words::in_script;
use crate::write::sheet::Sheet;

/// The rhymes of a lyric in the order in which they change.
const RHYMES: [char; 10] = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];

/// What a tune is called in a language.
pub fn name(tune: &Tune, language: Language) -> &str {
    in_script(language, &tune.name, &tune.name_traditional)
}

/// What a text is as a lyric of the tune and the form that are wanted, and where what is written ends in it
/// (in UTF-16 units). Where the person fills it in, what is missing is open.
pub fn read(
    tunes: &Tunes,
    text: &str,
    wanted: &ci::Options,
    fills: bool,
) -> Option<(CiReport, usize)> {
    let Some(filled) = fills.then(|| ci::fill(text, tunes, wanted)).flatten() else {
        return Some((ci::check(text, tunes, wanted)?, usize::MAX));
    };
    let wanted = ci::Options {
        tune: tunes.tunes().get(filled.tune).map(|tune| tune.name.clone()),
        form: Some(filled.form),
        ..wanted.clone()
    };
    let end = text.trim_end().encode_utf16().count();
    Some((ci::check(&filled.text, tunes, &wanted)?, end))
}

/// What was read, in the form of other verse's reports.
pub fn report(
    tunes: &'static Tunes,
    (read, end): &(CiReport, usize),
    language: Language,
) -> Option<Report> {
    let tune = tunes.tunes().get(tunes.find(&read.tune)?)?;
    Some(read.as_report(name(tune, language), *end))
}

/// The report on a text as a lyric of the tune that the table calls so, and the sheet of it.
pub fn draw(
    tunes: &'static Tunes,
    text: &str,
    tune: &str,
    fills: bool,
    language: Language,
) -> Option<(Report, Sheet)> {
    tunes.find(tune)?;
    let wanted = ci::Options {
        tune: Some(tune.to_owned()),
        language,
        ..ci::Options::default()
    };
    let found = read(tunes, text, &wanted, fills)?;
    let report = report(tunes, &found, language)?;
    let mut sheet = Sheet::new(text, &report);
    dress(&found.0, &mut sheet);
    Some((report, sheet))
}

/// Adds to a sheet what only lyrics have: stanzas, changing rhymes, what the form asks.
pub fn dress(read: &CiReport, sheet: &mut Sheet) {
    let changes = read.rhymes.len() > 1;
    for (at, (line, own)) in sheet.lines.iter_mut().zip(&read.lines).enumerate() {
        line.stanza = own.stanza && at > 0;
        let rhyme = own.rhyme.and_then(|n| RHYMES.get(n.checked_sub(1)?));
        line.letter = rhyme.copied().filter(|_| changes);
        let slots = own.chars.iter().map(|c| c.slot);
        line.pattern = slots.flatten().map(|slot| slot.chinese()).collect();
    }
}
