//! What goes to the provider.

use muse::{Connection, Provider, Secret, Stop};
use verse::Form;

use super::{
    native::link,
    ran::{KEY, alone, poem},
};

#[tokio::test]
async fn what_is_sent_and_nothing_else() {
    let (server, _) = alone("faulty-then-good").await;
    for request in server.requests() {
        assert_eq!(
            (request.method.as_str(), request.path.as_str()),
            ("POST", "/v1/chat/completions")
        );
        assert!(!request.path.contains(KEY) && !request.body.contains(KEY));
        let with_key: Vec<_> = request
            .headers
            .iter()
            .filter(|(_, value)| value.contains(KEY))
            .collect();
        assert_eq!(
            with_key,
            [(&"authorization".to_owned(), &format!("Bearer {KEY}"))]
        );
        assert_eq!(request.headers["content-type"], "application/json");
        // Host, length and what the HTTP client itself adds; a browser adds its own.
        for name in request.headers.keys() {
            let known = [
                "accept",
                "authorization",
                "content-length",
                "content-type",
                "host",
            ];
            assert!(known.contains(&name.as_str()), "{name}");
        }
        let body: serde_json::Value = serde_json::from_str(&request.body).unwrap();
        assert_eq!(body["stream"], true);
        assert_eq!(body["messages"].as_array().unwrap().len(), 2);
    }
}

#[tokio::test]
async fn the_preset_sends_its_extras() {
    let server = test_provider::spawn().unwrap();
    let provider = Provider::find("deepseek").unwrap();
    let connection = Connection::new(provider, &server.url(), "good", Secret::new(KEY)).unwrap();
    let stop = Stop::new();
    let prompt = muse::Prompt {
        system: "s".into(),
        user: "五言绝句".into(),
    };
    let mut text = String::new();
    let answer = muse::ask(link(&connection, &stop), &prompt, &mut |heard| {
        if let muse::Heard::Text(t) = heard {
            text += t;
        }
    })
    .await;
    assert_eq!(
        (text, answer.unwrap().usage.total()),
        (poem(Form::FiveQuatrain), 127)
    );
    let body: serde_json::Value = serde_json::from_str(&server.requests()[0].body).unwrap();
    assert_eq!(body["thinking"]["type"], "disabled");
    assert_eq!(body["stream_options"]["include_usage"], true);
    assert_eq!(server.requests()[0].path, "/chat/completions");
}
