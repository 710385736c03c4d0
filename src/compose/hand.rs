//! The hand that writes into the field while a model runs. It puts the pen down for good as soon
//! as the person has changed the text.

/// What the model's hand knows of the field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hand {
    last: String,
    down: bool,
}

impl Hand {
    /// A hand that begins where the field holds `text`.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            last: text.into(),
            down: false,
        }
    }

    /// Whether the model may still write; `text` is what the page has taken from the field.
    pub fn may_write(&mut self, text: &str) -> bool {
        self.down |= self.last != text;
        !self.down
    }

    /// The model has written `text`.
    pub fn wrote(&mut self, text: &str) {
        text.clone_into(&mut self.last);
    }

    /// Whether the pen has been put down.
    pub fn is_down(&self) -> bool {
        self.down
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_writes_on_while_the_text_is_its_own() {
        let mut hand = Hand::new("旧稿");
        assert!(hand.may_write("旧稿"));
        hand.wrote("新");
        assert!(hand.may_write("新"));
    }

    #[test]
    fn it_stops_for_good_when_the_person_writes() {
        let mut hand = Hand::new("旧稿");
        hand.wrote("新");
        assert!(!hand.may_write("新改"));
        assert!(!hand.may_write("新"));
        assert!(hand.is_down());
    }
}
