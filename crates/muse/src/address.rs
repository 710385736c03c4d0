//! The address of a provider: what may stand in it, and what is put right silently.

use std::{borrow::Cow, fmt};

use verse::{Language, in_language};

/// The paths of requests, which people paste along with the address.
const ENDPOINTS: [&str; 2] = ["/chat/completions", "/messages"];

/// The names of this machine to which the page's own policy (`tools/policy.mjs`) lets a request go over http.
const IN_POLICY: [&str; 2] = ["127.0.0.1", "localhost"];

/// An address that may be asked: https, or this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    base: String,
    local: bool,
}

/// What is wrong with an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressError {
    /// There is none.
    Empty,
    /// It does not begin with `https://` or `http://`.
    NoScheme,
    /// It is `http://` and not this machine: the key would travel in the open.
    NotSecret,
    /// It holds a name and a password.
    UserInfo,
    /// It holds a query or a fragment, where a key could hide.
    Query,
    /// The host or the port cannot be one.
    Host,
    /// A part in braces has not been filled in.
    Placeholder,
    /// A character that no address has, or one that is not seen.
    Character,
    /// The host is written in other letters than those of ASCII.
    Letters,
    /// It is `http://` and this machine by a name to which the page's policy lets no request go.
    OtherName,
}

impl Address {
    /// Reads what a person typed. White space around it, slashes at its end and a pasted
    /// `/chat/completions` or `/messages` are put right.
    ///
    /// # Errors
    /// [`AddressError`], where it is no address that may be asked.
    pub fn parse(text: &str) -> Result<Self, AddressError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(AddressError::Empty);
        }
        let (scheme, rest) = text.split_once("://").ok_or(AddressError::NoScheme)?;
        let scheme = scheme.to_ascii_lowercase();
        if scheme != "https" && scheme != "http" {
            return Err(AddressError::NoScheme);
        }
        if rest.contains('{') {
            return Err(AddressError::Placeholder);
        }
        if rest
            .chars()
            .any(|c| c.is_whitespace() || !verse::is_plain(c) || "\\\"<>^`{|}".contains(c))
        {
            return Err(AddressError::Character);
        }
        if rest.contains(['?', '#']) {
            return Err(AddressError::Query);
        }
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        if authority.contains('@') {
            return Err(AddressError::UserInfo);
        }
        // `https://api.dеepseek.com` with a Cyrillic letter is another host than it seems to be. Browsers write
        // such a name as `xn--…`; so has to do who means it.
        if !authority.is_ascii() {
            return Err(AddressError::Letters);
        }
        let host = host_of(authority)?;
        let local = is_this_machine(&host);
        if scheme == "http" && !local {
            return Err(AddressError::NotSecret);
        }
        if scheme == "http" && !IN_POLICY.contains(&&*host) {
            return Err(AddressError::OtherName);
        }
        // A browser goes up by such a part, and behind a relay that is to another host.
        let is_up =
            |part: &str| matches!(&*part.to_ascii_lowercase().replace("%2e", "."), "." | "..");
        if path.split('/').any(is_up) {
            return Err(AddressError::Character);
        }
        let mut path = path.trim_end_matches('/');
        for endpoint in ENDPOINTS {
            path = path.strip_suffix(endpoint).unwrap_or(path);
        }
        let path = path.trim_end_matches('/');
        Ok(Self {
            base: format!("{scheme}://{}{path}", authority.to_ascii_lowercase()),
            local,
        })
    }

    /// The address without a slash at its end.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The address with a path after it, and the version of the interface in between if the
    /// address does not end in one.
    pub fn versioned(&self, version: &str, path: &str) -> String {
        let last = self.base.rsplit('/').next().unwrap_or_default();
        let version = if last.starts_with("v1") { "" } else { version };
        [&self.base, version, path].concat()
    }

    /// The same by way of a relay, a program on this machine that passes requests on to hosts that
    /// refuse pages. `origin` is the relay's own. An address of this machine needs none.
    #[must_use]
    pub fn through(&self, origin: &str) -> Self {
        match self.base.split_once("://") {
            Some((scheme, rest)) if !self.local => Self {
                base: [origin, "/relay/", scheme, "/", rest].concat(),
                local: self.local,
            },
            _ => self.clone(),
        }
    }

    /// The address of the host, without a path and without a port that goes without saying.
    pub fn origin(&self) -> String {
        let (scheme, rest) = self.base.split_once("://").unwrap_or(("", &self.base));
        let host = rest.split('/').next().unwrap_or_default();
        let usual = if scheme == "https" { ":443" } else { ":80" };
        let host = host.strip_suffix(usual).unwrap_or(host);
        [scheme, "://", host, "/"].concat()
    }

    /// Whose address it is: the origin, and behind a relay on this machine the host that the relay passes
    /// requests on to, with it. (Only there: on another machine such a path says nothing.)
    pub fn recipient(&self) -> String {
        let origin = self.origin();
        let mut parts = self.base.split('/').skip(3);
        let passed_on = (parts.next(), parts.next(), parts.next());
        match passed_on {
            (Some("relay"), Some(scheme @ ("http" | "https")), Some(host)) if self.local => {
                [&origin, "relay/", scheme, "/", host, "/"].concat()
            }
            _ => origin,
        }
    }

    /// Whether it is this machine.
    pub const fn is_local(&self) -> bool {
        self.local
    }
}

/// The host in `host:port`, in lower case.
fn host_of(authority: &str) -> Result<String, AddressError> {
    let (host, port) = if let Some(rest) = authority.strip_prefix('[') {
        let (inside, after) = rest.split_once(']').ok_or(AddressError::Host)?;
        // What else may be wrong with it the browser knows.
        if inside.is_empty()
            || !inside
                .bytes()
                .all(|b| b.is_ascii_hexdigit() || b":.".contains(&b))
        {
            return Err(AddressError::Host);
        }
        let port = match after.strip_prefix(':') {
            Some(port) => Some(port),
            None if after.is_empty() => None,
            None => return Err(AddressError::Host),
        };
        (format!("[{inside}]"), port)
    } else {
        match authority.split_once(':') {
            Some((host, port)) => (host.to_owned(), Some(port)),
            None => (authority.to_owned(), None),
        }
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
    if host.is_empty() || !(host.starts_with('[') || host.chars().all(plain)) {
        return Err(AddressError::Host);
    }
    // A number may begin with a plus sign for the standard library, and not for a browser.
    let is_port = |p: &str| !p.starts_with('+') && p.parse::<u16>().is_ok_and(|n| n > 0);
    if !port.is_none_or(is_port) {
        return Err(AddressError::Host);
    }
    Ok(host.to_ascii_lowercase())
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.ends_with(".localhost") || host == "[::1]" || is_127(host)
}

/// Whether it is an IPv4 address of the block 127.0.0.0/8. (The parsers of the standard library would
/// cost the page three kilobytes.)
fn is_127(host: &str) -> bool {
    let mut parts = host.split('.');
    parts.next() == Some("127")
        && parts.clone().count() == 3
        && parts.all(|part| part.len() <= 3 && part.parse::<u8>().is_ok())
}

impl AddressError {
    /// What to do about it.
    pub fn sentence(self, language: Language) -> Cow<'static, str> {
        in_language(language, self.zh(), self.en())
    }

    const fn zh(self) -> &'static str {
        match self {
            Self::Empty => "请先在设置里填写接口地址。",
            Self::NoScheme => "接口地址要以 https:// 开头（本机可用 http://localhost）。",
            Self::NotSecret => {
                "只有本机地址可用 http://；其他地址请用 https://，否则密钥会明文传送。"
            }
            Self::UserInfo => "接口地址里不要写用户名或密码；密钥请填在“密钥”一栏。",
            Self::Query => "接口地址里不要有 ? 或 # 及其后的内容；密钥请填在“密钥”一栏。",
            Self::Host => "接口地址的主机名或端口不对，请检查拼写。",
            Self::Placeholder => "接口地址里花括号 { } 的部分要换成你自己的（区域或资源名）。",
            Self::Character => "接口地址里有空格，或看不见、不能用的字符，请删去后重填。",
            Self::Letters => {
                "接口地址的主机名里有英文以外的文字、标点，或是看起来像英文的外文字母；\
                 若主机名就是这样，请写成 xn-- 开头的形式。"
            }
            Self::OtherName => {
                "本机的 http:// 地址请写作 http://127.0.0.1 或 http://localhost，端口照旧；\
                 本页不能访问本机的其他名称。"
            }
        }
    }

    const fn en(self) -> &'static str {
        match self {
            Self::Empty => "Fill in the address of the provider in the settings.",
            Self::NoScheme => {
                "The address must begin with https:// (for this machine, http://localhost)."
            }
            Self::NotSecret => {
                "Only this machine may use http://. Use https:// elsewhere: the key would travel \
                 in the open."
            }
            Self::UserInfo => {
                "Leave names and passwords out of the address; the key has its own field."
            }
            Self::Query => "Leave out ? and # and what follows them; the key has its own field.",
            Self::Host => "The host or the port of the address is not right; check its spelling.",
            Self::Placeholder => {
                "Fill in the part of the address in braces { }: your region or resource."
            }
            Self::Character => {
                "The address holds a space, something that is not seen or a character that no \
                 address has: take it out or type the address again."
            }
            Self::Letters => {
                "The name of the host has letters or marks beyond ASCII, which may only look like \
                 others. If that is its name, write its form that begins with xn--."
            }
            Self::OtherName => {
                "Write an http:// address of this machine as http://127.0.0.1 or http://localhost, \
                 with the same port: the page may not ask it by another name."
            }
        }
    }
}

impl fmt::Display for AddressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.en())
    }
}

impl std::error::Error for AddressError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn good_addresses_and_what_they_become() {
        for (typed, base) in [
            ("https://api.deepseek.com", "https://api.deepseek.com"),
            (
                "  https://api.openai.com/v1/ \n",
                "https://api.openai.com/v1",
            ),
            (
                "https://openrouter.ai/api/v1///",
                "https://openrouter.ai/api/v1",
            ),
            (
                "HTTPS://API.DeepSeek.com/chat/completions",
                "https://api.deepseek.com",
            ),
            ("https://a.cn/V3/chat/completions/", "https://a.cn/V3"),
            ("https://a.cn/v1/messages", "https://a.cn/v1"),
            ("https://a.cn:8443/v1", "https://a.cn:8443/v1"),
            ("http://localhost:11434/v1", "http://localhost:11434/v1"),
            ("http://127.0.0.1:11434", "http://127.0.0.1:11434"),
            ("http://LocalHost:8080/v1", "http://localhost:8080/v1"),
            ("https://xn--fiqs8s.cn/诗", "https://xn--fiqs8s.cn/诗"),
        ] {
            let address = Address::parse(typed).unwrap();
            assert_eq!(address.base(), base);
            assert_eq!(
                address.is_local(),
                typed.trim().starts_with("http://"),
                "{typed}"
            );
        }
    }

    #[test]
    fn a_usual_port_makes_no_other_origin() {
        for (typed, origin) in [
            ("https://A.cn:443/v1", "https://a.cn/"),
            ("https://a.cn", "https://a.cn/"),
            ("https://a.cn:80", "https://a.cn:80/"),
            ("http://localhost:80/v1", "http://localhost/"),
            ("http://127.0.0.1:443", "http://127.0.0.1:443/"),
        ] {
            assert_eq!(Address::parse(typed).unwrap().origin(), origin, "{typed}");
        }
    }

    #[test]
    fn behind_a_relay_on_this_machine_it_is_the_other_host_that_counts() {
        for (typed, recipient) in [
            ("https://a.cn/v1", "https://a.cn/"),
            (
                "http://localhost:80/relay/https/a.cn/v1",
                "http://localhost/relay/https/a.cn/",
            ),
            ("http://localhost/relay/x/a.cn", "http://localhost/"),
            ("https://b.cn/relay/https/a.cn/v1", "https://b.cn/"),
        ] {
            assert_eq!(Address::parse(typed).unwrap().recipient(), recipient);
        }
    }

    #[test]
    fn bad_addresses_and_why() {
        use AddressError::*;
        for (typed, error) in [
            ("https://a.cn/../b.cn/v1", AddressError::Character),
            ("https://a.cn/v1/%2E%2e/x", AddressError::Character),
            (
                "http://localhost:1/./relay/https/b.cn",
                AddressError::Character,
            ),
            ("", Empty),
            ("  ", Empty),
            ("api.deepseek.com", NoScheme),
            ("ftp://a.cn", NoScheme),
            ("javascript://a.cn", NoScheme),
            ("http://api.deepseek.com", NotSecret),
            ("http://localhost.evil.cn", NotSecret),
            ("http://127.0.0.1.evil.cn", NotSecret),
            ("http://128.0.0.1", NotSecret),
            ("http://127.0.0.256", NotSecret),
            ("http://127.0.1", NotSecret),
            ("http://127.0.0.0.1", NotSecret),
            ("http://127.evil.cn", NotSecret),
            ("http://[::2]", NotSecret),
            ("http://localhost@evil.cn", UserInfo),
            ("https://me:sk-1@a.cn", UserInfo),
            ("https://a.cn/v1?key=sk-1", Query),
            ("https://a.cn/v1#x", Query),
            ("https://", Host),
            ("https:///v1", Host),
            ("https://a.cn:port", Host),
            ("https://a.cn:70000", Host),
            ("https://a.cn:0", Host),
            ("https://[::zz]", Host),
            ("https://[::1]x", Host),
            ("https://a%2ecn", Host),
            ("https://a.cn\\@b.cn", Character),
            ("https://{resource}.openai.azure.com", Placeholder),
            ("https://a.cn/v 1", Character),
            ("https://a.cn/<v1>", Character),
            ("https://api.deep\u{200b}seek.com", Character),
            ("https://api.deep\u{ad}seek.com", Character),
            ("https://api.deepseek.com\u{202e}", Character),
            ("https://api.deepseek.com/\u{2066}v1", Character),
            ("https://api.d\u{435}epseek.com", Letters),
            ("https://api.deepseek。com", Letters),
            ("https://a.cn：8443", Letters),
            ("https://诗.cn/v1", Letters),
            ("http://诗.localhost", Letters),
            ("http://[::1]:8080", OtherName),
            ("http://127.0.0.2:8080", OtherName),
            ("http://127.8.9.1/", OtherName),
            ("http://foo.localhost:8080/v1", OtherName),
            ("http://LOCALHOST:+8080", Host),
            ("https://a.cn:+443", Host),
            ("https://[::1]:+443", Host),
            ("https://a.cn:", Host),
        ] {
            assert_eq!(Address::parse(typed), Err(error), "{typed}");
        }
    }

    #[test]
    fn a_version_is_added_where_there_is_none() {
        let url = |typed: &str| Address::parse(typed).unwrap().versioned("/v1beta", "/m");
        assert_eq!(url("https://a.cn"), "https://a.cn/v1beta/m");
        assert_eq!(url("https://a.cn/x"), "https://a.cn/x/v1beta/m");
        assert_eq!(url("https://a.cn/v1"), "https://a.cn/v1/m");
        assert_eq!(url("https://a.cn/v1beta/"), "https://a.cn/v1beta/m");
    }

    #[test]
    fn the_origin_has_no_path() {
        let origin = |typed: &str| Address::parse(typed).unwrap().origin();
        assert_eq!(origin("https://a.cn"), "https://a.cn/");
        assert_eq!(origin("https://[::1]:8080/v1/x"), "https://[::1]:8080/");
    }

    #[test]
    fn this_machine_by_any_name() {
        let is_local = |typed: &str| Address::parse(typed).unwrap().is_local();
        for name in [
            "localhost",
            "a.localhost",
            "127.0.0.1",
            "127.8.9.1",
            "[::1]",
        ] {
            assert!(is_local(&format!("https://{name}:8443/v1")), "{name}");
        }
        assert!(!is_local("https://[::2]") && !is_local("https://localhost.cn"));
    }

    #[test]
    fn through_a_relay_on_this_machine() {
        let relay = "http://127.0.0.1:8080";
        let through = |typed: &str| Address::parse(typed).unwrap().through(relay);
        assert_eq!(
            through("https://a.cn:8443/v3").base(),
            "http://127.0.0.1:8080/relay/https/a.cn:8443/v3"
        );
        assert!(!through("https://a.cn").is_local());
        let local = "http://127.0.0.1:11434/v1";
        assert_eq!(through(local).base(), local);
    }

    #[test]
    fn every_error_has_a_sentence_in_both_languages() {
        use AddressError::*;
        for error in [
            Empty,
            NoScheme,
            NotSecret,
            UserInfo,
            Query,
            Host,
            Placeholder,
            Character,
            Letters,
            OtherName,
        ] {
            assert!(error.sentence(Language::Zh).ends_with('。'));
            assert!(error.sentence(Language::En).ends_with('.'));
        }
    }
}
