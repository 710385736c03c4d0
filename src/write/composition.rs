//! When what stands in the text field may be taken, and when it may be written.
//!
//! An input method shows letters and candidates in the field before the writer has chosen. Taking
//! them would check nonsense, and writing into the field would throw the candidates away. Browsers
//! also differ in how a composition ends: the last `input` comes before `compositionend`, after
//! it, or one of the two never comes. So nothing here counts events: whatever ends a composition
//! takes the value *if it has changed* since it was taken last, and a second ending finds nothing
//! left to take.

/// What the field reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldEvent {
    /// `compositionstart`.
    Start,
    /// `input`, with the event's own word on whether a composition is running.
    Input {
        /// `InputEvent.isComposing`.
        is_composing: bool,
    },
    /// `compositionend`.
    End,
    /// `blur`: no composition survives it, even where the browser forgets to say so.
    Blur,
}

/// The state of the field's composition.
#[derive(Clone, Debug, Default)]
pub struct Composition {
    composing: bool,
    taken: String,
    /// Whether something was taken since the page wrote last.
    typed: bool,
}

impl Composition {
    /// A field that holds `text`.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            composing: false,
            taken: text.into(),
            typed: false,
        }
    }

    /// Follows an event; `value` is what stands in the field now. Gives back the text to take, if
    /// there is any that has not been taken.
    pub fn follow(&mut self, event: FieldEvent, value: &str) -> Option<String> {
        match event {
            FieldEvent::Start | FieldEvent::Input { is_composing: true } => {
                self.composing = true;
                None
            }
            // An `input` outside a composition also releases one whose end was lost.
            FieldEvent::Input {
                is_composing: false,
            }
            | FieldEvent::End
            | FieldEvent::Blur => {
                self.composing = false;
                self.take(value)
            }
        }
    }

    /// Whether the page may put other text into the field now.
    pub fn may_write(&self) -> bool {
        !self.composing
    }

    /// The page has put `text` into the field itself: there is nothing to take from it. Says whether something
    /// was typed since it did so before: the browser can undo that, and must not do it in this text.
    pub fn written(&mut self, text: &str) -> bool {
        if self.taken == text {
            return false;
        }
        text.clone_into(&mut self.taken);
        std::mem::take(&mut self.typed)
    }

    /// What was taken or written last.
    pub fn taken(&self) -> &str {
        &self.taken
    }

    fn take(&mut self, value: &str) -> Option<String> {
        if self.taken == value {
            return None;
        }
        value.clone_into(&mut self.taken);
        self.typed = true;
        Some(self.taken.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMPOSING: FieldEvent = FieldEvent::Input { is_composing: true };
    const PLAIN: FieldEvent = FieldEvent::Input {
        is_composing: false,
    };

    /// Everything that is taken while the events arrive in this order.
    fn taken(events: &[(FieldEvent, &str)]) -> Vec<String> {
        let mut field = Composition::new("");
        events
            .iter()
            .filter_map(|(event, value)| field.follow(*event, value))
            .collect()
    }

    #[test]
    fn plain_typing_is_taken_at_every_input() {
        assert_eq!(taken(&[(PLAIN, "山"), (PLAIN, "山居")]), ["山", "山居"]);
    }

    #[test]
    fn input_before_the_end_is_taken_once() {
        let events = [
            (FieldEvent::Start, ""),
            (COMPOSING, "shan"),
            (COMPOSING, "山"),
            (FieldEvent::End, "山"),
        ];
        assert_eq!(taken(&events), ["山"]);
    }

    #[test]
    fn input_after_the_end_is_taken_once() {
        let events = [
            (FieldEvent::Start, ""),
            (COMPOSING, "shan"),
            (FieldEvent::End, "山"),
            (PLAIN, "山"),
        ];
        assert_eq!(taken(&events), ["山"]);
    }

    #[test]
    fn a_late_input_that_differs_is_taken_too() {
        let events = [
            (FieldEvent::Start, ""),
            (COMPOSING, "shan"),
            (FieldEvent::End, "shan"),
            (PLAIN, "山"),
        ];
        assert_eq!(taken(&events), ["shan", "山"]);
    }

    #[test]
    fn an_end_without_input_is_taken() {
        assert_eq!(
            taken(&[(FieldEvent::Start, ""), (FieldEvent::End, "山")]),
            ["山"]
        );
    }

    #[test]
    fn a_lost_end_is_released_by_the_next_plain_input_or_by_blur() {
        let by_input = [(FieldEvent::Start, ""), (COMPOSING, "shan"), (PLAIN, "山,")];
        assert_eq!(taken(&by_input), ["山,"]);
        let by_blur = [
            (FieldEvent::Start, ""),
            (COMPOSING, "山"),
            (FieldEvent::Blur, "山"),
        ];
        assert_eq!(taken(&by_blur), ["山"]);
    }

    #[test]
    fn a_composition_given_up_takes_nothing() {
        let events = [
            (FieldEvent::Start, ""),
            (COMPOSING, "s"),
            (FieldEvent::End, ""),
        ];
        assert!(taken(&events).is_empty());
    }

    #[test]
    fn a_composition_without_its_start_is_still_seen() {
        let mut field = Composition::new("");
        assert_eq!(field.follow(COMPOSING, "s"), None);
        assert!(!field.may_write());
    }

    #[test]
    fn the_page_writes_only_outside_a_composition() {
        let mut field = Composition::new("旧");
        assert!(field.may_write());
        field.follow(FieldEvent::Start, "旧");
        assert!(!field.may_write());
        field.follow(FieldEvent::End, "旧");
        assert!(field.may_write());
        field.written("新");
        assert_eq!(field.follow(PLAIN, "新"), None);
        assert_eq!(field.taken(), "新");
    }
}
