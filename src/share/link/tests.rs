use proptest::{collection::vec, prelude::*};

use super::*;

const POEM: &str =
    "清明\n杜牧\n\n清明时节雨纷纷，\n路上行人欲断魂。\n借问酒家何处有，\n牧童遥指杏花村。";

fn parcel(text: &str) -> Parcel {
    Parcel {
        text: text.to_owned(),
        form: None,
        book: None,
    }
}

#[test]
fn a_poem_comes_back_and_its_link_is_short() {
    for form in Form::ALL.map(Some).into_iter().chain([None]) {
        for book in RhymeBook::ALL.map(Some).into_iter().chain([None]) {
            let sent = Parcel {
                form,
                book,
                ..parcel(POEM)
            };
            let fragment = sent.to_fragment().unwrap();
            assert!(fragment.len() < 120, "{}", fragment.len());
            assert!(
                fragment
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"#=-_".contains(&b))
            );
            assert_eq!(Parcel::of_fragment(&fragment), Ok(sent));
        }
    }
}

#[test]
fn a_link_of_this_form_is_read_for_ever() {
    let old = "#p=1AAGYJakggA27yZhT0mdI";
    let fragment = Parcel {
        book: Some(RhymeBook::PingShui),
        ..parcel("春眠不觉晓，")
    }
    .to_fragment()
    .unwrap();
    let read = Parcel::of_fragment(&fragment).unwrap();
    assert_eq!(read.text, "春眠不觉晓，");
    assert_eq!(fragment, old);
}

#[test]
fn a_link_that_was_cut_off_or_changed_is_refused() {
    let fragment = parcel(POEM).to_fragment().unwrap();
    for end in 0..fragment.len() {
        assert!(Parcel::of_fragment(&fragment[..end]).is_err(), "{end}");
    }
    for at in START.len() + 1..fragment.len() - 1 {
        let mut letters: Vec<char> = fragment.chars().collect();
        letters[at] = if letters[at] == 'A' { 'B' } else { 'A' };
        let changed: String = letters.into_iter().collect();
        assert_eq!(Parcel::of_fragment(&changed), Err(Refusal::Broken), "{at}");
    }
}

#[test]
fn a_newer_form_is_told_from_a_broken_one() {
    assert_eq!(Parcel::of_fragment("#p=2anything"), Err(Refusal::Newer));
    for broken in [
        "",
        "#p=",
        "#p=1",
        "#p=1!",
        "#p=1诗",
        "#p=%E8%AF%97",
        "#/write",
        "#p=<b>",
    ] {
        assert_eq!(
            Parcel::of_fragment(broken),
            Err(Refusal::Broken),
            "{broken}"
        );
    }
}

#[test]
fn what_is_hidden_or_too_long_does_not_arrive() {
    // As somebody else's program would write it, without cleaning first.
    let wild = |text: &str| {
        let mut bytes = vec![0, 0];
        bytes.extend(pack::pack(text));
        let sum = pack::sum(&bytes);
        bytes.extend(sum);
        format!("{START}{VERSION}{}", base64::write(&bytes))
    };
    let read = |text: &str| Parcel::of_fragment(&wild(text)).map(|parcel| parcel.text);
    assert_eq!(
        read("春\u{202e}眠\u{200b}不\u{0}觉晓"),
        Ok("春眠不觉晓".to_owned())
    );
    assert_eq!(
        read("<script>alert(1)</script>").as_deref(),
        Ok("<script>alert(1)</script>")
    );
    assert_eq!(read("\u{200b}"), Err(Refusal::NoPoem));
    assert_eq!(read(&"诗".repeat(1_000_000)), Err(Refusal::NoPoem));
    assert_eq!(read(&"\n".repeat(3000)), Err(Refusal::NoPoem));
    assert_eq!(parcel(&"诗".repeat(10_000)).to_fragment(), None);
}

proptest! {
    #[test]
    fn whatever_is_read_there_is_an_answer(fragment in ".{0,80}") {
        let _ = Parcel::of_fragment(&fragment);
        let _ = Parcel::of_fragment(&format!("{START}{VERSION}{fragment}"));
    }

    #[test]
    fn whatever_bytes_are_carried_what_is_accepted_is_clean(bytes in vec(any::<u8>(), 0..200)) {
        // With a sum that fits: the sum keeps accidents out, nobody's malice.
        let mut bytes = bytes;
        bytes.extend(pack::sum(&bytes));
        let fragment = format!("{START}{VERSION}{}", base64::write(&bytes));
        if let Ok(read) = Parcel::of_fragment(&fragment) {
            prop_assert_eq!(clean::clean(&read.text), Some(read.text));
        }
    }

    #[test]
    fn any_text_that_is_clean_comes_back(text in "[一-龥，。\n\\PC]{0,120}") {
        if let Some(text) = clean::clean(&text) {
            let fragment = parcel(&text).to_fragment().unwrap();
            prop_assert_eq!(Parcel::of_fragment(&fragment), Ok(parcel(&text)));
        }
    }
}
