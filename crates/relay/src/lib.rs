//! The page on this machine, and with it a relay: some providers refuse requests of pages, and this
//! program passes them on. Page and relay are one origin, so that no browser stands in the way.
//!
//! It listens on 127.0.0.1 and to its own page only, asks listed hosts only, follows no redirection,
//! keeps no key and writes nothing down. An answer is passed on as it comes.
//!
//! `POST /relay/https/HOST/PATH` asks `https://HOST/PATH`; `GET /relay` tells a page that there is
//! a relay, and for which hosts.

mod app;
mod guard;
mod hosts;
mod pages;
mod pass;

use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
    sync::Arc,
};

use axum::{Router, serve::ListenerExt};
use tokio::net::TcpListener;

pub use hosts::Hosts;

use app::App;

/// What to serve, where, and whom to ask.
#[derive(Clone, Debug)]
pub struct Options {
    /// The port on 127.0.0.1; 0 takes a free one.
    pub port: u16,
    /// The folder of the page.
    pub dist: PathBuf,
    /// The hosts that may be asked.
    pub hosts: Hosts,
}

/// A relay that has its port.
#[derive(Debug)]
pub struct Relay {
    listener: TcpListener,
    address: SocketAddr,
    app: App,
}

impl Relay {
    /// Takes the port.
    ///
    /// # Errors
    /// What the system says about the port or its certificates.
    pub async fn bind(options: Options) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).await?;
        let address = listener.local_addr()?;
        let app = App::new(address.port(), options.dist, options.hosts)?;
        Ok(Self {
            listener,
            address,
            app,
        })
    }

    /// The origin of the page and the relay: `http://127.0.0.1:PORT`.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Serves until the process ends.
    ///
    /// # Errors
    /// What the system says about the socket.
    pub async fn serve(self) -> io::Result<()> {
        let router = Router::new()
            .fallback(app::answer)
            .with_state(Arc::new(self.app));
        // A piece of an answer is not held back for the next one.
        let listener = self.listener.tap_io(|stream| {
            let _ = stream.set_nodelay(true);
        });
        axum::serve(listener, router).await
    }
}
