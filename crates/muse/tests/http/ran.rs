//! A run against the test provider.

use muse::{Brief, Budget, Compose, Connection, End, Outcome, Provider, Secret, Stop, Update};
use test_provider::{Server, classic};
use verse::{Form, Severity};

use super::native::link;

/// The key of every run.
pub const KEY: &str = "sk-secret-0123456789";

/// A run against the server, with what was told on the way.
pub struct Ran {
    pub outcome: Outcome,
    pub thinking: String,
    pub texts: usize,
    pub waits: Vec<u32>,
}

impl Ran {
    pub fn best(&self) -> &str {
        self.outcome
            .best
            .map_or("", |b| &self.outcome.versions[b].text)
    }

    pub fn code(&self) -> &'static str {
        match &self.outcome.end {
            End::Failed(error) => error.code(),
            _ => "",
        }
    }

    pub fn errors(&self) -> Vec<usize> {
        self.outcome
            .versions
            .iter()
            .map(|v| v.report.count(Severity::Error))
            .collect()
    }
}

pub fn connection(server: &Server, model: &str) -> Connection {
    let provider = Provider::find("custom").unwrap();
    let url = format!("{}/v1/", server.url());
    Connection::new(provider, &url, model, Secret::new(KEY)).unwrap()
}

pub async fn run_form(server: &Server, model: &str, form: Form, stop: &Stop) -> Ran {
    run_brief(server, model, Brief::new(form, "登高望远"), stop).await
}

pub async fn run_brief(server: &Server, model: &str, brief: Brief, stop: &Stop) -> Ran {
    let (mut thinking, mut texts, mut waits) = (String::new(), 0, Vec::new());
    let connection = connection(server, model);
    let compose = Compose::new(brief, Budget::default());
    let outcome = muse::run(
        compose,
        link(&connection, stop),
        &mut |update| match update {
            Update::Thinking(text) => thinking += text,
            Update::Text { .. } => texts += 1,
            Update::Waiting { next_try, .. } => waits.push(next_try),
            _ => {}
        },
    )
    .await;
    Ran {
        outcome,
        thinking,
        texts,
        waits,
    }
}

pub async fn run(server: &Server, model: &str) -> Ran {
    run_form(server, model, Form::SevenQuatrain, &Stop::new()).await
}

/// The server that a test has for itself, with one run against it.
pub async fn alone(model: &str) -> (Server, Ran) {
    let server = test_provider::spawn().unwrap();
    let ran = run(&server, model).await;
    (server, ran)
}

pub fn poem(form: Form) -> String {
    let lines = classic(form.chinese()).lines.iter().zip(0..);
    let rows = lines.map(|(l, i)| format!("{l}{}", if i % 2 == 0 { '，' } else { '。' }));
    rows.collect::<Vec<_>>().join("\n")
}
