//! Who may ask: the page that this program serves, and nobody else.

use axum::http::{HeaderMap, header};

/// Why a request is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// It was sent to another name. A name on the web that somebody made point at this machine is
    /// one (DNS rebinding): for the browser its pages and this program would be one origin.
    Host,
    /// A page of another origin sent it.
    Origin,
}

impl Refusal {
    /// What is answered.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Host => "this relay answers to 127.0.0.1 and localhost only",
            Self::Origin => "this relay serves its own page only",
        }
    }
}

/// Lets a request in, if it was sent to this machine by name or number, and by the page from there
/// or by nobody's page. What is asked of others (`strict`) must show that it comes from the page:
/// browsers name the origin, and where they leave that out (a page that gets something from its own
/// origin), they say so in a header that no page can set.
pub(crate) fn check(headers: &HeaderMap, port: u16, strict: bool) -> Result<(), Refusal> {
    let mut hosts = headers.get_all(header::HOST).iter();
    let host = hosts.next().and_then(|host| host.to_str().ok());
    let ours = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
    let host = host
        .filter(|host| ours.iter().any(|our| our == host) && hosts.next().is_none())
        .ok_or(Refusal::Host)?;
    let mut origins = headers.get_all(header::ORIGIN).iter();
    let Some(origin) = origins.next() else {
        let site = headers.get("sec-fetch-site");
        return if strict && site.is_none_or(|site| site != "same-origin") {
            Err(Refusal::Origin)
        } else {
            Ok(())
        };
    };
    let is_own = origin
        .to_str()
        .is_ok_and(|origin| origin.strip_prefix("http://") == Some(host));
    if is_own && origins.next().is_none() {
        Ok(())
    } else {
        Err(Refusal::Origin)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(headers: &[(&'static str, &str)], strict: bool) -> Result<(), Refusal> {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, value.parse().unwrap());
        }
        check(&map, 8787, strict)
    }

    #[test]
    fn its_own_page_is_let_in() {
        for host in ["127.0.0.1:8787", "localhost:8787"] {
            let origin = format!("http://{host}");
            assert_eq!(ask(&[("host", host), ("origin", &origin)], true), Ok(()));
            assert_eq!(ask(&[("host", host)], false), Ok(()));
        }
    }

    #[test]
    fn other_names_are_refused() {
        for host in [
            "evil.example:8787",
            "127.0.0.1",
            "127.0.0.1:80",
            "127.0.0.1.evil.example:8787",
            "localhost.evil.example:8787",
            "[::1]:8787",
            "0.0.0.0:8787",
            "",
        ] {
            let refused = ask(&[("host", host), ("origin", "http://127.0.0.1:8787")], true);
            assert_eq!(refused, Err(Refusal::Host), "{host}");
        }
        assert_eq!(ask(&[], false), Err(Refusal::Host));
        let two = [("host", "127.0.0.1:8787"), ("host", "evil.example")];
        assert_eq!(ask(&two, false), Err(Refusal::Host));
    }

    #[test]
    fn other_origins_are_refused() {
        for origin in [
            "http://evil.example",
            "https://127.0.0.1:8787",
            "http://127.0.0.1:8788",
            "http://127.0.0.1",
            "http://localhost:8787",
            "http://127.0.0.1:8787.evil.example",
            "null",
            "",
        ] {
            for strict in [true, false] {
                let refused = ask(&[("host", "127.0.0.1:8787"), ("origin", origin)], strict);
                assert_eq!(refused, Err(Refusal::Origin), "{origin}");
            }
        }
        let host = ("host", "127.0.0.1:8787");
        assert_eq!(ask(&[host], true), Err(Refusal::Origin));
        for site in ["cross-site", "same-site", "none", ""] {
            let refused = ask(&[host, ("sec-fetch-site", site)], true);
            assert_eq!(refused, Err(Refusal::Origin), "{site}");
        }
        assert_eq!(
            ask(&[host, ("sec-fetch-site", "same-origin")], true),
            Ok(())
        );
        // An origin that is named counts, whatever else is said.
        let two = [
            host,
            ("origin", "http://evil.example"),
            ("sec-fetch-site", "same-origin"),
        ];
        assert_eq!(ask(&two, true), Err(Refusal::Origin));
    }
}
