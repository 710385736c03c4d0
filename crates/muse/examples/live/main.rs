//! Talks with a real server that speaks OpenAI's chat completions, and tells what it finds. `./dev live`
//! starts one and calls this.
//!
//!     cargo run -p muse --example live -- http://127.0.0.1:8000/v1 KEY MODEL SMALL-MODEL
//!
//! The server must want that key. SMALL-MODEL is one whose window is too small for our prompts.

mod steps;

// The transport and the clock of the tests.
#[path = "../../tests/native/mod.rs"]
mod native;

use std::{
    process::ExitCode,
    time::{Duration, Instant},
};

use muse::{
    Brief, Budget, Compose, Connection, End, Error, Heard, Limits, Link, Prompt, Provider, Secret,
    Stop, Trial,
};
use native::{Http, Watch};
use steps::{Steps, check};
use verse::{Form, Language};

/// Whom to ask, and with what.
struct Server {
    url: String,
    key: String,
    model: String,
    small: String,
}

impl Server {
    fn from_args() -> Option<Self> {
        let mut args = std::env::args().skip(1);
        Some(Self {
            url: args.next()?,
            key: args.next()?,
            model: args.next()?,
            small: args.next()?,
        })
    }

    fn connection(&self) -> Result<Connection, String> {
        self.with(&self.url, &self.model, &self.key)
    }

    fn with(&self, url: &str, model: &str, key: &str) -> Result<Connection, String> {
        let provider = Provider::find("custom").ok_or("there is no preset of this name")?;
        Connection::new(provider, url, model, Secret::new(key)).map_err(|e| e.to_string())
    }
}

/// What was heard of one answer.
#[derive(Default)]
struct Heed {
    text: String,
    pieces: usize,
    first: Option<Duration>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let Some(server) = Server::from_args() else {
        eprintln!("usage: live URL KEY MODEL SMALL-MODEL");
        return ExitCode::from(2);
    };
    let mut steps = Steps::default();
    steps.tell("lists its models", models(&server).await);
    steps.tell("tests the connection", trial(&server, &server.key).await);
    steps.tell("streams an answer", stream(&server).await);
    steps.tell("stops amid an answer", stop(&server).await);
    steps.tell("runs draft, check and revision", run(&server).await);
    steps.tell("names a model that is not there", unknown(&server).await);
    let wrong = server.with(
        &format!("{}/nowhere", server.url),
        &server.model,
        &server.key,
    );
    steps.tell("asks at a wrong path", refused(wrong, &["not-found"]).await);
    let wrong = server.with(&server.url, &server.model, "sk-wrong-0123456789");
    steps.tell("asks with a wrong key", refused(wrong, &["key"]).await);
    // llama-cpp-python says so where nothing streams, and gives an empty stream where it does.
    let small = server.with(&server.url, &server.small, &server.key);
    steps.tell(
        "asks more than the window holds",
        refused(small, &["refused", "empty"]).await,
    );
    let gone = server.with("http://127.0.0.1:9/v1", &server.model, &server.key);
    steps.tell(
        "asks a server that is not there",
        refused(gone, &["unreachable"]).await,
    );
    steps.end()
}

async fn models(server: &Server) -> Result<String, String> {
    let connection = server.connection()?;
    let names = muse::models(link(&connection, &Stop::new(), &Watch::new(1))).await;
    let names = names.map_err(|e| e.to_string())?;
    check(names.contains(&server.model), format!("{names:?}"))
}

async fn trial(server: &Server, key: &str) -> Result<String, String> {
    let connection = server.with(&server.url, &server.model, key)?;
    let done = muse::connection::test(link(&connection, &Stop::new(), &Watch::new(1))).await;
    match done {
        Ok(()) => Ok("it answers".into()),
        Err(Trial { error, suspects }) => Err(format!("{error} {suspects:?}")),
    }
}

async fn stream(server: &Server) -> Result<String, String> {
    let connection = server.connection()?;
    let (heed, end) = ask(&connection, &Stop::new(), |_| {}).await;
    let answer = end.map_err(|e| e.to_string())?;
    let what = format!(
        "{} pieces, the first after {:?}, {} characters, {:?}, {:?}: {}…",
        heed.pieces,
        heed.first.unwrap_or_default(),
        heed.text.chars().count(),
        answer.finish,
        answer.usage,
        heed.text
            .chars()
            .take(24)
            .collect::<String>()
            .replace('\n', "/"),
    );
    check(heed.pieces > 20 && !heed.text.contains('\u{fffd}'), what)
}

/// Stops after some pieces, and asks again at once: the server must not go on with what nobody hears.
async fn stop(server: &Server) -> Result<String, String> {
    let connection = server.connection()?;
    let stop = Stop::new();
    let mut pressed = Instant::now();
    let (heed, end) = ask(&connection, &stop, |heed| {
        if heed.pieces == 20 {
            pressed = Instant::now();
            stop.stop();
        }
    })
    .await;
    let took = pressed.elapsed();
    let what = format!("{} pieces, then {end:?} after {took:?}", heed.pieces);
    let what = check(
        end == Err(Error::Stopped) && took < Duration::from_millis(100),
        what,
    )?;
    let begin = Instant::now();
    trial(server, &server.key).await?;
    Ok(format!(
        "{what}; the next question is answered after {:?}",
        begin.elapsed()
    ))
}

async fn run(server: &Server) -> Result<String, String> {
    let connection = server.connection()?;
    let compose = Compose::new(
        Brief::new(Form::FiveQuatrain, "登高望远"),
        Budget::default(),
    );
    let mut asked = 0;
    let outcome = muse::run(
        compose,
        link(&connection, &Stop::new(), &Watch::new(1)),
        &mut |update| asked += usize::from(matches!(update, muse::Update::Asked { .. })),
    )
    .await;
    let end = match &outcome.end {
        End::Failed(error) => error.code(),
        _ => "a poem",
    };
    let versions = outcome.versions.len();
    let what = format!(
        "{asked} questions, {versions} versions, {end}: {:?}",
        outcome.usage
    );
    // Of noise anything may come, but nothing that says that the two do not understand each other.
    let fits = ["a poem", "no-verse", "too-long", "empty"].contains(&end);
    check(fits && asked > 0, what)
}

/// Some servers answer with whatever they have.
async fn unknown(server: &Server) -> Result<String, String> {
    let connection = server.with(&server.url, "no-such-model", &server.key)?;
    let stop = Stop::new();
    let (_, end) = ask(&connection, &stop, |_| stop.stop()).await;
    match end {
        Err(Error::Stopped) => Ok("it answers all the same, with the model that it has".into()),
        Err(error) => check(error.code() == "not-found", told(&error)),
        Ok(_) => Err("an end without a piece".into()),
    }
}

async fn refused(connection: Result<Connection, String>, codes: &[&str]) -> Result<String, String> {
    let (_, end) = ask(&connection?, &Stop::new(), |_| {}).await;
    match end {
        Ok(_) => Err("it answers".into()),
        Err(error) => check(codes.contains(&error.code()), told(&error)),
    }
}

/// Asks for a poem.
async fn ask(
    connection: &Connection,
    stop: &Stop,
    mut on_piece: impl FnMut(&Heed),
) -> (Heed, Result<muse::Answer, Error>) {
    let prompt = Prompt {
        system: "你是诗人，精于格律。".into(),
        user: "以登高为题，写一首五言绝句。".repeat(8),
    };
    let begin = Instant::now();
    let mut heed = Heed::default();
    let end = muse::ask(
        link(connection, stop, &Watch::new(1)),
        &prompt,
        &mut |heard| {
            if let Heard::Text(text) = heard {
                heed.first.get_or_insert_with(|| begin.elapsed());
                heed.pieces += 1;
                heed.text += text;
                on_piece(&heed);
            }
        },
    )
    .await;
    (heed, end)
}

fn link<'a>(connection: &'a Connection, stop: &'a Stop, clock: &'a Watch) -> Link<'a> {
    Link {
        connection,
        transport: &Http,
        clock,
        stop,
        limits: Limits::default(),
    }
}

/// The error as a person reads it.
fn told(error: &Error) -> String {
    format!("{}: {}", error.code(), error.sentence(Language::En))
}
