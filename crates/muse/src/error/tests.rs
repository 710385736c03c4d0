use super::*;

fn every() -> Vec<Error> {
    let said = || "没有".to_owned();
    let after = Duration::from_millis(44_100);
    vec![
        Error::Address(AddressError::Empty),
        Error::NoKey,
        Error::LockedKey,
        Error::OtherHost {
            given: String::new(),
            now: "https://b.cn".to_owned(),
        },
        Error::OtherHost {
            given: "https://a.cn".to_owned(),
            now: "https://b.cn".to_owned(),
        },
        Error::BadKey,
        Error::MisplacedKey,
        Error::NoModel,
        Error::Key {
            status: 401,
            said: said(),
        },
        Error::Money { said: said() },
        Error::NotFound { said: said() },
        Error::Refused {
            status: 422,
            said: said(),
        },
        Error::Busy {
            retry_after: None,
            said: said(),
        },
        Error::Busy {
            retry_after: Some(after),
            said: said(),
        },
        Error::Down {
            status: 503,
            said: said(),
        },
        Error::Inside { said: said() },
        Error::Html,
        Error::Malformed { said: said() },
        Error::Broken,
        Error::Stalled {
            after,
            begun: false,
        },
        Error::Stalled { after, begun: true },
        Error::Offline,
        Error::Unreachable {
            local: true,
            browser: Browser::Unknown,
        },
        Error::Unreachable {
            local: false,
            browser: Browser::Yes,
        },
        Error::Unreachable {
            local: false,
            browser: Browser::No,
        },
        Error::Unreachable {
            local: false,
            browser: Browser::Unknown,
        },
        Error::Empty { thought: false },
        Error::Empty { thought: true },
        Error::TooLong,
        Error::Filtered,
        Error::NoVerse { said: said() },
        Error::Stopped,
    ]
}

#[test]
fn every_error_says_something_of_its_own_in_every_language() {
    for language in Language::ALL {
        let mut sentences: Vec<String> = every().iter().map(|e| e.sentence(language)).collect();
        for sentence in &sentences {
            assert!(sentence.ends_with(['。', '.', '”', '」']), "{sentence}");
            assert!(!sentence.contains(['!', '！']), "{sentence}");
        }
        sentences.sort_unstable();
        sentences.dedup();
        assert_eq!(sentences.len(), every().len());
    }
}

#[test]
fn what_the_provider_said_is_quoted_and_left_out_where_it_said_nothing() {
    let said = |said: &str| Error::Money { said: said.into() };
    assert!(
        said("没钱")
            .sentence(Language::Zh)
            .ends_with("对方的原话：“没钱”")
    );
    assert!(
        said("no money")
            .sentence(Language::En)
            .ends_with("It said: “no money”")
    );
    assert!(!said("").sentence(Language::Zh).contains("原话"));
    assert!(!said("").sentence(Language::En).contains("It said"));
}

#[test]
fn waits_are_rounded_up() {
    let stalled = Error::Stalled {
        after: Duration::from_millis(44_100),
        begun: true,
    };
    assert!(stalled.sentence(Language::Zh).contains("45 秒"));
    let busy = Error::Busy {
        retry_after: Some(Duration::from_secs(7)),
        said: String::new(),
    };
    assert!(busy.sentence(Language::En).contains("7 s "));
}

#[test]
fn only_a_busy_or_broken_down_provider_may_recover() {
    let may: Vec<&str> = every()
        .iter()
        .filter(|e| e.may_pass())
        .map(Error::code)
        .collect();
    assert_eq!(may, ["busy", "busy", "down"]);
}
