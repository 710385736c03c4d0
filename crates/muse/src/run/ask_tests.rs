use super::scripted::*;
use super::*;
use crate::{Browser, TransportError, wire::Finish};

/// The text and the thinking that were heard, and the end.
fn hear(world: &World) -> (String, String, Result<Answer, Error>) {
    let (mut text, mut thinking) = (String::new(), String::new());
    let prompt = Prompt {
        system: "s".into(),
        user: "u".into(),
    };
    let end = world.block_on(ask(world.link(), &prompt, &mut |heard| match heard {
        Heard::Text(t) => text += t,
        Heard::Thinking(t) => thinking += t,
        Heard::Waiting {
            error,
            wait,
            next_try,
        } => {
            text += &format!("[{} {} {next_try}]", error.code(), wait.as_millis());
        }
    }));
    (text, thinking, end)
}

fn error(replies: impl IntoIterator<Item = Reply>) -> Error {
    let world = World::new(replies);
    let error = hear(&world).2.unwrap_err();
    assert_eq!(world.left(), 0);
    error
}

fn busy(retry_after: Option<&'static str>) -> Reply {
    Reply {
        retry_after,
        ..status(429, "")
    }
}

#[test]
fn an_answer_is_heard_piece_by_piece() {
    let world = World::new([says("白日依山尽")]);
    let (text, _, end) = hear(&world);
    assert_eq!(text, "白日依山尽");
    let usage = Usage {
        prompt: 100,
        cached: 0,
        completion: 10,
    };
    assert_eq!(
        end,
        Ok(Answer {
            finish: Finish::Stop,
            usage
        })
    );
    assert_eq!(world.requests.borrow().len(), 1);
    assert_eq!(
        world.requests.borrow()[0].url,
        "https://api.deepseek.com/chat/completions"
    );
}

#[test]
fn thinking_is_heard_apart() {
    let body = vec![text("<think>想"), text("</think>白"), finish("stop")];
    let (text, thinking, _) = hear(&World::new([steps(body)]));
    assert_eq!((text.as_str(), thinking.as_str()), ("白", "想"));
}

#[test]
fn a_status_is_an_error_with_what_the_provider_says() {
    let body = format!(r#"{{"error":{{"message":"坏的密钥 {KEY}"}}}}"#);
    let said = "坏的密钥 ******".to_owned();
    assert_eq!(
        error([status(401, &body)]),
        Error::Key {
            status: 401,
            said: said.clone()
        }
    );
    assert_eq!(
        error([status(402, &body)]),
        Error::Money { said: said.clone() }
    );
    assert_eq!(
        error([status(404, "<html>")]),
        Error::NotFound {
            said: String::new()
        }
    );
    assert_eq!(
        error([status(422, &body)]),
        Error::Refused { status: 422, said }
    );
}

#[test]
fn a_busy_provider_is_asked_again_after_one_two_four_seconds() {
    let world = World::new([busy(None), busy(None), status(503, ""), says("白")]);
    let (text, _, end) = hear(&world);
    assert_eq!(text, "[busy 1000 2][busy 2000 3][down 4000 4]白");
    assert!(end.is_ok());
    assert_eq!(world.time(), 7000 + 4 * 10);
}

#[test]
fn four_tries_are_enough() {
    let world = World::new((0..5).map(|_| status(500, "oops")));
    let (_, _, end) = hear(&world);
    assert_eq!(
        end,
        Err(Error::Down {
            status: 500,
            said: "oops".into()
        })
    );
    assert_eq!((world.requests.borrow().len(), world.left()), (4, 1));
}

#[test]
fn jitter_comes_from_the_clock() {
    let world = World::new([busy(None), says("白")]);
    world.jitter.set(1.0);
    assert_eq!(hear(&world).0, "[busy 1250 2]白");
}

#[test]
fn retry_after_is_kept_unless_it_is_too_long() {
    let world = World::new([busy(Some("7")), says("白")]);
    assert_eq!(hear(&world).0, "[busy 7000 2]白");
    let long = Duration::from_secs(3600);
    let expected = Error::Busy {
        retry_after: Some(long),
        said: String::new(),
    };
    assert_eq!(error([busy(Some("3600"))]), expected);
}

#[test]
fn a_used_up_quota_is_not_asked_again() {
    let body = r#"{"error":{"code":"insufficient_quota","message":"x"}}"#;
    assert_eq!(
        error([status(429, body)]),
        Error::Money { said: "x".into() }
    );
}

#[test]
fn no_answer_begun_is_asked_for_again() {
    let inside = bytes("data: {\"error\":{\"message\":\"x\",\"code\":503}}\n\n");
    let world = World::new([steps(vec![inside.clone()]), says("白")]);
    assert_eq!(hear(&world).0, "[down 1000 2]白");
    assert_eq!(error([steps(vec![text("白"), inside])]).code(), "down");
}

#[test]
fn a_stalled_answer_is_given_up() {
    let secs = Duration::from_secs;
    let hang = Reply {
        after: None,
        ..status(200, "")
    };
    let world = World::new([hang]);
    assert_eq!(
        hear(&world).2,
        Err(Error::Stalled {
            after: secs(120),
            begun: false
        })
    );
    assert_eq!(world.time(), 120_000);

    let comments = (0..100).flat_map(|_| [Step::Wait(secs(5)), bytes(": keep-alive\n\n")]);
    let world = World::new([steps(comments.collect())]);
    assert_eq!(
        hear(&world).2,
        Err(Error::Stalled {
            after: secs(120),
            begun: false
        })
    );
    assert_eq!(world.time(), 120_000);

    let world = World::new([steps(vec![text("白"), Step::Hang])]);
    let (heard, _, end) = hear(&world);
    assert_eq!(
        (heard.as_str(), end),
        (
            "白",
            Err(Error::Stalled {
                after: secs(45),
                begun: true
            })
        )
    );
    assert_eq!(world.time(), 45_010);
    assert_eq!(world.hung_up(), 1);
}

#[test]
fn a_slow_answer_is_no_stalled_one() {
    let secs = Duration::from_secs;
    let mut body = vec![Step::Wait(secs(110))];
    body.extend(
        "白日依山尽"
            .chars()
            .flat_map(|c| [text(&c.to_string()), Step::Wait(secs(44))]),
    );
    body.push(finish("stop"));
    let world = World::new([steps(body)]);
    assert_eq!(hear(&world).0, "白日依山尽");
    assert_eq!(world.time(), 10 + 110_000 + 5 * 44_000);
    assert!(
        world.slept.borrow().len() < 15,
        "{:?}",
        world.slept.borrow()
    );
}

#[test]
fn what_follows_the_end_is_not_waited_for_long() {
    let world = World::new([steps(vec![text("白"), finish("stop"), Step::Hang])]);
    assert!(hear(&world).2.is_ok());
    assert_eq!(world.time(), 3010);
    let cut = Step::Break(TransportError::Broken);
    let world = World::new([steps(vec![text("白"), finish("stop"), cut])]);
    assert!(hear(&world).2.is_ok());
}

#[test]
fn an_error_whose_body_hangs_is_told_by_its_status() {
    let body = vec![bytes("{\"error\":"), Step::Hang];
    let world = World::new([Reply {
        head: Ok(401),
        ..steps(body)
    }]);
    assert_eq!(hear(&world).2.unwrap_err().code(), "key");
    assert_eq!(world.time(), 3010);
}

#[test]
fn transport_errors() {
    let fails = |e: TransportError| Reply {
        head: Err(e),
        ..status(0, "")
    };
    assert_eq!(error([fails(TransportError::Offline)]), Error::Offline);
    let unreachable = Error::Unreachable {
        local: false,
        browser: Browser::Yes,
    };
    assert_eq!(error([fails(TransportError::Unreachable)]), unreachable);
    for broken in [TransportError::Broken, TransportError::Unreachable] {
        let body = vec![text("白"), Step::Break(broken)];
        assert_eq!(error([steps(body)]), Error::Broken);
    }
}

#[test]
fn a_stop_ends_every_kind_of_wait_at_once() {
    let hang = || Reply {
        after: None,
        ..status(200, "")
    };
    let slow = || {
        steps(vec![
            text("白"),
            Step::Wait(ms(9000)),
            text("日"),
            finish("stop"),
        ])
    };
    let error_body = || Reply {
        head: Ok(401),
        ..steps(vec![Step::Hang])
    };
    for (name, replies) in [
        ("before the head", vec![hang()]),
        ("amid the stream", vec![slow()]),
        ("between two tries", vec![busy(None), says("白")]),
        ("in an error's body", vec![error_body()]),
    ] {
        let world = World::new(replies);
        world.stop_at(ms(500));
        assert_eq!(hear(&world).2, Err(Error::Stopped), "{name}");
        assert_eq!(world.time(), 500, "{name}");
    }
}

#[test]
fn a_stop_hangs_up() {
    let world = World::new([steps(vec![text("白"), Step::Hang])]);
    world.stop_at(ms(500));
    assert_eq!(hear(&world).0, "白");
    assert_eq!(world.hung_up(), 1);
}

#[test]
fn after_a_stop_nothing_is_sent() {
    let world = World::new([]);
    world.stop.stop();
    assert_eq!(hear(&world).2, Err(Error::Stopped));
    assert!(world.requests.borrow().is_empty());
}

#[test]
fn an_endless_answer_is_hung_up_on() {
    let world = World::new([steps(vec![text("白日依山尽，\n"); 2000])]);
    let (heard, _, end) = hear(&world);
    assert_eq!(end.unwrap().finish, Finish::Length);
    assert!((16 << 10..17 << 10).contains(&heard.len()));
    assert_eq!(world.hung_up(), 1);
}
