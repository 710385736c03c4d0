//! `relay`: the page of this folder on this machine, with the relay.

use std::{path::PathBuf, process::ExitCode};

use relay::{Hosts, Options, Relay};

const USAGE: &str = "usage: relay [--port N] [--dist FOLDER] [--allow HOST]…

Serves the page in FOLDER (dist) at http://127.0.0.1:N/ (8787) and passes its requests on to
providers that refuse pages. --allow adds a host to those of the presets: api.example.org,
api.example.org:8443, or http://127.0.0.1:9000 for a program on this machine.";

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let options = match options(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(message) => {
            eprintln!("{message}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(options).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("relay: {message}");
            ExitCode::FAILURE
        }
    }
}

async fn run(options: Options) -> Result<(), String> {
    if !options.dist.join("index.html").is_file() {
        let dist = options.dist.display();
        return Err(format!("there is no page in {dist}; ./dev build makes it"));
    }
    let port = options.port;
    let relay = Relay::bind(options)
        .await
        .map_err(|e| format!("port {port} of 127.0.0.1: {e}; choose another with --port"))?;
    println!("{}/", relay.origin());
    relay.serve().await.map_err(|e| e.to_string())
}

/// What the arguments ask for.
fn options(mut args: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut options = Options {
        port: 8787,
        dist: PathBuf::from("dist"),
        hosts: Hosts::presets(),
    };
    while let Some(arg) = args.next() {
        let (name, value) = match arg.split_once('=') {
            Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
            None => (arg, None),
        };
        let mut value = || {
            let value = value.clone().or_else(|| args.next());
            value.ok_or_else(|| format!("{name} needs a value"))
        };
        match name.as_str() {
            "--port" => {
                let port = value()?;
                options.port = port.parse().map_err(|_| format!("no port: {port}"))?;
            }
            "--dist" => options.dist = value()?.into(),
            "--allow" => options.hosts.allow(&value()?)?,
            _ => return Err(format!("unknown argument: {name}")),
        }
    }
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(args: &[&str]) -> Result<Options, String> {
        options(args.iter().map(|a| (*a).to_owned()))
    }

    #[test]
    fn arguments_are_read() {
        let usual = read(&[]).unwrap();
        assert_eq!((usual.port, usual.dist), (8787, "dist".into()));
        assert_eq!(usual.hosts, Hosts::presets());
        let args = ["--port", "9", "--dist=a=b", "--allow", "a.example"];
        let chosen = read(&args).unwrap();
        assert_eq!((chosen.port, chosen.dist), (9, "a=b".into()));
        assert!(chosen.hosts.allows("https", "a.example"));
    }

    #[test]
    fn wrong_arguments_are_named() {
        for bad in [
            &["--port"][..],
            &["--port", "x"],
            &["--port=70000"],
            &["--allow", "http://a.example"],
            &["--public"],
            &["8080"],
        ] {
            assert!(read(bad).is_err(), "{bad:?}");
        }
    }
}
