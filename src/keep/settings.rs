//! What a person has chosen. The key is not among it: see [`super::key`].

use serde::{Deserialize, Serialize};
use verse::Language;

use super::Kept;

/// The settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The provider, by its id.
    pub provider: String,
    /// Address and model for each provider that was ever filled in.
    pub endpoints: Vec<Endpoint>,
    /// Light, dark, or as the system has it.
    pub theme: Theme,
    /// The language of the page; `None` follows the browser.
    pub language: Option<Language>,
    /// Whether pinyin stands above the characters.
    pub pinyin: bool,
}

/// How one provider is reached.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Endpoint {
    /// The provider's id.
    pub provider: String,
    /// The address; empty for the provider's own.
    pub base_url: String,
    /// The model; empty for the provider's first.
    pub model: String,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All three, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The value in `data-theme` and in the field.
    pub const fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of this name.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            provider: "deepseek".to_owned(),
            endpoints: Vec::new(),
            theme: Theme::default(),
            language: None,
            pinyin: false,
        }
    }
}

impl Settings {
    /// How the chosen provider is reached, as far as it has been filled in.
    pub fn endpoint(&self) -> Endpoint {
        let found = self
            .endpoints
            .iter()
            .find(|endpoint| endpoint.provider == self.provider);
        found.cloned().unwrap_or_else(|| Endpoint {
            provider: self.provider.clone(),
            ..Endpoint::default()
        })
    }

    /// Changes how the chosen provider is reached.
    pub fn change_endpoint(&mut self, change: impl FnOnce(&mut Endpoint)) {
        let mut endpoint = self.endpoint();
        change(&mut endpoint);
        self.endpoints
            .retain(|other| other.provider != endpoint.provider);
        self.endpoints.push(endpoint);
    }
}

impl Kept for Settings {
    const NAME: &'static str = "yinchuang.settings";
    const VERSION: u32 = 1;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keep::{Found, Store, load, memory::MemoryStore, to_text};

    #[test]
    fn each_provider_keeps_its_own_address_and_model() {
        let mut settings = Settings::default();
        settings.change_endpoint(|endpoint| endpoint.model = "m-1".to_owned());
        settings.provider = "custom".to_owned();
        assert_eq!(settings.endpoint().model, "");
        settings.change_endpoint(|endpoint| endpoint.base_url = "https://a.cn/v1".to_owned());
        settings.change_endpoint(|endpoint| endpoint.model = "m-2".to_owned());
        assert_eq!(settings.endpoint().base_url, "https://a.cn/v1");
        settings.provider = "deepseek".to_owned();
        assert_eq!(settings.endpoint().model, "m-1");
        assert_eq!(settings.endpoints.len(), 2);
    }

    #[test]
    fn settings_of_a_smaller_page_are_taken_with_the_rest_as_usual() {
        let store = MemoryStore::default();
        let text = r#"{"version":1,"value":{"theme":"dark","fonts":"later"}}"#;
        store.write(Settings::NAME, text).unwrap();
        let expected = Settings {
            theme: Theme::Dark,
            ..Settings::default()
        };
        assert_eq!(load(&store), Found::Value(expected));
    }

    #[test]
    fn what_is_kept_has_no_field_for_a_key() {
        let text = to_text(&Settings::default()).unwrap();
        assert!(!text.contains("key"), "{text}");
    }
}
