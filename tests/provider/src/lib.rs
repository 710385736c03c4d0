//! A model provider for tests: a real HTTP server that speaks OpenAI's chat completions,
//! Anthropic's messages and Gemini's `streamGenerateContent`.
//!
//! What it does is chosen by the model that a request names (see [`Behaviour`]), so that a test in
//! a browser chooses it in the settings. The lists of models are what the address says: `/v1/models`
//! is as it should be, `/lists/huge/v1/models` is not. It writes down every request; `GET /__requests` shows
//! them, `POST /__reset` forgets them.

mod behaviour;
mod hostile;
mod lists;
mod poems;
mod question;
mod recorded;
mod routes;
mod server;
mod shape;
mod stage;

pub use behaviour::Behaviour;
pub use poems::{Classic, LYRIC, classic};
pub use recorded::{Fate, Recorded};
pub use server::{Server, serve, spawn};
