//! A link that carries a poem behind its `#`, where it is never sent to a server.
//!
//! `#p=1` and then, in letters: a byte for the form, one for the rhyme book (0 where it does not matter),
//! the packed text, two bytes of a sum over all of that. The script needs no word: it is the characters'.

mod base64;
pub mod clean;
mod pack;

use verse::{Form, RhymeBook};

use crate::later::LINK as START;

/// The form of what follows.
const VERSION: char = '1';
/// No link is longer; browsers and chats cut longer ones anyway.
const MOST: usize = 16_000;

/// A poem on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// The text, with its title and author as they stand on the desk.
    pub text: String,
    /// The form that was asked for.
    pub form: Option<Form>,
    /// The rhyme book that it was checked by.
    pub book: Option<RhymeBook>,
}

/// Why a link gives no poem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It was cut off, changed, or never was one.
    Broken,
    /// It was made by a page that is newer than this one.
    Newer,
    /// There is too much in it, or nothing that is seen.
    NoPoem,
}

impl Parcel {
    /// What stands behind the address of the page, unless the poem is too long for a link.
    pub fn to_fragment(&self) -> Option<String> {
        let text = clean::clean(&self.text)?;
        let mut bytes = vec![
            number(&Form::ALL, self.form),
            number(&RhymeBook::ALL, self.book),
        ];
        bytes.extend(pack::pack(&text));
        let sum = pack::sum(&bytes);
        bytes.extend(sum);
        let fragment = format!("{START}{VERSION}{}", base64::write(&bytes));
        (fragment.len() <= MOST).then_some(fragment)
    }

    /// The poem that a fragment carries.
    pub fn of_fragment(fragment: &str) -> Result<Self, Refusal> {
        let carried = fragment.strip_prefix(START).ok_or(Refusal::Broken)?;
        if carried.len() > MOST {
            return Err(Refusal::NoPoem);
        }
        let letters = match carried.strip_prefix(VERSION) {
            Some(letters) => letters,
            None if carried.starts_with(|c: char| c.is_ascii_digit()) => {
                return Err(Refusal::Newer);
            }
            None => return Err(Refusal::Broken),
        };
        let bytes = base64::read(letters).ok_or(Refusal::Broken)?;
        let (bytes, sum) = bytes.split_last_chunk::<2>().ok_or(Refusal::Broken)?;
        let (head, packed) = bytes.split_first_chunk::<2>().ok_or(Refusal::Broken)?;
        if pack::sum(bytes) != *sum {
            return Err(Refusal::Broken);
        }
        let text = pack::unpack(packed).ok_or(Refusal::Broken)?;
        Ok(Self {
            text: clean::clean(&text).ok_or(Refusal::NoPoem)?,
            form: member(&Form::ALL, head[0]),
            book: member(&RhymeBook::ALL, head[1]),
        })
    }
}

/// The place of one of several, from 1; 0 is none.
fn number<T: PartialEq>(all: &[T], one: Option<T>) -> u8 {
    let place = one.and_then(|one| all.iter().position(|other| *other == one));
    place.map_or(0, |place| place as u8 + 1)
}

fn member<T: Copy>(all: &[T], number: u8) -> Option<T> {
    all.get(usize::from(number.checked_sub(1)?)).copied()
}

#[cfg(all(test, not(target_family = "wasm")))]
mod tests;
