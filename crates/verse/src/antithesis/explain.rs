//! A pair's reason in words.

use super::{Category, Pair, Reason};
use crate::{options::Language, traditional::traditional};

impl Pair {
    /// The reason as a person reads it: category, how often the two were found opposite each other,
    /// and what poets set opposite the first.
    pub fn explain(&self, language: Language) -> String {
        let zh = language.is_chinese();
        // The poem's characters stand between the pieces, and as they are written there.
        let say = |piece: String| match language {
            Language::Hant => traditional(&piece),
            _ => piece,
        };
        let mut text = if zh {
            let head = format!("{}{}{}", self.opening, say("对".into()), self.closing);
            format!("{head}：{}", say(self.reason_zh()))
        } else {
            format!(
                "{} with {}: {}",
                self.opening,
                self.closing,
                self.reason_en()
            )
        };
        // What answers elsewhere may not answer here, in another sense; the number would confuse.
        if self.found > 0 && self.reason != Reason::Unanswered {
            text += &if zh {
                say(format!("，律诗中间两联里相对{}次", self.found))
            } else {
                format!(
                    ", found {} times at one place in middle couplets",
                    self.found
                )
            };
        }
        if !self.partners.is_empty() {
            let partners: Vec<String> = self.partners.iter().map(char::to_string).collect();
            text += &if zh {
                let (before, after) = (say("；与“".into()), say("”相对最多的是".into()));
                let partners = say(partners.join("、"));
                [before, self.opening.to_string(), after, partners].concat()
            } else {
                format!(
                    "; poets set {} most often with {}",
                    self.opening,
                    partners.join(", ")
                )
            };
        }
        text.push(if zh { '。' } else { '.' });
        text
    }

    fn reason_zh(&self) -> String {
        let name = |c: Option<Category>| c.map(|c| c.name(Language::Zh));
        match self.reason {
            Reason::Category(category) => format!("同属{}", category.name(Language::Zh)),
            Reason::Found => "诗人常以之相对".to_owned(),
            Reason::Near => match (name(self.opening_category), name(self.closing_category)) {
                (Some(a), Some(b)) if a != b => format!("{a}与{b}邻近，可以相对"),
                _ => "词性相近，可以相对".to_owned(),
            },
            Reason::Reduplication => "叠字对叠字".to_owned(),
            Reason::OneSidedReduplication => "叠字须以叠字相对".to_owned(),
            Reason::Borrowed(Some(meant), category) => {
                format!("借对，借作“{meant}”，归{}", category.name(Language::Zh))
            }
            Reason::Borrowed(None, category) => {
                format!("借对，借别义归{}", category.name(Language::Zh))
            }
            Reason::Same => "两句同处用同一字，不成对".to_owned(),
            Reason::Synonym => "意思相同，近于合掌".to_owned(),
            Reason::Unanswered => {
                match (name(self.opening_category), name(self.closing_category)) {
                    (Some(a), Some(b)) if a != b => format!("{a}与{b}，在这里对不上"),
                    _ => "在这里对不上".to_owned(),
                }
            }
            Reason::Unknown => "表中没有这个字，不作判断".to_owned(),
        }
    }

    fn reason_en(&self) -> String {
        let name = |c: Option<Category>| c.map(|c| c.name(Language::En));
        match self.reason {
            Reason::Category(category) => format!("both {}", category.name(Language::En)),
            Reason::Found => "poets set them opposite each other".to_owned(),
            Reason::Near => match (name(self.opening_category), name(self.closing_category)) {
                (Some(a), Some(b)) if a != b => format!("{a} and {b}, near enough"),
                _ => "of like kinds".to_owned(),
            },
            Reason::Reduplication => "reduplication answers reduplication".to_owned(),
            Reason::OneSidedReduplication => {
                "a doubled character wants a doubled one opposite".to_owned()
            }
            Reason::Borrowed(Some(meant), category) => format!(
                "borrowed antithesis, standing for {meant} ({})",
                category.name(Language::En)
            ),
            Reason::Borrowed(None, category) => format!(
                "borrowed antithesis, in another sense ({})",
                category.name(Language::En)
            ),
            Reason::Same => "the same character at one place of both lines".to_owned(),
            Reason::Synonym => "both say the same".to_owned(),
            Reason::Unanswered => {
                match (name(self.opening_category), name(self.closing_category)) {
                    (Some(a), Some(b)) if a != b => {
                        format!("{a} and {b} do not answer each other here")
                    }
                    _ => "they do not answer each other here".to_owned(),
                }
            }
            Reason::Unknown => "not in the table, not judged".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn category_count_and_examples() {
        let pair = Pair {
            place: 1,
            opening: "云".to_owned(),
            closing: "雨".to_owned(),
            score: 0.9,
            reason: Reason::Category(Category::Sky),
            opening_category: Some(Category::Sky),
            closing_category: Some(Category::Sky),
            found: 214,
            partners: vec!['雨', '霞'],
        };
        assert_eq!(
            pair.explain(Language::Zh),
            "云对雨：同属天文，律诗中间两联里相对214次；与“云”相对最多的是雨、霞。"
        );
        assert_eq!(
            pair.explain(Language::En),
            "云 with 雨: both sky, found 214 times at one place in middle couplets; poets set 云 most often with 雨, 霞."
        );
    }
}
