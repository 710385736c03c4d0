//! The hosts that may be asked.

use muse::{Address, Provider};

/// A list of hosts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hosts(Vec<Host>);

/// A scheme and an authority, in which a part in braces stands for one label.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Host {
    scheme: String,
    authority: String,
}

impl Host {
    /// The host of an address.
    fn of(url: &str) -> Option<Self> {
        let (scheme, rest) = url.split_once("://")?;
        let authority = rest.split('/').next().unwrap_or_default();
        Some(Self {
            scheme: scheme.to_owned(),
            authority: authority.to_ascii_lowercase(),
        })
    }

    fn fits(&self, scheme: &str, authority: &str) -> bool {
        if self.scheme != scheme {
            return false;
        }
        let parts = self.authority.split_once('{').and_then(|(before, rest)| {
            let (_, after) = rest.split_once('}')?;
            Some((before, after))
        });
        let Some((before, after)) = parts else {
            return self.authority == authority;
        };
        authority
            .strip_prefix(before)
            .and_then(|rest| rest.strip_suffix(after))
            .is_some_and(is_label)
    }
}

/// Whether a text is one label of a host's name.
fn is_label(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

impl Hosts {
    /// The hosts of all presets.
    pub fn presets() -> Self {
        let all = Provider::all().iter();
        Self(all.filter_map(|p| Host::of(&p.base_url)).collect())
    }

    /// Adds a host: `api.example.org`, `api.example.org:8443`, or an address of which only the
    /// host counts. `http://` is for this machine only.
    ///
    /// # Errors
    /// Why it is none.
    pub fn allow(&mut self, text: &str) -> Result<(), String> {
        let url = if text.contains("://") {
            text.to_owned()
        } else {
            format!("https://{text}")
        };
        let address = Address::parse(&url).map_err(|e| format!("{text}: {e}"))?;
        self.0.extend(Host::of(address.base()));
        Ok(())
    }

    /// Whether a host may be asked.
    pub fn allows(&self, scheme: &str, authority: &str) -> bool {
        let authority = authority.to_ascii_lowercase();
        self.0.iter().any(|host| host.fits(scheme, &authority))
    }

    /// The authorities, for people and pages.
    pub fn names(&self) -> Vec<&str> {
        self.0.iter().map(|host| host.authority.as_str()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_preset_may_be_asked() {
        let hosts = Hosts::presets();
        for (scheme, authority) in [
            ("https", "ark.cn-beijing.volces.com"),
            ("https", "api.deepseek.com"),
            ("https", "API.DeepSeek.com"),
            ("https", "bedrock-runtime.us-west-2.amazonaws.com"),
            ("https", "my-own.openai.azure.com"),
            ("http", "127.0.0.1:11434"),
        ] {
            assert!(hosts.allows(scheme, authority), "{authority}");
        }
    }

    #[test]
    fn nobody_else_may() {
        let hosts = Hosts::presets();
        for (scheme, authority) in [
            ("https", ""),
            ("https", "evil.example"),
            ("http", "api.deepseek.com"),
            ("ftp", "api.deepseek.com"),
            ("https", "api.deepseek.com:8443"),
            ("https", "api.deepseek.com.evil.example"),
            ("https", "user@api.deepseek.com"),
            ("https", "api.deepseek.com@evil.example"),
            ("https", "bedrock-runtime..amazonaws.com"),
            ("https", "bedrock-runtime.a.b.amazonaws.com"),
            ("https", "bedrock-runtime.evil.example#.amazonaws.com"),
            ("https", "evil.example?.openai.azure.com"),
            ("https", ".openai.azure.com"),
            ("http", "127.0.0.1:80"),
            ("http", "127.0.0.1"),
        ] {
            assert!(!hosts.allows(scheme, authority), "{authority}");
        }
    }

    #[test]
    fn more_may_be_allowed() {
        let mut hosts = Hosts::default();
        for text in [
            "a.example",
            "b.example:8443",
            "https://c.example/v1",
            "http://localhost:9000",
        ] {
            hosts.allow(text).unwrap();
        }
        assert!(hosts.allows("https", "a.example") && hosts.allows("https", "b.example:8443"));
        assert!(hosts.allows("https", "c.example") && hosts.allows("http", "localhost:9000"));
        assert!(!hosts.allows("http", "a.example") && !hosts.allows("https", "b.example"));
        for text in [
            "",
            "http://d.example",
            "a b",
            "ftp://d.example",
            "{x}.example",
        ] {
            assert!(hosts.allow(text).is_err(), "{text}");
        }
        assert_eq!(hosts.names().len(), 4);
    }
}
