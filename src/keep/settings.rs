//! What a person has chosen. The key is not among it: see [`super::key`].

use serde_json::Value;
use verse::{Language, RhymeBook, Strictness};

use super::{Kept, is_true, object, text};

/// The settings.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// Whether the marked sheet is written from top to bottom, its lines from right to left.
    pub vertical: bool,
    /// The rhyme book of the check.
    pub book: RhymeBook,
    /// How much the lighter rules weigh.
    pub strictness: Strictness,
    /// Whether requests go by way of the relay, where the page is served by one.
    pub relay: bool,
    /// Codes of the advice that is not wanted.
    pub without_advice: Vec<String>,
}

/// How one provider is reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Endpoint {
    /// The provider's id.
    pub provider: String,
    /// The address; empty for the provider's own.
    pub base_url: String,
    /// The model; empty for the provider's first.
    pub model: String,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
            vertical: false,
            book: RhymeBook::default(),
            strictness: Strictness::default(),
            relay: false,
            without_advice: Vec::new(),
        }
    }
}

impl Settings {
    /// How the chosen provider is reached, as far as it has been filled in.
    pub fn endpoint(&self) -> Endpoint {
        self.endpoint_of(&self.provider)
    }

    /// The same for any provider.
    pub fn endpoint_of(&self, provider: &str) -> Endpoint {
        let found = self
            .endpoints
            .iter()
            .find(|endpoint| endpoint.provider == provider);
        found.cloned().unwrap_or_else(|| Endpoint {
            provider: provider.to_owned(),
            ..Endpoint::default()
        })
    }

    /// Takes up what another tab has changed since both had `base`; what was changed here, too, stays as it is here.
    /// (Field by field: the first module has no room for what joins any two things, as rooms do.)
    pub fn join(&mut self, base: &Self, theirs: Self) {
        macro_rules! take_up {
            ($($field:ident),*) => {
                $(if self.$field == base.$field {
                    self.$field = theirs.$field;
                })*
            };
        }
        for endpoint in theirs.endpoints {
            let own = self.endpoint_of(&endpoint.provider);
            if own == base.endpoint_of(&endpoint.provider) {
                self.endpoints
                    .retain(|other| other.provider != endpoint.provider);
                self.endpoints.push(endpoint);
            }
        }
        take_up!(provider, without_advice);
        take_up!(theme, language, pinyin, vertical, book, strictness, relay);
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

/// The tag of a language in fields and stores.
pub const fn tag(language: Language) -> &'static str {
    match language {
        Language::Zh => "zh",
        Language::Hant => "zh-Hant",
        Language::En => "en",
    }
}

/// The language with a tag.
pub fn language(name: &str) -> Option<Language> {
    Language::ALL
        .into_iter()
        .find(|language| tag(*language) == name)
}

/// The name of a rhyme book in fields and stores.
pub const fn book_name(book: RhymeBook) -> &'static str {
    match book {
        RhymeBook::PingShui => "pingshui",
        RhymeBook::Cilin => "cilin",
        RhymeBook::XinYun => "xinyun",
        RhymeBook::TongYun => "tongyun",
    }
}

/// The rhyme book of a name.
pub fn book(name: &str) -> Option<RhymeBook> {
    RhymeBook::ALL
        .into_iter()
        .find(|book| book_name(*book) == name)
}

/// The strictnesses, in the order in which they are offered.
pub const STRICTNESSES: [Strictness; 3] =
    [Strictness::Strict, Strictness::Usual, Strictness::Lenient];

/// The name of a strictness in fields and stores.
pub const fn strictness_name(strictness: Strictness) -> &'static str {
    match strictness {
        Strictness::Strict => "strict",
        Strictness::Usual => "usual",
        Strictness::Lenient => "lenient",
    }
}

/// The strictness of a name.
pub fn strictness(name: &str) -> Option<Strictness> {
    STRICTNESSES
        .into_iter()
        .find(|strictness| strictness_name(*strictness) == name)
}

impl Kept for Settings {
    const NAME: &'static str = "yinchuang.settings";
    const VERSION: u64 = 1;

    fn to_json(&self) -> Value {
        let text = |text: &str| Value::from(text);
        let endpoint = |endpoint: &Endpoint| {
            object([
                ("provider", text(&endpoint.provider)),
                ("base_url", text(&endpoint.base_url)),
                ("model", text(&endpoint.model)),
            ])
        };
        object([
            ("provider", text(&self.provider)),
            ("endpoints", self.endpoints.iter().map(endpoint).collect()),
            ("theme", text(self.theme.name())),
            (
                "language",
                self.language
                    .map_or(Value::Null, |language| text(tag(language))),
            ),
            ("pinyin", self.pinyin.into()),
            ("vertical", self.vertical.into()),
            ("book", text(book_name(self.book))),
            ("strictness", text(strictness_name(self.strictness))),
            ("relay", self.relay.into()),
            (
                "without_advice",
                self.without_advice.iter().map(|code| text(code)).collect(),
            ),
        ])
    }

    /// What is missing is as usual: a page before this one may have had fewer settings.
    fn from_json(value: &Value) -> Option<Self> {
        let usual = Self::default();
        let endpoint = |value: &Value| {
            Some(Endpoint {
                provider: text(value, "provider")?,
                base_url: text(value, "base_url")?,
                model: text(value, "model")?,
            })
        };
        let endpoints = value.get("endpoints").and_then(Value::as_array);
        let without = value.get("without_advice").and_then(Value::as_array);
        let code = |code: &Value| code.as_str().map(str::to_owned);
        value.is_object().then(|| Self {
            provider: text(value, "provider").unwrap_or(usual.provider),
            endpoints: endpoints
                .into_iter()
                .flatten()
                .filter_map(endpoint)
                .collect(),
            theme: text(value, "theme")
                .and_then(|name| Theme::find(&name))
                .unwrap_or_default(),
            language: text(value, "language").and_then(|name| language(&name)),
            pinyin: is_true(value, "pinyin"),
            vertical: is_true(value, "vertical"),
            book: text(value, "book")
                .and_then(|name| book(&name))
                .unwrap_or_default(),
            strictness: text(value, "strictness")
                .and_then(|name| strictness(&name))
                .unwrap_or_default(),
            relay: is_true(value, "relay"),
            without_advice: without.into_iter().flatten().filter_map(code).collect(),
        })
    }
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
    fn settings_come_back_as_they_were() {
        let store = MemoryStore::default();
        let mut settings = Settings {
            provider: "custom".to_owned(),
            theme: Theme::Light,
            language: Some(Language::En),
            pinyin: true,
            vertical: true,
            ..Settings::default()
        };
        settings.change_endpoint(|endpoint| endpoint.base_url = "https://a.cn/v1".to_owned());
        store.write(Settings::NAME, &to_text(&settings)).unwrap();
        assert_eq!(load(&store), Found::Value(settings));
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
        let text = to_text(&Settings::default());
        assert!(!text.contains("key"), "{text}");
    }

    fn with(provider: &str, addresses: &[(&str, &str)]) -> Settings {
        let endpoint = |&(provider, base_url): &(&str, &str)| Endpoint {
            provider: provider.to_owned(),
            base_url: base_url.to_owned(),
            model: String::new(),
        };
        Settings {
            provider: provider.to_owned(),
            endpoints: addresses.iter().map(endpoint).collect(),
            ..Settings::default()
        }
    }

    #[test]
    fn what_each_tab_has_changed_is_there() {
        let base = with("deepseek", &[("openai", "a")]);
        let theirs = with("custom", &[("openai", "a"), ("custom", "b")]);
        let theirs = Settings {
            theme: Theme::Dark,
            ..theirs
        };
        let mut ours = Settings {
            pinyin: true,
            ..base.clone()
        };
        ours.join(&base, theirs.clone());
        let both = Settings {
            pinyin: true,
            ..theirs.clone()
        };
        assert_eq!(ours, both);
        // Of what both have changed, ours stays.
        let mut ours = with("moonshot", &[("openai", "c")]);
        ours.join(&base, theirs);
        let both = with("moonshot", &[("openai", "c"), ("custom", "b")]);
        assert_eq!(
            (ours.provider, ours.endpoints),
            (both.provider, both.endpoints)
        );
        assert_eq!(ours.theme, Theme::Dark);
    }
}
