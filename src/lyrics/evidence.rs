//! What the poets have at a place.

use verse::ci::{CiReport, Form, Tunes};

/// What a place rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Lyrics of the form.
    pub lyrics: u16,
    /// Those with a level character at the place.
    pub level: u16,
    /// Those with an oblique one. The others' characters may be either.
    pub oblique: u16,
    /// Where the line ends and rhymes: how many rhyme there.
    pub rhyme: Option<u16>,
}

/// The form that a lyric was read in.
pub fn form<'a>(tunes: &'a Tunes, read: &CiReport) -> Option<&'a Form> {
    let tune = tunes.find(&read.tune)?;
    tunes.forms_of(tune).nth(read.form.number.checked_sub(1)?)
}

/// What a place (line and place from 1) of a lyric rests on; `None` where it is none of a form.
pub fn of_place(
    read: &CiReport,
    form: Option<&Form>,
    (line, place): (usize, usize),
) -> Option<Evidence> {
    let own = read.lines.get(line.checked_sub(1)?)?;
    let char = own.chars.get(place.checked_sub(1)?)?;
    char.slot?;
    let of_form = || form?.lines.get(own.form_line?.checked_sub(1)?)?.rhyme;
    let ends = place == own.chars.len();
    Some(Evidence {
        lyrics: read.form.lyrics,
        level: char.level,
        oblique: char.oblique,
        rhyme: of_form().filter(|_| ends).map(|rhyme| rhyme.lyrics),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use verse::ci::{Options, Tunes, check};

    #[test]
    fn each_place_of_a_form_has_its_counts() {
        let tunes = Tunes::baked().unwrap();
        let text = "如梦令\n常记溪亭日暮，沉醉不知归路。兴尽晚回舟，误入藕花深处。争渡，争渡，惊起一滩鸥鹭。";
        let read = check(text, &tunes, &Options::default()).unwrap();
        let form = tunes.forms_of(tunes.find("如梦令").unwrap()).next();
        for (line, own) in read.lines.iter().enumerate() {
            for place in 1..=own.chars.len() {
                let found = of_place(&read, form, (line + 1, place)).unwrap();
                assert!(found.level + found.oblique <= found.lyrics);
                assert!(found.level + found.oblique > found.lyrics / 2);
                let rhymes = place == own.chars.len() && line != 2;
                assert_eq!(found.rhyme.is_some(), rhymes, "{line} {place}");
            }
        }
        for place in [(0, 1), (1, 0), (8, 1), (1, 7)] {
            assert_eq!(of_place(&read, form, place), None);
        }
    }
}
