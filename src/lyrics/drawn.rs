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

/// What a text is as a lyric of the tune that the table calls so, and the same in the form of other
/// verse's reports. Where the person fills it in, what is missing is open.
pub fn read_as(
    tunes: &'static Tunes,
    text: &str,
    tune: &str,
    fills: bool,
    language: Language,
) -> Option<(CiReport, Report)> {
    let tune = tunes.tunes().get(tunes.find(tune)?)?;
    let wanted = ci::Options {
        tune: Some(tune.name.clone()),
        language,
        ..ci::Options::default()
    };
    let filled = fills.then(|| ci::fill(text, tunes, &wanted)).flatten();
    let (read, end) = match filled {
        Some(filled) => {
            let form = Some(filled.form);
            let wanted = ci::Options { form, ..wanted };
            let end = text.trim_end().encode_utf16().count();
            (ci::check(&filled.text, tunes, &wanted)?, end)
        }
        None => (ci::check(text, tunes, &wanted)?, usize::MAX),
    };
    let report = read.as_report(name(tune, language), end);
    Some((read, report))
}

/// The report on such a text, and the sheet of it.
pub fn draw(
    tunes: &'static Tunes,
    text: &str,
    tune: &str,
    fills: bool,
    language: Language,
) -> Option<(Report, Sheet)> {
    let (read, report) = read_as(tunes, text, tune, fills, language)?;
    let mut sheet = Sheet::new(text, &report);
    dress(&read, &mut sheet);
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
