//! Where the parts of a JSON text are, without reading them: a file may have thousands of drafts with their pasts, and
//! read at once they would be many times the file in memory, and seconds in which the page does not answer.

use serde::de::IgnoredAny;
use serde_json::Deserializer;

/// The fields of an object: what each is called, as it is written, and its value. `None` where the text is no object, or not
/// a whole one.
pub fn fields(json: &str) -> Option<Vec<(&str, &str)>> {
    let mut cursor = Cursor(json);
    let mut fields = Vec::new();
    cursor.each(['{', '}'], |cursor| {
        let name = cursor.value()?.strip_prefix('"')?.strip_suffix('"')?;
        cursor.take(':')?;
        fields.push((name, cursor.value()?));
        Some(true)
    })?;
    cursor.rest().is_empty().then_some(fields)
}

/// The items of a list, and no more than `most` of them. `None` where the text is no list.
pub fn items(json: &str, most: usize) -> Option<Vec<&str>> {
    let mut items = Vec::new();
    Cursor(json).each(['[', ']'], |cursor| {
        items.push(cursor.value()?);
        Some(items.len() < most)
    })?;
    Some(items)
}

/// What is not looked at yet.
struct Cursor<'a>(&'a str);

impl<'a> Cursor<'a> {
    fn rest(&mut self) -> &'a str {
        self.0 = self.0.trim_start_matches([' ', '\n', '\r', '\t']);
        self.0
    }

    fn take(&mut self, sign: char) -> Option<()> {
        self.0 = self.rest().strip_prefix(sign)?;
        Some(())
    }

    /// Goes past a value, whatever it is.
    fn value(&mut self) -> Option<&'a str> {
        let rest = self.rest();
        let mut values = Deserializer::from_str(rest).into_iter::<IgnoredAny>();
        values.next()?.ok()?;
        let (value, after) = rest.split_at_checked(values.byte_offset())?;
        self.0 = after;
        Some(value)
    }

    /// Takes what stands between two signs, with commas between, as long as `take` says so.
    fn each(
        &mut self,
        [begin, end]: [char; 2],
        mut take: impl FnMut(&mut Self) -> Option<bool>,
    ) -> Option<()> {
        self.take(begin)?;
        if self.take(end).is_some() {
            return Some(());
        }
        while take(self)? {
            if self.take(end).is_some() {
                return Some(());
            }
            self.take(',')?;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_text_are_found_whatever_is_in_them() {
        let json = " { \"a\" : [1, {\"b\": \"]},\\\"\"}] ,\n\"c\":null,\"d\":2 } \n";
        let found = fields(json).unwrap();
        let list = "[1, {\"b\": \"]},\\\"\"}]";
        assert_eq!(found, [("a", list), ("c", "null"), ("d", "2")]);
        assert_eq!(items(list, 9).unwrap(), ["1", "{\"b\": \"]},\\\"\"}"]);
        assert_eq!(items(list, 1).unwrap(), ["1"]);
        assert_eq!(fields("{}"), Some(vec![]));
        assert_eq!(items("[ ]", 9), Some(vec![]));
    }

    #[test]
    fn what_is_broken_is_no_object_and_no_list() {
        for json in [
            "",
            "[]",
            "1",
            "{",
            "{\"a\"",
            "{\"a\":",
            "{\"a\":1",
            "{\"a\":1,",
            "{\"a\":1,}",
            "{\"a\":1}x",
            "{\"a\":1 \"b\":2}",
            "{1:2}",
            "{\"a\":[}",
            "{,}",
        ] {
            assert_eq!(fields(json), None, "{json}");
        }
        for json in ["", "{}", "[", "[1", "[1,", "[1,]", "[1 2]", "[,]"] {
            assert_eq!(items(json, 9), None, "{json}");
        }
    }
}
