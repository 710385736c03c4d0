use super::*;
use crate::{
    Provider, Secret, TransportError,
    run::scripted::{Reply, World, says, status, steps},
};

/// A world whose provider is this one, and where the host does or does not answer.
fn world(id: &str, base_url: &str, reply: Reply, answers: Option<bool>) -> World {
    let mut world = World::new([reply]);
    let provider = Provider::find(id).unwrap();
    world.connection =
        Connection::new(provider, base_url, "m-1", Secret::new("sk-0123456789")).unwrap();
    world.answers = answers;
    world
}

fn look_at(id: &str, base_url: &str, reply: Reply, answers: Option<bool>) -> Vec<&'static str> {
    let world = world(id, base_url, reply, answers);
    let trial = world.block_on(test(world.link())).unwrap_err();
    assert_eq!(world.requests.borrow().len(), 1, "tried once");
    trial.suspects.iter().map(|s| s.code()).collect()
}

fn lost() -> Reply {
    Reply {
        head: Err(TransportError::Unreachable),
        ..status(0, "")
    }
}

#[test]
fn the_first_piece_is_enough() {
    let world = world("deepseek", "", says("好的，白日依山尽"), None);
    assert_eq!(world.block_on(test(world.link())), Ok(()));
    assert_eq!(world.hung_up(), 1);
}

#[test]
fn an_answer_without_text_holds_too() {
    let done = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
    let world = world("deepseek", "", status(200, done), None);
    assert_eq!(world.block_on(test(world.link())), Ok(()));
}

#[test]
fn a_silent_failure_is_told_apart_by_whether_the_host_answers() {
    let preset = |id, answers| look_at(id, "", lost(), answers);
    assert_eq!(preset("openai", Some(true)), ["key"]);
    assert_eq!(preset("openai", Some(false)), ["network"]);
    assert_eq!(preset("openai", None), ["key", "network", "address"]);
    assert_eq!(preset("ark", Some(true)), ["cors"]);
    assert_eq!(preset("ark", Some(false)), ["network"]);
    assert_eq!(preset("qianfan", Some(true)), ["cors", "key"]);
    assert_eq!(preset("ollama", Some(true)), ["cors"]);
    assert_eq!(preset("ollama", Some(false)), ["program", "address"]);
    let typed = |id, answers| look_at(id, "https://a.example/v1", lost(), answers);
    assert_eq!(typed("openai", Some(true)), ["key", "address", "cors"]);
    assert_eq!(typed("custom", Some(true)), ["cors", "address", "key"]);
    assert_eq!(typed("custom", Some(false)), ["address", "network"]);
    let all = ["address", "key", "network", "cors"];
    assert_eq!(typed("custom", None), all);
}

#[test]
fn a_relay_that_does_not_answer_does_not_run() {
    let mut world = world("ark", "", lost(), Some(false));
    world.connection = world.connection.clone().through("http://127.0.0.1:8787");
    let trial = world.block_on(test(world.link())).unwrap_err();
    assert_eq!(trial.suspects, [Suspect::Program]);
    let asked = &world.requests.borrow()[0].url;
    let expected = "http://127.0.0.1:8787/relay/https/ark.cn-beijing.volces.com/api/v3/\
                    chat/completions";
    assert_eq!(asked, expected);
}

#[test]
fn the_host_is_asked_without_a_path() {
    let world = world("custom", "https://a.example:8443/v1", lost(), Some(true));
    let _ = world.block_on(test(world.link()));
    assert_eq!(*world.reached.borrow(), ["https://a.example:8443/"]);
}

#[test]
fn a_refusal_names_its_cause() {
    let at = |code, body: &str| look_at("deepseek", "", status(code, body), None);
    let typed = |code, body: &str| look_at("custom", "https://a.example", status(code, body), None);
    assert_eq!(at(401, ""), ["key"]);
    assert_eq!(at(402, ""), ["money"]);
    assert_eq!(
        at(400, r#"{"error":{"message":"Model Not Exist"}}"#),
        ["model"]
    );
    assert_eq!(
        at(400, r#"{"error":{"message":"m-1: unknown"}}"#),
        ["model"]
    );
    assert_eq!(at(404, "<html>"), ["model"]);
    assert_eq!(typed(404, "<html>"), ["address", "model"]);
    assert_eq!(
        typed(404, r#"{"error":{"message":"没有这个模型"}}"#),
        ["model"]
    );
    assert_eq!(at(200, "<!doctype html>"), ["network"]);
    assert_eq!(typed(200, "<!doctype html>"), ["address", "network"]);
    assert_eq!(at(503, ""), ["provider"]);
    assert_eq!(at(429, ""), ["provider"]);
}

#[test]
fn no_network_and_no_answer() {
    let offline = Reply {
        head: Err(TransportError::Offline),
        ..status(0, "")
    };
    assert_eq!(look_at("deepseek", "", offline, Some(false)), ["network"]);
    let never = Reply {
        after: None,
        ..steps(Vec::new())
    };
    assert_eq!(
        look_at("deepseek", "", never, None),
        ["provider", "network"]
    );
}

#[test]
fn a_stop_suspects_nobody() {
    let world = world("deepseek", "", says("好"), None);
    world.stop.stop();
    let trial = world.block_on(test(world.link())).unwrap_err();
    assert_eq!((trial.error, trial.suspects), (Error::Stopped, Vec::new()));
    assert!(world.requests.borrow().is_empty());
}

#[test]
fn every_suspect_has_a_name_and_a_sentence_in_both_languages() {
    use Suspect::*;
    let all = [Key, Money, Address, Model, Cors, Network, Program, Provider];
    for (i, one) in all.into_iter().enumerate() {
        assert!(one.sentence(Language::Zh).ends_with('。'));
        assert!(one.sentence(Language::En).is_ascii());
        assert!(all[..i].iter().all(|other| other.code() != one.code()));
    }
}
