//! `test-provider --port N`: the server on 127.0.0.1, for tests in a browser. Port 0, the
//! default, takes a free one.

use std::{io, net::TcpListener, process::ExitCode};

fn main() -> ExitCode {
    let port = match port(std::env::args().skip(1)) {
        Ok(port) => port,
        Err(message) => {
            eprintln!("{message}\nusage: test-provider [--port N]");
            return ExitCode::from(2);
        }
    };
    match run(port) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("test-provider: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(port: u16) -> io::Result<()> {
    let listener = TcpListener::bind(("127.0.0.1", port))?;
    println!("listening on http://{}", listener.local_addr()?);
    test_provider::serve(listener)
}

/// The port that the arguments name.
fn port(mut args: impl Iterator<Item = String>) -> Result<u16, String> {
    let mut port = 0;
    while let Some(arg) = args.next() {
        let value = match arg.split_once('=') {
            Some(("--port", value)) => value.to_owned(),
            None if arg == "--port" => args.next().ok_or("--port needs a number")?,
            _ => return Err(format!("unknown argument: {arg}")),
        };
        port = value.parse().map_err(|_| format!("no port: {value}"))?;
    }
    Ok(port)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read() {
        let read = |args: &[&str]| port(args.iter().map(|a| (*a).to_owned()));
        assert_eq!(read(&[]), Ok(0));
        assert_eq!(read(&["--port", "8080"]), Ok(8080));
        assert_eq!(read(&["--port=9"]), Ok(9));
        for bad in [
            &["--port"][..],
            &["--port", "x"],
            &["--port=70000"],
            &["8080"],
        ] {
            assert!(read(bad).is_err(), "{bad:?}");
        }
    }
}
