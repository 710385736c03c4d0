//! What the person would like to have written: the last brief.

use serde_json::Value;
use verse::Form;

use super::{Kept, object, text};

/// The brief, as it stands in its fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The form.
    pub form: Form,
    /// Occasion, for whom, wishes.
    pub text: String,
}

impl Default for Wish {
    fn default() -> Self {
        Self {
            form: Form::SevenQuatrain,
            text: String::new(),
        }
    }
}

impl Kept for Wish {
    const NAME: &'static str = "yinchuang.brief";
    const VERSION: u64 = 1;

    fn to_json(&self) -> Value {
        object([
            ("form", self.form.chinese().into()),
            ("text", self.text.as_str().into()),
        ])
    }

    fn from_json(value: &Value) -> Option<Self> {
        let name = text(value, "form")?;
        let form = Form::ALL.into_iter().find(|form| form.chinese() == name)?;
        Some(Self {
            form,
            text: text(value, "text")?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keep::{Found, Store, load, memory::MemoryStore, to_text};

    #[test]
    fn a_wish_comes_back_with_its_form() {
        let store = MemoryStore::default();
        for form in Form::ALL {
            let wish = Wish {
                form,
                text: "为儿子“四岁”生日\n".to_owned(),
            };
            store.write(Wish::NAME, &to_text(&wish)).unwrap();
            assert_eq!(load(&store), Found::Value(wish));
        }
    }
}
