//! The wish in words, for the prompts.

use super::Brief;

/// The longest free text that goes into a prompt, in characters.
pub const LONGEST_WISH: usize = 2000;

/// The longest of the other fields, in characters.
const LONGEST_FIELD: usize = 300;

impl Brief {
    /// What the person asks for, a line for each field that says something.
    pub(crate) fn wish(&self) -> String {
        self.wish_or("不限，自选题目。")
    }

    /// The same, with other words where the person asks for nothing.
    pub(crate) fn wish_or(&self, nothing: &str) -> String {
        let mut wish = String::new();
        let mut add = |label: &str, value: &str, most: usize| {
            let value = value.trim();
            if value.is_empty() {
                return;
            }
            if !wish.is_empty() {
                wish.push('\n');
            }
            wish += label;
            // A field is one line, whatever was pasted into it; free text stays as it is.
            let one_line = most == LONGEST_FIELD;
            wish.extend(value.chars().take(most).map(|c| match c {
                '\n' | '\r' if one_line => ' ',
                c => c,
            }));
        };
        let occasion = self.occasion.map_or("", |o| o.chinese());
        add("为何而作：", occasion, LONGEST_FIELD);
        add("写给：", &self.recipient, LONGEST_FIELD);
        add("祝愿：", &self.wishes, LONGEST_FIELD);
        add("织入的名字与字词：", &self.words, LONGEST_FIELD);
        add("意象：", &self.images, LONGEST_FIELD);
        add("情调：", &self.mood, LONGEST_FIELD);
        add("", &self.text, LONGEST_WISH);
        if wish.is_empty() {
            wish.push_str(nothing);
        }
        wish
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::Occasion;
    use verse::Form;

    #[test]
    fn each_field_is_a_line_and_empty_ones_are_none() {
        let mut brief = Brief::new(Form::FiveQuatrain, " 她爱\n种花 ");
        assert_eq!(brief.wish(), "她爱\n种花");
        brief.occasion = Some(Occasion::Birthday);
        brief.recipient = "外婆\n八十岁".into();
        brief.mood = " ".into();
        assert_eq!(
            brief.wish(),
            "为何而作：祝贺生日\n写给：外婆 八十岁\n她爱\n种花"
        );
        assert_eq!(
            Brief::new(Form::FiveQuatrain, "").wish(),
            "不限，自选题目。"
        );
    }

    #[test]
    fn long_fields_are_cut() {
        let mut brief = Brief::new(Form::FiveQuatrain, "");
        brief.images = "花".repeat(5000);
        assert_eq!(brief.wish().matches('花').count(), LONGEST_FIELD);
    }
}
