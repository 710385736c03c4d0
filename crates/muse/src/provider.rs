//! Providers: who can be asked, where and how. The rows stand in `data/providers.json`.

use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::{Map, Value};
use verse::Language;

/// A provider, as the data file describes it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// The name in settings and files: `deepseek`.
    pub id: String,
    /// The name that is shown, in Chinese.
    pub zh: String,
    /// The name that is shown, in English.
    pub en: String,
    /// How one talks with it.
    pub wire: Wire,
    /// The address that paths are added to; empty where the person gives it.
    pub base_url: String,
    /// Models worth offering, the usual one first. They grow old quickly: any name is accepted.
    pub models: Vec<String>,
    /// The page where one gets a key; empty where there is none.
    pub key_page: String,
    /// Whether it refuses a request without a key.
    pub needs_key: bool,
    /// Whether it answers a page of another origin.
    pub browser: Browser,
    /// Whether it is known to take `stream_options.include_usage`.
    pub usage_on_request: bool,
    /// Fields that go into every request as they are.
    pub extra: Map<String, Value>,
    /// The month of these facts.
    pub as_of: String,
}

/// A way to talk with a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wire {
    /// OpenAI's chat completions, which most others took over.
    ChatCompletions,
}

/// Whether a provider answers a browser's request from a page of another origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Browser {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// Nobody knows, or reports differ.
    Unknown,
}

static ALL: LazyLock<Vec<Provider>> = LazyLock::new(|| {
    // A test reads the file; a page with a broken file would offer no provider.
    serde_json::from_str(include_str!("../data/providers.json")).unwrap_or_default()
});

impl Provider {
    /// All providers, in the order in which they are offered.
    pub fn all() -> &'static [Self] {
        &ALL
    }

    /// The provider with this id.
    pub fn find(id: &str) -> Option<&'static Self> {
        Self::all().iter().find(|p| p.id == id)
    }

    /// The name that is shown.
    pub fn name(&self, language: Language) -> &str {
        match language {
            Language::Zh => &self.zh,
            Language::En => &self.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::Address;

    #[test]
    fn the_file_reads_and_names_each_provider_once() {
        let all: Vec<Provider> =
            serde_json::from_str(include_str!("../data/providers.json")).unwrap();
        assert_eq!(all, Provider::all());
        for provider in &all {
            assert_eq!(Provider::find(&provider.id), Some(provider));
            assert!(!provider.zh.is_empty() && !provider.en.is_empty());
            assert!(provider.as_of.len() == 7 && provider.as_of.starts_with("20"));
        }
        assert_eq!(Provider::find("nobody"), None);
    }

    #[test]
    fn every_preset_address_is_a_good_one() {
        for provider in Provider::all().iter().filter(|p| !p.base_url.is_empty()) {
            let address = Address::parse(&provider.base_url).unwrap();
            assert_eq!(address.base(), provider.base_url);
        }
    }

    #[test]
    fn deepseek_is_asked_not_to_think() {
        let deepseek = Provider::find("deepseek").unwrap();
        assert_eq!(deepseek.name(Language::En), "DeepSeek");
        assert_eq!(deepseek.extra["thinking"]["type"], "disabled");
        assert_eq!(deepseek.models, ["deepseek-flash"]);
    }
}
