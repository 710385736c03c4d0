//! Providers: who can be asked, where and how. The rows stand in `data/providers.json`.

mod table;

use std::{
    borrow::Cow,
    sync::{LazyLock, OnceLock},
};

use serde_json::{Map, Value};
use verse::{Language, in_language};

/// A provider, as the data file describes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Provider {
    /// The name in settings and files: `deepseek`.
    pub id: String,
    /// The name that is shown, in Chinese.
    pub zh: String,
    /// The name that is shown, in English.
    pub en: String,
    /// How one talks with it.
    pub wire: Wire,
    /// The address that paths are added to; empty where the person gives it. A part in braces is
    /// the person's to fill in: `https://{resource}.openai.azure.com/openai/v1`.
    pub base_url: String,
    /// Models worth offering, the usual one first. They grow old quickly: any name is accepted.
    pub models: Vec<String>,
    /// The page where one gets a key; empty where there is none.
    pub key_page: String,
    /// The header that holds the key and nothing else; empty for `Authorization: Bearer`.
    pub key_header: String,
    /// Headers that it demands beside the key.
    pub headers: Vec<(String, String)>,
    /// Whether it refuses a request without a key.
    pub needs_key: bool,
    /// Whether it answers a page of another origin.
    pub browser: Browser,
    /// Whether it is known to take `stream_options.include_usage`.
    pub usage_on_request: bool,
    /// Fields that go into every request as they are.
    pub extra: Map<String, Value>,
    /// What else one must know, in Chinese; empty where there is nothing.
    pub zh_note: String,
    /// The same in English.
    pub en_note: String,
    /// The month of these facts.
    pub as_of: String,
}

/// A way to talk with a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wire {
    /// OpenAI's chat completions, which most others took over.
    OpenAi,
    /// Anthropic's messages.
    Anthropic,
    /// Google's `generateContent`.
    Gemini,
}

/// Whether a provider answers a browser's request from a page of another origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// Nobody knows, or reports differ.
    Unknown,
}

#[cfg(feature = "presets")]
const BUILT_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/providers.json"));
#[cfg(not(feature = "presets"))]
const BUILT_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/at_hand.json"));

static AT_HAND: LazyLock<Vec<Provider>> = LazyLock::new(|| table::parse(BUILT_IN));
static LOADED: OnceLock<Vec<Provider>> = OnceLock::new();

impl Provider {
    /// All providers, in the order in which they are offered: those that are built in, or those
    /// that have been loaded.
    pub fn all() -> &'static [Self] {
        LOADED.get().unwrap_or(&AT_HAND)
    }

    /// Takes the whole table, the text of `data/providers.json`, in place of what is built in.
    /// Tells whether it did: it does so once, and not with a text that holds no provider.
    pub fn load(json: &str) -> bool {
        let rows = table::parse(json);
        !rows.is_empty() && LOADED.set(rows).is_ok()
    }

    /// The provider with this id.
    pub fn find(id: &str) -> Option<&'static Self> {
        Self::all().iter().find(|p| p.id == id)
    }

    /// The name that is shown.
    pub fn name(&self, language: Language) -> Cow<'_, str> {
        in_language(language, &self.zh, &self.en)
    }

    /// What else one must know; empty where there is nothing.
    pub fn note(&self, language: Language) -> Cow<'_, str> {
        in_language(language, &self.zh_note, &self.en_note)
    }
}

#[cfg(test)]
mod tests;
