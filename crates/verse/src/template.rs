//! Patterns of whole poems: openings, line types, what is asked at every place.

use serde::{Deserialize, Serialize};

use crate::{form::Form, line_type::LineType, report::Slot, tone::ToneClass};

/// How a poem opens: the class of the second character of line 1, and whether line 1 rhymes.
/// The two fix every line type after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Opening {
    /// 平起 or 仄起.
    pub second: ToneClass,
    /// 首句入韵 or not.
    pub rhymes: bool,
}

/// The order in which the types follow each other where line 1 does not rhyme.
const CYCLE: [LineType; 4] = [
    LineType::LowerA,
    LineType::UpperB,
    LineType::LowerB,
    LineType::UpperA,
];

impl Opening {
    /// All four.
    pub const ALL: [Self; 4] = [
        Self {
            second: ToneClass::Level,
            rhymes: true,
        },
        Self {
            second: ToneClass::Oblique,
            rhymes: true,
        },
        Self {
            second: ToneClass::Level,
            rhymes: false,
        },
        Self {
            second: ToneClass::Oblique,
            rhymes: false,
        },
    ];

    /// The opening that a prompt asks for where nobody chose one: line 1 rhymes, and is of type
    /// A, as poets mostly had it (平起 in seven-character verse, 仄起 in five).
    pub const fn usual(form: Form) -> Self {
        let second = if form.width() == 7 {
            ToneClass::Level
        } else {
            ToneClass::Oblique
        };
        Self {
            second,
            rhymes: true,
        }
    }

    /// 平起首句入韵 and so on.
    pub const fn chinese(self) -> &'static str {
        match (self.second, self.rhymes) {
            (ToneClass::Level, true) => "平起首句入韵",
            (ToneClass::Oblique, true) => "仄起首句入韵",
            (ToneClass::Level, false) => "平起首句不入韵",
            (ToneClass::Oblique, false) => "仄起首句不入韵",
        }
    }

    /// The same in traditional script.
    pub const fn traditional(self) -> &'static str {
        match (self.second, self.rhymes) {
            (ToneClass::Level, true) => "平起首句入韻",
            (ToneClass::Oblique, true) => "仄起首句入韻",
            (ToneClass::Level, false) => "平起首句不入韻",
            (ToneClass::Oblique, false) => "仄起首句不入韻",
        }
    }

    /// The line types of a poem of `lines` lines of `width` characters.
    pub fn line_types(self, width: usize, lines: usize) -> Vec<LineType> {
        let second_of_five = if width == 7 {
            self.second.opposite()
        } else {
            self.second
        };
        let from = if second_of_five == LineType::LowerA.second_of_five() {
            0
        } else {
            2
        };
        let mut types: Vec<LineType> = (0..lines).map(|i| CYCLE[(from + i) % 4]).collect();
        if let Some(first) = types.first_mut().filter(|_| self.rhymes) {
            *first = match *first {
                LineType::LowerA => LineType::UpperA,
                LineType::LowerB => LineType::UpperB,
                other => other,
            };
        }
        types
    }
}

/// The pattern of a poem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// The form.
    pub form: Form,
    /// The opening.
    pub opening: Opening,
    /// The lines.
    pub lines: Vec<TemplateLine>,
}

/// The pattern of one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateLine {
    /// Its type.
    #[serde(rename = "type")]
    pub line_type: LineType,
    /// What is asked at each place.
    pub slots: Vec<Slot>,
}

/// The pattern of a form with an opening. Extended verse has ten lines here; its pattern goes on in
/// the same cycle.
pub fn template(form: Form, opening: Opening) -> Template {
    let types = opening.line_types(form.width(), form.lines());
    let line = |(number, line_type): (usize, LineType)| {
        let pattern = line_type.pattern(form.width()).iter().enumerate();
        let slots = pattern
            .map(|(position, class)| {
                let at_end = position + 1 == form.width();
                crate::check::slot(*class, at_end && rhymes(number, line_type))
            })
            .collect();
        TemplateLine { line_type, slots }
    };
    Template {
        form,
        opening,
        lines: types.into_iter().enumerate().map(line).collect(),
    }
}

/// Whether a line (from 0) of level-rhymed verse rhymes.
fn rhymes(number: usize, line_type: LineType) -> bool {
    crate::scan::rhymes(number, line_type, ToneClass::Level)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(types: &[LineType]) -> String {
        types.iter().map(|t| t.letter()).collect()
    }

    #[test]
    fn openings_read_as_in_the_handbook() {
        use ToneClass::{Level, Oblique};
        for (width, second, rhymes, octave) in [
            (5, Oblique, false, "aBbAaBbA"),
            (7, Level, false, "aBbAaBbA"),
            (5, Oblique, true, "ABbAaBbA"),
            (7, Level, true, "ABbAaBbA"),
            (5, Level, false, "bAaBbAaB"),
            (7, Oblique, false, "bAaBbAaB"),
            (5, Level, true, "BAaBbAaB"),
            (7, Oblique, true, "BAaBbAaB"),
        ] {
            let opening = Opening { second, rhymes };
            assert_eq!(letters(&opening.line_types(width, 8)), octave);
            assert_eq!(letters(&opening.line_types(width, 4)), octave[..4]);
            assert_eq!(
                letters(&opening.line_types(width, 12)),
                format!("{octave}{}", &octave[4..])
            );
            assert_eq!(letters(&opening.line_types(width, 0)), "");
        }
    }

    #[test]
    fn the_second_character_has_the_class_of_the_opening() {
        for opening in Opening::ALL {
            for width in [5, 7] {
                let first = opening.line_types(width, 4)[0];
                assert_eq!(first.pattern(width)[1], Some(opening.second));
                assert_eq!(first.end() == ToneClass::Level, opening.rhymes);
            }
        }
    }

    #[test]
    fn a_template_asks_for_a_rhyme_at_the_ends() {
        let template = template(Form::SevenQuatrain, Opening::usual(Form::SevenQuatrain));
        let ends: Vec<Slot> = template.lines.iter().map(|l| l.slots[6]).collect();
        assert_eq!(ends, [Slot::Rhyme, Slot::Rhyme, Slot::Oblique, Slot::Rhyme]);
        assert_eq!(
            template.lines[0].slots[..3],
            [Slot::Free, Slot::Level, Slot::Free]
        );
    }
}
