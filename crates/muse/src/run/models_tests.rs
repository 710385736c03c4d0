use super::{
    super::scripted::{KEY, Reply, Step, World, bytes, ms, status, steps},
    *,
};

const LIST: &str = r#"{"object":"list","data":[{"id":"b"},{"id":"a"}]}"#;

fn ask(reply: Reply) -> Result<Vec<String>, Error> {
    let world = World::new([reply]);
    let end = world.block_on(models(world.link()));
    assert_eq!(world.requests.borrow().len(), 1, "asked once");
    end
}

fn code(reply: Reply) -> &'static str {
    ask(reply).unwrap_err().code()
}

#[test]
fn a_list_may_come_cut_at_any_byte() {
    let list = "\u{feff} {\"data\":[{\"id\":\"通义\"},{\"id\":\"a\"}]}\n";
    for at in 0..list.len() {
        let (one, two) = list.as_bytes().split_at(at);
        let body = vec![Step::Bytes(one.into()), Step::Bytes(two.into())];
        assert_eq!(
            ask(steps(body)),
            Ok(vec!["a".into(), "通义".into()]),
            "{at}"
        );
    }
}

#[test]
fn what_is_asked() {
    let world = World::new([status(200, LIST)]);
    world.block_on(models(world.link())).unwrap();
    let request = &world.requests.borrow()[0];
    assert_eq!(request.url, "https://api.deepseek.com/models");
    assert_eq!(request.body, "");
}

#[test]
fn refusals_are_their_errors_and_nothing_is_tried_twice() {
    for (number, expected) in [
        (401, "key"),
        (402, "money"),
        (404, "not-found"),
        (405, "not-found"),
        (429, "busy"),
        (503, "down"),
    ] {
        assert_eq!(code(status(number, "no")), expected, "{number}");
    }
    let body = format!(r#"{{"error":{{"message":"bad key {KEY}"}}}}"#);
    let said = "bad key ******".to_owned();
    assert_eq!(
        ask(status(403, &body)),
        Err(Error::Key { status: 403, said })
    );
}

#[test]
fn what_is_no_list_is_said() {
    assert_eq!(code(status(200, "<!doctype html>")), "html");
    assert_eq!(code(status(200, "\n <p>")), "html");
    for body in [
        "",
        "no",
        "{}",
        r#"{"data":7}"#,
        r#"{"data":[1]}"#,
        "data: {}\n\n",
    ] {
        assert_eq!(code(status(200, body)), "malformed", "{body}");
    }
    let echo = format!(r#"{{"hello":"{KEY}"}}"#);
    let Err(Error::Malformed { said }) = ask(status(200, &echo)) else {
        panic!("malformed")
    };
    assert!(!said.contains("0123") && said.contains("hello"), "{said}");
    assert_eq!(code(status(200, r#"{"error":{"message":"x"}}"#)), "inside");
    assert_eq!(code(status(200, &LIST[..LIST.len() - 3])), "broken");
    let cut = vec![bytes(&LIST[..9]), Step::Break(TransportError::Broken)];
    assert_eq!(code(steps(cut)), "broken");
}

#[test]
fn a_list_without_end_is_hung_up_on() {
    let piece = "x".repeat(1 << 20);
    let body = (0..100).map(|_| bytes(&piece)).collect();
    let world = World::new([steps(body)]);
    assert_eq!(world.block_on(models(world.link())), Err(Error::TooLong));
    assert_eq!(world.hung_up(), 1);
}

#[test]
fn silence_and_stop_end_it() {
    let waits = |body| {
        let world = World::new([steps(body)]);
        let end = world.block_on(models(world.link())).unwrap_err();
        (end.code(), world.hung_up())
    };
    assert_eq!(waits(vec![Step::Hang]), ("stalled", 1));
    assert_eq!(waits(vec![bytes(&LIST[..9]), Step::Hang]), ("stalled", 1));
    let mut blanks = Vec::new();
    for _ in 0..100 {
        blanks.extend([bytes("\n"), Step::Wait(ms(10_000))]);
    }
    assert_eq!(waits(blanks), ("stalled", 1));
    let world = World::new([steps(vec![bytes(&LIST[..9]), Step::Hang])]);
    world.stop_at(ms(700));
    assert_eq!(world.block_on(models(world.link())), Err(Error::Stopped));
    assert_eq!((world.time(), world.hung_up()), (700, 1));
}
