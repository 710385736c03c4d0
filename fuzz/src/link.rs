//! Links that carry a poem.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use verse::{Form, RhymeBook};
use yinchuang::share::link::{Parcel, clean::clean};

use crate::{choose, maybe};

/// The input is a fragment, the bytes that a whole one carries, and a text that is sent.
pub fn run(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    arrives(&text);
    arrives(&format!("#p={text}"));
    arrives(&carrying(data));
    sent(&text, data);
}

/// A fragment as somebody else's program writes it: with a sum that fits, so that the packing is reached.
fn carrying(data: &[u8]) -> String {
    let (mut one, mut two) = (0u32, 0u32);
    for byte in data {
        one = (one + u32::from(*byte) + 1) % 255;
        two = (two + one) % 255;
    }
    let sum = [one as u8, two as u8];
    format!("#p=1{}", URL_SAFE_NO_PAD.encode([data, &sum].concat()))
}

/// What is accepted is clean, and a link of it is the same again.
fn arrives(fragment: &str) {
    let Ok(parcel) = Parcel::of_fragment(fragment) else {
        return;
    };
    assert_eq!(clean(&parcel.text).as_ref(), Some(&parcel.text));
    if let Some(again) = parcel.to_fragment() {
        assert_eq!(Parcel::of_fragment(&again), Ok(parcel));
    }
}

/// What is sent arrives as it is when clean.
fn sent(text: &str, mut data: &[u8]) {
    let (form, book) = (choose(&mut data), choose(&mut data));
    let parcel = Parcel {
        text: text.to_owned(),
        form: maybe(&Form::ALL, form),
        book: maybe(&RhymeBook::ALL, book),
    };
    let Some(fragment) = parcel.to_fragment() else {
        return;
    };
    let cleaned = clean(text).expect("only what is left after cleaning is sent");
    let text = cleaned;
    assert_eq!(
        Parcel::of_fragment(&fragment),
        Ok(Parcel { text, ..parcel })
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_here_is_read_there() {
        // No form, the first book, and 春 as a pair.
        let parcel = Parcel::of_fragment(&carrying(&[0, 1, 0x98, 0x25]));
        assert_eq!(parcel.unwrap().text, "春");
    }
}
