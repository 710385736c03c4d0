//! Changing the text by way of its field, whose own undo then knows of it.

use crate::{browser::typing, desk::Desk, write::replace::replaced};

/// Puts a piece in the place of a part of the text, in UTF-16 units. Who works out the part from the text
/// ends a composition first: what was composed comes into the text with its end.
pub fn edit(desk: Desk, range: (usize, usize), piece: &str) {
    desk.field.end_composition();
    let text = desk.text.get_untracked();
    let Some(wanted) = replaced(&text, range.0, range.1, piece) else {
        return;
    };
    desk.field.select(range);
    if !typing::type_in(piece) || desk.field.text() != wanted {
        // The field is not to be seen, or the browser does not know the command.
        desk.rewrite(&wanted);
    }
}

/// Puts a whole text in the place of this one; only what differs is touched.
pub fn edit_to(desk: Desk, wanted: &str) {
    desk.field.end_composition();
    let text = desk.text.get_untracked();
    let (old, new): (Vec<char>, Vec<char>) = (text.chars().collect(), wanted.chars().collect());
    let same =
        |pairs: &mut dyn Iterator<Item = (&char, &char)>| pairs.take_while(|(a, b)| a == b).count();
    let head = same(&mut old.iter().zip(&new));
    let most = old.len().min(new.len()) - head;
    let tail = same(&mut old.iter().rev().zip(new.iter().rev())).min(most);
    let units = |chars: &[char]| chars.iter().map(|c| c.len_utf16()).sum();
    let range = (units(&old[..head]), units(&old[..old.len() - tail]));
    if old != new {
        let piece: String = new[head..new.len() - tail].iter().collect();
        edit(desk, range, &piece);
    }
}
