//! `<think>…</think>` inside an answer's text, split off though the tags come in pieces.

const OPEN: &str = "<think>";
const CLOSE: &str = "</think>";

/// Text or thinking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Text of the answer.
    Text(String),
    /// The model thinks.
    Thinking(String),
}

/// The state between two pieces of text.
#[derive(Clone, Debug, Default)]
pub struct ThinkSplitter {
    thinking: bool,
    /// What may be the beginning of a tag.
    held: String,
}

impl ThinkSplitter {
    /// Takes a piece of text; its parts are added to `parts`.
    pub fn push(&mut self, text: &str, parts: &mut Vec<Part>) {
        self.held.push_str(text);
        loop {
            let tag = if self.thinking { CLOSE } else { OPEN };
            if let Some(at) = self.held.find(tag) {
                let rest = self.held.split_off(at);
                self.give(parts);
                self.held = rest[tag.len()..].to_owned();
                self.thinking = !self.thinking;
            } else {
                let rest = self.held.split_off(self.held.len() - tail(&self.held, tag));
                self.give(parts);
                self.held = rest;
                return;
            }
        }
    }

    /// The text has ended: what looked like the beginning of a tag was none.
    pub fn finish(&mut self, parts: &mut Vec<Part>) {
        self.give(parts);
    }

    fn give(&mut self, parts: &mut Vec<Part>) {
        let text = std::mem::take(&mut self.held);
        if !text.is_empty() {
            parts.push(if self.thinking {
                Part::Thinking(text)
            } else {
                Part::Text(text)
            });
        }
    }
}

/// The bytes at the end of `text` that begin `tag`.
fn tail(text: &str, tag: &str) -> usize {
    (1..tag.len())
        .rev()
        .find(|&n| text.ends_with(&tag[..n]))
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// (text, thinking) of an answer that came in these pieces.
    fn split<'a>(pieces: impl IntoIterator<Item = &'a str>) -> (String, String) {
        let mut splitter = ThinkSplitter::default();
        let mut parts = Vec::new();
        for piece in pieces {
            splitter.push(piece, &mut parts);
        }
        splitter.finish(&mut parts);
        let (mut text, mut thinking) = (String::new(), String::new());
        for part in parts {
            match part {
                Part::Text(t) => text += &t,
                Part::Thinking(t) => thinking += &t,
            }
        }
        (text, thinking)
    }

    #[test]
    fn thinking_is_split_off_wherever_the_pieces_are_cut() {
        let answer =
            "<think>平仄…<b>，一<think>二</think>\n白日依山尽<，<think>再想</think>黄河</think>";
        let expected = (
            "\n白日依山尽<，黄河</think>".into(),
            "平仄…<b>，一<think>二再想".into(),
        );
        assert_eq!(split([answer]), expected);
        for (at, _) in answer.char_indices() {
            assert_eq!(
                split([&answer[..at], &answer[at..]]),
                expected,
                "cut at {at}"
            );
        }
        let each: Vec<String> = answer.chars().map(String::from).collect();
        assert_eq!(split(each.iter().map(String::as_str)), expected);
    }

    #[test]
    fn what_only_looks_like_a_tag_stays() {
        assert_eq!(
            split(["a<thi", "nk b<"]),
            ("a<think b<".into(), String::new())
        );
    }

    #[test]
    fn thinking_that_never_ends_is_thinking() {
        assert_eq!(
            split(["<think>一", "二</thin"]),
            (String::new(), "一二</thin".into())
        );
    }

    #[test]
    fn text_is_not_held_back_longer_than_it_must() {
        let mut splitter = ThinkSplitter::default();
        let mut parts = Vec::new();
        splitter.push("白日<t", &mut parts);
        assert_eq!(parts, [Part::Text("白日".into())]);
    }
}
