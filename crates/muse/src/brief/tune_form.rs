//! A form of a tune, where a lyric (词) is asked for.

use std::{fmt, sync::Arc};

use verse::ci::{Form, RhymePlace, Tune, Tunes};

/// A form of a tune that a lyric is to be written to, with the table that it stands in. Copies share
/// the table.
#[derive(Clone, PartialEq, Eq)]
pub struct TuneForm(Arc<Inner>);

#[derive(PartialEq, Eq)]
struct Inner {
    tunes: Arc<Tunes>,
    tune: Tune,
    form: Form,
    number: usize,
}

impl TuneForm {
    /// The form of a number (from 1, the commonest first) of a tune, by any of its names in either
    /// script; `None` if the table has no such tune or form.
    pub fn find(tunes: &Arc<Tunes>, tune: &str, number: usize) -> Option<Self> {
        let found = tunes.find(tune)?;
        let form = tunes.forms_of(found).nth(number.checked_sub(1)?)?;
        Some(Self(Arc::new(Inner {
            tunes: Arc::clone(tunes),
            tune: tunes.tunes().get(found)?.clone(),
            form: form.clone(),
            number,
        })))
    }

    /// The table.
    pub fn tunes(&self) -> &Tunes {
        &self.0.tunes
    }

    /// The tune.
    pub fn tune(&self) -> &Tune {
        &self.0.tune
    }

    /// The form.
    pub fn form(&self) -> &Form {
        &self.0.form
    }

    /// Which of the tune's forms it is, from 1.
    pub fn number(&self) -> usize {
        self.0.number
    }

    /// The lines that rhyme (from 1), with their rhyme.
    pub(crate) fn rhymes(&self) -> impl Iterator<Item = (usize, RhymePlace)> + '_ {
        let lines = (1..).zip(&self.form().lines);
        lines.filter_map(|(number, line)| Some((number, line.rhyme?)))
    }

    /// How many times the rhyme is another, the first included.
    pub(crate) fn rhyme_groups(&self) -> usize {
        let last = self.rhymes().map(|(_, rhyme)| rhyme.group).max();
        last.map_or(0, |last| usize::from(last) + 1)
    }
}

impl fmt::Debug for TuneForm {
    /// The name and the number: the table would be thousands of lines.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}·{}", self.tune().name, self.number())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_found_by_any_name_and_its_number() {
        let tunes = Arc::new(Tunes::baked().unwrap());
        let form = TuneForm::find(&tunes, "憶仙姿", 1).unwrap();
        assert_eq!(format!("{form:?}"), "如梦令·1");
        assert_eq!((form.form().length(), form.rhyme_groups()), (33, 1));
        assert!(form.rhymes().map(|(line, _)| line).eq([1, 2, 4, 5, 6, 7]));
        assert_eq!(
            TuneForm::find(&tunes, "菩萨蛮", 1).unwrap().rhyme_groups(),
            4
        );
        for (name, number) in [("如梦令", 0), ("如梦令", 99), ("无此调", 1)] {
            assert_eq!(TuneForm::find(&tunes, name, number), None);
        }
    }
}
