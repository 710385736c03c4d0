//! The pattern that a draft is written into, where the person fills one in.

use serde_json::Value;
use verse::{Form, Opening};

use super::{is_true, number, object, text};

/// What was chosen of the pattern.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Whether the sheet shows what is still open.
    pub on: bool,
    /// The form; `None` finds it.
    pub form: Option<Form>,
    /// The opening; `None` finds it.
    pub opening: Option<Opening>,
    /// Of a lyric, whose title names its tune, which of the tune's forms, from 1; `None` finds it.
    pub of_tune: Option<u64>,
    /// Whether the text is no lyric, whatever it looks like.
    pub no_lyric: bool,
}

impl Plan {
    /// The plan as it is kept.
    pub fn to_json(self) -> Value {
        object([
            ("on", self.on.into()),
            ("form", self.form.map_or("", Form::chinese).into()),
            ("opening", self.opening.map_or("", Opening::chinese).into()),
            ("of_tune", self.of_tune.into()),
            ("no_lyric", self.no_lyric.into()),
        ])
    }

    /// The plan as it was kept; what is missing was not chosen.
    pub fn from_json(value: &Value) -> Self {
        Self {
            on: is_true(value, "on"),
            form: text(value, "form").and_then(|name| form(&name)),
            opening: text(value, "opening").and_then(|name| super::wish::opening(&name)),
            of_tune: number(value, "of_tune"),
            no_lyric: is_true(value, "no_lyric"),
        }
    }
}

/// The form of a Chinese name.
pub fn form(name: &str) -> Option<Form> {
    Form::ALL.into_iter().find(|form| form.chinese() == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_comes_back_and_anything_else_is_none() {
        for form in Form::ALL {
            for opening in Opening::ALL {
                let plan = Plan {
                    on: true,
                    form: Some(form),
                    opening: Some(opening),
                    of_tune: Some(3),
                    no_lyric: true,
                };
                assert_eq!(Plan::from_json(&plan.to_json()), plan);
            }
        }
        assert_eq!(Plan::from_json(&Value::Null), Plan::default());
        assert_eq!(
            Plan::from_json(&object([("form", "词".into()), ("opening", 3.into())])),
            Plan::default()
        );
    }
}
