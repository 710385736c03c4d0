//! The server: in the foreground for the binary, in a thread for tests.

use std::{
    io,
    net::{SocketAddr, TcpListener},
    thread::{self, JoinHandle},
};

use tokio::{runtime, sync::oneshot};

use crate::{
    recorded::{Book, Recorded},
    routes::router,
};

/// Serves until the process ends.
///
/// # Errors
/// What the system says about the socket.
pub fn serve(listener: TcpListener) -> io::Result<()> {
    run(listener, Book::default(), std::future::pending())
}

fn run(listener: TcpListener, book: Book, until: impl Future<Output = ()>) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        tokio::select! {
            served = async { axum::serve(listener, router(book)).await } => served,
            () = until => Ok(()),
        }
    })
}

/// A server in a thread of its own. It ends when this is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    book: Book,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<io::Result<()>>>,
}

/// Starts a server on a free port of 127.0.0.1.
///
/// # Errors
/// What the system says about the socket or the thread.
pub fn spawn() -> io::Result<Server> {
    let listener = TcpListener::bind(("127.0.0.1", 0))?;
    let address = listener.local_addr()?;
    let book = Book::default();
    let (stop, stopped) = oneshot::channel();
    let until = async {
        let _ = stopped.await;
    };
    let thread = thread::Builder::new().name("test-provider".into()).spawn({
        let book = book.clone();
        move || run(listener, book, until)
    })?;
    Ok(Server {
        address,
        book,
        stop: Some(stop),
        thread: Some(thread),
    })
}

impl Server {
    /// `http://127.0.0.1:PORT`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The requests so far, in order.
    pub fn requests(&self) -> Vec<Recorded> {
        self.book.all()
    }

    /// Forgets the requests.
    pub fn reset(&self) {
        self.book.clear();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
