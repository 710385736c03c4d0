//! The pattern of a form as a writer fills it in.

use serde::{Serialize, Serializer, ser::SerializeStruct};

use super::{
    tunes::Tunes,
    types::{Form, Pause, RhymeClass, Slot},
};

/// What a form of a tune asks for, line by line. Its JSON is documented in REPORT.md.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Template {
    /// The tune's commonest name, in simplified script.
    pub tune: String,
    /// The same in traditional script.
    pub tune_traditional: String,
    /// Which of the tune's forms it is, from 1, the commonest first.
    pub number: usize,
    /// How many characters it has.
    pub characters: usize,
    /// How many lyrics it rests on.
    pub lyrics: u16,
    /// How many poets wrote these.
    pub poets: u16,
    /// Whether it rests on fewer than five lyrics.
    pub weak: bool,
    /// Its lines, of all stanzas.
    pub lines: Vec<TemplateLine>,
}

/// A line of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateLine {
    /// Whether it begins a stanza.
    pub stanza: bool,
    /// Its characters' places, with how many lyrics have a level and how many an oblique one.
    pub slots: Vec<Slot>,
    /// Where within it some poets pause.
    pub pauses: Vec<Pause>,
    /// Whether, and how, it rhymes.
    pub rhyme: Option<TemplateRhyme>,
    /// Of a hundred lyrics in how many this line and the next are parallel, where poets mostly make
    /// them so.
    pub parallel_with_next: Option<u8>,
    /// What earlier words it repeats in most lyrics.
    pub repeat_of: Option<TemplateRepeat>,
}

/// The rhyme of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct TemplateRhyme {
    /// Lines of one number rhyme with each other; from 1, in the order in which the rhymes change.
    pub group: usize,
    /// In which tones.
    pub class: RhymeClass,
    /// How many of the lyrics rhyme here.
    pub lyrics: u16,
    /// Whether poets may leave it out.
    pub optional: bool,
}

/// Words that a line says again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct TemplateRepeat {
    /// The line whose words they are, from 1.
    pub line: usize,
    /// The first of them in that line, from 1; there are as many as the repeating line has characters.
    pub from: usize,
}

/// The pattern of a form: of the tune with a name (any of its names, in either script) the form with a
/// number (from 1, the commonest first). `None` if there is no such tune or form.
///
/// ```
/// let tunes = verse::ci::Tunes::baked().unwrap();
/// let template = verse::ci::template(&tunes, "忆仙姿", 1).unwrap();
/// assert_eq!((&*template.tune, template.characters), ("如梦令", 33));
/// assert_eq!(template.lines[0].pattern(), "中仄中平中仄");
/// ```
pub fn template(tunes: &Tunes, name: &str, number: usize) -> Option<Template> {
    let form = tunes.form(name, number)?;
    let tune = tunes.tune_of(form)?;
    Some(Template {
        tune: tune.name.clone(),
        tune_traditional: tune.name_traditional.clone(),
        number,
        characters: form.length(),
        lyrics: form.lyrics,
        poets: form.poets,
        weak: form.weak,
        lines: lines(form),
    })
}

fn lines(form: &Form) -> Vec<TemplateLine> {
    let line = |(at, own): (usize, &super::types::FormLine)| TemplateLine {
        stanza: form.stanzas.contains(&at),
        slots: own.slots.clone(),
        pauses: own.pauses.clone(),
        rhyme: own.rhyme.map(|rhyme| TemplateRhyme {
            group: usize::from(rhyme.group) + 1,
            class: rhyme.class,
            lyrics: rhyme.lyrics,
            optional: form.is_optional(rhyme),
        }),
        parallel_with_next: own.parallel_with_next,
        repeat_of: own.repeat_of.map(|repeat| TemplateRepeat {
            line: repeat.line + 1,
            from: repeat.from + 1,
        }),
    };
    form.lines.iter().enumerate().map(line).collect()
}

impl TemplateLine {
    /// 平, 仄 and 中, as books of patterns write them, without pauses.
    pub fn pattern(&self) -> String {
        self.slots.iter().map(|slot| slot.class.chinese()).collect()
    }
}

impl Serialize for TemplateLine {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut line = serializer.serialize_struct("TemplateLine", 7)?;
        line.serialize_field("stanza", &self.stanza)?;
        line.serialize_field("pattern", &self.pattern())?;
        line.serialize_field("slots", &self.slots)?;
        line.serialize_field("pauses", &self.pauses)?;
        line.serialize_field("rhyme", &self.rhyme)?;
        line.serialize_field("parallel_with_next", &self.parallel_with_next)?;
        line.serialize_field("repeat_of", &self.repeat_of)?;
        line.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, number: usize) -> Option<Template> {
        template(&Tunes::baked().unwrap(), name, number)
    }

    #[test]
    fn a_doubled_line_is_told() {
        let own = of("如夢令", 1).unwrap();
        let lengths: Vec<usize> = own.lines.iter().map(|line| line.slots.len()).collect();
        assert_eq!(lengths, [6, 6, 5, 6, 2, 2, 6]);
        let repeats: Vec<_> = own.lines.iter().map(|line| line.repeat_of).collect();
        assert_eq!(repeats[5], Some(TemplateRepeat { line: 5, from: 1 }));
        assert!(repeats[..5].iter().all(Option::is_none));
        assert!(own.lines[0].stanza && !own.lines[1].stanza);
        let slot = own.lines[0].slots[5];
        assert_eq!(slot.class, crate::ci::SlotClass::Oblique);
        assert!(slot.oblique > slot.level && own.lyrics > 100);
    }

    #[test]
    fn rhymes_change_and_may_be_left_out() {
        let own = of("菩萨蛮", 1).unwrap();
        let groups: Vec<usize> = own
            .lines
            .iter()
            .filter_map(|line| Some(line.rhyme?.group))
            .collect();
        assert_eq!(groups, [1, 1, 2, 2, 3, 3, 4, 4]);
        let willow = of("柳梢青", 1).unwrap();
        assert!(willow.lines[0].rhyme.is_some_and(|rhyme| rhyme.optional));
        assert!(willow.lines[2].rhyme.is_some_and(|rhyme| !rhyme.optional));
        let sand = of("浣溪沙", 1).unwrap();
        assert!(sand.lines[3].stanza && sand.lines[3].parallel_with_next > Some(50));
    }

    #[test]
    fn what_the_table_lacks_is_none() {
        for (name, number) in [("无此调", 1), ("如梦令", 0), ("如梦令", 99)] {
            assert_eq!(of(name, number), None);
        }
    }

    #[test]
    fn every_form_has_one() {
        let tunes = Tunes::baked().unwrap();
        for (number, tune) in tunes.tunes().iter().enumerate() {
            for (at, form) in tunes.forms_of(number).enumerate() {
                let own = template(&tunes, &tune.name, at + 1).unwrap();
                assert_eq!(own.characters, form.length());
                let starts: Vec<usize> = (0..own.lines.len())
                    .filter(|line| own.lines[*line].stanza)
                    .collect();
                assert_eq!(starts, form.stanzas);
            }
        }
    }
}
