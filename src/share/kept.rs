//! How cards were made last: the next one begins so.

use serde_json::Value;

use super::{
    card::{Cut, Direction, Shape},
    designs::Design,
};
use crate::keep::{Kept, object, text};

/// How the last card was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Making {
    /// The paper.
    pub design: Design,
    /// The direction.
    pub direction: Direction,
    /// The shape.
    pub shape: Shape,
    /// How the seal was cut.
    pub cut: Cut,
    /// What was signed with; poems that name no poet are signed so.
    pub name: String,
    /// The seal beside that name; empty, it is made from the name.
    pub seal: String,
}

impl Kept for Making {
    const NAME: &'static str = "yinchuang.card";
    const VERSION: u64 = 1;

    fn to_json(&self) -> Value {
        object([
            ("design", self.design.name().into()),
            ("direction", self.direction.name().into()),
            ("shape", self.shape.name().into()),
            ("cut", self.cut.name().into()),
            ("name", self.name.as_str().into()),
            ("seal", self.seal.as_str().into()),
        ])
    }

    fn from_json(value: &Value) -> Option<Self> {
        let named = |key| text(value, key);
        let (design, direction) = (named("design")?, named("direction")?);
        let (shape, cut) = (named("shape")?, named("cut")?);
        Some(Self {
            design: Design::ALL.into_iter().find(|d| d.name() == design)?,
            direction: Direction::ALL.into_iter().find(|d| d.name() == direction)?,
            shape: Shape::ALL.into_iter().find(|s| s.name() == shape)?,
            cut: Cut::ALL.into_iter().find(|c| c.name() == cut)?,
            name: named("name")?,
            seal: named("seal")?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keep::{Found, Store, load, memory::MemoryStore, to_text};

    #[test]
    fn every_choice_comes_back() {
        let store = MemoryStore::default();
        for design in Design::ALL {
            for direction in Direction::ALL {
                for shape in Shape::ALL {
                    for cut in Cut::ALL {
                        let making = Making {
                            design,
                            direction,
                            shape,
                            cut,
                            name: "林默".to_owned(),
                            seal: String::new(),
                        };
                        store.write(Making::NAME, &to_text(&making)).unwrap();
                        assert_eq!(load(&store), Found::Value(making));
                    }
                }
            }
        }
    }

    #[test]
    fn a_paper_that_there_is_not_is_set_aside() {
        let store = MemoryStore::default();
        let text = to_text(&Making::default()).replace("plain", "marble");
        store.write(Making::NAME, &text).unwrap();
        assert!(matches!(load::<Making>(&store), Found::SetAside(_)));
    }
}
