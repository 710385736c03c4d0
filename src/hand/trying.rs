//! A text with some of its characters exchanged.

use verse::{Report, diction::Replacement};

use crate::write::replace::replaced;

/// The text with other characters in a line (from 1). `report` is of the text. `None` where a place is
/// not what the replacement says.
pub fn with_changes(
    text: &str,
    report: &Report,
    line: usize,
    changes: &[Replacement],
) -> Option<String> {
    let line = report.lines.get(line.checked_sub(1)?)?;
    let mut places: Vec<(usize, char, char)> = Vec::new();
    for change in changes {
        let char = line.chars.get(change.position.checked_sub(1)?)?;
        if char.character != change.now {
            return None;
        }
        places.push((char.at, change.now, change.new));
    }
    // From the last to the first: so the places before stay where they are.
    places.sort_by_key(|(at, ..)| std::cmp::Reverse(*at));
    places
        .into_iter()
        .try_fold(text.to_owned(), |text, (at, now, new)| {
            replaced(&text, at, at + now.len_utf16(), &new.to_string())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_made_where_they_belong_and_nothing_else_is() {
        let text = "登楼\n\n白日依山尽，\n黄河入海流。";
        let report = verse::check(text, &verse::Options::default());
        let change = |position, now, new| Replacement { position, now, new };
        let changed = |line, changes: &[Replacement]| with_changes(text, &report, line, changes);
        assert_eq!(
            changed(2, &[change(1, '黄', '长'), change(5, '流', '舟')]).as_deref(),
            Some("登楼\n\n白日依山尽，\n长河入海舟。")
        );
        // A character of two units before it.
        assert_eq!(
            changed(1, &[change(2, '日', '𠮷'), change(4, '山', '云')]).as_deref(),
            Some("登楼\n\n白𠮷依云尽，\n黄河入海流。")
        );
        assert_eq!(changed(2, &[change(1, '红', '长')]), None);
        assert_eq!(changed(3, &[change(1, '黄', '长')]), None);
        assert_eq!(changed(2, &[change(6, '黄', '长')]), None);
    }
}
