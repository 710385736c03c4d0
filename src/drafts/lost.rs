//! The fixed readings of texts that stood in the field, so that they come back with them.

use serde_json::Value;
use verse::Pin;

use crate::keep::{
    draft::{pin, pin_to_json},
    object, text,
};

/// Texts that are remembered.
const MOST: usize = 20;
/// A text of more bytes is no poem but a book, and is not remembered.
const LONGEST: usize = 20_000;

/// Texts and their fixed readings, the one noted last at the end.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lost(Vec<(String, Vec<Pin>)>);

impl Lost {
    /// Notes the readings of a text. That there are none is of interest only where there were some.
    pub fn note(&mut self, text: &str, pins: &[Pin]) {
        if pins.is_empty() && !self.knows(text) || text.len() > LONGEST {
            return;
        }
        self.0.retain(|(known, _)| known != text);
        self.0.push((text.to_owned(), pins.to_vec()));
        self.trim();
    }

    /// The readings that a text had.
    pub fn of(&self, text: &str) -> &[Pin] {
        let mut all = self.0.iter();
        all.find(|(known, _)| known == text)
            .map_or(&[], |(_, pins)| pins)
    }

    /// Whether something is noted of a text.
    pub fn knows(&self, text: &str) -> bool {
        self.0.iter().any(|(known, _)| known == text)
    }

    /// Adds the texts of another that this one does not know, as older ones.
    pub fn merge(&mut self, other: &Self) {
        let is_new = |(text, _): &&(String, _)| !self.knows(text);
        let new: Vec<_> = other.0.iter().filter(is_new).cloned().collect();
        self.0.splice(..0, new);
        self.trim();
    }

    fn trim(&mut self) {
        let old = self.0.len().saturating_sub(MOST);
        self.0.drain(..old);
    }

    /// The same as it is kept.
    pub fn to_json(&self) -> Value {
        let one = |(text, pins): &(String, Vec<Pin>)| {
            object([
                ("text", text.as_str().into()),
                ("pins", pins.iter().map(pin_to_json).collect()),
            ])
        };
        self.0.iter().map(one).collect()
    }

    /// The same as it was kept: pages before this one kept none, and what cannot be read is no loss.
    pub fn from_json(value: Option<&Value>) -> Self {
        let one = |value: &Value| {
            let pins = value.get("pins")?.as_array()?;
            let text = text(value, "text").filter(|text| text.len() <= LONGEST)?;
            Some((text, pins.iter().filter_map(pin).collect()))
        };
        let all = value.and_then(Value::as_array);
        let mut lost = Self(all.into_iter().flatten().filter_map(one).collect());
        lost.trim();
        lost
    }

    /// The same with every text made anew, and no more readings of each than `most`.
    pub fn map(mut self, clean: impl Fn(&str) -> String, most: usize) -> Self {
        for (text, pins) in &mut self.0 {
            *text = clean(text);
            pins.truncate(most);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pins(reading: &str) -> Vec<Pin> {
        vec![Pin {
            line: 1,
            position: 2,
            reading: reading.to_owned(),
        }]
    }

    #[test]
    fn a_text_has_the_readings_that_it_had_last() {
        let mut lost = Lost::default();
        lost.note("春", &[]);
        assert_eq!(lost, Lost::default());
        lost.note("春", &pins("a"));
        lost.note("秋", &pins("b"));
        lost.note("春", &pins("c"));
        assert_eq!((lost.of("春"), lost.of("夏")), (&pins("c")[..], &[][..]));
        // They were let go: they do not come back with the text, nor with another tab's word.
        let before = lost.clone();
        lost.note("春", &[]);
        lost.merge(&before);
        assert!(lost.of("春").is_empty() && lost.of("秋") == pins("b"));
    }

    #[test]
    fn they_are_a_few_and_the_oldest_go() {
        let mut lost = Lost::default();
        for nth in 0..=MOST {
            lost.note(&nth.to_string(), &pins("a"));
        }
        lost.note(&"书".repeat(LONGEST), &pins("a"));
        assert!(lost.of("0").is_empty() && !lost.of("1").is_empty());
        let mut other = Lost::default();
        other.note("x", &pins("b"));
        lost.merge(&other);
        assert_eq!((lost.0.len(), lost.of("x")), (MOST, &[][..]));
        other.merge(&lost);
        assert_eq!((other.0.len(), other.of("x")), (MOST, &pins("b")[..]));
    }

    #[test]
    fn they_come_back_as_they_were_and_what_is_foreign_is_nothing() {
        let mut lost = Lost::default();
        lost.note("春", &pins("a"));
        assert_eq!(Lost::from_json(Some(&lost.to_json())), lost);
        assert_eq!(Lost::from_json(None), Lost::default());
        for foreign in ["7", "[7,{}]", r#"[{"text":"春","pins":3}]"#] {
            let foreign = serde_json::from_str(foreign).unwrap();
            assert_eq!(Lost::from_json(Some(&foreign)), Lost::default());
        }
    }
}
